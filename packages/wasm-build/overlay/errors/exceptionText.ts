// The text of exceptions, alone and as the report of one that nobody caught.

import { Builder, newBuilder } from "../text/builder";
import {
  call1,
  callFunction,
  loadMethodMaybe,
  printExceptionGeneral,
  printExceptionValueGeneral,
  printHelper,
  printText,
  qstrText,
} from "../interpreter";
import { cause, context, isKindOf, nativePart, suppressesContext } from "./exceptions";
import { Kind } from "../lowMemory";
import * as names from "../names";
import { characterAt, isBytesLike, plain } from "../text/str";
import { itemOffset, NOWHERE } from "../text/strIndex";
import { intValue, isKind, isSmallInt, isStr, newTuple, textBytes, textData } from "../objects";
import * as text from "../texts";
import * as types from "../types";

/** mp_print_kind_t */
const STR: u32 = 0;
const REPR: u32 = 1;
const EXC: u32 = 2;
/** Flag: the name of the class was printed already. */
const OF_SUBCLASS: u32 = 0x80;

const ARGS: usize = 12;

/** Reports go this deep into causes and contexts. */
const DEEPEST: u32 = 50;

function put(print: usize, at: usize): void {
  let end = at;
  while (load<u8>(end) != 0) end++;
  if (end > at) printText(print, at, <u32>(end - at));
}

function putItems(print: usize, args: usize, count: u32): void {
  put(print, text.open());
  for (let i: u32 = 0; i < count; i++) {
    if (i > 0) put(print, text.comma());
    printHelper(print, load<usize>(args + (<usize>i << 2), 8), REPR);
  }
  put(print, text.close());
}

/** The print slot of exceptions: mp_obj_exception_print */
export function print_exception_value(print: usize, exception: usize, kind: u32): void {
  const plain = kind & ~OF_SUBCLASS;
  const type = load<usize>(exception);
  const args = load<usize>(exception, ARGS);
  const count = load<u32>(args, 4);
  if (plain == REPR) {
    if ((kind & OF_SUBCLASS) == 0) put(print, qstrText(load<u16>(type, 6)));
    putItems(print, args, count);
    return;
  }
  if (plain == EXC && (kind & OF_SUBCLASS) == 0) {
    put(print, qstrText(load<u16>(type, 6)));
    if (count > 0) put(print, text.colon());
  }
  if (count == 0) return;
  const first = load<usize>(args, 8);
  if (count >= 2 && isKindOf(type, types.osError())) {
    put(print, text.errno());
    printHelper(print, first, STR);
    put(print, text.close_errno());
    printHelper(print, load<usize>(args, 12), STR);
    putName(print, exception, names.filename(), text.colon());
    putName(print, exception, names.filename2(), text.arrow());
  } else if (count == 5 && (isKindOf(type, types.UnicodeEncodeError()) || isKindOf(type, types.UnicodeDecodeError()))) {
    putCodec(print, args + 8, isKindOf(type, types.UnicodeDecodeError()));
  } else if (count == 1) {
    // of C's, OSError(number)
    if (isSmallInt(first) && type == types.osError()) printExceptionValueGeneral(print, exception, STR);
    else printHelper(print, first, isKindOf(type, types.keyError()) ? REPR : STR);
  } else {
    putItems(print, args, count);
  }
}

function appendText(builder: Builder, object: usize): void {
  const text = isStr(object) ? object : call1(types.strType(), object);
  builder.bytes(textData(text), textBytes(text));
}

/** What could not be encoded or decoded: encoding, object, start, end and reason. */
function putCodec(print: usize, args: usize, decoding: bool): void {
  const object = plain(load<usize>(args, 4));
  const start = intValue(load<usize>(args, 8));
  const end = intValue(load<usize>(args, 12));
  const builder = newBuilder(95);
  builder.byte(39);
  appendText(builder, load<usize>(args));
  builder.literal(decoding ? "' codec can't decode byte" : "' codec can't encode character");
  if (end - start == 1 && start >= 0 && (decoding ? isBytesLike(object) && <u32>start < textBytes(object) : isStr(object))) {
    builder.byte(32);
    if (decoding) {
      const byte = <u32>load<u8>(textData(object) + start);
      builder.literal("0x");
      builder.byte(digit(byte >>> 4));
      builder.byte(digit(byte & 15));
    } else {
      const at = itemOffset(textData(object), textBytes(object), start);
      const code = at == NOWHERE ? 0 : characterAt(textData(object) + at, textData(object) + textBytes(object));
      builder.literal(code < 0x100 ? "'\\x" : code < 0x10000 ? "'\\u" : "'\\U");
      for (let shift = code < 0x100 ? 4 : code < 0x10000 ? 12 : 28; shift >= 0; shift -= 4) builder.byte(digit((code >>> shift) & 15));
      builder.byte(39);
    }
    builder.literal(" in position ");
    builder.decimal(<u32>start);
  } else {
    builder.literal("s in position ");
    builder.decimal(<u32>start);
    builder.byte(45);
    builder.decimal(<u32>(end - 1));
  }
  builder.literal(": ");
  appendText(builder, load<usize>(args, 16));
  printText(print, builder.data, builder.length);
}

function digit(value: u32): u32 {
  return value < 10 ? 48 + value : 87 + value;
}

/** The repr of an attribute that is not None, behind a text. */
function putName(print: usize, exception: usize, name: u32, before: usize): void {
  const dest = newTuple(2) + 8;
  loadMethodMaybe(exception, name, dest);
  const value = load<usize>(dest);
  if (value == 0 || value == 6) return;
  put(print, before);
  printHelper(print, value, REPR);
}

/** The last line of a report: the type, and what str() makes of the exception where that is not empty; and its notes. */
export function print_summary(print: usize, exception: usize): void {
  put(print, qstrText(load<u16>(load<usize>(exception), 6)));
  const cell = newTuple(3);
  store<usize>(cell, exception, 8);
  const said = callFunction(types.strType(), 1, 0, cell + 8);
  store<usize>(cell, said, 8);
  if (isStr(said) && textBytes(said) > 0) {
    put(print, text.colon());
    printText(print, textData(said), textBytes(said));
  }
  loadMethodMaybe(exception, names.__notes__(), cell + 12);
  const notes = load<usize>(cell, 12);
  if (!isKind(notes, Kind.List)) return;
  for (let i: u32 = 0; i < load<u32>(notes, 8); i++) {
    put(print, text.newline());
    printHelper(print, load<usize>(load<usize>(notes, 12) + (<usize>i << 2)), STR);
  }
}

function printChained(print: usize, exception: usize, depth: u32): void {
  const part = nativePart(exception);
  if (part != 0 && depth < DEEPEST) {
    const reason = cause(part);
    const before = context(part);
    if (reason != 0 && reason != exception) {
      printChained(print, reason, depth + 1);
      put(print, text.direct_cause());
    } else if (before != 0 && before != exception && !suppressesContext(part)) {
      printChained(print, before, depth + 1);
      put(print, text.during_handling());
    }
  }
  printExceptionGeneral(print, exception);
}

/** mp_obj_print_exception */
export function print_exception(print: usize, exception: usize): void {
  printChained(print, exception, 0);
}
