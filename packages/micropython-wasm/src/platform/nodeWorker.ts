// What runs on a worker thread of Node's.
import { parentPort } from "node:worker_threads";
import { serve } from "../session/worker.js";

const port = parentPort!;
serve({
  post: (message, transfer) => port.postMessage(message, transfer),
  listen: (onMessage) => void port.on("message", onMessage),
});
