// What a Python function says of arguments that do not fit it. Upstream counts them; CPython names function and parameters.

import { common } from "../classes/classes";
import { allocate, callFunction, qstrText, typeOfObject } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { typeError } from "../types";
import { isPositionalOnly, Message, plainName } from "./formatted";
import * as names from "../names";
import { FALSE, isKind, isStr, newTuple, smallInt, textBytes, textData } from "../objects";
import { raiseType } from "./raise";
import * as text from "../texts";

/** mp_code_state_t: fun_bc, …, n_state at 12, state at 20. */
const STATE_WORDS: usize = 12;
const STATE: usize = 20;

/** mp_obj_fun_bc_t */
const CONTEXT: usize = 4;
const BYTECODE: usize = 12;
const QSTR_TABLE: usize = 8;
const OBJECT_TABLE: usize = 12;

/** mp_obj_type_t */
const PARENT_INDEX: usize = 18;
const LOCALS_INDEX: usize = 19;
const SLOTS: usize = 16;

const OBJECT_INSTANCE: u32 = 0x200;

/** What the head of a function's bytecode says. */
@unmanaged
export class Signature {
  positional: u32;
  keywordOnly: u32;
  defaults: u32;
  /** Where the names begin: that of the function, then those of the parameters. */
  names: usize;
  /** MP_SCOPE_FLAG_xxx */
  flags: u32;
  /** Where the bytecode begins. */
  code: usize;
}

/** Decodes the head. See MP_BC_PRELUDE_SIG_DECODE and _SIZE_DECODE in py/bc.h. */
export function decode(fun: usize): Signature {
  const to = changetype<Signature>(allocate(24));
  let at = load<usize>(fun, BYTECODE);
  let byte = <u32>load<u8>(at++);
  let positional = byte & 3;
  let keywordOnly: u32 = 0;
  let defaults: u32 = 0;
  let flags: u32 = 0;
  for (let n: u32 = 0; (byte & 0x80) != 0 && n < 8; n++) {
    byte = load<u8>(at++);
    flags |= ((byte & 0x40) >> 6) << n;
    positional |= (byte & 4) << n;
    keywordOnly |= ((byte & 8) >> 3) << n;
    defaults |= (byte & 1) << n;
  }
  let info: u32 = 0;
  let cells: u32 = 0;
  for (let n: u32 = 0; n < 5; n++) {
    byte = load<u8>(at++);
    cells |= (byte & 1) << n;
    info |= ((byte & 0x7e) >> 1) << (6 * n);
    if ((byte & 0x80) == 0) break;
  }
  to.positional = positional;
  to.keywordOnly = keywordOnly;
  to.defaults = defaults;
  to.flags = flags;
  to.names = at;
  to.code = at + info + cells;
  return to;
}

/** What the compiler calls the parameters that it adds begins so. */
const STAR: u32 = 42;

const LOAD_CONST_OBJ: u32 = 0x23;
const SETUP_EXCEPT: u32 = 0x48;
const SETUP_FINALLY: u32 = 0x49;

/**
 * What source that asks for such things tells of a function (packages/micropython-wasm/src/frontend/describeFunction.ts): the constant that its first instruction loads, behind the
 * beginnings of `try`. A tuple of the marker, `__qualname__`, `__doc__`, the texts of annotations, the names of `*` and `**`, and how many parameters are positional only. 0 where there is none.
 */
export function description(fun: usize, signature: Signature): usize {
  let at = signature.code;
  for (let n = 0; n < 8 && (<u32>load<u8>(at) == SETUP_EXCEPT || <u32>load<u8>(at) == SETUP_FINALLY); n++)
    at += (load<u8>(at, 1) & 0x80) != 0 ? 3 : 2;
  if (<u32>load<u8>(at++) != LOAD_CONST_OBJ) return 0;
  const table = load<usize>(load<usize>(fun, CONTEXT), OBJECT_TABLE);
  if (table == 0) return 0;
  const object = load<usize>(table + (<usize>number(at, 0) << 2));
  const described = isKind(object, Kind.Tuple) && load<u32>(object, 4) == 7;
  return described && load<usize>(object, 8) == ((<usize>names.__function__() << 3) | 2) ? object : 0;
}

