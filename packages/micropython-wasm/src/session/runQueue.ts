import { AbortedError } from "../errors.js";

/** Jobs one after the other, in the order in which they were added. */
export class RunQueue {
  #last: Promise<void> = Promise.resolve();

  /**
   * Settles as `job` does. A signal that fires while the job still waits rejects at once and the job never starts; from its
   * start on the signal is the job's own affair.
   */
  add<T>(job: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(abortedBefore(signal));
      const takeTurn = async (previous: Promise<void>): Promise<void> => {
        await previous;
        signal?.removeEventListener("abort", abort);
        if (!signal?.aborted) await job().then(resolve, reject);
      };
      signal?.addEventListener("abort", abort, { once: true });
      if (signal?.aborted) abort();
      this.#last = takeTurn(this.#last);
    });
  }

  /** Resolves when every job added so far has ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}

/** What a promise gives, unless the signal fires before that; what it gives later goes to `drop`. */
export async function unlessAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
  drop: (late: T) => unknown,
): Promise<T> {
  let abort = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(abortedBefore(signal));
  });
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted) abort();
  try {
    return await Promise.race([aborted, promise]);
  } catch (error) {
    if (signal?.aborted) void promise.then(drop, () => undefined);
    throw error;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

/** The error of what never started, because its signal fired before. */
export function abortedBefore(signal: AbortSignal | undefined): AbortedError {
  return Object.assign(new AbortedError("the run was aborted before it started"), { cause: signal?.reason as unknown });
}
