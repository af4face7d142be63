// Faults of sessions that a review found: each was one once.

import { Interpreter, memory, PythonError, Session, SessionPool, SnapshotError } from "micropython-wasm";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";

describe("host calls", () => {
  it("answers with an exception whose text takes more bytes than maxHostResultBytes", async () => {
    const fail = (): never => {
      throw new Error("漢".repeat(600));
    };
    await using session = await Session.create({ maxHostResultBytes: 1024, hostFunctions: { fail } });
    const { value } = await session.run("try:\n    fail()\nexcept HostError as error:\n    text = str(error)\ntext");
    expect(value).toBe("漢".repeat(500));
  });

  it("keeps no names that no host function has", async () => {
    await using session = await Session.create({ hostFunctions: { f: () => 1 } });
    const source = `
name = "a" * 1000000
for i in range(20):
    try:
        __host__(("call", name, (), {}))
    except NameError:
        pass`;
    expect((await session.run(source)).hostCalls).toEqual([]);
  });

  it("lets what a host function has started use the session when the guest no longer waits", async () => {
    let later: Promise<unknown> = Promise.resolve();
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    const start = (): void => {
      later = ended.then(() => session.run("x + 1"));
    };
    await using session = await Session.create({ hostFunctions: { start } });
    await session.run("x = 1\nstart()");
    end();
    expect(await later).toMatchObject({ value: 2 });
  });

  it("says why they cannot be defined again where the code has replaced what defines them", async () => {
    await using session = await Session.create({ hostFunctions: { f: () => 1 } });
    await session.run("__host_input__ = None");
    await expect(session.fork()).rejects.toThrow(SnapshotError);
    await session.reset();
    expect((await session.run("f()")).value).toBe(1);
  });
});

describe("values", () => {
  it.each(["set()", "{}", "b''", "{1: 1}", "[]"])("counts what the host needs for %s in many places", async (item) => {
    await using session = await Session.create();
    await session.run(`a = [${item}] * 1000\na = [a] * 2000`);
    await expect(session.get("a")).rejects.toThrow("a has more than 67108864 bytes");
  });

  it("does not write a huge integer in decimal to say where something stands", async () => {
    const interpreter = await Interpreter.create();
    interpreter.run("a = {1 << 30_000_000: object()}");
    const started = performance.now();
    expect(() => interpreter.get("a")).toThrow(PythonError);
    // that would take minutes
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("files", () => {
  const nest = (limit: string): string => `
import os
os.chdir("/m")
depth = 0
try:
    while True:
        os.mkdir(${limit})
        os.chdir(${limit})
        depth += 1
except OSError as error:
    number = error.errno
os.chdir("/m")
depth, number`;

  it.each([
    ['"d"', 255],
    ['"d" * 255', 15],
  ])("bounds how deep directories are", async (name, depth) => {
    await using session = await Session.create({ files: { "/m": memory() } });
    expect((await session.run(nest(name))).value).toEqual([depth, 36]);
  });

  it("bounds it also where a directory is moved", async () => {
    await using session = await Session.create({ files: { "/m": memory() } });
    await session.run(nest('"d"'));
    await session.run('import os\nos.mkdir("/m/e")\nos.mkdir("/m/e/e")');
    await expect(session.run('os.rename("/m/d", "/m/e/e/d")')).rejects.toThrow("OSError");
    await session.run('os.rename("/m/d", "/m/f")');
  });
});

it("interrupts a sleep", async () => {
  await using session = await Session.create({ timeoutMs: Infinity });
  const run = session.run("import time\nprint('sleeps')\ntime.sleep(1_000_000)", {
    onStdout: () => void setTimeout(100).then(() => session.interrupt()),
  });
  await expect(run).rejects.toThrow("KeyboardInterrupt");
});

it("refuses a host function that asks the pool for the session that called it", async () => {
  const again = async (): Promise<unknown> => (await pool.run("a", "1 + 1")).value;
  await using pool = new SessionPool({ session: { hostFunctions: { again } } });
  await expect(pool.run("a", "again()")).rejects.toThrow("may not use the session that called it");
  expect((await pool.run("a", "2")).value).toBe(2);
});

it("says that the session is closed also where its worker had to be terminated", async () => {
  await using session = await Session.create({ onTrap: "close", memoryBytes: 1024 ** 3, timeoutMs: 30_000 });
  await session.run("b = bytearray(300_000_000)");
  const { error } = await session.run("b.find(b'x')\nb.find(b'y')", { timeoutMs: 10, reject: false });
  expect(error).toMatchObject({ code: "TIMEOUT", state: "closed" });
  expect(session.closed).toBe(true);
});

it("does not decompress a forged snapshot further than its memory and files can be", async () => {
  await using session = await Session.create({ memoryBytes: 4 * 1024 * 1024 });
  const bytes = await session.snapshot();
  new DataView(bytes.buffer).setUint32(116, 2 ** 31, true);
  const covered = Buffer.concat([bytes.subarray(0, 12), bytes.subarray(44)]);
  bytes.set(createHash("sha256").update(covered).digest(), 12);
  await expect(Session.restore(bytes)).rejects.toThrow("more than fits into its memoryBytes");
});

it("keeps a session that stops its own snapshot from failing those who need its place", async () => {
  await using pool = new SessionPool({ maxLive: 1, session: { onTrap: "close" } });
  await pool.run("hostile", "def __import__(*names):\n    while True: pass");
  expect((await pool.run("other", "2")).value).toBe(2);
});

it("waits for what a use has left running, before the session may be put away", async () => {
  await using pool = new SessionPool({ maxLive: 1 });
  const work = pool.use("a", (session) =>
    Promise.all([session.run("1 / 0"), session.run("import time\ntime.sleep(0.2)\nx = 1")]),
  );
  const [failed, other] = await Promise.allSettled([work, pool.run("b", "2")]);
  expect(failed).toMatchObject({ status: "rejected", reason: { pythonType: "ZeroDivisionError" } });
  expect(other).toMatchObject({ value: { value: 2 } });
  expect((await pool.run("a", "x")).value).toBe(1);
});
