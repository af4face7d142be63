// What most fields of f-strings and format() are: a small int or a str, with no more than an alignment, zeros and a width.

import { Builder } from "./builder";
import { intValue, isSmallInt, isStr, textBytes, textData } from "../objects";
import { lengthOf } from "./str";

const SPACE: u32 = 32;
const MINUS: u32 = 45;
const ZERO: u32 = 48;
const LESS: u32 = 60;
const EQUAL: u32 = 61;
const MORE: u32 = 62;
const CARET: u32 = 94;

/** Wider fields are left to formatSpec.ts. */
const MOST_WIDTH: u32 = 9999;

function digitsOf(value: u32): u32 {
  let count: u32 = 1;
  for (; value >= 10; value /= 10) count++;
  return count;
}

/** Appends a value formatted by the specification from `at` to `end`; false where it takes more than is known here. */
export function appendPlain(builder: Builder, value: usize, at: usize, end: usize): bool {
  const isInt = isSmallInt(value);
  if (!isInt && !isStr(value)) return false;
  let align = isInt ? MORE : LESS;
  let fill = SPACE;
  let width: u32 = 0;
  if (at < end) {
    const first = <u32>load<u8>(at);
    if (first == LESS || first == MORE || first == CARET) {
      align = first;
      if (++at < end && <u32>load<u8>(at) == ZERO) return false;
    } else if (first == ZERO) {
      if (!isInt) return false;
      align = EQUAL;
      fill = ZERO;
      at++;
    }
    for (; at < end && <u32>load<u8>(at) - ZERO <= 9; at++) {
      width = width * 10 + <u32>load<u8>(at) - ZERO;
      if (width > MOST_WIDTH) return false;
    }
    if (at < end && <u32>load<u8>(at) == (isInt ? <u32>100 : <u32>115)) at++;
    if (at != end) return false;
  }
  if (!isInt) {
    const length: u32 = width == 0 ? 0 : lengthOf(value);
    const padding = width > length ? width - length : 0;
    const left = align == LESS ? 0 : align == CARET ? padding >>> 1 : padding;
    builder.fill(fill, left);
    builder.bytes(textData(value), textBytes(value));
    builder.fill(fill, padding - left);
    return true;
  }
  const number = intValue(value);
  const magnitude = <u32>abs<i32>(number);
  const length = digitsOf(magnitude) + <u32>(number < 0);
  const padding = width > length ? width - length : 0;
  const left = align == LESS || align == EQUAL ? 0 : align == CARET ? padding >>> 1 : padding;
  builder.fill(fill, left);
  if (number < 0) builder.byte(MINUS);
  if (align == EQUAL) builder.fill(fill, padding);
  builder.decimal(magnitude);
  if (align != EQUAL) builder.fill(fill, padding - left);
  return true;
}
