import * as fc from "fast-check";
import { Interpreter, PythonError, UsageError, type Value } from "micropython-wasm";
import { afterAll, describe, expect, it } from "vitest";
import { collectAtEveryAllocation } from "../corpus.js";
import { exactly, plainData } from "./arbitrary.js";

const memoryBytes = 64 * 1024 * 1024;
const interpreter = await Interpreter.create({ memoryBytes, hostFunctions: { echo: (value: Value) => value } });
afterAll(() => interpreter.close());

const stressed = await Interpreter.create({ memoryBytes, fuel: Infinity, timeoutMs: Infinity });
stressed.run(`${collectAtEveryAllocation}\ndef same(value): return value`);
afterAll(() => stressed.close());

function roundTrip(value: unknown): Value {
  interpreter.set("x", value);
  return interpreter.get("x");
}

/** A value, and what Python makes of it. */
const kinds: [unknown, string][] = [
  [null, "None"],
  [undefined, "None"],
  [true, "True"],
  [0, "0"],
  [-1, "-1"],
  [2 ** 30 - 1, "1073741823"],
  [2 ** 30, "1073741824"],
  [-(2 ** 30), "-1073741824"],
  [-(2 ** 30) - 1, "-1073741825"],
  [Number.MAX_SAFE_INTEGER, "9007199254740991"],
  [-Number.MAX_SAFE_INTEGER, "-9007199254740991"],
  [5n, "5"],
  [2n ** 64n, "18446744073709551616"],
  [-(2n ** 64n), "-18446744073709551616"],
  [1.5, "1.5"],
  [-0, "-0.0"],
  [2 ** 53, "9007199254740992.0"],
  [Object(3), "3.0"],
  [[Object(2 ** 53 - 1), Object(0.5)], "[9007199254740991.0, 0.5]"],
  [Number.NaN, "nan"],
  [-Infinity, "-inf"],
  ["a'b", '"a\'b"'],
  ["", "''"],
  ["😀\0é", "'😀\\x00é'"],
  [new Uint8Array([0, 255]), "b'\\x00\\xff'"],
  [Buffer.from("hi"), "b'hi'"],
  [[], "[]"],
  [[1, [2]], "[1, [2]]"],
  // a hole is undefined
  [Object.assign([], { 1: 1 }), "[None, 1]"],
  [Object.freeze([]), "()"],
  [Object.freeze([1]), "(1,)"],
  [{}, "{}"],
  [{ a: 1 }, "{'a': 1}"],
  [new Map(), "{}"],
  [new Map([[1, "x"]]), "{1: 'x'}"],
  [new Map([[Object.freeze([1, "y"]), 2]]), "{(1, 'y'): 2}"],
  [new Set(), "set()"],
  [new Set([1]), "{1}"],
  [Object.freeze(new Set([1])), "frozenset({1})"],
  [JSON.parse('{"__proto__": 1}'), "{'__proto__': 1}"],
];

