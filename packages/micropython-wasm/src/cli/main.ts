// The program behind bin/micropython-wasm.cjs.
import process from "node:process";
import { isatty } from "node:tty";
import { SandboxError } from "../errors.js";
import { Session } from "../session/session.js";
import { parseArguments } from "./arguments.js";
import type { Command } from "./arguments.js";
import { endingOf } from "./outcome.js";
import { exitWhereOutputEnds } from "./output.js";
import { loadProgram, runProgram } from "./program.js";

/** What a run does not need (help, REPL) is imported only where it is used. */
async function execute(command: Command): Promise<number> {
  switch (command.kind) {
    case "help":
      process.stdout.write((await import("./help.js")).helpText);
      return 0;
    case "version":
      process.stdout.write(`${(await import("./version.js")).versionText()}\n`);
      return 0;
    case "run":
      return run(command);
  }
}

async function run({ program, options }: Extract<Command, { kind: "run" }>): Promise<number> {
  const { stats: _stats, json: _json, ...limits } = options;
  const { argv } = program;
  if (program.kind === "repl") {
    const { runRepl } = await import("./repl.js");
    await using session = await Session.create({ ...limits, argv });
    return await runRepl(session, options);
  }
  const loaded = loadProgram(program);
  await using session = await Session.create({ ...limits, argv });
  return await runProgram(session, loaded, options);
}

async function main(): Promise<void> {
  exitWhereOutputEnds();
  try {
    process.exitCode = await execute(parseArguments(process.argv.slice(2), () => isatty(0)));
  } catch (error) {
    if (!SandboxError.is(error)) throw error;
    const { exitCode, text } = endingOf(error);
    process.stderr.write(text);
    process.exitCode = exitCode;
  }
  // Node would first wait for the engine to optimise wasm code that nobody will run: 30 ms.
  await Promise.all([written(process.stdout), written(process.stderr)]);
  process.exit();
}

/** When everything that the stream was given has left the process. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write("", () => resolve());
  });
}

// The bundle is CommonJS, where nothing can be awaited out here.
void main();
