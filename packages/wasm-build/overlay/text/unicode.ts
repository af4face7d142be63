// Predicates and case of characters, from the tables that src/unicode.ts makes.

import { Builder } from "./builder";
import { unicodeTables } from "../interpreter";

export const enum Is {
  Alpha = 1,
  Decimal = 2,
  Digit = 4,
  Numeric = 8,
  Lower = 16,
  Upper = 32,
  Title = 64,
  Space = 128,
  Printable = 256,
  IdStart = 512,
  IdContinue = 1024,
  CaseIgnorable = 2048,
  Expands = 4096,
}

export const CASED = Is.Lower | Is.Upper | Is.Title;

export const enum Case {
  Upper = 0,
  Lower = 1,
  Title = 2,
  Fold = 3,
}

const BLOCK_BITS: u32 = 6;
const INDEXED: u32 = 0x20000;
const RECORD_BYTES: u32 = 16;

@inline
function table(at: usize): usize {
  return load<usize>(unicodeTables() + (at << 2));
}

/** The record of a character: its bits, and how far its upper, lower and title case are. */
function record(code: u32): usize {
  let number: u32;
  if (code < INDEXED) {
    const block = <u32>load<u16>(table(0) + ((code >>> BLOCK_BITS) << 1));
    number = <u32>load<u8>(table(1) + (block << BLOCK_BITS) + (code & ((1 << BLOCK_BITS) - 1)));
  } else {
    let range = table(3);
    while (load<u32>(range, 8) <= code) range += 8;
    number = load<u32>(range, 4);
  }
  return table(2) + number * RECORD_BYTES;
}

export function bitsOf(code: u32): u32 {
  return load<u32>(record(code));
}

/** The one character that a character is mapped to; itself where there are several. */
export function simpleCase(code: u32, to: Case): u32 {
  return code + load<u32>(record(code) + (<usize>to << 2), 4);
}

/** Appends a character in another case. */
export function appendCase(builder: Builder, code: u32, to: Case): void {
  if (to == Case.Fold) return appendFolded(builder, code);
  const found = record(code);
  if ((load<u32>(found) & Is.Expands) == 0) return builder.character(code + load<u32>(found + (<usize>to << 2), 4));
  const texts = expansion(code) + 4 + <usize>to * 12;
  for (let i: usize = 0; i < 12 && load<u32>(texts + i) != 0; i += 4) builder.character(load<u32>(texts + i));
}

/** The entry of a character that is mapped to several: the character, and three words each for upper, lower and title case. */
function expansion(code: u32): usize {
  let entry = table(4);
  while (load<u32>(entry) < code) entry += 40;
  return entry;
}

/** Case folding: the lower case of the upper case, but for the dotless i and Cherokee. */
function appendFolded(builder: Builder, code: u32): void {
  if (code == 0x131) return builder.character(code);
  if ((code >= 0x13a0 && code <= 0x13f5) || (code >= 0xab70 && code <= 0xabbf)) {
    return builder.character(simpleCase(code, Case.Upper));
  }
  if ((bitsOf(code) & Is.Expands) == 0) {
    return builder.character(simpleCase(simpleCase(code, Case.Upper), Case.Lower));
  }
  const texts = expansion(code) + 4;
  for (let i: usize = 0; i < 12 && load<u32>(texts + i) != 0; i += 4) {
    appendCase(builder, load<u32>(texts + i), Case.Lower);
  }
}
