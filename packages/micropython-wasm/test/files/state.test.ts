import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { directory, Interpreter, memory, overlay, Session, SnapshotError, UsageError } from "micropython-wasm";
import type { Files } from "micropython-wasm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
let files: Files;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-"));
  writeFileSync(join(folder, "below.txt"), "below");
  files = { "/m": memory({ files: { "a/start.txt": "start" } }), "/o": overlay(folder) };
});
afterEach(() => rmSync(folder, { recursive: true }));

const change = `
import os
with open("/m/a/start.txt", "a") as f: f.write("ed")
with open("/m/new.txt", "w") as f: f.write("new")
with open("/o/below.txt", "r+") as f: f.write("BE")
with open("/o/other.txt", "w") as f: f.write("other")
os.chdir("/m")`;
const changed = ["/m/a/start.txt", "/m/new.txt", "/o/below.txt", "/o/other.txt"];
const spoil = `
import os
os.remove("/m/new.txt"); os.rename("/m/a", "/m/b"); os.remove("/o/below.txt"); os.chdir("/o")
with open("/m/b/start.txt", "w") as f: f.write("spoiled")
with open("/o/other.txt", "a") as f: f.write("spoiled")`;

describe("what runs leave in memory and overlay mounts", () => {
  it("is listed and read by the host", async () => {
    await using session = await Session.create({ files });
    expect(session.files.list()).toEqual(["/m/a/start.txt"]);
    expect(session.files.changes()).toEqual([]);
    await session.run(change);
    expect(session.files.list()).toEqual(changed);
    expect(session.files.readText("/m/a/start.txt")).toBe("started");
    expect(session.files.read("/o/below.txt")).toEqual(new TextEncoder().encode("BElow"));
    expect(readFileSync(join(folder, "below.txt"), "utf8")).toBe("below");
    await session.run("import os\nos.remove('/m/a/start.txt')\nos.remove('/o/below.txt')");
    expect(session.files.changes()).toEqual([
      { path: "/m/a/start.txt", change: "deleted" },
      { path: "/m/new.txt", change: "added" },
      { path: "/o/below.txt", change: "deleted" },
      { path: "/o/other.txt", change: "added" },
    ]);
    expect(() => session.files.read("/m/a/start.txt")).toThrow(UsageError);
    expect(() => session.files.read("/o/../../etc/passwd")).toThrow(UsageError);
  });

  it("is the host's own copy", async () => {
    const interpreter = await Interpreter.create({ files });
    interpreter.run(change);
    interpreter.files.read("/m/new.txt").fill(0);
    expect(interpreter.run("open('/m/new.txt').read()").value).toBe("new");
    interpreter.close();
  });

  it("stays after an exception", async () => {
    await using session = await Session.create({ files });
    await expect(session.run(`${change}\n1 / 0`)).rejects.toThrow("ZeroDivisionError");
    expect(session.files.list()).toEqual(changed);
  });
});

describe.each([
  ["fuel", "while True: pass", { fuel: 3_000_000 }],
  ["time", "while True: pass", { timeoutMs: 1_000, fuel: Infinity }],
  ["memory", "x = []\nwhile True: x.append(bytearray(100000))", {}],
  [
    "a worker that had to be terminated",
    "n = 3\nn = n ** 300000\nwhile True: str(n)",
    { timeoutMs: 1_000, fuel: Infinity },
  ],
])("a run that is stopped by %s", (_what, end, limits) => {
  it("leaves files as they were before it", async () => {
    await using session = await Session.create({ files });
    await session.run(`${change}\nkept = open("new.txt")`);
    const stopped = await session.run(`${spoil}\n${end}`, { ...limits, reject: false });
    expect(stopped.error?.state).toBe("restored");
    expect(session.files.list()).toEqual(changed);
    const { value } = await session.run(
      "(os.getcwd(), open('new.txt').read(), sorted(os.listdir('/o')), open('/o/other.txt').read(), sorted(os.listdir('/m')))",
    );
    expect(value).toEqual(["/m", "new", ["below.txt", "other.txt"], "other", ["a", "new.txt"]]);
    // the file object is there again; the file is not open any more
    await expect(session.run("kept.read()")).rejects.toThrow("OSError: [Errno 9] Bad file descriptor");
    await session.run("again = open('/m/a/start.txt')");
    await expect(session.run("kept.read()")).rejects.toThrow("[Errno 9]");
    expect((await session.run("again.read()")).value).toBe("started");
  });
});

