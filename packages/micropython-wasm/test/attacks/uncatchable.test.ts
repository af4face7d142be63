import { Interpreter } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { outcome } from "./outcome.js";

/** Ways to hold on to control when the sandbox takes it away. Each prints "escaped" if it keeps it. */
const programs: Record<string, string> = {
  "except BaseException": `
try:
    while True: pass
except BaseException:
    print("escaped")`,
  "bare except, again and again": `
def stay():
    try:
        while True: pass
    except:
        print("escaped")
        stay()
stay()`,
  finally: `
try:
    while True: pass
finally:
    print("escaped")`,
  "a return in finally": `
def f():
    while True:
        try:
            while True: pass
        finally:
            print("escaped")
            continue
f()`,
  "with whose exit swallows": `
class Swallow:
    def __enter__(self): return self
    def __exit__(self, *args):
        print("escaped")
        return True
while True:
    with Swallow():
        while True: pass`,
  "a generator's finally": `
def g():
    try:
        yield 1
        while True: pass
    finally:
        print("escaped")
for x in g(): pass`,
  "yield from": `
def inner():
    try:
        while True: pass
    except BaseException:
        print("escaped")
        yield 1
def outer():
    try:
        yield from inner()
    except BaseException:
        print("escaped")
list(outer())`,
  "nested evals": `
source = "spin()"
def spin():
    while True: pass
for _ in range(20):
    source = "eval(" + repr(source) + ")"
try:
    eval(source)
except BaseException:
    print("escaped")`,
  "exec in a handler": `
def stay(n):
    try:
        exec("while True: pass")
    except BaseException:
        print("escaped")
        exec("stay(n - 1)", globals(), {"n": n})
stay(5)`,
  "a sort's key": `
def key(x):
    try:
        while True: pass
    except BaseException:
        print("escaped")
        return x
sorted([3, 1, 2], key=key)`,
  "comparison and hash": `
class Slow:
    def __hash__(self): return 1
    def __eq__(self, other):
        try:
            while True: pass
        except BaseException:
            print("escaped")
        return False
{Slow(): 1, Slow(): 2}`,
  "map and filter": `
def step(x):
    try:
        while True: pass
    except BaseException:
        print("escaped")
list(map(step, filter(None, [1, 2, 3])))`,
  "attribute access": `
class Proxy:
    def __getattr__(self, name):
        try:
            while True: pass
        except BaseException:
            print("escaped")
print(hasattr(Proxy(), "x"))`,
  "a class body": `
try:
    class Body:
        while True: pass
except BaseException:
    print("escaped")`,
  "str and repr": `
class Text:
    def __repr__(self):
        try:
            while True: pass
        except BaseException:
            return "escaped"
print(Text(), [Text()], "%s" % Text())`,
  "an iterator in C": `
def endless():
    while True: yield 1
try:
    print(sum(endless()))
except BaseException:
    print("escaped")`,
  "work that stays inside C": `
import gc
data = list(range(2000))
while True:
    try:
        -1 in data or data.count(-1) or data.reverse()
    except BaseException:
        print("escaped")`,
};

const cases = Object.entries(programs).map(([name, source]) => ({ name, source }));

describe("Python code cannot catch the end of its fuel", () => {
  it.each(cases)("$name", async ({ source }) => {
    const interpreter = await Interpreter.create({ timeoutMs: Infinity, rollback: true });
    interpreter.run("kept = 1");
    expect(outcome(interpreter, source, { fuel: 500_000 })).toMatchObject({ code: "FUEL_EXHAUSTED", stdout: "" });
    expect(interpreter.run("kept").value).toBe(1);
    interpreter.close();
  });

  it("uses all of its fuel, and nothing worth speaking of beyond", async () => {
    const interpreter = await Interpreter.create({ timeoutMs: Infinity });
    for (const fuel of [1_000, 100_000, 3_000_000]) {
      const { code, fuelUsed } = outcome(interpreter, "while True: pass", { fuel });
      expect(code).toBe("FUEL_EXHAUSTED");
      expect(fuelUsed).toBeGreaterThanOrEqual(fuel);
      expect(fuelUsed).toBeLessThan(fuel + 10_000);
    }
    interpreter.close();
  });
});

describe("Python code cannot catch the end of its time", () => {
  it.each(cases)("$name", async ({ source }) => {
    const interpreter = await Interpreter.create({ fuel: Infinity, rollback: true });
    interpreter.run("kept = 1");
    expect(outcome(interpreter, source, { timeoutMs: 50 })).toMatchObject({ code: "TIMEOUT", stdout: "" });
    expect(interpreter.run("kept").value).toBe(1);
    interpreter.close();
  });
});
