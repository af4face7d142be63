import type { SandboxError } from "../errors.js";
import { abortedBefore } from "../session/runQueue.js";

interface Caller {
  key: string;
  /** Starts the caller, or says that there is no room yet. */
  tryStart(): boolean;
  refuse(error: SandboxError): void;
}

/** Who is next: calls for one key one after the other, and first come, first served, where there is no room for all. */
export class Turns {
  readonly #waiting = new Set<Caller>();
  readonly #taken = new Set<string>();
  #whenIdle: (() => void) | undefined;

  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Waits for the key, and then for what `begin` gives: undefined as long as there is no room. Whoever got it must `leave` the key.
   *
   * @throws {AbortedError} where the signal fires before.
   */
  enter<T>(key: string, begin: () => T | undefined, signal: AbortSignal | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortedBefore(signal));
      const abort = (): void => caller.refuse(abortedBefore(signal));
      const end = (): void => {
        this.#waiting.delete(caller);
        signal?.removeEventListener("abort", abort);
      };
      const caller: Caller = {
        key,
        tryStart() {
          const begun = begin();
          if (begun === undefined) return false;
          end();
          resolve(begun);
          return true;
        },
        refuse(error) {
          end();
          reject(error);
        },
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#waiting.add(caller);
      if (!this.#taken.has(key)) this.#advance();
    });
  }

  /** Takes a key that nobody has, at once. */
  seize(key: string): void {
    this.#taken.add(key);
  }

  /** Gives the key back, and lets those start who can now. */
  leave(key: string): void {
    this.#taken.delete(key);
    this.#advance();
    if (this.#taken.size === 0) this.#whenIdle?.();
  }

  /** Refuses all who wait. */
  refuse(error: () => SandboxError): void {
    for (const caller of this.#waiting) caller.refuse(error());
  }

  /** Resolves when nobody has a key. */
  async idle(): Promise<void> {
    if (this.#taken.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#whenIdle = resolve;
    });
  }

  /** Whose key is taken is passed over; where there is no room for one, there is none for those behind either. */
  #advance(): void {
    for (const caller of this.#waiting) {
      if (this.#taken.has(caller.key)) continue;
      this.#taken.add(caller.key);
      if (caller.tryStart()) continue;
      this.#taken.delete(caller.key);
      return;
    }
  }
}
