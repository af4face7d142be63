// True division of large ints, their conversion to floats, and pow() with a modulus: exact, in Python (packages/stdlib/lib/_builtins.py).

import { binary_op } from "./arithmetic";
import { helper } from "../builtins";
import { allocate, callFunction, newFloat, upstreamPow } from "../interpreter";
import { isNegativeInt } from "./intText";
import { intValue, isSmallInt, NONE } from "../objects";
import { attributeOf, hasType, isInstance, plain } from "../text/str";
import { intType } from "../types";

const POWER: u32 = 34; // mp_binary_op_t

/** Whether a float holds an int exactly: mp_obj_int_t has digits of 16 bits, and up to 53 bits do. */
function isExact(int: usize): bool {
  if (isSmallInt(int)) return true;
  const digits = load<u32>(int, 8);
  return digits < 4 || (digits == 4 && load<u16>(load<usize>(int, 12), 6) < 32);
}

/** The value of an int of few digits. */
function valueOf(int: usize): f64 {
  if (isSmallInt(int)) return <f64>intValue(int);
  let value: f64 = 0;
  for (let i = <i32>load<u32>(int, 8) - 1; i >= 0; i--)
    value = value * 65536 + <f64>load<u16>(load<usize>(int, 12) + (<usize>i << 1));
  return (load<u32>(int, 4) & 1) != 0 ? -value : value;
}

function two(a: usize, b: usize): usize {
  const args = allocate(8);
  store<usize>(args, a);
  store<usize>(args, b, 4);
  return args;
}

/** lhs / rhs of two ints, of which at least one is large; rhs is not 0. */
export function divide_ints(lhs: usize, rhs: usize): usize {
  if (isExact(lhs) && isExact(rhs)) return newFloat(valueOf(lhs) / valueOf(rhs));
  return callFunction(helper("divide"), 2, 0, two(lhs, rhs));
}

/** float(int) */
export function float_of_int(int: usize): usize {
  if (isExact(int)) return newFloat(valueOf(int));
  const args = allocate(4);
  store<usize>(args, int);
  return callFunction(helper("to_float"), 1, 0, args);
}

@inline
function isInt(object: usize): bool {
  return isSmallInt(object) || hasType(object, intType());
}

export function builtins_pow(count: u32, args: usize): usize {
  const base = load<usize>(args);
  const exponent = load<usize>(args, 4);
  if (count < 3 || load<usize>(args, 8) == NONE) return binary_op(POWER, base, exponent);
  if (isInstance(base) && plain(base) == base) {
    const method = attributeOf(base, "__pow__");
    if (method != 0) return callFunction(method, 2, 0, args + 4);
  }
  const modulus = plain(load<usize>(args, 8));
  if (isInt(plain(base)) && isInt(plain(exponent)) && isInt(modulus)) {
    if (modulus == 1 || isNegativeInt(modulus) || isNegativeInt(plain(exponent)))
      return callFunction(helper("power"), 3, 0, args);
  }
  return upstreamPow(3, args);
}
