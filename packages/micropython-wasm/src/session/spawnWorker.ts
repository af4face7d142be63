import { Worker } from "node:worker_threads";
import { workerUrl } from "../files.js";

/**
 * A worker's native stack, in MiB: what 1,000 levels of Python recursion need, with room to spare. Address space, not
 * memory: pages are committed as they are touched.
 */
const stackSizeMb = 64;

/** A worker that waits for its StartRequest. */
export function spawnWorker(): Worker {
  return new Worker(workerUrl, {
    name: "micropython-wasm",
    resourceLimits: { stackSizeMb },
    // The worker needs nothing of the host's environment or flags, so it gets none.
    env: {},
    execArgv: [],
  });
}
