// The worker's side of a session: owns the one interpreter, runs one request at a time, knows no queue and no promise.
import { parentPort, workerData } from "node:worker_threads";
import { Interpreter } from "../interpreter/interpreter.js";
import { toTransfer } from "./errorTransfer.js";
import { RingWriter } from "./outputRing.js";
import type { RunRequest, WorkerInit, WorkerMessage } from "./protocol.js";

const { limits, argv, interrupt, output } = workerData as WorkerInit;
const port = parentPort!;
const send = (message: WorkerMessage): void => port.postMessage(message);
const ring = new RingWriter(output, () => send({ type: "output" }));
let current = { stream: { stdout: false, stderr: false }, deadlineMs: 0 };

try {
  const interpreter = await Interpreter.create({
    ...limits,
    argv,
    rollback: true,
    interrupt: new Int32Array(interrupt),
    onStdout: (text) => current.stream.stdout && ring.write("stdout", text, current.deadlineMs),
    onStderr: (text) => current.stream.stderr && ring.write("stderr", text, current.deadlineMs),
  });
  port.on("message", (request: RunRequest) => {
    const { source, filename, fuel, timeoutMs, stream } = request;
    current = { stream, deadlineMs: performance.now() + timeoutMs };
    try {
      const result = interpreter.run(source, { filename, fuel, timeoutMs });
      send({ type: "result", result, closed: interpreter.closed });
    } catch (error) {
      send({ type: "error", error: toTransfer(error), closed: interpreter.closed });
    }
  });
  send({ type: "ready" });
} catch (error) {
  send({ type: "error", error: toTransfer(error), closed: true });
}
