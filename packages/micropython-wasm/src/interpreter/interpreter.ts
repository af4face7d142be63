import { type Checkpoint, Instance } from "./instance.js";
import type { InterpreterOptions, RunOptions } from "./options.js";
import type { SandboxError } from "../errors.js";
import {
  AbortedError,
  FuelExhaustedError,
  InterpreterFaultError,
  MemoryLimitError,
  PythonError,
  SessionClosedError,
  StackOverflowError,
  TimeoutError,
  UsageError,
} from "../errors.js";
import type { Artifact } from "./artifact.js";
import { GuestMemory } from "./guestMemory.js";
import { Output } from "./output.js";
import { Stop } from "./stop.js";
import { captureLastExpression } from "../frontend/lastExpression.js";
import { loadArtifact } from "../load.js";
import { type Limits, resolveLimits } from "../limits.js";
import type { PartialResult, RunResult } from "../result.js";
import { NotPlainDataError, readValue } from "./values.js";
import { checkFilename, checkSource } from "./source.js";
import { parseReport } from "./traceback.js";

/** Python's None and False in an object slot. */
const NONE = 6;
const FALSE = 14;

/** The first word of mp_js_do_exec's answer where an exception was not caught. */
const EXCEPTION = 0xffffffff;

/** Longest report of an exception, and longest repr, that are read. */
const MAX_TEXT_BYTES = 100_000;

/** Python frames that fit the 984 KiB native stack of a thread that was started without a larger one. */
const IN_THREAD_RECURSION_LIMIT = 250;

/** How the code ended by itself: the report of an exception, or its value. */
type Outcome = { error: string } | Pick<RunResult, "value" | "repr">;

/**
 * One interpreter in the calling thread: no worker, no promises. Its time limit is checked while the code runs, so a run blocks the thread for as long.
 * Prefer a Session, which runs on a worker with a large stack and can be stopped from outside.
 */
export class Interpreter {
  readonly #artifact: Artifact;
  readonly #options: InterpreterOptions;
  readonly #limits: Limits;
  readonly #stdout: Output;
  readonly #stderr: Output;
  #instance: Instance | undefined;
  #checkpoint: Checkpoint | undefined;
  #running = false;
  #closed = false;

  /** Loads the artifact of this package (once per thread), then makes an interpreter. @throws {UsageError} for a limit out of range. */
  static async create(options: InterpreterOptions = {}): Promise<Interpreter> {
    return new Interpreter(await loadArtifact(), options);
  }