describe("from the host to the guest", () => {
  it.each(kinds)("%o becomes %s", (value, repr) => {
    interpreter.set("x", value);
    expect(interpreter.run("x").repr ?? "None").toBe(repr);
  });

  it("dicts are ordinary ones: found by keys that are made later, changed, grown", () => {
    const keys = Array.from({ length: 300 }, (_, i) => `key${i}`);
    interpreter.set("d", Object.fromEntries(keys.map((key, i) => [key, i])));
    const program = `
assert all(d["key" + str(i)] == i for i in range(300))
assert d["key7"] == 7 and "key300" not in d and len(d) == 300
for i in range(300, 900): d["key" + str(i)] = i
del d["key0"]
sum(d.values()), len(d)`;
    expect(interpreter.run(program).value).toEqual([(899 * 900) / 2, 899]);
  });

  it("of two keys that are one in Python the last wins, as in a dict display", () => {
    interpreter.set(
      "d",
      new Map<unknown, unknown>([
        [1, "a"],
        [true, "b"],
      ]),
    );
    expect(interpreter.run("d").repr).toBe("{1: 'b'}");
  });

  it("is a copy", () => {
    const list = [1];
    interpreter.set("x", list);
    interpreter.run("x.append(2)");
    expect([list, interpreter.get("x")]).toEqual([[1], [1, 2]]);
  });

  it("raises MemoryError where there is no room, and keeps the state", async () => {
    const small = await Interpreter.create({
      memoryBytes: 4 * 1024 * 1024,
      hostFunctions: { big: () => "x".repeat(2 ** 22) },
      maxHostResultBytes: 2 ** 23,
    });
    small.run("kept = 1");
    expect(small.run("try: big()\nexcept MemoryError: print('no room')").stdout).toBe("no room\n");
    expect(() => small.set("x", new Uint8Array(2 ** 23))).toThrow(expect.objectContaining({ code: "MEMORY_LIMIT" }));
    expect(small.get("kept")).toBe(1);
    small.close();
  });
});

