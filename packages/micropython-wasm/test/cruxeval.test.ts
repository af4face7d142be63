import { Interpreter, SandboxError } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { collectAtEveryAllocation, cruxevalPrograms, hasCruxeval } from "./corpus.js";

/** As many as passed last. Upstream as it is passes 647. */
const fewest = 800;

async function passes(source: string, before?: string): Promise<boolean> {
  const interpreter = await Interpreter.create({ fuel: Infinity, timeoutMs: Infinity });
  try {
    if (before !== undefined) interpreter.run(before);
    interpreter.run(source);
    return true;
  } catch (error) {
    if (SandboxError.is(error)) return false;
    throw error;
  } finally {
    interpreter.close();
  }
}

// Skipped where the repository stands alone: the corpus lies in ../shared.
describe.skipIf(!hasCruxeval)("cruxeval", () => {
  it("passes as without stress when every allocation collects", async () => {
    const passing: { id: string; source: string }[] = [];
    for (const program of cruxevalPrograms()) if (await passes(program.source)) passing.push(program);
    expect(passing.length).toBeGreaterThanOrEqual(fewest);

    const changed: string[] = [];
    for (const { id, source } of passing) if (!(await passes(source, collectAtEveryAllocation))) changed.push(id);
    expect(changed).toEqual([]);
  }, 180_000);
});
