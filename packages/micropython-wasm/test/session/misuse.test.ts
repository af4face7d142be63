import { describe, expect, it } from "vitest";
import { Session, SessionClosedError, UsageError } from "micropython-wasm";

describe("a session used in ways that it is not for", () => {
  it("two runs at once: they queue, in order, and each has its own result", async () => {
    await using session = await Session.create();
    const [slow, fast] = await Promise.all([
      session.run("import time\ntime.sleep(0.05)\nx = 1\nprint('slow')\n'first'"),
      session.run("x += 1\nprint('fast')\nx"),
    ]);
    expect([slow.value, slow.stdout]).toEqual(["first", "slow\n"]);
    expect([fast.value, fast.stdout]).toEqual([2, "fast\n"]);
  });

  it("a run that fails does not hurt those behind it", async () => {
    await using session = await Session.create({ fuel: 100_000 });
    const codes = ["x = 1", "while True: pass", "x += 1", "1/0", "x"];
    const outcomes = await Promise.all(codes.map((code) => session.run(code, { reject: false })));
    expect(outcomes.map(({ error }) => error?.code)).toEqual([
      undefined,
      "FUEL_EXHAUSTED",
      undefined,
      "PYTHON_ERROR",
      undefined,
    ]);
    expect(outcomes.at(-1)?.value).toBe(2);
  });

  it("closed during a run: that is aborted, those behind it are refused", async () => {
    const session = await Session.create({ fuel: Infinity, timeoutMs: Infinity });
    const running = session.run("while True: pass").catch((e: unknown) => e);
    const waiting = [session.run("1"), session.reset(), session.run("1", { reject: false })];
    const refused = Promise.allSettled(waiting);
    await session.close();
    expect(await running).toMatchObject({ code: expect.stringMatching(/^(ABORTED|SESSION_CLOSED)$/) });
    for (const { status, reason } of (await refused) as PromiseRejectedResult[]) {
      expect(status).toBe("rejected");
      expect(reason).toBeInstanceOf(SessionClosedError);
    }
  });

  it("used after close: every method says so", async () => {
    const session = await Session.create();
    await session.close();
    await expect(session.run("1")).rejects.toBeInstanceOf(SessionClosedError);
    await expect(session.run("1", { reject: false })).rejects.toBeInstanceOf(SessionClosedError);
    await expect(session.reset()).rejects.toBeInstanceOf(SessionClosedError);
    await expect(session.snapshot()).rejects.toMatchObject({ code: "SNAPSHOT" });
    await expect(session.fork()).rejects.toMatchObject({ code: "SNAPSHOT" });
    session.interrupt();
  });

  it("disposed twice, and closed as well: nothing happens", async () => {
    const session = await Session.create();
    await session[Symbol.asyncDispose]();
    await Promise.all([session[Symbol.asyncDispose](), session.close()]);
    expect(session.closed).toBe(true);
  });

  const limits = ["memoryBytes", "fuel", "timeoutMs", "maxOutputBytes", "maxSourceBytes", "recursionLimit"];
  const wrong: [string, unknown][] = [
    ...limits.flatMap((name) =>
      ["1", -1, 1.5, Number.NaN, null, 1n, {}, 2 ** 60].map((value): [string, unknown] => [name, value]),
    ),
    ...["x", [1], {}, null, 1].map((value): [string, unknown] => ["argv", value]),
    ...["onStdout", "onStderr"].flatMap((name) => ["x", {}, null, 1].map((value): [string, unknown] => [name, value])),
    ...["onOutputLimit", "onTrap"].flatMap((name) =>
      ["other", null, 1, {}, "constructor"].map((value): [string, unknown] => [name, value]),
    ),
    ...["seed", null, 1, {}, { seed: "1" }, { seed: 1.5 }, { seed: Number.NaN }].map((value): [string, unknown] => [
      "random",
      value,
    ]),
    ...["now", null, 1, {}, { fixed: "x" }, { fixed: 1, step: 1 }, { start: 1 }, { start: 1, step: -1 }].map(
      (value): [string, unknown] => ["clock", value],
    ),
  ];

  it.each(
    wrong.map(
      ([name, value]) =>
        [name, JSON.stringify(value, (_key, v: unknown) => (typeof v === "bigint" ? `${v}n` : v)), value] as const,
    ),
  )("created with %s: %s: UsageError that names it", async (name, _shown, value) => {
    const error: unknown = await Session.create({ [name]: value }).catch((e: unknown) => e);
    if (error instanceof Session) await error.close();
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(name);
  });

  it.each([null, 1, "fuel"])("created with %o for its options: UsageError", async (options) => {
    await expect(Session.create(options as never)).rejects.toBeInstanceOf(UsageError);
  });

  it("a run with an option of the wrong type: UsageError that names it, and the session goes on", async () => {
    await using session = await Session.create();
    const options = { filename: 1, signal: {}, onStdout: 1, onStderr: "x", onOutputLimit: "other", fuel: "1" };
    for (const [name, value] of Object.entries(options)) {
      const error: unknown = await session.run("1", { [name]: value }).catch((e: unknown) => e);
      expect(error, name).toBeInstanceOf(UsageError);
      expect((error as UsageError).message).toContain(name);
    }
    for (const code of [undefined, null, 1, {}, ["1"]])
      await expect(session.run(code as never)).rejects.toBeInstanceOf(UsageError);
    await expect(session.run("1", { memoryBytes: 2 ** 25 })).rejects.toThrow("memoryBytes");
    for (const method of ["reset", "snapshot", "fork"] as const) {
      await expect(session[method]({ signal: {} as never })).rejects.toBeInstanceOf(UsageError);
      await expect(session[method](null as never)).rejects.toBeInstanceOf(UsageError);
    }
    await expect(session.snapshot({ key: new Uint8Array(1) })).rejects.toBeInstanceOf(UsageError);
    expect((await session.run("1")).value).toBe(1);
  });
});
