// mp_map_t: what dicts, namespaces and attributes are kept in. The table holds the entries in the order in which they came, so that all C code that goes over
// tables sees that order. A table of more than 8 entries is followed by their hashes and an index; smaller ones are searched entry by entry, and hold only keys
// whose hashes cost nothing to compute and run no code of the program's: strings, small ints, None, False and True.

import { binary_op, is_true } from "../numbers/arithmetic";
import { allocate, bounded, free, lastPool, mapCache, strType, unaryOp } from "../interpreter";
import { indexedHash, Pool } from "./qstr";

/** mp_map_lookup_kind_t */
const LOOKUP: u32 = 0;
export const ADD_IF_NOT_FOUND: u32 = 1;
export const REMOVE_IF_FOUND: u32 = 2;

/** In the place of a key: no entry yet, and one that was removed. */
export const FREE: usize = 0;
export const REMOVED: usize = 4;

const HASH: u32 = 6; // mp_unary_op_t
export const EQUAL: u32 = 2; // mp_binary_op_t

/** Most entries of a table without an index. */
const SMALL: u32 = 8;

/** More entries than any memory holds; their bytes still count in 32 bits. */
const MOST: u32 = 0x4000000;

const ALL_KEYS_ARE_QSTRS: u32 = 1;
const IS_FIXED: u32 = 2;
const ONE_USED: u32 = 8;

/** mp_map_t */
@unmanaged
export class Map {
  flags: u32; // three bits; above them the number of keys
  allocated: u32;
  table: usize;

  @inline
  get used(): u32 {
    return this.flags >>> 3;
  }

  @inline
  get isFixed(): bool {
    return (this.flags & IS_FIXED) != 0;
  }

  @inline
  slot(at: u32): usize {
    return this.table + (<usize>at << 3);
  }

  /** How many entries, removed ones included, come before the free ones. The last of them is no removed one. */
  get end(): u32 {
    if (this.isFixed) return this.used;
    if (this.allocated > SMALL) return load<u32>(endOf(this.table, this.allocated));
    let end = this.allocated;
    for (; end > 0 && load<usize>(this.slot(end - 1)) == FREE; end--) bounded(); // by SMALL
    return end;
  }
}

// The parts of a table with an index: entries; how many of them there are, u32; how many places of the index are taken, u32; hashes, u32 each; the index, u16 or
// u32 each, with the number of an entry and 1, or 0.

@inline
function endOf(table: usize, allocated: u32): usize {
  return table + (<usize>allocated << 3);
}

@inline
function hashesOf(table: usize, allocated: u32): usize {
  return table + (<usize>allocated << 3) + 8;
}

@inline
function indexOf(table: usize, allocated: u32): usize {
  return table + <usize>allocated * 12 + 8;
}

/** The logarithm of the number of places in the index, of which two thirds are used at most. */
@inline
function indexBits(allocated: u32): u32 {
  return 32 - clz((allocated * 3) >>> 1);
}

@inline
function isWide(allocated: u32): bool {
  return allocated >= 0xffff;
}

/** The least size of a table for so many entries. */
function sizeFor(entries: u32): u32 {
  // those beyond what memory can hold are refused when the table is allocated
  if (entries <= SMALL || entries >= MOST) return entries;
  let places: u32 = 16;
  while ((places << 1) / 3 < entries) places <<= 1;
  return (places << 1) / 3;
}

@inline
function tableBytes(allocated: u32): u32 {
  if (allocated <= SMALL) return allocated << 3;
  return allocated * 12 + 8 + (1 << (indexBits(allocated) + <u32>1 + <u32>isWide(allocated)));
}

function newTable(allocated: u32): usize {
  if (allocated == 0) return 0;
  const bytes = allocated < MOST ? tableBytes(allocated) : 0x7fffffff;
  const table = allocate(bytes);
  memory.fill(table, 0, bytes);
  return table;
}

