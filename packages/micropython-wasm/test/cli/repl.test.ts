import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { hasPseudoTerminal, keys, Terminal } from "../support/terminal.js";

const directory = mkdtempSync(join(tmpdir(), "micropython-wasm-repl-"));
afterAll(() => rmSync(directory, { recursive: true }));
const historyFile = join(directory, "history");
const prompt = ">>> ";

/** A missing `script` may skip these tests on a developer's machine (not every system has util-linux), never in CI. */
describe.skipIf(!hasPseudoTerminal && process.env["CI"] === undefined)("the REPL, on a pseudo-terminal", () => {
  let terminal: Terminal;

  async function start(...args: string[]): Promise<void> {
    terminal = new Terminal(args, { MICROPYTHON_WASM_HISTORY: historyFile });
    await terminal.shows(prompt);
  }

  async function enter(line: string, shown: string): Promise<string> {
    terminal.type(`${line}\n`);
    // What is typed is echoed: go past it first.
    await terminal.shows("\r\n");
    return terminal.shows(shown);
  }

  beforeEach(() => start("--fuel", "none", "--timeout", "none"));
  afterEach(() => terminal.kill());

  it("shows the values of expressions, and keeps its state", async () => {
    await enter("x = 40", prompt);
    await enter("x + 2", `42\r\n`);
    await enter("'a' + 'b'", `'ab'\r\n`);
  });

  it("shows nothing for None", async () => {
    expect(await enter("None", prompt)).not.toContain("None");
  });

  it("continues an unfinished block until a blank line", async () => {
    await enter("def f(n):", "... ");
    await enter("    return n * 2", "... ");
    await enter("", prompt);
    await enter("f(21)", "42\r\n");
  });

  it("continues inside brackets and triple-quoted strings", async () => {
    await enter("[1,", "... ");
    await enter("2]", "[1, 2]\r\n");
    await enter("'''a", "... ");
    await enter("b'''", "'a\\nb'\r\n");
  });

  it("runs a paste of several entries one after the other", async () => {
    terminal.type("def g():\n    return 1\n\ng() + 1\ng() + 2\n");
    await terminal.shows("\r\n2\r\n");
    await terminal.shows("3\r\n");
  });

  it("shows a traceback and goes on", async () => {
    await enter("y = 1", prompt);
    await enter("1/0", "ZeroDivisionError");
    await terminal.shows(prompt);
    await enter("y", "1\r\n");
  });

  it("Ctrl-C interrupts the running code and keeps the state", async () => {
    await enter("n = 7", prompt);
    terminal.type("print('go' + 'ing')\nwhile True: n = 8\n\n");
    await terminal.shows("going");
    // Only once the entry runs does the terminal turn Ctrl-C into a signal: press until it is seen.
    const pressing = setInterval(() => terminal.type(keys.ctrlC), 300);
    await terminal.shows("KeyboardInterrupt").finally(() => clearInterval(pressing));
    await terminal.shows(prompt);
    terminal.type("n * 100\n");
    await terminal.shows("800\r\n");
  });

  it("Ctrl-C at the prompt drops what was typed", async () => {
    terminal.type("1 + ");
    await terminal.shows("1 + ");
    terminal.type(keys.ctrlC);
    await terminal.shows("KeyboardInterrupt");
    await terminal.shows(prompt);
    await enter("5", "5\r\n");
    await enter("if True:", "... ");
    terminal.type(keys.ctrlC);
    await terminal.shows("KeyboardInterrupt");
    await terminal.shows(prompt);
    await enter("6", "6\r\n");
  });

  it("Ctrl-D leaves with exit code 0", async () => {
    terminal.type(keys.ctrlD);
    expect(await terminal.exitCode).toBe(0);
  });

  it("sys.exit(n) leaves with exit code n", async () => {
    await enter("import sys", prompt);
    terminal.type("sys.exit(5)\n");
    expect(await terminal.exitCode).toBe(5);
  });

  it("strips what the program prints of control sequences", async () => {
    const shown = await enter("print('\\x1b[31m\\x1b]0;title\\x07red')", "red");
    expect(shown).toBe("]0;titlered");
  });

  it("starts its prompt on a line of its own after output that ends inside one", async () => {
    expect(await enter("print('inside', end='')", prompt)).toMatch(/^inside\r\n/);
  });

  it("keeps a history file, which the next session offers", async () => {
    await enter("'remember' + ' me'", "'remember me'\r\n");
    await terminal.shows(prompt);
    terminal.type(keys.ctrlD);
    await terminal.exitCode;
    expect(readFileSync(historyFile, "utf8")).toContain("'remember' + ' me'\n");
    await start();
    terminal.type(keys.up);
    await terminal.shows("'remember' + ' me'");
    terminal.type("\n");
    await terminal.shows("'remember me'\r\n");
  });

  it("says which limit stopped an entry, and goes on with the state before it", async () => {
    terminal.kill();
    await start("--fuel", "1000000");
    await enter("z = 1", prompt);
    await enter("z = 2", prompt);
    terminal.type("while True: z = 3\n\n");
    await terminal.shows("FuelExhaustedError: stopped after 1000000 units");
    await terminal.shows(prompt);
    await enter("z", "2\r\n");
  });
});
