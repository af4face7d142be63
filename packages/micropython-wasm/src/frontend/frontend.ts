// What source becomes before MicroPython compiles it. Source that MicroPython compiles rightly is not read here at all.

import { asksFunctions } from "./describeFunction.js";
import { checkTree } from "./checks.js";
import { captureLastExpression } from "./lastExpression.js";
import { readsNameErrors, seesLocals } from "./localNames.js";
import { lower } from "./lower.js";
import { parse } from "./parse.js";
import { type SyntaxErrorType, SyntaxProblem } from "./syntaxProblem.js";
import { describeProblem, placeOf, type SyntaxPlace } from "./syntaxReport.js";

/** How source is to be compiled: a run's shows its last expression to the host; those of `exec` and `eval` do not. */
export type Mode = "run" | "exec" | "eval";

/** The source that MicroPython compiles, or what is wrong with it. */
export type Translation = { source: string } | { problem: Problem; report: string };

export interface Problem {
  type: SyntaxErrorType;
  message: string;
  place: SyntaxPlace;
}

/** Lowers the source. A report reads as MicroPython's do: see interpreter/traceback.ts. */
export function translate(source: string, mode: Mode, filename: string): Translation {
  const text = mode === "run" ? dedent(source) : source;
  try {
    const parsed = parse(text, mode === "eval" ? "eval" : "exec");
    checkTree(parsed.tree, text);
    const lowered = lower(parsed);
    return { source: mode === "run" ? captureLastExpression(lowered) : lowered };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const { type, message } = error;
    const problem = { type, message, place: placeOf(error, text) };
    return { problem, report: describeProblem(problem, filename) };
  }
}

/** Longest module that is read here, in characters. */
const MAX_MODULE_LENGTH = 1_000_000;

/** What the file of a module is for MicroPython, or undefined where it is as it stands; also where it is wrong, which MicroPython says when it is imported. */
export function lowerModule(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length > MAX_MODULE_LENGTH) return undefined;
  const source = new TextDecoder().decode(bytes);
  const translation = translate(source, "exec", "");
  if ("report" in translation || translation.source === source) return undefined;
  return new TextEncoder().encode(translation.source);
}

/** Words that MicroPython compiles without an error, and with another meaning: annotations of classes, private names, imports from `__future__`. */
const CLASS = /^[ \t]*class\b/m;
const CLASS_ANNOTATION =
  /^[ \t]*class\b[^\n]*:[ \t]*[^\W\d]\w*[ \t]*:|^[ \t]+(?!else\b|try\b|finally\b|lambda\b)[^\W\d]\w*[ \t]*:[ \t]*[^\s#=]/m;
const PRIVATE_NAME = /(?<!\w)__(?!\w*__\b)[^\W\d_]\w*/;
const FUTURE = /^[ \t]*from[ \t]+__future__\b/m;
// linear in any source: each match begins at a quote and ends at the next
const BESIDE_FORMATTED = /["']\s*[fF]["']|\b[fF]["'][^"'\n]*["']\s*["']/;
// an f-string in a field of another: MicroPython puts the fields of the inner one where the outer one ends
const NESTED_FORMATTED = /\b[fF](?:"[^"\n]*\b[fF]'|'[^'\n]*\b[fF]")|\{[^{}\n"']*\b[fF]["']/;
const FUNCTION = /\bdef\b/;
const LAMBDA = /\blambda\b/;
const ASYNC_FOR = /\basync[ \t]+for\b/;
const ASYNC_FUNCTION = /\basync[ \t]+def\b/;
const YIELD = /\byield\b/;
const CHARACTER_NAME = /\\N\{/;

/** Whether MicroPython would compile this without an error, but not as Python. A guess that is quick, and may say yes too often. */
export function losesMeaning(source: string): boolean {
  if (CLASS.test(source) && (CLASS_ANNOTATION.test(source) || PRIVATE_NAME.test(source))) return true;
  if (FUNCTION.test(source) && (asksFunctions(source) || readsNameErrors(source) || seesLocals(source))) return true;
  if (LAMBDA.test(source) && seesLocals(source)) return true;
  if (ASYNC_FOR.test(source) || (ASYNC_FUNCTION.test(source) && YIELD.test(source))) return true;
  if (NESTED_FORMATTED.test(source)) return true;
  if (FUTURE.test(source) || BESIDE_FORMATTED.test(source) || CHARACTER_NAME.test(source)) return true;
  return /[^\0-\x7f]/.test(source) && source.normalize("NFKC") !== source;
}

/** MicroPython takes the indentation of the first line from all lines: so do we, since CPython's grammar does not. */
function dedent(source: string): string {
  const indentation = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]+)[^\s#]/.exec(source)?.[1];
  if (indentation === undefined) return source;
  return source.replaceAll(new RegExp(`^${indentation}`, "gm"), "");
}

/** Compile errors of MicroPython's that name the whole program as their place, as exceptions that it raises do. */
const COMPILE_ERRORS = new Set([
  "'await' outside function",
  "'break'/'continue' outside loop",
  "'return' outside function",
  "'yield' outside function",
  "* arg after **",
  "*x must be assignment target",
  "LHS of keyword arg must be an id",
  "annotation must be an identifier",
  "argument name reused",
  "async for/with outside async function",
  "can't assign to expression",
  "can't declare nonlocal in outer code",
  "can't delete expression",
  "default 'except' must be last",
  "expecting just a value for set",
  "expecting key:value for dict",
  "identifier redefined as global",
  "identifier redefined as nonlocal",
  "import * not at module level",
  "invalid syntax",
  "multiple *x in assignment",
  "no binding for nonlocal found",
  "non-default argument follows default argument",
  "positional arg after **",
  "positional arg after keyword arg",
  "return annotation must be an identifier",
  "super() can't find self",
  "too many args",
]);

/** Whether a report is of source that could not be compiled, so that nothing of it has run. */
export function isCompileError(report: string): boolean {
  const [type, text = ""] = report.split("\u0004");
  if (type !== "SyntaxError" && type !== "IndentationError") return false;
  const frames = text.match(/^ {2}File ".*/gm) ?? [];
  if (frames.length !== 1) return false;
  if (!frames[0].endsWith(", in <module>")) return true;
  const message = /^\w+Error: (.*)\n*$/m.exec(text)?.[1] ?? "";
  return COMPILE_ERRORS.has(message);
}
