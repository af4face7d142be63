import { expect, it } from "vitest";
import { withoutPrototypes } from "../../src/session/plainObjects.js";

it("leaves no prototype on any object of the guest's, however deep it lies", () => {
  const guest = Object.assign(Object.create(null), {
    list: [{ a: 1 }],
    map: new Map([[1, { b: new Set([{ c: 2 }]) }]]),
  });
  Object.defineProperty(guest, "__proto__", { value: { polluted: true }, enumerable: true });
  const arrived = withoutPrototypes(structuredClone(guest));
  expect(Object.getPrototypeOf(arrived)).toBe(null);
  expect(Object.getPrototypeOf(arrived.list[0])).toBe(null);
  const inner = arrived.map.get(1);
  expect(Object.getPrototypeOf(inner)).toBe(null);
  expect(Object.getPrototypeOf([...inner.b][0])).toBe(null);
  expect(Object.keys(arrived)).toContain("__proto__");
  expect(arrived.polluted).toBeUndefined();
});

it("leaves other values alone", () => {
  const bytes = new Uint8Array([1, 2]);
  for (const value of [null, undefined, 1, 10n, "text", true, bytes]) expect(withoutPrototypes(value)).toBe(value);
});

it("takes containers of any size", () => {
  const many = Array.from({ length: 300_000 }, (_, i) => i);
  const values = [
    many,
    new Set(many),
    new Map(many.map((i) => [i, i])),
    Object.fromEntries(many.map((i) => [`k${i}`, i])),
  ];
  for (const value of values) expect(withoutPrototypes(value)).toBe(value);
});
