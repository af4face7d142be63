import type { Platform, WorkerPort } from "./platform.js";

function spawnWorker(): WorkerPort {
  // In this form bundlers see that a file is named, and take it along.
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "micropython-wasm" });
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (onMessage) => worker.addEventListener("message", (event) => onMessage(event.data)),
    onEnd(listener) {
      worker.addEventListener("error", (event) => listener(`the worker failed: ${event.message}`));
    },
    async terminate() {
      worker.terminate();
    },
    keepAlive() {},
  };
}

async function readAsset(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(`../${file}`, import.meta.url));
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export const platform: Platform = { spawnWorker, readAsset };
