/// <reference lib="esnext.disposable" preserve="true" />
// For users whose own `lib` is older: Symbol.asyncDispose stands in this file's declarations.
import { platform } from "#platform";
import { SessionClosedError, SnapshotError } from "../errors.js";
import { Network } from "../host/network/network.js";
import { GuestFiles } from "../host/files/guestFiles.js";
import { Checkpoint } from "../interpreter/checkpoint.js";
import type { Limits } from "../limits.js";
import { loadArtifact } from "../load.js";
import { callTask, getTask, setTask } from "../interpreter/task.js";
import { decodeValue } from "../interpreter/wireDecoder.js";
import type { RunResult, Value } from "../result.js";
import { openSnapshot, sealSnapshot } from "../snapshot.js";
import type { SnapshotKey } from "../snapshot.js";
import { textOf } from "../host/describe.js";
import { type AnyHostFunction, checkDefinition } from "../host/functions.js";
import { checkCode, checkRequest, resolveRunOptions, resolveSessionOptions, withFunction } from "./options.js";
import type {
  RequestOptions,
  ResolvedSessionOptions,
  RunOutcome,
  SessionCallOptions,
  SessionOptions,
  SessionRunOptions,
} from "./options.js";
import { HostDispatch, refuseReentry } from "./hostDispatch.js";
import { toOutcome } from "./outcome.js";
import type { Work, WorkerRequest } from "./protocol.js";
import { RunQueue, unlessAborted } from "./runQueue.js";
import { requireSharedMemory } from "./sharedMemory.js";
import { SupervisedRequest } from "./supervisedRequest.js";
import { WorkerThread } from "./workerThread.js";
import type { Answer, WorkerStart } from "./workerThread.js";

/** How long a worker may take for what is no run, in milliseconds. It bounds the guest's part of it itself, to less: see `Interpreter.state`. */
const housekeepingMs = 30_000;

/** A request on its way to the worker, with what watches over it. */
interface Supervision extends Pick<SessionRunOptions, "signal" | "onStdout" | "onStderr"> {
  timeoutMs: number;
}

/** Resolves when all that was asked of the session so far has ended. For pools. */
export let untilIdle: (session: Session) => Promise<void>;

/**
 * A Python interpreter that keeps its state between runs, on a worker thread of its own. Requests queue in the order of the calls.
 *
 * Close every session: by `close()` or `await using`. One that is left open costs memory, but an idle worker never keeps
 * the process alive.
 */
export class Session {
  /** The files of memory and overlay mounts, to be read: as the last run left them. */
  readonly files: GuestFiles;
  #options: ResolvedSessionOptions;
  readonly #host: HostDispatch;
  readonly #network: Network | undefined;
  #thread: WorkerThread;
  #current: SupervisedRequest | undefined;
  readonly #queue = new RunQueue();
  /** Runs under way or waiting: what they leave is not known yet. */
  #unfinishedRuns = 0;
  #closing: Promise<void> | undefined;
  #closedBecause = "the session is closed; create another";

  static {
    untilIdle = (session) => session.#queue.idle();
  }

  private constructor(options: ResolvedSessionOptions, thread: WorkerThread) {
    this.#options = options;
    this.#network = options.network && new Network(options.network, () => platform.loadTransport());
    const network = this.#network?.hostFunctions ?? [];
    this.#host = new HostDispatch(this, new Map([...options.hostFunctions, ...network]), options);
    this.#thread = thread;
    this.files = new GuestFiles(() => this.#thread.files, thread.files);
  }

  /**
   * Starts a worker with a fresh interpreter.
   *
   * @throws {UsageError} for an option of the wrong type or out of range.
   * @throws {AbortedError} when the signal fires before the session is there.
   * @throws {ArtifactError} when the interpreter's files are damaged.
   */
  static async create(options: SessionOptions & RequestOptions = {}): Promise<Session> {
    const resolved = resolveSessionOptions(options);
    return Session.#start(resolved, options);
  }

  /**
   * A session in the state that a snapshot holds, wherever and whenever that was made. Limits that belong to the state (`memoryBytes`, `recursionLimit`) come
   * from the snapshot; everything else from `options`. Random numbers are new ones, unless `random` has a seed.
   *
   * @throws {SnapshotError} where the snapshot is damaged, signed with another key, of another build, or made under another `memoryBytes` or `recursionLimit`
   *   than `options` name.
   */
  static async restore(
    bytes: Uint8Array,
    options: SessionOptions & SnapshotKey & RequestOptions = {},
  ): Promise<Session> {
    resolveSessionOptions(options);
    const artifact = await loadArtifact();
    const { state, limits } = await openSnapshot(bytes, artifact.image, options);
    const resolved = resolveSessionOptions({ ...options, ...limits });
    return Session.#start(resolved, options, { state });
  }

  static async #start(
    resolved: ResolvedSessionOptions,
    options: RequestOptions,
    from: WorkerStart = {},
  ): Promise<Session> {
    checkRequest(options);
    const starting = WorkerThread.start(resolved.worker, from);
    const thread = await unlessAborted(starting, options.signal, (late) => late.release());
    return new Session(resolved, thread);
  }