describe("snapshots", () => {
  it("carry files, the current directory and nothing of the host's disk", async () => {
    await using session = await Session.create({ files });
    await session.run(`${change}\nkept = open("new.txt")`);
    const bytes = await session.snapshot();
    await using later = await Session.restore(bytes, { files });
    await using twin = await session.fork();
    for (const other of [later, twin]) {
      expect(other.files.list()).toEqual(changed);
      expect(other.files.changes()).toEqual([]);
      expect((await other.run("(os.getcwd(), open('new.txt').read(), open('/o/below.txt').read())")).value).toEqual([
        "/m",
        "new",
        "BElow",
      ]);
      await expect(other.run("kept.read()")).rejects.toThrow("[Errno 9]");
      await other.run("with open('new.txt', 'w') as f: f.write('mine')");
      await other.reset();
      expect(other.files.list()).toEqual(["/m/a/start.txt"]);
      expect((await other.run("import os\nos.getcwd()")).value).toBe("/");
    }
    expect(session.files.readText("/m/new.txt")).toBe("new");
  });

  it("need mounts that their files fit into", async () => {
    const interpreter = await Interpreter.create({ files });
    interpreter.run(change);
    const bytes = await interpreter.snapshot();
    const small = { "/m": memory({ maxBytes: 5 }), "/o": overlay(folder) };
    for (const options of [{}, { files: { "/m": memory() } }, { files: small }])
      await expect(Interpreter.restore(bytes, options)).rejects.toThrow(SnapshotError);
    interpreter.close();
  });
});

describe("an interpreter in the thread", () => {
  it("without rollback starts afresh, its files too", async () => {
    const interpreter = await Interpreter.create({ files });
    interpreter.run(change);
    expect(() => interpreter.run("while True: pass", { fuel: 100_000 })).toThrow("fuel");
    expect(interpreter.files.list()).toEqual(["/m/a/start.txt"]);
    interpreter.close();
  });
});

it("what is written to a directory stays where a run is stopped", async () => {
  await using session = await Session.create({ files: { "/d": directory(folder, { access: "write" }) } });
  const program = "with open('/d/out.txt', 'w') as f: f.write('out')\nwhile True: pass";
  await expect(session.run(program, { fuel: 1_000_000 })).rejects.toThrow("fuel");
  expect(readFileSync(join(folder, "out.txt"), "utf8")).toBe("out");
});

it("what was added to a directory counts on, also with another worker", async () => {
  await using session = await Session.create({
    files: { "/d": directory(folder, { access: "write", maxBytes: 1_000 }) },
  });
  const stuck = "with open('/d/out', 'wb') as f: f.write(bytes(900))\nn = 3\nn = n ** 300000\nwhile True: str(n)";
  await expect(session.run(stuck, { timeoutMs: 2_000, fuel: Infinity })).rejects.toThrow("2000 ms");
  await expect(session.run("open('/d/more', 'wb').write(bytes(200))")).rejects.toThrow("No space left on device");
});

it("files that are open are closed with their session", async () => {
  const { readdirSync } = await import("node:fs");
  const count = (): number => readdirSync("/proc/self/fd").length;
  const before = count();
  for (let round = 0; round < 5; round++) {
    const session = await Session.create({ files: { "/d": directory(folder) } });
    await session.run("files = [open('/d/below.txt') for i in range(50)]");
    await session.close();
  }
  expect(count()).toBeLessThan(before + 50);
});

it("costs the same fuel each time", async () => {
  const used = async (): Promise<number> => {
    const interpreter = await Interpreter.create({ files });
    const { fuelUsed } = interpreter.run(change);
    interpreter.close();
    return fuelUsed;
  };
  expect(await used()).toBe(await used());
});
