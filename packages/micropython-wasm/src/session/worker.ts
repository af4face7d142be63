// The worker's side of a session: owns the one interpreter, runs one request at a time, knows no queue and no promise.
import type { FunctionText } from "../host/describe.js";
import { difference, noFiles } from "../host/files/state.js";
import type { Budget } from "../interpreter/budget.js";
import { Artifact } from "../interpreter/artifact.js";
import { Checkpoint } from "../interpreter/checkpoint.js";
import { encodeFailure } from "../interpreter/answers.js";
import type { HostAnswer, HostRequest } from "../interpreter/hostCalls.js";
import type { RemoteHost } from "../interpreter/options.js";
import { Interpreter } from "../interpreter/interpreter.js";
import { MAX_DEPTH, NotPlainDataError } from "../interpreter/plainData.js";
import { State } from "../interpreter/state.js";
import { encodeValue } from "../interpreter/wireEncoder.js";
import type { Port } from "../platform/platform.js";
import type { Value } from "../result.js";
import { toTransfer } from "./errorTransfer.js";
import { waitForAnswer } from "./hostChannel.js";
import type { OutputWriter, Stream } from "./output.js";
import { MessageWriter } from "./outputMessages.js";
import { RingWriter } from "./outputRing.js";
import type {
  LeaveRequest,
  LoadRequest,
  NumberedRequest,
  RunRequest,
  StartRequest,
  WorkerMessage,
  WorkerRequest,
} from "./protocol.js";

/** Serves one session after another, once it has the artifact: for each a StartRequest, then the requests of that session. */
export function serve(port: Port): void {
  const send = (message: WorkerMessage): void => port.post(message);
  let artifact: Artifact | undefined;
  let worker: SessionWorker | undefined;
  port.listen((message) => {
    const request = message as LoadRequest | StartRequest | NumberedRequest | LeaveRequest;
    if (request.type === "load") {
      // the same for all sessions, and so is what is derived from it
      artifact = Artifact.fromShared(request.artifact);
    } else if (request.type === "leave") {
      worker?.leave();
      worker = undefined;
      send({ type: "free" });
    } else if (request.type === "start") {
      try {
        worker = new SessionWorker(port, artifact!, request);
        send({ type: "done", closed: false });
      } catch (error) {
        send({ type: "error", error: toTransfer(error), closed: true });
      }
    } else {
      worker?.answer(request);
    }
  });
}

/** With what of it is moved, not copied. */
type Answer = [message: WorkerMessage, transfer?: ArrayBuffer[]];

class SessionWorker {
  readonly #port: Port;
  readonly #interpreter: Interpreter;
  readonly #checkpoint: Checkpoint;
  readonly #output: OutputWriter;
  readonly #sharesMemory: boolean;
  /** What the main thread knows of the files. */
  #filesThere = noFiles;
  #stream: RunRequest["stream"] = { stdout: false, stderr: false };

