// Where upstream's gc_alloc begins its search for several free blocks in a row. It begins where the last single block was found, so that each search for two
// goes over all the single holes that a collection has left: allocating takes time in proportion to the heap. Here a search begins where the last one for as
// many blocks ended, and passes by pieces in which as many were not found. What was freed behind that is found again after the next collection, which comes before
// memory is called full.

import { bounded, collectionThreshold, collectorLock, firstArea, gcAllocGeneral } from "../interpreter";
import { HINTS, HINTS_BYTES } from "../lowMemory";
import { Area, BLOCK_BYTES, HEAD, LOWER, TAIL, WORD_BLOCKS, WORD_BYTES } from "./heap";

/** Pieces of the heap that have hints of their own: each is about as large as all before it. Those behind share the last place. */
const AREAS: u32 = 12;

const HINT_BYTES: usize = 8;

/** An index behind every table. */
const NOWHERE: u32 = 0x7fffffff;

/** 0 for two blocks, then 3, 4, up to 8, up to 32, and more. */
@inline
function sizeClass(blocks: u32): u32 {
  return blocks <= 4 ? blocks - 2 : blocks <= 8 ? 3 : blocks <= 32 ? 4 : 5;
}

/** Which piece of the heap it is. */
function numberOf(area: usize): u32 {
  let number: u32 = 0;
  for (let at = firstArea(); at != area && number < AREAS - 1; at = load<usize>(at)) number++;
  return number;
}

/** A hint is the piece's address and an index into its allocation table. */
@inline
function hintFor(area: usize, blocks: u32): usize {
  return HINTS + (sizeClass(blocks) * AREAS + numberOf(area)) * HINT_BYTES;
}

/** Behind the hints: for each piece, its address and the least number of blocks that a search did not find there. */
const FAILURES: usize = HINTS + 6 * AREAS * HINT_BYTES;

/** The piece that is being searched, and for how many blocks; no piece where the last search found what it looked for. */
const SEARCHED: usize = HINTS + 7 * AREAS * HINT_BYTES;

@inline
function failureOf(area: usize): usize {
  return FAILURES + numberOf(area) * HINT_BYTES;
}

/** One search ends without success where the next begins: then nothing as large is looked for in that piece until something has been freed. */
function noteFailure(): void {
  const area = load<usize>(SEARCHED);
  if (area == 0) return;
  const blocks = load<u32>(SEARCHED, 4);
  const failure = failureOf(area);
  if (load<usize>(failure) == area && load<u32>(failure, 4) <= blocks) return;
  store<usize>(failure, area);
  store<u32>(failure, blocks, 4);
}

/** The index where the search in this piece begins, for two blocks or more; upstream's is `first`. Beyond the table where nothing is to be found. */
export function search_from(area: usize, blocks: u32, first: u32): u32 {
  noteFailure();
  const failure = failureOf(area);
  if (load<usize>(failure) == area && blocks >= load<u32>(failure, 4)) {
    store<usize>(SEARCHED, 0);
    return NOWHERE;
  }
  store<usize>(SEARCHED, area);
  store<u32>(SEARCHED, blocks, 4);
  const hint = hintFor(area, blocks);
  return load<usize>(hint) == area ? max(first, load<u32>(hint, 4)) : first;
}

/**
 * Where the search for single blocks goes on when it has filled what was freed in front of it: the piece, how many indexes, and those, the nearest last. Upstream's begins
 * at what was freed and then goes over all that was allocated in the meantime, for each object once more.
 */
const STOPS: usize = SEARCHED + 8;
const MOST_STOPS: u32 = 6;

@inline
function stopAt(i: u32): usize {
  return STOPS + 8 + (<usize>i << 2);
}

/** A block's kind is two bits of the allocation table; that of free ones is 0. */
@inline
function isFree(area: usize, block: u32): bool {
  if (block >>> 2 >= load<u32>(area, 8)) return false;
  return ((<u32>load<u8>(load<usize>(area, 4) + (block >>> 2)) >>> ((block & 3) << 1)) & 3) == 0;
}

/** Lets the search for single blocks come by what was freed, as far as there is room to remember it. */
export function note_freed(area: usize, index: u32): void {
  const next = load<u32>(area, 24);
  if (load<usize>(STOPS) != area) {
    store<usize>(STOPS, area);
    store<u32>(STOPS, 0, 4);
  }
  const count = load<u32>(STOPS, 4);
  if (index < next) {
    store<u32>(area, index, 24);
    if (count == MOST_STOPS) return;
    store<u32>(stopAt(count), next);
    store<u32>(STOPS, count + 1, 4);
    return;
  }
  // behind the last stop the search comes by anyway
  if (index == next || count == 0 || count == MOST_STOPS || index >= load<u32>(stopAt(0))) return;
  let at = count;
  while (load<u32>(stopAt(at - 1)) < index) at--;
  if (load<u32>(stopAt(at - 1)) == index) return;
  for (let i = count; i > at; i--) store<u32>(stopAt(i), load<u32>(stopAt(i - 1)));
  store<u32>(stopAt(at), index);
  store<u32>(STOPS, count + 1, 4);
}

