import { SnapshotStoreError } from "../errors.js";
import type { SessionOptions } from "../session/options.js";
import { Session } from "../session/session.js";
import { keyBytes } from "./keyBytes.js";
import type { SnapshotStore } from "./store.js";

/** Without a key of the host's: a signature that anybody can make, but that still tells one session's snapshot from another's. */
const noSecret = new TextEncoder().encode("micropython-wasm session pool");

/**
 * Sessions on their way to the store and back. Each snapshot is signed for the key that it is kept under: one that a store gives for another key, or that
 * somebody copied there, is refused.
 */
export class Hibernation {
  readonly #store: SnapshotStore;
  readonly #snapshotKey: Uint8Array<ArrayBuffer>;
  #imported: Promise<CryptoKey> | undefined;

  constructor(store: SnapshotStore, snapshotKey: Uint8Array | undefined) {
    this.#store = store;
    this.#snapshotKey = new Uint8Array(snapshotKey ?? noSecret);
  }

  /** @throws {SnapshotStoreError} where the store does not take the snapshot. @throws {SnapshotError} where the session runs something. */
  async save(key: string, session: Session): Promise<void> {
    const bytes = await session.snapshot({ key: await this.#signingKey(key) });
    await this.#ask("keep a snapshot", () => this.#store.set(key, bytes));
  }

  /** Undefined where the store has nothing for the key. @throws {SnapshotStoreError | SnapshotError} where it is there but of no use. */
  async wake(key: string, options: SessionOptions): Promise<Session | undefined> {
    const bytes: unknown = await this.#ask("give a snapshot", () => this.#store.get(key));
    if (bytes === undefined) return undefined;
    if (!(bytes instanceof Uint8Array))
      throw new SnapshotStoreError("the store gave something that is neither a Uint8Array nor undefined");
    return Session.restore(bytes, { ...options, key: await this.#signingKey(key) });
  }

  /** @throws {SnapshotStoreError} */
  async forget(key: string): Promise<void> {
    await this.#ask("delete a snapshot", () => this.#store.delete(key));
  }

  async #signingKey(key: string): Promise<Uint8Array> {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    this.#imported ??= crypto.subtle.importKey("raw", this.#snapshotKey, algorithm, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", await this.#imported, keyBytes(key)));
  }

  async #ask<T>(what: string, question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new SnapshotStoreError(`the store could not ${what}: ${why}`, { cause: error });
    }
  }
}
