// Where upstream's gc_alloc begins its search for several free blocks in a row. It begins where the last single block was found, so that each search for two
// goes over all the single holes that a collection has left: allocating takes time in proportion to the heap. Here a search begins where the last one for as
// many blocks ended. What was freed behind that is found again after the next collection, which comes before memory is called full.

import { HINTS, HINTS_BYTES } from "./lowMemory";

/** Pieces of the heap that have hints; where two share a place, the later has it. */
const AREAS: u32 = 8;

/** Pieces are allocated by malloc, far from each other. */
const AREA_SHIFT: u32 = 16;

const HINT_BYTES: usize = 8;

/** 0 for two blocks, then 3, 4, up to 8, up to 32, and more. */
@inline
function sizeClass(blocks: u32): u32 {
  return blocks <= 4 ? blocks - 2 : blocks <= 8 ? 3 : blocks <= 32 ? 4 : 5;
}

/** A hint is the piece's address and an index into its allocation table. */
@inline
function hintFor(area: usize, blocks: u32): usize {
  return HINTS + (sizeClass(blocks) * AREAS + ((<u32>area >>> AREA_SHIFT) % AREAS)) * HINT_BYTES;
}

/** The index where the search in this piece begins, for two blocks or more; upstream's is `first`. */
export function search_from(area: usize, blocks: u32, first: u32): u32 {
  const hint = hintFor(area, blocks);
  return load<usize>(hint) == area ? max(first, load<u32>(hint, 4)) : first;
}

/** Notes that `blocks` were found, of which the last is `end`; gives `end`. */
export function note_found(area: usize, blocks: u32, end: u32): u32 {
  if (blocks > 1) {
    const hint = hintFor(area, blocks);
    store<usize>(hint, area);
    store<u32>(hint, end >>> 2, 4);
  }
  return end;
}

@inline
export function forgetHints(): void {
  memory.fill(HINTS, 0, HINTS_BYTES);
}