describe("there and back", () => {
  it("every value is as it was", () => {
    fc.assert(
      fc.property(plainData, (value) => {
        expect(exactly(roundTrip(value))).toBe(exactly(value));
      }),
      { numRuns: 200 },
    );
  });

  it("also where every allocation collects", () => {
    const garbage = "b = gc.mem_alloc()\nfor n in range(1000): x = [n] * 10\ngc.mem_alloc() - b";
    expect(stressed.run(garbage).value).toBeLessThan(1_000);
    fc.assert(
      fc.property(plainData, (value) => {
        expect(exactly(stressed.call("same", [value]).value)).toBe(exactly(value));
      }),
      { numRuns: 100 },
    );
  });

  it("also through a host function", () => {
    fc.assert(
      fc.property(plainData, (value) => {
        interpreter.set("x", value);
        expect(exactly(interpreter.run("echo(x)").value)).toBe(exactly(interpreter.get("x")));
      }),
      { numRuns: 50 },
    );
  });

  it("integers of ten thousand bits", () => {
    for (const value of [2n ** 10_000n, -(2n ** 10_000n), 2n ** 10_000n - 1n]) expect(roundTrip(value)).toBe(value);
    interpreter.set("x", 2n ** 10_000n);
    expect(interpreter.run("x == 2 ** 10000, x + 1 == 2 ** 10000 + 1, hash(x) == hash(2 ** 10000)").value).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("a hundred levels", () => {
    let value: Value = [];
    for (let i = 1; i < 100; i++) value = [value];
    expect(roundTrip(value)).toEqual(value);
    expect(interpreter.run("echo(x)").value).toEqual(value);
    interpreter.run("x = [x]");
    expect(() => interpreter.get("x")).toThrow("TypeError: x[0][0][0][0][0][0][0][0]… is nested deeper than 100");
  });
});

describe("from the guest to the host", () => {
  it("tuples and frozensets are frozen, lists and sets are not", () => {
    interpreter.run("x = ((), [], frozenset(), {1})");
    const value = interpreter.get("x") as unknown[];
    expect(Object.isFrozen(value)).toBe(true);
    expect(value.map((item) => Object.isFrozen(item))).toEqual([true, false, true, false]);
  });

  it.each([
    ["'\\ud800'", "TypeError: x is no valid text: half a surrogate pair, or damaged"],
    ["{'a': ['\\udc00']}", 'TypeError: x["a"][0] is no valid text: half a surrogate pair, or damaged'],
    ["{float('nan'): 1, float('nan'): 2}", "TypeError: x has two keys that are both NaN in JavaScript"],
    ["[{float('nan'), float('nan')}]", "TypeError: x[0] has two items that are both NaN in JavaScript"],
  ])("%s is refused, not changed", (source, message) => {
    interpreter.run(`x = ${source}`);
    expect(() => interpreter.get("x")).toThrow(expect.objectContaining({ constructor: PythonError, message }));
    expect(interpreter.run("x").value).toBeUndefined();
  });
});

describe("call, set and get", () => {
  it("call takes arguments and keyword arguments, and dotted names", () => {
    interpreter.run(`
class Counter:
    n = 0
    def add(self, by=1, *more, scale=1):
        self.n += (by + sum(more)) * scale
        return self.n
counter = Counter()
print('said')`);
    expect(interpreter.call("counter.add").value).toBe(1);
    const result = interpreter.call("counter.add", [2, 3], { scale: 10 });
    expect(result.value).toBe(51);
    expect(result.repr).toBe("51");
    expect(interpreter.get("counter.n")).toBe(51);
    expect(interpreter.call("len", ["abc"]).value).toBe(3);
    expect(interpreter.call("print", ["hello"]).stdout).toBe("hello\n");
  });

  it("a call has limits of its own, and is rolled back", async () => {
    const other = await Interpreter.create({ rollback: true });
    other.run("n = 1\ndef f():\n    global n\n    n = 2\n    while True: pass");
    expect(() => other.call("f", [], {}, { fuel: 100_000 })).toThrow(
      expect.objectContaining({ code: "FUEL_EXHAUSTED", state: "restored" }),
    );
    expect(other.get("n")).toBe(1);
    other.close();
  });

  it("tracebacks name the caller's code only", () => {
    interpreter.run("def f():\n    raise ValueError('here')", { filename: "mine.py" });
    expect(() => interpreter.call("f")).toThrow(
      expect.objectContaining({
        line: 2,
        traceback: 'Traceback (most recent call last):\n  File "mine.py", line 2, in f\nValueError: here\n',
      }),
    );
  });

  it.each<[string, () => unknown, string]>([
    ["a missing name", () => interpreter.get("missing"), "NameError: name 'missing' is not defined"],
    ["a missing function", () => interpreter.call("missing.x"), "NameError: name 'missing' is not defined"],
    [
      "a missing attribute",
      () => interpreter.call("echo.x"),
      "AttributeError: 'HostFunction' object has no attribute 'x'",
    ],
    [
      "what is no function",
      () => (interpreter.set("x", 1), interpreter.call("x")),
      "TypeError: 'int' object is not callable",
    ],
    [
      "a result that is no data",
      () => interpreter.call("iter", [[]]),
      "TypeError: the result of iter() is of type 'iterator'; only plain data can cross",
    ],
    [
      "a variable that is none",
      () => interpreter.get("len"),
      "TypeError: len is of type 'function'; only plain data can cross",
    ],
  ])("%s is a PythonError", (_, attempt, message) => {
    expect(attempt).toThrow(expect.objectContaining({ constructor: PythonError, message }));
  });

  it.each<[string, () => unknown, string]>([
    ["set with dots", () => interpreter.set("a.b", 1), 'the name of the variable must be a Python name; got "a.b"'],
    ["a keyword", () => interpreter.get("a.if"), 'the name of the variable must be a Python name; got "if"'],
    ["source", () => interpreter.call("f(1)"), 'the name of the function must be a Python name; got "f(1)"'],
    ["no name", () => interpreter.call(""), 'the name of the function must be a Python name; got ""'],
    [
      "no string",
      () => interpreter.get(1 as unknown as string),
      "the name of the variable must be a Python name; got number",
    ],
    ["an argument", () => interpreter.call("f", [1, { a: new Date() }]), 'args[1]["a"] is a Date'],
    ["a keyword argument", () => interpreter.call("f", [], { k: Symbol("x") }), 'kwargs["k"] is a symbol'],
    ["a value", () => interpreter.set("x", [() => 1]), "value[0] is a function"],
  ])("%s is a UsageError", (_, attempt, message) => {
    expect(attempt).toThrow(expect.objectContaining({ constructor: UsageError }));
    expect(attempt).toThrow(message);
  });
});
