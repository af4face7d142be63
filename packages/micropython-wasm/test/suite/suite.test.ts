import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Interpreter, Session } from "micropython-wasm";
import { bundle, isolation, noBrowser, openBrowser } from "../support/browser.js";
import { plain, play } from "./play.js";
import type { Case, Form, Seen } from "./play.js";
import { cases } from "./suite.js";

const interpreter: Form = {
  create: (options) => Interpreter.create({ rollback: true, ...options }),
  restore: (bytes, options) => Interpreter.restore(bytes, { rollback: true, ...options }),
};
const overJson = (seen: Seen[]): unknown => JSON.parse(JSON.stringify(plain(seen)));

/** What does not depend on the moment at which a stop comes. */
const repeatable = (seen: unknown): unknown[] =>
  (seen as Seen[])
    .filter(({ error }) => error?.["code"] !== "TIMEOUT")
    .map(({ fuelUsed, value, stdout, stderr }) => ({ fuelUsed, value, stdout, stderr }));

async function check(each: Case, seen: unknown): Promise<void> {
  const { steps, needs } = each;
  expect(seen).toMatchObject(steps.map(({ gives = {} }) => plain(gives) as object));
  const unexpected = (seen as Seen[]).filter(({ error }, i) => error !== undefined && !steps[i]!.gives?.error);
  expect(unexpected).toEqual([]);
  if (needs === undefined) expect(repeatable(seen)).toEqual(repeatable(overJson(await play(interpreter, each))));
}

/** How often a case is played where a busy machine kept the worker from answering in time: then it's terminated, and nobody knows what it had used. */
const attempts = 5;

async function playAnswered(once: () => Promise<unknown>): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const seen = await once();
    const unanswered = (seen as Seen[]).some(
      ({ error, fuelUsed }) => error?.["code"] === "TIMEOUT" && typeof fuelUsed !== "number",
    );
    if (!unanswered || attempt === attempts) return seen;
  }
}

const thatNeed = (unmet: Case["needs"]): [string, Case][] =>
  cases.filter(({ needs }) => needs === undefined || needs !== unmet).map((each) => [each.name, each]);

describe("Interpreter, in its own thread", () => {
  it.each(thatNeed("abort"))("%s", async (_, each) => {
    await check(each, overJson(await play(interpreter, each)));
  });
});

describe("Session, on a worker of Node's", () => {
  it.each(thatNeed("small stack"))("%s", async (_, each) => {
    await check(each, await playAnswered(async () => overJson(await play(Session, each))));
  });
});

describe.skipIf(noBrowser)("in Chromium (skipped where there is none)", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), bundle(new URL("page.ts", import.meta.url))]);
  });
  afterAll(() => browser.close());

  const forms: [string, Record<string, string>, string][] = [
    ["Session, on a page that is cross-origin isolated", isolation, "Session"],
    ["Session, on a page that is not", {}, "Session"],
    [
      "Interpreter, in the page's own thread",
      {},
      "{ create: (o) => Interpreter.create({ rollback: true, ...o }), restore: (b, o) => Interpreter.restore(b, { rollback: true, ...o }) }",
    ],
  ];
  describe.each(forms)("%s", (_, headers, form) => {
    let page: Awaited<ReturnType<typeof browser.open>>;
    beforeAll(async () => {
      page = await browser.open(headers, { "/suite.js": script });
      await page.evaluate(`
        Promise.all([import("/dist/browser/index.js"), import("/suite.js")]).then(([{ Session, Interpreter }, suite]) => {
          const form = ${form};
          window.playCase = async (i) => JSON.stringify(suite.plain(await suite.play(form, suite.cases[i])));
        })`);
    });

    it.each(thatNeed(form === "Session" ? undefined : "abort"))("%s", async (_, each) => {
      const once = async (): Promise<unknown> =>
        JSON.parse(await page.evaluate<string>(`playCase(${cases.indexOf(each)})`)) as unknown;
      await check(each, await playAnswered(once));
    });
  });
});
