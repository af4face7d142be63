// Methods of lists and tuples whose messages upstream words otherwise, and hex() of bytes.

import { argument, onlyKeywords } from "../arguments";
import { newBuilder } from "../text/builder";
import { same_or_equal } from "./compare";
import { getInt, reprOf, upstreamPop } from "../interpreter";
import { intValue, isSmallInt, isStr, NONE, smallInt, textBytes, textData } from "../objects";
import { raise, raiseBuilt, raiseType, raiseValue } from "../errors/raise";
import { indexPart } from "./slice";
import { isBytesLike, plain, selfText } from "../text/str";
import { indexError, valueError } from "../types";

const MOST: i32 = 0x3fffffff;

/** Where the items of a list or tuple lie. A comparison may change the list, so this is asked anew each time. */
@inline
function itemAt(object: usize, list: bool, index: u32): usize {
  return load<usize>((list ? load<usize>(object, 12) : object + 8) + (<usize>index << 2));
}

@inline
function lengthOf(object: usize, list: bool): u32 {
  return list ? load<u32>(object, 8) : load<u32>(object, 4);
}

function clamped(index: i32, length: u32): u32 {
  return <u32>(index < 0 ? max(index + <i32>length, 0) : index);
}

/** The index of the first item that equals the value, or -1. */
function find(object: usize, list: bool, value: usize, start: u32, stop: u32): i32 {
  for (let i = start; i < min(stop, lengthOf(object, list)); i++) {
    if (same_or_equal(itemAt(object, list, i), value)) return <i32>i;
  }
  return -1;
}

function indexIn(count: u32, args: usize, list: bool): i32 {
  const object = plain(load<usize>(args));
  const length = lengthOf(object, list);
  const start = count > 2 ? indexPart(load<usize>(args, 8), 0) : 0;
  const stop = count > 3 ? indexPart(load<usize>(args, 12), MOST) : MOST;
  return find(object, list, load<usize>(args, 4), clamped(start, length), clamped(stop, length));
}

export function list_index(count: u32, args: usize): usize {
  const found = indexIn(count, args, true);
  if (found >= 0) return smallInt(found);
  const message = newBuilder(63);
  const repr = reprOf(load<usize>(args, 4));
  message.bytes(textData(repr), textBytes(repr));
  message.literal(" is not in list");
  raiseBuilt(valueError(), message);
  return NONE;
}

export function tuple_index(count: u32, args: usize): usize {
  const found = indexIn(count, args, false);
  if (found < 0) raiseValue("tuple.index(x): x not in tuple");
  return smallInt(found);
}

export function list_remove(self: usize, value: usize): usize {
  const list = plain(self);
  const found = find(list, true, value, 0, MOST);
  if (found < 0) raiseValue("list.remove(x): x not in list");
  const length = load<u32>(list, 8);
  if (<u32>found >= length) return NONE;
  const last = load<usize>(list, 12) + (<usize>(length - 1) << 2);
  const at = load<usize>(list, 12) + (<usize>found << 2);
  memory.copy(at, at + 4, last - at);
  store<usize>(last, 0);
  store<u32>(list, length - 1, 8);
  return NONE;
}

export function list_pop(count: u32, args: usize): usize {
  const length = load<u32>(plain(load<usize>(args)), 8);
  if (count > 1 && length > 0 && isSmallInt(load<usize>(args, 4))) {
    const index = intValue(load<usize>(args, 4));
    if (index >= <i32>length || index < -<i32>length) raise(indexError(), "pop index out of range");
  }
  return upstreamPop(count, args);
}

/** bytes.hex([sep[, bytes_per_sep]]) */
export function bytes_hex(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "hex", "sep", "bytes_per_sep");
  const text = selfText(load<usize>(args));
  const given = argument(count, args, keywords, 1, "sep");
  const per = argument(count, args, keywords, 2, "bytes_per_sep");
  let group = per == 0 ? 1 : getInt(per);
  let separator: u32 = 0;
  if (given != 0) {
    const sep = plain(given);
    if (!isStr(sep) && !isBytesLike(sep)) raiseType("sep must be str or bytes.");
    if (textBytes(sep) != 1) raiseValue("sep must be length 1.");
    separator = <u32>load<u8>(textData(sep));
  }
  const fromLeft = group < 0;
  if (fromLeft) group = -group;
  const length = textBytes(text);
  const builder = newBuilder(length << 1);
  const data = textData(text);
  for (let i: u32 = 0; i < length; i++) {
    const place = fromLeft ? i : length - i;
    if (i > 0 && separator != 0 && group != 0 && place % <u32>group == 0) builder.byte(separator);
    const byte = <u32>load<u8>(data + i);
    builder.byte(digit(byte >>> 4));
    builder.byte(digit(byte & 15));
  }
  return builder.toStr();
}

function digit(value: u32): u32 {
  return value < 10 ? 48 + value : 87 + value;
}
