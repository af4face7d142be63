// An interpreter of the build's own: the artifact started afresh, with what the build needs of its host.

import type { Artifact } from "./artifact.js";
import { installMethods } from "./install.js";
import { STATIC_BASE, STATIC_BYTES } from "./overlay.js";
import { NAMES } from "./names.js";
import { INITIAL_PAGES } from "./passes/memory.js";

/** What source of our own is called, and the folder that the library is imported from; tracebacks leave files out whose names begin so. */
export const LIBRARY = "<sandbox>";

const C_STACK_BYTES = 1024 * 1024;
const HARD_RESERVE_BYTES = 16 * 1024;
const SOFT_RESERVE_BYTES = 64 * 1024;

/** How far from the expected address the room for the overlay's data may begin. */
const ROOM_ALIGNMENT = 64;

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

/** The import `file`: see overlay/host/syscalls.ts. */
export type FileCall = (operation: number, a: number, b: number, c: number) => number;

interface GuestOptions {
  /** How far memory may grow. */
  maxPages?: number;
  /** Hears what is printed, a piece at a time. */
  onPrint: (text: string) => void;
  serve: (memory: WebAssembly.Memory) => FileCall;
}

export class Guest {
  readonly memory: WebAssembly.Memory;
  readonly exports: Exports;
  /** Where things lie in linear memory, and the numbers of interned strings. */
  readonly facts: {
    stackPointer: number;
    stackBase: number;
    stackHard: number;
    stackSoft: number;
    pystackEnd: number;
    lastPool: number;
    out: number;
    sourceName: number;
    ownSourceName: number;
  };

  constructor(
    wasm: Uint8Array<ArrayBuffer>,
    parts: Artifact["parts"],
    { maxPages = INITIAL_PAGES, onPrint, serve }: GuestOptions,
  ) {
    const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: maxPages });
    const host = {
      memory,
      stop(reason: number): void {
        throw new Error(`the interpreter stopped during the build (reason ${reason})`);
      },
      write: (_fd: number, pointer: number, bytes: number): void =>
        onPrint(new TextDecoder().decode(new Uint8Array(memory.buffer, pointer, bytes))),
      clock_ms: (): number => 0,
      sleep_ms(): void {},
      random_u32: (): number => 1,
      call: (): number => 0,
      take(): void {},
      file: serve(memory),
    };
    const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), { host });
    const exports = instance.exports as unknown as Exports;
    this.memory = memory;
    this.exports = exports;
    if (exports.fuel) exports.fuel.value = 2n ** 40n;
    exports.max_pages.value = maxPages;
    exports.depth_limit.value = 100;
    for (const { address, index } of parts.slots) this.view.setUint32(address, index, true);
    for (const { address, flags } of parts.typeFlags)
      this.view.setUint16(address, this.view.getUint16(address, true) | flags, true);
    exports.__wasm_call_ctors();

    const room = exports.malloc(STATIC_BYTES + ROOM_ALIGNMENT);
    if (room > STATIC_BASE || room + ROOM_ALIGNMENT < STATIC_BASE)
      throw new Error(`guest: the room for the overlay's data begins at ${room}`);
    // allocated next, the C stack lies directly below the Python stack, where the collector wants it
    const stackBase = exports.malloc(C_STACK_BYTES);
    const stackPointer = (stackBase + C_STACK_BYTES) & ~15;
    const [stackHard, stackSoft] = [stackBase + HARD_RESERVE_BYTES, stackBase + SOFT_RESERVE_BYTES];
    exports.stack_hard.value = stackHard;
    exports.stack_soft.value = stackSoft;
    exports._emscripten_stack_restore(stackPointer);
    exports.mp_js_init(PYTHON_STACK_WORDS, HEAP_BYTES);
    const pystack = this.view.getUint32(parts.pystackStart, true);
    if (pystack < stackPointer || pystack > stackPointer + 64)
      throw new Error("guest: the Python stack does not lie directly above the C stack");
    if (this.view.getUint32(parts.firstArea + 4, true) < pystack)
      throw new Error("guest: the memory at the start is too small for the heap; raise INITIAL_PAGES");
    this.view.setUint32(parts.stackLimit, C_STACK_BYTES - CHECK_RESERVE_BYTES, true);

    const out = exports.malloc(16);
    const [sourceName, ownSourceName] = [this.#nameOf("<string>"), this.#nameOf(LIBRARY)];
    NAMES.forEach((text, at) => this.view.setUint16(parts.names + 2 * at, this.#nameOf(text), true));
    for (const [text, type] of Object.entries(parts.exceptionTypes))
      this.view.setUint16(type + 6, this.#nameOf(text), true);
    const pystackEnd = pystack + 4 * PYTHON_STACK_WORDS;
    const { lastPool } = parts;
    this.facts = {
      stackPointer,
      stackBase,
      stackHard,
      stackSoft,
      pystackEnd,
      lastPool,
      out,
      sourceName,
      ownSourceName,
    };
    installMethods(this, parts.methods);
  }

  /** Memory as it is now: it may grow. */
  get view(): DataView {
    return new DataView(this.memory.buffer);
  }

  /** Runs source of our own; `what` is its name in errors. */
  run(source: Uint8Array, what: string): void {
    const { out, ownSourceName } = this.facts;
    this.exports.source_name.value = ownSourceName;
    const pointer = this.#copyIn(source);
    this.exports.mp_js_do_exec(pointer, source.length, out);
    this.exports.free(pointer);
    const { view } = this;
    if (view.getUint32(out, true) !== 0xffffffff) return;
    const text = new Uint8Array(this.memory.buffer, view.getUint32(out + 8, true), view.getUint32(out + 4, true));
    throw new Error(`${what}: ${new TextDecoder().decode(text)}`);
  }

  /** A name as a Python object. */
  intern(text: string): number {
    return (this.#nameOf(text) << 3) | 2;
  }

  #nameOf(text: string): number {
    return this.exports.qstr_from_str(this.#copyIn(Buffer.from(`${text}\0`)));
  }

  /** Copies bytes to newly allocated memory. */
  #copyIn(bytes: Uint8Array): number {
    const pointer = this.exports.malloc(bytes.length);
    new Uint8Array(this.memory.buffer).set(bytes, pointer);
    return pointer;
  }
}
