// Indexing of sequences: items of lists and tuples at once, and slices that upstream does not know. `value` is 0 to delete, SENTINEL to load, or what to store.

import { binary_op, is_true } from "../numbers/arithmetic";
import { EQUAL } from "./map";
import { ascend, Bounds, boundsOf, fit, isSlice, read } from "./slice";
import { newBuilder, newStrOf } from "../text/builder";
import {
  allocate,
  arrayBinaryOpGeneral,
  arraySubscrGeneral,
  bytesSubscrGeneral,
  getIterator,
  listSubscrGeneral,
  newStrCopy,
  next,
  rangeSubscrGeneral,
  strSubscrGeneral,
  tupleSubscrGeneral,
} from "../interpreter";
import { append, EMPTY, FALSE, intValue, isInterned, isSmallInt, newGrowingList, newObject, newTuple, NONE, smallInt, textBytes, textData, TRUE } from "../objects";
import { raise, raiseBuilt, raiseType, raiseValue } from "../errors/raise";
import { hasType, isBytesLike, plain, widthOf } from "../text/str";
import { characterObject, charactersIn, itemOffset, NOWHERE, offsetOf } from "../text/strIndex";
import { bytearrayType, bytesType, indexError, listType, memoryviewType, strType, tupleType, valueError } from "../types";

/** MP_OBJ_SENTINEL */
const SENTINEL: usize = 4;

/** The step is neither left out nor 1, or a bound is no plain number. */
function isUnusual(slice: usize): bool {
  const step = load<usize>(slice, 12);
  if (step != NONE && step != 3) return true;
  const start = load<usize>(slice, 4);
  const stop = load<usize>(slice, 8);
  return (start != NONE && !isSmallInt(start)) || (stop != NONE && !isSmallInt(stop));
}

function raiseSizes(what: string, given: u32, wanted: u32): void {
  const message = newBuilder(127);
  message.literal("attempt to assign ");
  message.literal(what);
  message.literal(" of size ");
  message.decimal(given);
  message.literal(" to extended slice of size ");
  message.decimal(wanted);
  raiseBuilt(valueError(), message);
}

// mp_obj_list_t: room, length, items.

@inline
function itemsOf(list: usize): usize {
  return load<usize>(list, 12);
}

@inline
function lengthOf(list: usize): u32 {
  return load<u32>(list, 8);
}

/** mp_obj_subscr for lists. Every call is the last thing done: see the collector's NOTHING_TO_SPILL. */
export function list_subscr(list: usize, index: usize, value: usize): usize {
  if (isSmallInt(index)) {
    const length = lengthOf(list);
    let at = <i32>index >> 1;
    if (at < 0) at += <i32>length;
    if (<u32>at < length) {
      if (value == 0) return listSubscrGeneral(list, index, value);
      const item = itemsOf(list) + (<usize>at << 2);
      if (value == SENTINEL) return load<usize>(item);
      store<usize>(item, value);
      return NONE;
    }
    if (value != SENTINEL) raise(indexError(), "list assignment index out of range");
  } else if (isSlice(index)) {
    return list_slice(list, index, value);
  }
  return listSubscrGeneral(list, index, value);
}

export function list_slice(list: usize, slice: usize, value: usize): usize {
  if (value == SENTINEL) return copySlice(list, slice);
  if (value == 0) {
    const bounds = boundsOf(slice, lengthOf(list));
    deleteItems(list, bounds);
    return NONE;
  }
  const bounds = read(slice);
  const given = itemList(value);
  fit(bounds, lengthOf(list));
  assignItems(list, bounds, itemsOf(given), lengthOf(given));
  return NONE;
}

function newListOf(count: u32): usize {
  const room = max(count, 4);
  const items = allocate(room << 2);
  memory.fill(items, 0, <usize>room << 2);
  const list = newObject(16, listType());
  store<u32>(list, room, 4);
  store<u32>(list, count, 8);
  store<usize>(list, items, 12);
  return list;
}

function copySlice(list: usize, slice: usize): usize {
  const bounds = boundsOf(slice, lengthOf(list));
  const result = newListOf(bounds.count);
  copyItems(itemsOf(result), itemsOf(list), bounds);
  return result;
}

