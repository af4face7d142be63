import { UsageError } from "../errors.js";

const NAME = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

const LONGEST_NAME = 200;

const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or " +
    "pass raise return try while with yield"
  ).split(" "),
);

/** @throws {UsageError} where the name is no Python name; `what` says whose it is. */
export function checkName(name: unknown, what: string): void {
  if (typeof name !== "string" || name.length > LONGEST_NAME || !NAME.test(name) || KEYWORDS.has(name))
    throw new UsageError(`${what} must be a Python name; got ${show(name)}`);
}

/** The same for names with dots between them. */
export function checkDottedName(name: unknown, what: string): void {
  if (typeof name !== "string") throw new UsageError(`${what} must be a Python name; got ${show(name)}`);
  for (const part of name.slice(0, LONGEST_NAME * 10).split(".")) checkName(part, what);
}

function show(name: unknown): string {
  return typeof name === "string" ? JSON.stringify(name.slice(0, 60)) : typeof name;
}