@inline
function firstPlace(hash: u32, bits: u32): u32 {
  // neighbours, and multiples of powers of two, go far from each other
  return (hash * 0x9e3779b1) >>> (32 - bits);
}

/** Enters an entry into the index. */
function enter(table: usize, allocated: u32, position: u32, hash: u32): void {
  const bits = indexBits(allocated);
  const mask = (1 << bits) - 1;
  const index = indexOf(table, allocated);
  let at = firstPlace(hash, bits);
  store<u32>(hashesOf(table, allocated) + (<usize>position << 2), hash);
  if (isWide(allocated)) {
    while (load<u32>(index + (<usize>at << 2)) != 0) at = (at + 1) & mask;
    store<u32>(index + (<usize>at << 2), position + 1);
  } else {
    while (load<u16>(index + (<usize>at << 1)) != 0) at = (at + 1) & mask;
    store<u16>(index + (<usize>at << 1), <u16>(position + 1));
  }
}

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

/** Small ints; None, False and True. */
@inline
function isImmediate(object: usize): bool {
  return (object & 1) != 0 || (object & 7) == 6;
}

@inline
function isPlain(object: usize): bool {
  return isInterned(object) || isImmediate(object) || isStr(object);
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

/** A str object: type, hash (0 where not yet computed), length, text. */
@inline
function sameStr(a: usize, b: usize): bool {
  const length = load<u32>(a, 8);
  if (load<u32>(b, 8) != length) return false;
  let left = load<usize>(a, 12);
  let right = load<usize>(b, 12);
  for (const end = left + length; left < end; left++, right++) if (load<u8>(left) != load<u8>(right)) return false;
  return true;
}

export const enum Answer {
  No,
  Yes,
  /** The operator has to tell, which may run code of the program's. */
  Ask = 2,
}

/** Whether two objects that are not the same one, but have the same hash, are the same key. */
export function compare(a: usize, b: usize): Answer {
  if (isInterned(a)) {
    if (isInterned(b)) return Answer.No;
    if (isStr(b)) return sameAsInterned(b, a) ? Answer.Yes : Answer.No;
  } else if (isStr(a)) {
    if (isInterned(b)) return sameAsInterned(a, b) ? Answer.Yes : Answer.No;
    if (isStr(b)) return sameStr(a, b) ? Answer.Yes : Answer.No;
  } else if ((a & b & 1) != 0) {
    return Answer.No;
  }
  return Answer.Ask;
}

export function hashOf(key: usize): u32 {
  if ((key & 1) != 0) return <i32>key >> 1;
  if (isInterned(key)) return internedHash(key);
  if (isStr(key)) {
    const known = load<u32>(key, 4);
    if (known != 0) return known;
    const hash = <u32>(<i32>unaryOp(HASH, key) >> 1);
    store<u32>(key, hash, 4);
    return hash;
  }
  return <i32>unaryOp(HASH, key) >> 1;
}

/** Marks an entry as removed; its value stays for the caller. */
export function remove(map: Map, slot: usize): usize {
  map.flags -= ONE_USED;
  store<usize>(slot, REMOVED);
  let end = map.end;
  if (slot == map.slot(end - 1)) {
    do {
      store<usize>(map.slot(--end), FREE);
    } while (end > 0 && load<usize>(map.slot(end - 1)) == REMOVED);
    if (map.allocated > SMALL) store<u32>(endOf(map.table, map.allocated), end);
  }
  return slot;
}

/** Gives the map a table for so many entries, and leaves out those that were removed. */
function rebuild(map: Map, entries: u32): void {
  const allocated = sizeFor(entries);
  const table = newTable(allocated);
  const old = map.table;
  const oldAllocated = map.allocated;
  const hashes = oldAllocated > SMALL ? hashesOf(old, oldAllocated) : 0;
  const count = map.end;
  let end: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const key = load<usize>(old + (<usize>at << 3));
    if (key == FREE || key == REMOVED) continue;
    const slot = table + (<usize>end << 3);
    store<usize>(slot, key);
    store<usize>(slot, load<usize>(old + (<usize>at << 3), 4), 4);
    if (allocated > SMALL)
      enter(table, allocated, end, hashes != 0 ? load<u32>(hashes + (<usize>at << 2)) : hashOf(key));
    end++;
  }
  if (allocated > SMALL) {
    store<u32>(endOf(table, allocated), end);
    store<u32>(endOf(table, allocated), end, 4);
  }
  map.allocated = allocated;
  map.table = table;
  if (old != 0) free(old);
}

