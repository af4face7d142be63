// What runs on a web worker.
import { serve } from "../session/worker.js";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
serve({
  post: (message, transfer = []) => scope.postMessage(message, transfer),
  listen: (onMessage) => scope.addEventListener("message", (event) => onMessage(event.data)),
});
