import { UsageError } from "../errors.js";
import { checkDottedName, checkName } from "../interpreter/names.js";
import { DescribedFunction } from "./hostFunction.js";

/**
 * Called from Python with plain data (see `Value`): positional arguments one by one and, where there are keyword arguments, one last object with those. What it
 * returns must be plain data too. What it throws becomes a Python exception: the built-in one of the error's name (`TypeError`, `ValueError`), else `HostError`;
 * only name and message cross.
 */
// any: only so are functions with parameters of their own assignable
// oxlint-disable-next-line typescript/no-explicit-any
export type HostFunction = (...args: any[]) => unknown;

/** A plain function, or what `hostFunction` makes. */
export type AnyHostFunction = HostFunction | DescribedFunction;

/**
 * Functions that Python code can call, by name. They are builtins of the guest; a group is also a module: `{ db: { query } }` is `db.query()`, with or without
 * `import db`.
 */
export interface HostFunctions {
  readonly [name: string]: AnyHostFunction | HostFunctions;
}

const MAX_GROUP_DEPTH = 8;

/**
 * The functions by their dotted names, as they are now: later changes of the object change nothing.
 *
 * @throws {UsageError} for a name that is no Python name, and for what is no function.
 */
export function listHostFunctions(functions: HostFunctions): Map<string, AnyHostFunction> {
  const found = new Map<string, AnyHostFunction>();
  const visit = (group: HostFunctions, prefix: string, depth: number): void => {
    if (depth > MAX_GROUP_DEPTH) throw new UsageError(`hostFunctions are nested deeper than ${MAX_GROUP_DEPTH} groups`);
    for (const [key, item] of Object.entries(group)) {
      const name = `${prefix}${key}`;
      checkName(key, `hostFunctions[${JSON.stringify(name)}]`);
      checkUnderscores(key);
      if (isFunction(item)) found.set(name, item);
      else if (typeof item === "object" && item !== null) visit(item, `${name}.`, depth + 1);
      else throw new UsageError(`hostFunctions: ${name} is no function`);
    }
  };
  visit(functions, "", 1);
  return found;
}

export function isFunction(item: unknown): item is AnyHostFunction {
  return typeof item === "function" || DescribedFunction.is(item);
}

/** Checks a function that is defined later. @throws {UsageError} as `listHostFunctions`. */
export function checkDefinition(name: string, item: unknown): asserts item is AnyHostFunction {
  checkDottedName(name, "the name of a host function");
  const parts = name.split(".");
  if (parts.length > MAX_GROUP_DEPTH)
    throw new UsageError(`hostFunctions are nested deeper than ${MAX_GROUP_DEPTH} groups`);
  for (const part of parts) checkUnderscores(part);
  if (!isFunction(item)) throw new UsageError(`hostFunctions: ${name} is no function`);
}

function checkUnderscores(name: string): void {
  if (name.startsWith("__")) throw new UsageError(`hostFunctions: the name ${name} begins with two underscores`);
}
