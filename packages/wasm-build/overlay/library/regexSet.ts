// Sets of characters in a program of the regular expression engine: eight words of bits for the characters below 256, a word of flags, the number of ranges,
// and the ranges (first, last) of the other characters. packages/stdlib/lib/_re_code.py writes them.

import { Case, Is, bitsOf, simpleCase } from "../text/unicode";

/** The bits of the flags. The four categories hold for characters from 256 on. */
const NEGATED: u32 = 1;
const WORD: u32 = 2;
const NOT_WORD: u32 = 4;
const DIGIT: u32 = 8;
const NOT_DIGIT: u32 = 16;

@inline
export function inBits(set: usize, byte: u32): bool {
  return ((load<u32>(set + (<usize>(byte >>> 5) << 2)) >>> (byte & 31)) & 1) != 0;
}

/** For characters from 256 on. */
export function inSet(set: usize, char: u32): bool {
  const flags = load<u32>(set, 32);
  let found = false;
  if ((flags & (WORD | NOT_WORD | DIGIT | NOT_DIGIT)) != 0) {
    const bits = bitsOf(char);
    const word = (bits & (Is.Alpha | Is.Decimal | Is.Digit | Is.Numeric)) != 0;
    const digit = (bits & Is.Decimal) != 0;
    found = (flags & ((word ? WORD : NOT_WORD) | (digit ? DIGIT : NOT_DIGIT))) != 0;
  }
  let range = set + 40;
  for (let left = load<u32>(set, 36); left > 0 && !found; left--, range += 8)
    found = char >= load<u32>(range) && char <= load<u32>(range, 4);
  return (flags & NEGATED) != 0 ? !found : found;
}

/** The lower case of a character, for references back that ignore case. */
@inline
export function lowerCase(char: u32, unicode: bool): u32 {
  if (char < 128) return char - 65 < 26 ? char + 32 : char;
  return unicode ? simpleCase(char, Case.Lower) : char;
}
