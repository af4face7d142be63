// int() and float() of texts: what CPython takes for a number, and its words for what is none.

import { isLiteral } from "../arguments";
import { Builder, newBuilder } from "../text/builder";
import { theDecimal, toFloat } from "./decimal";
import { float_of_int } from "./division";
import { allocate, floatMakeNewGeneral, floatType, getInt, intMakeNewGeneral, newFloat, reprOf } from "../interpreter";
import { isStr, NONE, smallInt, textBytes, textData } from "../objects";
import { raiseBuilt, raiseType, raiseValue } from "../errors/raise";
import { appendTypeName, attributeOf, characterAt, hasType, isBytesLike, isInstance, isSubscriptable, plain, widthOf } from "../text/str";
import { intType, typeError, valueError } from "../types";
import { bitsOf, Is } from "../text/unicode";

const MINUS: u32 = 45;
const PLUS: u32 = 43;
const POINT: u32 = 46;
const UNDERSCORE: u32 = 95;
const ZERO: u32 = 48;

/** The text in ASCII without white space around it: digits of other scripts become those of ASCII, other characters a "?". */
function cleaned(text: usize): Builder {
  const start = textData(text);
  const end = start + textBytes(text);
  const str = isStr(text);
  const builder = newBuilder(textBytes(text));
  let length: u32 = 0;
  for (let at = start; at < end; at += str ? widthOf(load<u8>(at)) : 1) {
    const code = str ? characterAt(at, end) : <u32>load<u8>(at);
    const bits = code < 128 || str ? bitsOf(code) : 0;
    if ((bits & Is.Space) != 0 && (str || code < 28)) {
      if (builder.length > 0) builder.byte(32);
      continue;
    }
    builder.byte(code < 128 ? code : (bits & Is.Decimal) != 0 ? ZERO + decimalValue(code) : 63);
    length = builder.length;
  }
  builder.length = length;
  return builder;
}

/** The value of a decimal digit: they come in runs of ten. */
function decimalValue(code: u32): u32 {
  let value: u32 = 0;
  while (value < 9 && (bitsOf(code - value - 1) & Is.Decimal) != 0) value++;
  // some runs follow one another
  return value == 9 && code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : value;
}

function badInt(text: usize, base: i32): void {
  const message = newBuilder(79);
  message.literal("invalid literal for int() with base ");
  message.decimal(<u32>base);
  message.literal(": ");
  const repr = reprOf(text);
  message.bytes(textData(repr), textBytes(repr));
  raiseBuilt(valueError(), message);
}

function digitOf(code: u32): u32 {
  if (code - ZERO <= 9) return code - ZERO;
  const letter = (code | 32) - 97;
  return letter < 26 ? letter + 10 : 99;
}

function intOfText(type: usize, text: usize, base: i32): usize {
  const clean = cleaned(text);
  const data = clean.data;
  const length = clean.length;
  const given = base;
  let at: u32 = 0;
  let negative = false;
  if (length > 0) {
    const sign = <u32>load<u8>(data);
    if (sign == MINUS || sign == PLUS) {
      negative = sign == MINUS;
      at++;
    }
  }
  let zeros = false;
  if (at + 1 < length && load<u8>(data + at) == ZERO) {
    const letter = <u32>load<u8>(data + at + 1) | 32;
    const prefixed = letter == 120 ? 16 : letter == 111 ? 8 : letter == 98 ? 2 : 0;
    if (prefixed != 0 && (base == 0 || base == prefixed)) {
      base = prefixed;
      at += 2;
      if (at < length && load<u8>(data + at) == UNDERSCORE) at++;
    } else if (base == 0) {
      zeros = true;
    }
  }
  if (base == 0) base = 10;
  const digits = newBuilder(length);
  if (negative) digits.byte(MINUS);
  let value: u64 = 0;
  let count: u32 = 0;
  let last: u32 = UNDERSCORE;
  for (; at < length; at++) {
    const code = <u32>load<u8>(data + at);
    if (code == UNDERSCORE) {
      if (last == UNDERSCORE) badInt(text, given);
    } else {
      const digit = digitOf(code);
      if (digit >= <u32>base || (zeros && digit != 0)) badInt(text, given);
      digits.byte(code);
      if (count < 12) value = value * <u64>base + <u64>digit;
      count++;
    }
    last = code;
  }
  if (last == UNDERSCORE) badInt(text, given);
  if (type == intType() && count < 12 && value <= 0x3fffffff) {
    return smallInt(negative ? -<i32>value : <i32>value);
  }
  const args = allocate(8);
  store<usize>(args, digits.toStr());
  store<usize>(args, smallInt(base), 4);
  return intMakeNewGeneral(type, 2, 0, args);
}

