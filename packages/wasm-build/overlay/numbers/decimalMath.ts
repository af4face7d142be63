// Arithmetic of lib/decimal.py where coefficients are short. What is long, rounded or special is left to that module's methods in Python.

import { isType, ownAttribute } from "../classes/classes";
import { argument, onlyKeywords } from "../arguments";
import { Builder, newBuilder } from "../text/builder";
import { allocate, call1, call2, callFunction } from "../interpreter";
import { LONG, newInteger, valueOf } from "./integers";
import * as names from "../names";
import { FALSE, isSmallInt, isStr, newObject, newTuple, NONE, smallInt, textBytes, textData, TRUE } from "../objects";
import { raiseType } from "../errors/raise";
import { attributeOf, hasType, isInstance } from "../text/str";
import { tupleType } from "../types";

/** Places of `Decimal._arithmetic`: how many digits a result may have (0: nothing is done here), and the methods in Python. */
const enum Method {
  Digits,
  Add,
  Subtract,
  SubtractFrom,
  Multiply,
  Divide,
  Equal,
  Less,
  LessOrEqual,
  More,
  MoreOrEqual,
  New,
  Text,
}

const MOST_DIGITS: i32 = 18;

/** No coefficient of these digits is as large. */
const BEYOND: i64 = 1000000000000000000;

/** Exponents beyond are left to Python. */
const FARTHEST: i32 = 99;
const FAR: i32 = 1000;

/** mp_obj_instance_t: its members, an mp_map_t of `_v` and `_e` in this order. More members have only infinities, NaNs and negative zeros. */
const USED: usize = 4;
const ALLOCATED: usize = 8;
const TABLE: usize = 12;
const TWO_NAMES: u32 = (2 << 3) | 1;

@inline
function interned(name: u32): usize {
  return (<usize>name << 3) | 2;
}

/** Whether an object is a Decimal of this class with a coefficient and an exponent, and nothing else. */
function isPlain(object: usize, type: usize): bool {
  if (!hasType(object, type) || load<u32>(object, USED) >>> 3 != 2 || load<u32>(object, ALLOCATED) < 2) return false;
  const table = load<usize>(object, TABLE);
  return load<usize>(table) == interned(names._v()) && load<usize>(table, 8) == interned(names._e());
}

/** The coefficient of a plain Decimal, or an int; LONG where it is longer, or the object another one. */
function coefficientOf(object: usize, type: usize): i64 {
  if (isSmallInt(object)) return valueOf(object);
  return isPlain(object, type) ? valueOf(load<usize>(load<usize>(object, TABLE), 4)) : LONG;
}

/** The exponent of what has a coefficient. */
function exponentOf(object: usize): i32 {
  if (isSmallInt(object)) return 0;
  const exponent = load<usize>(load<usize>(object, TABLE), 12);
  if (!isSmallInt(exponent)) return FAR;
  const value = <i32>exponent >> 1;
  return value > FARTHEST || value < -FARTHEST ? FAR : value;
}

function tenTo(places: i32): i64 {
  let power: i64 = 1;
  for (; places > 0; places--) power *= 10;
  return power;
}

/** value * 10 ** places, or LONG */
function scaled(value: i64, places: i32): i64 {
  if (places == 0 || value == 0) return value;
  if (places > MOST_DIGITS) return LONG;
  const power = tenTo(places);
  return abs(value) > BEYOND / power ? LONG : value * power;
}

function newDecimal(type: usize, coefficient: i64, exponent: i32): usize {
  return decimal_make(type, newInteger(coefficient), smallInt(exponent));
}

/** decimal_make(class, coefficient, exponent): what `object.__new__` and two assignments would make. The class must have no native base. */
export function decimal_make(type: usize, value: usize, exponent: usize): usize {
  if (ownAttribute(type, names._arithmetic()) == 0) raiseType("decimal_make: not Decimal");
  const table = allocate(16);
  store<usize>(table, interned(names._v()));
  store<usize>(table, value, 4);
  store<usize>(table, interned(names._e()), 8);
  store<usize>(table, exponent, 12);
  const object = newObject(16, type);
  store<u32>(object, TWO_NAMES, USED);
  store<u32>(object, 2, ALLOCATED);
  store<usize>(object, table, TABLE);
  return object;
}

