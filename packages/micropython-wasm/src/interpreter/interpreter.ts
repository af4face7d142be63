import { Ambient } from "../host/ambient.js";
import { FileSystem } from "../host/files/fileSystem.js";
import { resolveFiles } from "../host/files/mounts.js";
import { GuestFiles } from "../host/files/guestFiles.js";
import type { FilesState } from "../host/files/state.js";
import { Checkpoint } from "./checkpoint.js";
import { callTask, getTask, ownTask, prepareTask, setTask, type Task } from "./task.js";
import { Instance } from "./instance.js";
import type { CallOptions, InterpreterOptions, OnTrap, RemoteHost, RunOptions } from "./options.js";
import type { StateAfter } from "../errors.js";
import {
  MemoryLimitError,
  PythonError,
  SandboxError,
  SessionClosedError,
  SnapshotError,
  UsageError,
  withState,
} from "../errors.js";
import type { Artifact } from "./artifact.js";
import { type Host, HostCalls } from "./hostCalls.js";
import { Output } from "./output.js";
import { execute, type Outcome } from "./execute.js";
import { Stop } from "./stop.js";
import { stopError } from "./stopError.js";
import { type FunctionText, textOf, textsOf } from "../host/describe.js";
import { type AnyHostFunction, checkDefinition, listHostFunctions } from "../host/functions.js";
import { HostRunner } from "../host/hostRunner.js";
import { captureLastExpression } from "../frontend/lastExpression.js";
import { loadArtifact } from "../load.js";
import { defaultLimits, type Limits, resolveLimits, resolveRunLimits } from "../limits.js";
import type { Origin } from "./origin.js";
import type { PartialResult, RunResult, Value } from "../result.js";
import { checkFilename, checkSource } from "./source.js";
import { openSnapshot, sealSnapshot, type SnapshotKey } from "../snapshot.js";
import { encodeState, State } from "./state.js";
import { parseReport } from "./traceback.js";

/** Python frames that fit the 984 KiB native stack of a thread that was started without a larger one. */
const IN_THREAD_RECURSION_LIMIT = 250;

/** What a session's worker makes an interpreter with, besides the options. */
export interface InterpreterStart {
  /** Default: the boot image. */
  origin?: Origin;
  /** Where checkpoints go, and what to start from where one is saved there. Default: one of the interpreter's own. */
  checkpoint?: Checkpoint;
  /** Instead of `hostFunctions`: the functions live in another thread. */
  host?: RemoteHost;
  /** Instead of `hostFunctions`. */
  functions?: ReadonlyMap<string, AnyHostFunction>;
  /** What memory and overlay mounts hold, where that is not as the options say. */
  files?: FilesState;
  /** See `FileSystemOptions.written`. */
  written?: Float64Array;
}

/**
 * One interpreter in the calling thread: no worker, no promises. Its time limit is checked while the code runs, so a run blocks the thread for as long.
 * Prefer a Session, which runs on a worker with a large stack and can be stopped from outside.
 */
export class Interpreter {
  readonly #artifact: Artifact;
  readonly #options: InterpreterOptions;
  readonly #limits: Limits;
  readonly #checkpoint: Checkpoint;
  readonly #files: FileSystem;
  /** The files of memory and overlay mounts, to be read. */
  readonly files: GuestFiles;
  readonly #stdout = new Output();
  readonly #stderr = new Output();
  readonly #runner: HostRunner;
  readonly #hostCalls: HostCalls;
  /** What Python is told of the host functions. */
  readonly #functions: Map<string, FunctionText>;
  #origin: Origin;
  #ambient: Ambient;
  #instance: Instance | undefined;
  /** Whether code has run since the checkpoint was saved. */
  #changed = true;
  #running = false;
  #closed = false;

  /** Loads the artifact of this package (once per thread), then makes an interpreter. @throws {UsageError} for an option of the wrong type or out of range. */
  static async create(options: InterpreterOptions = {}): Promise<Interpreter> {
    return new Interpreter(await loadArtifact(), options);
  }

  /**
   * An interpreter in the state that a snapshot holds, wherever and whenever that was made. Its random numbers are new ones, unless `random` has a seed.
   *
   * @throws {SnapshotError} where the snapshot is damaged, signed with another key, of another build, or made under another `memoryBytes` or `recursionLimit` than
   *   `options` name.
   */
  static async restore(bytes: Uint8Array, options: InterpreterOptions & SnapshotKey = {}): Promise<Interpreter> {
    const artifact = await loadArtifact();
    const { state, limits } = await openSnapshot(bytes, artifact.image, options);
    const origin = new State(artifact.image, state);
    return new Interpreter(artifact, { ...options, ...limits }, { origin, files: origin.files });
  }

