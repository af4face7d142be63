import * as fc from "fast-check";
import { expect, it } from "vitest";
import { NotPlainDataError } from "../../src/interpreter/plainData.js";
import { decodeValue } from "../../src/interpreter/wireDecoder.js";
import { encodeValue } from "../../src/interpreter/wireEncoder.js";
import { exactly, plainData } from "./arbitrary.js";

it("gives back what was written", () => {
  fc.assert(
    fc.property(plainData, (value) => {
      const back = decodeValue(encodeValue(value));
      expect(exactly(back)).toBe(exactly(value));
    }),
    { numRuns: 300 },
  );
});

it.each([
  [5, 3],
  [1_000_000_007, 7],
  ["abc", 6],
  [[], 3],
])("%j takes %i bytes", (value, bytes) => expect(encodeValue(value)).toHaveLength(bytes));

it("writes the keys that rows share once", () => {
  const rows = Array.from({ length: 1_000 }, (_, id) => ({ identifier: id % 50, description: null }));
  expect(encodeValue(rows).length).toBeLessThan(1_000 * 10);
});

it("makes of damaged bytes a value or a typed error", () => {
  const good = encodeValue({ rows: [{ a: 1, b: [2n ** 70n, 1.5] }, new Map([[Object.freeze([1]), new Set([1])]])] });
  const mutated = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const bytes = good.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      try {
        decodeValue(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(NotPlainDataError);
      }
    }),
    { numRuns: 2_000 },
  );
});

class Row {
  id = 1;
}
const cycle: unknown[] = [];
cycle.push([cycle]);
const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let i = 1; i < depth; i++) value = [value];
  return value;
};

it.each<[string, unknown, string]>([
  ["a function", () => 1, "value is a function; only plain data can cross"],
  ["a symbol", [Symbol("x")], "value[0] is a symbol; only plain data can cross"],
  [
    "a Date",
    { rows: [0, 1, 2, { when: new Date() }] },
    'value["rows"][3]["when"] is a Date; pass it as a string, a number or a plain object',
  ],
  ["an instance", [new Row()], "value[0] is a Row; pass it as a string, a number or a plain object"],
  ["a promise", Promise.resolve(1), "value is a Promise; pass it as a string, a number or a plain object"],
  ["a typed array", new Float64Array(1), "value is a Float64Array; pass it as a string, a number or a plain object"],
  ["a cycle", { a: cycle }, 'value["a"][0][0] refers to what holds it, and cannot be sent'],
  ["101 levels", nested(101), "value[0][0][0][0][0][0][0][0]… is nested deeper than 100"],
  ["100,000 levels", nested(100_000), "value[0][0][0][0][0][0][0][0]… is nested deeper than 100"],
  ["half a pair", ["\ud800"], "value[0] holds half a surrogate pair, which is no text in Python"],
  ["half a pair in a key", { "\udfff": 1 }, 'value["\\udfff"] holds half a surrogate pair, which is no text in Python'],
  [
    "a list as a key",
    new Map([[[1], 1]]),
    "value[key] is a list, which Python cannot use as a key or an item of a set; freeze the array to send a tuple",
  ],
  ["a dict in a set", new Set([{}]), "value[item] is a dict, which Python cannot use as a key or an item of a set"],
  [
    "a list in a tuple in a set",
    new Set([Object.freeze([[]])]),
    "value[item][0] is a list, which Python cannot use as a key or an item of a set; freeze the array to send a tuple",
  ],
  [
    "a getter that throws",
    Object.defineProperty({}, "x", {
      enumerable: true,
      get: () => {
        throw new Error("not today");
      },
    }),
    'value["x"] cannot be read: not today',
  ],
  [
    "a Proxy that throws",
    [
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("nor tomorrow");
          },
        },
      ),
    ],
    "value[0] cannot be read: nor tomorrow",
  ],
  ["a revoked Proxy", [revoked()], "value[0] cannot be read: "],
  [
    "what throws no error",
    new Proxy([], {
      get: () => {
        throw revoked();
      },
    }),
    "value cannot be read",
  ],
])("refuses %s and says where it stands", (_, value, message) => {
  expect(() => encodeValue(value)).toThrow(NotPlainDataError);
  expect(() => encodeValue(value)).toThrow(message);
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

it("takes 100 levels", () => expect(decodeValue(encodeValue(nested(100)))).toStrictEqual(nested(100)));

it("reads a getter once, and only own enumerable string keys", () => {
  let reads = 0;
  const value = Object.create(Object.prototype, {
    hidden: { value: 1 },
    shown: { enumerable: true, get: () => ++reads },
    [Symbol("s")]: { enumerable: true, value: 2 },
  }) as object;
  expect(decodeValue(encodeValue(value))).toEqual({ shown: 1 });
  expect(reads).toBe(1);
});

it.each([
  ["text", "x".repeat(2_000)],
  ["wide text", "é".repeat(600)],
  ["bytes", new Uint8Array(1_001)],
  ["items", Array.from({ length: 1_001 }, () => null)],
  ["an array without end", new Proxy([], { get: (_, name) => (name === "length" ? 2 ** 32 - 1 : 1) })],
  ["a digit too many", 2n ** 8_000n],
])("stops at the limit of bytes: %s", (_, value) => {
  expect(() => encodeValue(value, { maxBytes: 1_000 })).toThrow("value has more than 1000 bytes");
});

it("leaves Object.prototype as it was", () => {
  const before = Reflect.ownKeys(Object.prototype);
  const value = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": 2}, "toString": 3}') as object;
  const back = decodeValue(encodeValue(value)) as object;
  expect(Object.entries(back)).toEqual(Object.entries(value));
  expect(Object.getPrototypeOf(back)).toBe(null);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  expect("polluted" in {}).toBe(false);
});
