// Floats and complex numbers as text.

import { Builder, newBuilder } from "../text/builder";
import { Decimal, fixed, shortest, significant } from "./decimal";
import { printText } from "../interpreter";

const MINUS: u32 = 45;
const PLUS: u32 = 43;
const POINT: u32 = 46;
const ZERO: u32 = 48;

function appendDigits(builder: Builder, decimal: Decimal, from: i32, count: i32): void {
  for (let i = from; i < from + count; i++) builder.byte(ZERO + (i < 0 ? 0 : decimal.digit(<u32>i)));
}

/** "inf" or "nan". */
function appendSpecial(builder: Builder, value: f64): void {
  if (value != value) builder.literal("nan");
  else builder.literal("inf");
}

@inline
function isFinite(value: f64): bool {
  return value - value == 0;
}

/** With so many digits behind the point; `alternate` keeps a point without digits. The value is not negative. */
export function appendFixed(builder: Builder, value: f64, places: i32, alternate: bool): void {
  if (!isFinite(value)) return appendSpecial(builder, value);
  const decimal = fixed(value, places);
  const point = decimal.count == 0 ? 0 : decimal.point;
  if (point <= 0) builder.byte(ZERO);
  else appendDigits(builder, decimal, 0, point);
  if (places > 0 || alternate) builder.byte(POINT);
  appendDigits(builder, decimal, point, places);
}

/** d.ddde+xx of digits that are already rounded. */
function appendScientific(builder: Builder, decimal: Decimal, places: i32, alternate: bool): void {
  builder.byte(ZERO + decimal.digit(0));
  if (places > 0 || alternate) builder.byte(POINT);
  appendDigits(builder, decimal, 1, places);
  let exponent = decimal.count == 0 ? 0 : decimal.point - 1;
  builder.byte(101);
  builder.byte(exponent < 0 ? MINUS : PLUS);
  if (exponent < 0) exponent = -exponent;
  if (exponent < 10) builder.byte(ZERO);
  builder.decimal(<u32>exponent);
}

export function appendExponent(builder: Builder, value: f64, places: i32, alternate: bool): void {
  if (!isFinite(value)) return appendSpecial(builder, value);
  appendScientific(builder, significant(value, places + 1), places, alternate);
}

/** As `g`: so many significant digits, without trailing zeros unless `alternate`. With `point` a whole number gets ".0", and one digit fewer stands before an exponent. */
export function appendGeneral(builder: Builder, value: f64, digits: i32, alternate: bool, point: bool): void {
  if (!isFinite(value)) return appendSpecial(builder, value);
  const decimal = significant(value, digits);
  if (!alternate) decimal.trim();
  const places = alternate ? digits : <i32>decimal.count;
  layOut(builder, decimal, places, point ? digits - 1 : digits, alternate, point);
}

/** As repr() has it; `point` gives whole numbers ".0". The value is not negative. */
export function appendShortest(builder: Builder, value: f64, point: bool): void {
  if (!isFinite(value)) return appendSpecial(builder, value);
  const decimal = shortest(value);
  layOut(builder, decimal, <i32>decimal.count, 16, false, point);
}

/** Digits with a point, or with an exponent where that is below -4 or not below `most`. */
function layOut(builder: Builder, decimal: Decimal, digits: i32, most: i32, alternate: bool, point: bool): void {
  const exponent = decimal.count == 0 ? 0 : decimal.point - 1;
  if (exponent < -4 || exponent >= most) return appendScientific(builder, decimal, max(digits - 1, 0), alternate);
  const whole = exponent + 1;
  if (whole <= 0) builder.byte(ZERO);
  else appendDigits(builder, decimal, 0, whole);
  const places = digits - whole;
  if (places > 0) {
    builder.byte(POINT);
    appendDigits(builder, decimal, whole, places);
  } else if (point) {
    builder.byte(POINT);
    builder.byte(ZERO);
  } else if (alternate) {
    builder.byte(POINT);
  }
}

export function isNegative(value: f64): bool {
  return reinterpret<i64>(value) < 0 && value == value;
}

export function appendRepr(builder: Builder, value: f64): void {
  if (isNegative(value)) builder.byte(MINUS);
  appendShortest(builder, abs<f64>(value), true);
}

/** float_print */
export function float_print(print: usize, object: usize, _kind: u32): void {
  const builder = newBuilder(31);
  appendRepr(builder, load<f64>(object, 8));
  printText(print, builder.data, builder.length);
}

/** complex_print: mp_obj_complex_t has two floats behind its type. */
export function complex_print(print: usize, object: usize, _kind: u32): void {
  const real = load<f64>(object, 8);
  const imaginary = load<f64>(object, 16);
  const builder = newBuilder(63);
  const both = real != 0 || isNegative(real);
  if (both) {
    builder.byte(40);
    if (isNegative(real)) builder.byte(MINUS);
    appendShortest(builder, abs<f64>(real), false);
    if (!isNegative(imaginary)) builder.byte(PLUS);
  }
  if (isNegative(imaginary)) builder.byte(MINUS);
  appendShortest(builder, abs<f64>(imaginary), false);
  builder.byte(106);
  if (both) builder.byte(41);
  printText(print, builder.data, builder.length);
}
