// What the collector marks: upstream's gc_mark_subtree and gc_deal_with_stack_overflow, with a longer stack and without a look at each block of a long object.

import { firstArea, pay } from "../interpreter";
import { Area, areas, BLOCK_BYTES, contains, HEAD, kind, LOWER, MARK } from "./heap";
import { MARK_STACK, MARK_STACK_BYTES } from "../lowMemory";

/** A place holds a block and the piece that it lies in. */
const PLACE_BYTES: usize = 8;

/** Each piece of the heap is about as large as all before it, so that memory holds far fewer, but for a list of pieces that the guest has made into a ring. */
const MOST_PIECES: u32 = 64;

/** A word behind the first piece, which lies in upstream's state: whether the stack was too short, so that marked objects were left with unmarked ones in them. */
@inline
function overflow(): usize {
  return firstArea() + offsetof<Area>();
}

/** The bytes of the object that begins with this block. */
@inline
function objectBytes(area: Area, block: u32): usize {
  let next = block + 1;
  let tails: u32;
  let all: u32;
  do {
    const place = next & 3;
    all = 32 - place;
    // shifted so that `next` comes first: what is no tail differs from 10, and what was shifted in is none
    const others = (load<u64>(area.table + (next >>> 2)) >>> (place << 1)) ^ ~LOWER;
    tails = <u32>(ctz(others) >>> 1);
    next += tails;
  } while (tails == all);
  return <usize>(next - block) * BLOCK_BYTES;
}

/** Marks what the object that begins with this block, itself marked, leads to. */
export function mark_subtree(first: Area, block: u32): void {
  let area = first;
  let top: usize = MARK_STACK;
  for (;;) {
    const bytes = objectBytes(area, block);
    // nothing else in this function pays: see PAYS_BY_ITSELF of src/passes/metering.ts
    pay(<u32>(bytes / BLOCK_BYTES));
    let at = area.poolStart + <usize>block * BLOCK_BYTES;
    const end = at + bytes;
    for (; at < end; at += sizeof<usize>()) {
      const word = load<usize>(at);
      if (word == 0 || (word & (BLOCK_BYTES - 1)) != 0) continue;
      let home: Area | null = area;
      if (!contains(area, word)) {
        home = areas();
        let pieces: u32 = 0;
        while (home !== null && pieces < MOST_PIECES && !contains(home, word)) {
          home = home.next;
          pieces++;
        }
        if (home === null || pieces == MOST_PIECES) continue;
      }
      const found = <u32>(word - home.poolStart) / <u32>BLOCK_BYTES;
      const byte = home.table + (found >>> 2);
      const shift = (found & 3) << 1;
      const kinds = <u32>load<u8>(byte);
      if (((kinds >>> shift) & 3) != HEAD) continue;
      store<u8>(byte, kinds | (MARK << shift));
      if (top == MARK_STACK + MARK_STACK_BYTES) {
        store<u32>(overflow(), 1);
        continue;
      }
      store<u32>(top, found);
      store<usize>(top, changetype<usize>(home), 4);
      top += PLACE_BYTES;
    }
    if (top == MARK_STACK) return;
    top -= PLACE_BYTES;
    block = load<u32>(top);
    area = changetype<Area>(load<usize>(top, 4));
  }
}

/** Where the stack was too short, goes over all that is marked, until it is not. */
export function mark_overflowed(): void {
  while (load<u32>(overflow()) != 0) {
    store<u32>(overflow(), 0);
    let area = areas();
    while (area !== null) {
      for (let block: u32 = 0; block <= area.lastUsed; block++) {
        if (kind(area, block) == MARK) mark_subtree(area, block);
      }
      area = area.next;
    }
  }
}
