import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import {
  hostFunction,
  MemorySnapshotStore,
  SessionClosedError,
  SessionPool,
  SnapshotError,
  SnapshotStoreError,
  UsageError,
} from "micropython-wasm";
import type { SessionPoolOptions, SnapshotStore } from "micropython-wasm";

const open: SessionPool[] = [];

function create(options?: SessionPoolOptions): SessionPool {
  const pool = new SessionPool(options);
  open.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close().catch(() => undefined)));
});

/** A store that fails when told to. */
class FickleStore extends MemorySnapshotStore {
  failing: keyof SnapshotStore | undefined;

  override async get(key: string): Promise<Uint8Array | undefined> {
    this.#check("get");
    return super.get(key);
  }

  override async set(key: string, bytes: Uint8Array): Promise<void> {
    this.#check("set");
    await super.set(key, bytes);
  }

  override async delete(key: string): Promise<void> {
    this.#check("delete");
    await super.delete(key);
  }

  #check(method: keyof SnapshotStore): void {
    if (this.failing === method) throw new Error("the disk is full");
  }
}

function makeGate(): { gate: Promise<void>; finish: () => void } {
  let finish = (): void => {};
  const gate = new Promise<void>((resolve) => (finish = resolve));
  return { gate, finish };
}

const values = async (pool: SessionPool, keys: string[]): Promise<unknown[]> =>
  Promise.all(keys.map(async (key) => (await pool.run(key, "x")).value));

it("host functions and the audit are told the key, also of a session that woke", async () => {
  const seen: unknown[] = [];
  const who = hostFunction({ handler: (_, { session }) => session });
  const pool = create({ session: { hostFunctions: { who }, onHostCall: ({ session }) => seen.push(session) } });
  expect((await pool.run("ada", "who()")).value).toBe("ada");
  await pool.hibernate("ada");
  expect((await pool.run("ada", "who()")).value).toBe("ada");
  expect(seen).toEqual(["ada", "ada"]);
});

