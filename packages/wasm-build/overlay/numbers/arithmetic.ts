// The operations that programs do most, on small ints and floats, before upstream's general function is asked: it saves its many registers and compares the
// operator several times before it comes to them. Objects are as in py/obj.h, representation A: a small int is 31 bits and a 1.

import { isStr } from "../objects";
import { raise, raiseType } from "../errors/raise";
import { isBytesLike, plain } from "../text/str";
import { complexType, intType, overflowError, rangeType } from "../types";
import { is_item, isInSequence } from "../containers/compare";
import { complex_power } from "./complexPower";
import { divide_ints } from "./division";
import { concatenated } from "../text/strConcat";
import { same_ranges } from "../containers/sequences";
import { percent } from "../text/strPercent";
import { isPartOf } from "../text/strSearch";
import { binaryOpGeneral, floatType, isTrueGeneral, newFloat } from "../interpreter";
import { divides, zero_division, zero_power } from "../errors/operatorErrors";

const FALSE: usize = 14;
const TRUE: usize = 30;
const NONE: usize = 6;

/** mp_binary_op_t of MicroPython 1.27. The operators from OR on stand twice: in place at 9, otherwise at 22. */
const LESS: u32 = 0;
const MORE: u32 = 1;
const EQUAL: u32 = 2;
const LESS_EQUAL: u32 = 3;
const MORE_EQUAL: u32 = 4;
const NOT_EQUAL: u32 = 5;
const IN: u32 = 6;
const INPLACE: u32 = 9;
const PLAIN: u32 = 22;
const LAST: u32 = 34;
const DIVMOD: u32 = 35;
const OR: u32 = 0;
const XOR: u32 = 1;
const AND: u32 = 2;
const RIGHT_SHIFT: u32 = 4;
const ADD: u32 = 5;
const SUBTRACT: u32 = 6;
const MULTIPLY: u32 = 7;
const FLOOR_DIVIDE: u32 = 9;
const TRUE_DIVIDE: u32 = 10;
const MODULO: u32 = 11;
const POWER: u32 = 12;

@inline
function toObject(condition: bool): usize {
  return condition ? TRUE : FALSE;
}

/** No object: the general function has to answer. */
const NO_ANSWER: usize = 0;

@inline
function smallInts(op: u32, lhs: usize, rhs: usize): usize {
  // objects of small ints compare as the ints do
  switch (op) {
    case LESS:
      return toObject(<i32>lhs < <i32>rhs);
    case MORE:
      return toObject(<i32>lhs > <i32>rhs);
    case EQUAL:
      return toObject(lhs == rhs);
    case LESS_EQUAL:
      return toObject(<i32>lhs <= <i32>rhs);
    case MORE_EQUAL:
      return toObject(<i32>lhs >= <i32>rhs);
    case NOT_EQUAL:
      return toObject(lhs != rhs);
  }
  if (op < INPLACE || op > LAST) return NO_ANSWER;
  const a = <i32>lhs >> 1;
  const b = <i32>rhs >> 1;
  let result: i64;
  switch (op >= PLAIN ? op - PLAIN : op - INPLACE) {
    case OR:
      return lhs | rhs;
    case XOR:
      return (lhs ^ rhs) | 1;
    case AND:
      return lhs & rhs;
    case RIGHT_SHIFT:
      if (b < 0) return NO_ANSWER;
      result = a >> min(b, 31);
      break;
    case ADD:
      result = <i64>a + <i64>b;
      break;
    case SUBTRACT:
      result = <i64>a - <i64>b;
      break;
    case MULTIPLY:
      result = <i64>a * <i64>b;
      break;
    case FLOOR_DIVIDE: {
      if (b == 0) return NO_ANSWER;
      const quotient = a / b;
      result = quotient - <i32>(quotient * b != a && (a ^ b) < 0);
      break;
    }
    case MODULO: {
      if (b == 0) return NO_ANSWER;
      const rest = a % b;
      result = rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
      break;
    }
    default:
      return NO_ANSWER;
  }
  return result >= -0x40000000 && result <= 0x3fffffff ? (<usize>(<u32>result) << 1) | 1 : NO_ANSWER;
}

@inline
function isFloat(object: usize): bool {
  return (object & 3) == 0 && load<usize>(object) == floatType();
}

/** Exported, so that it has a frame of its own. */
export function float_power(op: u32, a: f64, b: f64, lhs: usize, rhs: usize): usize {
  if (a == 0 && b < 0) zero_power();
  const power = binaryOpGeneral(op, lhs, rhs);
  if (isFloat(power) && abs(load<f64>(power, 8)) == Infinity && abs(a) != Infinity && abs(b) != Infinity)
    raise(overflowError(), "(34, 'Numerical result out of range')");
  return power;
}

