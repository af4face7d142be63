/// <reference lib="esnext.disposable" preserve="true" />
// For users whose own `lib` is older: Symbol.asyncDispose stands in this file's declarations.
import { SessionClosedError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { RunResult } from "../result.js";
import { resolveRun, resolveSessionOptions } from "./options.js";
import type { ResolvedSessionOptions, RunOutcome, SessionOptions, SessionRunOptions } from "./options.js";
import { toOutcome } from "./outcome.js";
import { RunQueue } from "./runQueue.js";
import { SupervisedRun } from "./supervisedRun.js";
import { WorkerThread } from "./workerThread.js";

/**
 * A Python interpreter that keeps its state between runs, on a worker thread of its own. Runs queue in the order of the calls.
 *
 * Close every session: by `close()` or `await using`. One that is left open costs memory, but an idle worker never keeps
 * the process alive.
 */
export class Session {
  readonly #options: ResolvedSessionOptions;
  #thread: WorkerThread;
  #current: SupervisedRun | undefined;
  readonly #queue = new RunQueue();
  #closing: Promise<void> | undefined;

  private constructor(options: ResolvedSessionOptions, thread: WorkerThread) {
    this.#options = options;
    this.#thread = thread;
  }

  /**
   * Starts a worker with a fresh interpreter.
   *
   * @throws {UsageError} for an option of the wrong type or out of range.
   * @throws {ArtifactError} when the interpreter's files are damaged.
   */
  static async create(options: SessionOptions = {}): Promise<Session> {
    const resolved = resolveSessionOptions(options);
    return new Session(resolved, await WorkerThread.start(resolved.limits, resolved.argv));
  }

  /**
   * Runs a program in the session's state, after the runs that were asked for earlier.
   *
   * After an exception of Python's the state stays as the code left it; after an error of a limit or an abort it is as before
   * the run. Only where the worker itself had to be terminated the state is lost, which the error's message says, and the
   * next run finds a fresh one; that error's partial result is undefined.
   *
   * @throws {SandboxError} the subclass says what ended the run; with `reject: false` it is the outcome's `error` instead.
   * @throws {UsageError} for an argument of the wrong type or out of range.
   * @throws {SessionClosedError} when the session is closed before the run could start.
   */
  run(source: string | Uint8Array, options?: SessionRunOptions & { reject?: true }): Promise<RunResult>;
  run(source: string | Uint8Array, options: SessionRunOptions): Promise<RunOutcome>;
  async run(source: string | Uint8Array, options: SessionRunOptions = {}): Promise<RunResult> {
    const limits = resolveRun(source, options, this.#options.limits);
    if (this.#closing !== undefined) throw closedError();
    const run = this.#queue.add(() => this.#execute(source, options, limits), options.signal);
    return (options.reject ?? true) ? run : toOutcome(run);
  }

  /** Raises KeyboardInterrupt in the run under way, which may catch it, as Ctrl-C does. Without one it does nothing. */
  interrupt(): void {
    if (this.#current !== undefined) this.#thread.keyboardInterrupt();
  }

  /** True from the first call of close() on. */
  get closed(): boolean {
    return this.#closing !== undefined;
  }

  /** Aborts the run under way, refuses those in the queue and ends the worker. Safe to call more than once; never rejects. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    this.#current?.abort("the session was closed during the run");
    await this.#queue.idle();
    await this.#thread.terminate();
  }

  async #execute(source: string | Uint8Array, options: SessionRunOptions, limits: Limits): Promise<RunResult> {
    if (!this.#thread.usable && this.#closing === undefined) {
      await this.#thread.terminate();
      this.#thread = await WorkerThread.start(this.#options.limits, this.#options.argv);
    }
    if (this.#closing !== undefined) throw closedError();
    const { filename, signal } = options;
    const { fuel, timeoutMs } = limits;
    const stdout = options.onStdout ?? this.#options.onStdout;
    const stderr = options.onStderr ?? this.#options.onStderr;
    const stream = { stdout: stdout !== undefined, stderr: stderr !== undefined };
    const run = new SupervisedRun(this.#thread, { source, filename, fuel, timeoutMs, stream }, (name, text) =>
      (name === "stdout" ? stdout : stderr)?.(text),
    );
    const abort = (): void => run.abort("the run was aborted", signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    this.#current = run;
    try {
      return await run.finished;
    } finally {
      this.#current = undefined;
      signal?.removeEventListener("abort", abort);
    }
  }
}

function closedError(): SessionClosedError {
  return new SessionClosedError("the session is closed; create another");
}
