// What a slice means for a sequence of some length, as CPython understands it.

import { helper } from "../builtins";
import { newBuilder } from "../text/builder";
import { NOT_PLAIN, call_class, call_with_arguments, isPlainClass, mayTakeNothing } from "../classes/classes";
import { convert_sequence, isSequence } from "./convert";
import { allocate, callFunction, getattr, typeCallGeneral } from "../interpreter";
import { FALSE, intValue, isSmallInt, newObject, NONE, TRUE } from "../objects";
import { raiseBuilt, raiseType, raiseValue } from "../errors/raise";
import { type_name } from "../errors/operatorErrors";
import { isDictLike, reversed_dict } from "./dict";
import { appendTypeName, hasType, isInstance, isSubscriptable, plain } from "../text/str";
import { intType, listType, rangeType, reversedType, sliceType, tupleType, typeError } from "../types";

const MOST: i32 = 0x3fffffff;

/** Resolved: the first item, where to stop, the distance, and how many items there are. */
@unmanaged
export class Bounds {
  start: i32;
  stop: i32;
  step: i32;
  count: i32;
}

@inline
export function isSlice(object: usize): bool {
  return hasType(object, sliceType());
}

/** A part of a slice as a number; one that is too large for any sequence becomes a large one. */
export function indexPart(object: usize, missing: i32): i32 {
  if (object == NONE) return missing;
  if (isSmallInt(object)) return intValue(object);
  if (object == TRUE) return 1;
  if (object == FALSE) return 0;
  const number = plain(object);
  if (isSmallInt(number)) return intValue(number);
  // mp_obj_int_t: the lowest bit of its second word is the sign
  if (hasType(number, intType())) return (load<u32>(number, 4) & 1) != 0 ? -MOST : MOST;
  return indexPart(index(object), missing);
}

function raiseNoInt(result: usize): void {
  const message = newBuilder(63);
  message.literal("__index__ returned non-int (type ");
  message.text(type_name(result));
  message.literal(")");
  raiseBuilt(typeError(), message);
}

/** What an object's __index__ returns: an int. */
function index(object: usize): usize {
  const args = allocate(12);
  store<usize>(args, object);
  store<usize>(args, NONE, 4);
  store<usize>(args, NONE, 8);
  const name = newBuilder(15);
  name.literal("__index__");
  store<usize>(args, name.toStr(), 4);
  const method = getattr(3, args);
  if (method == NONE) raiseType("slice indices must be integers or None or have an __index__ method");
  const result = callFunction(method, 0, 0, 0);
  if (!isSmallInt(result) && !hasType(plain(result), intType())) raiseNoInt(result);
  return result;
}

/** Reads a slice, which may run code of the program's; `fit` it to a length afterwards. */
export function read(slice: usize): Bounds {
  const bounds = changetype<Bounds>(allocate(offsetof<Bounds>()));
  bounds.count = 0;
  bounds.step = indexPart(load<usize>(slice, 12), 1);
  if (bounds.step == 0) raiseValue("slice step cannot be zero");
  const forward = bounds.step > 0;
  bounds.start = indexPart(load<usize>(slice, 4), forward ? 0 : MOST);
  bounds.stop = indexPart(load<usize>(slice, 8), forward ? MOST : -MOST * 2);
  return bounds;
}

@inline
function clamp(value: i32, length: i32, least: i32): i32 {
  if (value < 0) value += length;
  return value < least ? least : min(value, length + least);
}

export function fit(bounds: Bounds, size: u32): void {
  const length = <i32>min<u32>(size, MOST);
  const step = bounds.step;
  const least = step > 0 ? 0 : -1;
  const start = clamp(bounds.start, length, least);
  const stop = bounds.stop < -MOST ? least : clamp(bounds.stop, length, least);
  bounds.start = start;
  bounds.stop = stop;
  if (step > 0) bounds.count = stop > start ? (stop - start - 1) / step + 1 : 0;
  else bounds.count = start > stop ? (start - stop - 1) / -step + 1 : 0;
}

/** The same items from the lowest to the highest. */
export function ascend(bounds: Bounds): void {
  if (bounds.step > 0) return;
  bounds.stop = bounds.start + 1;
  bounds.start += (bounds.count - 1) * bounds.step;
  bounds.step = -bounds.step;
}

function raiseCount(count: u32): void {
  const message = newBuilder(63);
  message.literal("slice expected at most 3 arguments, got ");
  message.decimal(count);
  raiseBuilt(typeError(), message);
}

/** What slice(…) makes of its arguments; the type has no constructor upstream. */
function newSlice(count: u32, args: usize): usize {
  if (count == 0) raiseType("slice expected at least 1 argument, got 0");
  if (count > 3) raiseCount(count);
  const slice = newObject(16, sliceType());
  store<usize>(slice, count == 1 ? NONE : load<usize>(args), 4);
  store<usize>(slice, load<usize>(count == 1 ? args : args + 4), 8);
  store<usize>(slice, count == 3 ? load<usize>(args, 8) : NONE, 12);
  return slice;
}

/** A range of numbers that are no small ints is lib/_ranges.py's, where one does not fit in a machine word. Exported, so that it has a frame of its own. */
export function call_range(count: u32, args: usize): usize {
  if (count <= 3) {
    for (let i: u32 = 0; i < count; i++) {
      const item = load<usize>(args + (<usize>i << 2));
      if (isSmallInt(item) || !hasType(item, intType())) continue;
      const large = callFunction(helper("range_of_large"), count, 0, args);
      if (large != NONE) return large;
      break;
    }
  }
  return typeCallGeneral(rangeType(), count, 0, args);
}

function notReversible(object: usize): void {
  const message = newBuilder(63);
  message.literal("'");
  appendTypeName(message, object);
  message.literal("' object is not reversible");
  raiseBuilt(typeError(), message);
}

/** The call of a type. */
export function type_call(type: usize, count: u32, keywords: u32, args: usize): usize {
  // most calls are of classes that the program has made, and that take arguments
  if (isPlainClass(type)) return typeCallGeneral(type, count, keywords, args);
  if (type == sliceType()) return newSlice(count, args);
  if (type == reversedType() && count == 1) {
    if (isDictLike(load<usize>(args))) return reversed_dict(load<usize>(args));
    if (!isInstance(load<usize>(args)) && !isSubscriptable(load<usize>(args))) notReversible(load<usize>(args));
  }
  if (type == rangeType() && keywords == 0) return call_range(count, args);
  if (count == 1 && keywords == 0 && (type == listType() || type == tupleType()) && isSequence(load<usize>(args)))
    return convert_sequence(type, load<usize>(args));
  if ((load<u16>(type, 4) & NOT_PLAIN) != 0) return call_class(type, count, keywords, args);
  if ((count | keywords) != 0 && mayTakeNothing(type)) return call_with_arguments(type, count, keywords, args);
  return typeCallGeneral(type, count, keywords, args);
}

/** A slice's bounds in a sequence of this length, which nothing may change before they are used. */
export function boundsOf(slice: usize, length: u32): Bounds {
  const bounds = read(slice);
  fit(bounds, length);
  return bounds;
}
