// Methods of str, bytes and bytearray that upstream lacks or has for fewer arguments.

import { argument, onlyKeywords } from "../arguments";
import { copiedText, newBuilder, newStrOf } from "./builder";
import { is_true } from "../numbers/arithmetic";
import { call1, getInt, typeOfObject, upstreamJoin } from "../interpreter";
import { append, isSmallInt, isStr, newGrowingList, newTuple, NONE, textBytes, textData } from "../objects";
import { raiseBuilt, raiseType } from "../errors/raise";
import { appendTypeName, characterAt, hasType, isBytesLike, lengthOf, plain, selfText, widthOf } from "./str";
import { reverse } from "./strSearch";
import { listType, tupleType, typeError } from "../types";
import { bitsOf, Is } from "./unicode";

const SPACE: u32 = 32;

/** The text of an argument, which has to be of the same kind as `text`. */
function sameKind(text: usize, other: usize, what: string): usize {
  const found = plain(other);
  if (isStr(text) ? isStr(found) : isBytesLike(found)) return found;
  const message = newBuilder(63);
  message.literal(what);
  if (load<u8>(message.data + message.length - 1) == SPACE) appendTypeName(message, other);
  raiseBuilt(typeError(), message);
  return 0;
}

export function str_zfill(object: usize, width: usize): usize {
  const text = selfText(object);
  const wanted = getInt(width);
  const length = lengthOf(text);
  const data = textData(text);
  const bytes = textBytes(text);
  const padding = wanted <= <i32>length ? 0 : <u32>wanted - length;
  const builder = newBuilder(padding + bytes);
  const first = bytes == 0 ? 0 : <u32>load<u8>(data);
  const signed = first == 43 || first == 45 ? 1 : 0;
  builder.bytes(data, signed);
  builder.fill(48, padding);
  builder.bytes(data + signed, bytes - signed);
  return builder.toObject(typeOfObject(text));
}

const enum Side {
  Left,
  Right,
  Both,
}

function padded(count: u32, args: usize, side: Side): usize {
  const text = selfText(load<usize>(args));
  const wanted = getInt(load<usize>(args, 4));
  let fill = SPACE;
  if (count > 2) {
    const character = plain(load<usize>(args, 8));
    if (!isStr(character) && !isBytesLike(character)) {
      const message = newBuilder(63);
      message.literal("The fill character must be a unicode character, not ");
      appendTypeName(message, load<usize>(args, 8));
      raiseBuilt(typeError(), message);
    }
    if (lengthOf(character) != 1) raiseType("The fill character must be exactly one character long");
    fill = isStr(character)
      ? characterAt(textData(character), textData(character) + textBytes(character))
      : <u32>load<u8>(textData(character));
  }
  const length = lengthOf(text);
  const padding = wanted <= <i32>length ? 0 : <u32>wanted - length;
  // as in CPython, where the odd one goes depends on the width
  const left =
    side == Side.Left ? 0 : side == Side.Right ? padding : (padding >>> 1) + (padding & <u32>wanted & 1);
  const builder = newBuilder(padding + textBytes(text));
  if (isStr(text)) builder.characters(fill, left);
  else builder.fill(fill, left);
  builder.bytes(textData(text), textBytes(text));
  if (isStr(text)) builder.characters(fill, padding - left);
  else builder.fill(fill, padding - left);
  return builder.toObject(typeOfObject(text));
}

export function str_ljust(count: u32, args: usize): usize {
  return padded(count, args, Side.Left);
}

export function str_rjust(count: u32, args: usize): usize {
  return padded(count, args, Side.Right);
}

export function str_center(count: u32, args: usize): usize {
  return padded(count, args, Side.Both);
}

