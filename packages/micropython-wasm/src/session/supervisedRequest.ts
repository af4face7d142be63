import { AbortedError, SandboxError, TimeoutError, withState } from "../errors.js";
import type { StateAfter } from "../errors.js";
import { Checkpoint } from "../interpreter/checkpoint.js";
import type { OnTrap } from "../interpreter/options.js";
import type { PartialResult } from "../result.js";
import type { Stream } from "./output.js";
import type { WorkerRequest } from "./protocol.js";
import { nothingKnown } from "./outcome.js";
import type { Answer, OnOutput, RequestHost, WorkerThread } from "./workerThread.js";

/** How long a worker that was told to stop may take to answer, in milliseconds, before it is terminated. */
const graceMs = 100;

/** How long to wait for an answer that is on its way. */
const momentMs = 20;

/** What hears a request: the output's listener, and what answers calls of host functions. */
export interface RequestListeners {
  onOutput: OutputListener;
  host: RequestHost;
}

/** The caller's: what it throws, or rejects with, ends the run; a promise that it gives holds further output back. */
type OutputListener = (stream: Stream, text: string) => unknown;
/** Makes the error of a run that was stopped from outside. */
type Reason = (result: PartialResult | undefined) => SandboxError;

/** One request under way, held from the main thread: a deadline and an abort that also work where the worker is stuck. */
export class SupervisedRequest {
  /** Settles once the worker has answered, or is being terminated because it did not. */
  readonly finished: Promise<Answer>;
  readonly #thread: WorkerThread;
  readonly #listeners: RequestListeners;
  #reason: Reason | undefined;
  #stopWaiting = (): void => {};
  readonly #onTrap: OnTrap;
  #killed = false;
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor(
    thread: WorkerThread,
    request: WorkerRequest,
    { timeoutMs, onTrap }: { timeoutMs: number; onTrap: OnTrap },
    listeners: RequestListeners,
  ) {
    this.#thread = thread;
    this.#onTrap = onTrap;
    this.#listeners = listeners;
    const timedOut: Reason = (result) => new TimeoutError(timeoutMs, result);
    // The interpreter watches the same deadline at each fuel check; this one is for where it reaches none.
    const deadline = timeoutMs === Infinity ? undefined : setTimeout(() => this.#stop(timedOut), timeoutMs);
    this.finished = this.#run(request).finally(() => {
      clearTimeout(deadline);
      clearTimeout(this.#grace);
    });
  }

  /** Stops the request with AbortedError. */
  abort(message: string, cause?: unknown): void {
    this.#stop((result) => Object.assign(new AbortedError(message, result), cause === undefined ? {} : { cause }));
  }

  async #run(request: WorkerRequest): Promise<Answer> {
    const { onOutput: listener, host } = this.#listeners;
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
    const settled = await this.#thread.request(request, { onOutput, host }).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error: this.#explain(error) }),
    );
    // The listener's own error is the one that its author must see.
    if (thrown !== undefined) throw thrown.error;
    if ("error" in settled) throw settled.error;
    return settled.answer;
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
    this.#grace = setTimeout(() => this.#kill(), graceMs);
  }

  #kill(): void {
    if (this.#thread.freeze()) {
      this.#killed = true;
      void this.#thread.terminate();
    } else {
      this.#grace = setTimeout(() => this.#kill(), momentMs);
    }
  }

  get #stateAfterWorker(): StateAfter {
    if (this.#onTrap === "close") return "closed";
    return Checkpoint.isSaved(this.#thread.checkpoint) ? "restored" : "fresh";
  }

  /** The worker only knows that it was told to stop; why is known here. */
  #explain(error: unknown): unknown {
    if (this.#killed) {
      const result = { ...nothingKnown, hostCalls: this.#listeners.host.answered };
      return withState(this.#reason!(result), this.#stateAfterWorker);
    }
    // it has ended by itself
    const ended = !this.#thread.usable && SandboxError.is(error) && error.state === undefined;
    if (ended) return withState(error, this.#stateAfterWorker);
    if (this.#reason === undefined) return error;
    if (!(error instanceof AbortedError)) return error;
    return withState(this.#reason(error.result), error.state ?? "restored");
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