/** Copies the items of a slice to where there is room for them. */
function copyItems(to: usize, items: usize, bounds: Bounds): void {
  const count = bounds.count;
  let from = items + (<isize>bounds.start << 2);
  if (bounds.step == 1) {
    memory.copy(to, from, <usize>count << 2);
    return;
  }
  const distance = <isize>bounds.step << 2;
  for (const end = to + (<usize>count << 2); to < end; to += 4, from += distance) store<usize>(to, load<usize>(from));
}

/** A list of what an iterable gives, of its own. */
export function itemList(iterable: usize): usize {
  const sequence = plain(iterable);
  if (hasType(iterable, listType()) || hasType(iterable, tupleType())) {
    const isList = hasType(sequence, listType());
    const count = isList ? lengthOf(sequence) : load<u32>(sequence, 4);
    const list = newListOf(count);
    memory.copy(itemsOf(list), isList ? itemsOf(sequence) : sequence + 8, <usize>count << 2);
    return list;
  }
  const iterator = getIterator(iterable, 0);
  const list = newGrowingList();
  for (let item = next(iterator); item != 0; item = next(iterator)) append(list, item);
  return list;
}

function deleteItems(list: usize, bounds: Bounds): void {
  const removed = bounds.count;
  if (removed == 0) return;
  ascend(bounds);
  const items = itemsOf(list);
  const length = lengthOf(list);
  let to = items + (<usize>bounds.start << 2);
  let from = to;
  for (let i = 0; i < removed; i++) {
    from += 4;
    const kept = i + 1 < removed ? <usize>(bounds.step - 1) << 2 : items + (<usize>length << 2) - from;
    memory.copy(to, from, kept);
    to += kept;
    from += kept;
  }
  memory.fill(to, 0, <usize>removed << 2);
  store<u32>(list, length - removed, 8);
}

function assignItems(list: usize, bounds: Bounds, given: usize, count: u32): void {
  if (bounds.step != 1) {
    if (count != <u32>bounds.count) raiseSizes("sequence", count, bounds.count);
    let to = itemsOf(list) + (<isize>bounds.start << 2);
    for (const end = given + (<usize>count << 2); given < end; given += 4, to += <isize>bounds.step << 2)
      store<usize>(to, load<usize>(given));
    return;
  }
  const start = <u32>bounds.start;
  const end = start + <u32>bounds.count;
  const length = lengthOf(list);
  const after = length - end;
  const newLength = start + count + after;
  if (newLength > load<u32>(list, 4)) {
    const room = newLength + (newLength >>> 2) + 4;
    const larger = allocate(room << 2);
    memory.copy(larger, itemsOf(list), <usize>length << 2);
    memory.fill(larger + (<usize>length << 2), 0, <usize>(room - length) << 2);
    store<u32>(list, room, 4);
    store<usize>(list, larger, 12);
  }
  const items = itemsOf(list);
  memory.copy(items + (<usize>(start + count) << 2), items + (<usize>end << 2), <usize>after << 2);
  memory.copy(items + (<usize>start << 2), given, <usize>count << 2);
  if (newLength < length) memory.fill(items + (<usize>newLength << 2), 0, <usize>(length - newLength) << 2);
  store<u32>(list, newLength, 8);
}

/** mp_obj_subscr for tuples, and for what lies in memory as they do. */
export function tuple_subscr(tuple: usize, index: usize, value: usize): usize {
  if (value == SENTINEL) {
    if (isSmallInt(index)) {
      const length = load<u32>(tuple, 4);
      let at = <i32>index >> 1;
      if (at < 0) at += <i32>length;
      if (<u32>at < length) return load<usize>(tuple + 8 + (<usize>at << 2));
    } else if (isSlice(index)) {
      return tuple_slice(tuple, index);
    }
  }
  return tupleSubscrGeneral(tuple, index, value);
}

export function tuple_slice(tuple: usize, slice: usize): usize {
  const bounds = boundsOf(slice, load<u32>(tuple, 4));
  const result = newTuple(bounds.count);
  copyItems(result + 8, tuple + 8, bounds);
  return result;
}

/** mp_obj_subscr for str. */
export function str_subscr(text: usize, index: usize, value: usize): usize {
  if (value == SENTINEL) {
    if (isSmallInt(index)) {
      const data = textData(text);
      const at = itemOffset(data, textBytes(text), intValue(index));
      if (at != NOWHERE) return characterObject(data + at);
    } else if (isSlice(index)) {
      return isUnusual(index) ? str_slice(text, index) : str_part(text, load<usize>(index, 4), load<usize>(index, 8));
    }
  }
  return strSubscrGeneral(text, index, value);
}

