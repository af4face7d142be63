// What `__host_input__` of packages/wasm-build/boot/boot.py is given to do.

import { UsageError } from "../errors.js";
import { MAX_DEPTH, NotPlainDataError } from "./plainData.js";
import { OWN_SOURCE } from "./traceback.js";
import { encodeValue, Module } from "./wire.js";

/** Asks for the input and does what it says. */
export const INPUT_SOURCE = { source: "__host_input__()", filename: OWN_SOURCE };

/** An input adds two levels: itself, and the list of the arguments. */
const INPUT_DEPTH = MAX_DEPTH + 2;

/** The kind and the values of the parts, in their order. @throws {UsageError} for what cannot cross; its message begins with the name of the part. */
export function encodeInput(kind: "call" | "get" | "set", parts: { readonly [name: string]: unknown }): Uint8Array {
  try {
    return encodeValue(Object.freeze([kind, ...Object.values(parts)]), { maxDepth: INPUT_DEPTH });
  } catch (error) {
    if (!(error instanceof NotPlainDataError)) throw error;
    const part = Number(error.path[0] ?? 0);
    throw new UsageError(error.describe(Object.keys(parts)[part - 1] ?? kind, 1));
  }
}

/** Sets the program's arguments, where they are given, and defines the host functions; each group of the dotted names is a module. */
export function preparation(argv: readonly string[] | undefined, names: readonly string[]): Uint8Array {
  const modules = new Map<string, Module>();
  for (const name of names) {
    for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
      const group = name.slice(0, dot);
      modules.set(group, new Module({ __name__: group }));
    }
  }
  return encodeValue(Object.freeze(["prepare", argv, names, modules]));
}
