// Frees what is not marked: upstream's gc_sweep_free_blocks, for 32 blocks at once. Upstream gives a piece back whose last used block is its first, which it takes for none,
// and so frees the object there (py/gc.c, 1.27); here no piece is given back.

import { Area, areas, LOWER, WORD_BLOCKS, WORD_BYTES } from "./heap";

/**
 * The first byte of a piece's table of finalisers, from this one on, that is not zero, or the last. Upstream looks at each byte; hardly any object
 * has a finaliser.
 */
export function next_finaliser(area: Area, from: u32, last: u32): u32 {
  const end = area.finalisers + last;
  let at = area.finalisers + from;
  while (at + WORD_BYTES <= end && load<u64>(at) == 0) at += WORD_BYTES;
  while (at < end && load<u8>(at) == 0) at++;
  return <u32>(at - area.finalisers);
}

export function sweep(): void {
  // the object that the last block belongs to is free, and so are its tails in the next word
  let freeing: u64 = 0;
  let area = areas();
  while (area !== null) {
    const words = min(area.lastUsed / WORD_BLOCKS + 1, area.tableBytes / <u32>WORD_BYTES);
    const end = area.table + <usize>words * WORD_BYTES;
    let lastUsed: u32 = 0;
    let at = area.table;
    for (; at < end; at += WORD_BYTES) {
      const kinds = load<u64>(at);
      const kept = keptOf(kinds, freeing);
      freeing = freeingAfter(kinds, kept);
      if (kept != kinds) store<u64>(at, kept);
      if (kept != 0) lastUsed = indexOfLast(area, at, kept);
    }
    // the last bytes of a table
    const rest = area.tableBytes & (<u32>WORD_BYTES - 1);
    if (words * <u32>WORD_BYTES + rest == area.tableBytes && rest != 0) {
      const mask = (<u64>1 << (rest << 3)) - 1;
      const all = load<u64>(at);
      const kinds = all & mask;
      const kept = keptOf(kinds, freeing);
      freeing = 0;
      store<u64>(at, (all & ~mask) | kept);
      if (kept != 0) lastUsed = indexOfLast(area, at, kept);
    }
    area.lastUsed = lastUsed;
    area = area.next;
  }
}

/** Marks become heads; heads are free, with the tails behind them. `freeing` is 1 where the first tails are free, too. */
@inline
function keptOf(kinds: u64, freeing: u64): u64 {
  const lower = kinds & LOWER;
  const upper = (kinds >>> 1) & LOWER;
  const heads = lower & ~upper;
  const tails = upper & ~lower;
  // Both bits of each tail: adding one where a row of them begins turns them to zero as far as the row goes.
  const rows = tails | (tails << 1);
  const freed = ((heads << 2) | freeing) & tails;
  const keptTails = tails & (rows + freed);
  return (lower & upper) | (keptTails << 1);
}

/** 1 where the last block of these was freed. */
@inline
function freeingAfter(kinds: u64, kept: u64): u64 {
  return kinds >>> 62 != 0 && kept >>> 62 == 0 ? 1 : 0;
}

@inline
function indexOfLast(area: Area, at: usize, kept: u64): u32 {
  return (<u32>(at - area.table) << 2) + WORD_BLOCKS - 1 - <u32>(clz(kept) >>> 1);
}
