import * as fc from "fast-check";
import type { Value } from "micropython-wasm";

/** Text that is none of Python's: halves of surrogate pairs, is left out. */
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("__proto__", "constructor", "toString", "", "😀\0"),
);

/** Floats come back as they went, but for whole ones, which are ints: so those are left out of what is compared by type. */
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    Number.NaN,
    Infinity,
    -Infinity,
    -0,
    2 ** 30 - 1,
    2 ** 30,
    -(2 ** 30),
    -(2 ** 30) - 1,
  ),
  fc.maxSafeInteger(),
  fc.double(),
  // beyond what is a number on the way back
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 10_000n }).map((value) => (value % 2n === 0n ? value : -value)),
  text,
  fc.uint8Array(),
);

/** What may be a key: equal only where it is the same to both languages, so no booleans and no containers. */
const key: fc.Arbitrary<Value> = fc.oneof(
  fc.integer(),
  fc.double({ noInteger: true, noNaN: true }),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }),
  text,
);

/** Plain data that must come back as it went. */
export const plainData: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    scalar,
    fc.array(tie("value")),
    fc.array(tie("value")).map((items) => Object.freeze(items) as Value[]),
    fc.uniqueArray(key, { comparator: "SameValueZero" }).map((items) => new Set(items)),
    fc.uniqueArray(key, { comparator: "SameValueZero" }).map((items) => Object.freeze(new Set(items))),
    fc.uniqueArray(fc.tuple(text, tie("value")), { selector: ([name]) => name }).map(toObject),
    fc
      .uniqueArray(fc.tuple(key, tie("value")), {
        selector: ([name]) => name,
        comparator: "SameValueZero",
        minLength: 1,
      })
      .map((entries) => (entries.every(([name]) => typeof name === "string") ? toObject(entries) : new Map(entries))),
  ),
})).value;

function toObject(entries: readonly (readonly [Value, Value])[]): Value {
  const object = Object.create(null) as { [key: string]: Value };
  for (const [name, value] of entries) object[name as string] = value;
  return object;
}

/** All of a value as text: types, prototypes and what is frozen too, which no matcher of vitest's looks at. Order in dicts and sets does not count. */
export function exactly(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Uint8Array) return `bytes ${value.toString()}`;
  const frozen = Object.isFrozen(value) ? "frozen " : "";
  if (Array.isArray(value)) return `${frozen}[${value.map(exactly).join()}]`;
  if (value instanceof Set) return `${frozen}Set {${[...value].map(exactly).toSorted().join()}}`;
  const pairs = (entries: Iterable<[unknown, unknown]>): string =>
    [...entries]
      .map(([key, item]) => `${exactly(key)}: ${exactly(item)}`)
      .toSorted()
      .join();
  if (value instanceof Map) return `Map {${pairs(value)}}`;
  return `${Object.getPrototypeOf(value) === null ? "" : "prototype "}{${pairs(Object.entries(value))}}`;
}
