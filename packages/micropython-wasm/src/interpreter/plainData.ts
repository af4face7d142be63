import type { Value } from "../result.js";

/** Deepest nesting that crosses between host and guest. */
export const MAX_DEPTH = 100;

export const TOO_DEEP = `is nested deeper than ${MAX_DEPTH}`;

/** Most bytes of one value that crosses: so the host never holds much more than the guest may. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Where in a value something stands, from the outside in: indexes, keys, and these two where neither says it. */
type Path = readonly unknown[];
export const ITEM = Symbol("item");
export const KEY = Symbol("key");

const LONGEST_KEY = 40;
const MOST_STEPS = 8;

/** A value that is no plain data, is nested too deeply, or lies damaged in memory. */
export class NotPlainDataError extends Error {
  readonly path: Path;
  /** What is wrong there: the rest of a sentence. */
  readonly reason: string;

  constructor(path: Path, reason: string, options?: ErrorOptions) {
    super(sentence("value", path, reason), options);
    this.path = path;
    this.reason = reason;
  }

  /** The message with another name for the value; the first `skip` steps of the path are part of that name. */
  describe(root: string, skip = 0): string {
    return sentence(root, this.path.slice(skip), this.reason);
  }
}

/** The value is larger than was allowed. */
export class TooLargeError extends NotPlainDataError {
  constructor(maxBytes: number) {
    super([], `has more than ${maxBytes} bytes`);
  }
}

function sentence(root: string, path: Path, reason: string): string {
  const steps = path.slice(0, MOST_STEPS).map((key) => `[${describeKey(key)}]`);
  return `${root}${steps.join("")}${path.length > MOST_STEPS ? "…" : ""} ${reason}`;
}

function describeKey(key: unknown): string {
  if (typeof key === "string") return JSON.stringify(key.slice(0, LONGEST_KEY));
  if (typeof key === "symbol") return key.description ?? "";
  // a huge one would take seconds to write in decimal
  if (typeof key === "bigint" && BigInt.asIntN(64, key) !== key) return "…";
  return typeof key === "object" && key !== null ? "…" : String(key);
}

/**
 * A Python dict: with only str keys an object without a prototype, else a Map.
 *
 * @throws {NotPlainDataError} where two of its keys are one in JavaScript, as two NaN are.
 */
export function toDict(entries: readonly (readonly [Value, Value])[], path: Path): Value {
  if (entries.every((entry): entry is [string, Value] => typeof entry[0] === "string")) {
    const object = Object.create(null) as { [key: string]: Value };
    for (const [key, value] of entries) {
      if (key in object) throw new NotPlainDataError(path, `has the key ${describeKey(key)} twice`);
      object[key] = value;
    }
    return object;
  }
  const map = new Map<Value, Value>();
  for (const [key, value] of entries) {
    if (map.has(key)) throw new NotPlainDataError(path, `has two keys that are both ${describeKey(key)} in JavaScript`);
    map.set(key, value);
  }
  return map;
}

/** Of a Python set. @throws {NotPlainDataError} as `toDict` does. */
export function toSet(items: readonly Value[], path: Path): Set<Value> {
  const set = new Set<Value>();
  for (const item of items) {
    if (set.has(item))
      throw new NotPlainDataError(path, `has two items that are both ${describeKey(item)} in JavaScript`);
    set.add(item);
  }
  return set;
}

/** Sign and magnitude, the lowest byte first, in an even number of bytes: how MicroPython keeps its integers. */
export function toDigits(value: bigint): { negative: boolean; bytes: Uint8Array } {
  const negative = value < 0n;
  const hex = (negative ? -value : value).toString(16);
  const padded = hex.padStart(Math.ceil(hex.length / 4) * 4, "0");
  const bytes = new Uint8Array(padded.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[bytes.length - 1 - i] = parseInt(padded.slice(2 * i, 2 * i + 2), 16);
  return { negative, bytes };
}

const HEX_DIGITS = new TextEncoder().encode("0123456789abcdef");
const ascii = new TextDecoder();

/** The integer: a number where it is safe as one. Written as hexadecimal it is read in linear time. */
export function fromDigits(negative: boolean, bytes: Uint8Array): number | bigint {
  const hex = new Uint8Array(2 * bytes.length);
  let at = hex.length;
  for (const byte of bytes) {
    hex[--at] = HEX_DIGITS[byte & 15]!;
    hex[--at] = HEX_DIGITS[byte >> 4]!;
  }
  const magnitude = BigInt(`0x0${ascii.decode(hex)}`);
  const value = negative ? -magnitude : magnitude;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
