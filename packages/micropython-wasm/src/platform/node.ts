import { AsyncLocalStorage } from "node:async_hooks";
import { Worker } from "node:worker_threads";
import { distUrl } from "../files.js";
import { defaultLimits } from "../limits.js";
import type { ContextVariable, Platform, WorkerPort } from "./platform.js";

/**
 * A worker's native stack, in MiB: what 1,000 levels of Python recursion need, with room to spare. Address space, not
 * memory: pages are committed as they are touched.
 */
const stackSizeMb = 64;

function spawnWorker(): WorkerPort {
  const worker = new Worker(new URL("worker.cjs", distUrl), {
    name: "micropython-wasm",
    resourceLimits: { stackSizeMb },
    // The worker needs nothing of the host's environment or flags, so it gets none.
    env: {},
    execArgv: [],
  });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (onMessage) => void worker.on("message", onMessage),
    onEnd(listener) {
      worker.on("error", (error) => listener(`the worker failed: ${String(error)}`));
      worker.on("exit", () => listener("the worker ended"));
    },
    async terminate() {
      await worker.terminate();
    },
    keepAlive(yes) {
      if (yes) worker.ref();
      else worker.unref();
    },
  };
}

export const platform: Platform = {
  workerRecursionLimit: defaultLimits.recursionLimit,
  spawnWorker,
  contextVariable<T>(): ContextVariable<T> {
    const storage = new AsyncLocalStorage<T>();
    return { run: (value, action) => storage.run(value, action), get: () => storage.getStore() };
  },
  async loadTransport() {
    // Node's HTTP client takes ten milliseconds to load
    const { makeNodeTransport } = await import("../host/network/nodeTransport.js");
    return makeNodeTransport;
  },
  async deflate(bytes) {
    const { deflateRaw } = await import("node:zlib");
    return new Promise((resolve, reject) => deflateRaw(bytes, settle(resolve, reject)));
  },
  async inflate(bytes, maxBytes) {
    const { inflateRaw } = await import("node:zlib");
    return new Promise((resolve, reject) => inflateRaw(bytes, { maxOutputLength: maxBytes }, settle(resolve, reject)));
  },
  async readAsset(file) {
    // a worker is handed the artifact and never comes here: loading the module there would cost its start a millisecond
    const { readFile } = await import("node:fs/promises");
    return new Uint8Array(await readFile(new URL(file, distUrl)));
  },
};

type Settle = (error: Error | null, bytes: Uint8Array<ArrayBuffer>) => void;

function settle(resolve: (bytes: Uint8Array<ArrayBuffer>) => void, reject: (error: Error) => void): Settle {
  return (error, bytes) => (error === null ? resolve(bytes) : reject(error));
}
