// What the collector marks: upstream's gc_mark_subtree and gc_deal_with_stack_overflow, with a longer stack and without a look at each block of a long object.

import { firstArea, pay } from "../interpreter";
import { Area, areas, BLOCK_BYTES, contains, HEAD, LOWER, MARK, WORD_BLOCKS } from "./heap";
import { MARK_STACK, MARK_STACK_BYTES } from "../lowMemory";

/** A place holds what is left of an object: from where, and to where. */
const PLACE_BYTES: usize = 8;

const STACK_END: usize = MARK_STACK + MARK_STACK_BYTES;

/** Of a long object, what is read at a time. */
const SLICE_BYTES: usize = 256;

/** What is read is paid for by this many bytes. */
const UNPAID_BYTES: usize = 4096;

/** Each piece of the heap is about as large as all before it, so that memory holds far fewer, but for a list of pieces that the guest has made into a ring. */
const MOST_PIECES: u32 = 64;

/** A word behind the first piece, which lies in upstream's state: whether the stack was too short, so that marked objects were left with unmarked ones in them. */
@inline
function overflow(): usize {
  return firstArea() + offsetof<Area>();
}

@inline
function addressOf(area: Area, block: u32): usize {
  return area.poolStart + <usize>block * BLOCK_BYTES;
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
  let at = addressOf(area, block);
  let end = at + objectBytes(area, block);
  let read: usize = 0;
  for (;;) {
    // what a slice of a long object leads to comes before the rest of it: so the stack has room for a list of 100,000 strings
    if (end - at > SLICE_BYTES && top < STACK_END) {
      store<usize>(top, at + SLICE_BYTES);
      store<usize>(top, end, 4);
      top += PLACE_BYTES;
      end = at + SLICE_BYTES;
    }
    read += end - at;
    for (; at < end; at += sizeof<usize>()) {
      const word = load<usize>(at);
      if (word == 0 || (word & (BLOCK_BYTES - 1)) != 0) continue;
      if (!contains(area, word)) {
        let home = areas();
        let pieces: u32 = 0;
        while (home !== null && pieces < MOST_PIECES && !contains(home, word)) {
          home = home.next;
          pieces++;
        }
        if (home === null || pieces == MOST_PIECES) continue;
        area = home;
      }
      const found = <u32>(word - area.poolStart) / <u32>BLOCK_BYTES;
      const byte = area.table + (found >>> 2);
      const shift = (found & 3) << 1;
      const kinds = <u32>load<u8>(byte);
      if (((kinds >>> shift) & 3) != HEAD) continue;
      store<u8>(byte, kinds | (MARK << shift));
      if (top == STACK_END) {
        store<u32>(overflow(), 1);
        continue;
      }
      store<usize>(top, word);
      store<usize>(top, word + objectBytes(area, found), 4);
      top += PLACE_BYTES;
    }
    // nothing else in this function pays: see PAYS_BY_ITSELF of src/passes/metering.ts
    if (read > UNPAID_BYTES) {
      pay(<u32>(read / BLOCK_BYTES));
      read = 0;
    }
    if (top == MARK_STACK) break;
    top -= PLACE_BYTES;
    at = load<usize>(top);
    end = load<usize>(top, 4);
  }
  pay(<u32>(read / BLOCK_BYTES));
}

/** Where the stack was too short, goes over all that is marked, until it is not. */
export function mark_overflowed(): void {
  while (load<u32>(overflow()) != 0) {
    store<u32>(overflow(), 0);
    let area = areas();
    while (area !== null) {
      for (let block: u32 = 0; block <= area.lastUsed; block += WORD_BLOCKS) {
        const kinds = load<u64>(area.table + (block >>> 2));
        for (let marks = kinds & (kinds >>> 1) & LOWER; marks != 0; marks &= marks - 1) {
          const marked = block + (<u32>ctz(marks) >>> 1);
          // behind the last block that is used, these bits are no table's
          if (marked <= area.lastUsed) mark_subtree(area, marked);
        }
      }
      area = area.next;
    }
  }
}
