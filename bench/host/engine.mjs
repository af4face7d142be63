/** One engine's figures, as JSON: milliseconds of a call, and of 10,000 dicts on their way to Python. */
import { library } from "../engines/ours.mjs";
import { timeAsync } from "../lib/timing.mjs";

const CALLS = 1_000;
const ROUNDS = 15;

const callSource = `for i in range(${CALLS}):\n    add(i, 1)\n`;
const rowsSource = "rows = fetch()\nassert len(rows) == 10000 and rows[9999]['id'] == 9999\n";

const table = Array.from({ length: 10_000 }, (_, id) => ({
  id,
  name: `user number ${id}`,
  email: `user.${id}@example.com`,
  score: id / 7,
  active: id % 2 === 0,
}));
const functions = { add: (a, b) => a + b, fetch: () => table };
const limits = { fuel: Infinity, maxHostCalls: 1_000_000, maxHostResultBytes: 16 * 1024 * 1024 };

const engines = {
  async "in thread"() {
    const { Interpreter } = await import(new URL("index.js", library).href);
    const interpreter = await Interpreter.create({ ...limits, hostFunctions: functions });
    return { run: (source) => interpreter.run(source), close: () => interpreter.close() };
  },
  async session() {
    const { Session } = await import(new URL("index.js", library).href);
    const session = await Session.create({ ...limits, hostFunctions: functions });
    return { run: (source) => session.run(source), close: () => session.close() };
  },
  async monty() {
    const { Monty } = await import("@pydantic/monty");
    return { run: (source) => new Monty(source).run({ externalFunctions: functions }), close: () => undefined };
  },
  async pyodide() {
    const { loadPyodide } = await import("pyodide");
    const pyodide = await loadPyodide();
    // what crosses is copied, as with the others
    const fetch = () => pyodide.toPy(table);
    pyodide.globals.set("add", functions.add);
    pyodide.globals.set("fetch", fetch);
    return { run: (source) => pyodide.runPython(source), close: () => undefined };
  },
};

const engine = await engines[process.argv[2]]();
async function best(source) {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    least = Math.min(least, await timeAsync(async () => engine.run(source)));
  }
  return least;
}
const call = (await best(callSource)) / CALLS;
const rows = await best(rowsSource);
await engine.close();
console.log(JSON.stringify({ call, rows }));