describe("a pool of sessions", () => {
  it("keeps each key's state, also where more keys are used than can be live", async () => {
    const pool = create({ maxLive: 2 });
    const keys = ["a", "b", "c", "d", "e"];
    await Promise.all(keys.map((key) => pool.run(key, `x = '${key}'\ndef twice(): return x * 2`)));
    expect(await values(pool, keys)).toEqual(keys);
    expect((await pool.run("a", "twice()")).value).toBe("aa");
    const { hits, wakes, evictions, hibernations, ...others } = pool.metrics;
    expect(others).toEqual({ live: 2, idle: 2, waiting: 0, creates: 5, expirations: 0, storeErrors: 0 });
    expect(hits + wakes).toBe(6);
    expect([evictions, hibernations]).toEqual([wakes + 3, wakes + 3]);
  });

  it("takes any string as a key, and no two for one", async () => {
    const pool = create({ maxLive: 2 });
    const keys = ["", "__proto__", "constructor", "../x", "a/b\0c", "é", "e\u0301", "😀", "\ud83d", "\ude00", "\ufffd"];
    keys.push("k".repeat(10_000), `${"k".repeat(9_999)}l`);
    for (const [i, key] of keys.entries()) await pool.run(key, `x = ${i}`);
    expect(await values(pool, keys)).toEqual(keys.map((_key, i) => i));
  });

  it("runs calls for one key in their order, and calls for others beside them", async () => {
    const pool = create({ maxLive: 3 });
    const order: string[] = [];
    const { gate, finish } = makeGate();
    const first = pool.use("a", async () => {
      await gate;
      order.push("a1");
    });
    const second = pool.use("a", () => order.push("a2"));
    const third = pool.use("a", () => order.push("a3"));
    await pool.use("b", () => order.push("b"));
    expect(pool.metrics).toMatchObject({ live: 2, idle: 1, waiting: 2 });
    finish();
    await Promise.all([first, second, third]);
    expect(order).toEqual(["b", "a1", "a2", "a3"]);
  });

  it("serves those who wait for a place in the order in which they came, a busy key no sooner", async () => {
    const pool = create({ maxLive: 1 });
    const order: string[] = [];
    const keys = ["hot", "hot", "cold", "hot", "colder", "hot"];
    await Promise.all(keys.map((key, i) => pool.use(key, () => order.push(key + i))));
    expect(order).toEqual(keys.map((key, i) => key + i));
  });

  it("hibernates the session that was not used for the longest time", async () => {
    const store = new MemorySnapshotStore();
    const pool = create({ maxLive: 2, store });
    for (const key of ["a", "b", "a", "c"]) await pool.run(key, "1");
    expect(await store.get("a")).toBeUndefined();
    expect(await store.get("b")).toBeInstanceOf(Uint8Array);
  });

  it("hibernates a session that nobody used for its idle time", async () => {
    const store = new MemorySnapshotStore();
    const pool = create({ idleTimeoutMs: 20, store });
    await pool.run("a", "x = 1");
    await expect.poll(() => pool.metrics).toMatchObject({ live: 0, expirations: 1, hibernations: 1 });
    expect(store.size).toBe(1);
    expect((await pool.run("a", "x")).value).toBe(1);
  });

  it("takes the options by key, at every wake too", async () => {
    const pool = create({ maxLive: 1, session: async (key) => ({ argv: [key], maxOutputBytes: key.length }) });
    await pool.run("a", "import sys");
    await pool.run("bcd", "1");
    expect(await pool.run("a", "print('long')\nsys.argv")).toMatchObject({ value: ["a"], stdout: "l" });
  });

  it("with hibernate: false closes and loses the session whose place is needed", async () => {
    const pool = create({ maxLive: 1, hibernate: false });
    await pool.run("a", "x = 1");
    expect((await pool.run("a", "x")).value).toBe(1);
    await pool.run("b", "x = 2");
    await expect(pool.run("a", "x")).rejects.toMatchObject({ pythonType: "NameError" });
    expect(pool.metrics).toMatchObject({ live: 1, evictions: 2, hibernations: 0 });
    await expect(pool.hibernate("a")).rejects.toBeInstanceOf(UsageError);
  });

  it("gives the outcome of a run where reject is false, but not of a pool that cannot give a session", async () => {
    const store = new FickleStore();
    const pool = create({ store });
    expect((await pool.run("a", "1/0", { reject: false })).error).toMatchObject({ pythonType: "ZeroDivisionError" });
    store.failing = "get";
    await expect(pool.run("b", "1", { reject: false })).rejects.toBeInstanceOf(SnapshotStoreError);
  });

  it("keeps a session whose run was stopped, as it was before that", async () => {
    const pool = create({ session: { fuel: 100_000 } });
    await pool.run("a", "x = 1");
    await expect(pool.run("a", "x = 2\nwhile True: pass")).rejects.toMatchObject({ code: "FUEL_EXHAUSTED" });
    expect((await pool.run("a", "x")).value).toBe(1);
  });

  it("gives what the work gives, and throws what it throws; the next call goes on", async () => {
    const pool = create({ maxLive: 1 });
    expect(await pool.use("a", async (session) => (await session.run("6 * 7")).value)).toBe(42);
    const broken = new Error("broken");
    await expect(pool.use("a", () => Promise.reject(broken))).rejects.toBe(broken);
    expect((await pool.run("b", "1")).value).toBe(1);
  });
});

