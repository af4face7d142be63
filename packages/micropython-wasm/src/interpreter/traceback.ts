/** The name of source of our own (boot.py's, and what the host adds), and what those of the library begin with: reports leave their frames out. */
export const OWN_SOURCE = "<sandbox>";

/** What Python's report of an uncaught exception says, taken apart. */
export interface Report {
  pythonType: string;
  pythonMessage: string;
  traceback: string;
  line: number | undefined;
}

const HEADER = "Traceback (most recent call last):";

/** What stands between the report of an exception and that of its cause or context. */
const SEPARATOR =
  /\n\n(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):\n\n/;

/** `text` is the type's name, U+0004, and the report as Python prints it. */
export function parseReport(text: string): Report {
  const split = text.indexOf("\u0004");
  const pythonType = split < 0 ? "Exception" : text.slice(0, split);
  const syntax = /^ {2}File ".*", line (\d+)\n(?: {4}.*\n)*/.exec(text.slice(split + 1));
  if (syntax !== null) {
    const traceback = text.slice(split + 1);
    const pythonMessage = traceback.slice(syntax[0].length + pythonType.length + 2).replace(/\n$/, "");
    return { pythonType, pythonMessage, traceback, line: Number(syntax[1]) };
  }
  const whole = text.slice(split + 1);
  const separators = [...whole.matchAll(new RegExp(SEPARATOR, "g"))].map(([separator]) => separator);
  const parts = whole.split(SEPARATOR).map(withoutOwnFrames);
  const { frames, rest } = parts.at(-1)!;
  const traceback = parts.map((part, at) => part.text + (separators[at] ?? "")).join("");
  const line = frames.map((frame) => /, line (\d+)/.exec(frame)?.[1]).findLast((number) => number !== undefined);
  const end = rest.replace(/\n$/, "");
  const pythonMessage = end.startsWith(pythonType) ? end.slice(pythonType.length).replace(/^: ?/, "") : end;
  return { pythonType, pythonMessage, traceback, line: line === undefined ? undefined : Number(line) };
}

/** The frames of one exception's report, and what follows them. */
function withoutOwnFrames(report: string): { text: string; frames: string[]; rest: string } {
  const lines = report.split("\n");
  const frames: string[] = [];
  let at = 0;
  if (lines[0] === HEADER) {
    for (at = 1; lines[at]?.startsWith("  File "); at++) {
      if (!lines[at]!.startsWith(`  File "${OWN_SOURCE}`)) frames.push(lines[at]!);
    }
  }
  const rest = lines.slice(at).join("\n");
  return { text: frames.length > 0 ? [HEADER, ...frames, rest].join("\n") : rest, frames, rest };
}
