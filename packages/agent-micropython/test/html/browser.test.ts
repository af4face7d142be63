// What code prints stays text: shown by a real browser, without a Content-Security-Policy that would help.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { noBrowser, openBrowser } from "../../../micropython-wasm/test/support/browser.js";
import { PythonTool } from "../../src/index.js";

const hit = "window.hit=1";

const attacks = [
  `<img src=x onerror="${hit}">`,
  `</script><!--`,
  `<!--`,
  `-->`,
  `]]>`,
  `</pre></div><script>${hit}</script>`,
  `<svg onload=${hit}>`,
  `<svg><script>${hit}</script></svg>`,
  `<iframe srcdoc="<script>parent.${hit}</script>"></iframe>`,
  `<a href="javascript:${hit}">x</a>`,
  `<base href="http://attacker.invalid/">`,
  `<meta http-equiv="refresh" content="0;url=http://attacker.invalid/">`,
  `<link rel=stylesheet href=http://attacker.invalid/x.css>`,
  `<style>* { background: url(http://attacker.invalid/) }</style>`,
  `<form action=http://attacker.invalid/><input autofocus onfocus=${hit}>`,
  `<details open ontoggle=${hit}>`,
  `<noscript><p title="</noscript><img src=x onerror=${hit}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${hit}&gt;">`,
  `<template><img src=x onerror=${hit}></template>`,
  `&lt;img src=x onerror=${hit}&gt;`,
  `&#60;img src=x onerror=${hit}&#62;`,
  `+ADw-script+AD4-${hit}+ADw-/script+AD4-`,
  `<\0img src=x onerror=${hit}>`,
  `" onmouseover=${hit} x="`,
  `' autofocus onfocus=${hit} x='`,
  `\` onclick=${hit} x=\``,
  `\u202Eexe.gpj\u2066 \u2069\u200F\u061C`,
  `\u001b[31mred\u001b[0m \u001b]8;;http://attacker.invalid/\u0007link\u001b]8;;\u0007 \u009b2J`,
  `\u2028\u2029\uFEFF\u{E0041}`,
];

describe.skipIf(noBrowser)("in Chromium (skipped where there is none)", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const python = new PythonTool({ wallClockTimeoutSeconds: 30 });
  const alarms: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.open({});
    page.on("request", (request) => alarms.push(`request ${request.url()}`));
    page.on("dialog", (dialog) => void alarms.push("dialog", dialog.message()));
    page.on("pageerror", (error) => alarms.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await python.close();
  });

  /** The HTML of a call, in the page as an application puts it there. */
  async function show(source: string): Promise<{ tags: string[]; attributes: string[]; text: string }> {
    const { _html } = await python.execute({ python: source, show_result: true }, { conversation: "a" });
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(_html!)}; 0`);
    // what was to run has had the time for it
    await page.waitForTimeout(20);
    return page.evaluate(`(() => {
      const all = [...document.body.querySelectorAll("*")];
      return {
        tags: [...new Set(all.map((element) => element.tagName))],
        attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
        text: document.body.textContent,
      };
    })()`);
  }

  function inert({ tags, attributes, text }: Awaited<ReturnType<typeof show>>): void {
    expect(tags.filter((tag) => !["DIV", "PRE"].includes(tag))).toEqual([]);
    expect(attributes.filter((name) => !["class", "dir"].includes(name))).toEqual([]);
    expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    expect(alarms).toEqual([]);
  }

  it("the test would notice", async () => {
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(attacks[0]!)}; 0`);
    await page.waitForFunction("window.hit === 1");
    expect(alarms.join()).toMatch(/^request .*\/x$/);
    alarms.length = 0;
    await page.evaluate("delete window.hit");
  });

  it.each(attacks.map((attack) => [JSON.stringify(attack), attack]))("%s", async (_, attack) => {
    const literal = `${pythonBytes(attack)}.decode()`;
    const programs = [
      `print(${literal})`,
      `import sys\nsys.stderr.write(${literal})`,
      literal,
      `raise ValueError(${literal})`,
      // in the code itself, as far as Python takes it
      `# ${attack.replaceAll(/[\0\n\r\u2028\u2029]/g, "")}\nprint(1)`,
      `print('''${attack.replaceAll(/[\0']/g, "")}''')`,
    ];
    for (const program of programs) inert(await show(program));
    expect(await page.evaluate("window.hit")).toBeUndefined();
    const { text } = await show(`print(${literal})`);
    // seen as it is, or as an escape
    const seen = attack.replaceAll(/[^\x20-\x7e]/gu, "");
    expect(text.replaceAll(/\\(?:x..|u....|U........)/g, "")).toContain(seen);
  });

  it("all of them in one page, as a document", async () => {
    const sources = attacks.map((attack) => `print(${pythonBytes(attack)}.decode())`);
    const parts: string[] = [];
    for (const source of sources)
      parts.push((await python.execute({ python: source, show_result: true }, { conversation: "a" }))._html!);
    const other = await browser.open(
      {},
      { "/": `<!doctype html><meta charset=utf-8><title>x</title>${parts.join("")}` },
    );
    await other.waitForTimeout(100);
    expect(await other.evaluate("[window.hit, document.scripts.length, document.images.length]")).toEqual([
      undefined,
      0,
      0,
    ]);
    expect(await other.evaluate("document.querySelectorAll('div').length")).toBe(attacks.length);
  });
});

/** Source of a bytes literal with the text's UTF-8. */
function pythonBytes(text: string): string {
  const escaped = [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`);
  return `b"${escaped.join("")}"`;
}
