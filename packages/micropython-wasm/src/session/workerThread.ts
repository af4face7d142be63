import { InterpreterFaultError } from "../errors.js";
import type { SandboxError } from "../errors.js";
import { Interrupt } from "../interpreter/interrupt.js";
import type { Limits } from "../limits.js";
import { loadArtifact } from "../load.js";
import type { RunResult } from "../result.js";
import { fromTransfer } from "./errorTransfer.js";
import { createRing, RingReader } from "./outputRing.js";
import type { Stream } from "./outputRing.js";
import { withoutPrototypes } from "./plainObjects.js";
import type { RunRequest, StartRequest, WorkerMessage } from "./protocol.js";
import { spawnWorker } from "./spawnWorker.js";

/** Takes output; never throws or rejects. More follows when the promise, where there is one, is resolved. */
export type OnOutput = (stream: Stream, text: string) => Promise<void> | undefined;

interface Pending {
  resolve(result: RunResult | undefined): void;
  reject(error: SandboxError): void;
  onOutput: OnOutput;
}

/** The main thread's side of one worker, from its start to its end; one request at a time. */
export class WorkerThread {
  readonly #worker = spawnWorker();
  readonly #word = new Int32Array(new SharedArrayBuffer(4));
  readonly #output = createRing();
  readonly #reader = new RingReader(this.#output);
  #pending: Pending | undefined;
  #usable = true;
  #ended = false;
  #turn: Promise<void> = Promise.resolve();

  private constructor() {
    this.#worker.on("message", (message: WorkerMessage) => this.#receive(message));
    this.#worker.on("error", (error) => this.#die(`the worker failed: ${String(error)}`));
    this.#worker.on("exit", () => this.#die("the worker ended"));
  }

  /** @throws {ArtifactError | UsageError | InterpreterFaultError} when the interpreter cannot start. */
  static async start(limits: Limits, argv: readonly string[] | undefined): Promise<WorkerThread> {
    const thread = new WorkerThread();
    try {
      await Promise.all([thread.#answer(() => undefined), thread.#send(limits, argv)]);
      return thread;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  /** False once the worker has ended, or its interpreter can run nothing more. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Gives the run's result, or throws its error; output goes to `onOutput`, all of it before this settles. */
  async run(request: RunRequest, onOutput: OnOutput): Promise<RunResult> {
    Atomics.store(this.#word, 0, Interrupt.none);
    const answer = this.#answer(onOutput);
    this.#worker.postMessage(request);
    const result = (await answer)!;
    return { ...result, value: withoutPrototypes(result.value) };
  }

  /** Unwinds the run under way with AbortedError. Has no effect on an idle worker: each run begins with the word cleared. */
  abort(): void {
    Atomics.store(this.#word, 0, Interrupt.abort);
  }

  /** Raises KeyboardInterrupt in the run under way, unless that is being aborted. */
  keyboardInterrupt(): void {
    Atomics.compareExchange(this.#word, 0, Interrupt.none, Interrupt.keyboard);
  }

  /** Ends the worker, whatever it does; a run under way is rejected with InterpreterFaultError. */
  async terminate(): Promise<void> {
    this.#die("the worker was terminated");
    await this.#worker.terminate();
  }

  async #send(limits: Limits, argv: readonly string[] | undefined): Promise<void> {
    const { module, image } = await loadArtifact();
    const request: StartRequest = {
      artifact: { module, image },
      limits,
      argv,
      interrupt: this.#word.buffer,
      output: this.#output,
    };
    this.#worker.postMessage(request);
  }

  /** The next answer. Only while one is awaited does the worker keep the process alive. */
  #answer(onOutput: OnOutput): Promise<RunResult | undefined> {
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject, onOutput };
      if (!this.#usable) this.#die("the worker ended");
    });
  }

  /** Messages are dealt with one after the other, each after the output before it, however long its listener takes. */
  #receive(message: WorkerMessage): void {
    if (message.type !== "ready" && message.type !== "output" && message.closed) this.#usable = false;
    this.#queue(() => {
      if (message.type === "output") return;
      this.#reader.reset();
      this.#settle((pending) => {
        if (message.type === "error") pending.reject(fromTransfer(message.error));
        else pending.resolve(message.type === "result" ? message.result : undefined);
      });
    });
  }

  #die(why: string): void {
    this.#usable = false;
    this.#ended = true;
    this.#queue(() => this.#settle((pending) => pending.reject(new InterpreterFaultError(why))));
  }

  #queue(afterOutput: () => void): void {
    const turn = async (previous: Promise<void>): Promise<void> => {
      await previous;
      await this.#deliver();
      afterOutput();
    };
    this.#turn = turn(this.#turn);
  }

  async #deliver(): Promise<void> {
    const onOutput = this.#pending?.onOutput;
    if (onOutput === undefined) return;
    for (const { stream, text } of this.#reader.read()) {
      const wait = onOutput(stream, text);
      if (wait !== undefined) await wait;
    }
  }

  #settle(how: (pending: Pending) => void): void {
    const pending = this.#pending;
    this.#pending = undefined;
    // While it is being terminated, the process has to wait for that.
    if (!this.#ended) this.#worker.unref();
    if (pending !== undefined) how(pending);
  }
}
