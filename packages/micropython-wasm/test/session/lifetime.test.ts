import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const library = new URL("../../dist/index.js", import.meta.url).href;

/** Runs a program in a Node of its own and gives its stdout; a process that does not end fails by the timeout. */
async function node(program: string): Promise<string> {
  const code = `import { run, Session } from ${JSON.stringify(library)};\n${program}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
    timeout: 120_000,
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

  it.skipIf(!existsSync("/proc/self/task"))(
    "serves the next session after close, a failed start and a kill; four are kept",
    async () => {
      const stdout = await node(`
      import { readdirSync } from "node:fs";
      const threads = () => readdirSync("/proc/self/task").length;
      const before = threads();
      for (let i = 0; i < 5; i++) await run("1/0", { reject: false });
      console.log(threads() - before);
      await Promise.all(Array.from({ length: 12 }, () => run("1")));
      await Session.create({ memoryBytes: 1 }).catch(() => {});
      const session = await Session.create({ fuel: Infinity, timeoutMs: Infinity });
      await new Promise((started) => {
        void session.run("print()\\nwhile True: pass", { reject: false, onStdout: started });
      });
      await session.close();
      // the threads of workers that were terminated end in their own time
      for (let i = 0; i < 600 && threads() - before > 8; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      console.log(threads() - before);
    `);
      const [afterFive, afterAll] = stdout.split("\n").map(Number);
      // the artifact's reading and compiling start threads of Node's own: up to four
      expect(afterFive).toBeLessThanOrEqual(1 + 4);
      expect(afterAll).toBeLessThanOrEqual(4 + 4);
    },
  );

  it("leaves nothing of its session to the next", async () => {
    const stdout = await node(`
      const first = await Session.create({ argv: ["canary"], fuel: 1e6 });
      await first.run("canary = 'c' * 1000\\nimport builtins\\nbuiltins.len = None");
      await first.close();
      const second = await Session.create();
      const { error } = await second.run("canary", { reject: false });
      console.log(error.pythonType, (await second.run("import sys\\n[sys.argv, len('ab')]")).repr);
    `);
    expect(stdout).toBe("NameError [[''], 2]\n");
  });
});
