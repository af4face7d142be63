import { describe, expect, it } from "vitest";
import { ReplayError, ReplaySession, SessionClosedError, UsageError } from "micropython-wasm";

describe("a session that replays", () => {
  it("keeps variables, functions, classes and imports", async () => {
    await using session = new ReplaySession();
    await session.run("import math\nclass Box:\n    def __init__(self, v): self.v = v");
    await session.run("def root(box): return math.sqrt(box.v)\nx = 10");
    await session.run("x += 5");
    expect((await session.run("[root(Box(81)), x * 2]")).value).toEqual([9, 30]);
  });

  it("shows the output of the new program only, to listeners too", async () => {
    const heard: string[] = [];
    await using session = new ReplaySession({ onStdout: (text) => heard.push(text) });
    expect((await session.run("print('first')\nx = 3")).stdout).toBe("first\n");
    expect((await session.run("print('second', x)")).stdout).toBe("second 3\n");
    expect(heard.join("")).toBe("first\nsecond 3\n");
  });

  it("forgets a program that fails, with all that it did", async () => {
    await using session = new ReplaySession({ fuel: 1_000_000 });
    await session.run("x = 1");
    await expect(session.run("x = 2\nraise ValueError('boom')")).rejects.toMatchObject({
      pythonType: "ValueError",
      state: "restored",
    });
    const { error } = await session.run("x = 3\nwhile True: pass", { reject: false });
    expect(error).toMatchObject({ code: "FUEL_EXHAUSTED", fuel: 1_000_000, result: { fuelUsed: 1_000_000 } });
    expect((await session.run("x")).value).toBe(1);
    expect(session.transcript).toEqual(["x = 1", "x"]);
  });

  it("goes on from a transcript that was saved as JSON", async () => {
    const first = new ReplaySession({ random: { seed: 7 } });
    const { value } = await first.run("import random\nn = random.randint(1, 10**6)\nn");
    await first.close();
    const saved = JSON.stringify(first.transcript);
    await using second = new ReplaySession({ random: { seed: 7 }, transcript: JSON.parse(saved) as string[] });
    expect((await second.run("n")).value).toBe(value);
  });

  it("pays for the replay from the run's limits", async () => {
    await using session = new ReplaySession({ fuel: 1_000_000 });
    await session.run("for i in range(50_000): pass");
    const { fuelUsed, fuelRemaining } = await session.run("1");
    expect(fuelUsed).toBeGreaterThan(100_000);
    expect(fuelUsed + fuelRemaining).toBe(1_000_000);
    const error: unknown = await session.run("print('x')", { fuel: 100_000 }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "FUEL_EXHAUSTED", fuel: 100_000, result: { stdout: "" } });
    await expect(session.run("1", { timeoutMs: 1 })).rejects.toMatchObject({ code: "TIMEOUT", timeoutMs: 1 });
    expect((await session.run("i")).value).toBe(49_999);
  });

  it("says which program cannot be replayed", async () => {
    await using session = new ReplaySession({ transcript: ["x = 1", "print('hidden')\nx / 0"] });
    const error: unknown = await session.run("x", { reject: false }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ReplayError);
    expect(error).toMatchObject({ code: "REPLAY", index: 1, cause: { pythonType: "ZeroDivisionError" } });
  });

  it("runs in the order of the calls", async () => {
    await using session = new ReplaySession();
    const runs = ["s = 'a'", "s += 'b'", "s += 'c'\ns"].map((code) => session.run(code));
    expect((await Promise.all(runs))[2]?.value).toBe("abc");
  });

  it("stops by a signal, and goes on after it", async () => {
    await using session = new ReplaySession({ fuel: Infinity, timeoutMs: Infinity });
    await session.run("x = 1");
    const controller = new AbortController();
    const endless = session.run("print()\nwhile True: pass", {
      signal: controller.signal,
      onStdout: () => controller.abort(),
    });
    await expect(endless).rejects.toMatchObject({ code: "ABORTED", state: "restored" });
    expect((await session.run("x")).value).toBe(1);
  });

  it("closes: aborts what runs, refuses what comes, and still has its transcript", async () => {
    const session = new ReplaySession({ fuel: Infinity, timeoutMs: Infinity });
    await session.run("x = 1");
    let closing: Promise<void> | undefined;
    const running = session.run("print()\nwhile True: pass", { onStdout: () => void (closing ??= session.close()) });
    const waiting = session.run("x").catch((e: unknown) => e);
    await expect(running).rejects.toMatchObject({ code: "ABORTED" });
    expect(await waiting).toBeInstanceOf(SessionClosedError);
    await closing;
    await session.close();
    expect(session.closed).toBe(true);
    expect(session.transcript).toEqual(["x = 1"]);
    await expect(session.run("x", { reject: false })).rejects.toBeInstanceOf(SessionClosedError);
  });

  it.each([
    ["a transcript that is text", { transcript: "x = 1" }],
    ["a transcript that holds a number", { transcript: [1] }],
    ["a wrong limit", { fuel: -1 }],
  ])("refuses %s", (_what, options) => {
    expect(() => new ReplaySession(options as never)).toThrow(UsageError);
  });

  it("refuses code that is no text", async () => {
    await using session = new ReplaySession();
    await expect(session.run(new Uint8Array(1) as never)).rejects.toBeInstanceOf(UsageError);
  });
});
