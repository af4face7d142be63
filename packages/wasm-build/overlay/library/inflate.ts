// RFC 1951, decompression.

import { Builder, newBuilder } from "../text/builder";
import { allocate } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { NONE, intValue, newTuple, smallInt } from "../objects";
import { isBytesLike } from "../text/str";

/** Answers in the place of bytes. */
const enum Fault {
  None = 0,
  Incomplete = 1,
  BlockType = 2,
  StoredLength = 3,
  CodeLengths = 4,
  Code = 5,
  Distance = 6,
}

const FAST_BITS: u32 = 10;
const LONGEST: u32 = 15;

/** A Huffman code: a table for short codes (length and symbol), and counts and symbols by length for the others. */
@unmanaged
class Code {
  /** u16 for each of the next ten bits: 12 bits of symbol above 4 bits of length; 0 for longer codes. */
  fast: usize;
  /** u16 for each length. */
  counts: usize;
  /** u16 each, in the order of their codes. */
  symbols: usize;
}

function newCode(symbols: u32): Code {
  const code = changetype<Code>(allocate(offsetof<Code>()));
  code.fast = 0;
  code.counts = 0;
  code.symbols = 0;
  code.fast = allocate(2 << FAST_BITS);
  code.counts = allocate(2 * (LONGEST + 1));
  code.symbols = allocate(2 * symbols);
  return code;
}

@unmanaged
class Inflater {
  at: usize;
  end: usize;
  bits: u64;
  count: u32;
  fault: Fault;
  out: Builder;
  literals: Code;
  distances: Code;
  lengths: usize;
  limit: u32;

  /** Has at least 32 bits at hand, where the input has so many. */
  @inline
  fill(): void {
    while (this.count <= 48 && this.at < this.end) {
      this.bits |= <u64>load<u8>(this.at++) << this.count;
      this.count += 8;
    }
  }

  take(bits: u32): u32 {
    this.fill();
    if (this.count < bits) {
      this.fault = Fault.Incomplete;
      return 0;
    }
    const value = <u32>this.bits & ((1 << bits) - 1);
    this.bits >>= bits;
    this.count -= bits;
    return value;
  }

