import type { Artifact } from "./artifact.js";
import { Budget } from "./budget.js";
import type { HostCalls } from "./hostCalls.js";
import { makeImports } from "./imports.js";
import type { Ambient } from "../host/ambient.js";
import type { FileSystem } from "../host/files/fileSystem.js";
import type { Limits } from "../limits.js";
import type { Origin } from "./origin.js";
import type { Output } from "./output.js";
import { Stop } from "./stop.js";
import { OWN_SOURCE } from "./traceback.js";

const PAGE_BYTES = 65536;

/**
 * C stack for each level of Python calls that is allowed: what recurses in C (a nested list's repr) meets its limit where the thread's own stack, which
 * recursionLimit was chosen for, still has room.
 */
const C_STACK_BYTES_PER_LEVEL = 1024;

/** Source names whose numbers are remembered. */
const MAX_NAMES = 1_000;

interface Exports {
  malloc(bytes: number): number;
  free(pointer: number): void;
  mp_js_do_exec(source: number, bytes: number, out: number): void;
  mp_sched_keyboard_interrupt(): void;
  clear_free_blocks(): void;
  qstr_from_str(text: number): number;
  _emscripten_stack_restore(pointer: number): void;
  fuel?: WebAssembly.Global;
  check_at?: WebAssembly.Global;
  source_name: WebAssembly.Global;
  max_pages: WebAssembly.Global;
  stack_soft: WebAssembly.Global;
  stack_hard: WebAssembly.Global;
  depth: WebAssembly.Global;
  depth_limit: WebAssembly.Global;
}

export interface InstanceOptions {
  memoryBytes: number;
  interrupt: Int32Array | undefined;
  ambient: Ambient;
  files: FileSystem;
  stdout: Output;
  stderr: Output;
  hostCalls: HostCalls;
}

/** One wasm instance with its memory: ready to run, and thrown away when it traps. */
export class Instance {
  readonly memory: WebAssembly.Memory;
  readonly exports: Exports;
  readonly budget: Budget;
  readonly #artifact: Artifact;
  readonly #names: Map<string, number>;

  constructor(artifact: Artifact, options: InstanceOptions, origin: Origin) {
    const { facts } = artifact.image;
    this.#artifact = artifact;
    this.#names = new Map([
      ["<string>", facts.sourceName],
      [OWN_SOURCE, facts.ownSourceName],
    ]);
    const maximum = Math.floor(options.memoryBytes / PAGE_BYTES);
    this.memory = new WebAssembly.Memory({ initial: origin.memoryBytes / PAGE_BYTES, maximum });
    // the budget needs the instance's fuel, the instance needs the imports: they find the budget when they are called
    const imports = makeImports(this.memory, () => this.budget, {
      ...options,
      library: artifact.image.content.library,
    });
    const instance = new WebAssembly.Instance(artifact.module, { host: { memory: this.memory, ...imports } });
    this.exports = instance.exports as unknown as Exports;
    this.budget = new Budget(this.exports, options.interrupt, () => this.exports.mp_sched_keyboard_interrupt());
    origin.copyTo(new Uint8Array(this.memory.buffer));
    this.exports._emscripten_stack_restore(facts.stackPointer);
    this.exports.stack_hard.value = facts.stackHard;
  }

  /** Sets what the module itself holds the guest to. */
  limit({ memoryBytes, recursionLimit }: Pick<Limits, "memoryBytes" | "recursionLimit">): void {
    const { facts } = this.#artifact.image;
    this.exports.max_pages.value = Math.floor(memoryBytes / PAGE_BYTES);
    this.exports.depth_limit.value = recursionLimit;
    this.exports.stack_soft.value = Math.max(
      facts.stackSoft,
      facts.stackPointer - recursionLimit * C_STACK_BYTES_PER_LEVEL,
    );
  }

  /** Copies bytes into the guest's memory; what was allocated is to be freed. @throws {Stop} where there is no room. */
  copyIn(bytes: Uint8Array): number {
    const pointer = this.exports.malloc(bytes.length) >>> 0;
    if (pointer === 0 || pointer + bytes.length > this.memory.buffer.byteLength) throw new Stop("memory");
    new Uint8Array(this.memory.buffer).set(bytes, pointer);
    return pointer;
  }

  /** Sets the name that tracebacks show for the source that runs next. */
  nameSource(filename: string): void {
    let number = this.#names.get(filename);
    if (number === undefined) {
      const pointer = this.copyIn(new TextEncoder().encode(`${filename}\0`));
      number = this.exports.qstr_from_str(pointer);
      this.exports.free(pointer);
      if (this.#names.size < MAX_NAMES) this.#names.set(filename, number);
    }
    this.exports.source_name.value = number;
  }
}
