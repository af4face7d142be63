import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { directory, Interpreter, memory, overlay } from "micropython-wasm";
import { afterAll, describe, expect, it } from "vitest";

// NAME.out is what CPython 3.11 printed for NAME.py, run in an empty directory.
const folder = new URL("programs/", import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith(".py"));

const made: string[] = [];
const empty = (): string => {
  const path = mkdtempSync(join(tmpdir(), "files-"));
  made.push(path);
  return path;
};
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true })));

describe.each([
  ["memory", () => memory()],
  ["overlay", () => overlay(empty())],
  ["directory", () => directory(empty(), { access: "write" })],
])("programs with files do in a mount of %s what they do in CPython", (kind, mount) => {
  it.each(names)("%s", async (name) => {
    const interpreter = await Interpreter.create({ files: { "/work": mount() }, timeoutMs: Infinity });
    interpreter.run("import os\nos.chdir('/work')");
    const { stdout } = interpreter.run(readFileSync(new URL(name, folder)));
    interpreter.close();
    const expected = readFileSync(new URL(name.replace(".py", ".out"), folder), "utf8");
    expect(stdout, kind).toBe(expected);
  });
});
