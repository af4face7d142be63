// Ints of up to 64 bits, small or not.

import { allocate } from "../interpreter";
import { isSmallInt, newObject, smallInt } from "../objects";
import { hasType } from "../text/str";
import { intType } from "../types";

/** No value: the object is no int, or one of 10 ** 18 or more. */
export const LONG: i64 = 0x7fffffffffffffff;

const MOST: u64 = 1000000000000000000;

/** The value of an int, or LONG. mp_obj_int_t: sign and room, length, digits of 16 bits with the lowest first. */
export function valueOf(object: usize): i64 {
  if (isSmallInt(object)) return <i64>(<i32>object >> 1);
  if (!hasType(object, intType())) return LONG;
  const length = load<u32>(object, 8);
  if (length > 4) return LONG;
  const digits = load<usize>(object, 12);
  let value: u64 = 0;
  for (let i = length; i > 0; i--) value = (value << 16) | <u64>load<u16>(digits + (<usize>(i - 1) << 1));
  if (value >= MOST) return LONG;
  return (load<u32>(object, 4) & 1) != 0 ? -(<i64>value) : <i64>value;
}

export function newInteger(value: i64): usize {
  if (value >= -0x40000000 && value < 0x40000000) return smallInt(<i32>value);
  const digits = allocate(8);
  store<u64>(digits, <u64>abs(value));
  let length: u32 = 4;
  while (load<u16>(digits + (<usize>(length - 1) << 1)) == 0) length--;
  const object = newObject(16, intType());
  store<u32>(object, (4 << 2) | <u32>(value < 0), 4);
  store<u32>(object, length, 8);
  store<usize>(object, digits, 12);
  return object;
}