/** Every call is the last thing done: so nothing lives across it, and this function needs no frame for the collector to see. */
function floats(op: u32, a: f64, b: f64, lhs: usize, rhs: usize): usize {
  switch (op) {
    case LESS:
      return toObject(a < b);
    case MORE:
      return toObject(a > b);
    case LESS_EQUAL:
      return toObject(a <= b);
    case MORE_EQUAL:
      return toObject(a >= b);
  }
  if (op >= INPLACE && op <= LAST) {
    const plain = op >= PLAIN ? op - PLAIN : op - INPLACE;
    if (b == 0 && divides(plain)) zero_division(plain, true);
    switch (plain) {
      case ADD:
        return newFloat(a + b);
      case SUBTRACT:
        return newFloat(a - b);
      case MULTIPLY:
        return newFloat(a * b);
      case TRUE_DIVIDE:
        if (b != 0) return newFloat(a / b);
        break;
      case POWER:
        return float_power(op, a, b, lhs, rhs);
    }
  }
  return binaryOpGeneral(op, lhs, rhs);
}

@inline
function isInt(object: usize): bool {
  return (object & 1) != 0 || ((object & 3) == 0 && load<usize>(object) == intType());
}

@inline
function isComplex(object: usize): bool {
  return (object & 3) == 0 && load<usize>(object) == complexType();
}

@inline
function isRange(object: usize): bool {
  return (object & 3) == 0 && load<usize>(object) == rangeType();
}

/** mp_binary_op */
export function binary_op(op: u32, lhs: usize, rhs: usize): usize {
  if ((lhs & rhs & 1) != 0) {
    const answer = smallInts(op, lhs, rhs);
    if (answer != NO_ANSWER) return answer;
  } else if (isFloat(lhs)) {
    if (isFloat(rhs)) return floats(op, load<f64>(lhs, 8), load<f64>(rhs, 8), lhs, rhs);
    if ((rhs & 1) != 0) return floats(op, load<f64>(lhs, 8), <f64>(<i32>rhs >> 1), lhs, rhs);
  } else if ((lhs & 1) != 0 && isFloat(rhs)) {
    return floats(op, <f64>(<i32>lhs >> 1), load<f64>(rhs, 8), lhs, rhs);
  }
  if (op >= INPLACE && op <= LAST && isInt(rhs)) {
    const plain = op >= PLAIN ? op - PLAIN : op - INPLACE;
    if (divides(plain) && isInt(lhs)) {
      if (rhs == 1) zero_division(plain, false);
      if (plain == TRUE_DIVIDE) return divide_ints(lhs, rhs);
    }
    if (plain == POWER && lhs == 1 && <i32>rhs < 0) zero_power();
    if (plain == POWER && (rhs & 1) != 0 && isComplex(lhs)) return complex_power(lhs, rhs);
  }
  if (op == DIVMOD && rhs == 1 && isInt(lhs)) zero_division(FLOOR_DIVIDE, false);
  if ((op == EQUAL || op == NOT_EQUAL) && isRange(lhs) && isRange(rhs)) return toObject(same_ranges(lhs, rhs) == (op == EQUAL));
  if ((op == PLAIN + ADD || op == INPLACE + ADD) && isStr(lhs)) {
    const text = plain(rhs);
    if (isStr(text)) return concatenated(lhs, text);
  } else if (isStr(rhs) && (op == PLAIN + ADD || op == INPLACE + ADD) && isBytesLike(lhs)) {
    raiseType("can't concat str to bytes");
  }
  if (op == IN) {
    if (isStr(rhs)) return isPartOf(lhs, rhs);
    if (isInSequence(op, rhs)) return is_item(lhs, rhs);
    if ((rhs & 1) != 0) raiseType("argument of type 'int' is not iterable");
    if (isStr(lhs) && isBytesLike(rhs)) raiseType("a bytes-like object is required, not 'str'");
  }
  if (op == PLAIN + MODULO && isStr(lhs)) return percent(lhs, rhs);
  if ((lhs == TRUE || lhs == FALSE) && (rhs == TRUE || rhs == FALSE)) {
    if (op == PLAIN + AND || op == INPLACE + AND) return lhs == TRUE ? rhs : FALSE;
    if (op == PLAIN + OR || op == INPLACE + OR) return lhs == TRUE ? TRUE : rhs;
    if (op == PLAIN + XOR || op == INPLACE + XOR) return lhs == rhs ? FALSE : TRUE;
  }
  return binaryOpGeneral(op, lhs, rhs);
}

/** mp_obj_is_true */
export function is_true(object: usize): bool {
  if ((object & 1) != 0) return object != 1;
  if (object == TRUE) return true;
  if (object == FALSE || object == NONE) return false;
  return isTrueGeneral(object);
}
