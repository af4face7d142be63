import { setTimeout as sleep } from "node:timers/promises";
import { type HostCallEvent, HostFunctionError, hostFunction, Session, type SessionOptions } from "micropython-wasm";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";

async function create(options: SessionOptions): Promise<Session> {
  const session = await Session.create(options);
  onTestFinished(() => session.close());
  return session;
}

/** Until a late answer has been heard of. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(1);
}

describe("a session's described functions", () => {
  it("validate, coerce and answer, also where that takes time", async () => {
    const parameters = z.object({
      id: z.int().refine(async (id) => {
        await sleep(1);
        return id < 100;
      }, "no such user"),
      verbose: z.boolean().default(false),
    });
    const fetch_user = hostFunction({
      parameters,
      returns: z.object({ id: z.int(), verbose: z.boolean() }).refine(async () => true),
      handler: async (user) => {
        await sleep(1);
        return user;
      },
    });
    const session = await create({ hostFunctions: { fetch_user } });
    expect((await session.run("fetch_user(7, verbose=True)")).value).toEqual({ id: 7, verbose: true });
    await expect(session.run("fetch_user(700)")).rejects.toThrow(
      "ValueError: fetch_user() argument 'id': no such user",
    );
    const caught = await session.run("try: fetch_user('x')\nexcept TypeError as e: print(e)");
    expect(caught.stdout).toBe("fetch_user() argument 'id': Invalid input: expected number, received string\n");
  });

  it("charge fuel", async () => {
    const f = hostFunction({ handler: async (_, context) => context.charge(150_000) });
    const session = await create({ hostFunctions: { f }, fuel: 1_000_000 });
    expect((await session.run("f()")).fuelUsed).toBeGreaterThan(150_000);
    await expect(session.run("while True: f()")).rejects.toMatchObject({ code: "FUEL_EXHAUSTED" });
  });

  it("their errors reach the caller as they were", async () => {
    const error = Object.assign(new Error("gone"), { name: "KeyError" });
    const session = await create({ hostFunctions: { db: { get: () => Promise.reject(error) } } });
    const run = session.run("db.get()");
    await expect(run).rejects.toBeInstanceOf(HostFunctionError);
    await expect(run).rejects.toMatchObject({ functionName: "db.get", pythonType: "KeyError", cause: error });
    expect((await session.run("db.get()", { reject: false })).error).toMatchObject({ cause: error });
  });

  it("are told where the run ends before they do; their answer is dropped, and heard of", async () => {
    const events: HostCallEvent[] = [];
    const effects: unknown[] = [];
    const controller = new AbortController();
    const slow = hostFunction({
      handler: async (_, { signal }) => {
        const ended = new Promise((resolve) => signal.addEventListener("abort", resolve));
        if (events.length === 1) controller.abort();
        await ended;
        effects.push((signal.reason as { code: string }).code);
        return "too late";
      },
    });
    const session = await create({ id: "alice", hostFunctions: { slow }, onHostCall: (event) => events.push(event) });
    await session.run("x = 1");
    await expect(session.run("x = slow()", { timeoutMs: 2_000 })).rejects.toMatchObject({ code: "TIMEOUT" });
    await until(() => events.length === 1);
    await expect(session.run("x = slow()", { signal: controller.signal })).rejects.toMatchObject({ code: "ABORTED" });
    await until(() => events.length === 2);
    expect(events.map(({ name, session: id, outcome }) => [name, id, outcome])).toEqual([
      ["slow", "alice", "dropped"],
      ["slow", "alice", "dropped"],
    ]);
    expect(effects).toEqual(["TIMEOUT", "ABORTED"]);
    expect((await session.run("x")).value).toBe(1);
  });

  it("the audit hears of what the worker refused", async () => {
    const events: HostCallEvent[] = [];
    const session = await create({ hostFunctions: { f: () => 1 }, maxHostCalls: 2, onHostCall: (e) => events.push(e) });
    await session.run("for i in range(9):\n    try: f()\n    except HostError: pass");
    expect(events.map(({ outcome }) => outcome)).toEqual(["ok", "ok", "refused"]);
  });
});

describe("defineFunction", () => {
  it("after the runs that were asked for earlier, for good", async () => {
    const session = await create({ hostFunctions: { db: { one: () => 1 } } });
    const before = session.run("try: two()\nexcept NameError: print('not yet')");
    const defined = session.defineFunction("two", async () => 2);
    const after = session.run("two()");
    await defined;
    expect([(await before).stdout, (await after).value]).toEqual(["not yet\n", 2]);
    await session.defineFunction("db.three", () => 3);
    const source = "import db\ndb.one(), two(), db.three()";
    await expect(session.run("while True: pass", { fuel: 100_000 })).rejects.toThrow("fuel");
    expect((await session.run(source)).value).toEqual([1, 2, 3]);
    await expect(session.run("while True: pass", { timeoutMs: 30 })).rejects.toThrow("30 ms");
    expect((await session.run(source)).value).toEqual([1, 2, 3]);
    await session.reset();
    expect((await session.run(source)).value).toEqual([1, 2, 3]);
    const fork = await session.fork();
    expect((await fork.run(source)).value).toEqual([1, 2, 3]);
    await fork.close();
  });

  it("with what is no function is a UsageError", async () => {
    const session = await create({});
    await expect(session.defineFunction("f", 1 as never)).rejects.toMatchObject({ code: "USAGE" });
    await expect(session.defineFunction("class", () => 1)).rejects.toMatchObject({ code: "USAGE" });
  });
});
