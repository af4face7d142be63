import { InterpreterFaultError } from "../errors.js";
import type { SandboxError } from "../errors.js";
import { COUNTERS } from "../host/files/mounts.js";
import { applyChange, type FilesState, noFiles } from "../host/files/state.js";
import { Checkpoint } from "../interpreter/checkpoint.js";
import type { CheckpointBuffer } from "../interpreter/checkpoint.js";
import type { HostAnswer } from "../interpreter/hostCalls.js";
import { Interrupt } from "../interpreter/interrupt.js";
import { loadArtifact } from "../load.js";
import { releaseCheckpointBuffer, takeCheckpointBuffer } from "./checkpointBuffers.js";
import type { HostCall } from "../result.js";
import { fromTransfer } from "./errorTransfer.js";
import { HiredWorker } from "./hiredWorker.js";
import { createChannel, putAnswer, wakeWorker } from "./hostChannel.js";
import type { OutputPiece, Stream } from "./output.js";
import { createRing, RingReader } from "./outputRing.js";
import type { NumberedRequest, StartRequest, WorkerMessage, WorkerOptions, WorkerRequest } from "./protocol.js";
import { canShareMemory } from "./sharedMemory.js";

/** Takes output; never throws or rejects. More follows when the promise, where there is one, is resolved. */
export type OnOutput = (stream: Stream, text: string) => Promise<void> | undefined;

/** What a worker starts from: what an earlier one left, or a state. Neither: a fresh interpreter. */
export interface WorkerStart {
  earlier?: WorkerThread;
  state?: Uint8Array<ArrayBuffer>;
}

/** A worker's answer that is no error. */
export type Answer = Extract<WorkerMessage, { type: "done" | "result" | "state" }>;

/** A call of a host function on its way; `request` is the encoded arguments. */
export type CallMessage = Extract<WorkerMessage, { type: "call" }>;
export type RefusedMessage = Extract<WorkerMessage, { type: "refused" }>;

/** Answers a request's calls of host functions. */
export interface RequestHost {
  /** Never rejects. */
  answer(call: CallMessage): Promise<HostAnswer>;
  refuse(call: RefusedMessage): void;
  /** The calls that were answered until now. */
  readonly answered: HostCall[];
}

/** What hears a request that is under way. */
export interface Listeners {
  onOutput: OnOutput;
  host: RequestHost;
}

interface Pending {
  resolve(answer: Answer): void;
  reject(error: SandboxError): void;
  listeners: Listeners | undefined;
}

