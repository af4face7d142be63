// The format mini-language: what stands behind the colon of a field, applied to str, int and float.

import { Builder, newBuilder } from "./builder";
import { appendExponent, appendFixed, appendGeneral, appendShortest, isNegative } from "../numbers/floatText";
import { helper } from "../builtins";
import { allocate, call1, callFunction, getInt } from "../interpreter";
import { appendBits, isNegativeInt } from "../numbers/intText";
import { FALSE, isSmallInt, isStr, newTuple, textBytes, textData, TRUE } from "../objects";
import { raise, raiseBuilt, raiseValue } from "../errors/raise";
import { appendTypeName, attributeOf, characterAt, hasType, isInstance, lengthOf, plain, widthOf } from "./str";
import { complexType, floatType, intType, overflowError, strType, typeError, valueError } from "../types";

const MINUS: u32 = 45;
const PLUS: u32 = 43;
const SPACE: u32 = 32;
const ZERO: u32 = 48;
const COMMA: u32 = 44;
const UNDERSCORE: u32 = 95;
const LESS: u32 = 60;
const EQUAL: u32 = 61;
const MORE: u32 = 62;
const CARET: u32 = 94;
const PERCENT: u32 = 37;

/** A format specification. */
@unmanaged
export class Spec {
  /** Characters; 0 where not given. */
  fill: u32;
  align: u32;
  sign: u32;
  grouping: u32;
  type: u32;
  noNegativeZero: bool;
  /** Whether there is a 0 before the width. */
  zeros: bool;
  alternate: bool;
  /** -1 where not given. */
  width: i32;
  precision: i32;
  at: usize;
  end: usize;

  private here(): u32 {
    return this.at < this.end ? <u32>load<u8>(this.at) : 0;
  }

  private skip(character: u32): bool {
    if (this.at >= this.end || <u32>load<u8>(this.at) != character) return false;
    this.at++;
    return true;
  }

  number(): i32 {
    if (this.here() - ZERO > 9) return -1;
    let value: u64 = 0;
    for (; this.here() - ZERO <= 9; this.at++) {
      value = value * 10 + <u64>(this.here() - ZERO);
      if (value > 0x7fffffff) raiseValue("Too many decimal digits in format string");
    }
    return <i32>value;
  }

  parse(): void {
    if (this.at < this.end) {
      const next = this.at + widthOf(load<u8>(this.at));
      if (next < this.end && isAlignment(load<u8>(next))) {
        this.fill = characterAt(this.at, this.end);
        this.align = <u32>load<u8>(next);
        this.at = next + 1;
      } else if (isAlignment(this.here())) {
        this.align = this.here();
        this.at++;
      }
    }
    const sign = this.here();
    if (sign == PLUS || sign == MINUS || sign == SPACE) {
      this.sign = sign;
      this.at++;
    }
    this.noNegativeZero = this.skip(122);
    this.alternate = this.skip(35);
    if (this.fill == 0 && this.skip(ZERO)) {
      this.fill = ZERO;
      this.zeros = true;
    }
    this.width = this.number();
    if (this.skip(COMMA)) this.grouping = COMMA;
    if (this.skip(UNDERSCORE)) {
      if (this.grouping != 0) raiseValue("Cannot specify both ',' and '_'.");
      this.grouping = UNDERSCORE;
    }
    if (this.here() == COMMA) {
      raiseValue(this.grouping == COMMA ? "Cannot specify ',' with ','." : "Cannot specify both ',' and '_'.");
    }
    if (this.skip(46)) {
      this.precision = this.number();
      if (this.precision < 0) raiseValue("Format specifier missing precision");
    }
    if (this.at < this.end) {
      this.type = characterAt(this.at, this.end);
      this.at += widthOf(load<u8>(this.at));
    }
  }
}

function isAlignment(code: u32): bool {
  return code == LESS || code == MORE || code == EQUAL || code == CARET;
}

/** One in which nothing is given. */
export function newSpec(): Spec {
  const spec = changetype<Spec>(allocate(offsetof<Spec>()));
  memory.fill(changetype<usize>(spec), 0, offsetof<Spec>());
  spec.width = -1;
  spec.precision = -1;
  return spec;
}

