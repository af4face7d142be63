// A notebook shows the value of a cell's last line where that line is an expression. This finds that line without parsing Python: it splits the source into
// logical lines by brackets, strings and comments, and leaves everything as it is where it cannot tell.

/** The builtin that keeps a value for the host; packages/wasm-build/boot/boot.py defines it. */
const HOOK = "__value__";

/** First words of statements that are no expressions. */
const STATEMENT =
  /^(?:and|as|assert|async|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|nonlocal|or|pass|raise|return|try|while|with|yield)\b|^@/;

interface LogicalLine {
  start: number;
  /** Behind the last character that is neither blank nor comment. */
  end: number;
  /** Has an `=` that assigns, or a `:` of an annotation or block, outside brackets and strings. */
  assigns: boolean;
}

/**
 * The source with its last expression handed to the host: `x * 2` becomes `__value__((x * 2))`. Line numbers stay. Source whose last statement is no
 * expression comes back unchanged.
 */
export function captureLastExpression(source: string): string {
  const line = lastLogicalLine(source);
  if (line === undefined || line.assigns) return source;
  const text = source.slice(line.start, line.end);
  if (STATEMENT.test(text) || /^\s/.test(text) || text === "") return source;
  return `${source.slice(0, line.start)}${HOOK}((${text}))${source.slice(line.end)}`;
}

const TOKEN =
  /#[^\n]*|[rRbBfFuU]{0,2}(?:"""|'''|"|')|\\\r?\n|\r?\n|[()[\]{}]|;|[-+*/%@&|^<>=!:]*=|:=|:|lambda\b|[^\W\d]\w*|[ \t\f]+|[^\s]/gu;

function lastLogicalLine(source: string): LogicalLine | undefined {
  let depth = 0;
  let lambdas = 0;
  let last: LogicalLine | undefined;
  let current: LogicalLine | undefined;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(source); found !== null; found = TOKEN.exec(source)) {
    const token = found[0];
    const blank = /^[ \t\f]+$/.test(token);
    if (/^\\\r?\n$/.test(token) || token.startsWith("#")) continue;
    if (/^\r?\n$/.test(token)) {
      if (depth === 0) [last, current, lambdas] = [current ?? last, undefined, 0];
      continue;
    }
    if (token === ";" && depth === 0) {
      [last, current, lambdas] = [current ?? last, undefined, 0];
      continue;
    }
    // blanks that begin a physical line are its indentation; behind a semicolon they are none
    if (blank && (current !== undefined || source[found.index - 1] === ";")) continue;
    current ??= { start: found.index, end: found.index, assigns: false };
    const quote = /["']+$/.exec(token);
    if (quote !== null && /^[rRbBfFuU]{0,2}["']/.test(token)) {
      const end = stringEnd(source, TOKEN.lastIndex, quote[0]);
      if (end === undefined) return undefined;
      TOKEN.lastIndex = end;
    } else if ("([{".includes(token)) depth++;
    else if (")]}".includes(token)) depth = Math.max(0, depth - 1);
    else if (token === "lambda") lambdas++;
    else if (depth === 0 && token === ":" && lambdas > 0) lambdas--;
    else if (depth === 0 && isAssignment(token) && !(token === "=" && lambdas > 0)) current.assigns = true;
    if (!blank) current.end = TOKEN.lastIndex;
  }
  return depth > 0 ? undefined : (current ?? last);
}

function isAssignment(token: string): boolean {
  return token === ":" || token === ":=" || (token.endsWith("=") && !["==", "!=", "<=", ">="].includes(token));
}

/** Where a string that begins at `from` ends, or undefined where it does not. */
function stringEnd(source: string, from: number, quote: string): number | undefined {
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (character === "\n" && quote.length === 1) return undefined;
    else if (source.startsWith(quote, at)) return at + quote.length;
  }
  return undefined;
}
