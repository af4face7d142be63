// Faults that a review found: each was one once.

import { Interpreter, TimeoutError } from "micropython-wasm";
import { describe, expect, it } from "vitest";

async function run(source: string): Promise<string> {
  const interpreter = await Interpreter.create({ fuel: Infinity, timeoutMs: 60_000, memoryBytes: 32 * 1024 * 1024 });
  try {
    return interpreter.run(source).stdout;
  } finally {
    interpreter.close();
  }
}

describe("the collector", () => {
  it("keeps operands that wait while a later operand is computed (math.factorial multiplies two products)", async () => {
    const source = "import math\nprint(sum(math.factorial(n) % 1000003 for n in range(0, 130, 3)))";
    expect(await run(`import gc\ngc.threshold(1)\n${source}`)).toBe(await run(source));
  });

  it("keeps a piece of heap of which only the first block is used", async () => {
    const stdout = await run(`
import gc
def main():
    kept = [None] * 60000
    gc.collect()
    last = wrong = 0
    for i in range(50000):
        x = kept[i] = i + 0.5
        address = id(x)
        if i > 3000 and address - last > 4000:
            gc.collect()
            for j in range(i + 1, i + 3000): kept[j] = j + 0.5
            for j in range(i + 3000): wrong += kept[j] != j + 0.5
            break
        last = address
    print(wrong)
main()`);
    expect(stdout).toBe("0\n");
  });
});

describe("the recursion limit", () => {
  it("leaves the globals as they were", async () => {
    const stdout = await run(`
space = {}
exec("def g(): return 1", space)
g, marker = space['g'], 'mine'
def f():
    try: g()
    except RuntimeError: return marker
    return f()
print(f())`);
    expect(stdout).toBe("mine\n");
  });

  it("leaves a generator as it was", async () => {
    const stdout = await run(`
def gen():
    while True: yield 1
it = gen()
def f():
    try: f()
    except RuntimeError:
        try: next(it)
        except RuntimeError: pass
f()
print(next(it))`);
    expect(stdout).toBe("1\n");
  });
});

describe("a value that crosses", () => {
  it.each([
    ["ints of many digits", "[1 << 2000000] + [0] * 5001"],
    ["sets whose slots are empty", "s = set(range(20000))\nfor i in range(20000): s.discard(i)\n[s] * 20000"],
    ["long keys on the way", "k = '\"' * 1000000\n[{k: 1}] * 600 + [0] * 5000"],
  ])("takes the host no longer than the run may take: %s", async (_, source) => {
    const interpreter = await Interpreter.create({ fuel: Infinity, timeoutMs: 1_000, memoryBytes: 32 * 1024 * 1024 });
    const started = performance.now();
    try {
      interpreter.run(source);
    } catch (error) {
      // on a slow machine
      expect(error).toBeInstanceOf(TimeoutError);
    }
    // with room for what a busy machine does meanwhile
    expect(performance.now() - started).toBeLessThan(5_000);
    interpreter.close();
  });

  it("takes the host no more memory than a bounded multiple of the guest's", async () => {
    const interpreter = await Interpreter.create({ fuel: Infinity });
    const { value } = interpreter.run("[bytes(1000000)] * 200");
    interpreter.close();
    const bytes = (value as Uint8Array[] | undefined)?.reduce((sum, item) => sum + item.length, 0) ?? 0;
    expect(bytes).toBeLessThanOrEqual(64 * 1024 * 1024);
  });
});

it("a file name of more than 255 bytes is refused, and leaves the state alone", async () => {
  const interpreter = await Interpreter.create();
  interpreter.run("x = 5");
  expect(() => interpreter.run("x", { filename: `/${"a".repeat(300)}` })).toThrow(
    "filename has 301 bytes, more than 255",
  );
  expect(interpreter.run("x").value).toBe(5);
  interpreter.close();
});
