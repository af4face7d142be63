// Compiled code in an interpreter's memory, written as an .mpy file (py/persistentcode.c): upstream's build can load these files, and has left out what saves them.

/** Addresses that the code's constants and strings are recognised by. */
export interface Layout {
  lastPool: number;
  firstArea: number;
  /** Types. */
  str: number;
  bytes: number;
  int: number;
  float: number;
  complex: number;
  tuple: number;
}

/** Version 6 of the format, no machine code, integers of 31 bits. */
const HEADER = [0x4d, 6, 0, 31];

const BLOCK_BYTES = 16;

/** Constants as the file names them. */
const Constant = { none: 1, false: 2, true: 3, str: 5, bytes: 6, int: 7, float: 8, complex: 9, tuple: 10 } as const;

/** Objects that are no addresses. */
const IMMEDIATE = new Map<number, number>([
  [6, Constant.none],
  [14, Constant.false],
  [30, Constant.true],
]);

const HAS_CHILDREN = 4;

/** The .mpy file of a code object, which `compile` made. */
export function encodeModule(memory: DataView, layout: Layout, code: number): Uint8Array {
  return new Encoder(memory, layout).module(code);
}

class Encoder {
  readonly #memory: DataView;
  readonly #layout: Layout;
  readonly #out: number[] = [...HEADER];

  constructor(memory: DataView, layout: Layout) {
    this.#memory = memory;
    this.#layout = layout;
  }

