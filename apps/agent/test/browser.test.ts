// The page in Chromium, against the real server and a scripted model. The screenshots of the documents are made here.
import { mkdtempSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { launchChromium, newContext, noBrowser } from "../../../packages/micropython-wasm/test/support/browser.js";
import { startAgent } from "./support/agent.js";
import { scriptedModel } from "./support/scriptedModel.js";
import type { Turn } from "./support/scriptedModel.js";

/** With UPDATE_SCREENSHOTS=1 the images of the documents are made anew. */
const images = process.env["UPDATE_SCREENSHOTS"]
  ? new URL("../../../docs/agent/images/", import.meta.url).pathname
  : undefined;

const FIBONACCI = `def fib(n):
    numbers = [0, 1]
    while len(numbers) < n:
        numbers.append(numbers[-1] + numbers[-2])
    return numbers

print("First 10 Fibonacci numbers:", fib(10))`;
const OUTPUT = "First 10 Fibonacci numbers: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]";
const python = (code: string): Turn => ({
  calls: [{ name: "execute_micropython", args: { python: code, show_result: true } }],
});

describe.skipIf(noBrowser)("the page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** A page that has signed in as root. Errors of its own end the test. */
  async function open(
    decide: (last: string, results: unknown[]) => Turn,
    path = "/",
    options: Parameters<typeof startAgent>[0] = {},
  ): Promise<{ page: Page; url: string; folder: string }> {
    const model = await scriptedModel(decide);
    onTestFinished(() => model.close());
    const server = await startAgent({ modelUrl: model.url, ...options });
    const context = await newContext(browser, { viewport: { width: 1200, height: 820 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const problems: string[] = [];
    page.on(
      "console",
      (message) =>
        message.type() === "error" && !/status of 4\d\d/.test(message.text()) && problems.push(message.text()),
    );
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("dialog", (dialog) => {
      if (dialog.type() !== "confirm") problems.push(`a dialog: ${dialog.message()}`);
      void dialog.accept();
    });
    onTestFinished(() => expect(problems).toEqual([]));
    await page.goto(server.loginUrl);
    await page.goto(server.url + path);
    return { page, url: server.url, folder: server.folder };
  }

  /** Not before the last answer is over: until then Enter does nothing, though all of the answer may be seen. */
  const say = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel("Message").fill(text);
    await page.locator("button:enabled", { hasText: "Send" }).waitFor();
    await page.getByLabel("Message").press("Enter");
  };

  /** Replaces what is in the editor, and runs it: not before the last run is over. */
  const runInEditor = async (page: Page, text: string): Promise<void> => {
    await page.locator(".cm-content").fill(text);
    await page.locator("button:enabled", { hasText: /^Run$/ }).waitFor();
    await page.locator(".cm-content").press("Control+Enter");
  };

  const shoot = async (page: Page, name: string): Promise<void> => {
    if (images === undefined) return;
    mkdirSync(images, { recursive: true });
    await page.screenshot({ path: join(images, `${name}.png`) });
  };

  it("shows some micropython: the call, the code, its output, the text; and the state carries over", async () => {
    const { page } = await open((last, results) => {
      if (last.includes("some micropython"))
        return results.length === 0
          ? { thinking: "Fibonacci is short.", ...python(FIBONACCI) }
          : { text: "These are the **first ten**." };
      return results.length === 0 ? python("fib(12)[-1]") : { text: "That was the twelfth." };
    }, "/-/agent");
    await say(page, "show me some micropython");
    await page.getByText("first ten").waitFor();
    await expect.poll(() => page.getByLabel("Python", { exact: true }).textContent()).toBe(FIBONACCI);
    await expect.poll(() => page.getByLabel("Output").textContent()).toBe(`${OUTPUT}\n`);
    await expect.poll(() => page.locator(".tok-keyword").count()).toBeGreaterThan(2);
    await expect.poll(() => page.locator("strong", { hasText: "first ten" }).count()).toBe(1);
    await page.getByText("Thought").click();
    await page.getByText("Fibonacci is short.").waitFor();
    await shoot(page, "chat");
    await say(page, "and the twelfth?");
    await page.getByText("That was the twelfth.").waitFor();
    await expect.poll(() => page.getByLabel("Output").last().textContent()).toBe("89\n");
  });

  it("shows a loop that ran out of fuel, and goes on", async () => {
    const { page } = await open(
      (last, results) =>
        results.length > 0 ? { text: `seen ${last}` } : python(last === "loop" ? "while True: pass" : "print('fine')"),
      "/-/agent",
    );
    await say(page, "loop");
    await page.getByText("seen loop").waitFor();
    await expect.poll(() => page.getByLabel("Output").textContent()).toContain("FuelExhaustedError");
    await say(page, "next");
    await page.getByText("seen next").waitFor();
    await expect.poll(() => page.getByLabel("Output").last().textContent()).toBe("fine\n");
  });

  it("asks before it writes; Yes and No; tables and charts", async () => {
    const { page } = await open((last, results) => {
      if (results.length > 0) return { text: `answer to ${last}: ${JSON.stringify(results[0])}` };
      if (last === "chart")
        return {
          calls: [
            {
              name: "render_chart",
              args: {
                spec: {
                  mark: "bar",
                  encoding: { x: { field: "month", type: "ordinal" }, y: { field: "revenue", type: "quantitative" } },
                },
                database: "sample",
                sql: "SELECT * FROM revenue_by_month",
              },
            },
          ],
        };
      if (last === "table")
        return { calls: [{ name: "sql_query", args: { database: "sample", sql: "SELECT * FROM products" } }] };
      return {
        calls: [
          {
            name: "execute_write_sql",
            args: {
              database: "sample",
              sql: `DELETE FROM order_lines WHERE order_id = ${last}`,
              purpose: `Remove the lines of order ${last}`,
            },
          },
        ],
      };
    }, "/-/agent");
    await say(page, "chart");
    await page.locator(".chart canvas").waitFor();
    await page.getByText("answer to chart").waitFor();
    await shoot(page, "chart");
    // The canvas is there before the drawing: "" until then.
    const drawn = (): Promise<string> =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".chart canvas")!;
        const blank = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
        const image = canvas.toDataURL();
        return image === blank.toDataURL() ? "" : image;
      });
    const settled = async (): Promise<string> => {
      let image = "";
      const changes = async (): Promise<boolean> => {
        const before = image;
        image = await drawn();
        return image === "" || image !== before;
      };
      await expect.poll(changes, { interval: 500 }).toBe(false);
      return image;
    };
    const light = await settled();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(settled).not.toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(drawn).toBe(light);
    await say(page, "table");
    await page.getByRole("cell", { name: "Espresso beans 1 kg" }).waitFor();
    await page.getByText("answer to table").waitFor();
    await say(page, "3");
    await page.getByLabel("SQL", { exact: true }).getByText("DELETE FROM order_lines WHERE order_id = 3").waitFor();
    await shoot(page, "question");
    await page.reload();
    await page.getByRole("button", { name: "Yes, do it" }).click();
    await page.getByText('answer to 3: {"changes":').waitFor();
    await say(page, "4");
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByText("answer to 4").waitFor();
    await page.getByText("you said no").waitFor();
  });

  it("stops in the middle, and a page that is loaded again in the middle sees everything", async () => {
    const words = Array.from({ length: 300 }, (_, i) => `word${i}`).join(" ");
    const { page } = await open(
      (last) => (last === "long" ? { text: "endless ", endless: true, delayMs: 40 } : { text: words, delayMs: 2 }),
      "/-/agent",
    );
    await say(page, "short");
    await page.getByText(/word5\b/).waitFor();
    await page.reload();
    await page.getByText(/word299\b/).waitFor();
    await page
      .getByRole("button", { name: "New conversation" })
      .or(page.getByRole("link", { name: "New conversation" }))
      .click();
    await say(page, "long");
    await page.getByText("endless endless").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped.").waitFor();
  });

  it("exports, renames and deletes", async () => {
    const { page } = await open(() => ({ text: "Hello there." }), "/-/agent");
    await say(page, "hello");
    await page.getByText("Hello there.").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Markdown" }).click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toBe("# hello\n\n## You\n\nhello\n\nHello there.\n");
    await page.getByRole("button", { name: "Rename hello" }).click();
    await page.getByLabel("Title").fill("Greetings");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Rename Greetings" }).waitFor();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText("None yet.").waitFor();
  });

  it("runs Python in the playground", async () => {
    const { page } = await open(() => ({}), "/-/python");
    await page.locator(".cm-content").waitFor();
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByText("equipment 4").waitFor();
    await page.getByLabel("The last run").waitFor();
    await shoot(page, "python");
    await runInEditor(page, "x = 41\nx + 1");
    await page.getByLabel("Output").first().getByText("42").waitFor();
    await page.getByText("Explain what is available").click();
    await page.getByText("def read_only_sql_query").waitFor();
  });

  it("browses tables and runs SQL", async () => {
    const { page } = await open(() => ({}));
    await page.getByRole("link", { name: "products" }).click();
    await page.getByRole("button", { name: "price_cents" }).click();
    await expect.poll(() => page.locator("tbody tr").first().textContent()).toContain("Paper filters");
    await shoot(page, "rows");
    await page.getByRole("link", { name: "SQL" }).click();
    await runInEditor(page, "SELECT count(*) AS n FROM orders");
    await page.getByRole("cell", { name: "240" }).waitFor();
    // afresh: to replace text, Chromium sets styles of its own, which the policy forbids and the console reports
    await page.reload();
    await runInEditor(page, "DROP TABLE orders");
    await page
      .getByRole("alert")
      .getByText(/read-only/)
      .waitFor();
  });

  it("keeps what is typed into the editor, however fast", async () => {
    const { page } = await open(() => ({}), "/db/sample/sql");
    await page.locator(".cm-content").click();
    const text = "SELECT 0123456789 AS digits, 'abcdefghijklmnopqrstuvwxyz' AS letters";
    // each key in a task of its own, and none waits for the page to be painted
    await page.evaluate(async (keys) => {
      for (const key of keys) {
        document.execCommand("insertText", false, key);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, text);
    await expect.poll(() => page.locator(".cm-content").textContent()).toBe(text);
    await page.locator(".cm-content").press("Control+Enter");
    await page.getByRole("cell", { name: "abcdefghijklmnopqrstuvwxyz" }).waitFor();
  });

  it("runs nothing that code, output, cells, charts, Markdown, names and titles bring along", async () => {
    const attack = `<img src=x onerror="alert(1)"></script><script>alert(2)</script>`;
    const folder = mkdtempSync(join(tmpdir(), "xss-"));
    const path = join(folder, `${attack.replaceAll("/", "").slice(0, 80)}.db`);
    const database = new DatabaseSync(path);
    database.exec(
      `CREATE TABLE "${attack.replaceAll('"', '""')}" (a); INSERT INTO "${attack.replaceAll('"', '""')}" VALUES ('${attack.replaceAll("'", "''")}')`,
    );
    database.close();
    const name = path.slice(path.lastIndexOf("/") + 1, -".db".length);
    const { page } = await open(
      (last, results) => {
        if (results.length > 0)
          return {
            text: `${attack}\n\n[link](javascript:alert(3)) <a href="javascript:alert(4)">x</a> ![i](https://evil.example/x.png)\n\nend of ${last.slice(0, 5)}`,
          };
        if (last === "chart")
          return {
            calls: [
              {
                name: "render_chart",
                args: {
                  spec: {
                    title: attack,
                    mark: { type: "text", href: "javascript:alert(5)" },
                    encoding: { text: { value: attack }, tooltip: { value: attack } },
                    data: { values: [{ a: 1 }] },
                  },
                },
              },
            ],
          };
        if (last === "cells")
          return {
            calls: [
              {
                name: "sql_query",
                args: {
                  database: name,
                  sql: `SELECT *, '${attack.replaceAll("'", "''")}' AS "${attack.replaceAll('"', '""')}" FROM "${attack.replaceAll('"', '""')}"`,
                },
              },
            ],
          };
        return {
          thinking: attack,
          ...python(`print(${JSON.stringify(attack)})\n"\\u202eabc"\nraise Exception(${JSON.stringify(attack)})`),
        };
      },
      "/-/agent",
      { databases: { [name]: path } },
    );
    await page.context().route(/evil\.example/, (route) => {
      throw new Error(`the page has asked for ${route.request().url()}`);
    });
    for (const text of [attack, "chart", "cells"]) {
      await say(page, text);
      await page.getByText(`end of ${text.slice(0, 5)}`).waitFor();
    }
    await page.getByText("Thought").first().click();
    await expect.poll(() => page.getByText("<img src=x onerror").count()).toBeGreaterThan(4);
    expect(await page.locator("#app img, #app script, #app [onerror], #app a[href^=javascript]").count()).toBe(0);
    await page.getByRole("link", { name: "Databases" }).click();
    await page.getByRole("link", { name }).first().click();
    await page.getByText("1 row").waitFor();
    expect(await page.locator("#app img, #app script").count()).toBe(0);
  });

  it("can be used with the keyboard and a screen reader, on a phone, in the dark", async () => {
    const { page, url } = await open(() => ({ text: "Hello." }), "/-/agent");
    await say(page, "hello");
    await page.getByText("Hello.").waitFor();
    for (const path of ["/", "/db/sample", "/db/sample/t/orders", "/db/sample/sql", "/-/agent", "/-/python"]) {
      await page.goto(url + path);
      await page.locator("main h1, main h2").first().waitFor();
      await expect.poll(() => page.title()).toContain("micropython-agent");
      // every control has a name
      const unnamed = await page.evaluate(() =>
        [...document.querySelectorAll("button, a, input, select, textarea, [role=textbox]")]
          .filter((element) => {
            const labels = (element as HTMLInputElement).labels;
            return !(
              element.textContent.trim() ||
              element.getAttribute("aria-label") ||
              (labels !== null && labels !== undefined && labels.length > 0)
            );
          })
          .map((element) => element.outerHTML),
      );
      expect(unnamed).toEqual([]);
      // what there is to be reached may still be on its way
      await expect
        .poll(async () => {
          await page.keyboard.press("Tab");
          return page.evaluate(() => document.activeElement?.tagName);
        })
        .not.toBe("BODY");
    }
    await page.setViewportSize({ width: 360, height: 700 });
    for (const path of ["/", "/db/sample/t/orders", "/-/agent", "/-/python"]) {
      await page.goto(url + path);
      await page.locator("main h1, main h2").first().waitFor();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    await page.goto(`${url}/nowhere`);
    await page.getByText("There is nothing here").waitFor();
    await page.goto(`${url}/-/agent`);
    await page.getByRole("link", { name: "hello" }).click();
    await page.getByText("Hello.").waitFor();
    const bottomOfSend = async (): Promise<number> => {
      const { y, height } = (await page.getByRole("button", { name: "Send" }).boundingBox())!;
      return y + height;
    };
    await expect.poll(bottomOfSend).toBeLessThanOrEqual(700);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [text, background] of [
        ["--ink", "--paper"],
        ["--soft", "--card"],
        ["--accent", "--card"],
        ["--on-accent", "--accent"],
        ["--bad", "--bad-tint"],
        ["--soft", "--paper"],
      ])
        expect(
          await contrast(page, text!, background!),
          `${text} on ${background}, ${colorScheme}`,
        ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("loads under 250 kB before the editor and the charts, and nothing from elsewhere", async () => {
    const { page, url } = await open(() => ({}), "/");
    let bytes = 0;
    page.on("response", (response) => {
      expect(response.url().startsWith(url)).toBe(true);
      bytes += Number(response.headers()["content-length"] ?? 0);
    });
    await page.goto(`${url}/-/agent`);
    await page.getByLabel("Message").waitFor();
    expect(bytes).toBeLessThan(250_000);
  });
});

/** The ratio of WCAG 2 between two colours of the style sheet. */
function contrast(page: Page, text: string, background: string): Promise<number> {
  return page.evaluate(
    ([first, second]) => {
      const luminance = (name: string): number => {
        const probe = document.createElement("div");
        probe.style.color = `var(${name})`;
        document.body.append(probe);
        const parts = getComputedStyle(probe)
          .color.match(/[\d.]+/g)!
          .slice(0, 3)
          .map((part) => Number(part) / 255);
        probe.remove();
        const [r, g, b] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      const [light, dark] = [luminance(first!), luminance(second!)].toSorted((a, b) => b - a);
      return (light! + 0.05) / (dark! + 0.05);
    },
    [text, background],
  );
}
