// Objects to JSON, for lib/json. What is open waits on a stack in the heap, so nothing recurses. Whatever is not of a plain type goes to Python.

import { Builder, newBuilder } from "../text/builder";
import { allocate, call1, floatType } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { FALSE, NONE, TRUE, intValue, isKind, isSmallInt, isStr, isText, smallInt, textBytes, textData } from "../objects";
import { Stack, newStack } from "../stack";
import { characterAt, hasType, plain, widthOf } from "../text/str";

/** As deep as CPython goes, about. */
const MOST_OPEN: u32 = 990;

/** Answers in the place of a text. */
const TOO_DEEP: i32 = 1;
const CIRCULAR: i32 = 2;

/** Words of an open container: what its items come from, the next index, the program's object, the character that ends it, whether an item is written. */
const INDEX: u32 = 1;
const GIVEN: u32 = 2;
const END: u32 = 3;
const WRITTEN: u32 = 4;
const FRAME: u32 = 5;

/** In the place of a key that was removed. */
const REMOVED: usize = 4;

@unmanaged
class Encoder {
  out: Builder;
  open: Stack;
  ascii: bool;
  itemSeparator: usize;
  keySeparator: usize;
  indent: usize;
  convert: usize;
  convertKey: usize;
  sort: usize;
  repr: usize;
}

function addText(out: Builder, text: usize): void {
  out.bytes(textData(text), textBytes(text));
}

function hex(out: Builder, code: u32): void {
  out.byte(92);
  out.byte(117);
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (code >>> shift) & 15;
    out.byte(digit < 10 ? 48 + digit : 87 + digit);
  }
}

function addString(e: Encoder, text: usize): void {
  const out = e.out;
  let at = textData(text);
  const end = at + textBytes(text);
  const stop: u32 = e.ascii ? 126 : 255;
  out.byte(34);
  let from = at;
  while (at < end) {
    const byte = <u32>load<u8>(at);
    if (byte >= 32 && byte != 34 && byte != 92 && byte <= stop) {
      at++;
      continue;
    }
    out.bytes(from, <u32>(at - from));
    if (byte < 128) {
      at++;
      const short: u32 =
        byte == 34 || byte == 92 ? byte : byte == 10 ? 110 : byte == 13 ? 114 : byte == 9 ? 116 : byte == 8 ? 98 : byte == 12 ? 102 : 0;
      if (short != 0) {
        out.byte(92);
        out.byte(short);
      } else {
        hex(out, byte);
      }
    } else {
      const code = characterAt(at, end);
      at = min(at + widthOf(byte), end);
      if (code >= 0x10000) {
        hex(out, 0xd800 + ((code - 0x10000) >>> 10));
        hex(out, 0xdc00 + ((code - 0x10000) & 0x3ff));
      } else {
        hex(out, code);
      }
    }
    from = at;
  }
  out.bytes(from, <u32>(end - from));
  out.byte(34);
}

function newLine(e: Encoder): void {
  e.out.byte(10);
  for (let i: u32 = 0; i < e.open.height; i += FRAME) addText(e.out, e.indent);
}

@inline
function isContainer(object: usize): bool {
  return isKind(object, Kind.List) || isKind(object, Kind.Tuple) || isKind(object, Kind.Dict);
}

/** Writes an object that holds no others; false where it is none of the plain types. */
function addScalar(e: Encoder, object: usize): bool {
  const out = e.out;
  if (isStr(object)) {
    addString(e, object);
  } else if (isSmallInt(object)) {
    const value = intValue(object);
    if (value < 0) out.byte(45);
    out.decimal(<u32>(value < 0 ? -value : value));
  } else if (object == NONE) {
    out.byte(110);
    out.byte(117);
    out.byte(108);
    out.byte(108);
  } else if (object == TRUE) {
    out.byte(116);
    out.byte(114);
    out.byte(117);
    out.byte(101);
  } else if (object == FALSE) {
    out.byte(102);
    out.byte(97);
    out.byte(108);
    out.byte(115);
    out.byte(101);
  } else if (hasType(object, floatType())) {
    const value = load<f64>(object, 8);
    if (!isFinite(value)) return false;
    const text = call1(e.repr, object);
    if (!isStr(text)) return false;
    addText(out, text);
  } else {
    return false;
  }
  return true;
}

/** The number of items; of a dict, of the slots of its table. */
function lengthOf(object: usize): u32 {
  return isKind(object, Kind.Tuple) ? load<u32>(object, 4) : load<u32>(object, 8);
}

function itemOf(object: usize, index: u32): usize {
  if (isKind(object, Kind.Tuple)) return load<usize>(object + (<usize>index << 2), 8);
  return load<usize>(load<usize>(object, 12) + (<usize>index << 2));
}

