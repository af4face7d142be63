// Look-ups of str keys in hash tables: what attributes, globals and most dicts are made of. Upstream divides for every look-up, even for one that its cache
// answers, and compares strings through its general function. Whatever is not the plain case goes to upstream's mp_map_lookup.

import { lastPool, mapCache, mapLookupGeneral, strType } from "./interpreter";
import { indexedHash, Pool } from "./qstr";

const LOOKUP: u32 = 0;
const REMOVE_IF_FOUND: u32 = 2;

/** In the place of a slot: no key is equal to this one. */
const ABSENT: usize = 1;

/** Slots: free, and removed. */
const FREE: usize = 0;
const REMOVED: usize = 4;

/** mp_map_t */
@unmanaged
class Map {
  flags: u32;
  allocated: u32;
  table: usize;
}

const IS_ORDERED: u32 = 4;

@inline
function cacheOf(key: usize): usize {
  return mapCache() + ((key >>> 2) & 127);
}

@inline
function isInterned(object: usize): bool {
  return (object & 7) == 2;
}

@inline
function isStr(object: usize): bool {
  return (object & 3) == 0 && load<usize>(object) == strType();
}

/** A str object: type, hash (0 where not yet computed), length, text. */
@inline
function sameStr(a: usize, b: usize, length: u32): bool {
  if (load<u32>(a, 8) != length) return false;
  let left = load<usize>(a, 12);
  let right = load<usize>(b, 12);
  for (const end = left + length; left < end; left++, right++) if (load<u8>(left) != load<u8>(right)) return false;
  return true;
}

/** The pool that holds the interned string of this number. */
@inline
function poolOf(number: u32): Pool | null {
  let pool = changetype<Pool | null>(lastPool());
  while (pool !== null && pool.first > number) pool = pool.previous;
  return pool;
}

function internedHash(key: usize): u32 {
  const number = <u32>key >>> 3;
  const indexed = indexedHash(number);
  if (indexed != 0) return indexed;
  const pool = poolOf(number);
  return pool === null ? 0 : <u32>load<u16>(pool.hashes + (<usize>(number - pool.first) << 1));
}

/** Whether a str object has the text of an interned string. */
function sameAsInterned(str: usize, interned: usize): bool {
  const number = <u32>interned >>> 3;
  const pool = poolOf(number);
  if (pool === null) return false;
  const at = number - pool.first;
  const length = <u32>load<u8>(pool.lengths + at);
  return load<u32>(str, 8) == length && memory.compare(load<usize>(str, 12), pool.text(at), length) == 0;
}

/**
 * Where the search for a key with this hash begins. The hashes of strings are 16 bits in which neighbours differ little (upstream's djb2, modulo a prime, put
 * the keys "k0", "k1", … into runs of fifty), so they are spread first. Those of other objects stay as they are.
 */
export function first_slot(key: usize, hash: u32, allocated: u32): u32 {
  if (!isInterned(key) && !isStr(key)) return hash % allocated;
  return <u32>((<u64>(hash * 0x9e3779b1) * <u64>allocated) >>> 32);
}

/** The slot with the key, ABSENT, or 0 where upstream's function has to look. */
function find(map: Map, key: usize): usize {
  const interned = isInterned(key);
  if (!interned && !isStr(key)) return 0;
  const hash = interned ? internedHash(key) : load<u32>(key, 4);
  if (hash == 0) return 0;
  const length = interned ? 0 : load<u32>(key, 8);
  const table = map.table;
  const allocated = map.allocated;
  const start = first_slot(key, hash, allocated);
  let at = start;
  do {
    const slot = table + (<usize>at << 3);
    const other = load<usize>(slot);
    if (other == key) return slot;
    if (other == FREE) return ABSENT;
    if (other != REMOVED) {
      if (interned) {
        // that one may have been made before the text was interned
        if (!isInterned(other)) {
          if (!isStr(other)) return 0;
          const otherHash = load<u32>(other, 4);
          if (otherHash == 0) return 0;
          if (otherHash == hash && sameAsInterned(other, key)) return slot;
        }
      } else {
        if (!isStr(other)) return 0;
        const otherHash = load<u32>(other, 4);
        if (otherHash == 0) return 0;
        if (otherHash == hash && sameStr(other, key, length)) return slot;
      }
    }
    if (++at == allocated) at = 0;
  } while (at != start);
  return ABSENT;
}

/** mp_map_lookup */
export function map_lookup(map: usize, key: usize, kind: u32): usize {
  const it = changetype<Map>(map);
  const allocated = it.allocated;
  if (allocated == 0) {
    if (kind == LOOKUP) return 0;
  } else if (kind != REMOVE_IF_FOUND) {
    const cache = cacheOf(key);
    let guess = <u32>load<u8>(cache);
    if (guess >= allocated) guess %= allocated;
    const slot = it.table + (<usize>guess << 3);
    if (load<usize>(slot) == key) return slot;
    if ((it.flags & IS_ORDERED) == 0) {
      const found = find(it, key);
      // most look-ups of a builtin's or a method's name begin with one that finds nothing
      if (found == ABSENT) {
        if (kind == LOOKUP) return 0;
      } else if (found != 0) {
        store<u8>(cache, (found - it.table) >>> 3);
        return found;
      }
    }
  }
  return mapLookupGeneral(map, key, kind);
}