/** Adds an entry for a key that the map does not hold. */
function add(map: Map, key: usize, hash: u32): usize {
  const used = map.used;
  let end = map.end;
  if (map.allocated <= SMALL && end == map.allocated) {
    // there are many small maps: theirs are the sizes 4 and 8
    rebuild(map, !isPlain(key) ? SMALL + 1 : used < 4 ? 4 : used < SMALL ? SMALL : used << 1);
    end = used;
  } else if (map.allocated <= SMALL && !isPlain(key)) {
    rebuild(map, SMALL + 1);
    end = used;
  } else if (map.allocated > SMALL && load<u32>(endOf(map.table, map.allocated), 4) == map.allocated) {
    rebuild(map, used + (used >>> 1) + 1);
    end = used;
  }
  const slot = map.slot(end);
  store<usize>(slot, key);
  store<usize>(slot, 0, 4);
  const allocated = map.allocated;
  if (allocated > SMALL) {
    enter(map.table, allocated, end, hash);
    const counts = endOf(map.table, allocated);
    store<u32>(counts, end + 1);
    store<u32>(counts, load<u32>(counts, 4) + 1, 4);
  }
  map.flags = (map.flags & (isInterned(key) ? ~0 : ~ALL_KEYS_ARE_QSTRS)) + ONE_USED;
  return slot;
}

/** What is to be done with a key that is not there. */
@inline
function missing(map: Map, key: usize, hash: u32, kind: u32): usize {
  return kind == ADD_IF_NOT_FOUND ? add(map, key, hash) : 0;
}

@inline
function found(map: Map, slot: usize, kind: u32): usize {
  return kind == REMOVE_IF_FOUND ? remove(map, slot) : slot;
}

/** No slot: a comparison has changed the map, and the search has to begin again. */
const CHANGED: usize = 1;

/** Whether an entry's key is equal, by the operator: 0, 1 or 2 where that has changed the map. */
function ask(map: Map, slot: usize, key: usize): u32 {
  const other = load<usize>(slot);
  const table = map.table;
  const flags = map.flags;
  const equal = is_true(binary_op(EQUAL, other, key));
  if (map.table != table || map.flags != flags || load<usize>(slot) != other) return 2;
  return <u32>equal;
}

/** Searches a table without an index. */
function searchEntries(map: Map, key: usize, kind: u32, hash: u32): usize {
  for (let at: u32 = 0; at < map.allocated; at++) {
    const slot = map.slot(at);
    const other = load<usize>(slot);
    if (other == key) return found(map, slot, kind);
    if (other == FREE) break;
    if (other == REMOVED || hashOf(other) != hash) continue;
    let answer = <u32>compare(other, key);
    if (answer == Answer.Ask) answer = ask(map, slot, key);
    if (answer == Answer.Yes) return found(map, slot, kind);
    if (answer != Answer.No) return CHANGED;
  }
  return missing(map, key, hash, kind);
}