  /** Takes under a millisecond. `recursionLimit` is 250 by default here, since the thread's own stack may be small. */
  constructor(artifact: Artifact, options: InterpreterOptions = {}, start: InterpreterStart = {}) {
    this.#artifact = artifact;
    this.#options = options;
    this.#limits = resolveLimits({ recursionLimit: IN_THREAD_RECURSION_LIMIT, ...options });
    this.#checkpoint = start.checkpoint ?? new Checkpoint(artifact.image.facts);
    this.#origin = start.origin ?? artifact.image;
    this.#ambient = new Ambient(options);
    if ((options as { network?: unknown }).network !== undefined)
      throw new UsageError("network is an option of a Session: an Interpreter cannot wait for an answer");
    const functions = start.functions ?? listHostFunctions(options.hostFunctions ?? {});
    this.#runner = new HostRunner(functions, options);
    const host: Host = start.host ?? this.#runner;
    this.#hostCalls = new HostCalls(artifact.image.facts, host);
    this.#functions = byName(start.host?.functions ?? textsOf(functions));
    this.#files = new FileSystem({
      mounts: resolveFiles(options.files),
      now: () => this.#ambient.clockMs,
      state: start.files,
      written: start.written,
    });
    this.files = new GuestFiles(() => this.#files.state, this.#files.state);
    this.#start();
    if (start.origin !== undefined && !this.#ambient.seeded)
      this.#housekeep(ownTask("import sys\nif 'random' in sys.modules: sys.modules['random'].seed()"));
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
    return this.#idle("memory").memory;
  }

  /**
   * Runs Python source and waits for its end. Names that it defines stay for the next run.
   *
   * @throws {PythonError} an exception that the code did not catch; the state stays as Python left it.
   * @throws {FuelExhaustedError | TimeoutError | MemoryLimitError | StackOverflowError | OutputLimitError | AbortedError | InterpreterFaultError} the run was
   *   stopped; with `rollback` the state is that before the run, else the interpreter starts afresh, but for a MemoryError that the code did not catch, which
   *   without `rollback` leaves the state as Python left it. The error's `state` says which.
   * @throws {UsageError} source that is no UTF-8, holds a NUL or is too long, or a limit out of range.
   * @throws {SessionClosedError} after close().
   */
  run(source: string | Uint8Array, options: RunOptions = {}): RunResult {
    this.#idle("run()");
    const limits = resolveRunLimits(options, this.#limits);
    const written = checkSource(source, limits.maxSourceBytes);
    const filename = checkFilename(options.filename ?? "<string>");
    return this.#do({ source: captureLastExpression(written), filename, written }, limits, options);
  }

  /**
   * Calls a Python function by its name, which may have dots ("obj.method"), and gives a result whose `value` is what it returned. Arguments are copied.
   *
   * @throws {PythonError} also a NameError where there is no such name, and a TypeError where what it returned cannot cross.
   * @throws {UsageError} for an argument that cannot cross: the message says which. All else as `run` does.
   */
  call(
    name: string,
    args: readonly unknown[] = [],
    kwargs: { readonly [name: string]: unknown } = {},
    options: CallOptions = {},
  ): RunResult {
    return this.perform(callTask(name, args, kwargs), options);
  }

  /** Sets a global variable to a copy of the value. @throws {UsageError} where it cannot cross: the message says why. All else as `run` does. */
  set(name: string, value: unknown): void {
    this.perform(setTask(name, value));
  }

  /** A copy of a variable, whose name may have dots. @throws {PythonError} as `call` does. All else as `run` does. */
  get(name: string): Value {
    return this.perform(getTask(name)).value!;
  }

  /**
   * Gives the code one more host function, or another in the place of one that it has. The name may have dots: "db.query" is a function of the group `db`.
   *
   * @throws {UsageError} for a name that is none, what is no function, and during a run. @throws {SessionClosedError} after close().
   */
  defineFunction(name: string, item: AnyHostFunction): void {
    checkDefinition(name, item);
    this.introduce(textOf(name, item));
    this.#runner.functions.set(name, item);
  }

  /** Lets the code call a function that the host has: how a session's worker defines one. */
  introduce(text: FunctionText): void {
    this.#idle("defineFunction()");
    this.#prepare({}, [text]);
    this.#functions.set(text.name, text);
  }

  /** Runs a task that was made elsewhere: how a session's worker calls, sets and gets. */
  perform(task: Task, options: CallOptions = {}): RunResult {
    this.#idle("the interpreter");
    return this.#do(task, resolveRunLimits(options, this.#limits), options);
  }

  /** The whole state as bytes, compressed; sign it with a key where it leaves your hands. See `Interpreter.restore`. @throws {SnapshotError} during a run. */
  async snapshot(options: SnapshotKey = {}): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#running) throw new SnapshotError("there is no snapshot of a running interpreter; take it after the run");
    return sealSnapshot(this.state(), this.#artifact.image, this.#limits, options);
  }

  /** Another interpreter with the same options and a copy of this one's state. */
  fork(): Interpreter {
    const origin = new State(this.#artifact.image, this.state());
    return new Interpreter(this.#artifact, this.#options, {
      origin,
      files: origin.files,
      functions: this.#runner.functions,
    });
  }

  /** Forgets everything: the next run finds a fresh interpreter. */
  reset(): void {
    this.#idle("reset()");
    this.#origin = this.#artifact.image;
    this.#checkpoint.clear();
    this.#files.reset();
    this.#start();
  }

  /** Frees the memory; called by a listener, it ends the run with AbortedError. Calling it again does nothing. */
  close(): void {
    this.#closed = true;
    if (this.#running) this.#instance?.budget.abort();
    this.#instance = undefined;
    this.#files.close();
  }

  /** Saves what a stopped run goes back to, unless nothing has run since. A session's worker calls it after each request, with that one's number. */
  checkpoint(request = 0): void {
    const { memory } = this.#idle("checkpoint()");
    if (!this.#changed) return;
    this.#checkpoint.save(new Uint8Array(memory.buffer), this.#ambient.state, request);
    this.#files.save();
    this.#changed = false;
  }

  /** What memory and overlay mounts hold: a session's worker tells the main thread. */
  get filesState(): FilesState {
    return this.#files.state;
  }

  /** What `State` reads: without the garbage, and what differs from a fresh interpreter only. */
  state(): Uint8Array<ArrayBuffer> {
    this.#housekeep(ownTask("__import__('gc').collect()"), ({ exports }) => exports.clear_free_blocks());
    const instance = this.#idle("state()");
    return encodeState(
      this.#artifact.image,
      new Uint8Array(instance.memory.buffer),
      this.#ambient.state,
      this.#files.state,
    );
  }

  /** @throws {SessionClosedError} after close(). @throws {UsageError} during a run. */
  #idle(what: string): Instance {
    if (this.#closed) throw new SessionClosedError("the interpreter is closed; make another");
    if (this.#running) {
      throw new UsageError(
        `${what} was used while this interpreter is running: a listener or host function may not use it`,
      );
    }
    return this.#instance ?? this.#start();
  }

  #start(): Instance {
    const origin = this.#checkpoint.saved ? this.#checkpoint : this.#origin;
    this.#ambient = new Ambient(this.#options);
    if (origin.ambient !== undefined) this.#ambient.state = origin.ambient;
    this.#instance = new Instance(
      this.#artifact,
      {
        memoryBytes: this.#limits.memoryBytes,
        interrupt: this.#options.interrupt,
        ambient: this.#ambient,
        files: this.#files,
        stdout: this.#stdout,
        stderr: this.#stderr,
        hostCalls: this.#hostCalls,
      },
      origin,
    );
    this.#changed = origin !== this.#checkpoint;
    const { argv, env } = origin === this.#artifact.image ? this.#options : {};
    if (origin !== this.#checkpoint) this.#prepare({ argv, env }, [...this.#functions.values()]);
    return this.#instance;
  }

  #prepare(given: Pick<InterpreterOptions, "argv" | "env">, functions: readonly FunctionText[]): void {
    if (given.argv === undefined && given.env === undefined && functions.length === 0) return;
    if (this.#housekeep(prepareTask(given, functions)) || functions.length === 0) return;
    const { memoryBytes } = this.#limits;
    const why =
      `the ${functions.length} host functions cannot be defined in ${memoryBytes} bytes, or earlier code has replaced what defines them; ` +
      "give a larger memoryBytes, fewer functions, or begin with a fresh state";
    throw this.#origin === this.#artifact.image ? new UsageError(why) : new SnapshotError(why);
  }

  /**
   * Runs code of our own. It has all the fuel it wants, but code of the guest's that it may meet has not; where it is stopped, nothing has happened. Returns
   * whether it did its work.
   */
  #housekeep(task: Task, andThen = (_instance: Instance): void => {}): boolean {
    this.checkpoint();
    const limits = { ...this.#limits, fuel: defaultLimits.fuel, timeoutMs: defaultLimits.timeoutMs };
    let done = false;
    try {
      // no run of the caller's was stopped: it is no reason to close
      const outcome = this.#perform(limits, { onTrap: "restore" }, (instance) => {
        const ended = this.#execute(instance, task, limits);
        andThen(instance);
        return ended;
      });
      done = !("error" in outcome);
    } catch {
      // stopped by what the guest has put in the way
    }
    this.#idle("housekeeping");
    if (this.#options.rollback !== true) this.#checkpoint.clear();
    return done;
  }

  /** Runs code for the caller. */
  #do(task: Task, limits: Limits, options: Pick<RunOptions, "onOutputLimit">): RunResult {
    this.#runner.begin();
    let ended: unknown;
    try {
      const outcome = this.#perform(limits, options, (instance) => this.#execute(instance, task, limits));
      if (!("error" in outcome)) return outcome.result;
      throw this.#runner.explain(this.#pythonError(outcome.error, limits, outcome.result));
    } catch (error) {
      ended = error;
      throw error;
    } finally {
      this.#runner.end(ended);
    }
  }

  /** Lets `work` use the instance, within the limits, and turns what stops it into an error. */
  #perform(
    limits: Limits,
    options: Pick<RunOptions, "onOutputLimit"> & { onTrap?: OnTrap },
    work: (instance: Instance) => Outcome,
  ): { error: string; result: PartialResult } | { result: RunResult } {
    if (this.#options.rollback === true) this.checkpoint();
    const instance = this.#idle("run()");
    const started = performance.now();
    const { onStdout, onStderr } = this.#options;
    const onOutputLimit = options.onOutputLimit ?? this.#options.onOutputLimit ?? "truncate";
    const output = { maxOutputBytes: limits.maxOutputBytes, onOutputLimit };
    this.#stdout.begin(onStdout, output);
    this.#stderr.begin(onStderr, output);
    instance.limit(limits);
    this.#files.maxOpenFiles = limits.maxOpenFiles;
    instance.budget.begin(limits.fuel, started + limits.timeoutMs);
    const result = (): PartialResult => this.#result(instance, limits, started);
    let outcome: Outcome;
    this.#running = true;
    this.#changed = true;
    try {
      outcome = work(instance);
    } catch (error) {
      // small loops trap where the fuel is used up, instead of asking
      const stop = error instanceof WebAssembly.RuntimeError && instance.budget.exhausted ? new Stop("fuel") : error;
      if (!(stop instanceof Stop && stop.reason === "host")) this.#flush();
      const stopped = stopError(stop, limits, result());
      const state = this.#drop(options.onTrap);
      throw SandboxError.is(stopped) ? withState(stopped, state) : stopped;
    } finally {
      this.#running = false;
    }
    this.#flush();
    if ("error" in outcome) return { error: outcome.error, result: result() };
    return { result: { ...result(), ...outcome } };
  }

  /** Throws the instance away, and says what the next run will find. */
  #drop(onTrap = this.#options.onTrap): StateAfter {
    this.#instance = undefined;
    this.#files.rollback(this.#checkpoint.saved ? "saved" : "start");
    if (onTrap === "close") this.#closed = true;
    if (this.#closed) return "closed";
    return this.#checkpoint.saved ? "restored" : "fresh";
  }

  #flush(): void {
    this.#stdout.flush(true);
    this.#stderr.flush(true);
  }

  #execute(instance: Instance, task: Task, limits: Limits): Outcome {
    this.#hostCalls.begin(limits, task.input);
    return execute(instance, this.#artifact.image.facts, task);
  }

  #result(instance: Instance, limits: Limits, started: number): PartialResult {
    const fuelUsed = instance.budget.used;
    const [stdout, stderr] = [this.#stdout.kept, this.#stderr.kept];
    return {
      stdout: stdout.text,
      stderr: stderr.text,
      stdoutTruncated: stdout.truncated,
      stderrTruncated: stderr.truncated,
      stdoutBytes: this.#stdout.bytes,
      stderrBytes: this.#stderr.bytes,
      fuelUsed,
      fuelRemaining: limits.fuel - fuelUsed,
      durationMs: performance.now() - started,
      memoryBytes: instance.memory.buffer.byteLength,
      hostCalls: this.#hostCalls.listed,
    };
  }

  #pythonError(report: string, limits: Limits, result: PartialResult): SandboxError {
    const parsed = parseReport(report);
    if (parsed.pythonType !== "MemoryError") return withState(new PythonError(parsed, result), "kept");
    const state = this.#options.rollback === true ? this.#drop() : "kept";
    return withState(new MemoryLimitError(limits.memoryBytes, result), state);
  }
}

function byName(texts: readonly FunctionText[]): Map<string, FunctionText> {
  return new Map(texts.map((text) => [text.name, text]));
}