/** Notes that `blocks` were found, of which the last is `end`; gives `end`. */
export function note_found(area: usize, blocks: u32, end: u32): u32 {
  if (blocks > 1) {
    store<usize>(SEARCHED, 0);
    const hint = hintFor(area, blocks);
    store<usize>(hint, area);
    store<u32>(hint, end >>> 2, 4);
  } else if (load<usize>(STOPS) == area && !isFree(area, end + 1)) {
    const count = load<u32>(STOPS, 4);
    if (count > 0) {
      store<u32>(STOPS, count - 1, 4);
      store<u32>(area, max(load<u32>(area, 24), load<u32>(stopAt(count - 1))), 24);
    }
  }
  return end;
}

@inline
export function forgetHints(): void {
  memory.fill(HINTS, 0, HINTS_BYTES);
}

/** Marks free blocks, from `first` to `last`, as tails. */
export function mark_tails(area: Area, first: u32, last: u32): void {
  while (first <= last) {
    const place = first & 3;
    const count = min(last - first + 1, WORD_BLOCKS - place);
    const at = area.table + (first >>> 2);
    store<u64>(at, load<u64>(at) | (tails(count) << (place << 1)));
    first += count;
  }
}

/** The bits of so many tails, 32 at most. */
@inline
function tails(count: u32): u64 {
  return (LOWER * TAIL) >>> ((WORD_BLOCKS - count) << 1);
}

/** What gc_alloc looks at by itself: so many words of the table, for objects of so many blocks. */
const MOST_WORDS: u32 = 4;
const MOST_BLOCKS: u32 = 16;

const HAS_FINALISER: u32 = 1;

/**
 * Upstream's gc_alloc for what nearly all calls are: a small object, and room for it near where the last one was found. It puts the same objects into the same places,
 * but looks at 32 blocks at once, and clears them without a call of the engine.
 */
export function gc_alloc(bytes: u32, flags: u32): usize {
  const threshold = collectionThreshold();
  const allocated = load<u32>(threshold - 4); // gc_alloc_amount, in blocks
  const area = changetype<Area | null>(load<usize>(threshold, 4)); // gc_last_free_area
  if (
    bytes - 1 < MOST_BLOCKS * <u32>BLOCK_BYTES &&
    (flags & HAS_FINALISER) == 0 &&
    allocated < load<u32>(threshold) &&
    load<u16>(collectorLock()) == 0 &&
    area !== null
  ) {
    const blocks = (bytes + <u32>BLOCK_BYTES - 1) / <u32>BLOCK_BYTES;
    const start = blocks == 1 ? takeOne(area) : takeSeveral(area, blocks);
    if (start != NOWHERE) {
      const end = start + blocks - 1;
      area.lastUsed = max(area.lastUsed, end);
      note_found(changetype<usize>(area), blocks, end);
      store<u32>(threshold - 4, allocated + blocks);
      const object = area.poolStart + <usize>start * BLOCK_BYTES;
      let at = object;
      const behind = object + <usize>blocks * BLOCK_BYTES;
      do {
        store<u64>(at, 0);
        store<u64>(at, 0, 8);
        at += BLOCK_BYTES;
        bounded(); // by MOST_BLOCKS
      } while (at < behind);
      return object;
    }
  }
  return gcAllocGeneral(bytes, flags);
}

/** The lower bit of each free block. */
@inline
function freeOf(kinds: u64): u64 {
  return ~(kinds | (kinds >>> 1)) & LOWER;
}

/** Marks the first free block from where the search begins as one object; NOWHERE where there is none in the next words. */
@inline
function takeOne(area: Area): u32 {
  let from = area.searchFrom;
  const end = from + MOST_WORDS * <u32>WORD_BYTES;
  if (end > area.tableBytes) return NOWHERE;
  do {
    const at = area.table + from;
    const kinds = load<u64>(at);
    const free = freeOf(kinds);
    if (free != 0) {
      const bit = ctz(free);
      store<u64>(at, kinds | ((<u64>HEAD) << bit));
      const block = (from << 2) + (<u32>bit >>> 1);
      area.searchFrom = (block + 1) >>> 2;
      return block;
    }
    from += <u32>WORD_BYTES;
    bounded(); // by MOST_WORDS
  } while (from < end);
  return NOWHERE;
}

/** Marks the first `blocks` in a row, from where the last such search ended, as one object; NOWHERE where there are none in the next words. */
@inline
function takeSeveral(area: Area, blocks: u32): u32 {
  const failure = failureOf(changetype<usize>(area));
  if (load<usize>(failure) == changetype<usize>(area) && blocks >= load<u32>(failure, 4)) return NOWHERE;
  const hint = hintFor(changetype<usize>(area), blocks);
  let from = area.searchFrom;
  if (load<usize>(hint) == changetype<usize>(area)) from = max(from, load<u32>(hint, 4));
  // so that what begins in one step and ends behind it is found in the next
  const step = (WORD_BLOCKS - blocks + 1) >>> 2;
  for (let words: u32 = 0; words < MOST_WORDS && from + <u32>WORD_BYTES <= area.tableBytes; words++) {
    const at = area.table + from;
    const kinds = load<u64>(at);
    // the bits of blocks with `have - 1` free ones behind them
    let rows = freeOf(kinds);
    for (let have: u32 = 1; have < blocks;) {
      const more = min(have, blocks - have);
      rows &= rows >>> (more << 1);
      have += more;
      bounded(); // by log2 of MOST_BLOCKS
    }
    if (rows != 0) {
      const bit = ctz(rows);
      store<u64>(at, kinds | (((tails(blocks - 1) << 2) | HEAD) << bit));
      return (from << 2) + (<u32>bit >>> 1);
    }
    from += step;
    bounded(); // by MOST_WORDS
  }
  return NOWHERE;
}