/** A bound of a slice, which is None or a small int, as an index. */
@inline
function clampTo(bound: usize, missing: u32, count: u32): u32 {
  if (bound == NONE) return missing;
  const value = intValue(bound);
  return value < 0 ? <u32>max(value + <i32>count, 0) : min(<u32>value, count);
}

/** text[start:stop] */
function str_part(text: usize, start: usize, stop: usize): usize {
  const data = textData(text);
  const bytes = textBytes(text);
  const count = charactersIn(data, bytes);
  const first = clampTo(start, 0, count);
  const end = clampTo(stop, count, count);
  if (first >= end) return EMPTY;
  const from = offsetOf(data, bytes, first);
  const to = end == count ? bytes : offsetOf(data, bytes, end);
  return to - from == bytes ? text : newStrOf(data + from, to - from);
}

export function str_slice(text: usize, slice: usize): usize {
  const bytes = textBytes(text);
  const count = charactersIn(textData(text), bytes);
  const bounds = boundsOf(slice, count);
  if (count == bytes) return byteSlice(text, strType(), bounds);
  const builder = newBuilder(bounds.count);
  let at: u32 = 0;
  let position = 0;
  let start = bounds.start;
  for (let i = 0; i < bounds.count; i++, start += bounds.step) {
    const data = textData(text);
    for (; position < start; position++) at += widthOf(load<u8>(data + at));
    for (; position > start; position--) do at--; while ((load<u8>(data + at) & 0xc0) == 0x80);
    const size = widthOf(load<u8>(data + at));
    const to = builder.extend(size);
    memory.copy(to, textData(text) + at, size);
  }
  return builder.toStr();
}

function byteSlice(text: usize, type: usize, bounds: Bounds): usize {
  const count = bounds.count;
  const builder = newBuilder(count);
  let to = builder.extend(count);
  let from = textData(text) + bounds.start;
  const step = bounds.step;
  for (const end = to + count; to < end; to++, from += step) store<u8>(to, load<u8>(from));
  return builder.toObject(type);
}

/** mp_obj_subscr for bytes. */
export function bytes_subscr(text: usize, index: usize, value: usize): usize {
  if (value == SENTINEL && isSlice(index) && isUnusual(index)) return bytes_slice(text, index);
  return bytesSubscrGeneral(text, index, value);
}

export function bytes_slice(text: usize, slice: usize): usize {
  return byteSlice(text, bytesType(), boundsOf(slice, textBytes(text)));
}

function rangeLength(range: usize): i64 {
  const step = load<i32>(range, 12);
  const distance = <i64>load<i32>(range, 8) - <i64>load<i32>(range, 4);
  return step == 0 || (distance > 0) != (step > 0) ? 0 : (distance + step - (step > 0 ? 1 : -1)) / step;
}

/** Whether two ranges have the same items. */
export function same_ranges(a: usize, b: usize): bool {
  const count = rangeLength(a);
  if (count != rangeLength(b)) return false;
  if (count == 0) return true;
  return load<i32>(a, 4) == load<i32>(b, 4) && (count == 1 || load<i32>(a, 12) == load<i32>(b, 12));
}

function checkRange(range: usize, index: i32): void {
  const count = rangeLength(range);
  if (<i64>index >= count || <i64>index < -count) raise(indexError(), "range object index out of range");
}

/** mp_obj_subscr for ranges: start, stop and step, a word each. */
export function range_subscr(range: usize, index: usize, value: usize): usize {
  if (value != SENTINEL || !isSlice(index)) {
    if (isSmallInt(index)) checkRange(range, intValue(index));
    return rangeSubscrGeneral(range, index, value);
  }
  const step = load<i32>(range, 12);
  const bounds = boundsOf(index, <u32>rangeLength(range));
  const start = load<i32>(range, 4);
  const result = newObject(16, load<usize>(range));
  store<i32>(result, start + bounds.start * step, 4);
  store<i32>(result, start + bounds.stop * step, 8);
  store<i32>(result, bounds.step * step, 12);
  return result;
}

// mp_obj_array_t: a bytearray, array or memoryview. The second word is the type code, with free room (or, of a memoryview, the first item) above it; then length, items.

const BYTES: u32 = 1;
const CODE_MASK: u32 = 0x7f;

@inline
function codeOf(array: usize): u32 {
  return <u32>load<u8>(array, 4) & CODE_MASK;
}