/** mp_obj_int_make_new */
export function int_make_new(type: usize, count: u32, keywords: u32, args: usize): usize {
  if (count == 0 || count > 2) return intMakeNewGeneral(type, count, keywords, args);
  const object = load<usize>(args);
  const text = plain(object);
  let base = 10;
  // int(text, base=…): the name and the value stand behind the text
  const named = count == 1 && keywords == 1 && isLiteral(load<usize>(args, 4), "base");
  if (count == 2 || named) {
    base = getInt(load<usize>(named ? args + 8 : args + 4));
    if (base != 0 && (base < 2 || base > 36)) raiseValue("int() base must be >= 2 and <= 36, or 0");
    if (!isStr(text) && !isBytesLike(text)) raiseType("int() can't convert non-string with explicit base");
  }
  if (isStr(text) || isBytesLike(text)) return intOfText(type, text, base);
  if (keywords == 0 && cannotConvert(object)) {
    notANumber("int() argument must be a string, a bytes-like object or a real number, not '", object);
  }
  return intMakeNewGeneral(type, count, keywords, args);
}

/** None, and the built-in containers: what is surely no number. */
function cannotConvert(object: usize): bool {
  if (isInstance(object)) {
    return (
      plain(object) == object &&
      attributeOf(object, "__int__") == 0 &&
      attributeOf(object, "__float__") == 0 &&
      attributeOf(object, "__index__") == 0
    );
  }
  return object == NONE || isSubscriptable(object);
}

function notANumber(what: string, object: usize): void {
  const message = newBuilder(95);
  message.literal(what);
  appendTypeName(message, object);
  message.byte(39);
  raiseBuilt(typeError(), message);
}

function badFloat(text: usize): void {
  const message = newBuilder(79);
  message.literal("could not convert string to float: ");
  const repr = reprOf(text);
  message.bytes(textData(repr), textBytes(repr));
  raiseBuilt(valueError(), message);
}

/** Whether these letters stand at `at`, in any case. */
function word(data: usize, length: u32, letters: string): bool {
  const from = changetype<usize>(letters);
  const count = load<u32>(from - 4) >>> 1;
  if (count != length) return false;
  for (let i: usize = 0; i < count; i++) if ((load<u8>(data + i) | 32) != <u8>load<u16>(from + (i << 1))) return false;
  return true;
}

function floatOfText(text: usize): f64 {
  const clean = cleaned(text);
  const end = clean.data + clean.length;
  let at = clean.data;
  let negative = false;
  if (at < end && (<u32>load<u8>(at) == MINUS || <u32>load<u8>(at) == PLUS)) negative = <u32>load<u8>(at++) == MINUS;
  const rest = <u32>(end - at);
  if (word(at, rest, "inf") || word(at, rest, "infinity")) return negative ? -Infinity : Infinity;
  if (word(at, rest, "nan")) return NaN;
  const decimal = theDecimal();
  decimal.count = 0;
  decimal.point = 0;
  decimal.more = 0;
  let point = false;
  let any = false;
  let last: u32 = 0;
  for (; at < end; at++) {
    const code = <u32>load<u8>(at);
    if (code - ZERO <= 9) {
      any = true;
      if (point || decimal.count > 0 || code != ZERO) {
        if (!point) decimal.point++;
        decimal.push(code - ZERO);
      }
    } else if (code == UNDERSCORE) {
      if (last - ZERO > 9 || at + 1 == end || <u32>load<u8>(at + 1) - ZERO > 9) badFloat(text);
    } else if (code == POINT && !point) {
      point = true;
    } else {
      break;
    }
    last = code;
  }
  if (!any) badFloat(text);
  if (at < end && (load<u8>(at) | 32) == 101) {
    at++;
    let down = false;
    if (at < end && (<u32>load<u8>(at) == MINUS || <u32>load<u8>(at) == PLUS)) down = <u32>load<u8>(at++) == MINUS;
    if (at == end) badFloat(text);
    let exponent = 0;
    for (; at < end; at++) {
      const digit = <u32>load<u8>(at) - ZERO;
      if (digit > 9) badFloat(text);
      exponent = min(exponent * 10 + <i32>digit, 100000000);
    }
    decimal.point += down ? -exponent : exponent;
  }
  if (at < end) badFloat(text);
  decimal.trim();
  const value = toFloat(decimal);
  return negative ? -value : value;
}

/** mp_obj_float_make_new */
export function float_make_new(type: usize, count: u32, keywords: u32, args: usize): usize {
  if (count != 1) return floatMakeNewGeneral(type, count, keywords, args);
  const object = load<usize>(args);
  const text = plain(object);
  if (isStr(text) || isBytesLike(text)) return newFloat(floatOfText(text));
  if (type == floatType() && hasType(text, intType())) return float_of_int(text);
  if (cannotConvert(object)) notANumber("float() argument must be a string or a real number, not '", object);
  return floatMakeNewGeneral(type, count, keywords, args);
}