/** Searches the index. */
function searchIndex(map: Map, key: usize, kind: u32, hash: u32): usize {
  const allocated = map.allocated;
  const table = map.table;
  const bits = indexBits(allocated);
  const mask = (1 << bits) - 1;
  const index = indexOf(table, allocated);
  const hashes = hashesOf(table, allocated);
  const wide = isWide(allocated);
  let at = firstPlace(hash, bits);
  while (true) {
    const entry = wide ? load<u32>(index + (<usize>at << 2)) : <u32>load<u16>(index + (<usize>at << 1));
    if (entry == 0) return missing(map, key, hash, kind);
    const slot = table + (<usize>(entry - 1) << 3);
    const other = load<usize>(slot);
    if (other == key) return found(map, slot, kind);
    if (load<u32>(hashes + (<usize>(entry - 1) << 2)) == hash && other != FREE && other != REMOVED) {
      let answer = <u32>compare(other, key);
      if (answer == Answer.Ask) answer = ask(map, slot, key);
      if (answer == Answer.Yes) return found(map, slot, kind);
      if (answer != Answer.No) return CHANGED;
    }
    at = (at + 1) & mask;
  }
}

/** Any key in any map. Exported, as the next ones, so that the compiler leaves them out of map_lookup. */
export function look_up_any(map: Map, key: usize, kind: u32): usize {
  if (isElsewhere(map)) return map_lookup(map.table + 4, key, kind);
  const hash = hashOf(key);
  let slot: usize;
  do {
    const unindexed = map.allocated <= SMALL || map.isFixed;
    slot = unindexed ? searchEntries(map, key, kind, hash) : searchIndex(map, key, kind, hash);
  } while (slot == CHANGED);
  return slot;
}

export function add_interned(map: Map, key: usize): usize {
  return add(map, key, internedHash(key));
}

// In the functions that follow every call that may collect is the last thing done: so nothing lives across it, and they need no frame for the collector to see.

/** An interned string in a table with an index. */
export function look_up_interned(map: Map, key: usize, kind: u32): usize {
  const allocated = map.allocated;
  const table = map.table;
  const hash = internedHash(key);
  const bits = indexBits(allocated);
  const mask = (1 << bits) - 1;
  const index = indexOf(table, allocated);
  const wide = isWide(allocated);
  let at = firstPlace(hash, bits);
  while (true) {
    const entry = wide ? load<u32>(index + (<usize>at << 2)) : <u32>load<u16>(index + (<usize>at << 1));
    if (entry == 0) return missing(map, key, hash, kind);
    const slot = table + (<usize>(entry - 1) << 3);
    const other = load<usize>(slot);
    if (other == key) {
      if (kind == REMOVE_IF_FOUND) return remove(map, slot);
      store<u8>(cacheOf(key), <u8>(entry - 1));
      return slot;
    }
    // the same text may be there as a str object, made before it was interned
    if (!isInterned(other) && load<u32>(hashesOf(table, allocated) + (<usize>(entry - 1) << 2)) == hash)
      return look_up_any(map, key, kind);
    at = (at + 1) & mask;
  }
}

/** An interned string in a table of C's own: those have no index. */
export function look_up_fixed(map: Map, key: usize, kind: u32): usize {
  if ((map.flags & ALL_KEYS_ARE_QSTRS) == 0) return look_up_any(map, key, kind);
  let slot = map.table;
  for (const end = slot + (<usize>map.allocated << 3); slot < end; slot += 8) {
    if (load<usize>(slot) != key) continue;
    if (kind == REMOVE_IF_FOUND) return remove(map, slot);
    store<u8>(cacheOf(key), <u8>((slot - map.table) >>> 3));
    return slot;
  }
  return kind == ADD_IF_NOT_FOUND ? add_interned(map, key) : 0;
}

