// Starts the artifact once and leaves it ready to run code: stacks laid out, interpreter initialised, helpers loaded. What memory then holds is the image.

import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import type { Artifact } from "./artifact.js";
import { Guest, LIBRARY } from "./guest.js";
import { type Library, serveFiles } from "./library.js";
import { changeModules } from "./modules.js";
import { INITIAL_PAGES } from "./passes/memory.js";

/** Room for the table of modules that files come before. */
const MODULES_BYTES = 512;

/** What a started interpreter consists of. Addresses are in linear memory. */
export interface Booted {
  memory: Uint8Array;
  facts: Record<string, number>;
}

export function boot(wasm: Uint8Array<ArrayBuffer>, parts: Artifact["parts"], library: Library): Booted {
  let printed = "";
  const onPrint = (text: string): void => void (printed += text);
  const files = new Map([...library].map(([path, bytes]) => [`${LIBRARY}/${path}`, bytes]));
  const guest = new Guest(wasm, parts, { onPrint, serve: (memory) => serveFiles(memory, files) });
  const room = { address: guest.exports.malloc(MODULES_BYTES), bytes: MODULES_BYTES };
  const functions = parts.natives.map((native) => placeNative(guest, native));
  guest.run(Buffer.from(`natives = (${functions.map((text) => `${text}, `).join("")})`), "natives");
  guest.run(Buffer.from(`exception_types = ${JSON.stringify(parts.exceptionTypes)}`), "exceptions");
  guest.run(builtinMethods(), "stdlib/builtins");
  guest.run(readFileSync(new URL("../boot/boot.py", import.meta.url)), "boot.py");
  // what boot.py has thrown away would be part of the image, and its absence of every snapshot
  guest.exports.clear_free_blocks();
  const told = JSON.parse(printed) as Record<string, number>;
  if (told["type_str"] !== parts.strType || told["type_float"] !== parts.floatType)
    throw new Error("boot: str or float is not the type that the overlay was given");
  const { buffer } = guest.memory;
  changeModules(buffer, { lastPool: parts.lastPool, type_module: told["type_module"]! }, room);
  return { memory: new Uint8Array(buffer), facts: { pages: INITIAL_PAGES, ...guest.facts, ...told } };
}

/**
 * Makes mp_obj_fun_builtin_fixed_t or mp_obj_fun_builtin_var_t but for its type, which boot.py writes: outside the heap it is never collected. Returns what boot.py is told: name, address, kind,
 * and the address of the closure around it, which makes it a method.
 */
function placeNative({ exports, view }: Guest, native: Artifact["parts"]["natives"][number]): string {
  const address = exports.malloc(12);
  const count = native.arguments;
  const fixed = typeof count === "number" && count <= 3;
  if (fixed) {
    view.setUint32(address + 4, native.index, true);
  } else {
    const [least, most] = typeof count === "number" ? [count, count] : count;
    view.setUint32(address + 4, (least << 17) | (most << 1) | Number(native.keywords ?? false), true);
    view.setUint32(address + 8, native.index, true);
  }
  return `("${native.name}", ${address}, ${fixed ? count : 4}, ${native.method ? exports.malloc(12) : 0})`;
}

/** A program that gives boot.py the names of each file of packages/stdlib/builtins. */
function builtinMethods(): Uint8Array {
  const folder = new URL("../../stdlib/builtins/", import.meta.url);
  const lines = ["builtin_methods = {}"];
  for (const file of readdirSync(folder).toSorted()) {
    const names = `builtin_methods[${JSON.stringify(basename(file, ".py"))}]`;
    lines.push(`${names} = {}`, `exec(${JSON.stringify(readFileSync(new URL(file, folder), "utf8"))}, ${names})`);
  }
  return Buffer.from(lines.join("\n"));
}
