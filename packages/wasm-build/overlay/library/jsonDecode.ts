// JSON to objects, for lib/json. What is open waits on a stack in the heap, so nothing recurses.

import { newBuilder } from "../text/builder";
import { newDict, newList } from "../host/decode";
import { allocate, call1, floatType, newFloat, newStr } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { FALSE, NONE, TRUE, intValue, isStr, newTuple, smallInt, textBytes, textData } from "../objects";
import { Stack, newStack } from "../stack";
import { plain } from "../text/str";

/** What lib/json words as messages, in this order. */
const enum Fault {
  None = 0,
  Value = 1,
  UnterminatedString = 2,
  ControlCharacter = 3,
  Escape = 4,
  UnicodeEscape = 5,
  PropertyName = 6,
  Colon = 7,
  Comma = 8,
}

const enum Open {
  List = 0,
  Dict = 1,
}

/** Powers of ten up to this one are exact as floats, and so are whole numbers below 2 ** 53: their product or quotient is then rounded once. */
const MOST_EXACT_POWER: i32 = 22;

@unmanaged
class Decoder {
  start: usize;
  end: usize;
  at: usize;
  /** Objects that are made, those of open containers too. */
  values: Stack;
  /** For each open container its kind and how many values there were before. */
  open: Stack;
  fault: Fault;
  faultAt: usize;
  strict: bool;
  objectHook: usize;
  pairsHook: usize;
  parseFloat: usize;
  parseInt: usize;
  parseConstant: usize;

  fail(fault: Fault, at: usize): void {
    this.fault = fault;
    this.faultAt = at;
  }

  skipSpace(): void {
    let at = this.at;
    while (at < this.end) {
      const byte = load<u8>(at);
      if (byte != 32 && byte != 10 && byte != 13 && byte != 9) break;
      at++;
    }
    this.at = at;
  }

  @inline
  next(): u32 {
    return this.at < this.end ? <u32>load<u8>(this.at) : 0;
  }
}

function hexDigit(byte: u32): i32 {
  if (byte - 48 < 10) return <i32>byte - 48;
  const letter = (byte | 32) - 97;
  return letter < 6 ? <i32>letter + 10 : -1;
}

/** Four digits, or -1. */
function hexWord(at: usize): i32 {
  let word = 0;
  for (let i: usize = 0; i < 4; i++) {
    const digit = hexDigit(load<u8>(at + i));
    if (digit < 0) return -1;
    word = (word << 4) | digit;
  }
  return word;
}

/** The string whose text begins at `d.at`. */
function decodeString(d: Decoder): usize {
  const begin = d.at;
  const end = d.end;
  let at = begin;
  let byte: u32 = 0;
  while (at < end) {
    byte = load<u8>(at);
    if (byte == 34 || byte == 92 || (byte < 32 && d.strict)) break;
    at++;
  }
  if (at < end && byte == 34) {
    d.at = at + 1;
    return newStr(begin, <u32>(at - begin));
  }
  const text = newBuilder(<u32>(at - begin) + 32);
  let from = begin;
  for (;;) {
    if (at >= end) {
      d.fail(Fault.UnterminatedString, begin - 1);
      return 0;
    }
    byte = load<u8>(at);
    if (byte == 34) break;
    if (byte < 32 && d.strict) {
      d.fail(Fault.ControlCharacter, at);
      return 0;
    }
    if (byte != 92) {
      at++;
      continue;
    }
    text.bytes(from, <u32>(at - from));
    if (++at >= end) {
      d.fail(Fault.UnterminatedString, begin - 1);
      return 0;
    }
    byte = load<u8>(at++);
    switch (byte) {
      case 34:
      case 92:
      case 47:
        text.byte(byte);
        break;
      case 98:
        text.byte(8);
        break;
      case 102:
        text.byte(12);
        break;
      case 110:
        text.byte(10);
        break;
      case 114:
        text.byte(13);
        break;
      case 116:
        text.byte(9);
        break;
      case 117: {
        let code = at + 4 < end ? hexWord(at) : -1;
        if (code < 0) {
          d.fail(Fault.UnicodeEscape, at - 1);
          return 0;
        }
        at += 4;
        if (code >= 0xd800 && code < 0xdc00 && at + 6 < end && load<u8>(at) == 92 && load<u8>(at, 1) == 117) {
          const low = hexWord(at + 2);
          if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            at += 6;
          }
        }
        text.character(code);
        break;
      }
      default:
        d.fail(Fault.Escape, at - 2);
        return 0;
    }
    from = at;
  }
  text.bytes(from, <u32>(at - from));
  d.at = at + 1;
  return text.toStr();
}

