import { UsageError } from "../errors.js";
import type { CallHost } from "../interpreter/hostCalls.js";
import { checkName } from "../interpreter/names.js";
import { encodeAnswer, encodeFailure, encodeThrown } from "../interpreter/answers.js";

/**
 * Called from Python with plain data (see `Value`): positional arguments one by one and, where there are keyword arguments, one last object with those. What it
 * returns must be plain data too. What it throws becomes a Python exception: the built-in one of the error's name (`TypeError`, `ValueError`), else `HostError`;
 * only name and message cross.
 */
// any: only so are functions with parameters of their own assignable
// oxlint-disable-next-line typescript/no-explicit-any
export type HostFunction = (...args: any[]) => unknown;

/**
 * Functions that Python code can call, by name. They are builtins of the guest; a group is also a module: `{ db: { query } }` is `db.query()`, with or without
 * `import db`.
 */
export interface HostFunctions {
  readonly [name: string]: HostFunction | HostFunctions;
}

const MAX_GROUP_DEPTH = 8;

/**
 * The functions by their dotted names, as they are now: later changes of the object change nothing.
 *
 * @throws {UsageError} for a name that is no Python name, and for what is no function.
 */
export function listHostFunctions(functions: HostFunctions): Map<string, HostFunction> {
  const found = new Map<string, HostFunction>();
  const visit = (group: HostFunctions, prefix: string, depth: number): void => {
    if (depth > MAX_GROUP_DEPTH) throw new UsageError(`hostFunctions are nested deeper than ${MAX_GROUP_DEPTH} groups`);
    for (const [key, item] of Object.entries(group)) {
      const name = `${prefix}${key}`;
      checkName(key, `hostFunctions[${JSON.stringify(name)}]`);
      if (key.startsWith("__")) throw new UsageError(`hostFunctions: the name ${name} begins with two underscores`);
      if (typeof item === "function") found.set(name, item);
      else if (typeof item === "object" && item !== null) visit(item, `${name}.`, depth + 1);
      else throw new UsageError(`hostFunctions: ${name} is no function`);
    }
  };
  visit(functions, "", 1);
  return found;
}

/** Answers calls by synchronous functions. */
export function synchronousHost(functions: ReadonlyMap<string, HostFunction>): CallHost {
  return (name, args, kwargs, maxAnswerBytes) => {
    const handler = functions.get(name);
    if (handler === undefined) return encodeFailure("NameError", `there is no host function '${name.slice(0, 100)}'`);
    let answer: unknown;
    try {
      answer = Object.keys(kwargs).length === 0 ? handler(...args) : handler(...args, kwargs);
    } catch (error) {
      return encodeThrown(error);
    }
    if (answer instanceof Promise) {
      // nobody else waits for it
      answer.catch(() => undefined);
      return encodeFailure("TypeError", `${name}() returned a promise; an Interpreter cannot wait, a Session can`);
    }
    return encodeAnswer(name, answer, maxAnswerBytes);
  };
}
