// The inner loops of hashlib: whole blocks of a message into a state. lib/_hashes.py brings state, constants and padding.

import { allocate } from "../interpreter";
import { NONE, intValue, smallInt } from "../objects";
import { hasType, isBytesLike } from "../text/str";
import { bytearrayType } from "../types";

const enum Kind {
  Md5 = 0,
  Sha1 = 1,
  Sha256 = 2,
  Sha512 = 3,
  Keccak = 4,
  Blake2b = 5,
  Blake2s = 6,
}

@inline
function big32(at: usize): u32 {
  return bswap<u32>(load<u32>(at));
}

@inline
function word(base: usize, index: usize): u32 {
  return load<u32>(base + (index << 2));
}

@inline
function wide(base: usize, index: usize): u64 {
  return load<u64>(base + (index << 3));
}

function md5(state: usize, block: usize, k: usize): void {
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  for (let i: usize = 0; i < 64; i++) {
    let f: u32;
    let g: usize;
    // four rotations for each of the four rounds, a byte each
    let turns: u32;
    if (i < 16) {
      f = (b & c) | (~b & d);
      g = i;
      turns = 0x16110c07;
    } else if (i < 32) {
      f = (d & b) | (~d & c);
      g = (5 * i + 1) & 15;
      turns = 0x140e0905;
    } else if (i < 48) {
      f = b ^ c ^ d;
      g = (3 * i + 5) & 15;
      turns = 0x17100b04;
    } else {
      f = c ^ (b | ~d);
      g = (7 * i) & 15;
      turns = 0x150f0a06;
    }
    const sum = a + f + word(k, i) + word(block, g);
    a = d;
    d = c;
    c = b;
    b += rotl<u32>(sum, (turns >>> ((<u32>i & 3) << 3)) & 31);
  }
  store<u32>(state, word(state, 0) + a);
  store<u32>(state, word(state, 1) + b, 4);
  store<u32>(state, word(state, 2) + c, 8);
  store<u32>(state, word(state, 3) + d, 12);
}

function sha1(state: usize, block: usize, w: usize): void {
  for (let i: usize = 0; i < 16; i++) store<u32>(w + (i << 2), big32(block + (i << 2)));
  for (let i: usize = 16; i < 80; i++)
    store<u32>(w + (i << 2), rotl<u32>(word(w, i - 3) ^ word(w, i - 8) ^ word(w, i - 14) ^ word(w, i - 16), 1));
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  for (let i: usize = 0; i < 80; i++) {
    let f: u32;
    if (i < 20) f = ((b & c) | (~b & d)) + 0x5a827999;
    else if (i < 40) f = (b ^ c ^ d) + 0x6ed9eba1;
    else if (i < 60) f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
    else f = (b ^ c ^ d) + 0xca62c1d6;
    const sum = rotl<u32>(a, 5) + f + e + word(w, i);
    e = d;
    d = c;
    c = rotl<u32>(b, 30);
    b = a;
    a = sum;
  }
  store<u32>(state, word(state, 0) + a);
  store<u32>(state, word(state, 1) + b, 4);
  store<u32>(state, word(state, 2) + c, 8);
  store<u32>(state, word(state, 3) + d, 12);
  store<u32>(state, word(state, 4) + e, 16);
}

function sha256(state: usize, block: usize, k: usize, w: usize): void {
  for (let i: usize = 0; i < 16; i++) store<u32>(w + (i << 2), big32(block + (i << 2)));
  for (let i: usize = 16; i < 64; i++) {
    const x = word(w, i - 15);
    const y = word(w, i - 2);
    const s0 = rotr<u32>(x, 7) ^ rotr<u32>(x, 18) ^ (x >>> 3);
    const s1 = rotr<u32>(y, 17) ^ rotr<u32>(y, 19) ^ (y >>> 10);
    store<u32>(w + (i << 2), word(w, i - 16) + s0 + word(w, i - 7) + s1);
  }
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let i: usize = 0; i < 64; i++) {
    const s1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + word(k, i) + word(w, i);
    const s0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  store<u32>(state, word(state, 0) + a);
  store<u32>(state, word(state, 1) + b, 4);
  store<u32>(state, word(state, 2) + c, 8);
  store<u32>(state, word(state, 3) + d, 12);
  store<u32>(state, word(state, 4) + e, 16);
  store<u32>(state, word(state, 5) + f, 20);
  store<u32>(state, word(state, 6) + g, 24);
  store<u32>(state, word(state, 7) + h, 28);
}

