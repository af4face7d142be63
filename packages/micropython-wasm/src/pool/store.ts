import { UsageError } from "../errors.js";

/**
 * Where a pool keeps the sessions that are not live. Keys are any strings, also empty, very long, or with halves of surrogate pairs: take them neither for paths
 * nor for names of properties. What a method throws or rejects with reaches the pool's caller as the cause of a SnapshotStoreError.
 */
export interface SnapshotStore {
  /** The bytes that were last set for the key; undefined where there are none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Replaces the bytes as a whole: where it rejects, or the process dies, those that were there before are still there. */
  set(key: string, bytes: Uint8Array): Promise<void>;
  /** Resolves too where there are none. */
  delete(key: string): Promise<void>;
}

export interface MemorySnapshotStoreOptions {
  /** Most bytes of snapshots that are held; more are refused, and the session stays live. Default 1 GiB. */
  maxBytes?: number;
}

/** Keeps snapshots in this process: they end with it. */
export class MemorySnapshotStore implements SnapshotStore {
  readonly #maxBytes: number;
  readonly #snapshots = new Map<string, Uint8Array>();
  #bytes = 0;

  /** @throws {UsageError} where `maxBytes` is no number from 0. */
  constructor({ maxBytes = 1024 ** 3 }: MemorySnapshotStoreOptions = {}) {
    if (!(typeof maxBytes === "number" && maxBytes >= 0))
      throw new UsageError(`maxBytes must be a number from 0, or Infinity; got ${String(maxBytes)}`);
    this.#maxBytes = maxBytes;
  }

  /** How many snapshots it holds. */
  get size(): number {
    return this.#snapshots.size;
  }

  /** The bytes that they have together. */
  get bytes(): number {
    return this.#bytes;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.#snapshots.get(key)?.slice();
  }

  async set(key: string, bytes: Uint8Array): Promise<void> {
    const sum = this.#bytes - (this.#snapshots.get(key)?.length ?? 0) + bytes.length;
    if (sum > this.#maxBytes) {
      throw new RangeError(
        `the snapshots in memory would have ${sum} bytes together; maxBytes is ${this.#maxBytes}: delete some, or give more`,
      );
    }
    this.#snapshots.set(key, bytes.slice());
    this.#bytes = sum;
  }

  async delete(key: string): Promise<void> {
    this.#bytes -= this.#snapshots.get(key)?.length ?? 0;
    this.#snapshots.delete(key);
  }
}
