import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SessionPool, UsageError } from "micropython-wasm";
import { DirectorySnapshotStore } from "micropython-wasm/node";

let parent: string;
let directory: string;
let store: DirectorySnapshotStore;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "snapshots-"));
  directory = join(parent, "deep/down");
  store = new DirectorySnapshotStore(directory);
});
afterEach(() => rm(parent, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a directory of snapshots", () => {
  it("gives what was set last, and nothing before and after", async () => {
    expect(await store.get("a")).toBeUndefined();
    await store.delete("a");
    await store.set("a", bytes("first"));
    await store.set("a", bytes("2nd"));
    expect(Buffer.from((await store.get("a"))!).toString()).toBe("2nd");
    await store.delete("a");
    expect(await store.get("a")).toBeUndefined();
  });

  it("names no file by its key, and keeps strange keys apart", async () => {
    const keys = ["", ".", "../../x", "a\0b", "__proto__", "A", "a", "\ud800", "\ud801", "k".repeat(10_000)];
    await Promise.all(keys.map((key, i) => store.set(key, bytes(`${i}`))));
    expect(await readdir(parent)).toEqual(["deep"]);
    const names = await readdir(directory);
    expect(names).toHaveLength(keys.length);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}$/);
    for (const [i, key] of keys.entries()) expect(Buffer.from((await store.get(key))!).toString()).toBe(`${i}`);
  });

  it.skipIf(process.platform === "win32")("lets only the owner read", async () => {
    await store.set("a", bytes("x"));
    const [name] = await readdir(directory);
    expect((await stat(join(directory, name!))).mode & 0o777).toBe(0o600);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
  });

  it("is whole at any time: of many writers at once one is the last", async () => {
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(100_000));
    await Promise.all(texts.map((text) => store.set("a", bytes(text))));
    expect(texts).toContain(Buffer.from((await store.get("a"))!).toString());
    expect(await readdir(directory)).toHaveLength(1);
  });

  it("removes what a writer left that died long ago, and nothing else", async () => {
    await store.set("a", bytes("x"));
    const [name] = await readdir(directory);
    const long = new Date(Date.now() - 3_600_000);
    const leave = async (file: string): Promise<void> => {
      await writeFile(join(directory, file), "");
      await utimes(join(directory, file), long, long);
    };
    await leave(`${name}.0123456789abcdef.tmp`);
    await leave("notes.tmp");
    await writeFile(join(directory, `${name}.fedcba9876543210.tmp`), "just now");
    await new DirectorySnapshotStore(directory).set("a", bytes("y"));
    expect(new Set(await readdir(directory))).toEqual(new Set([name, "notes.tmp", `${name}.fedcba9876543210.tmp`]));
  });

  it("rejects where it cannot write, and works once it can", async () => {
    await writeFile(join(parent, "deep"), "a file is in the way");
    await expect(store.set("a", bytes("x"))).rejects.toThrow(/ENOTDIR|EEXIST/);
    await rm(join(parent, "deep"));
    await store.set("a", bytes("x"));
    expect((await readFile(join(directory, (await readdir(directory))[0]!))).toString()).toBe("x");
  });

  it("carries a pool's sessions over to another pool", async () => {
    const first = new SessionPool({ store });
    await first.run("user", "x = 1\ndef f(): return x + 1");
    await first.close();
    await using second = new SessionPool({ store: new DirectorySnapshotStore(directory) });
    expect((await second.run("user", "f()")).value).toBe(2);
  });

  it.each([undefined, "", 1])("refuses %o as its path", (path) => {
    expect(() => new DirectorySnapshotStore(path as string)).toThrow(UsageError);
  });
});