  /** Takes under a millisecond. `recursionLimit` is 250 by default here, since the thread's own stack may be small. */
  constructor(artifact: Artifact, options: InterpreterOptions = {}) {
    this.#artifact = artifact;
    this.#options = options;
    this.#limits = resolveLimits({ recursionLimit: IN_THREAD_RECURSION_LIMIT, ...options });
    this.#stdout = new Output(this.#limits.maxOutputBytes);
    this.#stderr = new Output(this.#limits.maxOutputBytes);
    this.#instance = this.#start();
    if (options.argv !== undefined) this.#setArguments(options.argv);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Linear memory that the guest holds, in bytes. */
  get memoryBytes(): number {
    return this.#instance?.memory.buffer.byteLength ?? 0;
  }

  /** The guest's whole memory: for tests and for looking inside. What is written there can harm nobody but the guest. */
  get memory(): WebAssembly.Memory {
    return this.#live().memory;
  }

  /**
   * Runs Python source and waits for its end. Names that it defines stay for the next run.
   *
   * @throws {PythonError} an exception that the code did not catch; the state stays as Python left it.
   * @throws {FuelExhaustedError | TimeoutError | MemoryLimitError | StackOverflowError | AbortedError | InterpreterFaultError} the run was stopped;
   *   with `rollback` the state is that before the run, else the
   *   interpreter starts afresh, but for a MemoryError that the code did not catch, which without `rollback` leaves the state as Python left it.
   * @throws {UsageError} source that is no UTF-8, holds a NUL or is too long, or a limit out of range.
   * @throws {SessionClosedError} after close().
   */
  run(source: string | Uint8Array, options: RunOptions = {}): RunResult {
    const instance = this.#live();
    if (this.#running)
      throw new UsageError(
        "run() was called while this interpreter is running: a listener or host function may not use it",
      );
    const limits = resolveLimits(options, this.#limits);
    const text = captureLastExpression(checkSource(source, limits.maxSourceBytes));
    const filename = checkFilename(options.filename ?? "<string>");
    if (this.#options.rollback === true) this.#checkpoint = instance.checkpoint(this.#checkpoint);
    const started = performance.now();
    this.#stdout.begin(this.#options.onStdout);
    this.#stderr.begin(this.#options.onStderr);
    instance.budget.begin(limits.fuel, started + limits.timeoutMs);
    const result = (): PartialResult => this.#result(instance, limits, started);
    let outcome: Outcome;
    this.#running = true;
    try {
      outcome = this.#execute(instance, text, filename);
    } catch (error) {
      this.#instance = undefined;
      // small loops trap where the fuel is used up, instead of asking
      const stop = error instanceof WebAssembly.RuntimeError && instance.budget.exhausted ? new Stop("fuel") : error;
      if (!(stop instanceof Stop && stop.reason === "host")) this.#flush();
      throw this.#stopped(stop, limits, result());
    } finally {
      this.#running = false;
    }
    this.#flush();
    if ("error" in outcome) throw this.#pythonError(outcome.error, result());
    return { ...result(), ...outcome };
  }

  /** Frees the memory; called by a listener, it ends the run with AbortedError. Calling it again does nothing. */
  close(): void {
    this.#closed = true;
    if (this.#running) this.#instance?.budget.abort();
    this.#instance = undefined;
    this.#checkpoint = undefined;
  }

  #live(): Instance {
    if (this.#closed) throw new SessionClosedError("the interpreter is closed; make another");
    this.#instance ??= this.#start();
    return this.#instance;
  }

  #start(): Instance {
    return new Instance(
      this.#artifact,
      { limits: this.#limits, interrupt: this.#options.interrupt, stdout: this.#stdout, stderr: this.#stderr },
      this.#checkpoint,
    );
  }

  #setArguments(argv: readonly string[]): void {
    this.run(`import sys\nsys.argv[:] = ${JSON.stringify(argv)}\ndel sys`);
  }

  #flush(): void {
    this.#stdout.flush(true);
    this.#stderr.flush(true);
  }

  #execute(instance: Instance, text: string, filename: string): Outcome {
    const { facts } = this.#artifact.image;
    const memory = new GuestMemory(instance.memory);
    const cell = memory.u32(facts.value_cell + 12);
    memory.setU32(cell, NONE);
    memory.setU32(cell + 4, FALSE);
    instance.exports.depth.value = 0;

    instance.nameSource(filename);
    const source = new TextEncoder().encode(text);
    const pointer = instance.copyIn(source);
    instance.exports.mp_js_do_exec(pointer, source.length, facts.out);
    instance.exports.free(pointer);

    if (memory.u32(facts.out) === EXCEPTION) {
      const address = memory.u32(facts.out + 8);
      const report = memory.text(address, Math.min(memory.u32(facts.out + 4), MAX_TEXT_BYTES));
      instance.exports.free(address);
      return { error: report };
    }
    return this.#value(instance, memory);
  }

  #value(instance: Instance, memory: GuestMemory): Pick<RunResult, "value" | "repr"> {
    const { facts } = this.#artifact.image;
    const cell = memory.u32(facts.value_cell + 12);
    const read = (object: number): RunResult["value"] => {
      try {
        return readValue(memory, facts, object, () => instance.budget.checkTime());
      } catch (error) {
        if (error instanceof NotPlainDataError) return undefined;
        throw error;
      }
    };
    const repr = read(memory.u32(cell + 4));
    if (repr === null) return { value: null, repr: undefined };
    if (typeof repr !== "string") return { value: undefined, repr: undefined };
    return { value: read(memory.u32(cell)), repr };
  }

  #result(instance: Instance, limits: Limits, started: number): PartialResult {
    const fuelUsed = instance.budget.used;
    return {
      stdout: this.#stdout.text,
      stderr: this.#stderr.text,
      stdoutTruncated: this.#stdout.truncated,
      stderrTruncated: this.#stderr.truncated,
      fuelUsed,
      fuelRemaining: limits.fuel - fuelUsed,
      durationMs: performance.now() - started,
      memoryBytes: instance.memory.buffer.byteLength,
    };
  }

  #pythonError(report: string, result: PartialResult): SandboxError {
    const parsed = parseReport(report);
    if (parsed.pythonType === "MemoryError") {
      if (this.#options.rollback === true) this.#instance = undefined;
      return new MemoryLimitError(this.#limits.memoryBytes, result);
    }
    return new PythonError(parsed, result);
  }

  #stopped(error: unknown, limits: Limits, result: PartialResult): unknown {
    if (error instanceof Stop) {
      switch (error.reason) {
        case "fuel":
          return new FuelExhaustedError(limits.fuel, result);
        case "timeout":
          return new TimeoutError(limits.timeoutMs, result);
        case "abort":
          return new AbortedError(undefined, result);
        case "memory":
          return new MemoryLimitError(limits.memoryBytes, result);
        case "stack":
          return new StackOverflowError(result);
        case "host":
          return error.cause;
      }
    }
    if (error instanceof RangeError && /call stack/i.test(error.message)) return new StackOverflowError(result);
    if (error instanceof WebAssembly.Exception)
      return new InterpreterFaultError("an exception that no frame catches", result);
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
      return new InterpreterFaultError(error.message, result);
    return error;
  }
}