/** The number at a place in a list of numbers of seven bits a byte. */
function number(at: usize, index: u32): u32 {
  let value: u32 = 0;
  for (let i: u32 = 0; i <= index; i++) {
    value = 0;
    let byte: u32;
    do {
      byte = load<u8>(at++);
      value = (value << 7) | (byte & 127);
    } while ((byte & 128) != 0);
  }
  return value;
}

/** The interned string at a place in the list of names: 0 is the function's, from 1 on the parameters'. */
export function nameAt(fun: usize, names: usize, index: u32): u32 {
  const table = load<usize>(load<usize>(fun, CONTEXT), QSTR_TABLE);
  return load<u16>(table + (<usize>number(names, index) << 1));
}

@inline
function slot(type: usize, index: usize): usize {
  const at = <usize>load<u8>(type + index);
  return at == 0 ? 0 : load<usize>(type + (at << 2), SLOTS);
}

/** Whether a class's own dict holds the function: bare, in a closure, a staticmethod, a classmethod, or a property. */
function holds(type: usize, fun: usize): bool {
  const dict = slot(type, LOCALS_INDEX);
  if (dict == 0) return false;
  const used = load<u32>(dict, 8);
  const table = load<usize>(dict, 12);
  for (let i: u32 = 0; i < used; i++) {
    const value = load<usize>(table + (<usize>i << 3), 4);
    if (value == fun) return true;
    if (value != 0 && (value & 3) == 0 && (load<usize>(value, 4) == fun || load<usize>(value, 8) == fun)) return true;
  }
  return false;
}

/** The class among a type's bases whose dict holds the function, or 0. */
function owner(type: usize, fun: usize, depth: u32): usize {
  for (let n = 0; n < 50; n++) {
    if ((load<u16>(type, 4) & OBJECT_INSTANCE) == 0) return 0;
    if (holds(type, fun)) return type;
    const parent = slot(type, PARENT_INDEX);
    if (parent == 0) return 0;
    if (load<usize>(parent) != typeOf(Kind.Tuple)) {
      type = parent;
      continue;
    }
    if (depth > 20) return 0;
    const count = min(load<u32>(parent, 4), 50);
    for (let i: u32 = 0; i < count; i++) {
      const found = owner(load<usize>(parent + (<usize>i << 2), 8), fun, depth + 1);
      if (found != 0) return found;
    }
    return 0;
  }
  return 0;
}

/** A message that begins with the function's name, in its class's where the first argument tells the class. */
function begin(fun: usize, signature: Signature, first: usize): usize {
  const message = Message.begin();
  const told = description(fun, signature);
  if (told != 0 && isStr(load<usize>(told, 12))) {
    Message.addBytes(message, textData(load<usize>(told, 12)), textBytes(load<usize>(told, 12)));
    Message.add(message, text.parentheses());
    return message;
  }
  if (first != 0) {
    let type = typeOfObject(first);
    if (type == typeOf(Kind.Type)) type = first;
    const found = owner(type, fun, 0);
    if (found != 0) {
      Message.addName(message, load<u16>(found, 6));
      Message.add(message, text.dot());
    }
  }
  Message.addName(message, nameAt(fun, signature.names, 0));
  Message.add(message, text.parentheses());
  return message;
}

/** Says which of the parameters have no value, and raises. */
function addMissing(message: usize, fun: usize, nameList: usize, state: usize, from: u32, to: u32, type: usize): void {
  let count: u32 = 0;
  for (let i = from; i < to; i++) count += u32(isMissing(state, i));
  Message.add(message, text.missing());
  Message.addNumber(message, count);
  Message.add(message, type);
  if (count != 1) Message.add(message, text.plural());
  Message.add(message, text.colon());
  let said: u32 = 0;
  for (let i = from; i < to; i++) {
    if (!isMissing(state, i)) continue;
    said++;
    if (said > 1) Message.add(message, said < count ? text.comma() : count == 2 ? text.and() : text.comma_and());
    Message.add(message, text.quote());
    Message.addName(message, nameAt(fun, nameList, i + 1));
    Message.add(message, text.quote());
  }
  Message.raise(message, typeError());
}

/** The value of parameter i stands i words below the last one of the state. */
@inline
function isMissing(last: usize, i: u32): bool {
  return load<usize>(last - (<usize>i << 2)) == 0;
}

/** The last word of the state: the first parameter's value. */
@inline
function lastOf(codeState: usize): usize {
  return codeState + STATE + ((<usize>load<u16>(codeState, STATE_WORDS) - 1) << 2);
}

