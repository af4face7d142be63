// Reads Python objects out of the guest's memory. Their layouts are those of py/obj.h and its neighbours in MicroPython 1.27, object representation A.

import type { GuestMemory } from "./guestMemory.js";
import type { ImageFacts } from "./image.js";
import type { Value } from "../result.js";

/** Deepest nesting that crosses to the host. */
const MAX_DEPTH = 100;

/** Most bytes of text, bytes, digits and slots in one value: so the host never holds much more than the guest may. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What looking at one slot counts for, used or not. */
const SLOT_BYTES = 16;

/** Slots between two looks at the clock. */
const SLOTS_PER_CHECK = 4096;

/** A value that is no plain data, is nested too deeply, or lies damaged in memory. */
export class NotPlainDataError extends Error {}

const NONE = 6;
const FALSE = 14;
const TRUE = 30;

/** Slots of a hash table that hold nothing: MP_OBJ_NULL and MP_OBJ_SENTINEL. */
const EMPTY = new Set([0, 4]);

/** Where in the value something stands: a chain, since it is only written out where something is wrong. */
interface Place {
  parent: Place | undefined;
  key: Value;
}

const LONGEST_KEY = 40;

function describe(place: Place | undefined): string {
  if (place === undefined) return "the value";
  const key = typeof place.key === "object" ? "…" : JSON.stringify(String(place.key).slice(0, LONGEST_KEY));
  return `${describe(place.parent)}[${key}]`;
}

/**
 * The object as plain data. `checkTime` is called now and then, and may throw.
 *
 * @throws {NotPlainDataError} saying what cannot cross and where in the value it stands.
 */
export function readValue(memory: GuestMemory, facts: ImageFacts, object: number, checkTime: () => void): Value {
  try {
    return new Reader(memory, facts, checkTime).read(object, undefined, 0);
  } catch (error) {
    if (error instanceof RangeError) throw new NotPlainDataError("the value lies damaged in memory", { cause: error });
    throw error;
  }
}

/** The name of the object's type; "Exception" where that lies damaged. */
export function readTypeName(memory: GuestMemory, facts: ImageFacts, object: number): string {
  try {
    return new Reader(memory, facts, () => undefined).typeName(object);
  } catch {
    return "Exception";
  }
}

class Reader {
  readonly #memory: GuestMemory;
  readonly #facts: ImageFacts;
  readonly #checkTime: () => void;
  #bytesLeft = MAX_BYTES;
  #slotsToCheck = SLOTS_PER_CHECK;

  constructor(memory: GuestMemory, facts: ImageFacts, checkTime: () => void) {
    this.#memory = memory;
    this.#facts = facts;
    this.#checkTime = checkTime;
  }

  read(object: number, place: Place | undefined, depth: number): Value {
    if (depth > MAX_DEPTH) throw new NotPlainDataError(`${describe(place)} is nested deeper than ${MAX_DEPTH}`);
    if ((object & 1) === 1) return object >> 1;
    if ((object & 7) === 2) return this.#interned(object >>> 3);
    if (object === NONE) return null;
    if (object === FALSE || object === TRUE) return object === TRUE;
    if ((object & 3) !== 0) throw new NotPlainDataError(`${describe(place)} is no plain data`);
    return this.#pointer(object, place, depth);
  }

  /** A type holds its name's number behind its own type and its flags. */
  typeName(object: number): string {
    return this.#interned(this.#memory.u16(this.#memory.u32(object) + 6));
  }

  /** Counts bytes that are about to be copied. @throws {NotPlainDataError} where they are too many. */
  #take(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) throw new NotPlainDataError(`the value has more than ${MAX_BYTES} bytes`);
  }

  /** Counts a slot that is about to be looked at. */
  #slot(): void {
    this.#take(SLOT_BYTES);
    if (--this.#slotsToCheck > 0) return;
    this.#slotsToCheck = SLOTS_PER_CHECK;
    this.#checkTime();
  }

  #pointer(object: number, place: Place | undefined, depth: number): Value {
    const word = (index: number): number => this.#memory.u32(object + 4 * index);
    const facts = this.#facts;
    switch (word(0)) {
      case facts.type_int:
        return this.#integer(word(1), word(2), word(3));
      case facts.type_float:
        return this.#memory.f64(object + 8);
      case facts.type_str:
        this.#take(word(2));
        return this.#memory.text(word(3), word(2));
      case facts.type_bytes:
      case facts.type_bytearray:
        this.#take(word(2));
        return this.#memory.bytes(word(3), word(2));
      case facts.type_list:
        return this.#sequence(word(3), word(2), place, depth);
      case facts.type_tuple:
        return this.#sequence(object + 8, word(1), place, depth);
      case facts.type_dict:
        return this.#dict(word(3), word(2), place, depth);
      case facts.type_set:
      case facts.type_frozenset:
        return this.#set(word(3), word(1), place, depth);
      default:
        throw new NotPlainDataError(`${describe(place)} is no plain data`);
    }
  }

  /** Digits are 16 bits each, the lowest first; written as hexadecimal they are read in linear time. */
  #integer(flags: number, length: number, digits: number): number | bigint {
    this.#take(4 * length);
    const bytes = this.#memory.bytes(digits, 2 * length).toReversed();
    this.#checkTime();
    let hex = "0x0";
    for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
    const magnitude = BigInt(hex);
    const value = (flags & 1) === 1 ? -magnitude : magnitude;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  #sequence(items: number, length: number, place: Place | undefined, depth: number): Value[] {
    const values: Value[] = [];
    for (let i = 0; i < length; i++) {
      this.#slot();
      values.push(this.read(this.#memory.u32(items + 4 * i), { parent: place, key: i }, depth + 1));
    }
    return values;
  }

  #set(table: number, allocated: number, place: Place | undefined, depth: number): Set<Value> {
    const values = new Set<Value>();
    for (let i = 0; i < allocated; i++) {
      this.#slot();
      const item = this.#memory.u32(table + 4 * i);
      if (!EMPTY.has(item)) values.add(this.read(item, { parent: place, key: "item" }, depth + 1));
    }
    return values;
  }

  /** With only str keys an object without a prototype, else a Map. */
  #dict(table: number, allocated: number, place: Place | undefined, depth: number): Value {
    const entries: [Value, Value][] = [];
    for (let i = 0; i < allocated; i++) {
      this.#slot();
      const slot = table + 8 * i;
      const object = this.#memory.u32(slot);
      if (EMPTY.has(object)) continue;
      const key = this.read(object, { parent: place, key: "key" }, depth + 1);
      entries.push([key, this.read(this.#memory.u32(slot + 4), { parent: place, key }, depth + 1)]);
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
