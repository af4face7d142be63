// Floats to decimal digits and back, exactly: what repr, formatting and parsing rest on.

import { firstNumber, secondNumber } from "./bigNumber";

/** No float has more digits than this that are not zero: 2 ** -1074 has 751, and the one before 2 ** -1022 767. */
const MOST_DIGITS: u32 = 800;

/** 0.d1d2d3… * 10 ** point, in a fixed place: nobody keeps it beyond a call. */
@unmanaged
export class Decimal {
  count: u32;
  point: i32;
  /** Whether there is more behind the last digit. */
  more: u32;

  @inline
  at(i: u32): usize {
    return changetype<usize>(this) + 12 + i;
  }

  digit(i: u32): u32 {
    return i < this.count ? <u32>load<u8>(this.at(i)) : 0;
  }

  push(digit: u32): void {
    if (this.count == 0 && digit == 0) {
      this.point--;
    } else if (this.count < MOST_DIGITS) {
      store<u8>(this.at(this.count++), digit);
    } else if (digit != 0) {
      this.more = 1;
    }
  }

  trim(): void {
    while (this.count > 0 && load<u8>(this.at(this.count - 1)) == 0) this.count--;
  }

  /** Rounds to so many digits, half to even. */
  round(wanted: i32): void {
    if (wanted >= <i32>this.count) return;
    if (wanted < 0) {
      this.count = 0;
      return;
    }
    const next = this.digit(<u32>wanted);
    let up = next > 5;
    if (next == 5) {
      up = this.more != 0;
      for (let i = <u32>wanted + 1; i < this.count && !up; i++) up = this.digit(i) != 0;
      if (!up) up = wanted > 0 && (this.digit(<u32>wanted - 1) & 1) != 0;
    }
    this.count = <u32>wanted;
    this.more = 0;
    if (!up) return;
    let at = wanted;
    while (at > 0 && this.digit(<u32>at - 1) == 9) at--;
    this.count = <u32>at;
    if (at == 0) {
      this.point++;
      store<u8>(this.at(0), 1);
      this.count = 1;
    } else {
      store<u8>(this.at(<u32>at - 1), this.digit(<u32>at - 1) + 1);
    }
  }
}

export function theDecimal(): Decimal {
  return changetype<Decimal>(memory.data(816));
}

/** The digits of a finite float that is not negative: at least as many as wanted, unless fewer are exact. `wanted` counts from the point on where `fraction` is set. */
function expand(value: f64, wanted: i32, fraction: bool): Decimal {
  const decimal = theDecimal();
  decimal.count = 0;
  decimal.point = 0;
  decimal.more = 0;
  if (value == 0) return decimal;
  const bits = reinterpret<u64>(value);
  let exponent = <i32>((bits >> 52) & 2047);
  let mantissa = bits & 0xfffffffffffff;
  if (exponent == 0) exponent = 1;
  else mantissa |= 0x10000000000000;
  exponent -= 1075;
  const number = firstNumber();
  let bit: u32 = 0;
  let whole: u64 = 0;
  if (exponent >= 0) {
    number.set(mantissa);
    number.shift(exponent);
    appendWhole(decimal);
    return decimal;
  }
  bit = <u32>(0 - exponent);
  whole = bit < 64 ? mantissa >> bit : 0;
  number.set(whole);
  appendWhole(decimal);
  number.set(bit < 64 ? mantissa & ((<u64>1 << bit) - 1) : mantissa);
  let places = 0;
  while (number.length > 0) {
    if (places >= (fraction ? wanted + 1 : 0) && <i32>decimal.count > (fraction ? 0 : wanted)) break;
    if (fraction && places > wanted + 9) break;
    number.multiply(1000000000, 0);
    let chunk = number.takeAbove(bit);
    for (let unit: u32 = 100000000; unit > 0; unit /= 10) {
      decimal.push(chunk / unit);
      chunk %= unit;
    }
    places += 9;
  }
  if (number.length > 0) decimal.more = 1;
  return decimal;
}

/** Puts the number in firstNumber() before the point. */
function appendWhole(decimal: Decimal): void {
  const number = firstNumber();
  if (number.length == 0) return;
  // from the right, into the room that the largest float needs
  let at: u32 = 320;
  while (number.length > 0) {
    let chunk = number.divide(1000000000);
    for (let i = 0; i < 9; i++) {
      store<u8>(decimal.at(--at), chunk % 10);
      chunk /= 10;
    }
  }
  while (load<u8>(decimal.at(at)) == 0) at++;
  const count = 320 - at;
  memory.copy(decimal.at(0), decimal.at(at), count);
  decimal.count = count;
  decimal.point = <i32>count;
}

