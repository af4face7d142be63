// Objects of Python's that the overlay reads and makes.

import { allocate, lastPool, newStr, newStrCopy, strType } from "./interpreter";
import { Kind, typeOf } from "./lowMemory";
import { Pool } from "./containers/qstr";

export const NONE: usize = 6;
export const FALSE: usize = 14;
export const TRUE: usize = 30;

/** The empty str: the interned string of the number 1. */
export const EMPTY: usize = 10;

@inline
export function smallInt(value: i32): usize {
  return <usize>((value << 1) | 1);
}

@inline
export function isSmallInt(object: usize): bool {
  return (object & 1) != 0;
}

/** The value of an argument that has to be a small int; 0 for anything else. */
@inline
export function intValue(object: usize): i32 {
  return isSmallInt(object) ? <i32>object >> 1 : 0;
}

@inline
function isObject(object: usize): bool {
  return (object & 3) == 0 && object != 0;
}

@inline
export function isInterned(object: usize): bool {
  return (object & 7) == 2;
}

@inline
export function isStr(object: usize): bool {
  return isInterned(object) || (isObject(object) && load<usize>(object) == strType());
}

@inline
export function isKind(object: usize, kind: Kind): bool {
  return isObject(object) && load<usize>(object) == typeOf(kind);
}

/** Whether `textData` and `textBytes` understand it: a str or bytes. */
export function isText(object: usize): bool {
  return isStr(object) || isKind(object, Kind.Bytes);
}

function poolOf(number: u32): Pool | null {
  let pool = changetype<Pool | null>(lastPool());
  while (pool !== null && pool.first > number) pool = pool.previous;
  return pool;
}

/** The address of a str's or bytes' text. */
export function textData(text: usize): usize {
  if (!isInterned(text)) return load<usize>(text, 12);
  const number = <u32>text >>> 3;
  const pool = poolOf(number);
  return pool === null ? 0 : pool.text(number - pool.first);
}

/** The length of a str's or bytes' text in bytes. */
export function textBytes(text: usize): u32 {
  if (!isInterned(text)) return load<u32>(text, 8);
  const number = <u32>text >>> 3;
  const pool = poolOf(number);
  return pool === null ? 0 : <u32>load<u8>(pool.lengths + (number - pool.first));
}

/** A str or bytes, as `like` is one. */
export function newText(like: usize, data: usize, bytes: u32): usize {
  return isStr(like) ? newStr(data, bytes) : newStrCopy(typeOf(Kind.Bytes), data, bytes);
}

export function newObject(bytes: u32, type: usize): usize {
  const object = allocate(bytes);
  store<usize>(object, type);
  return object;
}

/** mp_obj_tuple_t: length, and the items themselves, which are yet to be written. */
export function newTuple(count: u32): usize {
  const object = newObject(8 + (count << 2), typeOf(Kind.Tuple));
  store<u32>(object, count, 4);
  memory.fill(object + 8, 0, <usize>count << 2);
  return object;
}

/** A list that grows: mp_obj_list_t with room, length and items. Begins empty. */
export function newGrowingList(): usize {
  const items = allocate(16);
  memory.fill(items, 0, 16);
  const object = newObject(16, typeOf(Kind.List));
  store<u32>(object, 4, 4);
  store<u32>(object, 0, 8);
  store<usize>(object, items, 12);
  return object;
}

export function append(list: usize, item: usize): void {
  const room = load<u32>(list, 4);
  const length = load<u32>(list, 8);
  if (length >= room) {
    const larger = allocate(room << 3);
    memory.copy(larger, load<usize>(list, 12), <usize>room << 2);
    memory.fill(larger + (<usize>room << 2), 0, <usize>room << 2);
    store<u32>(list, room << 1, 4);
    store<usize>(list, larger, 12);
  }
  store<usize>(load<usize>(list, 12) + (<usize>length << 2), item);
  store<u32>(list, length + 1, 8);
}