function isDigit(d: Decoder, at: usize): bool {
  return at < d.end && <u32>load<u8>(at) - 48 < 10;
}

function powerOfTen(exponent: i32): f64 {
  let power: f64 = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

/** The number at `d.at`, or 0 where there is none. */
function decodeNumber(d: Decoder): usize {
  const begin = d.at;
  let at = begin;
  const negative = load<u8>(at) == 45;
  if (negative) at++;
  if (!isDigit(d, at)) return 0;
  let digits: u64 = 0;
  let scale = 0;
  const firstDigit = at;
  if (load<u8>(at) == 48) {
    at++;
  } else {
    for (; isDigit(d, at); at++) if (at - firstDigit < 18) digits = digits * 10 + load<u8>(at) - 48;
  }
  let count = at - firstDigit;
  let isFloat = false;
  if (at < d.end && load<u8>(at) == 46 && isDigit(d, at + 1)) {
    isFloat = true;
    for (at++; isDigit(d, at); at++) {
      if (count < 18) digits = digits * 10 + load<u8>(at) - 48;
      count++;
      scale--;
    }
  }
  if (at < d.end && (load<u8>(at) | 32) == 101) {
    let p = at + 1;
    let minus = false;
    if (p < d.end && (load<u8>(p) == 43 || load<u8>(p) == 45)) minus = load<u8>(p++) == 45;
    if (isDigit(d, p)) {
      isFloat = true;
      let exponent = 0;
      for (; isDigit(d, p); p++) if (exponent < 100000) exponent = exponent * 10 + load<u8>(p) - 48;
      scale += minus ? -exponent : exponent;
      at = p;
    }
  }
  d.at = at;
  const length = <u32>(at - begin);
  if (isFloat) {
    if (d.parseFloat != NONE) return call1(d.parseFloat, newStr(begin, length));
    if (count > 18 || digits >= 1 << 53 || scale > MOST_EXACT_POWER || scale < -MOST_EXACT_POWER)
      return call1(floatType(), newStr(begin, length));
    const value = scale < 0 ? <f64>digits / powerOfTen(-scale) : <f64>digits * powerOfTen(scale);
    return newFloat(negative ? -value : value);
  }
  if (d.parseInt != NONE) return call1(d.parseInt, newStr(begin, length));
  if (count > 9) return call1(typeOf(Kind.Int), newStr(begin, length));
  return smallInt(negative ? -(<i32>digits) : <i32>digits);
}

/** Whether these characters, the bytes of a number from the lowest up, stand at `d.at`; they are then read. */
function reads(d: Decoder, bytes: u64, count: usize): bool {
  if (<usize>(d.end - d.at) < count) return false;
  for (let i: usize = 0; i < count; i++, bytes >>>= 8) if (<u64>load<u8>(d.at + i) != (bytes & 255)) return false;
  d.at += count;
  return true;
}

function constant(d: Decoder, from: usize, value: f64): usize {
  return d.parseConstant == NONE ? newFloat(value) : call1(d.parseConstant, newStr(from, <u32>(d.at - from)));
}

/** A value that holds no others, or 0. */
function decodeScalar(d: Decoder): usize {
  const begin = d.at;
  switch (d.next()) {
    case 34:
      d.at++;
      return decodeString(d);
    case 110:
      if (reads(d, 0x6c6c756e, 4)) return NONE;
      break;
    case 116:
      if (reads(d, 0x65757274, 4)) return TRUE;
      break;
    case 102:
      if (reads(d, 0x65736c6166, 5)) return FALSE;
      break;
    case 78:
      if (reads(d, 0x4e614e, 3)) return constant(d, begin, NaN);
      break;
    case 73:
      if (reads(d, 0x74696e69666e49, 7) && reads(d, 0x79, 1)) return constant(d, begin, Infinity);
      break;
    default: {
      if (d.at == d.end) break;
      const number = decodeNumber(d);
      if (number != 0) return number;
      if (reads(d, 0x74696e69666e492d, 8) && reads(d, 0x79, 1)) return constant(d, begin, -Infinity);
    }
  }
  d.fail(Fault.Value, begin);
  return 0;
}

/** The pairs of a dict as a list of tuples. */
function pairsOf(items: usize, count: u32): usize {
  const list = newList(items, count);
  const first = load<usize>(list, 12);
  for (let i: u32 = 0; i < count; i++) store<usize>(first + (<usize>i << 2), NONE);
  for (let i: usize = 0; i < <usize>count; i++) {
    const pair = newTuple(2);
    store<usize>(pair, load<usize>(items + (i << 3)), 8);
    store<usize>(pair, load<usize>(items + (i << 3), 4), 12);
    store<usize>(first + (i << 2), pair);
  }
  return list;
}

function close(d: Decoder): usize {
  const before = <u32>d.open.pop();
  const kind = d.open.pop();
  const count = d.values.height - before;
  const items = d.values.data + (<usize>before << 2);
  let object: usize;
  if (kind == Open.List) {
    object = newList(items, count);
  } else if (d.pairsHook != NONE) {
    object = call1(d.pairsHook, pairsOf(items, count >>> 1));
  } else {
    object = newDict(items, count >>> 1);
    if (d.objectHook != NONE) object = call1(d.objectHook, object);
  }
  d.values.height = before;
  return object;
}

/** Reads a dict's key and colon, up to its value. */
function decodeKey(d: Decoder): bool {
  if (d.next() != 34) {
    d.fail(Fault.PropertyName, d.at);
    return false;
  }
  d.at++;
  const key = decodeString(d);
  if (key == 0) return false;
  d.values.push(key);
  d.skipSpace();
  if (d.next() != 58) {
    d.fail(Fault.Colon, d.at);
    return false;
  }
  d.at++;
  d.skipSpace();
  return true;
}

function decodeValue(d: Decoder): usize {
  for (;;) {
    let value: usize = 0;
    const byte = d.next();
    if (byte == 91 || byte == 123) {
      d.at++;
      d.open.push(byte == 91 ? Open.List : Open.Dict);
      d.open.push(d.values.height);
      d.skipSpace();
      if (d.next() == byte + 2) {
        d.at++;
        value = close(d);
      } else {
        if (byte == 123 && !decodeKey(d)) return 0;
        continue;
      }
    } else {
      value = decodeScalar(d);
      if (value == 0) return 0;
    }
    for (;;) {
      if (d.open.height == 0) return value;
      d.values.push(value);
      const isDict = d.open.at(d.open.height - 2) == Open.Dict;
      d.skipSpace();
      const after = d.next();
      if (after == 44) {
        d.at++;
        d.skipSpace();
        if (isDict && !decodeKey(d)) return 0;
        break;
      }
      if (after != (isDict ? <u32>125 : <u32>93)) {
        d.fail(Fault.Comma, d.at);
        return 0;
      }
      d.at++;
      value = close(d);
    }
  }
  return 0;
}

/**
 * json_decode(text, start, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant): the value and where it ends, or
 * (fault, where, None). Positions count bytes.
 */
export function json_decode(_count: u32, args: usize): usize {
  const text = plain(load<usize>(args));
  if (!isStr(text)) return NONE;
  const bytes = textBytes(text);
  const start = <u32>max(intValue(load<usize>(args, 4)), 0);
  const d = changetype<Decoder>(allocate(offsetof<Decoder>()));
  d.start = textData(text);
  d.end = d.start + bytes;
  d.at = d.start + min(start, bytes);
  d.fault = Fault.None;
  d.strict = load<usize>(args, 8) != FALSE;
  d.objectHook = load<usize>(args, 12);
  d.pairsHook = load<usize>(args, 16);
  d.parseFloat = load<usize>(args, 20);
  d.parseInt = load<usize>(args, 24);
  d.parseConstant = load<usize>(args, 28);
  d.values = newStack();
  d.open = newStack();
  const value = decodeValue(d);
  const result = newTuple(value == 0 ? 3 : 2);
  store<usize>(result, value == 0 ? smallInt(d.fault) : value, 8);
  store<usize>(result, smallInt(<i32>((value == 0 ? d.faultAt : d.at) - d.start)), 12);
  if (value == 0) store<usize>(result, NONE, 16);
  return result;
}
