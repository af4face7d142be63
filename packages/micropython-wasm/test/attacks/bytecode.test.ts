import { Interpreter } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { Bystander } from "./bystander.js";
import { outcome } from "./outcome.js";

/** 2603 raises an exception for which the guest left no handler, not even in C. */
const seeds = [...Array.from({ length: 150 }, (_, index) => index + 1), 2603];
const limits = { fuel: 2_000_000, timeoutMs: 10_000 };

/**
 * Plain Python that writes random bytes into the bytecode of its own functions and runs them: jumps to anywhere, handlers
 * that do not exist, loops that never pass a loop's end. No cycle may be free of fuel.
 */
const program = (seed: number, bytesAtATime: number) => `
import ustruct as struct
header = (bytearray, 0, 2**30 - 1, 0)
memory = struct.unpack('O', struct.pack('I', id(header) + 8))[0]
def word(address): return struct.unpack('<I', bytes(memory[address - 1:address + 3]))[0]
class Swallow:
    def __enter__(self): return 1
    def __exit__(self, *args): return True
def generator(a, b, c):
    total = 0
    for i in range(a):
        try:
            with Swallow():
                total += [b, c][i % 2]
                if total > 100: raise ValueError(total)
        except ValueError as e: total = 0
        finally: total -= 1
    while total < 50:
        total += 1
        yield {1: total, 'x': [a for a in (1, 2)]}[1]
def loops(a, b, c):
    total = 0
    while total < a:
        total += b
        try:
            if total % 3 == 0: continue
            total = total * c % 7 + total
        finally: total += 1
    for x in (1, 2, 3): total = max(total, x)
    return [total]
seed = ${seed}
for n in range(40):
    for f in (generator, loops):
        code = word(id(f) + 12)
        for k in range(${bytesAtATime}):
            seed = (seed * 1103515245 + 12345) % 2147483648
            memory[code - 1 + 8 + (seed >> 8) % 90] = (seed >> 20) & 255
        try: list(f(5, 1, 2))
        except Exception: pass
`;

describe("random bytecode", () => {
  it.each([1, 4])("is bounded by fuel, %i bytes at a time", async (bytesAtATime) => {
    const bystander = await Bystander.create(1);
    let trapped = 0;
    for (const seed of seeds) {
      const victim = await Interpreter.create(limits);
      const { code } = outcome(victim, program(seed, bytesAtATime));
      // A timeout would mean a cycle that costs nothing.
      expect(code, `seed ${seed}`).not.toBe("TIMEOUT");
      if (code === "INTERPRETER_FAULT") trapped++;
      expect(outcome(victim, "1 + 1").code, `seed ${seed}`).toMatch(/^(OK|INTERPRETER_FAULT|PYTHON_ERROR)$/);
      victim.close();
    }
    // Proof that the bytes did reach the bytecode.
    expect(trapped).toBeGreaterThan(seeds.length / 10);
    const { now, alone } = bystander.answers();
    expect(now).toEqual(alone);
    bystander.close();
  });
});
