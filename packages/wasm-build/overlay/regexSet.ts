// Sets of characters in a program of the regular expression engine: eight words of bits for the characters below 256, a word of flags, the number of ranges,
// and the ranges (first, last) of the other characters. packages/stdlib/lib/_re_code.py writes them.

/** The bits of the flags. Whether a character is a word's or a digit is asked of the table of Unicode. */
const NEGATED: u32 = 1;
const WORD: u32 = 2;
const NOT_WORD: u32 = 4;
const DIGIT: u32 = 8;
const NOT_DIGIT: u32 = 16;

@inline
export function inBits(set: usize, byte: u32): bool {
  return ((load<u32>(set + (<usize>(byte >>> 5) << 2)) >>> (byte & 31)) & 1) != 0;
}

/** Whether a table of bounds (in, out, in, …) has the character inside. */
function inside(bounds: usize, count: u32, char: u32): bool {
  let low: u32 = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (load<u32>(bounds + (<usize>middle << 2)) <= char) low = middle + 1;
    else high = middle;
  }
  return (low & 1) != 0;
}

/** Whether the flags of a set ask for the table of Unicode. */
@inline
export function needsTable(set: usize): bool {
  return (load<u32>(set, 32) & (WORD | NOT_WORD | DIGIT | NOT_DIGIT)) != 0;
}

/** For characters from 256 on. The table holds how many bounds of words, digits and pairs of cases there are, and then these. */
export function inSet(set: usize, char: u32, table: usize): bool {
  const flags = load<u32>(set, 32);
  let found = false;
  if (table != 0 && (flags & (WORD | NOT_WORD)) != 0) {
    const word = inside(table + 12, load<u32>(table), char);
    found = (flags & WORD) != 0 ? word : !word;
    if ((flags & (WORD | NOT_WORD)) == (WORD | NOT_WORD)) found = true;
  }
  if (!found && table != 0 && (flags & (DIGIT | NOT_DIGIT)) != 0) {
    const digit = inside(table + 12 + (<usize>load<u32>(table) << 2), load<u32>(table, 4), char);
    found = (flags & DIGIT) != 0 ? digit : !digit;
    if ((flags & (DIGIT | NOT_DIGIT)) == (DIGIT | NOT_DIGIT)) found = true;
  }
  if (!found) {
    let range = set + 40;
    for (let left = load<u32>(set, 36); left > 0; left--, range += 8) {
      if (char >= load<u32>(range) && char <= load<u32>(range, 4)) {
        found = true;
        break;
      }
    }
  }
  return (flags & NEGATED) != 0 ? !found : found;
}

/** The lower case of a character, for references back that ignore case. */
export function lowerCase(char: u32, table: usize): u32 {
  if (char < 128) return char - 65 < 26 ? char + 32 : char;
  if (table == 0) return char;
  const pairs = table + 12 + (<usize>(load<u32>(table) + load<u32>(table, 4)) << 2);
  let low: u32 = 0;
  let high = load<u32>(table, 8);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const pair = pairs + (<usize>middle << 3);
    const upper = load<u32>(pair);
    if (upper == char) return load<u32>(pair, 4);
    if (upper < char) low = middle + 1;
    else high = middle;
  }
  return char;
}
