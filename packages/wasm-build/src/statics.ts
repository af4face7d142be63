// Upstream's constant data, read from the module's text: builtins and the methods of its types by their Python names. So functions are found by what they are called, and
// never by a bare index.

import type { Module } from "./module.js";
import { type List, is } from "./sexpr.js";

/** mp_map_t with a constant table. */
interface ConstantMap {
  address: number;
  /** Addresses of objects by name. */
  entries: Map<string, number>;
}

/** Which of a type's twelve bytes tells where a slot is. */
export const Slot = {
  makeNew: 0,
  print: 1,
  call: 2,
  unaryOp: 3,
  binaryOp: 4,
  attr: 5,
  subscr: 6,
  iter: 7,
  parent: 10,
  localsDict: 11,
} as const;

/** make_new, print, attr, parent */
const EXCEPTION_SLOTS = 4;

export class Statics {
  readonly #bytes: DataView;
  readonly #module: Module;
  readonly #names = new Map<number, string>();
  readonly #maps: ConstantMap[];
  readonly #builtins: ConstantMap;

  /** @throws where the data does not look as expected. */
  constructor(module: Module) {
    this.#bytes = dataOf(module);
    this.#module = module;
    this.#readNames();
    this.#maps = this.#constantMaps();
    const builtins = this.#maps.filter(({ entries }) => entries.has("len") && entries.has("ValueError"));
    if (builtins.length !== 1) throw new Error(`statics: found ${builtins.length} tables of builtins, not 1`);
    this.#builtins = builtins[0]!;
  }

  /** The address of the mp_map_t with the builtins. */
  get builtins(): number {
    return this.#builtins.address;
  }

  /** The address of a builtin: a type, an exception or a function. @throws where there is none. */
  builtin(name: string): number {
    const address = this.#builtins.entries.get(name);
    if (address === undefined) throw new Error(`statics: no builtin ${name}`);
    return address;
  }

