// The operator % of str.

import { Builder, newBuilder } from "./builder";
import { appendStr, formatFloat, formatInt, formatStr, newSpec, Spec } from "./formatSpec";
import { allocate, call1, getInt, newStr, reprOf } from "../interpreter";
import { FALSE, isSmallInt, isStr, textBytes, textData, TRUE } from "../objects";
import { appendPlain } from "./plainFormat";
import { raise, raiseBuilt, raiseType, raiseValue } from "../errors/raise";
import { appendTypeName, attributeOf, characterAt, characterCount, hasType, isInstance, isSubscriptable, lengthOf, plain, subscript, widthOf } from "./str";
import { escaped } from "./strRepr";
import { floatType, intType, overflowError, strType, tupleType, typeError, valueError } from "../types";

const PERCENT: u32 = 37;
const STAR: u32 = 42;
const ZERO: u32 = 48;
const LESS: u32 = 60;
const EQUAL: u32 = 61;
const MORE: u32 = 62;

/** What stands right of the operator. */
@unmanaged
class Values {
  /** The tuple, or the one value. */
  object: usize;
  isTuple: bool;
  next: u32;
  count: u32;
  mapped: bool;

  take(): usize {
    if (this.next >= this.count) raiseType("not enough arguments for format string");
    const index = this.next++;
    return this.isTuple ? load<usize>(this.object + (<usize>index << 2), 8) : this.object;
  }
}

/** An int for %d and its kin, or 0 where there is none. */
function intOf(value: usize, truncated: bool): usize {
  const inner = plain(value);
  if (isSmallInt(inner) || hasType(inner, intType())) return inner;
  if (inner == TRUE) return 3;
  if (inner == FALSE) return 1;
  if (truncated && hasType(inner, floatType())) return call1(intType(), inner);
  if (isInstance(value) && (attributeOf(value, "__index__") != 0 || (truncated && attributeOf(value, "__int__") != 0))) {
    return call1(intType(), value);
  }
  return 0;
}

function wrongType(type: u32, what: string, value: usize): void {
  const message = newBuilder(63);
  message.byte(PERCENT);
  message.byte(type);
  message.literal(what);
  appendTypeName(message, value);
  raiseBuilt(typeError(), message);
}

function appendInt(builder: Builder, spec: Spec, value: usize): void {
  const type = spec.type;
  const truncated = type == 100 || type == 105 || type == 117;
  const number = intOf(value, truncated);
  if (number == 0) wrongType(type, truncated ? " format: a real number is required, not " : " format: an integer is required, not ", value);
  if (truncated) spec.type = 100;
  const digits = spec.precision;
  spec.precision = -1;
  if (digits < 0) return formatInt(builder, number, spec);
  // at least so many digits: zeros go between sign and number
  const inner = newSpec();
  inner.sign = spec.sign;
  inner.type = spec.type;
  inner.alternate = spec.alternate;
  const text = newBuilder(31);
  formatInt(text, number, inner);
  let prefix: u32 = 0;
  while (prefix < text.length && <u32>load<u8>(text.data + prefix) - ZERO > 9) prefix++;
  if (spec.alternate && spec.type != 100) prefix += 2;
  const zeros = max(digits - <i32>(text.length - prefix), 0);
  const whole = newBuilder(text.length + zeros);
  whole.bytes(text.data, prefix);
  whole.fill(ZERO, zeros);
  whole.bytes(text.data + prefix, text.length - prefix);
  spec.type = 0;
  spec.sign = 0;
  spec.alternate = false;
  if (spec.align != LESS) spec.align = MORE;
  spec.fill = 0;
  formatStr(builder, whole.toStr(), spec, 0);
}

function appendFloat(builder: Builder, spec: Spec, value: usize): void {
  const inner = plain(value);
  if (!hasType(inner, floatType()) && intOf(value, false) == 0 && !(isInstance(value) && attributeOf(value, "__float__") != 0)) {
    const message = newBuilder(63);
    message.literal("must be real number, not ");
    appendTypeName(message, value);
    raiseBuilt(typeError(), message);
  }
  const number = hasType(inner, floatType()) ? inner : call1(floatType(), value);
  formatFloat(builder, load<f64>(number, 8), spec);
}

function appendText(builder: Builder, spec: Spec, text: usize): void {
  spec.type = 0;
  spec.sign = 0;
  spec.alternate = false;
  spec.fill = 0;
  if (spec.align != LESS) spec.align = MORE;
  formatStr(builder, text, spec, 0);
}

function characterOf(value: usize): usize {
  const inner = plain(value);
  if (isStr(inner) && lengthOf(inner) == 1) return inner;
  const number = isStr(inner) ? 0 : intOf(value, false);
  if (number == 0) raiseType("%c requires int or char");
  const code = isSmallInt(number) ? getInt(number) : -1;
  if (<u32>code >= 0x110000) raise(overflowError(), "%c arg not in range(0x110000)");
  const builder = newBuilder(7);
  builder.character(<u32>code);
  return builder.toStr();
}

/** A width or precision: digits, or the next value for a star; -1 where neither stands there. Returns it in the specification's `width`. */
function measure(values: Values, spec: Spec): i32 {
  if (spec.at < spec.end && <u32>load<u8>(spec.at) == STAR) {
    spec.at++;
    const value = intOf(values.take(), false);
    if (value == 0) raiseType("* wants int");
    return getInt(value);
  }
  return spec.number();
}

