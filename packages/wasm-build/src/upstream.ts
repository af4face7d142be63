import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The one build of MicroPython that the passes know. */
export const UPSTREAM = {
  package: "@micropython/micropython-webassembly-pyscript",
  version: "1.27.0",
  sha256: "06338c955b03c5700aa0069015d3e392d76836ef8e2ce25bedbe59b88ccd373c",
} as const;

/** Reads upstream's wasm from the installed npm package. @throws where its SHA-256 is not the pinned one. */
export async function readUpstream(): Promise<Uint8Array> {
  const path = createRequire(import.meta.url).resolve(`${UPSTREAM.package}/micropython.wasm`);
  return checkUpstream(await readFile(path), path);
}

/** @throws where the bytes are not those of the pinned version. */
export function checkUpstream(wasm: Uint8Array, path: string): Uint8Array {
  const sha256 = createHash("sha256").update(wasm).digest("hex");
  if (sha256 !== UPSTREAM.sha256) {
    throw new Error(
      `${path} is not the micropython.wasm of ${UPSTREAM.package} ${UPSTREAM.version}: its SHA-256 is ${sha256}, expected ${UPSTREAM.sha256}. Run npm ci to restore it.`,
    );
  }
  return wasm;
}