  /** The address of a type that is no builtin. @throws where there is not one of this name. */
  typeNamed(name: string): number {
    const found: number[] = [];
    const kind = this.#word(this.builtin("str"));
    for (let at = 0; at + 20 < this.#bytes.byteLength; at += 4)
      if (this.#word(at) === kind && this.#names.get(this.#bytes.getUint16(at + 6, true)) === name) found.push(at);
    if (found.length !== 1) throw new Error(`statics: ${found.length} types are called ${name}`);
    return found[0]!;
  }

  /** The address of a type's method. @throws where there is none. */
  method(type: string, name: string): number {
    const map = this.localsOf(this.builtin(type));
    const address = this.#maps.find((it) => it.address === map)?.entries.get(name);
    if (address === undefined) throw new Error(`statics: ${type} has no method ${name}`);
    return address;
  }

  /** The address of the mp_map_t with a type's methods. @throws where it has none. */
  localsOf(type: number): number {
    return this.#slot(type, Slot.localsDict) + 4;
  }

  /** Where the word in a slot of a type lies. @throws where it is empty. */
  slotAddress(type: number, slot: number): number {
    const at = this.#bytes.getUint8(type + 8 + slot);
    if (at === 0) throw new Error(`statics: the type at ${type} has no slot ${slot}`);
    return type + 16 + 4 * at;
  }

  #slot(type: number, slot: number): number {
    return this.#word(this.slotAddress(type, slot));
  }

  /** The wasm function in a slot of a type. @throws where it is empty. */
  slotOf(type: number, slot: number): string {
    const found = this.#module.table().get(this.#slot(type, slot));
    if (found === undefined) throw new Error(`statics: no function in slot ${slot} of the type at ${type}`);
    return found;
  }

  /** The addresses of the types of this name that have an attr slot. */
  typesWithAttributes(name: string): number[] {
    const found: number[] = [];
    for (let at = 65536; at < this.#bytes.byteLength - 40; at += 4) {
      if (this.#word(at) !== this.builtin("type")) continue;
      const named = this.#names.get(this.#bytes.getUint16(at + 6, true)) === name;
      if (named && this.#bytes.getUint8(at + 8 + Slot.attr) !== 0) found.push(at);
    }
    return found;
  }

  /** The bytes of a type of exceptions that has this one above it, and no name yet. */
  exceptionType(parent: number): Buffer {
    const size = 20 + 4 * EXCEPTION_SLOTS;
    const type = Buffer.from(this.#bytes.buffer.slice(this.builtin("ValueError"), this.builtin("ValueError") + size));
    const slot = type.readUInt8(8 + Slot.parent);
    if (slot === 0 || slot > EXCEPTION_SLOTS) throw new Error("statics: ValueError does not look as expected");
    type.writeUInt16LE(0, 6);
    type.writeUInt32LE(parent, 16 + 4 * slot);
    return type;
  }

  /** The addresses of a text that ends with a zero; more than one where it is also the end of a longer one. @throws where it is nowhere. */
  text(text: string): number[] {
    const bytes = Buffer.from(this.#bytes.buffer);
    const wanted = Buffer.from(`${text}\0`);
    const found: number[] = [];
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) found.push(at);
    if (found.length === 0) throw new Error(`statics: there is no text "${text}"`);
    return found;
  }

  /** The wasm function of a builtin function object, by the name that it has now. */
  functionOf(address: number): string {
    const kind = this.#word(address);
    const index = this.#word(address + (kind === this.#word(this.builtin("print")) ? 8 : 4));
    const found = this.#module.table().get(index);
    if (found === undefined) throw new Error(`statics: no function at ${address}`);
    return found;
  }

  /** The word at an address. */
  #word(address: number): number {
    return this.#bytes.getUint32(address, true);
  }

  /** qstr_pool_t: the pool before, the number of strings before, allocated, length, hashes, lengths, and the strings. */
  #readNames(): void {
    const end = this.#bytes.byteLength - 32;
    const candidates: number[] = [];
    for (let at = 0; at < end; at += 4) {
      const length = this.#word(at + 12);
      if (length > 0 && length < 4096 && this.#pointsToData(at + 16) && this.#pointsToData(at + 20))
        candidates.push(at);
    }
    const pairs = candidates.flatMap((pool) => {
      const before = this.#word(pool);
      return candidates.includes(before) &&
        this.#word(before) === 0 &&
        (this.#word(pool + 4) & 0x7fffffff) === this.#word(before + 12)
        ? [[before, pool] as const]
        : [];
    });
    if (pairs.length !== 1) throw new Error(`statics: found ${pairs.length} pairs of pools of strings, not 1`);
    for (const pool of pairs[0]!) {
      const first = this.#word(pool + 4) & 0x7fffffff;
      for (let i = 0; i < this.#word(pool + 12); i++)
        this.#names.set(first + i, this.#read(this.#word(pool + 24 + 4 * i)));
    }
  }

  #pointsToData(address: number): boolean {
    const pointer = this.#word(address);
    return pointer >= 65536 && pointer < this.#bytes.byteLength;
  }

  #read(address: number): string {
    let text = "";
    for (let at = address; this.#bytes.getUint8(at) !== 0; at++) text += String.fromCharCode(this.#bytes.getUint8(at));
    return text;
  }

  #constantMaps(): ConstantMap[] {
    const found: ConstantMap[] = [];
    const end = this.#bytes.byteLength - 12;
    for (let address = 0; address < end; address += 4) {
      const used = this.#word(address) >>> 3;
      const table = this.#word(address + 8);
      if (used === 0 || this.#word(address + 4) !== used || (this.#word(address) & 6) !== 6) continue;
      if (!this.#pointsToData(address + 8) || table + 8 * used > this.#bytes.byteLength) continue;
      const entries = new Map<string, number>();
      for (let at = table; at < table + 8 * used; at += 8) {
        const name = (this.#word(at) & 7) === 2 ? this.#names.get(this.#word(at) >>> 3) : undefined;
        if (name !== undefined) entries.set(name, this.#word(at + 4));
      }
      if (entries.size === used) found.push({ address, entries });
    }
    return found;
  }
}

/** Memory as the module's data segments make it. */
export function dataOf(module: Module): DataView {
  const bytes: number[] = [];
  for (const item of module.items("data")) {
    const offset = Number((item.find((part) => is(part, "i32.const")) as List)[1]);
    while (bytes.length < offset) bytes.push(0);
    const text = String(item.at(-1)).slice(1, -1);
    for (const [whole, escaped] of text.matchAll(/\\([0-9a-fA-F]{2}|.)|[^\\]/g)) {
      const named: Record<string, string> = { n: "\n", t: "\t", r: "\r" };
      if (escaped === undefined) bytes.push(whole.charCodeAt(0));
      else if (escaped.length === 2) bytes.push(parseInt(escaped, 16));
      else bytes.push((named[escaped] ?? escaped).charCodeAt(0));
    }
  }
  return new DataView(Uint8Array.from(bytes).buffer);
}

/** Bytes as the text of a data segment. */
export function escaped(bytes: Uint8Array): string {
  return `"${Array.from(bytes, (byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}"`;
}
