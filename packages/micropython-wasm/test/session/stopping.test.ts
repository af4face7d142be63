import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AbortedError, FuelExhaustedError, Session, TimeoutError } from "../../dist/index.js";
import { WorkerThread } from "../../dist/session/workerThread.js";

const unlimited = { fuel: Infinity, timeoutMs: Infinity };
let session: Session;
beforeEach(async () => {
  session = await Session.create(unlimited);
  await session.run("x = 1");
});
afterEach(async () => {
  vi.restoreAllMocks();
  await session.close();
});

/** A worker that a busy machine keeps from answering the order to stop is terminated, and what it had printed is not known. */
const late = { retry: 5 };

const catchAnything = `
while True:
    try:
        x = 2
        while True: pass
    except BaseException:
        pass
`;

describe("a run that is stopped", () => {
  it("by fuel: says so, in numbers, and leaves the state as before the run", async () => {
    const error: unknown = await session.run(`print('a')${catchAnything}`, { fuel: 50_000 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FuelExhaustedError);
    expect(error).toMatchObject({ code: "FUEL_EXHAUSTED", fuel: 50_000, result: { stdout: "a\n", fuelRemaining: 0 } });
    expect((await session.run("x")).value).toBe(1);
  });

  it("by time: likewise", late, async () => {
    const error: unknown = await session
      .run(`print('a')${catchAnything}`, { timeoutMs: 1_000 })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: "TIMEOUT", timeoutMs: 1_000, result: { stdout: "a\n" } });
    expect((await session.run("x")).value).toBe(1);
  });

  it("by a signal: rejects with AbortedError, whose cause is the signal's reason", late, async () => {
    const controller = new AbortController();
    const reason = new Error("the user left");
    const running = session.run(`print('a')${catchAnything}`, {
      signal: controller.signal,
      onStdout: () => controller.abort(reason),
    });
    const error: unknown = await running.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ code: "ABORTED", cause: reason, result: { stdout: "a\n" } });
    expect((await session.run("x")).value).toBe(1);
  });

  it("by a signal before its turn: rejects at once and never starts", async () => {
    const controller = new AbortController();
    const first = session.run("while True: pass", { reject: false });
    const second = session.run("x = 3", { signal: controller.signal }).catch((e: unknown) => e);
    controller.abort();
    expect(await second).toBeInstanceOf(AbortedError);
    session.interrupt();
    expect((await first).error).toMatchObject({ pythonType: "KeyboardInterrupt" });
    expect((await session.run("x")).value).toBe(1);
  });

  it("by a signal that has fired already: the same", async () => {
    const outcome = await session.run("x = 3", { signal: AbortSignal.abort(), reject: false });
    expect(outcome.error).toBeInstanceOf(AbortedError);
    expect((await session.run("x")).value).toBe(1);
  });
});

describe("Session.interrupt", () => {
  it("raises a KeyboardInterrupt that the program may catch", async () => {
    const code = "try:\n    print('go')\n    while True: pass\nexcept KeyboardInterrupt:\n    y = 'caught'\ny";
    const { value } = await session.run(code, { onStdout: () => session.interrupt() });
    expect(value).toBe("caught");
  });

  it("leaves the state where it was interrupted", async () => {
    await session.run("x = 5\nprint('go')\nwhile True: pass", { reject: false, onStdout: () => session.interrupt() });
    expect((await session.run("x")).value).toBe(5);
  });

  it("without a run under way does nothing", async () => {
    session.interrupt();
    expect((await session.run("x")).value).toBe(1);
  });
});

describe("a worker that does not answer", () => {
  it("is terminated; another goes on from the state before the run", async () => {
    // The order to stop never arrives, as if the interpreter were stuck where it reaches no check.
    vi.spyOn(WorkerThread.prototype, "abort").mockImplementation(() => {});
    const controller = new AbortController();
    const running = session.run("x = 'changed'\nprint('go')\nwhile True: pass", {
      signal: controller.signal,
      onStdout: () => controller.abort(),
    });
    const error: unknown = await running.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ state: "restored" });
    expect((error as AbortedError).message).toContain("the state is as it was before the run");
    expect((await session.run("x")).value).toBe(1);
  });
});
