// What packages/stdlib/lib/re.py calls. A program is bytes; all positions are counted in bytes. Arguments of other types are answered with None.

import { allocate, newStrCopy, strType } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import {
  NONE,
  append,
  intValue,
  isKind,
  isSmallInt,
  isStr,
  isText,
  newGrowingList,
  newText,
  newTuple,
  smallInt,
  textBytes,
  textData,
} from "../objects";
import { plain } from "../text/str";
import { Matcher, matchAt, newMatcher, searchFrom } from "./regex";

@inline
function argument(args: usize, index: usize): usize {
  return load<usize>(args + (index << 2));
}

function item(list: usize, index: usize): usize {
  return load<usize>(load<usize>(list, 12) + (index << 2));
}

function offset(object: usize, bytes: u32): u32 {
  const value = intValue(object);
  return value < 0 ? bytes : min(<u32>value, bytes);
}

function matcherOf(program: usize, text: usize, end: u32): Matcher | null {
  if (!isKind(program, Kind.Bytes) || !isText(text)) return null;
  const data = textData(text);
  return newMatcher(textData(program), data, data + end);
}

@inline
function groupStart(m: Matcher, group: u32): usize {
  return group == 0 ? m.from : m.register(2 * group - 1);
}

@inline
function groupEnd(m: Matcher, group: u32): usize {
  return group == 0 ? m.to : m.register(2 * group);
}

@inline
function isSet(m: Matcher, group: u32): bool {
  const from = groupStart(m, group);
  return from != 0 && groupEnd(m, group) >= from;
}

function groupText(m: Matcher, group: u32, text: usize): usize {
  const from = groupStart(m, group);
  return isSet(m, group) ? newText(text, from, <u32>(groupEnd(m, group) - from)) : newText(text, textData(text), 0);
}

/** regex_match(program, text, start, end, mode): what `foundTuple` makes of the match, or None. Modes: 0 match, 1 search, 2 match the whole; 4 more: not empty at the start. */
export function regex_match(_count: u32, args: usize): usize {
  const text = plain(argument(args, 1));
  if (!isText(text)) return NONE;
  const end = offset(argument(args, 3), textBytes(text));
  const start = offset(argument(args, 2), textBytes(text));
  const mode = <u32>intValue(argument(args, 4));
  const m = matcherOf(argument(args, 0), text, end);
  if (m === null || start > end) return NONE;
  const at = m.start + start;
  m.full = (mode & 3) == 2;
  m.notEmptyAt = (mode & 4) != 0 ? at : 0;
  const found = (mode & 3) == 1 ? searchFrom(m, at) : matchAt(m, at);
  if (!found) return NONE;
  return foundTuple(m);
}

/** The ends of the match and of each group, and the last group. */
function foundTuple(m: Matcher): usize {
  const groups = m.groups;
  const result = newTuple(2 * groups + 3);
  let slot = result + 8;
  for (let group: u32 = 0; group <= groups; group++, slot += 8) {
    const is = isSet(m, group);
    store<usize>(slot, smallInt(is ? <i32>(groupStart(m, group) - m.start) : -1));
    store<usize>(slot, smallInt(is ? <i32>(groupEnd(m, group) - m.start) : -1), 4);
  }
  store<usize>(slot, smallInt(<i32>m.register(0)));
  return result;
}

/** Makes the matcher ready for the next match behind the one it holds, and returns where that may begin. */
@inline
function next(m: Matcher): usize {
  m.notEmptyAt = m.from == m.to ? m.to : 0;
  m.clear();
  return m.to;
}

/** regex_scan(program, text, start, end, mode, most): a list of what regex_match gives, for `most` matches. */
export function regex_scan(_count: u32, args: usize): usize {
  const text = plain(argument(args, 1));
  if (!isText(text)) return NONE;
  const end = offset(argument(args, 3), textBytes(text));
  const start = offset(argument(args, 2), textBytes(text));
  const m = matcherOf(argument(args, 0), text, end);
  if (m === null) return NONE;
  const result = newGrowingList();
  let at = m.start + start;
  m.notEmptyAt = (intValue(argument(args, 4)) & 4) != 0 ? at : 0;
  for (let left = intValue(argument(args, 5)); left > 0 && at <= m.end && searchFrom(m, at); left--) {
    append(result, foundTuple(m));
    at = next(m);
  }
  return result;
}

/** regex_findall(program, text, start, end) */
export function regex_findall(_count: u32, args: usize): usize {
  const text = plain(argument(args, 1));
  if (!isText(text)) return NONE;
  const end = offset(argument(args, 3), textBytes(text));
  const start = offset(argument(args, 2), textBytes(text));
  const m = matcherOf(argument(args, 0), text, end);
  if (m === null) return NONE;
  const result = newGrowingList();
  const groups = m.groups;
  let at = m.start + start;
  while (at <= m.end && searchFrom(m, at)) {
    let one: usize;
    if (groups <= 1) {
      one = groupText(m, groups, text);
    } else {
      one = newTuple(groups);
      for (let group: u32 = 1; group <= groups; group++)
        store<usize>(one + 4 + (<usize>group << 2), groupText(m, group, text));
    }
    append(result, one);
    at = next(m);
  }
  return result;
}

