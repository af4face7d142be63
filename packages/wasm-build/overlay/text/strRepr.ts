// repr() and ascii() of str, bytes and bytearray.

import { Builder, newBuilder } from "./builder";
import { printText, reprOf, strPrintGeneral } from "../interpreter";
import { isStr, textBytes, textData } from "../objects";
import { characterAt, isAscii, widthOf } from "./str";
import { bitsOf, Is } from "./unicode";

/** mp_print_kind_t */
const REPR: u32 = 1;

const QUOTE: u32 = 39;
const DOUBLE_QUOTE: u32 = 34;
const BACKSLASH: u32 = 92;

function hex(builder: Builder, value: u32, digits: i32): void {
  for (let shift = (digits - 1) << 2; shift >= 0; shift -= 4) {
    const digit = (value >>> shift) & 15;
    builder.byte(digit < 10 ? 48 + digit : 87 + digit);
  }
}

function escape(builder: Builder, code: u32, letter: u32, digits: i32): void {
  builder.byte(BACKSLASH);
  builder.byte(letter);
  hex(builder, code, digits);
}

/** \xhh, \uhhhh or \Uhhhhhhhh */
function escapeCharacter(builder: Builder, code: u32): void {
  if (code < 0x100) escape(builder, code, 120, 2);
  else if (code < 0x10000) escape(builder, code, 117, 4);
  else escape(builder, code, 85, 8);
}

function appendQuoted(builder: Builder, text: usize): void {
  const data = textData(text);
  const end = data + textBytes(text);
  let single = false;
  let double = false;
  for (let at = data; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte == QUOTE) single = true;
    else if (byte == DOUBLE_QUOTE) double = true;
  }
  const quote = single && !double ? DOUBLE_QUOTE : QUOTE;
  const str = isStr(text);
  builder.byte(quote);
  for (let at = data; at < end; ) {
    const code = str ? characterAt(at, end) : <u32>load<u8>(at);
    if (code == quote || code == BACKSLASH) {
      builder.byte(BACKSLASH);
      builder.byte(code);
    } else if (code >= 32 && code < 127) {
      builder.byte(code);
    } else if (code == 9 || code == 10 || code == 13) {
      builder.byte(BACKSLASH);
      builder.byte(code == 9 ? 116 : code == 10 ? 110 : 114);
    } else if (str && code > 127 && (bitsOf(code) & Is.Printable) != 0) {
      builder.character(code);
    } else {
      escapeCharacter(builder, code);
    }
    at += str ? widthOf(load<u8>(at)) : 1;
  }
  builder.byte(quote);
}

/** str_print, of str and bytes. */
export function str_print(print: usize, text: usize, kind: u32): void {
  if (kind != REPR) return strPrintGeneral(print, text, kind);
  const builder = newBuilder(textBytes(text) + 3);
  if (!isStr(text)) builder.byte(98);
  appendQuoted(builder, text);
  printText(print, builder.data, builder.length);
}

/** A text with everything beyond ASCII escaped. */
export function escaped(text: usize): usize {
  const data = textData(text);
  const length = textBytes(text);
  if (isAscii(data, length)) return text;
  const builder = newBuilder(length << 1);
  const end = data + length;
  for (let at = data; at < end; at += widthOf(load<u8>(at))) {
    const code = characterAt(at, end);
    if (code < 128) builder.byte(code);
    else escapeCharacter(builder, code);
  }
  return builder.toStr();
}

export function builtins_ascii(object: usize): usize {
  return escaped(reprOf(object));
}