describe("forgetting", () => {
  it("by delete: the next use finds a fresh session, whether it was live or not", async () => {
    const store = new MemorySnapshotStore();
    const pool = create({ maxLive: 1, store });
    await pool.run("a", "x = 1");
    await pool.run("b", "x = 2");
    await Promise.all([pool.delete("a"), pool.delete("b"), pool.delete("never used")]);
    expect(store.size).toBe(0);
    for (const key of ["a", "b"]) await expect(pool.run(key, "x")).rejects.toMatchObject({ pythonType: "NameError" });
  });

  it("a session that its user closed, or onTrap: 'close', is forgotten with its snapshot", async () => {
    const store = new MemorySnapshotStore();
    const pool = create({ store, session: { onTrap: "close", fuel: 100_000 } });
    await Promise.all([pool.run("a", "x = 1"), pool.run("b", "x = 1")]);
    await Promise.all([pool.hibernate("a"), pool.hibernate("b")]);
    await pool.use("a", (session) => session.close());
    await pool.run("b", "while True: pass", { reject: false });
    expect(store.size).toBe(0);
    expect(pool.metrics.live).toBe(0);
    for (const key of ["a", "b"]) await expect(pool.run(key, "x")).rejects.toMatchObject({ pythonType: "NameError" });
  });
});

describe("hibernate", () => {
  it("puts the session into the store after what was asked for earlier", async () => {
    const store = new MemorySnapshotStore();
    const pool = create({ store });
    const run = pool.run("a", "x = 1");
    await pool.hibernate("a");
    await run;
    expect(pool.metrics.live).toBe(0);
    expect(store.size).toBe(1);
    expect(store.bytes).toBeLessThan(64 * 1024);
    await pool.hibernate("a");
    expect((await pool.run("a", "x")).value).toBe(1);
  });
});

describe("a signal", () => {
  it("ends waiting for the key or for a place; nothing was started", async () => {
    const pool = create({ maxLive: 1 });
    const { gate, finish } = makeGate();
    const busy = pool.use("a", () => gate);
    const controller = new AbortController();
    const waiting = ["a", "b"].map((key) => pool.run(key, "x = 1", { signal: controller.signal }));
    const outcome = pool.run("c", "x = 1", { signal: controller.signal, reject: false });
    controller.abort("gone");
    for (const run of waiting) await expect(run).rejects.toMatchObject({ code: "ABORTED", cause: "gone" });
    expect((await outcome).error).toMatchObject({ code: "ABORTED" });
    expect(pool.metrics.waiting).toBe(0);
    finish();
    await busy;
    await expect(pool.run("b", "x")).rejects.toMatchObject({ pythonType: "NameError" });
  });

  it("that has fired already refuses the call", async () => {
    const pool = create();
    await expect(pool.use("a", () => 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "ABORTED" });
    expect(pool.metrics.live).toBe(0);
  });

  it("that fires during the run ends that", async () => {
    const pool = create({ session: { fuel: Infinity, timeoutMs: Infinity } });
    const controller = new AbortController();
    const run = pool.run("a", "print()\nwhile True: pass", {
      signal: controller.signal,
      onStdout: () => controller.abort(),
    });
    await expect(run).rejects.toMatchObject({ code: "ABORTED" });
    expect((await pool.run("a", "1")).value).toBe(1);
  });
});

