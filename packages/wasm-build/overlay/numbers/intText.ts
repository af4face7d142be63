// Ints as text in bases that are powers of two, and the builtins bin, oct and hex.

import { Builder, newBuilder } from "../text/builder";
import { callFunction } from "../interpreter";
import { FALSE, isSmallInt, TRUE } from "../objects";
import { raiseBuilt } from "../errors/raise";
import { appendTypeName, attributeOf, hasType, isInstance, plain } from "../text/str";
import { intType, typeError } from "../types";

const MINUS: u32 = 45;

/** mp_obj_int_t: sign and room, length, digits of 16 bits with the lowest first. */
@inline
function digitAt(object: usize, i: u32): u32 {
  return i < load<u32>(object, 8) ? <u32>load<u16>(load<usize>(object, 12) + (<usize>i << 1)) : 0;
}

export function isNegativeInt(object: usize): bool {
  return isSmallInt(object) ? <i32>object < 0 : (load<u32>(object, 4) & 1) != 0;
}

/** Appends the digits of an int, without its sign, of `bits` bits each. */
export function appendBits(builder: Builder, object: usize, bits: u32): void {
  const mask: u32 = (1 << bits) - 1;
  const small = isSmallInt(object) ? <u32>abs<i32>(<i32>object >> 1) : 0;
  const total: u32 = isSmallInt(object) ? 32 : load<u32>(object, 8) << 4;
  let started = false;
  for (let at = <i32>((total + bits - 1) / bits) - 1; at >= 0; at--) {
    const bit = <u32>at * bits;
    let digit: u32;
    if (isSmallInt(object)) {
      digit = (small >>> bit) & mask;
    } else {
      const i = bit >>> 4;
      digit = ((digitAt(object, i) | (digitAt(object, i + 1) << 16)) >>> (bit & 15)) & mask;
    }
    if (digit != 0 || at == 0) started = true;
    if (started) builder.byte(digit < 10 ? 48 + digit : 87 + digit);
  }
}

/** The int that an object is, or gives as its index. */
export function indexOf(object: usize): usize {
  const inner = plain(object);
  if (isSmallInt(inner) || hasType(inner, intType())) return inner;
  if (inner == TRUE) return 3;
  if (inner == FALSE) return 1;
  const method = isInstance(object) ? attributeOf(object, "__index__") : 0;
  if (method != 0) return indexOf(callFunction(method, 0, 0, 0));
  const message = newBuilder(63);
  message.byte(39);
  appendTypeName(message, object);
  message.literal("' object cannot be interpreted as an integer");
  raiseBuilt(typeError(), message);
  return 0;
}

function withPrefix(object: usize, letter: u32, bits: u32): usize {
  const value = indexOf(object);
  const builder = newBuilder(31);
  if (isNegativeInt(value)) builder.byte(MINUS);
  builder.byte(48);
  builder.byte(letter);
  appendBits(builder, value, bits);
  return builder.toStr();
}

export function builtins_bin(object: usize): usize {
  return withPrefix(object, 98, 1);
}

export function builtins_oct(object: usize): usize {
  return withPrefix(object, 111, 3);
}

export function builtins_hex(object: usize): usize {
  return withPrefix(object, 120, 4);
}
