import { once } from "node:events";
import process from "node:process";
import { ExitCode } from "./outcome.js";

/** An escape sequence that colours text or moves the cursor; then any other control character but newline, tab and return. */
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const controls = /\u001b\[[0-?]*[ -/]*[@-~]|[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What the guest prints is text: on a terminal it must not move the cursor, set titles or answer as if it were typed. */
export function withoutControls(text: string): string {
  return text.replaceAll(controls, "");
}

/**
 * Writes the guest's text to a stream of ours: stripped of control sequences on a terminal, untouched anywhere else. The
 * promise, where there is one, resolves when the stream takes more: a slow reader must slow the program, not fill our memory.
 */
export function writeGuestText(stream: NodeJS.WriteStream, text: string): Promise<unknown> | undefined {
  const takesMore = stream.write(stream.isTTY ? withoutControls(text) : text);
  return takesMore ? undefined : drained(stream);
}

const waiting = new Map<NodeJS.WriteStream, Promise<unknown>>();

/** One wait for all who ask before it is over. */
function drained(stream: NodeJS.WriteStream): Promise<unknown> {
  const wait = waiting.get(stream) ?? once(stream, "drain").finally(() => waiting.delete(stream));
  waiting.set(stream, wait);
  return wait;
}

/**
 * A reader that has seen enough (`| head`) is no error: leave, as programs do that SIGPIPE ends. Output that cannot be
 * written for another reason, such as a full disk, ends the program too.
 */
export function exitWhereOutputEnds(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(ExitCode.ok);
      if (stream === process.stdout)
        process.stderr.write(`micropython-wasm: cannot write the output: ${error.message}\n`);
      process.exit(ExitCode.usage);
    });
  }
}
