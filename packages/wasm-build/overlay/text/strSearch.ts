// Methods of str, bytes and bytearray that look for a text in another.

import { copiedText, newBuilder, newStrOf } from "./builder";
import { argument, onlyKeywords } from "../arguments";
import { allocate, call1, getInt, typeOfObject } from "../interpreter";
import { append, FALSE, intValue, isSmallInt, isStr, newGrowingList, newTuple, NONE, smallInt, textBytes, textData, TRUE } from "../objects";
import { raiseBuilt, raiseValue } from "../errors/raise";
import { indexPart } from "../containers/slice";
import { appendTypeName, hasType, isBytesLike, plain, selfText, widthOf } from "./str";
import { charactersIn, indexAt, offsetOf } from "./strIndex";
import { splitSpaces, splitSpacesFromRight } from "./strMethods";
import { bytesType, memoryviewType, tupleType, typeError } from "../types";

/** Where the bytes of `needle` first stand in [at, end), or 0. Of none, at once. */
function findBytes(at: usize, end: usize, needle: usize, bytes: u32): usize {
  if (bytes == 0) return at;
  if (at + bytes > end) return 0;
  const last = end - bytes;
  const first = load<u8>(needle);
  const pattern = <u64>first * 0x0101010101010101;
  while (at <= last) {
    if (load<u8>(at) == first) {
      let same: u32 = 1;
      while (same < bytes && load<u8>(at + same) == load<u8>(needle + same)) same++;
      if (same == bytes) return at;
    } else {
      // eight bytes at once, as long as none is the first of the needle
      while (at + 8 <= end) {
        const other = load<u64>(at) ^ pattern;
        if (((other - 0x0101010101010101) & ~other & 0x8080808080808080) != 0) break;
        at += 8;
      }
      while (at <= last && load<u8>(at) != first) at++;
      continue;
    }
    at++;
  }
  return 0;
}

/** Where they last stand there, or 0. */
function findLastBytes(from: usize, end: usize, needle: usize, bytes: u32): usize {
  if (from + bytes > end) return 0;
  for (let at = end - bytes; at >= from; at--) {
    let same: u32 = 0;
    while (same < bytes && load<u8>(at + same) == load<u8>(needle + same)) same++;
    if (same == bytes) return at;
  }
  return 0;
}

/** part in text */
export function isPartOf(part: usize, text: usize): usize {
  const needle = plain(part);
  if (!isStr(needle)) raiseKind("'in <string>' requires string as left operand, not ", part, "");
  const start = textData(text);
  return findBytes(start, start + textBytes(text), textData(needle), textBytes(needle)) == 0 ? FALSE : TRUE;
}

function raiseKind(before: string, object: usize, after: string): void {
  const message = newBuilder(63);
  message.literal(before);
  appendTypeName(message, object);
  message.literal(after);
  raiseBuilt(typeError(), message);
}

/** The str or bytes that an argument is, which has to be of the same kind as `text`; or 0. */
function kindOf(text: usize, other: usize): usize {
  const found = plain(other);
  if (isStr(text)) return isStr(found) ? found : 0;
  if (hasType(found, memoryviewType())) return call1(bytesType(), found);
  return isBytesLike(found) ? found : 0;
}

/** What a method is to look for: of bytes, a number is one byte. */
function needleOf(text: usize, other: usize): usize {
  const found = kindOf(text, other);
  if (found != 0) return found;
  if (isStr(text)) raiseKind("must be str, not ", other, "");
  if (!isSmallInt(other)) raiseKind("argument should be integer or bytes-like object, not '", other, "'");
  if (<u32>intValue(other) > 255) raiseValue("byte must be in range(0, 256)");
  const builder = newBuilder(1);
  builder.byte(<u32>intValue(other));
  return builder.toObject(bytesType());
}

function bytesArgument(text: usize, other: usize): usize {
  const found = kindOf(text, other);
  if (found == 0) raiseKind("a bytes-like object is required, not '", other, "'");
  return found;
}

/** The part of a text that a method looks at, as addresses. There is nothing, not even an empty text, in one that ends before it begins. */
@unmanaged
class Part {
  from: usize;
  to: usize;
}

function lengthIn(text: usize): u32 {
  return isStr(text) ? charactersIn(textData(text), textBytes(text)) : textBytes(text);
}

/** The offset that an index means; behind the end, one more than the length. */
function bound(text: usize, index: i32): u32 {
  const bytes = textBytes(text);
  const length = lengthIn(text);
  const at = index < 0 ? max(index + <i32>length, 0) : index;
  if (<u32>at > length) return bytes + 1;
  return isStr(text) ? offsetOf(textData(text), bytes, <u32>at) : <u32>at;
}

const MOST: i32 = 0x3fffffff;

/** The part that the arguments behind the second describe. */
function partOf(text: usize, count: u32, args: usize): Part {
  const start = count > 2 ? indexPart(load<usize>(args, 8), 0) : 0;
  const stop = count > 3 ? indexPart(load<usize>(args, 12), MOST) : MOST;
  const part = changetype<Part>(allocate(offsetof<Part>()));
  const data = textData(text);
  part.from = data + (start == 0 ? 0 : bound(text, start));
  part.to = data + (stop == MOST ? textBytes(text) : min(bound(text, stop), textBytes(text)));
  return part;
}

