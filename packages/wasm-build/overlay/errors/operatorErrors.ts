// What operators say of operands that they do not know, and of zeros that they cannot divide by.

import { plainTypeName, raiseMessage, typeOfObject } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { strType, typeError, valueError, zeroDivisionError } from "../types";
import { ownAttribute, union_of } from "../classes/classes";
import * as names from "../names";
import { isStr, textData } from "../objects";
import { raise } from "./formatted";
import * as text from "../texts";

const COMPARISONS: u32 = 6;
const EXCEPTION_MATCH: u32 = 8;
const IN_PLACE: u32 = 9;
const IN: u32 = 6;
const PLAIN: u32 = 22;
const OR: u32 = 0;
const ADD: u32 = 5;
const MULTIPLY: u32 = 7;
const FLOOR_DIVIDE: u32 = 9;
const TRUE_DIVIDE: u32 = 10;
const MODULO: u32 = 11;
const POWER: u32 = 12;

/** mp_obj_type_t */
const BINARY_INDEX: usize = 12;
const INSTANCE: u32 = 0x200;

/** mp_obj_get_type_str. Classes that are C's in CPython have their module in what errors say of them: the class says it in `__c_name__`. */
export function type_name(object: usize): usize {
  const type = typeOfObject(object);
  if ((load<u16>(type, 4) & INSTANCE) != 0) {
    const given = ownAttribute(type, names.__c_name__());
    if (isStr(given)) return textData(given);
  }
  return plainTypeName(object);
}

function isSequence(type: usize): bool {
  return type == strType() || type == typeOf(Kind.List) || type == typeOf(Kind.Tuple) || type == typeOf(Kind.Bytes);
}

/** a < b is b > a where a's class does not know how. Both swapped, in the order of the operators. */
function reflected(op: u32): u32 {
  // less, more, equal, less or equal, more or equal, not equal
  return op == 0 ? 1 : op == 1 ? 0 : op == 3 ? 4 : op == 4 ? 3 : op;
}

/** No operand knows the operator: asks the right one to compare the other way round, or raises. `first` is the operator that the program wrote. */
export function binary_unsupported(first: u32, op: u32, lhs: usize, rhs: usize): usize {
  const left = typeOfObject(lhs);
  const right = typeOfObject(rhs);
  if (op < COMPARISONS) {
    if ((load<u16>(right, 4) & INSTANCE) != 0) {
      const slot = <usize>load<u8>(right, BINARY_INDEX);
      const answer = call_indirect<usize>(load<u32>(right + (slot << 2), 16), reflected(op), rhs, lhs);
      if (answer != 0) return answer;
    }
    raise(typeError(), text.not_comparable(), text.comparisons() + (op << 3), type_name(lhs), type_name(rhs));
  }
  if (op == IN) raise(typeError(), text.not_iterable_container(), type_name(rhs));
  if (op == EXCEPTION_MATCH) raise(typeError(), text.no_exception_class());
  const plain = op - PLAIN;
  if (plain == OR) {
    const union = union_of(lhs, rhs);
    if (union != 0) return union;
  }
  if (plain == ADD && isSequence(left) && !(left == typeOf(Kind.List) && first < PLAIN)) {
    if (left == typeOf(Kind.Bytes)) raise(typeError(), text.concatenate_bytes(), type_name(rhs));
    raise(typeError(), text.concatenate(), type_name(lhs), type_name(rhs), type_name(lhs));
  }
  if (plain == MULTIPLY) {
    if (isSequence(left)) raise(typeError(), text.multiply(), type_name(rhs));
    if (isSequence(right)) raise(typeError(), text.multiply(), type_name(lhs));
  }
  const sign = text.operators() + (min(plain, POWER) << 3);
  if (first >= IN_PLACE && first < PLAIN)
    raise(typeError(), text.unsupported_in_place(), sign, type_name(lhs), type_name(rhs));
  if (plain == POWER) raise(typeError(), text.unsupported_power(), type_name(lhs), type_name(rhs));
  raise(typeError(), text.unsupported_operands(), sign, type_name(lhs), type_name(rhs));
  return 0;
}

const POSITIVE: u32 = 0;
const NEGATIVE: u32 = 1;
const INVERT: u32 = 2;
const HASH: u32 = 6;
const ABS: u32 = 7;

export function unary_unsupported(op: u32, object: usize, format: usize, words: usize): void {
  if (op == HASH) raise(typeError(), text.unhashable(), type_name(object));
  if (op == NEGATIVE) raise(typeError(), text.bad_minus(), type_name(object));
  if (op == POSITIVE) raise(typeError(), text.bad_plus(), type_name(object));
  if (op == INVERT) raise(typeError(), text.bad_tilde(), type_name(object));
  if (op == ABS) raise(typeError(), text.bad_abs(), type_name(object));
  raise(typeError(), format, load<usize>(words), load<usize>(words, 4));
}

/** `op` counts from | on. */
export function zero_division(op: u32, isFloat: bool): void {
  let message = isFloat ? text.float_division() : text.division();
  if (op == FLOOR_DIVIDE) message = isFloat ? text.float_floor_division() : text.integer_division();
  else if (op == MODULO) message = isFloat ? text.float_modulo() : text.integer_modulo();
  raiseMessage(zeroDivisionError(), message);
}

export function zero_power(): void {
  raiseMessage(zeroDivisionError(), text.zero_power());
}

@inline
export function divides(op: u32): bool {
  return op == FLOOR_DIVIDE || op == TRUE_DIVIDE || op == MODULO;
}

/** `a, b = …` with too few values. */
export function unpack_too_few(wanted: u32, got: u32): void {
  raise(valueError(), text.unpack_too_few(), wanted, got);
}

/** `a, *b = …` with too few values: the numbers of names before and behind the star are in one byte each. */
export function unpack_at_least(left: u32, right: u32, got: u32): void {
  raise(valueError(), text.unpack_at_least(), left + right, got);
}
