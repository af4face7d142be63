// RFC 1951, compression: matches found through chains of hashes, written with the fixed code.

import { Builder, newBuilder } from "../text/builder";
import { allocate } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { NONE, intValue } from "../objects";
import { isBytesLike } from "../text/str";

const WINDOW: u32 = 32768;
const HASH_BITS: u32 = 15;
const SHORTEST: u32 = 3;
const LONGEST: u32 = 258;
const MOST_STORED: u32 = 65535;

@unmanaged
class Deflater {
  out: Builder;
  bits: u64;
  count: u32;

  put(value: u32, bits: u32): void {
    this.bits |= <u64>value << this.count;
    this.count += bits;
    while (this.count >= 8) {
      this.out.byte(<u32>this.bits & 255);
      this.bits >>= 8;
      this.count -= 8;
    }
  }

  /** A code, whose highest bit comes first. */
  code(value: u32, bits: u32): void {
    let reversed: u32 = 0;
    for (let i: u32 = 0; i < bits; i++) reversed |= ((value >>> i) & 1) << (bits - 1 - i);
    this.put(reversed, bits);
  }

  symbol(symbol: u32): void {
    if (symbol < 144) this.code(0x30 + symbol, 8);
    else if (symbol < 256) this.code(0x190 + symbol - 144, 9);
    else if (symbol < 280) this.code(symbol - 256, 7);
    else this.code(0xc0 + symbol - 280, 8);
  }

  match(length: u32, distance: u32): void {
    if (length == LONGEST) {
      this.symbol(285);
    } else if (length < 11) {
      this.symbol(254 + length);
    } else {
      const extra = 29 - clz<u32>(length - 3);
      this.symbol(257 + (extra << 2) + ((length - 3) >>> extra));
      this.put((length - 3) & ((1 << extra) - 1), extra);
    }
    const far = distance - 1;
    if (far < 4) {
      this.code(far, 5);
    } else {
      const extra = 30 - clz<u32>(far);
      this.code((extra << 1) + (far >>> extra), 5);
      this.put(far & ((1 << extra) - 1), extra);
    }
  }
}

@inline
function hashAt(at: usize): u32 {
  return ((<u32>load<u8>(at) | (<u32>load<u8>(at, 1) << 8) | (<u32>load<u8>(at, 2) << 16)) * 0x9e3779b1) >>> (32 - HASH_BITS);
}

@inline
function same(a: usize, b: usize, most: u32): u32 {
  let length: u32 = 0;
  while (length < most && load<u8>(a + length) == load<u8>(b + length)) length++;
  return length;
}

function store_(d: Deflater, from: usize, length: u32): void {
  let at: u32 = 0;
  do {
    const part = min(length - at, MOST_STORED);
    d.put(at + part == length ? 1 : 0, 3);
    if (d.count > 0) d.put(0, 8 - d.count);
    d.put(part, 16);
    d.put(~part & 0xffff, 16);
    d.out.bytes(from + at, part);
    at += part;
  } while (at < length);
}

function compress(d: Deflater, from: usize, length: u32, chain: u32): void {
  // positions by hash, and for each place in the window the position before with the same hash; one more than the position, 0 for none
  const heads = allocate(4 << HASH_BITS);
  memory.fill(heads, 0, 4 << HASH_BITS);
  const links = allocate(4 * WINDOW);
  memory.fill(links, 0, 4 * WINDOW);
  d.put(1, 1);
  d.put(1, 2);
  let at: u32 = 0;
  while (at < length) {
    let best: u32 = 0;
    let distance: u32 = 0;
    const most = min(length - at, LONGEST);
    if (most >= SHORTEST) {
      let candidate = load<u32>(heads + (<usize>hashAt(from + at) << 2));
      for (let left = chain; left > 0 && candidate != 0 && at - (candidate - 1) <= WINDOW - 1; left--) {
        const found = same(from + candidate - 1, from + at, most);
        if (found > best) {
          best = found;
          distance = at - (candidate - 1);
          if (best == most) break;
        }
        const before = load<u32>(links + (<usize>((candidate - 1) & (WINDOW - 1)) << 2));
        if (before >= candidate) break;
        candidate = before;
      }
    }
    let step: u32 = 1;
    if (best >= SHORTEST) {
      d.match(best, distance);
      step = best;
    } else {
      d.symbol(load<u8>(from + at));
    }
    for (; step > 0; step--, at++) {
      if (length - at < SHORTEST) continue;
      const head = heads + (<usize>hashAt(from + at) << 2);
      store<u32>(links + (<usize>(at & (WINDOW - 1)) << 2), load<u32>(head));
      store<u32>(head, at + 1);
    }
  }
  d.symbol(256);
}

/** deflate(data, level): compressed bytes, as one last block. */
export function deflate(data: usize, level: usize): usize {
  if (!isBytesLike(data)) return NONE;
  const length = load<u32>(data, 8);
  const from = load<usize>(data, 12);
  const d = changetype<Deflater>(allocate(offsetof<Deflater>()));
  d.bits = 0;
  d.count = 0;
  d.out = newBuilder((length >>> 1) + 64);
  const effort = intValue(level);
  if (effort == 0) store_(d, from, length);
  else compress(d, from, length, effort >= 9 ? 256 : effort <= 1 ? 4 : <u32>effort << 3);
  if (d.count > 0) d.put(0, 8 - d.count);
  return d.out.toObject(typeOf(Kind.Bytes));
}