/** The specification of a format of this object. */
function parseSpec(data: usize, length: u32, object: usize): Spec {
  const spec = newSpec();
  spec.at = data;
  spec.end = data + length;
  spec.parse();
  if (spec.at == spec.end) return spec;
  const message = newBuilder(79);
  message.literal("Invalid format specifier '");
  message.bytes(data, length);
  message.literal("' for object of type '");
  appendTypeName(message, object);
  message.byte(39);
  raiseBuilt(valueError(), message);
  return spec;
}

function unknownCode(spec: Spec, object: usize): void {
  const message = newBuilder(63);
  message.literal("Unknown format code '");
  message.character(spec.type);
  message.literal("' for object of type '");
  appendTypeName(message, object);
  message.byte(39);
  raiseBuilt(valueError(), message);
}

function cannotGroup(spec: Spec): void {
  const message = newBuilder(63);
  message.literal("Cannot specify '");
  message.byte(spec.grouping);
  message.literal("' with '");
  message.character(spec.type);
  message.literal("'.");
  raiseBuilt(valueError(), message);
}

/** Appends a text of so many characters, padded to the width. */
function pad(builder: Builder, spec: Spec, data: usize, bytes: u32, characters: u32, align: u32): void {
  const padding = spec.width > <i32>characters ? <u32>spec.width - characters : 0;
  const left = align == LESS ? 0 : align == CARET ? padding >>> 1 : padding;
  const fill = spec.fill == 0 ? SPACE : spec.fill;
  builder.characters(fill, left);
  builder.bytes(data, bytes);
  builder.characters(fill, padding - left);
}