  constructor(port: Port, artifact: Artifact, request: StartRequest) {
    const { options, state, checkpoint, files, written, shared } = request;
    this.#port = port;
    this.#checkpoint = new Checkpoint(artifact.image.facts, checkpoint);
    this.#sharesMemory = shared !== undefined;
    this.#output =
      shared === undefined
        ? new MessageWriter((pieces) => this.#send({ type: "output", pieces }))
        : new RingWriter(shared.output, () => this.#send({ type: "output" }));
    const write = (stream: Stream, text: string): void => {
      if (this.#stream[stream]) this.#output.write(stream, text);
    };
    const { limits, hostFunctions, answerLimits, ...rest } = options;
    const settings = {
      ...limits,
      ...rest,
      rollback: true,
      interrupt: shared && new Int32Array(shared.interrupt),
      onStdout: (text: string) => write("stdout", text),
      onStderr: (text: string) => write("stderr", text),
    };
    const origin = state && new State(artifact.image, state);
    this.#interpreter = new Interpreter(artifact, settings, {
      origin,
      checkpoint: this.#checkpoint,
      files: files ?? origin?.files,
      written: written && new Float64Array(written),
      host: { ...this.#remoteHost(shared?.hostChannel, hostFunctions), answerLimits },
    });
    if (files !== undefined) this.#filesThere = files;
    this.#save();
    this.#sendFiles();
  }

  answer(request: NumberedRequest): void {
    const [message, transfer] = this.#serve(request);
    // while the answer is on its way, or before it where the main thread has to be sent a copy
    if (!this.#sharesMemory) this.#save(request.number);
    this.#sendFiles();
    this.#send(message, transfer);
    if (this.#sharesMemory) this.#save(request.number);
  }

  /** Gives back what the session holds outside its memory. */
  leave(): void {
    this.#interpreter.close();
  }

  #sendFiles(): void {
    const files = this.#interpreter.filesState;
    const change = difference(this.#filesThere, files);
    this.#filesThere = files;
    if (change !== undefined) this.#send({ type: "files", change });
  }

  /** Has the main thread answer, and waits; without a channel there is nothing to wait at. */
  #remoteHost(channel: SharedArrayBuffer | undefined, functions: readonly FunctionText[]): RemoteHost {
    let last = 0;
    const call = (
      { name, args, kwargs, requestBytes, maxAnswerBytes }: HostRequest,
      budget: Pick<Budget, "checkTime" | "remainingMs">,
    ): HostAnswer => {
      if (channel === undefined) return failure("NameError", "there are no host functions");
      const request = encodeRequest(args, kwargs);
      if (request === undefined) return failure("ValueError", `the arguments of ${name}() are too large`);
      last = (last + 1) | 0;
      this.#send({ type: "call", call: last, name, request, requestBytes, maxAnswerBytes }, [request.buffer]);
      return waitForAnswer(channel, last, () => {
        budget.checkTime();
        return budget.remainingMs;
      });
    };
    const refuse: RemoteHost["refuse"] = ({ name, requestBytes }, message) =>
      this.#send({ type: "refused", name, requestBytes, message });
    return { functions, call, refuse };
  }

  #send(message: WorkerMessage, transfer?: ArrayBuffer[]): void {
    this.#port.post(message, transfer);
  }

  /** Keeps what a later run may have to go back to. */
  #save(request = 0): void {
    if (this.#interpreter.closed) return;
    this.#interpreter.checkpoint(request);
    if (this.#sharesMemory) return;
    const checkpoint = this.#checkpoint.copyBuffer();
    this.#send({ type: "checkpoint", checkpoint }, [checkpoint]);
  }

  #serve(request: WorkerRequest): Answer {
    try {
      return this.#perform(request);
    } catch (error) {
      return [{ type: "error", error: toTransfer(error), closed: this.#interpreter.closed }];
    } finally {
      this.#output.end();
    }
  }

  #perform(request: WorkerRequest): Answer {
    const interpreter = this.#interpreter;
    switch (request.type) {
      case "run": {
        const { work, stream, limits, onOutputLimit } = request;
        this.#stream = stream;
        this.#output.begin(performance.now() + limits.timeoutMs, limits.maxOutputBytes);
        const options = { ...limits, onOutputLimit };
        const { value, ...result } =
          "task" in work
            ? interpreter.perform(work.task, options)
            : interpreter.run(work.source, { ...options, filename: work.filename });
        const bytes = value === undefined ? undefined : encodeOrNothing(value);
        const message = { type: "result", result: { ...result, value: undefined }, value: bytes } as const;
        return [{ ...message, closed: interpreter.closed }, bytes && [bytes.buffer]];
      }
      case "state": {
        const state = interpreter.state();
        return [{ type: "state", state, closed: interpreter.closed }, [state.buffer]];
      }
      case "define":
        interpreter.introduce(request.function);
        return [{ type: "done", closed: interpreter.closed }];
      case "reset":
        interpreter.reset();
        return [{ type: "done", closed: interpreter.closed }];
    }
  }
}

/** Undefined where it has too many bytes. */
function encodeOrNothing(value: unknown, maxDepth = MAX_DEPTH): Uint8Array<ArrayBuffer> | undefined {
  try {
    return encodeValue(value, { maxDepth });
  } catch (error) {
    if (error instanceof NotPlainDataError) return undefined;
    throw error;
  }
}

/** A request is a tuple of two containers of arguments. */
function encodeRequest(args: readonly Value[], kwargs: { [key: string]: Value }): Uint8Array<ArrayBuffer> | undefined {
  return encodeOrNothing([args, kwargs], MAX_DEPTH + 2);
}

function failure(type: string, message: string): HostAnswer {
  return { bytes: encodeFailure(type, message), fuel: 0 };
}