function itemSize(array: usize): u32 {
  switch (codeOf(array)) {
    case 104: // h
    case 72:
      return 2;
    case 113: // q
    case 81:
    case 100: // d
      return 8;
    case BYTES:
    case 98: // b
    case 66:
      return 1;
  }
  return 4;
}

/** Where the first item lies. */
function firstItem(array: usize): usize {
  const offset = hasType(array, memoryviewType()) ? load<u32>(array, 4) >>> 8 : 0;
  return load<usize>(array, 12) + <usize>offset * itemSize(array);
}

/** mp_obj_subscr for bytearray, array and memoryview. */
export function array_subscr(array: usize, index: usize, value: usize): usize {
  if (isSlice(index) ? value == 0 || isUnusual(index) || needsBytes(array, value) : value == 0)
    return array_slice(array, index, value);
  return arraySubscrGeneral(array, index, value);
}

/** Bytearrays take any iterable of numbers where upstream takes only bytes. */
@inline
function needsBytes(array: usize, value: usize): bool {
  return value != SENTINEL && hasType(array, bytearrayType()) && !isBytesLike(value) && !hasType(value, memoryviewType());
}

export function array_slice(array: usize, index: usize, value: usize): usize {
  const isView = hasType(array, memoryviewType());
  if (value == 0) {
    if (isView) raiseType("cannot delete memory");
    const bounds = isSlice(index) ? boundsOf(index, lengthOf(array)) : itemBounds(array, index);
    deleteBytes(array, bounds);
    return NONE;
  }
  if (value != SENTINEL) {
    const given = needsBytes(array, value) ? toBytes(value) : value;
    const step = load<usize>(index, 12);
    if (isView || step == NONE || step == 3) return arraySubscrGeneral(array, index, given);
    assignBytes(array, boundsOf(index, lengthOf(array)), given);
    return NONE;
  }
  const bounds = boundsOf(index, lengthOf(array));
  const size = itemSize(array);
  const items = allocate(max<u32>(<u32>bounds.count * size, 1));
  const result = newObject(16, load<usize>(array));
  store<u32>(result, <u32>load<u8>(array, 4), 4);
  store<u32>(result, bounds.count, 8);
  store<usize>(result, items, 12);
  let from = firstItem(array) + <isize>bounds.start * size;
  for (let i = 0, to = items; i < bounds.count; i++, to += size, from += <isize>bounds.step * size)
    memory.copy(to, from, size);
  return result;
}

/** The place of one item, as a slice of it. */
function itemBounds(array: usize, index: usize): Bounds {
  // raises what an index out of range raises
  arraySubscrGeneral(array, index, SENTINEL);
  const bounds = changetype<Bounds>(allocate(offsetof<Bounds>()));
  bounds.start = intValue(index) < 0 ? intValue(index) + <i32>lengthOf(array) : intValue(index);
  bounds.step = 1;
  bounds.count = 1;
  bounds.stop = bounds.start + 1;
  return bounds;
}

const MULTIPLY: u32 = 29; // mp_binary_op_t
const MULTIPLY_IN_PLACE: u32 = 16;
const CONTAINS: u32 = 36;

function repeated(array: usize, times: i32): usize {
  const bytes = lengthOf(array) * itemSize(array);
  const count: u32 = bytes == 0 ? 0 : <u32>max(times, 0);
  if (<u64>bytes * <u64>count > 0x7fffffff) return allocate(0x7fffffff);
  const items = allocate(max<u32>(bytes * count, 1));
  for (let i: u32 = 0; i < count; i++) memory.copy(items + <usize>(i * bytes), load<usize>(array, 12), bytes);
  const result = newObject(16, load<usize>(array));
  store<u32>(result, codeOf(array), 4);
  store<u32>(result, lengthOf(array) * count, 8);
  store<usize>(result, items, 12);
  return result;
}

const LESS: u32 = 0;
const MORE: u32 = 1;
const MORE_EQUAL: u32 = 4; // the comparisons without !=

/** Compares arrays item by item. */
function compareItems(op: u32, lhs: usize, rhs: usize): bool {
  const left = lengthOf(lhs);
  const right = lengthOf(rhs);
  if (op == EQUAL && left != right) return false;
  for (let i: u32 = 0; i < min(left, right); i++) {
    const a = arraySubscrGeneral(lhs, smallInt(i), SENTINEL);
    const b = arraySubscrGeneral(rhs, smallInt(i), SENTINEL);
    if (!is_true(binary_op(EQUAL, a, b))) return op != EQUAL && is_true(binary_op(op, a, b));
  }
  if (op == LESS) return left < right;
  if (op == MORE) return left > right;
  return op == EQUAL || (op == MORE_EQUAL ? left >= right : left <= right);
}

