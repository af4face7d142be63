// Reads Python objects out of the guest's memory. Their layouts are those of py/obj.h and its neighbours in MicroPython 1.27, object representation A.

import type { GuestMemory } from "./guestMemory.js";
import type { ImageFacts } from "./image.js";
import type { Value } from "../result.js";

/** Deepest nesting, and most values in one object, that cross to the host. */
const MAX_DEPTH = 100;
const MAX_VALUES = 1_000_000;

/** A value that is no plain data, is nested too deeply, or lies damaged in memory. */
export class NotPlainDataError extends Error {}

const NONE = 6;
const FALSE = 14;
const TRUE = 30;

/** Slots of a hash table that hold nothing: MP_OBJ_NULL and MP_OBJ_SENTINEL. */
const EMPTY = new Set([0, 4]);

/**
 * The object as plain data.
 *
 * @throws {NotPlainDataError} saying what cannot cross and where in the value it stands.
 */
export function readValue(memory: GuestMemory, facts: ImageFacts, object: number): Value {
  try {
    return new Reader(memory, facts).read(object, "value", 0);
  } catch (error) {
    if (error instanceof RangeError) throw new NotPlainDataError("the value lies damaged in memory", { cause: error });
    throw error;
  }
}

class Reader {
  readonly #memory: GuestMemory;
  readonly #facts: ImageFacts;
  #left = MAX_VALUES;

  constructor(memory: GuestMemory, facts: ImageFacts) {
    this.#memory = memory;
    this.#facts = facts;
  }

  read(object: number, path: string, depth: number): Value {
    if (depth > MAX_DEPTH) throw new NotPlainDataError(`${path} is nested deeper than ${MAX_DEPTH}`);
    if (--this.#left < 0) throw new NotPlainDataError(`more than ${MAX_VALUES} values`);
    if ((object & 1) === 1) return object >> 1;
    if ((object & 7) === 2) return this.#interned(object >>> 3);
    if (object === NONE) return null;
    if (object === FALSE || object === TRUE) return object === TRUE;
    if ((object & 3) !== 0) throw new NotPlainDataError(`${path} is no plain data`);
    return this.#pointer(object, path, depth);
  }

  #pointer(object: number, path: string, depth: number): Value {
    const memory = this.#memory;
    const facts = this.#facts;
    const word = (index: number): number => memory.u32(object + 4 * index);
    switch (word(0)) {
      case facts.type_int:
        return this.#integer(word(1), word(2), word(3));
      case facts.type_float:
        return memory.f64(object + 8);
      case facts.type_str:
        return memory.text(word(3), word(2));
      case facts.type_bytes:
        return memory.bytes(word(3), word(2));
      case facts.type_list:
        return this.#sequence(word(3), word(2), path, depth);
      case facts.type_tuple:
        return this.#sequence(object + 8, word(1), path, depth);
      case facts.type_dict:
        return this.#dict(word(3), word(2), path, depth);
      case facts.type_set:
      case facts.type_frozenset:
        return this.#set(word(3), word(1), path, depth);
      default:
        throw new NotPlainDataError(`${path} is no plain data`);
    }
  }

  #integer(flags: number, length: number, digits: number): number | bigint {
    let value = 0n;
    if (length > 1 << 20) throw new NotPlainDataError("an int too large to cross");
    for (let i = length - 1; i >= 0; i--) value = (value << 16n) | BigInt(this.#memory.u16(digits + 2 * i));
    if ((flags & 1) === 1) value = -value;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  #sequence(items: number, length: number, path: string, depth: number): Value[] {
    const values: Value[] = [];
    for (let i = 0; i < length; i++)
      values.push(this.read(this.#memory.u32(items + 4 * i), `${path}[${i}]`, depth + 1));
    return values;
  }

  #set(table: number, allocated: number, path: string, depth: number): Set<Value> {
    const values = new Set<Value>();
    for (let i = 0; i < allocated; i++) {
      const item = this.#memory.u32(table + 4 * i);
      if (!EMPTY.has(item)) values.add(this.read(item, `${path}{}`, depth + 1));
    }
    return values;
  }

  /** With only str keys an object without a prototype, else a Map. */
  #dict(table: number, allocated: number, path: string, depth: number): Value {
    const entries: [Value, Value][] = [];
    for (let i = 0; i < allocated; i++) {
      const key = this.#memory.u32(table + 8 * i);
      if (EMPTY.has(key)) continue;
      const name = this.read(key, `${path} key`, depth + 1);
      entries.push([
        name,
        this.read(
          this.#memory.u32(table + 8 * i + 4),
          `${path}[${typeof name === "object" ? "…" : JSON.stringify(String(name))}]`,
          depth + 1,
        ),
      ]);
    }
    if (!entries.every((entry): entry is [string, Value] => typeof entry[0] === "string")) return new Map(entries);
    const object = Object.create(null) as { [key: string]: Value };
    for (const [key, value] of entries) object[key] = value;
    return object;
  }

  /** The interned string of this number: pools are chained from the newest, each with the count of strings before it. */
  #interned(number: number): string {
    const memory = this.#memory;
    for (
      let pool = memory.u32(this.#facts.lastPool), left = 64;
      pool !== 0 && left > 0;
      pool = memory.u32(pool), left--
    ) {
      const at = number - (memory.u32(pool + 4) & 0x7fffffff);
      if (at >= 0) {
        if (at >= memory.u32(pool + 12)) break;
        return memory.text(memory.u32(pool + 24 + 4 * at), memory.u8(memory.u32(pool + 20) + at));
      }
    }
    throw new NotPlainDataError("an interned string lies damaged in memory");
  }
}
