// Buffers of checkpoints whose sessions are closed, for the next ones: the engine does not count shared memory as garbage that presses, and would let it pile up.

import { Checkpoint } from "../interpreter/checkpoint.js";

const maxSpares = 16;

/** A buffer does not shrink: larger ones are let go. */
const maxSpareBytes = 4 * 1024 * 1024;

const spares: SharedArrayBuffer[] = [];

/** An empty checkpoint's buffer, for memory of up to `memoryBytes`. What an earlier session left in it is overwritten before it is read. */
export function takeCheckpointBuffer(memoryBytes: number): SharedArrayBuffer {
  const index = spares.findIndex((spare) => Checkpoint.isFor(memoryBytes, spare));
  return index < 0 ? Checkpoint.sharedBuffer(memoryBytes) : spares.splice(index, 1)[0]!;
}

/** Takes back a buffer that no worker uses any more. */
export function releaseCheckpointBuffer(buffer: SharedArrayBuffer): void {
  if (spares.length >= maxSpares || buffer.byteLength > maxSpareBytes) return;
  Checkpoint.empty(buffer);
  spares.push(buffer);
}
