import process from "node:process";
import type { Session } from "../session/session.js";
import { defaultLimits } from "../limits.js";
import type { CliOptions, Program } from "./arguments.js";
import { toJson } from "./json.js";
import { endingOf, ExitCode } from "./outcome.js";
import { writeGuestText } from "./output.js";
import { readSource } from "./source.js";
import { statistics } from "./statistics.js";

type NamedProgram = Exclude<Program, { kind: "repl" }>;

/** The program's text, and the name that its tracebacks show. */
export function loadProgram(program: NamedProgram): { source: string; filename: string } {
  const { maxSourceBytes } = defaultLimits;
  switch (program.kind) {
    case "code":
      return { source: program.code, filename: "<string>" };
    case "file":
      return { source: readSource(program.path, maxSourceBytes), filename: program.path };
    case "stdin":
      return { source: readSource(0, maxSourceBytes), filename: "<stdin>" };
  }
}

/** Runs one program to its end and gives the exit code. Output appears as it is printed, or in the JSON at the end. */
export async function runProgram(
  session: Session,
  program: { source: string; filename: string },
  options: CliOptions,
): Promise<number> {
  const listeners = options.json
    ? {}
    : {
        onStdout: (text: string) => writeGuestText(process.stdout, text),
        onStderr: (text: string) => writeGuestText(process.stderr, text),
      };
  const stopListening = onCtrlC(session);
  const outcome = await session.run(program.source, { filename: program.filename, reject: false, ...listeners });
  stopListening();

  const { error } = outcome;
  const ending = error === undefined ? { exitCode: ExitCode.ok, text: "" } : endingOf(error);
  if (options.json) process.stdout.write(`${toJson(outcome, error)}\n`);
  else await writeGuestText(process.stderr, ending.text);
  if (options.stats) process.stderr.write(statistics(outcome));
  return ending.exitCode;
}

/** The first Ctrl-C raises KeyboardInterrupt in the program; a second ends a program that does not listen. */
function onCtrlC(session: Session): () => void {
  let pressed = 0;
  const interrupt = (): void => {
    pressed++;
    if (pressed === 1) session.interrupt();
    else process.exit(ExitCode.interrupted);
  };
  process.on("SIGINT", interrupt);
  return () => process.off("SIGINT", interrupt);
}