/** Too many or too few positional arguments. The state does not hold them yet. */
export function positional_mismatch(codeState: usize, given: u32, args: usize): void {
  const fun = load<usize>(codeState);
  const signature = decode(fun);
  const message = begin(fun, signature, given > 0 ? load<usize>(args) : 0);
  const last = lastOf(codeState);
  // what a closure closes over
  let hidden: u32 = 0;
  while (hidden < signature.positional && load<u8>(qstrText(nameAt(fun, signature.names, hidden + 1))) == STAR) hidden++;
  if (given < signature.positional) {
    for (let i: u32 = 0; i < given; i++) store<usize>(last - (<usize>i << 2), load<usize>(args + (<usize>i << 2)));
    addMissing(message, fun, signature.names, last, 0, signature.positional - signature.defaults, text.positional());
  }
  const most = signature.positional - hidden;
  given -= min(hidden, given);
  Message.add(message, text.takes());
  if (signature.defaults > 0) {
    Message.add(message, text.from());
    Message.addNumber(message, most - signature.defaults);
    Message.add(message, text.to());
  }
  Message.addNumber(message, most);
  Message.add(message, text.positional_argument());
  if (most != 1 || signature.defaults > 0) Message.add(message, text.plural());
  Message.add(message, text.but());
  Message.addNumber(message, given);
  Message.add(message, given == 1 ? text.was_given() : text.were_given());
  Message.raise(message, typeError());
}

/** A parameter has no value although keywords were given too. */
export function missing_positional(codeState: usize): void {
  const fun = load<usize>(codeState);
  const signature = decode(fun);
  const last = lastOf(codeState);
  const message = begin(fun, signature, load<usize>(last));
  addMissing(message, fun, signature.names, last, 0, signature.positional, text.positional());
}

export function missing_keyword(codeState: usize): void {
  const fun = load<usize>(codeState);
  const signature = decode(fun);
  const last = lastOf(codeState);
  const message = begin(fun, signature, signature.positional > 0 ? load<usize>(last) : 0);
  const from = signature.positional;
  addMissing(message, fun, signature.names, last, from, from + signature.keywordOnly, text.keyword_only());
}

function about(codeState: usize, what: usize, name: u32): void {
  const fun = load<usize>(codeState);
  const signature = decode(fun);
  const message = begin(fun, signature, signature.positional > 0 ? load<usize>(lastOf(codeState)) : 0);
  Message.add(message, what);
  Message.addName(message, name);
  Message.add(message, text.quote());
  Message.raise(message, typeError());
}

/** Whether two texts that end with a zero are the same. */
function same(a: usize, b: usize): bool {
  while (load<u8>(a) == load<u8>(b)) {
    if (load<u8>(a) == 0) return true;
    a++;
    b++;
  }
  return false;
}

export function unexpected_keyword(codeState: usize, name: u32): void {
  const fun = load<usize>(codeState);
  const signature = decode(fun);
  for (let i: u32 = 0; i < signature.positional; i++) {
    const parameter = nameAt(fun, signature.names, i + 1);
    if (isPositionalOnly(parameter) && same(plainName(parameter), qstrText(name))) {
      about(codeState, text.positional_only(), name);
      return;
    }
  }
  about(codeState, text.unexpected_keyword(), name);
}

/**
 * Whether the arguments of a function or type in C are as many as it takes (py/argcheck.c): `signature` holds the least and the most, and whether there may be keywords. What is said
 * otherwise is lib/_arity.py's.
 */
export function check_arguments(count: u32, keywords: u32, signature: u32, callee: usize): void {
  const least = signature >>> 17;
  const most = (signature >>> 1) & 0xffff;
  if (count >= least && count <= most && (keywords == 0 || (signature & 1) != 0)) return;
  const say = common(names.__arity__());
  if (callee != 0 && say != 0) {
    const args = newTuple(5) + 8;
    store<usize>(args, callee);
    store<usize>(args, smallInt(count), 4);
    store<usize>(args, smallInt(least), 8);
    store<usize>(args, smallInt(most), 12);
    store<usize>(args, (signature & 1) != 0 ? FALSE : smallInt(keywords), 16);
    callFunction(say, 5, 0, args);
  }
  raiseType("function takes other arguments");
}

export function multiple_values(codeState: usize, name: u32): void {
  about(codeState, text.multiple_values(), name);
}