/** regex_split(program, text, most): `most` 0 for no limit. */
export function regex_split(program: usize, string: usize, most: usize): usize {
  const text = plain(string);
  if (!isText(text)) return NONE;
  const m = matcherOf(program, text, textBytes(text));
  if (m === null) return NONE;
  const result = newGrowingList();
  const groups = m.groups;
  let at = m.start;
  let last = at;
  for (let left = intValue(most); searchFrom(m, at); ) {
    append(result, newText(text, last, <u32>(m.from - last)));
    for (let group: u32 = 1; group <= groups; group++)
      append(result, isSet(m, group) ? groupText(m, group, text) : NONE);
    last = at = next(m);
    if (--left == 0) break;
  }
  append(result, newText(text, last, <u32>(m.end - last)));
  return result;
}

/** A growing run of bytes in the heap. */
@unmanaged
class Bytes {
  data: usize;
  length: u32;
  room: u32;

  add(from: usize, bytes: u32): void {
    if (bytes > this.room - this.length) {
      const room = max(this.room + (this.room >>> 1), this.length + bytes);
      const larger = allocate(room);
      memory.copy(larger, this.data, this.length);
      this.data = larger;
      this.room = room;
    }
    memory.copy(this.data + this.length, from, bytes);
    this.length += bytes;
  }
}

function newBytes(room: u32): Bytes {
  const bytes = changetype<Bytes>(allocate(offsetof<Bytes>()));
  bytes.data = allocate(room);
  bytes.length = 0;
  bytes.room = room;
  return bytes;
}

function addPart(out: Bytes, m: Matcher, part: usize): void {
  if (isSmallInt(part)) {
    const group = <u32>intValue(part);
    if (group <= m.groups && isSet(m, group))
      out.add(groupStart(m, group), <u32>(groupEnd(m, group) - groupStart(m, group)));
  } else if (isText(plain(part))) {
    out.add(textData(plain(part)), textBytes(plain(part)));
  }
}

/** regex_sub(program, text, parts, most): the new text and how many matches were replaced. Parts are texts and numbers of groups. */
export function regex_sub(_count: u32, args: usize): usize {
  const text = plain(argument(args, 1));
  const parts = argument(args, 2);
  if (!isText(text) || !isKind(parts, Kind.List)) return NONE;
  const m = matcherOf(argument(args, 0), text, textBytes(text));
  if (m === null) return NONE;
  const result = newTuple(2);
  const out = newBytes(textBytes(text) + 32);
  let at = m.start;
  let last = at;
  let count = 0;
  for (let left = intValue(argument(args, 3)); searchFrom(m, at); ) {
    out.add(last, <u32>(m.from - last));
    for (let index: u32 = 0; index < load<u32>(parts, 8); index++) addPart(out, m, item(parts, index));
    last = at = next(m);
    count++;
    if (--left == 0) break;
  }
  store<usize>(result, smallInt(count), 12);
  if (count == 0) {
    store<usize>(result, text, 8);
    return result;
  }
  out.add(last, <u32>(m.end - last));
  store<usize>(result, newStrCopy(isStr(text) ? strType() : typeOf(Kind.Bytes), out.data, out.length), 8);
  return result;
}

/** regex_slice(text, start, end): a part of a str or of bytes. */
export function regex_slice(string: usize, start: usize, end: usize): usize {
  const text = plain(string);
  if (!isText(text)) return NONE;
  const bytes = textBytes(text);
  const to = offset(end, bytes);
  const from = min(offset(start, bytes), to);
  if (from == 0 && to == bytes) return text;
  return newText(text, textData(text) + from, to - from);
}

/** regex_chars(text, start, end): how many characters begin there. */
export function regex_chars(string: usize, start: usize, end: usize): usize {
  const text = plain(string);
  if (!isText(text)) return NONE;
  const bytes = textBytes(text);
  const to = offset(end, bytes);
  const from = min(offset(start, bytes), to);
  if (!isStr(text)) return smallInt(to - from);
  const data = textData(text);
  let at = data + from;
  const stop = data + to;
  let more: u32 = 0;
  // eight at a time: the second bytes and those behind them have the highest bit set and the next one not
  for (; at + 8 <= stop; at += 8) {
    const word = load<u64>(at);
    more += <u32>popcnt(word & ~(word << 1) & 0x8080808080808080);
  }
  for (; at < stop; at++) more += (load<u8>(at) & 0xc0) == 0x80 ? 1 : 0;
  return smallInt(<i32>(to - from - more));
}

/** regex_bytes(text, index): where the character of this index begins; the end of the text where there is none. */
export function regex_bytes(string: usize, index: usize): usize {
  const text = plain(string);
  if (!isText(text)) return NONE;
  const bytes = textBytes(text);
  let left = offset(index, bytes);
  if (!isStr(text)) return smallInt(left);
  const data = textData(text);
  const end = data + bytes;
  let at = data;
  for (; left >= 8 && at + 8 <= end && (load<u64>(at) & 0x8080808080808080) == 0; at += 8) left -= 8;
  for (; at < end; at++) {
    if ((load<u8>(at) & 0xc0) == 0x80) continue;
    if (left == 0) break;
    left--;
  }
  return smallInt(<i32>(at - data));
}
