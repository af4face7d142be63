// Comparisons of lists and of tuples, item by item: upstream turns `<` into `>` with the operands exchanged, and takes a NaN for another than itself.

import { binary_op, is_true } from "../numbers/arithmetic";
import { listBinaryOpGeneral, tupleBinaryOpGeneral } from "../interpreter";
import { FALSE, isInterned, isSmallInt, TRUE } from "../objects";
import { hasType, plain } from "../text/str";
import { listType, tupleType } from "../types";

/** mp_binary_op_t */
const LESS: u32 = 0;
const MORE: u32 = 1;
const EQUAL: u32 = 2;
const LESS_EQUAL: u32 = 3;
const NOT_EQUAL: u32 = 5;
const IN: u32 = 6;
const MULTIPLY_IN_PLACE: u32 = 16;
const TO_PLAIN: u32 = 13;

@inline
function lengthOf(object: usize, list: bool): u32 {
  return list ? load<u32>(object, 8) : load<u32>(object, 4);
}

@inline
function itemAt(object: usize, list: bool, index: u32): usize {
  return load<usize>((list ? load<usize>(object, 12) : object + 8) + (<usize>index << 2));
}

/** Whether two objects are the same or equal. */
export function same_or_equal(a: usize, b: usize): bool {
  if (a == b) return true;
  if (isSmallInt(a) && isSmallInt(b)) return false;
  if (isInterned(a) && isInterned(b)) return false;
  return is_true(binary_op(EQUAL, a, b));
}

/** Comparing items may change lists, so their lengths are asked anew each time. */
function compare(op: u32, a: usize, b: usize, list: bool): usize {
  const equality = op == EQUAL || op == NOT_EQUAL;
  if (equality && list && lengthOf(a, list) != lengthOf(b, list)) return op == EQUAL ? FALSE : TRUE;
  for (let i: u32 = 0; i < lengthOf(a, list) && i < lengthOf(b, list); i++) {
    const x = itemAt(a, list, i);
    const y = itemAt(b, list, i);
    if (same_or_equal(x, y)) continue;
    if (equality) return op == EQUAL ? FALSE : TRUE;
    return binary_op(op, x, y);
  }
  const before = lengthOf(a, list);
  const after = lengthOf(b, list);
  let answer: bool;
  if (op == LESS) answer = before < after;
  else if (op == MORE) answer = before > after;
  else if (op == EQUAL) answer = before == after;
  else if (op == LESS_EQUAL) answer = before <= after;
  else if (op == NOT_EQUAL) answer = before != after;
  else answer = before >= after;
  return answer ? TRUE : FALSE;
}

/** The operators of lists: upstream makes a new one for *=. */
export function list_binary_op(op: u32, lhs: usize, rhs: usize): usize {
  if (op <= NOT_EQUAL) {
    const other = plain(rhs);
    if (hasType(lhs, listType()) && hasType(other, listType())) return compare(op, lhs, other, true);
  }
  if (op != MULTIPLY_IN_PLACE || !isSmallInt(rhs)) return listBinaryOpGeneral(op, lhs, rhs);
  const product = listBinaryOpGeneral(op + TO_PLAIN, lhs, rhs);
  if (product == 0) return 0;
  memory.copy(lhs + 4, product + 4, 12);
  return lhs;
}

/** The operators of tuples, and of what is laid out as they are. */
export function tuple_binary_op(op: u32, lhs: usize, rhs: usize): usize {
  if (op <= NOT_EQUAL && isTuple(lhs)) {
    const other = plain(rhs);
    if (isTuple(other)) return compare(op, lhs, other, false);
  }
  return tupleBinaryOpGeneral(op, lhs, rhs);
}

/** Whether an object has these operators: a tuple, or an object of a class that namedtuple() has made. */
function isTuple(object: usize): bool {
  return (object & 3) == 0 && operatorsOf(load<usize>(object)) == operatorsOf(tupleType());
}

const BINARY_OP: usize = 12;

function operatorsOf(type: usize): usize {
  const at = <usize>load<u8>(type, BINARY_OP);
  return at == 0 ? 0 : load<usize>(type + 16 + (at << 2));
}

/** item in rhs, where rhs is a list or a tuple. */
export function is_item(item: usize, rhs: usize): usize {
  const list = hasType(rhs, listType());
  for (let i: u32 = 0; i < lengthOf(rhs, list); i++) if (same_or_equal(itemAt(rhs, list, i), item)) return TRUE;
  return FALSE;
}

@inline
export function isInSequence(op: u32, rhs: usize): bool {
  return op == IN && (hasType(rhs, listType()) || hasType(rhs, tupleType()));
}
