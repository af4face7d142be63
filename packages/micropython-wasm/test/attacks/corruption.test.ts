import { Interpreter, Session } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { Bystander } from "./bystander.js";
import { corruptionAttacks } from "./corruption-programs.js";
import { outcome, outcomeOf } from "./outcome.js";

const limits = { fuel: 20_000_000, timeoutMs: 5_000, memoryBytes: 16 * 1024 * 1024, maxOutputBytes: 100_000 };
/** What one run may use beyond its fuel: the distance between two checks. */
const fuelSlack = 100_000;

async function attack(source: string): Promise<void> {
  const victim = await Interpreter.create(limits);
  const ended = outcome(victim, source);
  expect(ended.fuelUsed, source).toBeLessThan(limits.fuel + fuelSlack);
  expect(ended.stdout.length, source).toBeLessThanOrEqual(limits.maxOutputBytes);
  expect(victim.memoryBytes, source).toBeLessThanOrEqual(limits.memoryBytes);

  // Whatever is left of the victim, it is still bounded.
  const { code, fuelUsed } = outcome(victim, "while True: pass", { fuel: 1_000_000 });
  expect(code, source).not.toBe("OK");
  expect(fuelUsed, source).toBeLessThan(1_000_000 + fuelSlack);
  victim.close();
}

describe("corruption stays inside its interpreter", () => {
  it.each(corruptionAttacks)("$name", async ({ programs }) => {
    const bystander = await Bystander.create(1);
    for (const source of programs) await attack(source);
    const { now, alone } = bystander.answers();
    expect(now).toEqual(alone);
    bystander.close();
  });

  it("in a session too, which the next run finds usable", async () => {
    const session = await Session.create(limits);
    for (const { name, programs } of corruptionAttacks) {
      await session.run(programs[0] ?? "").catch(outcomeOf);
      const ended = await session.run("while True: pass", { fuel: 1_000_000 }).catch(outcomeOf);
      expect(ended, name).not.toHaveProperty("value");
      expect(ended.fuelUsed, name).toBeLessThan(1_000_000 + fuelSlack);
    }
    await session.close();
  });
});
