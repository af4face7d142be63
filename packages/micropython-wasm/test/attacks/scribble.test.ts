import { Interpreter } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { Bystander } from "./bystander.js";
import { outcome } from "./outcome.js";
import { random } from "./random.js";

/** With 115 and 266 the guest raises an exception for which its memory holds no handler any more. */
const seeds = [...Array.from({ length: 40 }, (_, index) => index + 1), 115, 266];
const limits = { fuel: 2_000_000, timeoutMs: 5_000, memoryBytes: 8 * 1024 * 1024, maxOutputBytes: 10_000 };
/** What one run may use beyond its fuel: the distance between two checks. */
const fuelSlack = 100_000;

/** Uses much of the interpreter, and prints often, so that a listener can scribble in the middle of it. */
const busy = `
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __lt__(self, other): return self.x < other.x
def gen(n):
    for i in range(n):
        try: yield Point(i, str(i))
        except ValueError: pass
for round in range(100):
    points = sorted(gen(20), key=lambda p: -p.x)
    table = {p.y: [p.x, "%s-%d" % (p.y, p.x * 10**12)] for p in points}
    print(round, len(table), sum(p.x for p in points), table["7"])
`;

interface Victim {
  interpreter: Interpreter;
  /** Writes random bytes over the victim's memory as it is now. */
  scribble: () => void;
}

async function createVictim(seed: number, during: boolean): Promise<Victim> {
  const below = random(seed);
  let prints = 0;
  const onStdout = () => {
    if (during && prints++ % 5 === 4) scribble();
  };
  const interpreter = await Interpreter.create({ ...limits, onStdout });
  const scribble = () => {
    const bytes = new Uint8Array(interpreter.memory.buffer);
    // From a single byte to thousands, over everything or only where the interpreter's own data lies.
    const count = 1 << below(13);
    const range = below(2) === 0 ? bytes.length : Math.min(bytes.length, 512 * 1024);
    for (let i = 0; i < count; i++) bytes[below(range)] = below(256);
  };
  return { interpreter, scribble };
}

function expectBounded({ interpreter, scribble }: Victim, source: string): void {
  scribble();
  if (interpreter.closed) return;
  const { fuelUsed, stdout } = outcome(interpreter, source);
  expect(fuelUsed).toBeLessThan(limits.fuel + fuelSlack);
  expect(new TextEncoder().encode(stdout).length).toBeLessThanOrEqual(limits.maxOutputBytes);
  expect(interpreter.memoryBytes).toBeLessThanOrEqual(limits.memoryBytes);
}

describe.each([
  { when: "between calls", during: false },
  { when: "during calls", during: true },
])("random bytes over linear memory $when", ({ during }) => {
  it("are contained", async () => {
    const bystander = await Bystander.create(seeds.length);

    for (const seed of seeds) {
      const victim = await createVictim(seed, during);
      outcome(victim.interpreter, "import sys\nkept = {'a': [1, 2, 3]}");
      for (const source of [busy, "while True: print('x' * 1000)", "print(kept)", busy]) expectBounded(victim, source);
      victim.interpreter.close();

      const { now, alone } = bystander.answers();
      expect(now, `seed ${seed}`).toEqual(alone);
    }
    bystander.close();

    const fresh = await Bystander.create(1);
    const { now, alone } = fresh.answers();
    expect(now).toEqual(alone);
    fresh.close();
  }, 300_000);
});

describe("a guest that owns its memory", () => {
  it("cannot grow it past memoryBytes", async () => {
    const interpreter = await Interpreter.create(limits);
    const { memory } = interpreter;
    const free = (limits.memoryBytes - memory.buffer.byteLength) / 65_536;
    expect(() => memory.grow(free + 1)).toThrow(RangeError);
    memory.grow(free);
    expect(() => memory.grow(1)).toThrow(RangeError);
    expect(interpreter.memoryBytes).toBe(limits.memoryBytes);
    interpreter.close();
  });

  it("starts with less than 1 MiB of it in use", async () => {
    const interpreter = await Interpreter.create();
    expect(usedBytes(new Uint8Array(interpreter.memory.buffer))).toBeLessThan(1024 * 1024);
    interpreter.close();
  });
});

/** Bytes of the pages that hold anything: what the operating system must commit. */
function usedBytes(bytes: Uint8Array): number {
  let used = 0;
  for (let at = 0; at < bytes.length; at += 4096) {
    if (bytes.subarray(at, at + 4096).some((byte) => byte !== 0)) used += 4096;
  }
  return used;
}