/** A small int or a str object. */
export function look_up_plain(map: Map, key: usize, kind: u32): usize {
  const allocated = map.allocated;
  const isInt = (key & 1) != 0;
  const hash = isInt ? <u32>(<i32>key >> 1) : load<u32>(key, 4);
  if (allocated <= SMALL || map.isFixed || (hash == 0 && !isInt)) return look_up_any(map, key, kind);
  const table = map.table;
  const bits = indexBits(allocated);
  const mask = (1 << bits) - 1;
  const index = indexOf(table, allocated);
  const hashes = hashesOf(table, allocated);
  const wide = isWide(allocated);
  let at = firstPlace(hash, bits);
  while (true) {
    const entry = wide ? load<u32>(index + (<usize>at << 2)) : <u32>load<u16>(index + (<usize>at << 1));
    if (entry == 0) return missing(map, key, hash, kind);
    const slot = table + (<usize>(entry - 1) << 3);
    if (load<u32>(hashes + (<usize>(entry - 1) << 2)) == hash) {
      const other = load<usize>(slot);
      if (other == key || (!isInt && isStr(other) && sameStr(other, key))) return found(map, slot, kind);
      if (isInterned(other) ? !isInt && sameAsInterned(key, other) : !isStr(other) && (other & 1) == 0 && other != FREE && other != REMOVED)
        return look_up_any(map, key, kind);
    }
    at = (at + 1) & mask;
  }
}

/** An instance whose `__dict__` was asked for has its attributes in that dict: its own map holds no entries, and the dict in the place of the table. */
@inline
function isElsewhere(map: Map): bool {
  return map.allocated == 0 && map.table != 0;
}

/** The dict with the entries of an instance's map, from now on; `dict` takes them over, where there is none yet. */
export function shareEntries(map: Map, dict: usize): usize {
  if (isElsewhere(map)) return map.table;
  memory.copy(dict + 4, changetype<usize>(map), 12);
  redirect(map, dict);
  return dict;
}

/** Lets a dict hold the entries of an instance's map. */
export function redirect(map: Map, dict: usize): void {
  // not the flag that all keys are interned: so look_up_any gets to see the map
  map.flags = 0;
  map.allocated = 0;
  map.table = dict;
}

/** mp_map_lookup */
export function map_lookup(address: usize, key: usize, kind: u32): usize {
  const map = changetype<Map>(address);
  if (!isInterned(key))
    return (key & 1) != 0 || isStr(key) ? look_up_plain(map, key, kind) : look_up_any(map, key, kind);
  const allocated = map.allocated;
  let slot = map.table;
  if (allocated > SMALL) {
    const guess = <u32>load<u8>(cacheOf(key));
    if (guess < allocated && kind != REMOVE_IF_FOUND) {
      const guessed = slot + (<usize>guess << 3);
      if (load<usize>(guessed) == key) return guessed;
    }
    return map.isFixed ? look_up_fixed(map, key, kind) : look_up_interned(map, key, kind);
  }
  if ((map.flags & ALL_KEYS_ARE_QSTRS) == 0) return look_up_any(map, key, kind);
  for (const end = slot + (<usize>allocated << 3); slot < end; slot += 8) {
    bounded(); // by SMALL
    if (load<usize>(slot) == key) return kind == REMOVE_IF_FOUND ? remove(map, slot) : slot;
  }
  return kind == ADD_IF_NOT_FOUND ? add_interned(map, key) : 0;
}

/** mp_map_init */
export function map_init(address: usize, entries: u32): void {
  const map = changetype<Map>(address);
  const allocated = sizeFor(entries);
  const table = newTable(allocated);
  map.flags = ALL_KEYS_ARE_QSTRS;
  map.allocated = allocated;
  map.table = table;
}

/** Makes `to`, which nobody has used yet, a copy of `from`. */
export function copyMap(to: Map, from: Map): void {
  if (from.isFixed) {
    map_init(changetype<usize>(to), from.used);
    for (let at: u32 = 0; at < from.used; at++) {
      const slot = map_lookup(changetype<usize>(to), load<usize>(from.slot(at)), ADD_IF_NOT_FOUND);
      store<usize>(slot, load<usize>(from.slot(at), 4), 4);
    }
    return;
  }
  to.allocated = 0;
  to.flags = from.flags;
  const allocated = from.allocated;
  const table = newTable(allocated);
  if (allocated != 0) memory.copy(table, from.table, tableBytes(allocated));
  to.allocated = allocated;
  to.table = table;
}