describe("a store that fails", () => {
  it("to take a session: who needed the place is told, nothing is lost, and it goes on when the store does", async () => {
    const store = new FickleStore();
    const pool = create({ maxLive: 1, store });
    await pool.run("secret-key", "x = 1");
    store.failing = "set";
    const error: unknown = await pool.run("b", "1").catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SnapshotStoreError);
    expect(error).toMatchObject({ code: "SNAPSHOT_STORE", message: expect.stringContaining("the disk is full") });
    expect((error as Error).message).not.toContain("secret-key");
    await expect(pool.hibernate("secret-key")).rejects.toBeInstanceOf(SnapshotStoreError);
    expect((await pool.run("secret-key", "x")).value).toBe(1);
    expect(pool.metrics).toMatchObject({ live: 1, idle: 1, storeErrors: 2 });
    store.failing = undefined;
    await pool.run("b", "x = 2");
    expect(await values(pool, ["secret-key", "b"])).toEqual([1, 2]);
  });

  it("to give a session: the call fails, and a later one finds it", async () => {
    const store = new FickleStore();
    const pool = create({ store });
    await pool.run("a", "x = 1");
    await pool.hibernate("a");
    store.failing = "get";
    await expect(pool.run("a", "x")).rejects.toBeInstanceOf(SnapshotStoreError);
    expect(pool.metrics.live).toBe(0);
    store.failing = undefined;
    expect((await pool.run("a", "x")).value).toBe(1);
  });

  it("to delete: says so", async () => {
    const store = new FickleStore();
    const pool = create({ store });
    store.failing = "delete";
    await expect(pool.delete("a")).rejects.toBeInstanceOf(SnapshotStoreError);
    await expect(pool.use("a", (session) => session.close())).rejects.toBeInstanceOf(SnapshotStoreError);
    expect(pool.metrics.live).toBe(0);
  });

  it("by giving another key's snapshot, a damaged one or no bytes: never wakes it", async () => {
    const store = new MemorySnapshotStore();
    const pool = create({ store });
    for (const key of ["a", "b"]) {
      await pool.run(key, `x = '${key}'`);
      await pool.hibernate(key);
    }
    const [a, b] = [(await store.get("a"))!, (await store.get("b"))!];
    await store.set("a", b);
    await expect(pool.run("a", "x")).rejects.toBeInstanceOf(SnapshotError);
    await store.set("a", a.with(a.length - 1, a.at(-1)! ^ 1));
    await expect(pool.run("a", "x")).rejects.toBeInstanceOf(SnapshotError);
    await store.set("a", a);
    expect((await pool.run("a", "x")).value).toBe("a");

    const odd = create({ store: { get: async () => "text", set: async () => {}, delete: async () => {} } as never });
    await expect(odd.run("a", "1")).rejects.toBeInstanceOf(SnapshotStoreError);
  });

  it("because it is full: what it holds stays", async () => {
    const store = new MemorySnapshotStore({ maxBytes: 10 });
    await store.set("a", new Uint8Array(10));
    await expect(store.set("b", new Uint8Array(1))).rejects.toThrow("maxBytes is 10");
    await store.set("a", new Uint8Array(9));
    expect(store).toMatchObject({ size: 1, bytes: 9 });
  });
});

describe("a snapshot key", () => {
  it("must be the same to wake a session", async () => {
    const store = new MemorySnapshotStore();
    const snapshotKey = randomBytes(32);
    const pool = create({ store, snapshotKey });
    await pool.run("a", "x = 1");
    await pool.close();
    await expect(create({ store }).run("a", "x")).rejects.toBeInstanceOf(SnapshotError);
    await expect(create({ store, snapshotKey: randomBytes(32) }).run("a", "x")).rejects.toBeInstanceOf(SnapshotError);
    expect((await create({ store, snapshotKey }).run("a", "x")).value).toBe(1);
  });
});

describe("closing a pool", () => {
  it("lets what is under way end, refuses what waits and what comes, and keeps the sessions in the store", async () => {
    const store = new MemorySnapshotStore();
    const pool = create({ maxLive: 1, store });
    const running = pool.run("a", "import time\ntime.sleep(0.05)\nx = 1");
    const waiting = pool.run("b", "1").catch((e: unknown) => e);
    const closing = pool.close();
    expect(await waiting).toBeInstanceOf(SessionClosedError);
    await expect(pool.run("c", "1")).rejects.toBeInstanceOf(SessionClosedError);
    await running;
    await closing;
    await pool.close();
    expect(pool.closed).toBe(true);
    expect(pool.metrics.live).toBe(0);
    expect((await create({ store }).run("a", "x")).value).toBe(1);
  });

  it("rejects where the store does not take a session, and still lets every worker go", async () => {
    const store = new FickleStore();
    const pool = create({ store });
    await Promise.all([pool.run("a", "1"), pool.run("b", "1")]);
    store.failing = "set";
    await expect(pool.close()).rejects.toThrow("2 of 2 sessions could not be put into the store");
    expect(pool.metrics.live).toBe(0);
  });

  it("is what `await using` does", async () => {
    let kept: SessionPool;
    {
      await using pool = new SessionPool();
      await pool.run("a", "1");
      kept = pool;
    }
    expect(kept.closed).toBe(true);
  });
});

