// How the heap lies in memory: pieces, each with a table that has two bits for each block of 16 bytes.

import { firstArea } from "../interpreter";

export const BLOCK_BYTES: usize = 16;

/** What the two bits of a block say: nothing, an object begins here, part of the object that begins before, a beginning that is in use. */
export const FREE: u32 = 0;
export const HEAD: u32 = 1;
export const TAIL: u32 = 2;
export const MARK: u32 = 3;

/** Bytes of a table that are looked at together, and the blocks that they tell of. */
export const WORD_BYTES: usize = 8;
export const WORD_BLOCKS: u32 = 32;

/** The lower bit of each of these blocks. */
export const LOWER: u64 = 0x5555555555555555;

/** mp_state_mem_area_t: one piece of the heap. */
@unmanaged
export class Area {
  next: Area | null;
  table: usize;
  tableBytes: u32;
  finalisers: usize;
  poolStart: usize;
  poolEnd: usize;
  /** Index into the table. */
  searchFrom: u32;
  lastUsed: u32;
}

@inline
export function areas(): Area | null {
  return changetype<Area | null>(firstArea());
}

@inline
export function contains(area: Area, address: usize): bool {
  return address - area.poolStart < area.poolEnd - area.poolStart;
}

@inline
export function kind(area: Area, block: u32): u32 {
  return (<u32>load<u8>(area.table + (block >>> 2)) >>> ((block & 3) << 1)) & 3;
}