/** The result, or 0 where it is not for us. */
function multiply(type: usize, x: i64, y: i64, exponent: i32, most: i64): usize {
  if (x == 0 || y == 0) return x < 0 || y < 0 ? 0 : newDecimal(type, 0, exponent);
  // below 2 ** 60
  if (clz<i64>(abs(x)) + clz<i64>(abs(y)) < 68) return 0;
  const product = x * y;
  return abs(product) < most ? newDecimal(type, product, exponent) : 0;
}

/** The quotient where it is exact. */
function divide(type: usize, x: i64, y: i64, exponent: i32, most: i64): usize {
  if (y == 0 || (x == 0 && y < 0)) return 0;
  for (let places = 0; x % y != 0; places++) {
    if (abs(x) > BEYOND / 10 || places == MOST_DIGITS) return 0;
    x *= 10;
    exponent--;
  }
  const quotient = x / y;
  return abs(quotient) < most ? newDecimal(type, quotient, exponent) : 0;
}

function compare(method: Method, x: i64, y: i64): bool {
  switch (method) {
    case Method.Equal:
      return x == y;
    case Method.Less:
      return x < y;
    case Method.LessOrEqual:
      return x <= y;
    case Method.More:
      return x > y;
  }
  return x >= y;
}

function short(method: Method, digits: i32, self: usize, other: usize): usize {
  const type = load<usize>(self);
  let x = coefficientOf(self, type);
  let y = coefficientOf(other, type);
  if (x == LONG || y == LONG) return 0;
  const left = exponentOf(self);
  const right = exponentOf(other);
  if (left == FAR || right == FAR) return 0;
  const most = digits < MOST_DIGITS ? tenTo(digits) : BEYOND;
  if (method == Method.Multiply) return multiply(type, x, y, left + right, most);
  if (method == Method.Divide) return divide(type, x, y, left - right, most);
  // to the smaller exponent
  x = scaled(x, max(left - right, 0));
  y = scaled(y, max(right - left, 0));
  if (x == LONG || y == LONG) return 0;
  if (method >= Method.Equal) return compare(method, x, y) ? TRUE : FALSE;
  const sum = method == Method.Add ? x + y : method == Method.Subtract ? x - y : y - x;
  return abs(sum) < most ? newDecimal(type, sum, min(left, right)) : 0;
}

/** Whether a class is Decimal itself, and no subclass: those get results of the class itself. */
function isDecimal(type: usize): bool {
  return ownAttribute(type, names._arithmetic()) != 0;
}

/** `_arithmetic` of an object or its class. */
function methodsOf(object: usize): usize {
  let methods = isInstance(object) ? ownAttribute(load<usize>(object), names._arithmetic()) : 0;
  if (methods == 0) methods = attributeOf(object, "_arithmetic");
  if (methods == 0 || !hasType(methods, tupleType()) || load<u32>(methods, 4) <= <u32>Method.Text)
    raiseType("descriptor requires a 'Decimal' object");
  return methods;
}

@inline
function inPython(methods: usize, method: Method): usize {
  return load<usize>(methods + (<usize>method << 2), 8);
}

function operate(method: Method, self: usize, other: usize): usize {
  const methods = methodsOf(self);
  const digits = <i32>inPython(methods, Method.Digits) >> 1;
  if (digits > 0 && isDecimal(load<usize>(self))) {
    const result = short(method, digits, self, other);
    if (result != 0) return result;
  }
  return call2(inPython(methods, method), self, other);
}

