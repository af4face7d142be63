/** What Python's report of an uncaught exception says, taken apart. */
export interface Report {
  pythonType: string;
  pythonMessage: string;
  traceback: string;
  line: number | undefined;
}

/** `text` is the type's name, U+0004, and the report as Python prints it. */
export function parseReport(text: string): Report {
  const split = text.indexOf("\u0004");
  const pythonType = split < 0 ? "Exception" : text.slice(0, split);
  const traceback = text.slice(split + 1);
  const lines = traceback.split("\n");
  let at = 0;
  let line: number | undefined;
  if (lines[0]?.startsWith("Traceback ")) at = 1;
  while (at > 0 && lines[at]?.startsWith("  File ")) {
    const number = /, line (\d+)/.exec(lines[at]!)?.[1];
    if (number !== undefined) line = Number(number);
    at++;
  }
  const rest = lines.slice(at).join("\n").replace(/\n$/, "");
  const message = rest.startsWith(pythonType) ? rest.slice(pythonType.length).replace(/^: ?/, "") : rest;
  return { pythonType, pythonMessage: message, traceback, line };
}
