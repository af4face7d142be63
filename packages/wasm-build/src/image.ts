import { createHash } from "node:crypto";
import type { Booted } from "./boot.js";
import type { Library } from "./library.js";

/** The image's first bytes. packages/micropython-wasm/src/interpreter/image.ts reads what this file writes. */
const MAGIC = "MPYIMG2\0";

/** Runs of zeros shorter than this stay inside a segment: a segment costs eight bytes and a copy. */
const GAP_BYTES = 256;

/**
 * Magic, SHA-256 of the artifact, SHA-256 of what follows; then the length of a JSON text with the facts, that text, the number of segments,
 * and each segment's address, length and bytes; then the library's files: how many, and each one's length, its path's length, its bytes and its path. Numbers are
 * 32-bit little-endian.
 */
export function writeImage({ memory, facts }: Booted, library: Library, wasm: Uint8Array): Uint8Array {
  const text = Buffer.from(JSON.stringify(facts));
  const found = segments(memory);
  const parts: Uint8Array[] = [u32(text.length), text, u32(found.length)];
  for (const [start, end] of found) parts.push(u32(start), u32(end - start), memory.subarray(start, end));
  parts.push(u32(library.size));
  for (const [path, bytes] of library)
    parts.push(u32(bytes.length), u32(Buffer.byteLength(path)), bytes, Buffer.from(path));
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(MAGIC), sha256(wasm), sha256(body), body]);
}

function segments(memory: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < memory.length; at++) {
    if (memory[at] === 0) continue;
    const last = found.at(-1);
    if (last !== undefined && at - last[1] < GAP_BYTES) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

function u32(value: number): Uint8Array {
  return new Uint8Array(new Uint32Array([value]).buffer);
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}