/** The main thread's side of a worker, while it serves one session; one request at a time. */
export class WorkerThread {
  #checkpoint: CheckpointBuffer;
  #files: FilesState;
  readonly #written: SharedArrayBuffer | undefined;
  readonly #worker = HiredWorker.hire({
    onMessage: (message) => this.#receive(message),
    onEnd: (why) => this.#die(why),
  });
  /** Undefined where no memory is shared. */
  readonly #shared: StartRequest["shared"] | undefined;
  readonly #word: Int32Array | undefined;
  readonly #reader: RingReader | undefined;
  /** What the request under way leaves, until it is answered. */
  readonly #left: Extract<WorkerMessage, { type: "checkpoint" | "files" }>[] = [];
  #requests = 0;
  #pending: Pending | undefined;
  #usable = true;
  #ended = false;
  #turn: Promise<void> = Promise.resolve();

  private constructor({ limits, files = {}, answerLimits }: WorkerOptions, earlier: WorkerThread | undefined) {
    this.#files = earlier?.files ?? noFiles;
    if (earlier !== undefined) this.#written = earlier.#written;
    if (canShareMemory()) {
      const interrupt = new SharedArrayBuffer(4);
      const output = createRing();
      const answerBytes = Math.max(limits.maxHostResultBytes, ...Object.values(answerLimits));
      this.#shared = { interrupt, output, hostChannel: createChannel(answerBytes) };
      this.#word = new Int32Array(interrupt);
      this.#reader = new RingReader(output);
      this.#checkpoint = earlier?.checkpoint ?? takeCheckpointBuffer(limits.memoryBytes);
      const counters = Object.keys(files).length * COUNTERS * Float64Array.BYTES_PER_ELEMENT;
      this.#written ??= new SharedArrayBuffer(counters);
    } else {
      this.#checkpoint = earlier?.checkpoint ?? Checkpoint.ownBuffer();
    }
  }

  /** @throws {ArtifactError | UsageError | InterpreterFaultError} when the interpreter cannot start. */
  static async start(options: WorkerOptions, from: WorkerStart = {}): Promise<WorkerThread> {
    const thread = new WorkerThread(options, from.earlier);
    try {
      await Promise.all([thread.#answer(), thread.#start(options, from)]);
      return thread;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  /** What its state was before the request under way: another worker can start from it. */
  get checkpoint(): CheckpointBuffer {
    return this.#checkpoint;
  }

  /** What memory and overlay mounts held before the request under way. */
  get files(): FilesState {
    return this.#files;
  }

  /** False once the worker has ended, or its interpreter can run nothing more. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Gives the answer, or throws the error; output goes to its listener, all of it before this settles. */
  async request(request: WorkerRequest, listeners: Listeners): Promise<Answer> {
    this.#interrupt(Interrupt.none);
    // first, since it throws where the request cannot be sent
    this.#worker.post({ ...request, number: this.#requests + 1 } satisfies NumberedRequest);
    this.#requests++;
    return this.#answer(listeners);
  }

  /** Keeps the worker from saving what the request under way leaves. False where that has ended, and its answer is on the way. */
  freeze(): boolean {
    return Checkpoint.freeze(this.#checkpoint, this.#requests);
  }

  /**
   * Unwinds the run under way with AbortedError. Has no effect on an idle worker: each run begins with the word cleared. Where no memory is shared it has
   * none at all.
   */
  abort(): void {
    this.#interrupt(Interrupt.abort);
    // it may be waiting for a host function
    if (this.#shared !== undefined) wakeWorker(this.#shared.hostChannel);
  }

  /** Raises KeyboardInterrupt in the run under way, unless that is being aborted. */
  keyboardInterrupt(): void {
    if (this.#word !== undefined) Atomics.compareExchange(this.#word, 0, Interrupt.none, Interrupt.keyboard);
  }

  /** Ends the worker, whatever it does; a request under way is rejected with InterpreterFaultError. */
  async terminate(): Promise<void> {
    this.#die("the worker was terminated");
    await this.#worker.terminate();
  }

  /** Lets the worker go, between two requests: it may serve another session. */
  async release(): Promise<void> {
    if (this.#ended || this.#pending !== undefined) return this.terminate();
    this.#usable = false;
    this.#ended = true;
    await this.#worker.release();
    if (this.#shared !== undefined) releaseCheckpointBuffer(this.#checkpoint as SharedArrayBuffer);
  }

  async #start(options: WorkerOptions, { earlier, state }: WorkerStart): Promise<void> {
    this.#worker.load(await loadArtifact());
    const { checkpoint } = this;
    const shared = this.#shared;
    this.#worker.post({
      type: "start",
      options,
      state,
      checkpoint,
      files: earlier?.files,
      written: this.#written,
      shared,
    } satisfies StartRequest);
  }

  #interrupt(what: number): void {
    if (this.#word !== undefined) Atomics.store(this.#word, 0, what);
  }

  /** The next answer. Only while one is awaited does the worker keep the process alive. */
  #answer(listeners?: Listeners): Promise<Answer> {
    this.#worker.keepAlive(true);
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject, listeners };
      if (!this.#usable) this.#die("the worker ended");
    });
  }

  /** Messages are dealt with one after the other, each after the output before it, however long its listener takes. */
  #receive(message: WorkerMessage): void {
    switch (message.type) {
      case "free":
        return;
      case "checkpoint":
      case "files":
        this.#left.push(message);
        return;
      case "output":
        return this.#queue(() => {}, message.pieces);
      case "call":
        return this.#queue(() => void this.#call(message));
      case "refused":
        return this.#queue(() => this.#pending?.listeners?.host.refuse(message));
      default:
        if (message.closed) this.#usable = false;
        if (!this.#ended) this.#keepWhatIsLeft();
        this.#queue(() => this.#settle((pending) => answer(pending, message)));
    }
  }

  /** Together with the answer, and not before: a worker that is terminated in between leaves nothing of the run. */
  #keepWhatIsLeft(): void {
    for (const message of this.#left.splice(0)) {
      if (message.type === "checkpoint") this.#checkpoint = message.checkpoint;
      else this.#files = applyChange(this.#files, message.change);
    }
  }

  /** What comes after the request was answered is dropped: the guest no longer waits. */
  async #call(message: CallMessage): Promise<void> {
    const pending = this.#pending;
    if (pending?.listeners === undefined || this.#shared === undefined) return;
    const answer = await pending.listeners.host.answer(message);
    if (this.#pending === pending && !this.#ended) putAnswer(this.#shared.hostChannel, message.call, answer);
  }

  #die(why: string): void {
    this.#usable = false;
    this.#ended = true;
    this.#queue(() => this.#settle((pending) => pending.reject(new InterpreterFaultError(why))));
  }

  #queue(afterOutput: () => void, pieces?: OutputPiece[]): void {
    const turn = async (previous: Promise<void>): Promise<void> => {
      await previous;
      await this.#deliver(pieces ?? this.#reader?.read() ?? []);
      afterOutput();
    };
    this.#turn = turn(this.#turn);
  }

  async #deliver(pieces: Iterable<OutputPiece>): Promise<void> {
    const onOutput = this.#pending?.listeners?.onOutput;
    if (onOutput === undefined) return;
    for (const { stream, text } of pieces) {
      const wait = onOutput(stream, text);
      if (wait !== undefined) await wait;
    }
  }

  #settle(how: (pending: Pending) => void): void {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#reader?.reset();
    // While it is being terminated, the process has to wait for that.
    if (!this.#ended) this.#worker.keepAlive(false);
    if (pending !== undefined) how(pending);
  }
}

function answer(pending: Pending, message: Answer | Extract<WorkerMessage, { type: "error" }>): void {
  if (message.type === "error") pending.reject(fromTransfer(message.error));
  else pending.resolve(message);
}
