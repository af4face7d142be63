import { afterEach, describe, expect, it } from "vitest";
import { PythonError, run, Session, SessionClosedError, UsageError } from "micropython-wasm";
import type { SessionOptions } from "micropython-wasm";

const open: Session[] = [];

async function create(options?: SessionOptions): Promise<Session> {
  const session = await Session.create(options);
  open.push(session);
  return session;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((session) => session.close()));
});

describe("Session", () => {
  it("keeps its state from run to run", async () => {
    const session = await create();
    await session.run("x = 10");
    const result = await session.run("x += 5\nx * 2");
    expect(result.value).toBe(30);
    expect(result.repr).toBe("30");
    expect(result.stdout).toBe("");
  });

  it("shares nothing with another session", async () => {
    const [one, other] = await Promise.all([create(), create()]);
    await one.run("x = 1");
    await expect(other.run("x")).rejects.toMatchObject({ pythonType: "NameError" });
  });

  it("runs what is asked for in the order of the calls, each in its own time", async () => {
    const session = await create();
    const order: string[] = [];
    await Promise.all(
      ["a", "b", "c"].map((name) =>
        session
          .run(`seen = globals().get('seen', '') + '${name}'\nseen`)
          .then(({ value }) => order.push(String(value))),
      ),
    );
    expect(order).toEqual(["a", "ab", "abc"]);
  });

  it("gives Python's exceptions as PythonError, and keeps the state", async () => {
    const session = await create();
    await session.run("x = 1");
    const error: unknown = await session
      .run("x = 2\nprint('so far')\nraise ValueError('bad')", { filename: "a.py" })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(PythonError);
    expect(error).toMatchObject({ code: "PYTHON_ERROR", pythonType: "ValueError", pythonMessage: "bad", line: 3 });
    expect((error as PythonError).traceback).toContain('File "a.py", line 3');
    expect((error as PythonError).result?.stdout).toBe("so far\n");
    expect((await session.run("x")).value).toBe(2);
  });

  it("with reject: false gives the error beside what had been printed", async () => {
    const session = await create();
    const failed = await session.run("print('one')\n1/0", { reject: false });
    expect(failed.error).toMatchObject({ pythonType: "ZeroDivisionError" });
    expect(failed.stdout).toBe("one\n");
    expect(failed.value).toBeUndefined();
    const fine = await session.run("2", { reject: false });
    expect(fine.error).toBeUndefined();
    expect(fine.value).toBe(2);
  });

  it("hands sys.argv to the program", async () => {
    const session = await create({ argv: ["tool", "--fast", "é"] });
    expect((await session.run("import sys\nprint(*sys.argv)")).stdout).toBe("tool --fast é\n");
  });

  it("takes source as bytes", async () => {
    const session = await create();
    expect((await session.run(new TextEncoder().encode("'é' * 2"))).value).toBe("éé");
  });

  it("recurses 1,000 levels deep, and past the limit Python sees a RuntimeError and goes on", async () => {
    const session = await create();
    await session.run("def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)");
    expect((await session.run("f(900)")).value).toBe(900);
    const { value } = await session.run("try:\n    f(10**6)\nexcept RuntimeError:\n    caught = True\ncaught");
    expect(value).toBe(true);
  });

  it.each([
    ["code that is no text", undefined, {}, "the code must be"],
    ["a fuel below zero", "1", { fuel: -1 }, "fuel"],
    ["a timeout that is no number", "1", { timeoutMs: Number.NaN }, "timeoutMs"],
    ["a listener that is no function", "1", { onStdout: "print" }, "onStdout"],
    ["a signal that is none", "1", { signal: {} }, "signal"],
    ["options that are none", "1", null, "options"],
    ["source over the size limit", "#".repeat(1_000_001), {}, "1000000"],
    ["a NUL byte", "a = 1\0", {}, "NUL"],
  ])("refuses %s with UsageError, and stays usable", async (_what, code, options, named) => {
    const session = await create();
    const error: unknown = await session.run(code as string, options as object).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(named);
    expect((await session.run("1")).value).toBe(1);
  });

  it("refuses options that are wrong, before it starts anything", async () => {
    await expect(Session.create({ memoryBytes: 5 })).rejects.toBeInstanceOf(UsageError);
    await expect(Session.create({ argv: "x" as unknown as string[] })).rejects.toBeInstanceOf(UsageError);
    await expect(Session.create({ onStderr: 1 as never })).rejects.toBeInstanceOf(UsageError);
  });
});

describe("Session.close", () => {
  it("refuses what comes later, and may be called again", async () => {
    const session = await create();
    expect(session.closed).toBe(false);
    await Promise.all([session.close(), session.close()]);
    expect(session.closed).toBe(true);
    await session.close();
    await expect(session.run("1")).rejects.toBeInstanceOf(SessionClosedError);
  });

  it("aborts the run under way and refuses those behind it", async () => {
    const session = await create({ fuel: Infinity, timeoutMs: Infinity });
    let closing: Promise<void> | undefined;
    const running = session
      .run("print('go')\nwhile True: pass", { onStdout: () => void (closing ??= session.close()) })
      .catch((e: unknown) => e);
    const queued = session.run("1", { reject: false }).catch((e: unknown) => e);
    expect(await running).toMatchObject({ code: "ABORTED" });
    expect(await queued).toMatchObject({ code: "SESSION_CLOSED" });
    await closing;
  });

  it("is what `await using` does", async () => {
    let kept: Session;
    {
      await using session = await Session.create();
      kept = session;
    }
    expect(kept.closed).toBe(true);
  });
});

describe("run", () => {
  it("runs one program in a fresh state", async () => {
    expect((await run("x = 1\nprint(x + 1)")).stdout).toBe("2\n");
    await expect(run("x")).rejects.toMatchObject({ pythonType: "NameError" });
  });

  it("takes the options of the session and of the run", async () => {
    const pieces: string[] = [];
    const outcome = await run("import sys\nprint(sys.argv)\n1/0", {
      argv: ["a"],
      reject: false,
      onStdout: (text) => pieces.push(text),
    });
    expect(pieces.join("")).toBe("['a']\n");
    expect(outcome.error).toMatchObject({ pythonType: "ZeroDivisionError" });
  });

  it("gives an abort before the start as its outcome", async () => {
    const signal = AbortSignal.abort("no longer wanted");
    const { error } = await run("1", { signal, reject: false });
    expect(error).toMatchObject({ code: "ABORTED", cause: "no longer wanted" });
  });
});

describe("a signal", () => {
  it("keeps a session from being made, restored or forked", async () => {
    const session = await create();
    const bytes = await session.snapshot();
    const signal = AbortSignal.abort();
    await expect(Session.create({ signal })).rejects.toMatchObject({ code: "ABORTED" });
    await expect(Session.restore(bytes, { signal })).rejects.toMatchObject({ code: "ABORTED" });
    await expect(session.fork({ signal })).rejects.toMatchObject({ code: "ABORTED" });
    await expect(session.snapshot({ signal })).rejects.toMatchObject({ code: "ABORTED" });
    await expect(session.reset({ signal })).rejects.toMatchObject({ code: "ABORTED" });
    await expect(session.get("x", { signal })).rejects.toMatchObject({ code: "ABORTED" });
    expect((await session.run("1 + 1")).value).toBe(2);
  });
});
