import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Interpreter, Session } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { conformancePrograms, virtualClock } from "./corpus.js";

const child = fileURLToPath(new URL("fuel-child.mjs", import.meta.url));
// Every fourth: from every topic, in a fraction of the time.
const sources = conformancePrograms()
  .filter((_, index) => index % 4 === 0)
  .map(({ source }) => source);

async function fuelOf(source: string): Promise<number> {
  const interpreter = await Interpreter.create({ memoryBytes: 64 * 1024 * 1024, timeoutMs: 60_000 });
  try {
    return interpreter.run(source).fuelUsed;
  } finally {
    interpreter.close();
  }
}

describe("the same program uses the same fuel", () => {
  const options = { clock: virtualClock, random: { seed: 1 }, timeoutMs: 60_000 };
  const inProcess = () =>
    JSON.parse(
      execFileSync(process.execPath, [child], { input: JSON.stringify({ sources, options }) }).toString(),
    ) as number[];

  it("in three processes, in thread and in a worker", async () => {
    const expected = inProcess();
    expect(expected.every((fuel) => fuel > 0)).toBe(true);
    expect(inProcess()).toEqual(expected);
    expect(inProcess()).toEqual(expected);

    for (const [index, source] of sources.entries()) {
      const interpreter = await Interpreter.create(options);
      expect(interpreter.run(source).fuelUsed, source).toBe(expected[index]);
      interpreter.close();

      const session = await Session.create(options);
      expect((await session.run(source)).fuelUsed, source).toBe(expected[index]);
      await session.close();
    }
  });

  it("whatever its limits and whoever listens", async () => {
    const source = "for i in range(3000): print(i, str(i) * 3)";
    const expected = await fuelOf(source);
    for (const options of [
      { fuel: 5_000_000 },
      { fuel: Infinity },
      { timeoutMs: Infinity },
      { onStdout: () => undefined },
    ]) {
      const interpreter = await Interpreter.create({ memoryBytes: 64 * 1024 * 1024, ...options });
      expect(interpreter.run(source).fuelUsed).toBe(expected);
      interpreter.close();
    }
  });
});

describe("every way round a Python loop costs about what it executes", () => {
  // A round has four to forty bytecodes, handlers and a call included.
  it.each([
    ["while", (n: number) => `i = 0\nwhile i < ${n}:\n  i += 1`],
    ["for", (n: number) => `for i in range(${n}): pass`],
    ["continue out of try", (n: number) => `for i in range(${n}):\n  try:\n    continue\n  except ValueError: pass`],
    ["continue through finally", (n: number) => `for i in range(${n}):\n  try:\n    continue\n  finally: i = 1`],
    [
      "break through finally",
      (n: number) => `for i in range(${n}):\n  while True:\n    try:\n      break\n    finally: i = 1`,
    ],
    [
      "return through finally",
      (n: number) => `def f():\n  try:\n    return 1\n  finally: pass\nfor i in range(${n}): f()`,
    ],
    ["a generator", (n: number) => `def g():\n  for i in range(${n}): yield i\nfor i in g(): pass`],
    [
      "with",
      (n: number) =>
        `class C:\n  def __enter__(s): pass\n  def __exit__(s, a, b, c): pass\nc = C()\nfor i in range(${n}):\n  with c: continue`,
    ],
  ])("%s", async (_, program) => {
    const round = ((await fuelOf(program(3_000))) - (await fuelOf(program(1_000)))) / 2_000;
    expect(round).toBeGreaterThan(2);
    expect(round).toBeLessThan(40);
  });

  it("an exception that is caught: a throw and a little more", async () => {
    const program = (n: number) => `for i in range(${n}):\n  try: raise ValueError\n  except ValueError: pass`;
    const round = ((await fuelOf(program(3_000))) - (await fuelOf(program(1_000)))) / 2_000;
    expect(round).toBeGreaterThan(5);
    expect(round).toBeLessThan(250);
  });
});

describe("work inside C pays in proportion", () => {
  // What n bytes or items cost: four times as many must cost at least twice as much. How often the heap is collected and grows meanwhile goes by steps.
  it.each([
    ["zeroing", (n: number) => `x = bytearray(${n})\nNone`],
    ["copying", (n: number) => `x = bytes(${n})\ny = x[1:]\nNone`],
    ["repeating", (n: number) => `x = 'ab' * ${n}\nNone`],
    ["joining", (n: number) => `x = ''.join(['abcdefgh'] * ${n / 8})\nNone`],
    ["searching", (n: number) => `x = bytes(${n}).find(b'x')\nNone`],
    ["comparing", (n: number) => `x = bytes(${n}) == bytes(${n})\nNone`],
    ["moving", (n: number) => `x = bytearray(${n})\nx[0:2] = b'z'\nNone`],
    ["hashing", (n: number) => `x = hash('a' * ${n})\nNone`],
    ["listing", (n: number) => `x = [0] * ${n / 4}\nNone`],
    ["counting", (n: number) => `x = ([0] * ${n / 4}).count(1)\nNone`],
    ["reversing", (n: number) => `x = [0] * ${n / 4}\nx.reverse()\nNone`],
    ["a digest", (n: number) => `import hashlib\nx = hashlib.sha256(bytes(${n})).digest()\nNone`],
    ["a big integer", (n: number) => `x = 1 << ${n}\nNone`],
  ])("%s", async (_, program) => {
    const empty = await fuelOf(program(8));
    const once = (await fuelOf(program(2 ** 20))) - empty;
    const fourfold = (await fuelOf(program(2 ** 22))) - empty;
    expect(once).toBeGreaterThan(2 ** 20 / 256);
    expect(fourfold).toBeGreaterThan(once * 2);
  });

  it.each(["sys.stdout.write(x)", "print(x, end='')", "sys.stderr.write(x)"])("%s, by length", async (write) => {
    const writing = (length: number, times: number) =>
      fuelOf(`import sys\nx = 'a' * ${length}\nfor i in range(${times}): ${write}`);
    const long = (await writing(2 ** 20, 21)) - (await writing(2 ** 20, 1));
    const short = (await writing(8, 21)) - (await writing(8, 1));
    expect(long - short).toBeGreaterThan((20 * 2 ** 20) / 256);
  });
});
