// What an interpreter is given to run besides the caller's source: calls of its hook `__host_input__` (packages/wasm-build/boot/boot.py), with what that is to do.

import type { FunctionText } from "../host/describe.js";
import type { InterpreterOptions } from "./options.js";
import { UsageError } from "../errors.js";
import { checkDottedName, checkName } from "./names.js";
import { MAX_DEPTH, NotPlainDataError } from "./plainData.js";
import { OWN_SOURCE } from "./traceback.js";
import { encodeValue, Module } from "./wireEncoder.js";

/** Source to run. Plain data, which can be sent to another thread. */
export interface Task {
  source: string;
  filename: string;
  /** The source as its author wrote it: what MicroPython cannot compile, or compiles wrongly, is lowered from there. Default: it is run as it is. */
  written?: string;
  /** What the source asks for by `__host_input__`. */
  input?: Uint8Array;
  /** What its value is called, where one that cannot cross is an error: "the result of f()". */
  wanted?: string;
}

/** Code of our own. */
export function ownTask(source: string): Task {
  return { source, filename: OWN_SOURCE };
}

const inputTask = ownTask("__host_input__()");

/** @throws {UsageError} for a name that is none, or an argument that cannot cross. */
export function callTask(name: string, args: readonly unknown[], kwargs: { readonly [name: string]: unknown }): Task {
  checkDottedName(name, "the name of the function");
  if (!Array.isArray(args)) throw new UsageError("the arguments must be an array");
  if (typeof kwargs !== "object" || kwargs === null) throw new UsageError("the keyword arguments must be an object");
  const input = encodeInput("call", { name, args, kwargs });
  return { ...inputTask, input, wanted: `the result of ${name}()` };
}

/** @throws {UsageError} for a name that is none, or a value that cannot cross. */
export function setTask(name: string, value: unknown): Task {
  checkName(name, "the name of the variable");
  return { ...inputTask, input: encodeInput("set", { name, value }) };
}

/** @throws {UsageError} for a name that is none. */
export function getTask(name: string): Task {
  checkDottedName(name, "the name of the variable");
  return { ...inputTask, input: encodeInput("get", { name }), wanted: name };
}

/** An input adds two levels: itself, and the list of the arguments. */
const INPUT_DEPTH = MAX_DEPTH + 2;

/** The kind and the values of the parts, in their order. @throws {UsageError} for what cannot cross; its message begins with the name of the part. */
function encodeInput(kind: "call" | "get" | "set", parts: { readonly [name: string]: unknown }): Uint8Array {
  try {
    return encodeValue(Object.freeze([kind, ...Object.values(parts)]), { maxDepth: INPUT_DEPTH });
  } catch (error) {
    if (!(error instanceof NotPlainDataError)) throw error;
    const part = Number(error.path[0] ?? 0);
    throw new UsageError(error.describe(Object.keys(parts)[part - 1] ?? kind, 1));
  }
}

/** Sets the program's arguments, where they are given, and defines the host functions; each group of the dotted names is a module. */
export function prepareTask(
  { argv, env }: Pick<InterpreterOptions, "argv" | "env">,
  functions: readonly FunctionText[],
): Task {
  const modules = new Map<string, Module>();
  for (const { name } of functions) {
    for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
      const group = name.slice(0, dot);
      modules.set(group, new Module({ __name__: group }));
    }
  }
  return { ...inputTask, input: encodeValue(Object.freeze(["prepare", argv, env, functions.map(textTuple), modules])) };
}

function textTuple({ name, head, doc }: FunctionText): readonly (string | null)[] {
  return Object.freeze([name, head, doc === "" ? null : doc]);
}
