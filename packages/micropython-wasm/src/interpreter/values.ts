// Reads Python objects out of the guest's memory. Their layouts are those of py/obj.h and its neighbours in MicroPython 1.27, object representation A.

import type { GuestMemory } from "./guestMemory.js";
import type { ImageFacts } from "./image.js";
import { ITEM, KEY, MAX_BYTES, MAX_DEPTH, NotPlainDataError, TOO_DEEP, TooLargeError } from "./plainData.js";
import { fromDigits, toDict, toSet } from "./plainData.js";
import type { Value } from "../result.js";

/** What looking at one slot counts for, used or not. */
const SLOT_BYTES = 16;

/** What an object counts for besides its content: about what the engine takes for an empty one. One that stands in many places is read as often. */
const TEXT_BYTES = 16;
const NUMBER_BYTES = 16;
const SEQUENCE_BYTES = 64;
const BUFFER_BYTES = 256;
const TABLE_BYTES = 256;

const LONGEST_TYPE_NAME = 60;

/** Slots between two looks at the clock. */
const SLOTS_PER_CHECK = 4096;

const NONE = 6;
const FALSE = 14;
const TRUE = 30;

/** Slots of a hash table that hold nothing: MP_OBJ_NULL and MP_OBJ_SENTINEL. */
const EMPTY = new Set([0, 4]);

/** What was read, and how much it was: deterministic, for whoever pays for it. */
export interface Reading {
  value: Value;
  bytes: number;
}

/**
 * The object as plain data, with tuples and frozensets frozen. `checkTime` is called now and then, and may throw.
 *
 * @throws {NotPlainDataError} saying what cannot cross and where in the value it stands.
 */
export function readValue(
  memory: GuestMemory,
  facts: ImageFacts,
  object: number,
  checkTime: () => void,
  maxDepth: number = MAX_DEPTH,
): Reading {
  return new Reader(memory, facts, checkTime, maxDepth).start(object);
}

/** The name of the object's type; "Exception" where that lies damaged. */
export function readTypeName(memory: GuestMemory, facts: ImageFacts, object: number): string {
  try {
    return new Reader(memory, facts, () => undefined, MAX_DEPTH).typeName(object);
  } catch {
    return "Exception";
  }
}

class Reader {
  readonly #memory: GuestMemory;
  readonly #facts: ImageFacts;
  readonly #checkTime: () => void;
  readonly #maxDepth: number;
  /** Where what is being read stands. */
  readonly #path: unknown[] = [];
  #bytesLeft = MAX_BYTES;
  #slotsToCheck = SLOTS_PER_CHECK;

  constructor(memory: GuestMemory, facts: ImageFacts, checkTime: () => void, maxDepth: number) {
    this.#memory = memory;
    this.#facts = facts;
    this.#checkTime = checkTime;
    this.#maxDepth = maxDepth;
  }

  start(object: number): Reading {
    try {
      return { value: this.#read(object), bytes: MAX_BYTES - this.#bytesLeft };
    } catch (error) {
      if (error instanceof RangeError) throw this.#error("lies damaged in memory", { cause: error });
      throw error;
    }
  }

  #error(reason: string, options?: ErrorOptions): NotPlainDataError {
    return new NotPlainDataError([...this.#path], reason, options);
  }

  #read(object: number): Value {
    if ((object & 1) === 1) return object >> 1;
    if ((object & 7) === 2) return this.#interned(object >>> 3);
    if (object === NONE) return null;
    if (object === FALSE || object === TRUE) return object === TRUE;
    if ((object & 3) !== 0) throw this.#error("is no plain data");
    return this.#pointer(object);
  }

  /** A type holds its name's number behind its own type and its flags. */
  typeName(object: number): string {
    return this.#interned(this.#memory.u16(this.#memory.u32(object) + 6));
  }

  /** What stands at this key, item or index. */
  #child(object: number, key: unknown): Value {
    this.#path.push(key);
    const value = this.#read(object);
    this.#path.pop();
    return value;
  }

  /** Counts bytes that are about to be copied. @throws {TooLargeError} where they are too many. */
  #take(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) throw new TooLargeError(MAX_BYTES);
  }

  /** Counts a slot that is about to be looked at. */
  #slot(): void {
    this.#take(SLOT_BYTES);
    if (--this.#slotsToCheck > 0) return;
    this.#slotsToCheck = SLOTS_PER_CHECK;
    this.#checkTime();
  }

  #pointer(object: number): Value {
    const word = (index: number): number => this.#memory.u32(object + 4 * index);
    const facts = this.#facts;
    switch (word(0)) {
      case facts.type_int:
        return this.#integer(word(1), word(2), word(3));
      case facts.type_float:
        this.#take(NUMBER_BYTES);
        return this.#memory.f64(object + 8);
      case facts.type_str:
        this.#take(TEXT_BYTES + word(2));
        return this.#text(word(3), word(2));
      case facts.type_bytes:
      case facts.type_bytearray:
        this.#take(BUFFER_BYTES + word(2));
        return this.#memory.bytes(word(3), word(2));
    }
    if (this.#path.length >= this.#maxDepth) throw this.#error(TOO_DEEP);
    switch (word(0)) {
      case facts.type_list:
        return this.#sequence(word(3), word(2));
      case facts.type_tuple:
        return Object.freeze(this.#sequence(object + 8, word(1))) as Value[];
      case facts.type_dict:
        return this.#dict(word(3), word(2));
      case facts.type_set:
        return this.#set(word(3), word(1));
      case facts.type_frozenset:
        return Object.freeze(this.#set(word(3), word(1)));
      default:
        throw this.#error(
          `is of type '${this.typeName(object).slice(0, LONGEST_TYPE_NAME)}'; only plain data can cross`,
        );
    }
  }

  #text(address: number, length: number): string {
    const text = this.#memory.utf8(address, length);
    if (text === undefined) throw this.#error("is no valid text: half a surrogate pair, or damaged");
    return text;
  }

  #integer(flags: number, length: number, digits: number): number | bigint {
    this.#take(NUMBER_BYTES + 4 * length);
    const bytes = this.#memory.bytes(digits, 2 * length);
    this.#checkTime();
    return fromDigits((flags & 1) === 1, bytes);
  }

  #sequence(items: number, length: number): Value[] {
    this.#take(SEQUENCE_BYTES);
    const values: Value[] = [];
    for (let i = 0; i < length; i++) {
      this.#slot();
      values.push(this.#child(this.#memory.u32(items + 4 * i), i));
    }
    return values;
  }

  #set(table: number, allocated: number): Set<Value> {
    this.#take(TABLE_BYTES);
    const values: Value[] = [];
    for (let i = 0; i < allocated; i++) {
      this.#slot();
      const item = this.#memory.u32(table + 4 * i);
      if (!EMPTY.has(item)) values.push(this.#child(item, ITEM));
    }
    return toSet(values, this.#path);
  }

  #dict(table: number, allocated: number): Value {
    this.#take(TABLE_BYTES);
    const entries: [Value, Value][] = [];
    for (let i = 0; i < allocated; i++) {
      this.#slot();
      const slot = table + 8 * i;
      const object = this.#memory.u32(slot);
      if (EMPTY.has(object)) continue;
      const key = this.#child(object, KEY);
      entries.push([key, this.#child(this.#memory.u32(slot + 4), key)]);
    }
    return toDict(entries, this.#path);
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
        return this.#text(memory.u32(pool + 24 + 4 * at), memory.u8(memory.u32(pool + 20) + at));
      }
    }
    throw this.#error("lies damaged in memory");
  }
}