  /**
   * Runs a program in the session's state, after what was asked for earlier.
   *
   * After an exception of Python's the state stays as the code left it; after an error of a limit, an abort or a trap it is as before the run, also where the
   * worker had to be terminated because it did not answer. The error's `state` says so.
   *
   * @throws {SandboxError} the subclass says what ended the run; with `reject: false` it is the outcome's `error` instead.
   * @throws {UsageError} for an argument of the wrong type or out of range.
   * @throws {SessionClosedError} when the session is closed before the run could start.
   */
  run(source: string | Uint8Array, options?: SessionRunOptions & { reject?: true }): Promise<RunResult>;
  run(source: string | Uint8Array, options: SessionRunOptions): Promise<RunOutcome>;
  async run(source: string | Uint8Array, options: SessionRunOptions = {}): Promise<RunResult> {
    const limits = resolveRunOptions(options, this.#options.worker.limits);
    checkCode(source, limits);
    const run = this.#run({ source, filename: options.filename }, limits, options);
    return (options.reject ?? true) ? run : toOutcome(run);
  }

  /**
   * Calls a Python function by its name, which may have dots ("obj.method"), and gives a result whose `value` is what it returned. Arguments are copied.
   *
   * @throws {PythonError} also a NameError where there is no such name, and a TypeError where what it returned cannot cross.
   * @throws {UsageError} for an argument that cannot cross: the message says which. All else as `run` does.
   */
  call(
    name: string,
    args?: readonly unknown[],
    kwargs?: { readonly [name: string]: unknown },
    options?: SessionCallOptions & { reject?: true },
  ): Promise<RunResult>;
  call(
    name: string,
    args: readonly unknown[],
    kwargs: { readonly [name: string]: unknown },
    options: SessionCallOptions,
  ): Promise<RunOutcome>;
  async call(
    name: string,
    args: readonly unknown[] = [],
    kwargs: { readonly [name: string]: unknown } = {},
    options: SessionCallOptions = {},
  ): Promise<RunResult> {
    const limits = resolveRunOptions(options, this.#options.worker.limits);
    const call = this.#run({ task: callTask(name, args, kwargs) }, limits, options);
    return (options.reject ?? true) ? call : toOutcome(call);
  }

  /** Sets a global variable to a copy of the value. @throws {UsageError} where it cannot cross: the message says why. All else as `run` does. */
  async set(name: string, value: unknown, options: RequestOptions = {}): Promise<void> {
    checkRequest(options);
    await this.#run({ task: setTask(name, value) }, this.#options.worker.limits, options);
  }

  /** A copy of a variable, whose name may have dots. @throws {PythonError} as `call` does. All else as `run` does. */
  async get(name: string, options: RequestOptions = {}): Promise<Value> {
    checkRequest(options);
    return (await this.#run({ task: getTask(name) }, this.#options.worker.limits, options)).value!;
  }

  /**
   * Gives the code one more host function, or another in the place of one that it has, after the requests that were made earlier. The name may have dots:
   * "db.query" is a function of the group `db`. Forks that are made later have it too; a restored session has those of its options.
   *
   * @throws {UsageError} for a name that is none, or what is no function.
   */
  async defineFunction(name: string, item: AnyHostFunction, options: RequestOptions = {}): Promise<void> {
    checkRequest(options);
    checkDefinition(name, item);
    requireSharedMemory("defineFunction()");
    const text = textOf(name, item);
    const { timeoutMs } = this.#options.worker.limits;
    await this.#enqueue({ type: "define", function: text }, { ...options, timeoutMs });
    this.#host.functions.set(name, item);
    this.#options = withFunction(this.#options, name, item);
  }

  /**
   * The whole state as bytes: variables, functions, classes, open generators, modules. Compressed, and bound to this build of the package. Sign it with a key
   * where it leaves your hands.
   *
   * @throws {SnapshotError} while a run is under way or waiting.
   */
  async snapshot(options: SnapshotKey & RequestOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const [state, artifact] = await Promise.all([this.#state(options), loadArtifact()]);
    return sealSnapshot(state, artifact.image, this.#options.worker.limits, options);
  }

  /**
   * Another session with the same options and a copy of this one's state, on a worker of its own. Random numbers are new ones, unless `random` has a seed.
   *
   * @throws {SnapshotError} while a run is under way or waiting.
   */
  async fork(options: RequestOptions = {}): Promise<Session> {
    const state = await this.#state(options);
    return Session.#start(this.#options, options, { state });
  }

  /** Forgets everything, after the requests that were made earlier: the next run finds a fresh interpreter. */
  async reset(options: RequestOptions = {}): Promise<void> {
    checkRequest(options);
    await this.#enqueue({ type: "reset" }, { ...options, timeoutMs: housekeepingMs });
  }

  /**
   * Raises KeyboardInterrupt in the run under way, which may catch it, as Ctrl-C does. Without one it does nothing.
   *
   * @throws {UsageError} in a browser, on a page that is not cross-origin isolated.
   */
  interrupt(): void {
    requireSharedMemory("interrupt()");
    if (this.#current !== undefined) this.#thread.keyboardInterrupt();
  }

  /** True from the first call of close() on, and once a run was stopped where `onTrap` is "close". */
  get closed(): boolean {
    return this.#closing !== undefined;
  }

  /** Aborts the run under way, refuses those in the queue and lets the worker go. Safe to call more than once; never rejects. */
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
    await this.#thread.release();
  }

  async #run(work: Work, limits: Limits, options: SessionRunOptions): Promise<RunResult> {
    const { onStdout = this.#options.onStdout, onStderr = this.#options.onStderr, signal } = options;
    const stream = { stdout: onStdout !== undefined, stderr: onStderr !== undefined };
    const onOutputLimit = options.onOutputLimit ?? this.#options.worker.onOutputLimit;
    const supervision = { signal, onStdout, onStderr, timeoutMs: limits.timeoutMs };
    this.#unfinishedRuns++;
    try {
      const answer = await this.#enqueue({ type: "run", work, limits, onOutputLimit, stream }, supervision);
      const { result, value } = answer as Extract<Answer, { type: "result" }>;
      return { ...result, value: value && decodeValue(value) };
    } finally {
      this.#unfinishedRuns--;
    }
  }

  async #state(options: RequestOptions): Promise<Uint8Array<ArrayBuffer>> {
    checkRequest(options);
    if (this.#closing !== undefined) throw new SnapshotError("there is no snapshot of a closed session");
    if (this.#unfinishedRuns > 0)
      throw new SnapshotError("there is no snapshot of a running session; take it after the run");
    const answer = await this.#enqueue({ type: "state" }, { signal: options.signal, timeoutMs: housekeepingMs });
    return (answer as Extract<Answer, { type: "state" }>).state;
  }

  async #enqueue(request: WorkerRequest, supervision: Supervision): Promise<Answer> {
    refuseReentry(this);
    if (this.#closing !== undefined) throw this.#closedError();
    return this.#queue.add(() => this.#execute(request, supervision), supervision.signal);
  }

  async #execute(request: WorkerRequest, supervision: Supervision): Promise<Answer> {
    if (!this.#thread.usable && this.#closing === undefined) await this.#replaceThread();
    if (this.#closing !== undefined) throw this.#closedError();
    const { signal, onStdout, onStderr, timeoutMs } = supervision;
    this.#host.begin();
    this.#network?.begin();
    const { onTrap } = this.#options.worker;
    const current = new SupervisedRequest(
      this.#thread,
      request,
      { timeoutMs, onTrap },
      {
        onOutput: (name, text) => (name === "stdout" ? onStdout : onStderr)?.(text),
        host: this.#host,
      },
    );
    const abort = (): void => current.abort("the run was aborted", signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    this.#current = current;
    let ended: unknown;
    try {
      return await current.finished;
    } catch (error) {
      ended = this.#host.explain(error);
      throw ended;
    } finally {
      this.#host.end(ended);
      this.#current = undefined;
      this.#network?.end();
      signal?.removeEventListener("abort", abort);
      if (!this.#thread.usable && onTrap === "close") {
        this.#closedBecause = 'the session was closed when a run was stopped, as onTrap: "close" asks; create another';
        void this.close();
      }
    }
  }

  /** The old worker must be gone before another uses its checkpoint. */
  async #replaceThread(): Promise<void> {
    const earlier = this.#thread;
    await earlier.terminate();
    Checkpoint.thaw(earlier.checkpoint);
    this.#thread = await WorkerThread.start(this.#options.worker, { earlier });
  }

  #closedError(): SessionClosedError {
    return new SessionClosedError(this.#closedBecause);
  }
}
