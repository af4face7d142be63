import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Interpreter, Session } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { type Outcome, outcome, outcomeOf } from "./outcome.js";
import { greedyPrograms, nestedComparedWithItself } from "./programs.js";

const maxHostBytes = 200 * 1024 * 1024;
const child = fileURLToPath(new URL("child.mjs", import.meta.url));

interface Weighed {
  code: string;
  pythonType?: string;
  maxRssBytes: number;
}

async function inChild(where: "interpreter" | "session", source: string): Promise<Weighed> {
  const process_ = spawn(process.execPath, [child, where], { stdio: ["pipe", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  process_.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  process_.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  process_.stdin.end(source);
  const code = await new Promise((resolve) => process_.on("close", resolve));
  if (code !== 0) throw new Error(`the host died with ${String(code)}: ${stderr}`);
  return JSON.parse(stdout) as Weighed;
}

const how = ({ code, pythonType }: Pick<Outcome, "pythonType"> & { code: string }) => pythonType ?? code;

describe.each(["interpreter", "session"] as const)("greedy programs in the %s of a host of their own", (where) => {
  it.each(greedyPrograms)("$name ends by a typed error, and the host stays small", async ({ source, endsBy }) => {
    const ended = await inChild(where, source);
    expect(endsBy).toContain(how(ended));
    expect(ended.maxRssBytes).toBeLessThan(maxHostBytes);
  });

  it("a deeply nested list compared with itself does no harm", async () => {
    const ended = await inChild(where, nestedComparedWithItself);
    expect(["OK", "FUEL_EXHAUSTED", "STACK_OVERFLOW", "MEMORY_LIMIT", "RuntimeError", "RecursionError"]).toContain(
      how(ended),
    );
    expect(ended.maxRssBytes).toBeLessThan(maxHostBytes);
  });
});

describe("after a greedy program", () => {
  const options = { fuel: 20_000_000, timeoutMs: 60_000 };

  it("an interpreter has the state of before and works on", async () => {
    const interpreter = await Interpreter.create({ rollback: true, ...options });
    interpreter.run("kept = [1, 2, 3]");
    for (const { name, source, endsBy } of greedyPrograms) {
      expect(endsBy, name).toContain(how(outcome(interpreter, source)));
      expect(interpreter.run("kept + [4]").value, `after ${name}`).toEqual([1, 2, 3, 4]);
    }
    interpreter.close();
  });

  it("a session has the state of before and works on", async () => {
    const session = await Session.create(options);
    await session.run("kept = [1, 2, 3]");
    for (const { name, source, endsBy } of greedyPrograms) {
      const ended = await session.run(source).then(() => ({ code: "OK" }), outcomeOf);
      expect(endsBy, name).toContain(how(ended));
      expect((await session.run("kept + [4]")).value, `after ${name}`).toEqual([1, 2, 3, 4]);
    }
    await session.close();
  });
});
