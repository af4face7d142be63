/** One conversation on each engine: `open` gives what runs a command and gives its last expression's value. */
import { library } from "../engines/ours.mjs";

export const engines = {
  session: async () => {
    const { Session } = await import(new URL("index.js", library).href);
    const session = await Session.create();
    return { run: async (command) => (await session.run(command)).value, close: () => session.close() };
  },
  interpreter: async () => {
    const { Interpreter } = await import(new URL("index.js", library).href);
    const interpreter = await Interpreter.create({ rollback: true });
    return { run: async (command) => interpreter.run(command).value, close: async () => interpreter.close() };
  },
  monty: async () => {
    const { MontyRepl } = await import("@pydantic/monty");
    const repl = new MontyRepl();
    return { run: async (command) => repl.feed(command), close: async () => undefined };
  },
  pyodide: async () => {
    const { loadPyodide } = await import("pyodide");
    const pyodide = await loadPyodide();
    return { run: async (command) => pyodide.runPython(command), close: async () => undefined };
  },
};