/** The index of what was found at an address; -1 where nothing was. */
function indexOfFound(text: usize, at: usize): i32 {
  if (at == 0) return -1;
  const offset = <u32>(at - textData(text));
  return <i32>(isStr(text) ? indexAt(textData(text), textBytes(text), offset) : offset);
}

function found(count: u32, args: usize, last: bool): i32 {
  const text = selfText(load<usize>(args));
  const needle = needleOf(text, load<usize>(args, 4));
  const bytes = textBytes(needle);
  if (count == 2) {
    const start = textData(text);
    const end = start + textBytes(text);
    return indexOfFound(
      text,
      last ? findLastBytes(start, end, textData(needle), bytes) : findBytes(start, end, textData(needle), bytes),
    );
  }
  const part = partOf(text, count, args);
  if (part.from > part.to) return -1;
  return indexOfFound(
    text,
    last
      ? findLastBytes(part.from, part.to, textData(needle), bytes)
      : findBytes(part.from, part.to, textData(needle), bytes),
  );
}

function foundIndex(count: u32, args: usize, last: bool): usize {
  const at = found(count, args, last);
  if (at < 0) raiseValue(isStr(selfText(load<usize>(args))) ? "substring not found" : "subsection not found");
  return smallInt(at);
}

export function str_find(count: u32, args: usize): usize {
  return smallInt(found(count, args, false));
}

export function str_rfind(count: u32, args: usize): usize {
  return smallInt(found(count, args, true));
}

export function str_index(count: u32, args: usize): usize {
  return foundIndex(count, args, false);
}

export function str_rindex(count: u32, args: usize): usize {
  return foundIndex(count, args, true);
}

/** How often the bytes stand there, without overlap. */
function occurrences(at: usize, end: usize, needle: usize, bytes: u32, most: u32): u32 {
  let count: u32 = 0;
  while (count < most) {
    at = findBytes(at, end, needle, bytes);
    if (at == 0) break;
    at += bytes;
    count++;
  }
  return count;
}

function countCharacters(text: usize, from: usize, to: usize): u32 {
  if (!isStr(text)) return <u32>(to - from);
  let count: u32 = 0;
  for (let at = from; at < to; at += widthOf(load<u8>(at))) count++;
  return count;
}

export function str_count(count: u32, args: usize): usize {
  const text = selfText(load<usize>(args));
  const needle = needleOf(text, load<usize>(args, 4));
  const part = partOf(text, count, args);
  if (part.from > part.to) return smallInt(0);
  const bytes = textBytes(needle);
  if (bytes == 0) return smallInt(<i32>countCharacters(text, part.from, part.to) + 1);
  return smallInt(<i32>occurrences(part.from, part.to, textData(needle), bytes, MOST));
}

function isAtEdge(part: Part, affix: usize, end: bool): bool {
  const bytes = textBytes(affix);
  if (part.from > part.to || <usize>bytes > part.to - part.from) return false;
  return memory.compare(end ? part.to - bytes : part.from, textData(affix), bytes) == 0;
}

/** str.startswith, and with `end` str.endswith. */
function hasAffix(count: u32, args: usize, end: bool): usize {
  const text = selfText(load<usize>(args));
  const given = plain(load<usize>(args, 4));
  const affix = kindOf(text, given);
  const part = partOf(text, count, args);
  if (affix != 0) return isAtEdge(part, affix, end) ? TRUE : FALSE;
  if (!hasType(given, tupleType())) {
    const message = newBuilder(79);
    message.literal(end ? "endswith" : "startswith");
    message.literal(isStr(text) ? " first arg must be str or a tuple of str, not " : " first arg must be bytes or a tuple of bytes, not ");
    appendTypeName(message, given);
    raiseBuilt(typeError(), message);
  }
  const choices = load<u32>(given, 4);
  for (let i: u32 = 0; i < choices; i++) {
    const choice = load<usize>(given + (<usize>i << 2), 8);
    const other = kindOf(text, choice);
    if (other == 0) {
      if (!isStr(text)) bytesArgument(text, choice);
      raiseKind(end ? "tuple for endswith must only contain str, not " : "tuple for startswith must only contain str, not ", choice, "");
    }
    if (isAtEdge(part, other, end)) return TRUE;
  }
  return FALSE;
}

export function str_startswith(count: u32, args: usize): usize {
  return hasAffix(count, args, false);
}

export function str_endswith(count: u32, args: usize): usize {
  return hasAffix(count, args, true);
}

function replaceArgument(text: usize, other: usize, which: string): usize {
  if (!isStr(text)) return bytesArgument(text, other);
  const given = kindOf(text, other);
  if (given == 0) {
    const message = newBuilder(63);
    message.literal("replace() argument ");
    message.literal(which);
    message.literal(" must be str, not ");
    appendTypeName(message, other);
    raiseBuilt(typeError(), message);
  }
  return given;
}