  symbol(code: Code): u32 {
    this.fill();
    const entry = <u32>load<u16>(code.fast + ((<usize>this.bits & ((1 << FAST_BITS) - 1)) << 1));
    if (entry != 0) {
      const length = entry & 15;
      if (length > this.count) {
        this.fault = Fault.Incomplete;
        return 0;
      }
      this.bits >>= length;
      this.count -= length;
      return entry >>> 4;
    }
    let bits = <u32>this.bits;
    let value: i32 = 0;
    let first: i32 = 0;
    let index: i32 = 0;
    for (let length: u32 = 1; length <= LONGEST; length++) {
      if (length > this.count) {
        this.fault = Fault.Incomplete;
        return 0;
      }
      value |= bits & 1;
      bits >>>= 1;
      const count = <i32>load<u16>(code.counts + (<usize>length << 1));
      if (value - count < first) {
        this.bits >>= length;
        this.count -= length;
        return <u32>load<u16>(code.symbols + (<usize>(index + value - first) << 1));
      }
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    this.fault = Fault.Code;
    return 0;
  }
}

/** Makes a code of `count` lengths, a byte each. False where they claim too many codes. */
function build(code: Code, lengths: usize, count: u32): bool {
  memory.fill(code.counts, 0, 2 * (LONGEST + 1));
  memory.fill(code.fast, 0, 2 << FAST_BITS);
  for (let i: u32 = 0; i < count; i++) {
    const at = code.counts + (<usize>load<u8>(lengths + i) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  store<u16>(code.counts, 0);
  let left: i32 = 1;
  for (let length: u32 = 1; length <= LONGEST; length++) {
    left = (left << 1) - <i32>load<u16>(code.counts + (<usize>length << 1));
    if (left < 0) return false;
  }
  let at: u32 = 0;
  let next: u32 = 0;
  for (let length: u32 = 1; length <= LONGEST; length++) {
    next <<= 1;
    if (load<u16>(code.counts + (<usize>length << 1)) == 0) continue;
    for (let symbol: u32 = 0; symbol < count; symbol++) {
      if (<u32>load<u8>(lengths + symbol) != length) continue;
      store<u16>(code.symbols + (<usize>at << 1), <u16>symbol);
      at++;
      if (length <= FAST_BITS) {
        // the bits of a code come in from the highest
        let reversed: u32 = 0;
        for (let bit: u32 = 0; bit < length; bit++) reversed |= ((next >>> bit) & 1) << (length - 1 - bit);
        for (; reversed < 1 << FAST_BITS; reversed += 1 << length)
          store<u16>(code.fast + (<usize>reversed << 1), <u16>((symbol << 4) | length));
      }
      next++;
    }
  }
  return true;
}

function fixedCodes(z: Inflater): void {
  const lengths = z.lengths;
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  build(z.literals, lengths, 288);
  memory.fill(lengths, 5, 30);
  build(z.distances, lengths, 30);
}

function dynamicCodes(z: Inflater): Fault {
  const literals = z.take(5) + 257;
  const distances = z.take(5) + 1;
  const count = z.take(4) + 4;
  if (z.fault != Fault.None) return z.fault;
  if (literals > 286 || distances > 30) return Fault.CodeLengths;
  const lengths = z.lengths;
  memory.fill(lengths, 0, 19);
  for (let i: u32 = 0; i < count; i++) {
    // the order 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    const place: u32 = i < 3 ? 16 + i : i == 3 ? 0 : (i & 1) == 0 ? 6 + (i >>> 1) : 9 - (i >>> 1);
    store<u8>(lengths + place, <u8>z.take(3));
  }
  if (z.fault != Fault.None) return z.fault;
  if (!build(z.literals, lengths, 19)) return Fault.CodeLengths;
  memory.fill(lengths, 0, 320);
  for (let i: u32 = 0; i < literals + distances; ) {
    const symbol = z.symbol(z.literals);
    if (z.fault != Fault.None) return z.fault;
    if (symbol < 16) {
      store<u8>(lengths + i++, <u8>symbol);
      continue;
    }
    let value: u8 = 0;
    let times: u32;
    if (symbol == 16) {
      if (i == 0) return Fault.CodeLengths;
      value = load<u8>(lengths + i - 1);
      times = 3 + z.take(2);
    } else {
      times = symbol == 17 ? 3 + z.take(3) : 11 + z.take(7);
    }
    if (z.fault != Fault.None) return z.fault;
    if (i + times > literals + distances) return Fault.CodeLengths;
    memory.fill(lengths + i, value, times);
    i += times;
  }
  if (load<u8>(lengths, 256) == 0) return Fault.CodeLengths;
  if (!build(z.literals, lengths, literals) || !build(z.distances, lengths + literals, distances)) return Fault.CodeLengths;
  return Fault.None;
}

function compressed(z: Inflater): Fault {
  const out = z.out;
  for (;;) {
    const symbol = z.symbol(z.literals);
    if (z.fault != Fault.None) return z.fault;
    if (symbol < 256) {
      out.byte(symbol);
      if (out.length >= z.limit) return Fault.None;
      continue;
    }
    if (symbol == 256) return Fault.None;
    if (symbol > 285) return Fault.Code;
    let length: u32;
    if (symbol < 265) length = symbol - 254;
    else if (symbol == 285) length = 258;
    else {
      const extra = (symbol - 261) >>> 2;
      length = 3 + ((4 + ((symbol - 265) & 3)) << extra) + z.take(extra);
    }
    const code = z.symbol(z.distances);
    if (z.fault != Fault.None) return z.fault;
    if (code > 29) return Fault.Code;
    let distance = code + 1;
    if (code > 3) {
      const extra = (code >>> 1) - 1;
      distance = 1 + ((2 + (code & 1)) << extra) + z.take(extra);
    }
    if (z.fault != Fault.None) return z.fault;
    if (distance > out.length) return Fault.Distance;
    const to = out.extend(length);
    for (let i: u32 = 0; i < length; i++) store<u8>(to + i, load<u8>(to + i - distance));
    if (out.length >= z.limit) return Fault.None;
  }
  return Fault.None;
}

function stored(z: Inflater): Fault {
  z.bits >>= z.count & 7;
  z.count &= ~7;
  const length = z.take(16);
  const complement = z.take(16);
  if (z.fault != Fault.None) return z.fault;
  if (length != (~complement & 0xffff)) return Fault.StoredLength;
  for (let left = length; left > 0; ) {
    if (z.count > 0) {
      z.out.byte(z.take(8));
      left--;
      continue;
    }
    if (<u32>(z.end - z.at) < left) return Fault.Incomplete;
    z.out.bytes(z.at, left);
    z.at += left;
    break;
  }
  return Fault.None;
}

/** inflate(data, start, limit): what is compressed from `start` on and where it ends, or (fault, what was decompressed until then, None). With a limit above 0 the output may end early, a little behind it. */
export function inflate(data: usize, start: usize, limit: usize): usize {
  if (!isBytesLike(data)) return NONE;
  const z = changetype<Inflater>(allocate(offsetof<Inflater>()));
  const length = load<u32>(data, 8);
  const begin = load<usize>(data, 12);
  z.at = begin + min(<u32>max(intValue(start), 0), length);
  z.end = begin + length;
  z.bits = 0;
  z.count = 0;
  z.fault = Fault.None;
  z.limit = intValue(limit) > 0 ? <u32>intValue(limit) : 0xffffffff;
  z.out = newBuilder(min(length * 3, 1 << 20) + 64);
  z.literals = newCode(288);
  z.distances = newCode(32);
  z.lengths = allocate(320);
  let fault = Fault.None;
  for (let last: u32 = 0; last == 0 && fault == Fault.None && z.out.length < z.limit; ) {
    last = z.take(1);
    const kind = z.take(2);
    if (z.fault != Fault.None) fault = z.fault;
    else if (kind == 0) fault = stored(z);
    else if (kind == 3) fault = Fault.BlockType;
    else {
      if (kind == 1) fixedCodes(z);
      else fault = dynamicCodes(z);
      if (fault == Fault.None) fault = compressed(z);
    }
  }
  const at = z.at - (z.count >>> 3);
  const result = newTuple(fault == Fault.None ? 2 : 3);
  if (fault == Fault.None) {
    store<usize>(result, z.out.toObject(typeOf(Kind.Bytes)), 8);
    store<usize>(result, smallInt(<i32>(at - begin)), 12);
  } else {
    store<usize>(result, smallInt(fault), 8);
    store<usize>(result, z.out.toObject(typeOf(Kind.Bytes)), 12);
    store<usize>(result, NONE, 16);
  }
  return result;
}
