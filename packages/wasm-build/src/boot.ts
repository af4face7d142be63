// Starts the artifact once and leaves it ready to run code: stacks laid out, interpreter initialised, helpers loaded. What memory then holds is the image.

import { readFileSync } from "node:fs";
import { LIBRARY, serveLibrary } from "./library.js";
import { removeModules } from "./modules.js";
import type { Artifact } from "./artifact.js";
import { INITIAL_PAGES } from "./passes/memory.js";

const C_STACK_BYTES = 1024 * 1024;
const HARD_RESERVE_BYTES = 16 * 1024;
const SOFT_RESERVE_BYTES = 64 * 1024;

/** mp_cstack_check raises this far above the soft limit. */
const CHECK_RESERVE_BYTES = 96 * 1024;

const PYTHON_STACK_WORDS = 128 * 1024;
const HEAP_BYTES = 384 * 1024;

interface Exports {
  malloc(bytes: number): number;
  free(pointer: number): void;
  mp_js_init(pystackWords: number, heapBytes: number): void;
  mp_js_do_exec(source: number, bytes: number, out: number): void;
  qstr_from_str(text: number): number;
  clear_free_blocks(): void;
  _emscripten_stack_restore(pointer: number): void;
  __wasm_call_ctors(): void;
  fuel?: WebAssembly.Global;
  max_pages: WebAssembly.Global;
  source_name: WebAssembly.Global;
  stack_soft: WebAssembly.Global;
  stack_hard: WebAssembly.Global;
  depth_limit: WebAssembly.Global;
}

/** What a started interpreter consists of. Addresses are in linear memory. */
export interface Booted {
  memory: Uint8Array;
  facts: Record<string, number>;
}

export function boot(wasm: Uint8Array<ArrayBuffer>, parts: Artifact["parts"]): Booted {
  const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: INITIAL_PAGES });
  let printed = "";
  const host = {
    memory,
    stop(reason: number): void {
      throw new Error(`the interpreter stopped while it was started (reason ${reason})`);
    },
    write(_fd: number, pointer: number, bytes: number): void {
      printed += new TextDecoder().decode(new Uint8Array(memory.buffer, pointer, bytes));
    },
    clock_ms: (): number => 0,
    sleep_ms(): void {},
    random_u32: (): number => 1,
    call: (): number => 0,
    take(): void {},
    file: serveLibrary(memory),
  };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), { host });
  const exports = instance.exports as unknown as Exports;
  if (exports.fuel) exports.fuel.value = 2n ** 40n;
  exports.max_pages.value = INITIAL_PAGES;
  exports.depth_limit.value = 100;
  exports.__wasm_call_ctors();

  // allocated first, the C stack lies directly below the Python stack, where the collector wants it
  const stackBase = exports.malloc(C_STACK_BYTES);
  const stackTop = (stackBase + C_STACK_BYTES) & ~15;
  exports.stack_hard.value = stackBase + HARD_RESERVE_BYTES;
  exports.stack_soft.value = stackBase + SOFT_RESERVE_BYTES;
  exports._emscripten_stack_restore(stackTop);
  exports.mp_js_init(PYTHON_STACK_WORDS, HEAP_BYTES);
  const view = new DataView(memory.buffer);
  const pystack = view.getUint32(parts.pystackStart, true);
  if (pystack < stackTop || pystack > stackTop + 64)
    throw new Error("boot: the Python stack does not lie directly above the C stack");
  view.setUint32(parts.stackLimit, C_STACK_BYTES - CHECK_RESERVE_BYTES, true);

  const out = exports.malloc(16);
  const nameOf = (text: string): number => exports.qstr_from_str(copyIn(exports, memory, Buffer.from(`${text}\0`)));
  const sourceName = nameOf("<string>");
  const ownSourceName = nameOf(LIBRARY);
  exports.source_name.value = ownSourceName;
  const execute = (source: Uint8Array): void => {
    const pointer = copyIn(exports, memory, source);
    exports.mp_js_do_exec(pointer, source.length, out);
    exports.free(pointer);
    if (view.getUint32(out, true) !== 0xffffffff) return;
    const text = new Uint8Array(memory.buffer, view.getUint32(out + 8, true), view.getUint32(out + 4, true));
    throw new Error(`boot.py: ${new TextDecoder().decode(text)}`);
  };
  const functions = parts.natives.map((native) => placeNative(exports, view, native));
  execute(Buffer.from(`natives = (${functions.map((text) => `${text}, `).join("")})`));
  execute(readFileSync(new URL("../boot/boot.py", import.meta.url)));
  // what boot.py has thrown away would be part of the image, and its absence of every snapshot
  exports.clear_free_blocks();
  const told = JSON.parse(printed) as Record<string, number>;
  if (told["type_str"] !== parts.strType || told["type_float"] !== parts.floatType)
    throw new Error("boot: str or float is not the type that the overlay was given");
  removeModules(memory.buffer, { lastPool: parts.lastPool, type_module: told["type_module"]! });
  return {
    memory: new Uint8Array(memory.buffer),
    facts: {
      pages: INITIAL_PAGES,
      stackPointer: stackTop,
      stackBase,
      stackHard: stackBase + HARD_RESERVE_BYTES,
      stackSoft: stackBase + SOFT_RESERVE_BYTES,
      pystackEnd: pystack + 4 * PYTHON_STACK_WORDS,
      lastPool: parts.lastPool,
      out,
      sourceName,
      ownSourceName,
      ...told,
    },
  };
}

/**
 * Makes mp_obj_fun_builtin_fixed_t or mp_obj_fun_builtin_var_t but for its type, which boot.py writes: outside the heap it is never collected. Returns what boot.py is told: name, address, kind.
 */
function placeNative(exports: Exports, view: DataView, native: Artifact["parts"]["natives"][number]): string {
  const address = exports.malloc(12);
  const count = native.arguments;
  const fixed = typeof count === "number" && count <= 3;
  if (fixed) {
    view.setUint32(address + 4, native.index, true);
  } else {
    const [least, most] = typeof count === "number" ? [count, count] : count;
    view.setUint32(address + 4, (least << 17) | (most << 1), true);
    view.setUint32(address + 8, native.index, true);
  }
  return `("${native.name}", ${address}, ${fixed ? count : 4})`;
}

/** Copies bytes to newly allocated memory of the guest's. */
function copyIn(exports: Exports, memory: WebAssembly.Memory, bytes: Uint8Array): number {
  const pointer = exports.malloc(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, pointer);
  return pointer;
}
