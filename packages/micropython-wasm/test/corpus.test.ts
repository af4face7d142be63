import { Interpreter } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { collectAtEveryAllocation, conformancePrograms } from "./corpus.js";

const programs = conformancePrograms();
// Collections cost fuel and time; neither is what is tested here.
const unlimited = { fuel: Infinity, timeoutMs: Infinity };

async function stdoutOf(source: string, before?: string): Promise<string> {
  const interpreter = await Interpreter.create(unlimited);
  try {
    if (before !== undefined) interpreter.run(before);
    return interpreter.run(source).stdout;
  } finally {
    interpreter.close();
  }
}

describe("the corpus prints what CPython prints", () => {
  it.each(programs)("$name", async ({ source, expected }) => {
    expect(await stdoutOf(source)).toBe(expected);
  });
});

it("every allocation does collect in stress mode", async () => {
  const interpreter = await Interpreter.create(unlimited);
  const garbage = "import gc\nbefore = gc.mem_alloc()\nfor n in range(1000): x = [n] * 10\ngc.mem_alloc() - before";
  expect(interpreter.run(garbage).value).toBeGreaterThan(40_000);
  interpreter.run(collectAtEveryAllocation);
  expect(interpreter.run(garbage).value).toBeLessThan(1_000);
  interpreter.close();
});

describe("the corpus prints the same with a collection at every allocation", () => {
  it.each(programs)("$name", async ({ source, expected }) => {
    expect(await stdoutOf(source, collectAtEveryAllocation)).toBe(expected);
  });
});