/** The operators of bytearrays, arrays and memoryviews: upstream does not look for numbers in them, nor repeats them. */
export function array_binary_op(op: u32, lhs: usize, rhs: usize): usize {
  const isView = hasType(lhs, memoryviewType());
  if (!isView && isSmallInt(rhs) && (op == MULTIPLY || op == MULTIPLY_IN_PLACE)) {
    const product = repeated(lhs, intValue(rhs));
    if (op == MULTIPLY) return product;
    memory.copy(lhs + 4, product + 4, 12);
    return lhs;
  }
  if (op <= MORE_EQUAL && !isView && !isBytesLike(lhs) && hasType(rhs, load<usize>(lhs)))
    return compareItems(op, lhs, rhs) ? TRUE : FALSE;
  if (op != CONTAINS || isBytesLike(rhs) || hasType(rhs, memoryviewType())) return arrayBinaryOpGeneral(op, lhs, rhs);
  if (hasType(lhs, bytearrayType())) {
    if (!isSmallInt(rhs)) return arrayBinaryOpGeneral(op, lhs, rhs);
    if (<u32>intValue(rhs) > 255) raiseValue("byte must be in range(0, 256)");
  }
  for (let i: u32 = 0; i < lengthOf(lhs); i++) {
    const item = arraySubscrGeneral(lhs, smallInt(i), SENTINEL);
    if (item == rhs || is_true(binary_op(EQUAL, item, rhs))) return TRUE;
  }
  return FALSE;
}

function deleteBytes(array: usize, bounds: Bounds): void {
  const removed = bounds.count;
  if (removed == 0) return;
  ascend(bounds);
  const size = itemSize(array);
  const items = load<usize>(array, 12);
  const length = lengthOf(array);
  let to = items + <usize>bounds.start * size;
  let from = to;
  for (let i = 0; i < removed; i++) {
    from += size;
    const kept = i + 1 < removed ? <usize>(bounds.step - 1) * size : items + <usize>length * size - from;
    memory.copy(to, from, kept);
    to += kept;
    from += kept;
  }
  store<u32>(array, load<u32>(array, 4) + (removed << 8), 4);
  store<u32>(array, length - removed, 8);
}

/** An object with the bytes that an iterable of numbers gives. */
function toBytes(iterable: usize): usize {
  if (isSmallInt(iterable) || isInterned(iterable) || hasType(iterable, strType()))
    raiseType("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  const numbers = itemList(iterable);
  const count = lengthOf(numbers);
  const bytes = allocate(max<u32>(count, 1));
  for (let i: u32 = 0; i < count; i++) {
    const number = load<usize>(itemsOf(numbers) + (<usize>i << 2));
    if (!isSmallInt(number)) raiseType("an integer is required");
    if (<u32>intValue(number) > 255) raiseValue("byte must be in range(0, 256)");
    store<u8>(bytes + i, <u8>intValue(number));
  }
  return newStrCopy(bytesType(), bytes, count);
}

function assignBytes(array: usize, bounds: Bounds, value: usize): void {
  const size = itemSize(array);
  let from: usize;
  let count: u32;
  if (hasType(value, bytesType())) {
    if (size != 1) raiseType("can only assign array");
    from = textData(value);
    count = textBytes(value);
  } else {
    if ((value & 3) != 0 || !isArray(value) || itemSize(value) != size) raiseType("can only assign array");
    count = lengthOf(value);
    // it may be the array itself
    from = allocate(max<u32>(count * size, 1));
    memory.copy(from, firstItem(value), <usize>count * size);
  }
  if (count != <u32>bounds.count) raiseSizes("bytes", count, bounds.count);
  let to = load<usize>(array, 12) + <isize>bounds.start * size;
  for (let i: u32 = 0; i < count; i++, from += size, to += <isize>bounds.step * size) memory.copy(to, from, size);
}

/** Whether a type's subscr slot holds what bytearray's holds. */
function isArray(object: usize): bool {
  return subscrOf(load<usize>(object)) == subscrOf(bytearrayType());
}

function subscrOf(type: usize): usize {
  const at = <usize>load<u8>(type, 14);
  return at == 0 ? 0 : load<usize>(type + 16 + (at << 2));
}
