// Where string literals end, and the fields of f-strings. Linear: after one field that does not end, strings are read as in Python 3.11, to their first quote.

import { SyntaxProblem } from "./syntaxProblem.js";

/** Strings within fields of strings. */
const MAX_NESTING = 20;

/** Where the literal that begins at `start` with `opening` (prefix and quotes) ends; `plain` where its fields make no sense. @throws {SyntaxProblem} */
export function scanString(
  source: string,
  start: number,
  opening: string,
  limit: number,
  plain: boolean,
): { end: number; plain: boolean } {
  const quote = quoteOf(opening);
  const from = start + opening.length;
  if (!plain && isFormatted(opening)) {
    const end = formattedEnd(source, from, quote, limit, 0);
    if (end !== undefined) return { end, plain: false };
  }
  const end = plainEnd(source, from, quote, limit);
  if (end !== undefined) return { end, plain: isFormatted(opening) };
  let lines = 1;
  const stop = quote.length === 3 ? limit : from;
  for (let at = 0; at < stop; at++) {
    const code = source.charCodeAt(at);
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) lines++;
  }
  if (quote.length === 3) {
    if (/[\r\n]$/.test(source)) lines--;
    throw new SyntaxProblem(`unterminated triple-quoted string literal (detected at line ${lines})`, start, start);
  }
  throw new SyntaxProblem(`unterminated string literal (detected at line ${lines})`, start, start);
}

function quoteOf(opening: string): string {
  return /["']+$/.exec(opening)![0];
}

export function isFormatted(opening: string): boolean {
  return /[fF]/.test(opening);
}

function plainEnd(source: string, from: number, quote: string, limit: number): number | undefined {
  for (let at = from; at < limit; at++) {
    const character = source[at];
    if (character === "\\") {
      if (source[at + 1] === "\r" && source[at + 2] === "\n") at++;
      at++;
    } else if ((character === "\n" || character === "\r") && quote.length === 1) return undefined;
    else if (source.startsWith(quote, at) && at + quote.length <= limit) return at + quote.length;
  }
  return undefined;
}

function formattedEnd(source: string, from: number, quote: string, limit: number, nesting: number): number | undefined {
  let at = from;
  while (at < limit) {
    const character = source[at];
    if (character === "\\") at += 2;
    else if ((character === "\n" || character === "\r") && quote.length === 1) return undefined;
    else if (source.startsWith(quote, at)) return at + quote.length;
    else if (character === "{" && source[at + 1] === "{") at += 2;
    else if (character === "{") {
      // the name of a character
      const field =
        source[at - 1] === "N" && source[at - 2] === "\\"
          ? source.indexOf("}", at) + 1
          : fieldEnd(source, at + 1, limit, quote, nesting);
      if (field === undefined || field === 0) return undefined;
      at = field;
    } else at++;
  }
  return undefined;
}

/** Behind the brace that ends a field, of which `from` is the first character. */
function fieldEnd(source: string, from: number, limit: number, quote: string, nesting: number): number | undefined {
  if (nesting > MAX_NESTING) return undefined;
  let at = expressionEnd(source, from, limit, quote, nesting);
  if (at === undefined) return undefined;
  while (source[at] === "=" || source[at] === " ") at++;
  if (source[at] === "!") while (at < limit && source[at] !== ":" && source[at] !== "}") at++;
  if (source[at] !== ":") return source[at] === "}" ? at + 1 : undefined;
  at++;
  while (at < limit) {
    const character = source[at];
    if (character === "}") return at + 1;
    if (source.startsWith(quote, at) || (quote.length === 1 && (character === "\n" || character === "\r")))
      return undefined;
    if (character === "{") {
      const inner = fieldEnd(source, at + 1, limit, quote, nesting + 1);
      if (inner === undefined) return undefined;
      at = inner;
    } else at++;
  }
  return undefined;
}

/** Where the expression of a field ends: at `}`, `:`, `!r` or the `=` of `{x=}`. */
export function expressionEnd(
  source: string,
  from: number,
  limit: number,
  quote: string,
  nesting = 0,
): number | undefined {
  if (nesting > MAX_NESTING) return undefined;
  let depth = 0;
  const opening = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:"""|'''|"|')/y;
  const word = /[\w]+/y;
  let at = from;
  while (at < limit) {
    opening.lastIndex = at;
    const string = opening.exec(source)?.[0];
    if (string !== undefined) {
      const scan = isFormatted(string) ? formattedEnd : plainEnd;
      const end = scan(source, at + string.length, quoteOf(string), limit, nesting + 1);
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    word.lastIndex = at;
    const letters = word.exec(source)?.[0];
    if (letters !== undefined) {
      at += letters.length;
      continue;
    }
    const character = source[at]!;
    if ((character === "\n" || character === "\r") && quote.length === 1) return undefined;
    if (character === "#" || character === "\\") return undefined;
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) {
      if (depth === 0) return character === "}" ? at : undefined;
      depth--;
    } else if (depth === 0) {
      if (character === ":") return at;
      const next = source[at + 1];
      if (character === "!" && next !== "=") return at;
      if (character === "=" && next !== "=") return at;
      if ("=!<>".includes(character) && next === "=") at++;
    }
    at++;
  }
  return undefined;
}