/** Rounded to so many significant digits. */
export function significant(value: f64, digits: i32): Decimal {
  const decimal = expand(value, digits, false);
  decimal.round(digits);
  return decimal;
}

/** Rounded to so many digits behind the point. */
export function fixed(value: f64, digits: i32): Decimal {
  const decimal = expand(value, digits, true);
  decimal.round(decimal.point + digits);
  return decimal;
}

/** The fewest digits that give this float again. */
export function shortest(value: f64): Decimal {
  if (value >= 1e-5 && value < 9007199254740992) {
    let power: f64 = 1;
    for (let places = 0; places < 17; places++, power *= 10) {
      const scaled = nearest(value * power);
      if (scaled > 9007199254740992) break;
      if (scaled / power == value) return ofWhole(<u64>scaled, places);
    }
  }
  for (let digits = value < 2.3e-308 ? 1 : 15; digits < 17; digits++) {
    const decimal = significant(value, digits);
    if (toFloat(decimal) == value) {
      decimal.trim();
      return decimal;
    }
  }
  const decimal = significant(value, 17);
  decimal.trim();
  return decimal;
}

/** value * 10 ** -places */
function ofWhole(value: u64, places: i32): Decimal {
  const decimal = theDecimal();
  decimal.more = 0;
  let at: u32 = 20;
  for (; value != 0; value /= 10) store<u8>(decimal.at(--at), <u8>(value % 10));
  const count = 20 - at;
  memory.copy(decimal.at(0), decimal.at(at), count);
  decimal.count = count;
  decimal.point = <i32>count - places;
  decimal.trim();
  return decimal;
}

function power(exponent: i32): f64 {
  let result: f64 = 1;
  for (; exponent >= 22; exponent -= 22) result *= 1e22;
  for (; exponent > 0; exponent--) result *= 10;
  return result;
}

/** The float nearest to a decimal number, half to even. */
export function toFloat(decimal: Decimal): f64 {
  const count = decimal.count;
  if (count == 0) return 0;
  if (decimal.point > 310) return Infinity;
  if (decimal.point < -330) return 0;
  let lead: u64 = 0;
  const leading = min(count, 19);
  for (let i: u32 = 0; i < leading; i++) lead = lead * 10 + <u64>decimal.digit(i);
  const exponent = decimal.point - <i32>leading;
  if (count <= 19 && lead <= 9007199254740992 && exponent >= -22 && exponent <= 22) {
    return exponent < 0 ? <f64>lead / power(-exponent) : <f64>lead * power(exponent);
  }
  let guess: f64;
  if (exponent >= 0) guess = <f64>lead * power(exponent);
  else if (exponent >= -300) guess = <f64>lead / power(-exponent);
  else guess = <f64>lead / power(300) / power(-exponent - 300);
  if (guess > 1.7976931348623157e308) guess = 1.7976931348623157e308;
  // the guess is a few units off at most
  for (let i = 0; i < 64; i++) {
    const bits = reinterpret<u64>(guess);
    const above = compareWithMiddle(decimal, bits);
    if (above > 0 || (above == 0 && (bits & 1) != 0)) {
      guess = reinterpret<f64>(bits + 1);
      if (guess == Infinity) return guess;
      continue;
    }
    if (bits == 0) return guess;
    const below = compareWithMiddle(decimal, bits - 1);
    if (below > 0 || (below == 0 && (bits & 1) == 0)) return guess;
    guess = reinterpret<f64>(bits - 1);
  }
  return guess;
}

/** Compares a decimal number with the middle between a float and the next. */
function compareWithMiddle(decimal: Decimal, bits: u64): i32 {
  let exponent = <i32>(bits >> 52);
  let mantissa = bits & 0xfffffffffffff;
  if (exponent == 0) exponent = 1;
  else mantissa |= 0x10000000000000;
  const ours = firstNumber();
  const middle = secondNumber();
  middle.set(mantissa * 2 + 1);
  exponent -= 1076;
  ours.length = 0;
  let chunk: u32 = 0;
  let scale: u32 = 1;
  for (let i: u32 = 0; i < decimal.count; i++) {
    chunk = chunk * 10 + decimal.digit(i);
    scale *= 10;
    if (scale == 1000000000) {
      ours.multiply(scale, chunk);
      chunk = 0;
      scale = 1;
    }
  }
  if (scale > 1) ours.multiply(scale, chunk);
  const tens = decimal.point - <i32>decimal.count;
  // the same power of two on both sides changes nothing
  if (tens >= 0) ours.timesPowerOfTen(tens);
  else middle.timesPowerOfTen(-tens);
  if (exponent >= 0) middle.shift(exponent);
  else ours.shift(-exponent);
  const order = ours.compare(middle);
  return order == 0 && decimal.more != 0 ? 1 : order;
}
