import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const library = new URL("../../dist/index.js", import.meta.url).href;

/** Runs a program in a Node of its own and gives its stdout; a process that does not end fails by the timeout. */
async function node(program: string): Promise<string> {
  const code = `import { run, Session } from ${JSON.stringify(library)};\n${program}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
    timeout: 30_000,
  });
  return stdout;
}

describe("a session's worker", () => {
  it("does not keep the process alive when idle, even if nobody closes it", async () => {
    const stdout = await node(`
      const session = await Session.create();
      console.log((await session.run("1 + 1")).value);
    `);
    expect(stdout).toBe("2\n");
  });

  it("keeps the process alive while it runs something, though nothing else does", async () => {
    const stdout = await node(`
      const session = await Session.create();
      void session.run("n = 0\\nwhile n < 1000000: n += 1\\nn").then(({ value }) => console.log(value));
    `);
    expect(stdout).toBe("1000000\n");
  });

  it.skipIf(!existsSync("/proc/self/task"))("is gone after close, run, a failed start and a kill", async () => {
    const stdout = await node(`
      import { readdirSync } from "node:fs";
      const threads = () => readdirSync("/proc/self/task").length;
      await run("1");
      const before = threads();
      for (let i = 0; i < 5; i++) await run("1/0", { reject: false });
      await Promise.all(Array.from({ length: 5 }, () => run("1")));
      await Session.create({ memoryBytes: 1 }).catch(() => {});
      const session = await Session.create({ fuel: Infinity, timeoutMs: Infinity });
      await new Promise((started) => {
        void session.run("print()\\nwhile True: pass", { reject: false, onStdout: started });
      });
      await session.close();
      console.log(threads() - before);
    `);
    expect(Number(stdout)).toBeLessThanOrEqual(0);
  });
});