function incomplete(spec: Spec): void {
  if (spec.at >= spec.end) raiseValue("incomplete format");
}

/** Appends what one % and its specification, from spec.at on, stand for. */
function convert(builder: Builder, spec: Spec, values: Values, start: usize): void {
  incomplete(spec);
  if (<u32>load<u8>(spec.at) == PERCENT) {
    spec.at++;
    return builder.byte(PERCENT);
  }
  let value: usize = 0;
  if (load<u8>(spec.at) == 40) {
    const name = ++spec.at;
    for (let open = 1; ; spec.at++) {
      if (spec.at >= spec.end) raiseValue("incomplete format key");
      const code = load<u8>(spec.at);
      if (code == 40) open++;
      else if (code == 41 && --open == 0) break;
    }
    if (!isMapping(values.object)) raiseType("format requires a mapping");
    value = subscript(values.object, newStr(name, <u32>(spec.at - name)));
    values.mapped = true;
    spec.at++;
  }
  for (; ; spec.at++) {
    incomplete(spec);
    const code = <u32>load<u8>(spec.at);
    if (code == 45) spec.align = LESS;
    else if (code == 43) spec.sign = 43;
    else if (code == 32) spec.sign = spec.sign == 0 ? 32 : spec.sign;
    else if (code == 35) spec.alternate = true;
    else if (code == ZERO) spec.fill = ZERO;
    else break;
  }
  spec.width = measure(values, spec);
  if (spec.width < -1) {
    spec.align = LESS;
    spec.width = 0 - spec.width;
  }
  incomplete(spec);
  if (load<u8>(spec.at) == 46) {
    spec.at++;
    spec.precision = max(measure(values, spec), 0);
  }
  incomplete(spec);
  let code = <u32>load<u8>(spec.at);
  if (code == 104 || code == 108 || code == 76) {
    spec.at++;
    incomplete(spec);
    code = <u32>load<u8>(spec.at);
  }
  const place = spec.at;
  code = characterAt(spec.at, spec.end);
  spec.at += widthOf(load<u8>(spec.at));
  spec.type = code;
  if (spec.align == LESS) spec.fill = 0;
  else if (spec.fill == ZERO) spec.align = EQUAL;
  if (!values.mapped) value = values.take();
  switch (code) {
    case 115: {
      if (spec.width < 0 && spec.precision < 0) return appendStr(builder, value);
      return appendText(builder, spec, isStr(value) ? value : call1(strType(), value));
    }
    case 114:
      return appendText(builder, spec, reprOf(value));
    case 97:
      return appendText(builder, spec, escaped(reprOf(value)));
    case 99:
      spec.precision = -1;
      return appendText(builder, spec, characterOf(value));
    case 100:
    case 105:
    case 117:
    case 111:
    case 120:
    case 88:
      return appendInt(builder, spec, value);
    case 101:
    case 69:
    case 102:
    case 70:
    case 103:
    case 71:
      return appendFloat(builder, spec, value);
  }
  const message = newBuilder(79);
  message.literal("unsupported format character '");
  if (code >= 32 && code < 127) message.byte(code);
  else message.byte(63);
  message.literal("' (0x");
  hex(message, code);
  message.literal(") at index ");
  message.decimal(characterCount(start, <u32>(place - start)));
  raiseBuilt(valueError(), message);
}

function hex(builder: Builder, value: u32): void {
  if (value >= 16) hex(builder, value >>> 4);
  const digit = value & 15;
  builder.byte(digit < 10 ? 48 + digit : 87 + digit);
}

/** Whether an object can be subscripted, and is neither a tuple nor a str. */
function isMapping(object: usize): bool {
  const inner = plain(object);
  if (isStr(inner) || hasType(inner, tupleType())) return false;
  return isInstance(object) ? attributeOf(object, "__getitem__") != 0 : isSubscriptable(object);
}

/** Whether the next value is shown as it is by %s or %d. */
function isPlainField(values: Values, type: u32): bool {
  const value = values.isTuple ? load<usize>(values.object + (<usize>values.next << 2), 8) : values.object;
  return type == 115 ? isSmallInt(value) || isStr(value) : type == 100 && isSmallInt(value);
}

/** pattern % values */
export function percent(pattern: usize, object: usize): usize {
  const values = changetype<Values>(allocate(offsetof<Values>()));
  memory.fill(changetype<usize>(values), 0, offsetof<Values>());
  const inner = plain(object);
  values.isTuple = hasType(inner, tupleType());
  values.object = values.isTuple ? inner : object;
  values.count = values.isTuple ? load<u32>(inner, 4) : 1;
  const start = textData(pattern);
  const end = start + textBytes(pattern);
  const builder = newBuilder(textBytes(pattern) + 16);
  let at = start;
  while (at < end) {
    const from = at;
    while (at < end && <u32>load<u8>(at) != PERCENT) at++;
    builder.bytes(from, <u32>(at - from));
    if (at == end) break;
    if (at + 1 < end && values.next < values.count && !values.mapped && isPlainField(values, <u32>load<u8>(at, 1))) {
      appendPlain(builder, values.take(), end, end);
      at += 2;
      continue;
    }
    const spec = newSpec();
    spec.at = at + 1;
    spec.end = end;
    convert(builder, spec, values, start);
    at = spec.at;
  }
  if (values.next < values.count && !values.mapped && !isMapping(object)) {
    raiseType("not all arguments converted during string formatting");
  }
  return builder.toStr();
}
