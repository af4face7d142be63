import { describe, expect, it } from "vitest";
import { Interpreter, MemorySnapshotStore, Session, SessionPool } from "micropython-wasm";

/** 10,000 of them: bench/pool.mjs. */
const sessions = 300;
const callers = 50;

/** Each number once, from `callers` at a time. */
async function fromManyCallers(work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const call = async (): Promise<void> => {
    while (next < sessions) await work(next++);
  };
  await Promise.all(Array.from({ length: callers }, call));
}

const canary = (number: number): string => `canary-${number}-${"x".repeat(number % 50)}`;

describe("many sessions in one pool", () => {
  it("each keep their own variables, and never see those of others", async () => {
    await using pool = new SessionPool({ maxLive: 16 });
    let mostLive = 0;
    await fromManyCallers(async (number) => {
      await pool.run(`user ${number}`, `mine = '${canary(number)}'\ndef whose(): return mine`);
      mostLive = Math.max(mostLive, pool.metrics.live);
    });
    const seen = new Set<unknown>();
    await fromManyCallers(async (number) => {
      const { value } = await pool.run(`user ${number}`, "[whose(), len([n for n in globals() if n == 'mine'])]");
      expect(value).toEqual([canary(number), 1]);
      seen.add(JSON.stringify(value));
    });
    expect(seen.size).toBe(sessions);
    expect(mostLive).toBe(16);
    expect(pool.metrics).toMatchObject({ creates: sessions, wakes: sessions, waiting: 0, storeErrors: 0 });
  });

  it("side by side for one key and for many: every call counts once", async () => {
    await using pool = new SessionPool({ maxLive: 3 });
    const keys = ["a", "b", "c", "d", "e", "f", "g"];
    const add = "n = globals().get('n', 0) + 1\nn";
    await fromManyCallers(async (number) => void (await pool.run(keys[number % keys.length]!, add)));
    const counts = await Promise.all(keys.map(async (key) => (await pool.run(key, "n")).value));
    expect(counts).toEqual(keys.map((_key, i) => Math.ceil((sessions - i) / keys.length)));
  });

  it("find nothing of the session that had their worker and their place before", async () => {
    const store = new MemorySnapshotStore();
    const secret = "the canary of the first session ".repeat(20);
    let state: Uint8Array;
    {
      await using pool = new SessionPool({ maxLive: 1, store });
      await pool.run("first", `secrets = [${JSON.stringify(secret)} + str(n) for n in range(2_000)]`);
      await pool.run("second", "x = 1");
      state = await pool.use("second", (session) => session.snapshot());
    }
    await using copy = await Session.restore(state);
    expect((await copy.run("x")).value).toBe(1);
    const interpreter = await Interpreter.restore(state);
    const memory = Buffer.from(interpreter.memory.buffer);
    expect(memory.includes("the canary of the")).toBe(false);
    // and it would have been found
    interpreter.run(`secret = ${JSON.stringify(secret)}`);
    expect(Buffer.from(interpreter.memory.buffer).includes("the canary of the")).toBe(true);
  });
});
