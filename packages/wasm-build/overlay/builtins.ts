// Builtins that take more than upstream's do. What few programs ask for is in packages/stdlib/lib/_builtins.py.

import { is_true } from "./numbers/arithmetic";
import { argument, isLiteral, keyword, onlyKeywords } from "./arguments";
import { newBuilder, textObject } from "./text/builder";
import { fixed, toFloat } from "./numbers/decimal";
import {
  allocate,
  attribute,
  callFunction,
  getInt,
  getIterator,
  importModule,
  newFloat,
  upstreamMax,
  upstreamMin,
  upstreamRound,
  upstreamSum,
  zipMakeNewGeneral,
} from "./interpreter";
import { isSmallInt, isStr, NONE, textBytes, textData } from "./objects";
import { raise, raiseBuilt, raiseType } from "./errors/raise";
import { appendTypeName, attributeOf, hasType, isInstance, plain, selfText } from "./text/str";
import { bytesType, floatType, listType, tupleType, typeError, valueError } from "./types";

function literal(text: string): usize {
  const builder = newBuilder(31);
  builder.literal(text);
  return builder.toStr();
}

/** A function of packages/stdlib/lib/_builtins.py. */
export function helper(name: string): usize {
  const args = allocate(4);
  store<usize>(args, literal("_builtins"));
  return attribute(importModule(1, args), literal(name));
}

/** Whether the only argument is a list or tuple without items, and there is no default. */
function isEmpty(count: u32, args: usize, keywords: usize): bool {
  if (count != 1) return false;
  const object = plain(load<usize>(args));
  const length = hasType(object, listType()) ? load<u32>(object, 8) : hasType(object, tupleType()) ? load<u32>(object, 4) : 1;
  return length == 0 && keyword(keywords, "default") == 0;
}

export function builtins_max(count: u32, args: usize, keywords: usize): usize {
  if (isEmpty(count, args, keywords)) raise(valueError(), "max() arg is an empty sequence");
  return upstreamMax(count, args, keywords);
}

export function builtins_min(count: u32, args: usize, keywords: usize): usize {
  if (isEmpty(count, args, keywords)) raise(valueError(), "min() arg is an empty sequence");
  return upstreamMin(count, args, keywords);
}

export function builtins_sum(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "sum", "start", "start");
  const start = argument(count, args, keywords, 1, "start");
  if (start == 0) return upstreamSum(1, args);
  if (isStr(plain(start))) raiseType("sum() can't sum strings [use ''.join(seq) instead]");
  const both = allocate(8);
  store<usize>(both, load<usize>(args));
  store<usize>(both, start, 4);
  return upstreamSum(2, both);
}

export function builtins_iter(count: u32, args: usize): usize {
  return count == 1 ? getIterator(load<usize>(args), 0) : callFunction(helper("until"), 2, 0, args);
}

/** zip's make_new: keywords stand behind the arguments, names and values in turn. */
export function zip_make_new(type: usize, count: u32, keywords: u32, args: usize): usize {
  if (keywords != 1) return zipMakeNewGeneral(type, count, keywords, args);
  const behind = args + (<usize>count << 2);
  if (!isLiteral(load<usize>(behind), "strict")) return zipMakeNewGeneral(type, count, keywords, args);
  if (!is_true(load<usize>(behind, 4))) return zipMakeNewGeneral(type, count, 0, args);
  return callFunction(helper("zip_strict"), count, 0, args);
}

export function builtins_round(count: u32, args: usize): usize {
  const object = load<usize>(args);
  if (isInstance(object)) {
    const method = attributeOf(object, "__round__");
    if (method != 0) return callFunction(method, count - 1, 0, args + 4);
  }
  const number = plain(object);
  if (count == 2 && load<usize>(args, 4) == NONE) count = 1;
  if (count == 2 && hasType(number, floatType()) && isSmallInt(load<usize>(args, 4))) {
    const value = load<f64>(number, 8);
    const digits = getInt(load<usize>(args, 4));
    if (value - value != 0 || value == 0 || digits > 330) return number;
    const rounded = digits < -330 ? 0 : toFloat(fixed(abs<f64>(value), digits));
    return newFloat(value < 0 ? -rounded : rounded);
  }
  if (isStr(number) || number == NONE || hasType(number, listType()) || hasType(number, tupleType())) {
    const message = newBuilder(63);
    message.literal("type ");
    appendTypeName(message, object);
    message.literal(" doesn't define __round__ method");
    raiseBuilt(typeError(), message);
  }
  return upstreamRound(count, args);
}

function converted(name: string, text: usize, encoding: usize, errors: usize): usize {
  const args = allocate(12);
  store<usize>(args, text);
  store<usize>(args, encoding == 0 ? literal("utf-8") : encoding, 4);
  store<usize>(args, errors == 0 ? literal("strict") : errors, 8);
  return callFunction(helper(name), 3, 0, args);
}

function isUtf8Name(encoding: usize): bool {
  return encoding == 0 || (isStr(encoding) && (isLiteral(encoding, "utf-8") || isLiteral(encoding, "utf8") || isLiteral(encoding, "UTF-8")));
}

export function str_encode(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "encode", "encoding", "errors");
  const text = selfText(load<usize>(args));
  const encoding = argument(count, args, keywords, 1, "encoding");
  if (!isUtf8Name(encoding)) {
    return converted("encode", text, encoding, argument(count, args, keywords, 2, "errors"));
  }
  const builder = newBuilder(textBytes(text));
  builder.bytes(textData(text), textBytes(text));
  return textObject(bytesType(), builder.ended(), textBytes(text));
}

/** Whether bytes are UTF-8 as CPython reads it. */
function isUtf8(at: usize, end: usize): bool {
  while (at < end) {
    const first = <u32>load<u8>(at++);
    if (first < 0x80) continue;
    if (first < 0xc2 || first > 0xf4) return false;
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if (at + more > end) return false;
    const second = <u32>load<u8>(at);
    const low: u32 = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const high: u32 = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return false;
    for (let i: usize = 1; i < <usize>more; i++) if ((load<u8>(at + i) & 0xc0) != 0x80) return false;
    at += more;
  }
  return true;
}

export function bytes_decode(count: u32, args: usize, keywords: usize): usize {
  onlyKeywords(keywords, "decode", "encoding", "errors");
  const text = selfText(load<usize>(args));
  const encoding = argument(count, args, keywords, 1, "encoding");
  const data = textData(text);
  const length = textBytes(text);
  if (!isUtf8Name(encoding) || !isUtf8(data, data + length)) {
    return converted("decode", text, encoding, argument(count, args, keywords, 2, "errors"));
  }
  const builder = newBuilder(length);
  builder.bytes(data, length);
  return builder.toStr();
}