export function formatStr(builder: Builder, text: usize, spec: Spec, object: usize): void {
  if (spec.sign != 0) raiseValue("Sign not allowed in string format specifier");
  if (spec.noNegativeZero) raiseValue("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) raiseValue("Alternate form (#) not allowed in string format specifier");
  if (spec.type != 0 && spec.type != 115) unknownCode(spec, object);
  if (spec.grouping != 0) {
    spec.type = 115;
    cannotGroup(spec);
  }
  if (spec.align == EQUAL) raiseValue("'=' alignment not allowed in string format specifier");
  const data = textData(text);
  let bytes = textBytes(text);
  let characters = lengthOf(text);
  if (spec.precision >= 0 && <u32>spec.precision < characters) {
    characters = <u32>spec.precision;
    let end = data;
    for (let i: u32 = 0; i < characters; i++) end += widthOf(load<u8>(end));
    bytes = <u32>(end - data);
  }
  pad(builder, spec, data, bytes, characters, spec.align == 0 ? LESS : spec.align);
}

/** How many separators stand in so many digits. */
function separators(digits: u32, group: u32): u32 {
  return digits == 0 ? 0 : (digits - 1) / group;
}

/**
 * Appends a number: sign, prefix, digits before the point (grouped), and what follows them. `text` holds these four behind one another.
 */
function formatNumber(builder: Builder, spec: Spec, text: Builder, prefix: u32, digits: u32): void {
  const group: u32 = spec.type == 98 || spec.type == 111 || spec.type == 120 || spec.type == 88 ? 4 : 3;
  const start = text.data;
  const rest = text.length - prefix - digits;
  const align = spec.align == 0 ? (spec.zeros ? EQUAL : MORE) : spec.align;
  const fill = spec.fill == 0 ? SPACE : spec.fill;
  let zeros: u32 = 0;
  const grouped = spec.grouping == 0 ? 0 : separators(digits, group);
  const length = text.length + grouped;
  const padding = spec.width > <i32>length ? <u32>spec.width - length : 0;
  if (spec.grouping == 0 || padding == 0 || !(align == EQUAL && fill == ZERO)) {
    if (spec.grouping == 0 && align != EQUAL) return pad(builder, spec, start, length, length, align);
    const left = align == LESS ? 0 : align == CARET ? padding >>> 1 : padding;
    if (align != EQUAL) builder.characters(fill, left);
    builder.bytes(start, prefix);
    if (align == EQUAL) builder.characters(fill, padding);
    appendGrouped(builder, spec, start + prefix, digits, 0, group);
    builder.bytes(start + prefix + digits, rest);
    if (align != EQUAL) builder.characters(fill, padding - left);
    return;
  }
  // zeros are digits too: as many as it takes, and the last of them needs no separator before it
  const wanted = <u32>spec.width - prefix - rest;
  zeros = 0;
  while (digits + zeros + separators(digits + zeros, group) < wanted) zeros++;
  builder.bytes(start, prefix);
  appendGrouped(builder, spec, start + prefix, digits, zeros, group);
  builder.bytes(start + prefix + digits, rest);
}

/** Appends zeros and digits, with separators where the specification has one. */
function appendGrouped(builder: Builder, spec: Spec, digits: usize, count: u32, zeros: u32, group: u32): void {
  if (spec.grouping == 0) return builder.bytes(digits, count);
  const total = count + zeros;
  for (let i: u32 = 0; i < total; i++) {
    if (i > 0 && (total - i) % group == 0) builder.byte(spec.grouping);
    builder.byte(i < zeros ? ZERO : <u32>load<u8>(digits + (i - zeros)));
  }
}

/** Appends a sign as the specification wants it; returns how many bytes that are. */
function appendSign(text: Builder, spec: Spec, negative: bool): u32 {
  if (negative) text.byte(MINUS);
  else if (spec.sign == PLUS || spec.sign == SPACE) text.byte(spec.sign);
  return text.length;
}

export function formatInt(builder: Builder, value: usize, spec: Spec): void {
  const type = spec.type;
  if (spec.precision >= 0) raiseValue("Precision not allowed in integer format specifier");
  if (spec.noNegativeZero) raiseValue("Negative zero coercion (z) not allowed in format specifier with integer presentation type");
  if (type == 99) return formatCharacter(builder, value, spec);
  if (spec.grouping == COMMA && type != 0 && type != 100 && type != 110) cannotGroup(spec);
  if (spec.grouping != 0 && type == 110) cannotGroup(spec);
  const text = newBuilder(31);
  const decimal = type == 0 || type == 100 || type == 110;
  if (decimal && isSmallInt(value)) {
    const number = <i32>value >> 1;
    const prefix = appendSign(text, spec, number < 0);
    text.decimal(number < 0 ? <u32>(0 - number) : <u32>number);
    return formatNumber(builder, spec, text, prefix, text.length - prefix);
  }
  const negative = isNegativeInt(value);
  let prefix = appendSign(text, spec, negative);
  if (decimal) {
    const made = call1(strType(), value);
    const skipped = negative ? 1 : 0;
    text.bytes(textData(made) + skipped, textBytes(made) - skipped);
  } else {
    if (spec.alternate) {
      text.byte(ZERO);
      text.byte(type);
      prefix = text.length;
    }
    appendBits(text, value, type == 98 ? 1 : type == 111 ? 3 : 4);
    if (type == 88) upper(text.data + prefix, text.length - prefix);
  }
  formatNumber(builder, spec, text, prefix, text.length - prefix);
}

function upper(data: usize, bytes: u32): void {
  for (let i: usize = 0; i < bytes; i++) {
    const code = <u32>load<u8>(data + i);
    if (code - 97 < 26) store<u8>(data + i, code - 32);
  }
}

function formatCharacter(builder: Builder, value: usize, spec: Spec): void {
  if (spec.sign != 0) raiseValue("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) raiseValue("Alternate form (#) not allowed with integer format specifier 'c'");
  if (spec.grouping != 0) cannotGroup(spec);
  const code = getInt(value);
  if (<u32>code >= 0x110000) raise(overflowError(), "%c arg not in range(0x110000)");
  const text = newBuilder(7);
  text.character(<u32>code);
  pad(builder, spec, text.data, text.length, 1, spec.align == 0 || spec.align == EQUAL ? LESS : spec.align);
}

function isInfinite(value: f64): bool {
  return value - value != 0;
}

/** Whether a text of a number shows zero. */
function showsZero(data: usize, bytes: u32): bool {
  for (let i: usize = 0; i < bytes; i++) {
    const code = <u32>load<u8>(data + i);
    if (code == 101 || code == 69) return true;
    if (code - 49 < 9) return false;
  }
  return true;
}

export function formatFloat(builder: Builder, value: f64, spec: Spec): void {
  let type = spec.type;
  const negative = isNegative(value);
  let magnitude = abs<f64>(value);
  const text = newBuilder(31);
  let places = spec.precision;
  if (places < 0 && type != 0) places = 6;
  const capital = type == 69 || type == 70 || type == 71;
  if (capital) type |= 32;
  if (isInfinite(value)) spec.grouping = 0;
  const body = newBuilder(31);
  if (type == 0) {
    if (places < 0) appendShortest(body, magnitude, true);
    else appendGeneral(body, magnitude, max(places, 1), spec.alternate, true);
  } else if (type == 101) {
    appendExponent(body, magnitude, places, spec.alternate);
  } else if (type == 102) {
    appendFixed(body, magnitude, places, spec.alternate);
  } else if (type == PERCENT) {
    magnitude *= 100;
    appendFixed(body, magnitude, places, spec.alternate);
    body.byte(PERCENT);
  } else {
    appendGeneral(body, magnitude, max(places, 1), spec.alternate, false);
  }
  if (capital) upper(body.data, body.length);
  const prefix = appendSign(
    text,
    spec,
    negative && !(spec.noNegativeZero && !isInfinite(value) && showsZero(body.data, body.length)),
  );
  let digits: u32 = 0;
  while (digits < body.length && <u32>load<u8>(body.data + digits) - ZERO <= 9) digits++;
  text.bytes(body.data, body.length);
  formatNumber(builder, spec, text, prefix, digits);
}

function isFloatType(type: u32): bool {
  const letter = type | 32;
  return letter == 101 || letter == 102 || letter == 103 || type == PERCENT;
}

function isIntType(type: u32): bool {
  return type == 98 || type == 99 || type == 100 || type == 111 || type == 120 || type == 88;
}

/** Appends str(value). */
export function appendStr(builder: Builder, value: usize): void {
  if (isSmallInt(value)) {
    const number = <i32>value >> 1;
    if (number < 0) builder.byte(MINUS);
    return builder.decimal(number < 0 ? <u32>(0 - number) : <u32>number);
  }
  const text = isStr(value) ? value : call1(strType(), value);
  builder.bytes(textData(text), textBytes(text));
}

/** Appends format(value, spec), where spec is a str. */
export function appendFormatted(builder: Builder, value: usize, spec: usize): void {
  if (isInstance(value)) {
    const method = attributeOf(value, "__format__");
    if (method != 0) {
      const text = call1(method, spec);
      if (!isStr(text)) {
        const message = newBuilder(63);
        message.literal("__format__ must return a str, not ");
        appendTypeName(message, text);
        raiseBuilt(typeError(), message);
      }
      return builder.bytes(textData(text), textBytes(text));
    }
  }
  const length = textBytes(spec);
  if (length == 0) return appendStr(builder, value);
  const inner = plain(value);
  const isBool = inner == TRUE || inner == FALSE;
  if (isBool || isSmallInt(inner) || hasType(inner, intType())) {
    const parsed = parseSpec(textData(spec), length, value);
    const type = parsed.type;
    if (isBool && type == 0) {
      // as CPython has it: a bool is an int here, but for its name
      return formatInt(builder, inner == TRUE ? 3 : 1, parsed);
    }
    const number: usize = isBool ? (inner == TRUE ? 3 : 1) : inner;
    if (isFloatType(type)) return formatFloat(builder, load<f64>(call1(floatType(), number), 8), parsed);
    if (type != 0 && type != 110 && !isIntType(type)) unknownCode(parsed, value);
    return formatInt(builder, number, parsed);
  }
  if (hasType(inner, floatType())) {
    const parsed = parseSpec(textData(spec), length, value);
    if (parsed.type != 0 && parsed.type != 110 && !isFloatType(parsed.type)) unknownCode(parsed, value);
    return formatFloat(builder, load<f64>(inner, 8), parsed);
  }
  if (isStr(inner)) return formatStr(builder, inner, parseSpec(textData(spec), length, value), value);
  if (hasType(inner, complexType())) {
    const args = newTuple(2) + 8;
    store<usize>(args, inner);
    store<usize>(args, spec, 4);
    const text = callFunction(helper("format_complex"), 2, 0, args);
    return builder.bytes(textData(text), textBytes(text));
  }
  const message = newBuilder(63);
  message.literal("unsupported format string passed to ");
  appendTypeName(message, value);
  message.literal(".__format__");
  raiseBuilt(typeError(), message);
}