/** Opens a container, or answers why not. `given` is what the program had in its place. */
function open(e: Encoder, object: usize, given: usize): i32 {
  const height = e.open.height;
  if (height >= MOST_OPEN * FRAME) return TOO_DEEP;
  for (let at: u32 = 0; at < height; at += FRAME) if (e.open.at(at + GIVEN) == given) return CIRCULAR;
  const isDict = isKind(object, Kind.Dict);
  const items = isDict && e.sort != NONE ? call1(e.sort, object) : object;
  e.out.byte(isDict ? 123 : 91);
  e.open.push(items);
  e.open.push(0);
  e.open.push(given);
  e.open.push(isDict ? 125 : 93);
  e.open.push(0);
  return 0;
}

/** Writes what stands in front of the next item, and returns the item; 0 where the container has ended, and is then closed. */
function advance(e: Encoder): usize {
  const stack = e.open;
  const frame = stack.height - FRAME;
  const items = stack.at(frame);
  const end = <u32>stack.at(frame + END);
  // the program may change the length meanwhile
  while (<u32>stack.at(frame + INDEX) < lengthOf(items)) {
    const index = <u32>stack.at(frame + INDEX);
    stack.set(frame + INDEX, index + 1);
    let key: usize = 0;
    let value: usize;
    if (isKind(items, Kind.Dict)) {
      const slot = load<usize>(items, 12) + (<usize>index << 3);
      key = load<usize>(slot);
      if (key == 0 || key == REMOVED) continue;
      value = load<usize>(slot, 4);
    } else {
      value = itemOf(items, index);
      if (end == 125) {
        if (!isKind(value, Kind.Tuple) || load<u32>(value, 4) != 2) continue;
        key = itemOf(value, 0);
        value = itemOf(value, 1);
      }
    }
    if (key != 0 && !isStr(key)) {
      key = call1(e.convertKey, key);
      if (!isStr(key)) continue;
    }
    if (stack.at(frame + WRITTEN) != 0) addText(e.out, e.itemSeparator);
    stack.set(frame + WRITTEN, 1);
    if (e.indent != NONE) newLine(e);
    if (key != 0) {
      addString(e, key);
      addText(e.out, e.keySeparator);
    }
    return value;
  }
  stack.height = frame;
  if (stack.at(frame + WRITTEN) != 0 && e.indent != NONE) newLine(e);
  e.out.byte(end);
  return 0;
}

/** Writes a value, or opens it; answers why not. */
function add(e: Encoder, object: usize): i32 {
  const given = object;
  for (let conversions: u32 = 0; ; conversions++) {
    if (isContainer(object)) return open(e, object, given);
    if (addScalar(e, object)) return 0;
    // a tuple of a text that is to be written as it is, or of an object to write instead and a second item
    const converted = call1(e.convert, object);
    if (!isKind(converted, Kind.Tuple)) return CIRCULAR;
    const count = load<u32>(converted, 4);
    const first = count > 0 ? itemOf(converted, 0) : NONE;
    if (count == 1 && isText(first)) {
      addText(e.out, first);
      return 0;
    }
    if (first == object || first == given) return CIRCULAR;
    if (conversions >= MOST_OPEN) return TOO_DEEP;
    object = first;
  }
  return 0;
}

/** json_encode(object, ascii, item_separator, key_separator, indent, convert, convert_key, sort, repr): the text, or 1 where it is too deep, 2 where it holds itself. */
export function json_encode(_count: u32, args: usize): usize {
  const e = changetype<Encoder>(allocate(offsetof<Encoder>()));
  const object = load<usize>(args);
  e.ascii = load<usize>(args, 4) != FALSE;
  e.itemSeparator = load<usize>(args, 8);
  e.keySeparator = load<usize>(args, 12);
  e.indent = load<usize>(args, 16);
  e.convert = load<usize>(args, 20);
  e.convertKey = load<usize>(args, 24);
  e.sort = load<usize>(args, 28);
  e.repr = load<usize>(args, 32);
  if (!isText(e.itemSeparator) || !isText(e.keySeparator) || (e.indent != NONE && !isText(e.indent))) return NONE;
  e.out = newBuilder(100);
  e.open = newStack();
  let fault = add(e, object);
  while (fault == 0 && e.open.height > 0) {
    const item = advance(e);
    if (item != 0) fault = add(e, item);
  }
  return fault == 0 ? e.out.toStr() : smallInt(fault);
}

/** json_quote(text, ascii): a str in quotes. */
export function json_quote(text: usize, ascii: usize): usize {
  const object = plain(text);
  if (!isStr(object)) return NONE;
  const e = changetype<Encoder>(allocate(offsetof<Encoder>()));
  e.ascii = ascii != FALSE;
  e.out = newBuilder(textBytes(object) + 2);
  addString(e, object);
  return e.out.toStr();
}
