import { ITEM, KEY, MAX_BYTES, MAX_DEPTH, NotPlainDataError, TOO_DEEP, TooLargeError } from "./plainData.js";
import { toDigits } from "./plainData.js";
import { Op } from "./wireFormat.js";

/** MicroPython's small ints have 31 bits. */
const SMALL_INT_MAX = 0x3fffffff;
const SMALL_INT_MIN = -0x40000000;

/** Keys of dicts that are sent once: so many, of this length at most. */
const SHARED_KEYS = 256;
const LONGEST_SHARED_KEY = 64;

/** Texts up to this length are copied in a loop, which is faster where they are ASCII. */
const SHORT_TEXT = 64;

const encoder = new TextEncoder();

/** Becomes a Python module: for the definition of host functions, never for values of users. */
export class Module {
  readonly names: { [name: string]: unknown };

  constructor(names: { [name: string]: unknown }) {
    this.names = names;
  }
}

/**
 * Plain data as bytes for the guest; see `Value` for what becomes what.
 *
 * @throws {NotPlainDataError} saying what cannot cross and where in the value it stands; {TooLargeError} beyond `maxBytes`.
 */
export function encodeValue(
  value: unknown,
  { maxBytes = MAX_BYTES, maxDepth = MAX_DEPTH }: { maxBytes?: number; maxDepth?: number } = {},
): Uint8Array<ArrayBuffer> {
  return new Encoder(maxBytes, maxDepth).encode(value);
}

class Encoder {
  readonly #maxBytes: number;
  readonly #maxDepth: number;
  readonly #keys: Writer;
  readonly #body: Writer;
  readonly #keyNumbers = new Map<string, number>();
  /** The containers around what is being written. */
  readonly #around: object[] = [];
  /** Where it stands. */
  readonly #path: unknown[] = [];
  #height = 0;
  #highest = 0;

  constructor(maxBytes: number, maxDepth: number) {
    this.#maxBytes = maxBytes;
    this.#maxDepth = maxDepth;
    this.#keys = new Writer(maxBytes);
    this.#body = new Writer(maxBytes);
  }

  encode(value: unknown): Uint8Array<ArrayBuffer> {
    try {
      this.#write(value, false);
    } catch (error) {
      throw this.#failure(error);
    }
    const head = new Writer(this.#maxBytes);
    head.number(this.#keyNumbers.size + this.#highest);
    const parts = [head.written, this.#keys.written, this.#body.written];
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length > this.#maxBytes) throw new TooLargeError(this.#maxBytes);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #error(reason: string): NotPlainDataError {
    return new NotPlainDataError([...this.#path], reason);
  }

  /** What a getter or a Proxy throws may be a Proxy itself. */
  #failure(error: unknown): NotPlainDataError {
    try {
      if (error instanceof NotPlainDataError) return error;
      if (error instanceof Error) return this.#error(`cannot be read: ${error.message.slice(0, 200)}`);
    } catch {
      // said below
    }
    return this.#error("cannot be read");
  }

  #pushed(): void {
    if (++this.#height > this.#highest) this.#highest = this.#height;
  }

  #write(value: unknown, hashable: boolean): void {
    const body = this.#body;
    switch (typeof value) {
      case "string":
        this.#text(body, value);
        break;
      case "number":
        if (Number.isSafeInteger(value) && !Object.is(value, -0)) this.#integer(value);
        else body.float(value);
        break;
      case "boolean":
        body.byte(value ? Op.true : Op.false);
        break;
      case "undefined":
        body.byte(Op.none);
        break;
      case "bigint":
        this.#bigInteger(value);
        break;
      case "object":
        if (value === null) body.byte(Op.none);
        else if (value instanceof Uint8Array) body.sized(Op.bytes, value);
        // boxed: a float also where it has no decimals
        // oxlint-disable-next-line unicorn/no-instanceof-builtins
        else if (value instanceof Number) body.float(Number(value));
        else return this.#container(value, hashable);
        break;
      default:
        throw this.#error(`is a ${typeof value}; only plain data can cross`);
    }
    this.#pushed();
  }

  #container(value: object, hashable: boolean): void {
    const around = this.#around;
    if (around.length >= this.#maxDepth) throw this.#error(TOO_DEEP);
    if (around.includes(value)) throw this.#error("refers to what holds it, and cannot be sent");
    around.push(value);
    const below = this.#height;
    if (Array.isArray(value)) this.#array(value, hashable);
    else if (value instanceof Set) this.#set(value, hashable);
    else {
      if (hashable) throw this.#unhashable("a dict");
      if (value instanceof Map) this.#map(value);
      else if (value instanceof Module) this.#module(value);
      else this.#object(value);
    }
    around.pop();
    this.#height = below;
    this.#pushed();
  }

  #unhashable(kind: string, advice = ""): NotPlainDataError {
    return this.#error(`is ${kind}, which Python cannot use as a key or an item of a set${advice}`);
  }

  #array(items: readonly unknown[], hashable: boolean): void {
    const tuple = Object.isFrozen(items);
    if (hashable && !tuple) throw this.#unhashable("a list", "; freeze the array to send a tuple");
    const length = items.length;
    for (let i = 0; i < length; i++) {
      this.#path.push(i);
      this.#write(items[i], hashable);
      this.#path.pop();
    }
    this.#body.op(tuple ? Op.tuple : Op.list, length);
  }

  #set(items: Set<unknown>, hashable: boolean): void {
    const frozen = Object.isFrozen(items);
    if (hashable && !frozen) throw this.#unhashable("a set", "; freeze it to send a frozenset");
    let count = 0;
    for (const item of Set.prototype.values.call(items)) {
      this.#path.push(ITEM);
      this.#write(item, true);
      this.#path.pop();
      count++;
    }
    this.#body.op(frozen ? Op.frozenSet : Op.set, count);
  }