export function str_expandtabs(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "expandtabs", "tabsize", "tabsize");
  const text = selfText(load<usize>(args));
  const given = argument(count, args, keywords, 1, "tabsize");
  const size = given == 0 ? 8 : getInt(given);
  const builder = newBuilder(textBytes(text));
  let column: u32 = 0;
  const end = textData(text) + textBytes(text);
  for (let at = textData(text); at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte == 9) {
      if (size > 0) {
        const spaces = <u32>size - (column % <u32>size);
        builder.fill(SPACE, spaces);
        column += spaces;
      }
      continue;
    }
    builder.byte(byte);
    if (byte == 10 || byte == 13) column = 0;
    else if ((byte & 0xc0) != 0x80 || !isStr(text)) column++;
  }
  return builder.toObject(typeOfObject(text));
}

function part(text: usize, start: u32, length: u32): usize {
  const data = textData(text) + start;
  return isStr(text) ? newStrOf(data, length) : copiedText(load<usize>(text), data, length);
}

export function str_removeprefix(object: usize, prefix: usize): usize {
  const text = selfText(object);
  const other = sameKind(text, prefix, "removeprefix() argument must be str, not ");
  const length = textBytes(text);
  const taken = textBytes(other);
  if (taken > length || memory.compare(textData(text), textData(other), taken) != 0) return part(text, 0, length);
  return part(text, taken, length - taken);
}

export function str_removesuffix(object: usize, suffix: usize): usize {
  const text = selfText(object);
  const other = sameKind(text, suffix, "removesuffix() argument must be str, not ");
  const length = textBytes(text);
  const taken = textBytes(other);
  const rest = length - taken;
  if (taken > length || memory.compare(textData(text) + rest, textData(other), taken) != 0) return part(text, 0, length);
  return part(text, 0, rest);
}

/** Whether a byte or character is white space; `width` bytes of it. */
@inline
function isSpace(str: bool, at: usize, end: usize): bool {
  const first = <u32>load<u8>(at);
  if (first < 128) return first == 32 || (first >= 9 && first <= 13) || (str && first >= 28 && first <= 31);
  return str && (bitsOf(characterAt(at, end)) & Is.Space) != 0;
}

/** Whether one of `characters` is the character at `at` of a text that ends at `end`. */
function contains(characters: usize, at: usize, width: u32): bool {
  const end = textData(characters) + textBytes(characters);
  for (let i = textData(characters); i + width <= end; i += isStr(characters) ? widthOf(load<u8>(i)) : 1) {
    if (memory.compare(i, at, width) == 0) return true;
  }
  return false;
}

function stripped(count: u32, args: usize, left: bool, right: bool): usize {
  const text = selfText(load<usize>(args));
  const str = isStr(text);
  let characters: usize = count > 1 ? load<usize>(args, 4) : NONE;
  if (characters != NONE) characters = sameKind(text, characters, "strip arg must be None or str");
  let start = textData(text);
  let end = start + textBytes(text);
  if (left) {
    while (start < end) {
      const width = str ? widthOf(load<u8>(start)) : 1;
      if (!(characters == NONE ? isSpace(str, start, end) : contains(characters, start, width))) break;
      start += width;
    }
  }
  if (right) {
    while (end > start) {
      let last = end - 1;
      if (str) while (last > start && (load<u8>(last) & 0xc0) == 0x80) last--;
      if (!(characters == NONE ? isSpace(str, last, end) : contains(characters, last, <u32>(end - last)))) break;
      end = last;
    }
  }
  const length = <u32>(end - start);
  return length == textBytes(text) && !isBytesLike(text) ? text : part(text, <u32>(start - textData(text)), length);
}

export function str_strip(count: u32, args: usize): usize {
  return stripped(count, args, true, true);
}

export function str_lstrip(count: u32, args: usize): usize {
  return stripped(count, args, true, false);
}

export function str_rstrip(count: u32, args: usize): usize {
  return stripped(count, args, false, true);
}

@inline
function widthAt(str: bool, at: usize): u32 {
  return str ? widthOf(load<u8>(at)) : 1;
}

export function splitSpaces(text: usize, most: i32): usize {
  const str = isStr(text);
  const list = newGrowingList();
  const start = textData(text);
  const end = start + textBytes(text);
  let at = start;
  while (true) {
    while (at < end && isSpace(str, at, end)) at += widthAt(str, at);
    if (at >= end) return list;
    const word = at;
    if (most == 0) {
      append(list, part(text, <u32>(word - start), <u32>(end - word)));
      return list;
    }
    while (at < end && !isSpace(str, at, end)) at += widthAt(str, at);
    append(list, part(text, <u32>(word - start), <u32>(at - word)));
    most--;
  }
}

