import type { Problem } from "./frontend.js";
import type { SyntaxProblem } from "./syntaxProblem.js";
import { lineOf } from "./tokenizer.js";

/** Longest part of a source line that a report shows. */
const MAX_LINE = 1_000;

/** What a SyntaxError of CPython's has: columns count from 1, in code points. */
export interface SyntaxPlace {
  line: number;
  column: number;
  endColumn: number;
  text: string;
}

export function placeOf({ start, end }: SyntaxProblem, source: string): SyntaxPlace {
  const at = Math.min(start, source.length);
  const from = Math.max(source.lastIndexOf("\n", at - 1), source.lastIndexOf("\r", at - 1)) + 1;
  const text = /[^\r\n]*/y;
  text.lastIndex = from;
  const line = text.exec(source)![0];
  const count = (stop: number): number => Array.from(source.slice(from, Math.min(stop, from + line.length))).length + 1;
  const column = count(at);
  return { line: lineOf(source, at), column, endColumn: Math.max(column, count(end)), text: line.slice(0, MAX_LINE) };
}

/** The type's name, U+0004, and the error as CPython prints it, with the line and carets under what is wrong. */
export function describeProblem({ type, message, place }: Problem, filename: string): string {
  const { line, column, endColumn, text } = place;
  const shown = text.trimStart();
  const indentation = text.length - shown.length;
  let where = `  File "${filename}", line ${line}\n`;
  if (shown.trim() !== "") {
    const caret = column - 1 - indentation;
    const carets = "^".repeat(Math.max(1, Math.min(endColumn - column, MAX_LINE)));
    where += `    ${shown.trimEnd()}\n`;
    if (caret >= 0) where += `    ${" ".repeat(Math.min(caret, MAX_LINE))}${carets}\n`;
  }
  return `${type}\u0004${where}${type}: ${message}\n`;
}
