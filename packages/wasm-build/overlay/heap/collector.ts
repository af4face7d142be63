import { forgetHints } from "./allocator";
import { Area, areas, BLOCK_BYTES, contains, FREE, kind, LOWER, TAIL } from "./heap";
import {
  addHeap,
  collectionThreshold,
  gcCollectEnd,
  gcCollectStart,
  pay,
  pystackStartAddress,
  stackPointer,
} from "../interpreter";
import { forgetTexts, MARK_STACK, MARK_STACK_BYTES, PACE } from "../lowMemory";

/**
 * What the scan of the roots takes for a pointer. Compiled C keeps pointers into the middle of objects (a cursor in a string, say) when it no longer needs the
 * objects themselves; upstream's scan takes no notice of those. They become pointers to the object here, everything else stays as it is.
 */
export function root(word: usize): usize {
  let area = areas();
  while (area !== null && !contains(area, word)) area = area.next;
  if (area === null) return word;
  let block = <u32>((word - area.poolStart) / BLOCK_BYTES);
  while (block > 0 && kind(area, block) == TAIL) block--;
  return area.poolStart + <usize>block * BLOCK_BYTES;
}

/**
 * Upstream's gc_collect only asks for a collection at the end of the outermost call. This one collects at once: the C stack lies directly below the Python
 * stack, so that one scan from the stack pointer up covers both.
 */
export function gc_collect(): void {
  const allocated = load<u32>(collectionThreshold() - 4); // gc_alloc_amount, in blocks
  // what allocating them was: at each allocation, a payment would cost more than the counting
  pay(allocated << 1);
  const address = pystackStartAddress();
  const start = load<usize>(address);
  store<usize>(address, stackPointer());
  gcCollectStart();
  gcCollectEnd();
  store<usize>(address, start);
  forgetHints();
  forgetTexts();
  const used = usedBlocks();
  keepRoom(used, allocated);
  paceCollections(used);
}

/** Blocks of allocation between two collections at least: 1 MiB. boot.py begins with that. */
const MIN_THRESHOLD: u32 = 65536;

/**
 * The next collection comes when as much was allocated as is in use now. With a constant distance, filling memory with what stays takes time in proportion to
 * its square. A distance that the program has chosen (gc.threshold) is left alone.
 */
function paceCollections(used: u32): void {
  const threshold = collectionThreshold();
  const pace = max(MIN_THRESHOLD, load<u32>(PACE));
  if (load<u32>(threshold) != pace) return;
  const next = max(MIN_THRESHOLD, used);
  store<u32>(PACE, next);
  store<u32>(threshold, next);
}

/**
 * Upstream's heap grows where a collection has freed too little for one object. In one that is nearly full each collection would be followed by the next at once; and in one
 * that is half full and fragmented, when only large objects are allocated.
 */
function keepRoom(used: u32, allocated: u32): void {
  let all: u32 = 0;
  let area = areas();
  while (area !== null) {
    all += area.tableBytes << 2;
    area = area.next;
  }
  const soon = allocated < all >>> 3;
  if (used > all - (all >>> 2) || (soon && used > all >>> 1)) addHeap(<u32>BLOCK_BYTES);
}

function usedBlocks(): u32 {
  let used: u64 = 0;
  let area = areas();
  while (area !== null) {
    const end = area.table + (area.tableBytes & ~7);
    for (let at = area.table; at < end; at += 8) {
      const kinds = load<u64>(at);
      used += popcnt<u64>((kinds | (kinds >> 1)) & LOWER);
    }
    area = area.next;
  }
  return <u32>used;
}

/** Zeroes what no object uses, so that it takes no room in a snapshot. Called between runs. */
export function clear_free_blocks(): void {
  memory.fill(MARK_STACK, 0, MARK_STACK_BYTES);
  let area = areas();
  while (area !== null) {
    const blocks = <u32>((area.poolEnd - area.poolStart) / BLOCK_BYTES);
    let free: u32 = 0;
    for (let block: u32 = 0; block < blocks; block++) {
      if (kind(area, block) == FREE) {
        free++;
      } else if (free > 0) {
        clear(area, block - free, free);
        free = 0;
      }
    }
    if (free > 0) clear(area, blocks - free, free);
    area = area.next;
  }
}

@inline
function clear(area: Area, block: u32, count: u32): void {
  memory.fill(area.poolStart + <usize>block * BLOCK_BYTES, 0, <usize>count * BLOCK_BYTES);
}