export function splitSpacesFromRight(text: usize, most: i32): usize {
  const str = isStr(text);
  const list = newGrowingList();
  const start = textData(text);
  let end = start + textBytes(text);
  while (true) {
    let last = end;
    while (end > start) {
      last = end - 1;
      if (str) while (last > start && (load<u8>(last) & 0xc0) == 0x80) last--;
      if (!isSpace(str, last, end)) break;
      end = last;
    }
    if (end == start) break;
    let word = end;
    if (most == 0) {
      word = start;
    } else {
      while (word > start) {
        last = word - 1;
        if (str) while (last > start && (load<u8>(last) & 0xc0) == 0x80) last--;
        if (isSpace(str, last, end)) break;
        word = last;
      }
    }
    append(list, part(text, <u32>(word - start), <u32>(end - word)));
    end = word;
    most--;
  }
  reverse(list);
  return list;
}

/** How many bytes the line break at `at` has; 0 where there is none. */
function lineBreak(str: bool, at: usize, end: usize): u32 {
  const byte = <u32>load<u8>(at);
  if (byte == 13) return at + 1 < end && load<u8>(at + 1) == 10 ? 2 : 1;
  if (byte == 10) return 1;
  if (!str) return 0;
  if (byte == 11 || byte == 12 || (byte >= 28 && byte <= 30)) return 1;
  // what begins otherwise, and what goes on with a character, is none
  if (byte != 0xc2 && byte != 0xe2) return 0;
  const code = characterAt(at, end);
  return code == 0x85 ? 2 : code == 0x2028 || code == 0x2029 ? 3 : 0;
}

export function str_splitlines(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "splitlines", "keepends", "keepends");
  const text = selfText(load<usize>(args));
  const keep = argument(count, args, keywords, 1, "keepends");
  const kept = keep != 0 && is_true(keep);
  const str = isStr(text);
  const list = newGrowingList();
  const start = textData(text);
  const end = start + textBytes(text);
  let line = start;
  for (let at = start; at < end; ) {
    const width = lineBreak(str, at, end);
    if (width == 0) {
      at++;
      continue;
    }
    append(list, part(text, <u32>(line - start), <u32>(at - line) + (kept ? width : 0)));
    at += width;
    line = at;
  }
  if (line < end) append(list, part(text, <u32>(line - start), <u32>(end - line)));
  return list;
}

/** The items of a list or tuple are looked at before they are joined: the message names the one that is no text. */
export function str_join(object: usize, iterable: usize): usize {
  const text = selfText(object);
  if (isSmallInt(iterable) || iterable == NONE) raiseType("can only join an iterable");
  let items = plain(iterable);
  // what is no list becomes one: upstream would make it, and look at its items without their classes
  if (!hasType(items, listType()) && !hasType(items, tupleType())) items = call1(listType(), iterable);
  const list = hasType(items, listType());
  if (isStr(text)) {
    const count = list ? load<u32>(items, 8) : load<u32>(items, 4);
    let first = list ? load<usize>(items, 12) : items + 8;
    for (let i: u32 = 0; i < count; i++) {
      const item = load<usize>(first + (<usize>i << 2));
      const inner = plain(item);
      if (inner == item && isStr(item)) continue;
      if (isStr(inner)) {
        // a subclass of str: its text takes its place in a copy
        if (items == iterable) {
          const copy = newTuple(count);
          memory.copy(copy + 8, first, <usize>count << 2);
          items = copy;
          first = copy + 8;
        }
        store<usize>(first + (<usize>i << 2), inner);
        continue;
      }
      const message = newBuilder(63);
      message.literal("sequence item ");
      message.decimal(i);
      message.literal(": expected str instance, ");
      appendTypeName(message, item);
      message.literal(" found");
      raiseBuilt(typeError(), message);
    }
  }
  return upstreamJoin(text, items);
}