describe("misuse", () => {
  it.each([
    ["options that are none", null, "options"],
    ["maxLive of 0", { maxLive: 0 }, "maxLive"],
    ["a maxLive that is no number", { maxLive: "3" }, "maxLive"],
    ["an idleTimeoutMs of NaN", { idleTimeoutMs: Number.NaN }, "idleTimeoutMs"],
    ["an idleTimeoutMs that is text", { idleTimeoutMs: "soon" }, "idleTimeoutMs"],
    ["a store without set", { store: { get() {}, delete() {} } }, "store"],
    ["a snapshotKey that is short", { snapshotKey: new Uint8Array(15) }, "snapshotKey"],
    ["a snapshotKey that is text", { snapshotKey: "x".repeat(32) }, "snapshotKey"],
    ["hibernate that is no boolean", { hibernate: "no" }, "hibernate"],
    ["a store that would not be used", { hibernate: false, store: new MemorySnapshotStore() }, "hibernate"],
    ["a wrong option of the sessions", { session: { fuel: -1 } }, "fuel"],
    ["sessions' options that are none", { session: null }, "options"],
  ])("%s: UsageError", (_what, options, named) => {
    expect(() => new SessionPool(options as never)).toThrow(UsageError);
    expect(() => new SessionPool(options as never)).toThrow(named);
  });

  it("a key that is no string, work that is no function, a signal that is none: UsageError", async () => {
    const pool = create();
    await expect(pool.run(1 as never, "1")).rejects.toBeInstanceOf(UsageError);
    await expect(pool.use("a", "work" as never)).rejects.toBeInstanceOf(UsageError);
    await expect(pool.delete("a", { signal: {} as never })).rejects.toBeInstanceOf(UsageError);
    await expect(pool.run("a", 1 as never)).rejects.toBeInstanceOf(UsageError);
    expect(() => new MemorySnapshotStore({ maxBytes: -1 })).toThrow(UsageError);
  });

  it("options by key that are wrong: UsageError, and the place is free again", async () => {
    const pool = create({ maxLive: 1, session: (key) => (key === "bad" ? { fuel: -1 } : {}) });
    await expect(pool.run("bad", "1")).rejects.toBeInstanceOf(UsageError);
    expect((await pool.run("good", "1")).value).toBe(1);
  });
});

it("a session that nobody has used since it was stored is not stored again, and one that was is", async () => {
  const stored: string[] = [];
  const kept = new MemorySnapshotStore();
  const store: SnapshotStore = {
    get: (key) => kept.get(key),
    set: (key, bytes) => (stored.push(key), kept.set(key, bytes)),
    delete: (key) => kept.delete(key),
  };
  const pool = create({ store, maxLive: 1 });
  await pool.run("a", "x = 1");
  await pool.save("a");
  await pool.save("a");
  await pool.run("b", "x = 2");
  expect(stored).toEqual(["a"]);
  await pool.run("a", "x += 10");
  await pool.save("a");
  await pool.run("a", "x += 10");
  expect((await pool.run("b", "x")).value).toBe(2);
  expect((await pool.run("a", "x")).value).toBe(21);
  expect(stored).toEqual(["a", "b", "a", "a", "b"]);
});

it("save() keeps a session's state in the store, and the session live", async () => {
  const kept = new Map<string, Uint8Array>();
  const store: SnapshotStore = {
    get: async (key) => kept.get(key),
    set: async (key, bytes) => void kept.set(key, bytes),
    delete: async (key) => void kept.delete(key),
  };
  const [pool, other] = [create({ store }), create({ store })];
  await pool.save("a");
  expect(kept.size).toBe(0);
  await pool.run("a", "x = 1");
  await pool.save("a");
  await pool.run("a", "x = 2");
  expect((await other.run("a", "x")).value).toBe(1);
  expect(pool.metrics).toMatchObject({ live: 1, hits: 1, hibernations: 0 });
  await expect(create({ hibernate: false }).save("a")).rejects.toBeInstanceOf(UsageError);
});
