// The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded and read as CPython's `random` does. A state is a bytes object that only
// lib/random.py holds: 624 words, and how many of them are used up.

import { randomU32 } from "../host/host";
import { newFloat, newStrCopy, allocate } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { intValue, isKind, NONE, smallInt, textBytes, textData } from "../objects";

const WORDS: usize = 624;
const MIDDLE: usize = 397;
const STATE_BYTES: u32 = 2500;

/** Where the words of a state lie, or 0 where the object is no state. */
function stateOf(object: usize): usize {
  return isKind(object, Kind.Bytes) && textBytes(object) == STATE_BYTES ? textData(object) : 0;
}

@inline
function mixed(high: u32, low: u32): u32 {
  const word = (high & 0x80000000) | (low & 0x7fffffff);
  return (word >>> 1) ^ ((0 - (word & 1)) & 0x9908b0df);
}

function refill(words: usize): void {
  for (let i: usize = 0; i < WORDS; i++) {
    const at = words + (i << 2);
    const next = words + ((i + 1 == WORDS ? 0 : i + 1) << 2);
    const middle = words + ((i + MIDDLE < WORDS ? i + MIDDLE : i + MIDDLE - WORDS) << 2);
    store<u32>(at, load<u32>(middle) ^ mixed(load<u32>(at), load<u32>(next)));
  }
}

function nextWord(words: usize): u32 {
  let used = <usize>load<u32>(words + (WORDS << 2));
  if (used >= WORDS) {
    refill(words);
    used = 0;
  }
  store<u32>(words + (WORDS << 2), <u32>used + 1);
  let word = load<u32>(words + (used << 2));
  word ^= word >>> 11;
  word ^= (word << 7) & 0x9d2c5680;
  word ^= (word << 15) & 0xefc60000;
  return word ^ (word >>> 18);
}

/** random_seed(state, key): `key` is bytes, words of 32 bits from the lowest up; one at least. */
export function random_seed(state: usize, key: usize): usize {
  const words = stateOf(state);
  if (words == 0 || !isKind(key, Kind.Bytes)) return NONE;
  const keys = textData(key);
  const length = <usize>(textBytes(key) >>> 2);
  if (length == 0) return NONE;
  store<u32>(words, 19650218);
  for (let i: usize = 1; i < WORDS; i++) {
    const before = load<u32>(words + ((i - 1) << 2));
    store<u32>(words + (i << 2), 1812433253 * (before ^ (before >>> 30)) + <u32>i);
  }
  let i: usize = 1;
  let j: usize = 0;
  for (let left = max(WORDS, length); left > 0; left--) {
    const before = load<u32>(words + ((i - 1) << 2));
    const at = words + (i << 2);
    store<u32>(at, (load<u32>(at) ^ ((before ^ (before >>> 30)) * 1664525)) + load<u32>(keys + (j << 2)) + <u32>j);
    if (++i == WORDS) {
      store<u32>(words, load<u32>(words + ((WORDS - 1) << 2)));
      i = 1;
    }
    if (++j == length) j = 0;
  }
  for (let left = WORDS - 1; left > 0; left--) {
    const before = load<u32>(words + ((i - 1) << 2));
    const at = words + (i << 2);
    store<u32>(at, (load<u32>(at) ^ ((before ^ (before >>> 30)) * 1566083941)) - <u32>i);
    if (++i == WORDS) {
      store<u32>(words, load<u32>(words + ((WORDS - 1) << 2)));
      i = 1;
    }
  }
  store<u32>(words, 0x80000000);
  store<u32>(words + (WORDS << 2), <u32>WORDS);
  return NONE;
}

/** random_float(state): a float of 53 random bits, from 0 up to but not including 1. */
export function random_float(state: usize): usize {
  const words = stateOf(state);
  if (words == 0) return NONE;
  const a = nextWord(words) >>> 5;
  const b = nextWord(words) >>> 6;
  return newFloat((<f64>a * 67108864.0 + <f64>b) / 9007199254740992.0);
}

/** random_below(state, n): a small int from 0 up to but not including the small int n, which is above 0. */
export function random_below(state: usize, n: usize): usize {
  const words = stateOf(state);
  const limit = <u32>intValue(n);
  if (words == 0 || limit == 0 || <i32>limit < 0) return NONE;
  const shift = clz<u32>(limit);
  let value = nextWord(words) >>> shift;
  while (value >= limit) value = nextWord(words) >>> shift;
  return smallInt(<i32>value);
}

/** random_bits(state, k): bytes that hold k random bits, from the lowest up. */
export function random_bits(state: usize, k: usize): usize {
  const bits = intValue(k);
  if (stateOf(state) == 0 || bits <= 0) return NONE;
  const count = <u32>(bits + 31) >>> 5;
  const data = allocate(count << 2);
  const words = stateOf(state);
  for (let i: u32 = 0; i < count; i++) store<u32>(data + (<usize>i << 2), nextWord(words));
  const spare = (count << 5) - <u32>bits;
  const last = data + (<usize>(count - 1) << 2);
  store<u32>(last, load<u32>(last) >>> spare);
  return newStrCopy(typeOf(Kind.Bytes), data, count << 2);
}

/** random_entropy(count): so many bytes from the host. */
export function random_entropy(count: usize): usize {
  const bytes = intValue(count);
  if (bytes < 0) return NONE;
  const data = allocate(<u32>bytes + 4);
  for (let at: u32 = 0; at < <u32>bytes; at += 4) store<u32>(data + at, randomU32());
  return newStrCopy(typeOf(Kind.Bytes), data, <u32>bytes);
}
