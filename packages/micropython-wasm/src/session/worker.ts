// The worker's side of a session: owns the one interpreter, runs one request at a time, knows no queue and no promise.
import { parentPort } from "node:worker_threads";
import { Interpreter } from "../interpreter/interpreter.js";
import { toTransfer } from "./errorTransfer.js";
import { RingWriter } from "./outputRing.js";
import type { Stream } from "./outputRing.js";
import type { RunRequest, StartRequest, WorkerMessage } from "./protocol.js";

const port = parentPort!;
const send = (message: WorkerMessage): void => port.postMessage(message);
let current = { stream: { stdout: false, stderr: false }, deadlineMs: 0 };

function start({ artifact, limits, argv, interrupt, output }: StartRequest): Interpreter {
  const ring = new RingWriter(output, () => send({ type: "output" }));
  const write = (stream: Stream, text: string): void => {
    if (current.stream[stream]) ring.write(stream, text, current.deadlineMs);
  };
  return new Interpreter(artifact, {
    ...limits,
    argv,
    rollback: true,
    interrupt: new Int32Array(interrupt),
    onStdout: (text) => write("stdout", text),
    onStderr: (text) => write("stderr", text),
  });
}

function run(interpreter: Interpreter, { source, filename, fuel, timeoutMs, stream }: RunRequest): void {
  current = { stream, deadlineMs: performance.now() + timeoutMs };
  try {
    const result = interpreter.run(source, { filename, fuel, timeoutMs });
    send({ type: "result", result, closed: interpreter.closed });
  } catch (error) {
    send({ type: "error", error: toTransfer(error), closed: interpreter.closed });
  }
}

port.once("message", (request: StartRequest) => {
  try {
    const interpreter = start(request);
    port.on("message", (next: RunRequest) => run(interpreter, next));
    send({ type: "ready" });
  } catch (error) {
    send({ type: "error", error: toTransfer(error), closed: true });
  }
});
