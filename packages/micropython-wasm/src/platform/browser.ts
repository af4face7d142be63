import { UsageError } from "../errors.js";
import { fetchTransport } from "../host/network/fetchTransport.js";
import { RequestError } from "../host/network/requestError.js";
import type { MakeTransport } from "../host/network/transport.js";
import type { ContextVariable, Platform, WorkerPort } from "./platform.js";

// Where things stand beside dist/browser/index.js, the bundle of this module. In this form bundlers see that a file is named, and take it along.
const workerUrl = new URL("./worker.js", import.meta.url);
const assets: Record<string, URL> = {
  "micropython.wasm": new URL("../micropython.wasm", import.meta.url),
  "boot.image": new URL("../boot.image", import.meta.url),
};

/** A worker's native stack cannot be chosen here. Of Chromium's, the greediest programs fill half a MiB at 183 levels. */
const workerRecursionLimit = 150;

function spawnWorker(): WorkerPort {
  const worker = new Worker(workerUrl.origin === location.origin ? workerUrl : elsewhere(), {
    type: "module",
    name: "micropython-wasm",
  });
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (onMessage) => worker.addEventListener("message", (event) => onMessage(event.data)),
    onEnd(listener) {
      worker.addEventListener("error", ({ message }) =>
        listener(`the worker failed: ${message ?? `${workerUrl.href} cannot be loaded`}`),
      );
    },
    async terminate() {
      worker.terminate();
    },
    keepAlive() {},
  };
}

let imports: string | undefined;

/** A worker's own script must come from the page's origin; what it imports need not. */
function elsewhere(): string {
  imports ??= URL.createObjectURL(new Blob([`import ${JSON.stringify(workerUrl.href)}`], { type: "text/javascript" }));
  return imports;
}

async function readAsset(file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!isSecureContext) {
    throw new UsageError(
      "this page is no secure context, so its interpreter cannot be checked: serve it by https, or from localhost",
    );
  }
  const response = await fetch(assets[file]!);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Browsers do not follow a call through what it awaits: the value is only there until the action first waits. */
function contextVariable<T>(): ContextVariable<T> {
  let current: T | undefined;
  return {
    run(value, action) {
      const before = current;
      current = value;
      try {
        return action();
      } finally {
        current = before;
      }
    },
    get: () => current,
  };
}

async function loadTransport(): Promise<MakeTransport> {
  return ({ resolve }) => {
    if (resolve === undefined) return fetchTransport(fetch.bind(globalThis));
    throw new RequestError("NotAllowed", "a browser resolves names itself: network.resolve is for Node");
  };
}

/** What a stream makes of the bytes. */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  // not `for await`: Safari's streams do not have it
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
    parts.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const platform: Platform = {
  workerRecursionLimit,
  spawnWorker,
  contextVariable,
  loadTransport,
  deflate: (bytes) => through(new CompressionStream("deflate-raw"), bytes, Infinity),
  inflate: (bytes, maxBytes) => through(new DecompressionStream("deflate-raw"), bytes, maxBytes),
  readAsset,
};
