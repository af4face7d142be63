/**
 * Decides whether what has been typed so far needs more lines, as CPython's REPL does: an open bracket, an open
 * triple-quoted string, a backslash at the end, or a compound statement that no blank line has ended yet.
 *
 * Source that can never become right (a closing bracket too many, a string that its line does not end) is complete: running
 * it shows the error.
 *
 * @param source the lines so far, each ended by a newline.
 */
export function isIncomplete(source: string): boolean {
  const { open, compound } = scan(source);
  if (open) return true;
  return compound && !/(^|\n)[ \t]*\n$/.test(source);
}

interface Scan {
  /** The end stands inside brackets or a string, or after a backslash. */
  open: boolean;
  /** Some line starts a block: it ends with a colon, or begins with a decorator or a keyword that takes a block. */
  compound: boolean;
}

/** What stands between two tokens of interest: a comment, a string with its prefix, a backslash before a line's end, a bracket, a line's end. */
const token = /#[^\n]*|'''|"""|'|"|\\(?:\r?\n|.|$)|[()[\]{}]|\r?\n|[^\s]/gs;
const blockKeyword = /^(?:if|for|while|def|class|try|with|async)\b|^@/;

function scan(source: string): Scan {
  let depth = 0;
  let compound = false;
  let lineStart = 0;
  let last = "";
  token.lastIndex = 0;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const text = match[0];
    const at = match.index;
    if (text.startsWith("#")) continue;
    if (text === "'" || text === '"' || text.length === 3) {
      const end = endOfString(source, at, text);
      if (end === "open") return { open: true, compound };
      if (end === "broken") return { open: false, compound: false };
      token.lastIndex = end;
    } else if (text.startsWith("\\")) {
      if (/^\\\r?\n$/.test(text) && at + text.length === source.length) return { open: true, compound };
    } else if ("([{".includes(text)) {
      depth++;
    } else if (")]}".includes(text)) {
      if (--depth < 0) return { open: false, compound: false };
    } else if (text.endsWith("\n") && depth === 0) {
      compound ||= last === ":" || blockKeyword.test(source.slice(lineStart, at));
      lineStart = at + text.length;
      last = "";
      continue;
    }
    if (!text.endsWith("\n")) last = text;
  }
  return { open: depth > 0, compound };
}

/** The offset after the string that begins at `at`; "open" where more lines can end it, "broken" where its line ended first. */
function endOfString(source: string, at: number, quote: string): number | "open" | "broken" {
  const rest = quote.length === 3 ? /\\[\s\S]|'''|"""|[\s\S]/g : /\\(?:\r?\n|[\s\S])|[\s\S]/g;
  rest.lastIndex = at + quote.length;
  for (let match = rest.exec(source); match !== null; match = rest.exec(source)) {
    if (match[0] === quote) return rest.lastIndex;
    if (quote.length === 1 && match[0] === "\n") return "broken";
  }
  return "open";
}
