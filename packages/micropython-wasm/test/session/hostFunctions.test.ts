import { setTimeout as sleep } from "node:timers/promises";
import { PythonError, Session, TimeoutError } from "micropython-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let session: Session;
const effects: string[] = [];
let answerLate: (value: string) => void = () => undefined;

beforeAll(async () => {
  session = await Session.create({
    hostFunctions: {
      add: (a: number, b: number) => a + b,
      later: async (value: unknown) => {
        await sleep(5);
        return value;
      },
      never: () => new Promise(() => undefined),
      late: () => new Promise((resolve) => (answerLate = resolve)),
      effect: (what: string) => void effects.push(what),
      fail: async () => {
        throw new RangeError("the reason, in /home/secret/file.ts:12");
      },
      db: { query: (sql: string, options?: { limit: number }) => ({ sql, limit: options?.limit ?? null }) },
      own: async () => (await session.run("1")).value,
      ownFork: async () => void (await session.fork()),
    },
  });
});
afterAll(() => session.close());

describe("a session's host functions", () => {
  it("are called, and awaited", async () => {
    const { value, hostCalls } = await session.run("[add(1, 2), later({'a': (1, 2)})]");
    expect(value).toEqual([3, { a: [1, 2] }]);
    expect(hostCalls).toMatchObject([
      { name: "add", ok: true },
      { name: "later", ok: true },
    ]);
  });

  it("may be in groups, which are modules", async () => {
    expect((await session.run("import db\ndb.query('x', limit=3)")).value).toEqual({ sql: "x", limit: 3 });
    expect((await session.run("from db import query\nquery('y')")).value).toEqual({ sql: "y", limit: null });
  });

  it("raise what Python can catch; only name and cleaned message cross", async () => {
    const code = "try:\n    fail()\nexcept HostError as error:\n    text = str(error)\ntext";
    const { value } = await session.run(code);
    expect(value).toBe("the reason, in <path>");
    await expect(session.run("fail()")).rejects.toThrow(PythonError);
  });

  it("that do not answer end with the run's deadline, and leave the state as it was", async () => {
    await session.run("x = 1");
    const error: unknown = await session
      .run("x = 2\neffect('before')\nnever()", { timeoutMs: 2_000 })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ state: "restored", result: { hostCalls: [{ name: "effect", ok: true }] } });
    expect((error as TimeoutError).message).toContain("1 host call had completed (effect)");
    expect(effects).toEqual(["before"]);
    expect((await session.run("x")).value).toBe(1);
  });

  it("can be left by an abort", async () => {
    const { error } = await session.run("never()", { signal: AbortSignal.timeout(30), reject: false });
    expect(error).toMatchObject({ code: "ABORTED", state: "restored" });
  });

  it("that answer too late are not heard: not by the next call either", async () => {
    await session.run("late()", { timeoutMs: 1_000, reject: false });
    const { value } = await session.run("print('waits')\nlater('mine')", {
      onStdout: () => answerLate("of the run before"),
    });
    expect(value).toBe("mine");
    expect((await session.run("add(1, 1)")).value).toBe(2);
  });

  it("may not use the session that waits for them", async () => {
    for (const name of ["own", "ownFork"]) {
      const { error } = await session.run(`${name}()`, { reject: false, timeoutMs: 60_000 });
      expect(error).toMatchObject({ code: "HOST_FUNCTION", pythonType: "HostError" });
    }
    expect((await session.run("1 + 1")).value).toBe(2);
  });

  it("stay after a run that was stopped, in a fork, and are those that a restore names", async () => {
    await session.run("while True: pass", { fuel: 10_000, reject: false });
    await using fork = await session.fork();
    expect((await fork.run("add(2, 3)")).value).toBe(5);
    const bytes = await session.snapshot();
    await using restored = await Session.restore(bytes, { hostFunctions: { add: (a: number, b: number) => a * b } });
    expect((await restored.run("add(2, 3)")).value).toBe(6);
    await expect(restored.run("later(1)")).rejects.toThrow("there is no host function 'later'");
  });

  it("are refused where they are no functions", async () => {
    const hostFunctions = { "not a name": () => 1 };
    await expect(Session.create({ hostFunctions })).rejects.toThrow(/Python name/);
    // @ts-expect-error -- misuse
    await expect(Session.create({ hostFunctions: { x: 1 } })).rejects.toThrow(/x is no function/);
  });

  it("answer at most as many bytes as the session allows", async () => {
    await using small = await Session.create({
      maxHostResultBytes: 2_000,
      hostFunctions: { big: () => "a".repeat(3_000) },
    });
    await expect(small.run("big()")).rejects.toThrow(/maxHostResultBytes/);
    await expect(small.run("1", { maxHostResultBytes: 3_000 })).rejects.toThrow(/at most that of its session, 2000/);
  });
});

describe("call, set and get", () => {
  it("carry values both ways", async () => {
    await session.set("rows", [{ a: 1n, "__proto__ ": new Uint8Array([1]), t: Object.freeze([1, 2]) }]);
    expect((await session.run("rows[0]['t']")).repr).toBe("(1, 2)");
    await session.run("def f(a, b=2, *c, **d): return (a, b, c, d)");
    expect((await session.call("f", [1, 5, 6], { z: 3 })).value).toEqual([1, 5, [6], { z: 3 }]);
    expect(await session.get("rows")).toEqual([{ a: 1, "__proto__ ": new Uint8Array([1]), t: [1, 2] }]);
  });

  it("queue with the runs, and obey the limits", async () => {
    await session.run("def spin():\n    while True: pass");
    const results = await Promise.all([
      session.run("y = 1"),
      session.call("spin", [], {}, { fuel: 100_000, reject: false }),
      session.get("y"),
    ]);
    expect(results[1].error?.code).toBe("FUEL_EXHAUSTED");
    expect(results[2]).toBe(1);
  });

  it.each([
    ["a function", () => 1, "value is a function"],
    ["a date", [{ when: new Date(0) }], 'value[0]["when"] is a Date'],
    ["a symbol", Symbol("x"), "value is a symbol"],
  ])("refuse %s, with its place", async (_what, value, message) => {
    await expect(session.set("x", value)).rejects.toMatchObject({
      code: "USAGE",
      message: expect.stringContaining(message) as string,
    });
  });

  it("refuse a cycle and what is nested too deeply, both ways", async () => {
    const cycle: unknown[] = [];
    cycle.push({ cycle });
    await expect(session.set("x", cycle)).rejects.toMatchObject({ code: "USAGE" });
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = [deep];
    await expect(session.set("x", deep)).rejects.toThrow(/nested deeper than 100/);
    await session.run("c = []\nc.append(c)\nd = 1\nfor i in range(10000): d = [d]");
    for (const name of ["c", "d"]) await expect(session.get(name)).rejects.toMatchObject({ pythonType: "TypeError" });
  });
});