/** The Decimal that a plain numeral is, or 0: a sign, digits, a point, no more than MOST_DIGITS of them. */
function parse(type: usize, text: usize): usize {
  const bytes = textBytes(text);
  if (bytes > <u32>MOST_DIGITS + 2) return 0;
  let at = textData(text);
  const end = at + bytes;
  const negative = at < end && load<u8>(at) == 45;
  if (negative) at++;
  let value: i64 = 0;
  let digits: i32 = 0;
  let point: i32 = -1;
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte == 46 && point < 0) {
      point = digits;
    } else {
      if (byte - 48 > 9 || digits == MOST_DIGITS) return 0;
      value = value * 10 + <i64>(byte - 48);
      digits++;
    }
  }
  if (digits == 0 || (negative && value == 0)) return 0;
  return newDecimal(type, negative ? -value : value, point < 0 ? 0 : point - digits);
}

/** Decimal.__new__(cls, value="0", context=None) */
export function decimal_new(count: u32, args: usize, keywords: usize): usize {
  const type = load<usize>(args);
  const value = argument(count, args, keywords, 1, "value");
  if (isType(type) && isDecimal(type)) {
    if (isSmallInt(value)) return newDecimal(type, valueOf(value), 0);
    const found = value != 0 && isStr(value) ? parse(type, value) : 0;
    if (found != 0) return found;
  }
  onlyKeywords(keywords, "Decimal", "value", "context");
  const context = argument(count, args, keywords, 2, "context");
  const given = newTuple(3) + 8;
  store<usize>(given, type);
  store<usize>(given, value == 0 ? smallInt(0) : value, 4);
  store<usize>(given, context == 0 ? NONE : context, 8);
  return callFunction(inPython(methodsOf(type), Method.New), 3, 0, given);
}

/** Appends the digits of a plain Decimal with its point; false where it needs an exponent. */
function appendDecimal(builder: Builder, self: usize): bool {
  const type = load<usize>(self);
  if (!isDecimal(type)) return false;
  const value = coefficientOf(self, type);
  if (value == LONG) return false;
  const exponent = exponentOf(self);
  if (exponent > 0 || exponent < -24) return false;
  const places = -exponent;
  let digits = 1;
  let size = abs(value);
  for (let rest = size / 10; rest > 0; rest /= 10) digits++;
  if (places > 0 && digits - places <= -6) return false;
  if (value < 0) builder.byte(45);
  // at least one digit before the point
  const whole = max(digits, places + 1) - places;
  const length = <u32>(places > 0 ? whole + places + 1 : whole);
  let at = builder.extend(length) + length;
  for (let i = 0; i < whole + places; i++) {
    if (i == places && places > 0) store<u8>(--at, 46);
    store<u8>(--at, <u8>(48 + (size % 10)));
    size /= 10;
  }
  return true;
}

export function decimal_str(self: usize): usize {
  const methods = methodsOf(self);
  const builder = newBuilder(31);
  return appendDecimal(builder, self) ? builder.toStr() : call1(inPython(methods, Method.Text), self);
}

export function decimal_add(self: usize, other: usize): usize {
  return operate(Method.Add, self, other);
}

export function decimal_subtract(self: usize, other: usize): usize {
  return operate(Method.Subtract, self, other);
}

export function decimal_subtract_from(self: usize, other: usize): usize {
  return operate(Method.SubtractFrom, self, other);
}

export function decimal_multiply(self: usize, other: usize): usize {
  return operate(Method.Multiply, self, other);
}

export function decimal_divide(self: usize, other: usize): usize {
  return operate(Method.Divide, self, other);
}

export function decimal_equal(self: usize, other: usize): usize {
  return operate(Method.Equal, self, other);
}

export function decimal_less(self: usize, other: usize): usize {
  return operate(Method.Less, self, other);
}

export function decimal_less_or_equal(self: usize, other: usize): usize {
  return operate(Method.LessOrEqual, self, other);
}

export function decimal_more(self: usize, other: usize): usize {
  return operate(Method.More, self, other);
}

export function decimal_more_or_equal(self: usize, other: usize): usize {
  return operate(Method.MoreOrEqual, self, other);
}
