import { UsageError } from "../errors.js";

/** Whether memory can be shared with a worker. Node always can; a browser only on a page that is cross-origin isolated. */
export function canShareMemory(): boolean {
  return typeof SharedArrayBuffer === "function";
}

/** @throws {UsageError} saying how to serve the page, where it is not cross-origin isolated. */
export function requireSharedMemory(what: string): void {
  if (canShareMemory()) return;
  throw new UsageError(
    `${what} needs a SharedArrayBuffer, which this page is not allowed: serve it with the headers ` +
      '"Cross-Origin-Opener-Policy: same-origin" and "Cross-Origin-Embedder-Policy: require-corp"',
  );
}