function sha512(state: usize, block: usize, k: usize, w: usize): void {
  for (let i: usize = 0; i < 16; i++) store<u64>(w + (i << 3), bswap<u64>(load<u64>(block + (i << 3))));
  for (let i: usize = 16; i < 80; i++) {
    const x = wide(w, i - 15);
    const y = wide(w, i - 2);
    const s0 = rotr<u64>(x, 1) ^ rotr<u64>(x, 8) ^ (x >>> 7);
    const s1 = rotr<u64>(y, 19) ^ rotr<u64>(y, 61) ^ (y >>> 6);
    store<u64>(w + (i << 3), wide(w, i - 16) + s0 + wide(w, i - 7) + s1);
  }
  let a = wide(state, 0);
  let b = wide(state, 1);
  let c = wide(state, 2);
  let d = wide(state, 3);
  let e = wide(state, 4);
  let f = wide(state, 5);
  let g = wide(state, 6);
  let h = wide(state, 7);
  for (let i: usize = 0; i < 80; i++) {
    const s1 = rotr<u64>(e, 14) ^ rotr<u64>(e, 18) ^ rotr<u64>(e, 41);
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + wide(k, i) + wide(w, i);
    const s0 = rotr<u64>(a, 28) ^ rotr<u64>(a, 34) ^ rotr<u64>(a, 39);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  store<u64>(state, wide(state, 0) + a);
  store<u64>(state, wide(state, 1) + b, 8);
  store<u64>(state, wide(state, 2) + c, 16);
  store<u64>(state, wide(state, 3) + d, 24);
  store<u64>(state, wide(state, 4) + e, 32);
  store<u64>(state, wide(state, 5) + f, 40);
  store<u64>(state, wide(state, 6) + g, 48);
  store<u64>(state, wide(state, 7) + h, 56);
}

/** The permutation Keccak-f[1600]. `w` has room for 30 words of 64 bits. */
function keccak(s: usize, constants: usize, w: usize): void {
  for (let round: usize = 0; round < 24; round++) {
    for (let x: usize = 0; x < 5; x++)
      store<u64>(w + (x << 3), wide(s, x) ^ wide(s, x + 5) ^ wide(s, x + 10) ^ wide(s, x + 15) ^ wide(s, x + 20));
    for (let x: usize = 0; x < 5; x++) {
      const d = wide(w, (x + 4) % 5) ^ rotl<u64>(wide(w, (x + 1) % 5), 1);
      for (let y: usize = x; y < 25; y += 5) store<u64>(s + (y << 3), wide(s, y) ^ d);
    }
    // the lanes go round: each turned by one more triangular number, to where (y, 2x + 3y) leads
    let x: usize = 1;
    let y: usize = 0;
    let current = wide(s, 1);
    for (let t: u64 = 0; t < 24; t++) {
      const to = (2 * x + 3 * y) % 5;
      x = y;
      y = to;
      const lane = wide(s, x + 5 * y);
      store<u64>(s + ((x + 5 * y) << 3), rotl<u64>(current, (((t + 1) * (t + 2)) >> 1) & 63));
      current = lane;
    }
    for (let row: usize = 0; row < 25; row += 5) {
      for (let i: usize = 0; i < 5; i++) store<u64>(w + (i << 3), wide(s, row + i));
      for (let i: usize = 0; i < 5; i++)
        store<u64>(s + ((row + i) << 3), wide(w, i) ^ (~wide(w, (i + 1) % 5) & wide(w, (i + 2) % 5)));
    }
    store<u64>(s, wide(s, 0) ^ wide(constants, round));
  }
}

@inline
function mixWide(v: usize, a: usize, b: usize, c: usize, d: usize, x: u64, y: u64): void {
  let va = wide(v, a) + wide(v, b) + x;
  let vd = rotr<u64>(wide(v, d) ^ va, 32);
  let vc = wide(v, c) + vd;
  let vb = rotr<u64>(wide(v, b) ^ vc, 24);
  va += vb + y;
  vd = rotr<u64>(vd ^ va, 16);
  vc += vd;
  vb = rotr<u64>(vb ^ vc, 63);
  store<u64>(v + (a << 3), va);
  store<u64>(v + (b << 3), vb);
  store<u64>(v + (c << 3), vc);
  store<u64>(v + (d << 3), vd);
}

@inline
function mix(v: usize, a: usize, b: usize, c: usize, d: usize, x: u32, y: u32): void {
  let va = word(v, a) + word(v, b) + x;
  let vd = rotr<u32>(word(v, d) ^ va, 16);
  let vc = word(v, c) + vd;
  let vb = rotr<u32>(word(v, b) ^ vc, 12);
  va += vb + y;
  vd = rotr<u32>(vd ^ va, 8);
  vc += vd;
  vb = rotr<u32>(vb ^ vc, 7);
  store<u32>(v + (a << 2), va);
  store<u32>(v + (b << 2), vb);
  store<u32>(v + (c << 2), vc);
  store<u32>(v + (d << 2), vd);
}

/** Which of the sixteen words: round, and place in it. */
@inline
function sigma(table: usize, round: usize, place: usize): usize {
  return <usize>load<u8>(table + (round % 10) * 16 + place) & 15;
}

/** State: eight words of the hash, two of the length so far, and how long the last block is, 0 while it is not the last. */
function blake2b(state: usize, block: usize, constants: usize, v: usize): void {
  const last = wide(state, 10);
  const length = wide(state, 8) + (last == 0 ? 128 : (last & 0xff));
  store<u64>(state, length, 64);
  memory.copy(v, state, 64);
  memory.copy(v + 64, constants, 64);
  store<u64>(v, wide(v, 12) ^ length, 96);
  if (last != 0) store<u64>(v, ~wide(v, 14), 112);
  const table = constants + 64;
  for (let round: usize = 0; round < 12; round++) {
    for (let i: usize = 0; i < 8; i++) {
      const c = i < 4 ? i : 4 + ((i + 1) & 3);
      const x = wide(block, sigma(table, round, 2 * i));
      const y = wide(block, sigma(table, round, 2 * i + 1));
      if (i < 4) mixWide(v, i, 4 + i, 8 + i, 12 + i, x, y);
      else mixWide(v, i - 4, c, 8 + ((i + 2) & 3), 12 + ((i + 3) & 3), x, y);
    }
  }
  for (let i: usize = 0; i < 8; i++) store<u64>(state + (i << 3), wide(state, i) ^ wide(v, i) ^ wide(v, i + 8));
}

/** The same with words of 32 bits; the length is one of 64. */
function blake2s(state: usize, block: usize, constants: usize, v: usize): void {
  const last = word(state, 10);
  const length = load<u64>(state, 32) + (last == 0 ? 64 : <u64>(last & 0x7f));
  store<u64>(state, length, 32);
  memory.copy(v, state, 32);
  memory.copy(v + 32, constants, 32);
  store<u64>(v, load<u64>(v, 48) ^ length, 48);
  if (last != 0) store<u32>(v, ~word(v, 14), 56);
  const table = constants + 32;
  for (let round: usize = 0; round < 10; round++) {
    for (let i: usize = 0; i < 8; i++) {
      const x = word(block, sigma(table, round, 2 * i));
      const y = word(block, sigma(table, round, 2 * i + 1));
      if (i < 4) mix(v, i, 4 + i, 8 + i, 12 + i, x, y);
      else mix(v, i - 4, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3), x, y);
    }
  }
  for (let i: usize = 0; i < 8; i++) store<u32>(state + (i << 2), word(state, i) ^ word(v, i) ^ word(v, i + 8));
}

