// Interned strings. Whenever a string is made, MicroPython asks whether it is interned already; upstream answers by a binary search with strncmp in each
// sorted pool and a linear search in the others, which was a quarter to a half of the time of programs that handle strings. Here a hash index answers.
//
// The index stands in the first 64 KiB of memory, where upstream's C stack was. It holds numbers of interned strings, no pointers, and grows by itself:
// interned strings are only ever added, so those not yet indexed are the last ones.

import { bounded, lastPool } from "../interpreter";
import { HASHES } from "../lowMemory";

const INDEXED: usize = 1024; // u32: how many interned strings the index holds
const SLOTS: usize = 2048; // u32 each: hash in the upper half, number of the string in the lower; 0 is free
const SLOT_MASK: u32 = 8191;
const MOST_INDEXED: u32 = 6000;

/** Longest string that upstream interns: its lengths are one byte. */
const LONGEST: u32 = 255;

/** qstr_pool_t */
@unmanaged
export class Pool {
  previous: Pool | null;
  totalBefore: u32; // the top bit says that the pool is sorted
  allocated: u32;
  length: u32;
  hashes: usize;
  lengths: usize;

  @inline
  get first(): u32 {
    return this.totalBefore & 0x7fffffff;
  }

  @inline
  text(at: u32): usize {
    return load<usize>(changetype<usize>(this) + (<usize>at << 2), 24);
  }
}

function hash(text: usize, length: u32): u32 {
  let value: u32 = 5381;
  for (let at = text, end = text + length; at < end; at++) {
    bounded(); // by LONGEST
    value = (value * 33) ^ load<u8>(at);
  }
  value &= 0xffff;
  return value == 0 ? 1 : value;
}

/** Multiplies by a large odd number, so that neighbours in the 16-bit hash do not stand in neighbouring slots. */
@inline
function slotOf(hashed: u32): u32 {
  return (hashed * 0x9e3779b1) >> 19;
}

/** Adds what has been interned since the last look-up. */
function index(last: Pool, total: u32): u32 {
  let next = load<u32>(INDEXED);
  const most = min(total, MOST_INDEXED);
  while (next < most) {
    let pool: Pool | null = last;
    while (pool !== null && pool.first > next) pool = pool.previous;
    if (pool === null) return next;
    const end = min(pool.first + pool.length, most);
    for (; next < end; next++) {
      // sorted pools of 1.27 carry the same 16-bit hashes as the others
      const hashed = <u32>load<u16>(pool.hashes + (<usize>(next - pool.first) << 1));
      let slot = slotOf(hashed);
      while (load<u32>(SLOTS + (<usize>slot << 2)) != 0) slot = (slot + 1) & SLOT_MASK;
      store<u32>(SLOTS + (<usize>slot << 2), (hashed << 16) | next);
      store<u16>(HASHES + (<usize>next << 1), <u16>hashed);
    }
  }
  store<u32>(INDEXED, next);
  return next;
}

@inline
function same(pool: Pool, at: u32, text: usize, length: u32): bool {
  if (<u32>load<u8>(pool.lengths + at) != length) return false;
  const other = pool.text(at);
  for (let i: u32 = 0; i < length; i++) {
    bounded(); // by LONGEST
    if (load<u8>(text + i) != load<u8>(other + i)) return false;
  }
  return true;
}

/** The hash of the interned string of this number, or 0: without a walk through the pools, of which a library makes many. */
@inline
export function indexedHash(number: u32): u32 {
  return number < MOST_INDEXED ? <u32>load<u16>(HASHES + (<usize>number << 1)) : 0;
}

/** qstr_find_strn: the number of the interned string with these bytes, or 0. */
export function find_interned(text: usize, length: u32): u32 {
  if (length == 0) return 1;
  if (length > LONGEST) return 0;
  const last = changetype<Pool | null>(lastPool());
  if (last === null) return 0;
  const total = last.first + last.length;
  const hashed = hash(text, length);
  const indexed = load<u32>(INDEXED) < total ? index(last, total) : total;

  let slot = slotOf(hashed);
  for (let entry = load<u32>(SLOTS + (<usize>slot << 2)); entry != 0; entry = load<u32>(SLOTS + (<usize>slot << 2))) {
    if (entry >>> 16 == hashed) {
      const number = entry & 0xffff;
      let pool: Pool | null = last;
      while (pool !== null && pool.first > number) pool = pool.previous;
      if (pool !== null && same(pool, number - pool.first, text, length)) return number;
    }
    slot = (slot + 1) & SLOT_MASK;
  }

  for (let pool: Pool | null = last; pool !== null && pool.first + pool.length > indexed; pool = pool.previous) {
    for (let at: u32 = 0; at < pool.length; at++) {
      if (<u32>load<u16>(pool.hashes + (<usize>at << 1)) == hashed && same(pool, at, text, length)) return pool.first + at;
    }
  }
  return 0;
}
