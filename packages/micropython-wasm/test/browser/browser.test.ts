// What is different in browsers. What is the same there, test/suite checks.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isolation, noBrowser, openBrowser, serve } from "../support/browser.js";

describe("the modules for browsers", () => {
  it.each(["index.js", "worker.js"])("%s imports nothing, least of all of Node's", (file) => {
    const code = readFileSync(new URL(`../../dist/browser/${file}`, import.meta.url), "utf8");
    expect(code).not.toMatch(/^\s*(?:import|export)\b.*\bfrom\b|(?<!#)\bimport\s*\(|["']node:|#platform|\brequire\(/m);
  });
});

describe.skipIf(noBrowser)("in Chromium (skipped where there is none)", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** Evaluates the body of an async function that has the package's exports. */
  const evaluate = (page: Page, body: string, library = "/dist/browser/index.js"): Promise<unknown> =>
    page.evaluate(
      `import(${JSON.stringify(library)}).then(async ({ run, Session, Interpreter }) => { ${body} })
         .catch((error) => ({ code: error.code, message: error.message }))`,
    );

  describe("on a page that is cross-origin isolated", () => {
    let page: Page;
    beforeAll(async () => {
      page = await browser.open(isolation);
    });

    it("interrupts a run, which may catch that", async () => {
      const code = "try:\n  print('go')\n  while True: pass\nexcept KeyboardInterrupt: x = 'caught'\nx";
      const value = await evaluate(
        page,
        `const session = await Session.create();
         const { value } = await session.run(${JSON.stringify(code)}, { onStdout: () => session.interrupt() });
         await session.close();
         return value;`,
      );
      expect(value).toBe("caught");
    });

    it("waits for host functions", async () => {
      const value = await evaluate(
        page,
        `const hostFunctions = { later: async (n) => { await new Promise((go) => setTimeout(go, 5)); return n + 1; } };
         return (await run("later(1)", { hostFunctions })).value;`,
      );
      expect(value).toBe(2);
    });

    it("lets listeners hear all output, however much it is", async () => {
      const heard = await evaluate(
        page,
        `let heard = 0;
         await run("for i in range(300): print('x' * 10_000)", { maxOutputBytes: 10, onStdout: (text) => (heard += text.length) });
         return heard;`,
      );
      expect(heard).toBe(300 * 10_001);
    });

    // See browser.ts for what a worker's stack holds.
    it.each([
      ["sort keys", "def f(x): return sorted([2, 1], key=f)\nf(0)"],
      ["repr", "class R:\n  def __repr__(self): return repr([[[[self]]]])\nrepr(R())"],
      ["nested lists", "x = []\nfor i in range(10_000): x = [x]\nrepr(x)"],
      ["nested tuples", "x = ()\nfor i in range(10_000): x = (x,)\nhash(x)"],
    ])("by default %s raise RecursionError before the worker's stack ends", async (_, source) => {
      const type = await evaluate(
        page,
        `const session = await Session.create();
         for (let i = 0; i < 5; i++) await session.run(${JSON.stringify(source)}, { reject: false });
         const { error } = await session.run(${JSON.stringify(source)}, { reject: false });
         await session.close();
         return error.pythonType ?? error.code;`,
      );
      expect(type).toBe("RecursionError");
    });
  });

  describe("on a page that is not", () => {
    let page: Page;
    beforeAll(async () => {
      page = await browser.open({});
    });

    it.each([
      ["interrupt()", "const session = await Session.create(); session.interrupt();"],
      ["a host function", 'await run("f()", { hostFunctions: { f: () => 1 } });'],
    ])("says how to serve the page where it finds %s", async (_, body) => {
      const error = await evaluate(page, body);
      expect(error).toMatchObject({ code: "USAGE" });
      expect((error as Error).message).toContain(
        '"Cross-Origin-Opener-Policy: same-origin" and "Cross-Origin-Embedder-Policy: require-corp"',
      );
    });

    it("lets listeners hear as much of each stream as a result keeps", async () => {
      const heard = await evaluate(
        page,
        `let heard = "";
         await run("for i in range(5_000): print('line', i)", { maxOutputBytes: 30_001, onStdout: (text) => (heard += text) });
         return [heard.length, heard.startsWith("line 0\\nline 1\\n"), heard.split("\\n").every((line, i) => ("line " + i).startsWith(line))];`,
      );
      expect(heard).toEqual([30_001, true, true]);
    });

    it("ends a run by ending its worker, and goes on from the state before it", async () => {
      const seen = await evaluate(
        page,
        `const session = await Session.create({ fuel: Infinity, timeoutMs: Infinity });
         await session.run("x = ['kept']");
         const { error } = await session.run("x[0] = 'changed'\\nwhile True: pass", { reject: false, signal: AbortSignal.timeout(50) });
         const { value } = await session.run("x");
         await session.close();
         return [error.code, error.state, value];`,
      );
      expect(seen).toEqual(["ABORTED", "restored", ["kept"]]);
    });
  });

  it("the library and its worker may come from another origin", async () => {
    const elsewhere = await serve({ "Access-Control-Allow-Origin": "*" }, {});
    const page = await browser.open(isolation);
    const value = await evaluate(page, 'return (await run("6 * 7")).value', `${elsewhere.url}/dist/browser/index.js`);
    elsewhere.close();
    expect(value).toBe(42);
  });

  it("the example runs: output, value, a traceback, stop", async () => {
    const server = spawn(process.execPath, [
      fileURLToPath(new URL("../../../../examples/browser/server.mjs", import.meta.url)),
      "0",
    ]);
    const [line] = (await once(server.stdout, "data")) as [Buffer];
    const page = await browser.visit(line.toString().trim());
    const output = async (code?: string): Promise<string> => {
      if (code !== undefined) await page.fill("#code", code);
      await page.click("#run");
      await page.waitForSelector("#run:enabled");
      return (await page.textContent("#output"))!;
    };
    expect(await output()).toBe("the first ones:\n[2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]\n");
    expect(await page.textContent("#facts")).toMatch(/^\d+ units of fuel, \d+ ms$/);
    if (process.env["SCREENSHOT"]) await page.screenshot({ path: process.env["SCREENSHOT"] });
    expect(await output("primes(10)[9]")).toContain("IndexError");
    expect(await output("primes(10)")).toBe("[2, 3, 5, 7]\n");
    await page.fill("#code", "print('<b>on</b>')\nwhile True: pass");
    await page.click("#run");
    await page.getByText("<b>on</b>").waitFor();
    await page.click("#stop");
    await page.getByText("AbortedError").waitFor();
    server.kill();
  });
});
