import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { History, historyPath, maxHistoryLines } from "../../src/cli/history.js";

const directory = mkdtempSync(join(tmpdir(), "micropython-wasm-history-"));
afterAll(() => rmSync(directory, { recursive: true }));

describe("history", () => {
  it("is kept in the home directory, or where the environment says, or nowhere", () => {
    expect(historyPath({})).toBe(join(homedir(), ".micropython_wasm_history"));
    expect(historyPath({ MICROPYTHON_WASM_HISTORY: "/x" })).toBe("/x");
    expect(historyPath({ MICROPYTHON_WASM_HISTORY: "" })).toBeUndefined();
  });

  it("remembers lines, but no blank ones, in a file that others cannot read", () => {
    const path = join(directory, "one");
    const history = new History(path);
    expect(history.load()).toEqual([]);
    for (const line of ["a = 1", "  ", "print(a)"]) history.add(line);
    expect(new History(path).load()).toEqual(["a = 1", "print(a)"]);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("is cut when it has grown to twice its size", () => {
    const path = join(directory, "long");
    writeFileSync(path, Array.from({ length: 2 * maxHistoryLines + 1 }, (_, i) => `line ${i}\n`).join(""));
    expect(new History(path).load()).toHaveLength(maxHistoryLines);
    const kept = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(kept).toHaveLength(maxHistoryLines);
    expect(kept.at(-1)).toBe(`line ${2 * maxHistoryLines}`);
  });

  it("does without a file that cannot be used", () => {
    const history = new History(join(directory, "no", "such", "place"));
    history.add("x");
    expect(history.load()).toEqual([]);
    expect(new History(undefined).load()).toEqual([]);
  });
});
