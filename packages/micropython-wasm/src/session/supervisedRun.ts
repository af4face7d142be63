import { AbortedError, TimeoutError } from "../errors.js";
import type { SandboxError } from "../errors.js";
import type { PartialResult, RunResult } from "../result.js";
import type { Stream } from "./outputRing.js";
import type { RunRequest } from "./protocol.js";
import type { OnOutput, WorkerThread } from "./workerThread.js";

/** How long a worker that was told to stop may take to answer, in milliseconds, before it is terminated. */
const graceMs = 200;

/** The caller's: what it throws, or rejects with, ends the run; a promise that it gives holds further output back. */
type Listener = (stream: Stream, text: string) => unknown;
/** Makes the error of a run that was stopped from outside. */
type Reason = (result: PartialResult | undefined) => SandboxError;

/** One run under way, held from the main thread: a deadline and an abort that also work where the worker is stuck. */
export class SupervisedRun {
  /** Settles once the worker has answered, or has been terminated because it did not. */
  readonly finished: Promise<RunResult>;
  readonly #thread: WorkerThread;
  #reason: Reason | undefined;
  #stopWaiting = (): void => {};
  #killed = false;
  #grace: NodeJS.Timeout | undefined;

  constructor(thread: WorkerThread, request: RunRequest, listener: Listener) {
    this.#thread = thread;
    const { timeoutMs } = request;
    const timedOut: Reason = (result) => new TimeoutError(timeoutMs, result);
    // The interpreter watches the same deadline at each fuel check; this one is for where it reaches none.
    const deadline = timeoutMs === Infinity ? undefined : setTimeout(() => this.#stop(timedOut), timeoutMs);
    this.finished = this.#run(request, listener).finally(() => {
      clearTimeout(deadline);
      clearTimeout(this.#grace);
    });
  }

  /** Stops the run with AbortedError. */
  abort(message: string, cause?: unknown): void {
    this.#stop((result) => Object.assign(new AbortedError(message, result), cause === undefined ? {} : { cause }));
  }

  async #run(request: RunRequest, listener: Listener): Promise<RunResult> {
    let thrown: { error: unknown } | undefined;
    const fail = (error: unknown): void => {
      thrown ??= { error };
      this.abort("an output listener failed");
    };
    const onOutput: OnOutput = (stream, text) => {
      if (thrown !== undefined) return undefined;
      try {
        const answer = listener(stream, text);
        return isThenable(answer) ? this.#untilStopped(answer, fail) : undefined;
      } catch (error) {
        fail(error);
        return undefined;
      }
    };
    const settled = await this.#thread.run(request, onOutput).then(
      (result) => ({ result }),
      (error: unknown) => ({ error: this.#explain(error) }),
    );
    // The listener's own error is the one that its author must see.
    if (thrown !== undefined) throw thrown.error;
    if ("error" in settled) throw settled.error;
    return settled.result;
  }

  /** A listener that takes its time holds the program up, but not the end of a run that is to stop. */
  #untilStopped(answer: PromiseLike<unknown>, fail: (error: unknown) => void): Promise<void> | undefined {
    const heard = Promise.resolve(answer).then(undefined, fail);
    if (this.#reason !== undefined) return undefined;
    return new Promise((resolve) => {
      this.#stopWaiting = resolve;
      void heard.then(() => resolve());
    });
  }

  #stop(reason: Reason): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#stopWaiting();
    this.#thread.abort();
    this.#grace = setTimeout(() => {
      this.#killed = true;
      void this.#thread.terminate();
    }, graceMs);
  }

  /** The worker only knows that it was told to stop; why is known here. */
  #explain(error: unknown): unknown {
    if (this.#reason === undefined) return error;
    if (this.#killed) {
      const lost = this.#reason(undefined);
      lost.message += `; the worker did not answer within ${graceMs} ms and was terminated, so the state is lost and the next run starts afresh`;
      return lost;
    }
    return error instanceof AbortedError ? this.#reason(error.result) : error;
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
