/// <reference lib="esnext.disposable" preserve="true" />
// For users whose own `lib` is older: Symbol.asyncDispose stands in this file's declarations.
import {
  FuelExhaustedError,
  PythonError,
  ReplayError,
  SandboxError,
  SessionClosedError,
  TimeoutError,
  UsageError,
  withState,
} from "../errors.js";
import type { Limits } from "../limits.js";
import type { PartialResult, RunResult } from "../result.js";
import { checkCode, resolveRunOptions, resolveSessionOptions } from "../session/options.js";
import type { RunOutcome, SessionOptions, SessionRunOptions } from "../session/options.js";
import { toOutcome } from "../session/outcome.js";
import { RunQueue } from "../session/runQueue.js";
import { Session } from "../session/session.js";

export interface ReplaySessionOptions extends SessionOptions {
  /** What an earlier ReplaySession had as its `transcript`. Default: none. */
  transcript?: readonly string[];
}

/**
 * A session whose state is text: the programs that ran well so far. Each run starts a fresh interpreter, runs the transcript again without showing its output, and then
 * the new program; one that fails is not kept, and leaves no trace. No worker lives between runs, and the transcript, which is JSON, outlives any update of this package.
 *
 * The replay is part of the run: it uses the run's fuel and time, and calls host functions again. Give `random: { seed }` and a `clock` that is not real where it must repeat
 * exactly. For state without replay take Session and its snapshots.
 */
export class ReplaySession {
  readonly #options: SessionOptions;
  readonly #limits: Limits;
  readonly #transcript: string[];
  readonly #queue = new RunQueue();
  #current: Session | undefined;
  #closing: Promise<void> | undefined;

  /** Runs nothing yet. @throws {UsageError} for an option of the wrong type or out of range. */
  constructor({ transcript = [], ...options }: ReplaySessionOptions = {}) {
    if (!(Array.isArray(transcript) && transcript.every((item) => typeof item === "string")))
      throw new UsageError("transcript must be an array of strings");
    this.#options = options;
    this.#limits = resolveSessionOptions(options).worker.limits;
    this.#transcript = [...transcript];
  }

  /** The programs that the state is made of, oldest first. Save it as JSON, and give it to the next ReplaySession. */
  get transcript(): readonly string[] {
    return [...this.#transcript];
  }

  /**
   * Runs a program in the state that the transcript makes, after what was asked for earlier. `fuelUsed` and `durationMs` of the result include the replay.
   *
   * @throws {SandboxError} as `Session.run`. Whatever it is, the state is as before the run.
   * @throws {ReplayError} where a program of the transcript raises an exception now: it depends on the clock, on random numbers or on the host.
   */
  run(source: string, options?: SessionRunOptions & { reject?: true }): Promise<RunResult>;
  run(source: string, options: SessionRunOptions): Promise<RunOutcome>;
  async run(source: string, options: SessionRunOptions = {}): Promise<RunResult> {
    const limits = resolveRunOptions(options, this.#limits);
    checkCode(source, limits);
    if (typeof source !== "string") throw new UsageError("the code must be a string");
    const run = this.#queue.add(() => this.#replayAndRun(source, options, limits), options.signal);
    return (options.reject ?? true) ? run : toOutcome(run);
  }

  /** True from the first call of close() on. */
  get closed(): boolean {
    return this.#closing !== undefined;
  }

  /** Aborts the run under way and refuses those in the queue. The transcript can still be read. Safe to call more than once; never rejects. */
  close(): Promise<void> {
    this.#closing ??= Promise.all([this.#current?.close(), this.#queue.idle()]).then(() => undefined);
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #replayAndRun(source: string, options: SessionRunOptions, limits: Limits): Promise<RunResult> {
    this.#refuseIfClosed();
    const expenses = new Expenses(limits);
    const session = await Session.create({ ...this.#options, onStdout: undefined, onStderr: undefined });
    this.#current = session;
    try {
      for (const [index, snippet] of this.#transcript.entries()) {
        this.#refuseIfClosed();
        await this.#replay(session, index, snippet, { ...limits, ...expenses.left, signal: options.signal }, expenses);
      }
      this.#refuseIfClosed();
      const { onStdout = this.#options.onStdout, onStderr = this.#options.onStderr } = options;
      const run = session.run(source, { ...options, ...expenses.left, onStdout, onStderr, reject: true });
      const result = await run.catch((error: unknown) => expenses.blame(error));
      this.#transcript.push(source);
      return expenses.including(result);
    } finally {
      this.#current = undefined;
      await session.close();
    }
  }

  async #replay(
    session: Session,
    index: number,
    snippet: string,
    options: SessionRunOptions,
    expenses: Expenses,
  ): Promise<void> {
    try {
      const { fuelUsed } = await session.run(snippet, { ...options, onOutputLimit: "truncate" });
      expenses.fuelUsed += fuelUsed;
    } catch (error) {
      if (error instanceof PythonError) throw new ReplayError(index, error.reason, { cause: error });
      // what it has printed was not printed by this run
      if (SandboxError.is(error) && error.result !== undefined)
        Object.assign(error, { result: { ...error.result, stdout: "", stderr: "" } });
      expenses.blame(error);
    }
  }

  #refuseIfClosed(): void {
    if (this.#closing !== undefined) throw new SessionClosedError("the session is closed; make another");
  }
}

/** What a run and its replay use together, of the limits of one run. */
class Expenses {
  fuelUsed = 0;
  readonly #limits: Limits;
  readonly #started = performance.now();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get left(): Pick<Limits, "fuel" | "timeoutMs"> {
    const { fuel, timeoutMs } = this.#limits;
    const timeLeftMs = this.#started + timeoutMs - performance.now();
    return { fuel: Math.max(1, fuel - this.fuelUsed), timeoutMs: Math.max(1, Math.ceil(timeLeftMs)) };
  }

  including<R extends PartialResult>(result: R): R {
    const durationMs = performance.now() - this.#started;
    return { ...result, fuelUsed: this.fuelUsed + result.fuelUsed, durationMs };
  }

  /** Throws the error with the numbers of the whole run. The state is always as before: the interpreter that failed is given up. */
  blame(error: unknown): never {
    if (!SandboxError.is(error)) throw error;
    const result = error.result && this.including(error.result);
    if (error.state === undefined) throw error;
    if (error.code === "FUEL_EXHAUSTED") throw withState(new FuelExhaustedError(this.#limits.fuel, result), "restored");
    if (error.code === "TIMEOUT") throw withState(new TimeoutError(this.#limits.timeoutMs, result), "restored");
    throw withState(Object.assign(error, { result }), "restored");
  }
}