/** A text of the same kind with these bytes. */
function like(text: usize, data: usize, bytes: u32): usize {
  return isStr(text) ? newStrOf(data, bytes) : copiedText(load<usize>(text), data, bytes);
}

/** The text itself, where it cannot be changed. */
function same(text: usize): usize {
  return isStr(text) || hasType(text, bytesType()) ? text : like(text, textData(text), textBytes(text));
}

export function str_replace(count: u32, args: usize): usize {
  const text = selfText(load<usize>(args));
  const old = replaceArgument(text, load<usize>(args, 4), "1");
  const given = replaceArgument(text, load<usize>(args, 8), "2");
  const limit = count > 3 ? getInt(load<usize>(args, 12)) : -1;
  const most = limit < 0 ? MOST : limit;
  let at = textData(text);
  const end = at + textBytes(text);
  const taken = textBytes(old);
  const put = textBytes(given);
  const found = taken == 0 ? <u32>min(<i32>countCharacters(text, at, end) + 1, most) : occurrences(at, end, textData(old), taken, most);
  if (found == 0) return same(text);
  const size = <i64>(end - at) + <i64>found * (<i64>put - <i64>taken);
  const builder = newBuilder(<u32>min(size, <i64>0x7fffff00));
  for (let i: u32 = 0; i < found; i++) {
    const next = findBytes(at, end, textData(old), taken);
    builder.bytes(at, <u32>(next - at));
    builder.bytes(textData(given), put);
    at = next + taken;
    if (taken != 0 || at == end) continue;
    const width: u32 = isStr(text) ? widthOf(load<u8>(at)) : 1;
    builder.bytes(at, width);
    at += width;
  }
  builder.bytes(at, <u32>(end - at));
  return builder.toObject(typeOfObject(text));
}

/** The separator of a method, which must not be empty. */
function separatorOf(text: usize, object: usize, what: string): usize {
  const separator = isStr(text) ? kindOf(text, object) : bytesArgument(text, object);
  if (separator == 0) raiseKind(what, object, "");
  if (textBytes(separator) == 0) raiseValue("empty separator");
  return separator;
}

export function str_split(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "split", "sep", "maxsplit");
  const text = selfText(load<usize>(args));
  const given = argument(count, args, keywords, 1, "sep");
  const limit = argument(count, args, keywords, 2, "maxsplit");
  let most = limit == 0 ? -1 : getInt(limit);
  if (given == 0 || given == NONE) return splitSpaces(text, most);
  const separator = separatorOf(text, given, "must be str or None, not ");
  const list = newGrowingList();
  let at = textData(text);
  const end = at + textBytes(text);
  const width = textBytes(separator);
  for (; most != 0; most--) {
    const next = findBytes(at, end, textData(separator), width);
    if (next == 0) break;
    append(list, like(text, at, <u32>(next - at)));
    at = next + width;
  }
  append(list, like(text, at, <u32>(end - at)));
  return list;
}

export function str_rsplit(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "rsplit", "sep", "maxsplit");
  const text = selfText(load<usize>(args));
  const given = argument(count, args, keywords, 1, "sep");
  const limit = argument(count, args, keywords, 2, "maxsplit");
  let most = limit == 0 ? -1 : getInt(limit);
  if (given == 0 || given == NONE) return most < 0 ? splitSpaces(text, -1) : splitSpacesFromRight(text, most);
  const separator = separatorOf(text, given, "must be str or None, not ");
  const list = newGrowingList();
  const start = textData(text);
  let end = start + textBytes(text);
  const width = textBytes(separator);
  for (; most != 0; most--) {
    const next = findLastBytes(start, end, textData(separator), width);
    if (next == 0) break;
    append(list, like(text, next + width, <u32>(end - next) - width));
    end = next;
  }
  append(list, like(text, start, <u32>(end - start)));
  reverse(list);
  return list;
}

/** Turns the items of a list around. */
export function reverse(list: usize): void {
  let left = load<usize>(list, 12);
  let right = left + (<usize>load<u32>(list, 8) << 2) - 4;
  for (; left < right; left += 4, right -= 4) {
    const item = load<usize>(left);
    store<usize>(left, load<usize>(right));
    store<usize>(right, item);
  }
}

function partition(object: usize, given: usize, last: bool): usize {
  const text = selfText(object);
  const separator = separatorOf(text, given, "must be str, not ");
  const start = textData(text);
  const end = start + textBytes(text);
  const width = textBytes(separator);
  const at = last
    ? findLastBytes(start, end, textData(separator), width)
    : findBytes(start, end, textData(separator), width);
  const parts = newTuple(3);
  const first = at == 0 ? (last ? start : end) : at;
  store<usize>(parts, like(text, start, <u32>(first - start)), 8);
  store<usize>(parts, at == 0 ? like(text, start, 0) : like(text, at, width), 12);
  store<usize>(parts, at == 0 ? (last ? same(text) : like(text, start, 0)) : like(text, at + width, <u32>(end - at) - width), 16);
  return parts;
}

export function str_partition(object: usize, separator: usize): usize {
  return partition(object, separator, false);
}

export function str_rpartition(object: usize, separator: usize): usize {
  return partition(object, separator, true);
}