  #map(map: Map<unknown, unknown>): void {
    let count = 0;
    for (const [key, value] of Map.prototype.entries.call(map)) {
      this.#path.push(KEY);
      if (typeof key === "string") this.#key(key);
      else this.#write(key, true);
      this.#path.pop();
      this.#path.push(key);
      this.#write(value, false);
      this.#path.pop();
      count++;
    }
    this.#body.op(Op.dict, count);
  }

  #object(object: object): void {
    const prototype: unknown = Object.getPrototypeOf(object);
    // also another realm's Object.prototype
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      throw this.#error(`is a ${className(object)}; pass it as a string, a number or a plain object`);
    this.#names(object as { [name: string]: unknown });
  }

  #names(object: { [name: string]: unknown }): void {
    const keys = Object.keys(object);
    for (const key of keys) {
      this.#path.push(key);
      this.#key(key);
      this.#write(object[key], false);
      this.#path.pop();
    }
    this.#body.op(Op.dict, keys.length);
  }

  #module(module: Module): void {
    this.#names(module.names);
    this.#body.byte(Op.module);
  }

  /** Keys come again and again: rows have the same ones. */
  #key(text: string): void {
    let number = this.#keyNumbers.get(text);
    if (number === undefined && this.#keyNumbers.size < SHARED_KEYS && text.length <= LONGEST_SHARED_KEY) {
      this.#text(this.#keys, text);
      number = this.#keyNumbers.size;
      this.#keyNumbers.set(text, number);
    }
    if (number === undefined) this.#text(this.#body, text);
    else this.#body.op(Op.copy, number);
    this.#pushed();
  }

  #text(writer: Writer, text: string): void {
    if (text.length <= SHORT_TEXT && writer.ascii(text)) return;
    if (text.length > this.#maxBytes) throw new TooLargeError(this.#maxBytes);
    if (/\p{Surrogate}/u.test(text)) throw this.#error("holds half a surrogate pair, which is no text in Python");
    writer.sized(Op.str, encoder.encode(text));
  }

  #integer(value: number): void {
    if (value < SMALL_INT_MIN || value > SMALL_INT_MAX) this.#bigInteger(BigInt(value));
    else this.#body.op(Op.smallInt, ((value << 1) ^ (value >> 31)) >>> 0);
  }

  #bigInteger(value: bigint): void {
    if (value >= SMALL_INT_MIN && value <= SMALL_INT_MAX) return this.#integer(Number(value));
    const { negative, bytes } = toDigits(value);
    this.#body.op(Op.bigInt, bytes.length | (negative ? 1 : 0));
    this.#body.raw(bytes);
  }
}

/** Bytes that grow up to a limit. */
class Writer {
  readonly #maxBytes: number;
  #bytes = new Uint8Array(64);
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(byte: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = byte;
  }

  number(value: number): void {
    this.#room(5);
    while (value > 127) {
      this.#bytes[this.#length++] = (value & 127) | 128;
      value >>>= 7;
    }
    this.#bytes[this.#length++] = value;
  }

  op(code: number, count: number): void {
    this.byte(code);
    this.number(count);
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  sized(code: number, bytes: Uint8Array): void {
    this.op(code, bytes.length);
    this.raw(bytes);
  }

  float(value: number): void {
    this.byte(Op.float);
    this.#room(8);
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** Writes a short text; writes nothing and returns false where it is not ASCII. */
  ascii(text: string): boolean {
    this.#room(2 + text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = Op.str;
    bytes[at++] = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      bytes[at++] = code;
    }
    this.#length = at;
    return true;
  }

  #room(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    // a few bytes over the limit are let through: the sum of the parts is looked at again in the end
    if (needed > this.#maxBytes + 64) throw new TooLargeError(this.#maxBytes);
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

function className(object: object): string {
  const name: unknown = (object as { constructor?: { name?: unknown } }).constructor?.name;
  return typeof name === "string" && name !== "" ? name.slice(0, 100) : "class instance";
}