/** hash_blocks(kind, state, data, start, constants): takes all whole blocks from `start` on into the state, and returns where they end. A state of Keccak ends in the size of its blocks. */
export function hash_blocks(_count: u32, args: usize): usize {
  const kind = intValue(load<usize>(args));
  const state = load<usize>(args, 4);
  const data = load<usize>(args, 8);
  const constants = load<usize>(args, 16);
  if (!hasType(state, bytearrayType()) || !isBytesLike(data) || !isBytesLike(constants)) return NONE;
  const s = load<usize>(state, 12);
  const k = load<usize>(constants, 12);
  const needed: u32 = kind == Kind.Keccak ? 204 : 96;
  const wanted: u32 = kind == Kind.Sha512 ? 640 : kind == Kind.Sha1 ? 0 : kind == Kind.Keccak || kind == Kind.Blake2s ? 192 : kind == Kind.Blake2b ? 224 : 256;
  if (load<u32>(state, 8) < needed || load<u32>(constants, 8) < wanted) return NONE;
  const size: u32 = kind == Kind.Sha512 || kind == Kind.Blake2b ? 128 : kind == Kind.Keccak ? load<u32>(s, 200) : 64;
  if (size == 0 || size > 200) return NONE;
  const work = allocate(640);
  const length = load<u32>(data, 8);
  const from = load<usize>(data, 12);
  let at = <u32>max(intValue(load<usize>(args, 12)), 0);
  for (; at <= length && length - at >= size; at += size) {
    const block = from + at;
    switch (kind) {
      case Kind.Md5:
        md5(s, block, k);
        break;
      case Kind.Sha1:
        sha1(s, block, work);
        break;
      case Kind.Sha256:
        sha256(s, block, k, work);
        break;
      case Kind.Sha512:
        sha512(s, block, k, work);
        break;
      case Kind.Keccak:
        for (let i: u32 = 0; i < size; i += 8) store<u64>(s + i, load<u64>(s + i) ^ load<u64>(block + i));
        keccak(s, k, work);
        break;
      case Kind.Blake2b:
        blake2b(s, block, k, work);
        break;
      default:
        blake2s(s, block, k, work);
    }
  }
  return smallInt(<i32>at);
}

/** adler32(data, value) as an int of four bytes in a bytes-like state: the value goes in and out through `state`. */
export function adler32(data: usize, state: usize): usize {
  if (!isBytesLike(data) || !hasType(state, bytearrayType()) || load<u32>(state, 8) < 4) return NONE;
  const s = load<usize>(state, 12);
  let low = load<u32>(s) & 0xffff;
  let high = load<u32>(s) >>> 16;
  let at = load<usize>(data, 12);
  const end = at + load<u32>(data, 8);
  while (at < end) {
    // so many bytes cannot overflow 32 bits
    const stop = min(end, at + 5552);
    for (; at < stop; at++) {
      low += load<u8>(at);
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  store<u32>(s, (high << 16) | low);
  return NONE;
}
