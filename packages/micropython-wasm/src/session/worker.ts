// The worker's side of a session: owns the one interpreter, runs one request at a time, knows no queue and no promise.
import { Artifact } from "../interpreter/artifact.js";
import { Interpreter } from "../interpreter/interpreter.js";
import { State } from "../interpreter/state.js";
import type { Port } from "../platform/platform.js";
import { toTransfer } from "./errorTransfer.js";
import { RingWriter } from "./outputRing.js";
import type { Stream } from "./outputRing.js";
import type { LeaveRequest, RunRequest, StartRequest, WorkerMessage, WorkerRequest } from "./protocol.js";

/** Serves one session after another: for each a StartRequest, then the requests of that session. */
export function serve(port: Port): void {
  const send = (message: WorkerMessage): void => port.post(message);
  let worker: SessionWorker | undefined;
  port.listen((message) => {
    const request = message as StartRequest | WorkerRequest | LeaveRequest;
    if (request.type === "leave") {
      worker = undefined;
      send({ type: "free" });
    } else if (request.type === "start") {
      try {
        worker = new SessionWorker(port, request);
        send({ type: "done", closed: false });
      } catch (error) {
        send({ type: "error", error: toTransfer(error), closed: true });
      }
    } else {
      worker?.answer(request);
    }
  });
}

class SessionWorker {
  readonly #port: Port;
  readonly #interpreter: Interpreter;
  #stream: RunRequest["stream"] = { stdout: false, stderr: false };
  /** By when output must have found room, on performance.now()'s clock. */
  #deadlineMs = 0;

  constructor(port: Port, { artifact: sharedArtifact, options, state, shared }: StartRequest) {
    this.#port = port;
    const artifact = Artifact.fromShared(sharedArtifact);
    const ring = new RingWriter(shared.output, () => this.send({ type: "output" }));
    const write = (stream: Stream, text: string): void => {
      if (this.#stream[stream]) ring.write(stream, text, this.#deadlineMs);
    };
    const { limits, ...rest } = options;
    const settings = {
      ...limits,
      ...rest,
      rollback: true,
      interrupt: new Int32Array(shared.interrupt),
      onStdout: (text: string) => write("stdout", text),
      onStderr: (text: string) => write("stderr", text),
    };
    const origin = state && new State(artifact.image, state);
    this.#interpreter = new Interpreter(artifact, settings, { origin, checkpoint: shared.checkpoint });
    this.#interpreter.checkpoint();
  }

  send(message: WorkerMessage, transfer?: ArrayBuffer[]): void {
    this.#port.post(message, transfer);
  }

  answer(request: WorkerRequest): void {
    try {
      this.#serve(request);
    } catch (error) {
      this.send({ type: "error", error: toTransfer(error), closed: this.#interpreter.closed });
    }
    // while the answer is on its way: what a later run may have to go back to
    if (!this.#interpreter.closed) this.#interpreter.checkpoint();
  }

  #serve(request: WorkerRequest): void {
    const interpreter = this.#interpreter;
    switch (request.type) {
      case "run": {
        const { source, stream, filename, limits, onOutputLimit } = request;
        this.#stream = stream;
        this.#deadlineMs = performance.now() + limits.timeoutMs;
        const result = interpreter.run(source, { ...limits, filename, onOutputLimit });
        return this.send({ type: "result", result, closed: interpreter.closed });
      }
      case "state": {
        const state = interpreter.state();
        return this.send({ type: "state", state, closed: interpreter.closed }, [state.buffer]);
      }
      case "reset":
        interpreter.reset();
        return this.send({ type: "done", closed: interpreter.closed });
    }
  }
}
