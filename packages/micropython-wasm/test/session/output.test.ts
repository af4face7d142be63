import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Session } from "micropython-wasm";

let session: Session;
beforeAll(async () => {
  session = await Session.create({ fuel: Infinity, timeoutMs: 120_000, maxOutputBytes: 10_000_000 });
});
afterAll(() => session.close());

describe("output listeners", () => {
  it("are called while the program still runs", async () => {
    // The program never ends by itself: only because its output is seen is it interrupted.
    const outcome = await session.run("print('ready')\nwhile True: pass", {
      reject: false,
      onStdout: (text) => text.includes("ready") && session.interrupt(),
    });
    expect(outcome.error).toMatchObject({ pythonType: "KeyboardInterrupt" });
  });

  it("get everything, in order, however much it is", async () => {
    const pieces: string[] = [];
    const { stdout } = await session.run("for i in range(30000): print(i, 'é€😀')", {
      onStdout: (text) => pieces.push(text),
    });
    const expected = Array.from({ length: 30_000 }, (_, i) => `${i} é€😀\n`).join("");
    expect(pieces.join("") === expected).toBe(true);
    expect(stdout === expected).toBe(true);
  });

  it("get a single text larger than the ring whole", async () => {
    let length = 0;
    await session.run("print('x' * 300000)", { onStdout: (text) => (length += text.length) });
    expect(length).toBe(300_001);
  });

  it("get what was printed before a stop, even inside a line", async () => {
    const pieces: string[] = [];
    const outcome = await session.run("print('unended', end='')\nwhile True: pass", {
      fuel: 10_000,
      reject: false,
      onStdout: (text) => pieces.push(text),
    });
    expect(outcome.error).toMatchObject({ code: "FUEL_EXHAUSTED", result: { stdout: "unended" } });
    expect(pieces.join("")).toBe("unended");
  });

  it("get stdout and stderr apart, in one order", async () => {
    const seen: string[] = [];
    const result = await session.run("import sys\nprint('a')\nsys.stderr.write('b\\n')\nprint('c')", {
      onStdout: (text) => seen.push(`out ${text}`),
      onStderr: (text) => seen.push(`err ${text}`),
    });
    expect(seen.join("").replaceAll(/\n?(out|err) \n/g, "\n")).toBe("out a\nerr b\nout c\n");
    expect(result.stdout).toBe("a\nc\n");
    expect(result.stderr).toBe("b\n");
  });

  it("of the session hear the runs that bring none of their own", async () => {
    const heard: string[] = [];
    await using other = await Session.create({ onStdout: (text) => heard.push(text) });
    await other.run("print('one')");
    await other.run("print('two')", { onStdout: () => {} });
    expect(heard.join("")).toBe("one\n");
  });

  it("that give a promise hold the program up, instead of letting its output pile up", async () => {
    // 300 KB, of which 64 KiB may wait: without its listener the program cannot end, however little it has left to do.
    const program = "for i in range(300): print('x' * 999)";
    let held = 0;
    const stuck = await session.run(program, {
      timeoutMs: 500,
      reject: false,
      onStdout: (text) => {
        held += text.length;
        return new Promise(() => {});
      },
    });
    expect(stuck.error).toMatchObject({ code: "TIMEOUT" });
    expect(held).toBeLessThan(300_000);
    let heard = 0;
    await session.run(program, {
      onStdout: async (text) => {
        await new Promise((resolve) => setImmediate(resolve));
        heard += text.length;
      },
    });
    expect(heard).toBe(300_000);
  });

  it("that never resolve do not keep a run from being stopped", async () => {
    const never = (): Promise<void> => new Promise(() => {});
    const timedOut = await session.run("while True: print('x')", { timeoutMs: 200, reject: false, onStdout: never });
    expect(timedOut.error).toMatchObject({ code: "TIMEOUT" });
    const controller = new AbortController();
    const aborted = session.run("while True: print('x')", {
      signal: controller.signal,
      reject: false,
      onStdout: () => {
        controller.abort();
        return never();
      },
    });
    expect((await aborted).error).toMatchObject({ code: "ABORTED" });
    expect((await session.run("1")).value).toBe(1);
  });

  it("that reject stop the run, which rejects with the same", async () => {
    const mine = new Error("mine");
    const run = session.run("while True: print('x')", { onStdout: () => Promise.reject(mine) });
    await expect(run).rejects.toBe(mine);
    expect((await session.run("1")).value).toBe(1);
  });

  it("that throw stop the run, which rejects with what they threw", async () => {
    const mine = new Error("mine");
    const run = session.run("while True: print('x')", {
      onStdout: () => {
        throw mine;
      },
    });
    await expect(run).rejects.toBe(mine);
    expect((await session.run("1")).value).toBe(1);
  });
});