  /** mp_obj_code_t: type, table of names, table of constants, the raw code. Both tables are one allocation. */
  module(code: number): Uint8Array {
    const [names, constants, raw] = [this.#u32(code + 4), this.#u32(code + 8), this.#u32(code + 12)];
    const end = names + this.#allocated(names);
    let count = (constants - names) / 2;
    // the table has an even number of places; no string has the number 0
    if (this.#memory.getUint16(names + 2 * (count - 1), true) === 0) count--;
    const objects: number[] = [];
    for (let at = constants; at < end && this.#u32(at) !== 0; at += 4) objects.push(this.#u32(at));
    this.#number(count);
    this.#number(objects.length);
    for (let i = 0; i < count; i++) this.#name(this.#memory.getUint16(names + 2 * i, true));
    for (const object of objects) this.#constant(object);
    this.#code(raw);
    return Uint8Array.from(this.#out);
  }

  /** mp_raw_code_t: kind and flags, bytecode, children. Lengths are not kept: the bytes are taken to the end of their last block, where they are zero. */
  #code(raw: number): void {
    const [bytecode, children] = [this.#u32(raw + 4), this.#u32(raw + 8)];
    const length = this.#allocated(bytecode);
    const found: number[] = [];
    if (children !== 0) {
      const end = children + this.#allocated(children);
      for (let at = children; at < end && this.#u32(at) !== 0; at += 4) found.push(this.#u32(at));
    }
    this.#number((length << 3) | (found.length > 0 ? HAS_CHILDREN : 0));
    this.#bytes(bytecode, length);
    if (found.length === 0) return;
    this.#number(found.length);
    for (const child of found) this.#code(child);
  }

  /** Strings that the interpreter was built with have the same number wherever the file is loaded; others are spelled. */
  #name(number: number): void {
    const found = this.#interned(number);
    if (found.constant) return this.#number((number << 1) | 1);
    this.#number(found.length << 1);
    this.#bytes(found.pointer, found.length);
    this.#out.push(0);
  }

  #constant(object: number): void {
    const { str, bytes, int, float, complex, tuple } = this.#layout;
    const immediate = IMMEDIATE.get(object);
    if (immediate !== undefined) return void this.#out.push(immediate);
    if ((object & 1) === 1) return this.#text(Constant.int, String(object >> 1));
    if ((object & 7) === 2) {
      const { pointer, length } = this.#interned(object >>> 3);
      return this.#string(Constant.str, pointer, length);
    }
    const real = (at: number): string => String(this.#memory.getFloat64(at, true));
    switch (this.#u32(object)) {
      case str:
        return this.#string(Constant.str, this.#u32(object + 12), this.#u32(object + 8));
      case bytes:
        return this.#string(Constant.bytes, this.#u32(object + 12), this.#u32(object + 8));
      case int:
        return this.#text(Constant.int, String(this.#integer(object)));
      case float:
        return this.#text(Constant.float, real(object + 8));
      case complex: {
        if (this.#memory.getFloat64(object + 8, true) !== 0) break;
        return this.#text(Constant.complex, `${real(object + 16)}j`);
      }
      case tuple: {
        const length = this.#u32(object + 4);
        this.#out.push(Constant.tuple);
        this.#number(length);
        for (let i = 0; i < length; i++) this.#constant(this.#u32(object + 8 + 4 * i));
        return;
      }
    }
    throw new Error(`bytecode: the constant at ${object} is of no kind that a file can hold`);
  }

  /** mpz_t: the sign in bit 0, the number of 16-bit digits, the digits. */
  #integer(object: number): bigint {
    const digits = this.#u32(object + 12);
    let value = 0n;
    for (let i = this.#u32(object + 8) - 1; i >= 0; i--)
      value = (value << 16n) | BigInt(this.#memory.getUint16(digits + 2 * i, true));
    return (this.#u32(object + 4) & 1) === 1 ? -value : value;
  }

  #string(kind: number, pointer: number, length: number): void {
    this.#out.push(kind);
    this.#number(length);
    this.#bytes(pointer, length);
    this.#out.push(0);
  }

  #text(kind: number, text: string): void {
    this.#out.push(kind);
    this.#number(text.length);
    this.#out.push(...Buffer.from(text));
  }

  /** qstr_pool_t: the older pool, the strings in older ones, ..., the strings here, their lengths' table; their texts follow. */
  #interned(number: number): { pointer: number; length: number; constant: boolean } {
    let pool = this.#u32(this.#layout.lastPool);
    while (pool !== 0 && number < (this.#u32(pool + 4) & 0x7fffffff)) pool = this.#u32(pool);
    const at = number - (this.#u32(pool + 4) & 0x7fffffff);
    return {
      pointer: this.#u32(pool + 24 + 4 * at),
      length: this.#memory.getUint8(this.#u32(pool + 20) + at),
      constant: this.#area(pool) === undefined,
    };
  }

  /** mp_state_mem_area_t: the next one, the table of blocks (two bits each) and its length, ..., the pool's start and end. */
  #area(pointer: number): { table: number; start: number } | undefined {
    for (let area = this.#layout.firstArea; area !== 0; area = this.#u32(area)) {
      const [start, end] = [this.#u32(area + 16), this.#u32(area + 20)];
      if (pointer >= start && pointer < end) return { table: this.#u32(area + 4), start };
    }
    return undefined;
  }

  /** How many bytes were allocated at a pointer. */
  #allocated(pointer: number): number {
    const area = this.#area(pointer);
    if (area === undefined) throw new Error(`bytecode: nothing is allocated at ${pointer}`);
    const first = (pointer - area.start) / BLOCK_BYTES;
    const kind = (block: number): number =>
      (this.#memory.getUint8(area.table + (block >>> 2)) >>> ((block & 3) << 1)) & 3;
    let end = first + 1;
    while (kind(end) === 2) end++;
    return (end - first) * BLOCK_BYTES;
  }

  #number(value: number): void {
    const bytes = [value & 0x7f];
    for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
    this.#out.push(...bytes);
  }

  #bytes(pointer: number, length: number): void {
    for (let i = 0; i < length; i++) this.#out.push(this.#memory.getUint8(pointer + i));
  }

  #u32(pointer: number): number {
    return this.#memory.getUint32(pointer, true);
  }
}
