import process from "node:process";
import type { PythonError } from "../errors.js";
import type { Session } from "../session/session.js";
import type { CliOptions } from "./arguments.js";
import { EntryReader } from "./entryReader.js";
import { History, historyPath } from "./history.js";
import { endingOf, ExitCode } from "./outcome.js";
import { writeGuestText } from "./output.js";
import { statistics } from "./statistics.js";
import { versionText } from "./version.js";

const { stdin, stdout, stderr } = process;

/** Reads, runs and prints until Ctrl-D or sys.exit(); gives the exit code. */
export async function runRepl(session: Session, options: CliOptions): Promise<number> {
  stdout.write(`${versionText()}: Python in a sandbox. Ctrl-D leaves.\n`);
  const reader = new EntryReader({ input: stdin, output: stdout }, new History(historyPath(process.env)));
  const interrupt = (): void => session.interrupt();
  process.on("SIGINT", interrupt);
  try {
    for (;;) {
      const entry = await reader.next();
      if (entry === undefined) {
        stdout.write("\n");
        return ExitCode.ok;
      }
      const exitCode = await runEntry(session, entry, options);
      if (exitCode !== undefined) return exitCode;
    }
  } finally {
    process.off("SIGINT", interrupt);
    reader.close();
  }
}

/** Gives an exit code where the entry ends the REPL. */
async function runEntry(session: Session, entry: string, options: CliOptions): Promise<number | undefined> {
  // The prompt would be painted over a line that the program has left unfinished.
  let atLineStart = true;
  const print = (stream: NodeJS.WriteStream, text: string): Promise<unknown> | undefined => {
    atLineStart = text.endsWith("\n");
    return writeGuestText(stream, text);
  };
  const outcome = await session.run(entry, {
    filename: "<stdin>",
    reject: false,
    onStdout: (text) => print(stdout, text),
    onStderr: (text) => print(stderr, text),
  });
  const { error, repr } = outcome;
  if (!atLineStart) stdout.write("\n");
  if (repr !== undefined) await writeGuestText(stdout, `${repr}\n`);
  if (options.stats) stderr.write(statistics(outcome));
  if (error === undefined) return undefined;
  const { exitCode, text } = endingOf(error);
  await writeGuestText(stderr, text);
  return error.code === "PYTHON_ERROR" && (error as PythonError).pythonType === "SystemExit" ? exitCode : undefined;
}
