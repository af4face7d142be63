import type { AmbientState } from "../host/ambient.js";
import type { ImageFacts } from "./image.js";
import type { Origin } from "./origin.js";

/** Before the memory: the phase, the number of the request that it was saved after, then (from byte 8, as doubles) the memory's length, the clock, and the random generator's four words. */
const HEADER_BYTES = 64;

/** The first word of a checkpoint's buffer. A frozen one is never written again: `frozen` is added to what it was. */
const Phase = { empty: 0, saving: 1, saved: 2, frozen: 4 } as const;

/** What a checkpoint is kept in. */
export type CheckpointBuffer = ArrayBuffer | SharedArrayBuffer;

/**
 * The copy of an interpreter's memory that a stopped run goes back to: all of it but the two stacks, which are empty between runs. In a session its buffer
 * is shared with the main thread, so that the copy outlives a worker that had to be terminated; where no memory can be shared the main thread is sent a copy of it.
 */
export class Checkpoint implements Origin {
  readonly #facts: ImageFacts;
  #buffer: CheckpointBuffer;

  constructor(facts: ImageFacts, buffer: CheckpointBuffer = Checkpoint.ownBuffer()) {
    this.#facts = facts;
    this.#buffer = buffer;
  }

  /** A buffer for memory of up to `memoryBytes`, which two threads can use; what is not used of it is only reserved. */
  static sharedBuffer(memoryBytes: number): SharedArrayBuffer {
    return new SharedArrayBuffer(HEADER_BYTES, { maxByteLength: HEADER_BYTES + memoryBytes });
  }

  /** Whether it is what `sharedBuffer` makes for so much memory. */
  static isFor(memoryBytes: number, buffer: SharedArrayBuffer): boolean {
    return buffer.maxByteLength === HEADER_BYTES + memoryBytes;
  }

  /** A buffer that only one thread uses. */
  static ownBuffer(): ArrayBuffer {
    return new ArrayBuffer(HEADER_BYTES);
  }

  /**
   * Keeps a worker that is about to be terminated from saving what the request of this number has left. False where it is doing that, or has done it: then the
   * request has ended, and its answer is on the way.
   */
  static freeze(buffer: CheckpointBuffer, request: number): boolean {
    const words = new Int32Array(buffer, 0, 2);
    for (const from of [Phase.empty, Phase.saved]) {
      if (Atomics.compareExchange(words, 0, from, from | Phase.frozen) !== from) continue;
      if (Atomics.load(words, 1) !== request) return true;
      Atomics.store(words, 0, from);
      return false;
    }
    return Atomics.load(words, 0) !== Phase.saving;
  }

  /** Lets the next worker use the buffer, which numbers its requests anew. */
  static thaw(buffer: CheckpointBuffer): void {
    const words = new Int32Array(buffer, 0, 2);
    Atomics.store(words, 1, 0);
    Atomics.and(words, 0, Phase.saved);
  }

  /** Whether a worker that starts with the buffer will find a copy in it. */
  static isSaved(buffer: CheckpointBuffer): boolean {
    return (Atomics.load(new Int32Array(buffer, 0, 1), 0) & Phase.saved) !== 0;
  }

  /** A copy of the buffer, for another thread. */
  copyBuffer(): ArrayBuffer {
    const copy = new ArrayBuffer(this.#buffer.byteLength);
    new Uint8Array(copy).set(new Uint8Array(this.#buffer));
    return copy;
  }

  get saved(): boolean {
    return Atomics.load(this.#phase, 0) === Phase.saved;
  }

  get memoryBytes(): number {
    return this.#numbers[0]!;
  }

  get ambient(): AmbientState {
    const [, clockMs, ...random] = this.#numbers;
    return { clockMs: clockMs!, random };
  }

  /** `request` is the number of the one that has just ended, or 0. */
  save(memory: Uint8Array, ambient: AmbientState, request: number): void {
    const { stackBase, pystackEnd } = this.#facts;
    this.#makeRoom(HEADER_BYTES + stackBase + memory.length - pystackEnd);
    const before = Atomics.load(this.#phase, 0);
    if (before >= Phase.frozen || Atomics.compareExchange(this.#phase, 0, before, Phase.saving) !== before) return;
    this.#numbers.set([memory.length, ambient.clockMs, ...ambient.random]);
    const copy = new Uint8Array(this.#buffer, HEADER_BYTES);
    copy.set(memory.subarray(0, stackBase));
    copy.set(memory.subarray(pystackEnd), stackBase);
    Atomics.store(this.#phase, 1, request);
    Atomics.store(this.#phase, 0, Phase.saved);
  }

  /** Forgets the copy in a buffer that nobody uses. */
  static empty(buffer: CheckpointBuffer): void {
    const words = new Int32Array(buffer, 0, 2);
    Atomics.store(words, 1, 0);
    Atomics.store(words, 0, Phase.empty);
  }

  /** Forgets the copy. */
  clear(): void {
    Checkpoint.empty(this.#buffer);
  }

  copyTo(memory: Uint8Array): void {
    const { stackBase, pystackEnd } = this.#facts;
    memory.set(new Uint8Array(this.#buffer, HEADER_BYTES, stackBase));
    memory.set(new Uint8Array(this.#buffer, HEADER_BYTES + stackBase, this.memoryBytes - pystackEnd), pystackEnd);
  }

  get #phase(): Int32Array {
    return new Int32Array(this.#buffer, 0, 2);
  }

  get #numbers(): Float64Array {
    return new Float64Array(this.#buffer, 8, 6);
  }

  /** Never gives room back: memory does not shrink either, but for a reset. */
  #makeRoom(bytes: number): void {
    if (this.#buffer.byteLength >= bytes) return;
    if (this.#buffer instanceof ArrayBuffer) this.#buffer = new ArrayBuffer(bytes);
    else this.#buffer.grow(bytes);
  }
}
