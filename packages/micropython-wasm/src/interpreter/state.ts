// An interpreter's state as bytes: how its memory differs from the boot image, which every build of this package has anyway.

import type { AmbientState } from "../host/ambient.js";
import { SnapshotError } from "../errors.js";
import { decodeFiles, encodeFiles, type FilesState } from "../host/files/state.js";
import type { Image } from "./image.js";
import type { Origin } from "./origin.js";

/** Memory is compared in blocks of this size. */
const BLOCK_BYTES = 64;
const PAGE_BYTES = 65536;

/** Memory's length, the clock, the generator's four words and the length of the files, as doubles. */
const HEADER_NUMBERS = 7;
const HEADER_BYTES = 8 * HEADER_NUMBERS;

/** No state of so much memory, and with files of so many bytes, is larger: each block may be a run of its own. */
export function mostStateBytes(memoryBytes: number, filesBytes: number): number {
  return HEADER_BYTES + filesBytes + (memoryBytes / BLOCK_BYTES) * (8 + BLOCK_BYTES);
}

const expanded = new WeakMap<Image, Uint8Array>();

/** The memory that the image describes; made once for an image. */
function imageMemory(image: Image): Uint8Array {
  let memory = expanded.get(image);
  if (memory === undefined) {
    memory = new Uint8Array(image.memoryBytes);
    image.copyTo(memory);
    expanded.set(image, memory);
  }
  return memory;
}

/** Header, the files (see host/files/state.ts), then for each run of blocks that differ its address and length (32-bit, little-endian) and its bytes. The stacks are left out: they are empty. */
export function encodeState(
  image: Image,
  memory: Uint8Array,
  ambient: AmbientState,
  files: FilesState,
): Uint8Array<ArrayBuffer> {
  const { stackBase, pystackEnd } = image.facts;
  const changed = [...changes(image, memory, 0, stackBase), ...changes(image, memory, pystackEnd, memory.length)];
  const held = encodeFiles(files);
  const fixed = HEADER_BYTES + held.length;
  const bytes = new Uint8Array(changed.reduce((sum, [start, end]) => sum + 8 + end - start, fixed));
  const numbers = [memory.length, ambient.clockMs, ...ambient.random, held.length];
  new Float64Array(bytes.buffer, 0, HEADER_NUMBERS).set(numbers);
  bytes.set(held, HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  let at = fixed;
  for (const [start, end] of changed) {
    view.setUint32(at, start, true);
    view.setUint32(at + 4, end - start, true);
    bytes.set(memory.subarray(start, end), at + 8);
    at += 8 + end - start;
  }
  return bytes;
}

/** Runs of blocks between two addresses in which the memory is not the image's. */
function changes(image: Image, memory: Uint8Array, from: number, to: number): [number, number][] {
  const original = imageMemory(image);
  const now = new DataView(memory.buffer, memory.byteOffset, memory.length);
  const then = new DataView(original.buffer);
  const found: [number, number][] = [];
  for (let start = from; start < to; start += BLOCK_BYTES) {
    const end = Math.min(start + BLOCK_BYTES, to);
    if (same(now, then, start, end)) continue;
    const last = found.at(-1);
    if (last?.[1] === start) last[1] = end;
    else found.push([start, end]);
  }
  return found;
}

/** What lies behind the image's end was zero when the interpreter started. */
function same(now: DataView, then: DataView, start: number, end: number): boolean {
  let at = start;
  for (; at + 4 <= end; at += 4) {
    if (now.getInt32(at) !== (at + 4 <= then.byteLength ? then.getInt32(at) : 0)) return false;
  }
  for (; at < end; at++) {
    if (now.getUint8(at) !== (at < then.byteLength ? then.getUint8(at) : 0)) return false;
  }
  return true;
}

/** A state that was read, ready to start from. */
export class State implements Origin {
  readonly memoryBytes: number;
  readonly ambient: AmbientState;
  readonly files: FilesState;
  readonly #image: Image;
  readonly #segments: [number, Uint8Array][] = [];

  /** @throws {SnapshotError} where the bytes are not what `encodeState` writes. */
  constructor(image: Image, bytes: Uint8Array) {
    this.#image = image;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    try {
      const number = (index: number): number => view.getFloat64(8 * index, true);
      this.memoryBytes = number(0);
      this.ambient = { clockMs: number(1), random: [2, 3, 4, 5].map(number) };
      const filesEnd = HEADER_BYTES + number(6);
      if (!(filesEnd <= bytes.length)) throw new RangeError("out of bounds");
      this.files = decodeFiles(bytes.subarray(HEADER_BYTES, filesEnd));
      for (let at = filesEnd; at < bytes.length;) {
        const address = view.getUint32(at, true);
        const length = view.getUint32(at + 4, true);
        const segment = bytes.subarray(at + 8, at + 8 + length);
        if (segment.length !== length || address + length > this.memoryBytes) throw new RangeError("out of bounds");
        this.#segments.push([address, segment]);
        at += 8 + length;
      }
    } catch (error) {
      throw new SnapshotError("the snapshot's content is damaged", { cause: error });
    }
    if (this.memoryBytes < image.memoryBytes || this.memoryBytes % PAGE_BYTES !== 0)
      throw new SnapshotError(`the snapshot's memory cannot have ${this.memoryBytes} bytes`);
  }

  copyTo(memory: Uint8Array): void {
    this.#image.copyTo(memory);
    for (const [address, bytes] of this.#segments) memory.set(bytes, address);
  }
}
