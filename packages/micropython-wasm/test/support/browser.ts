import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

const executablePath = "/usr/bin/chromium";
const dist = new URL("../../dist/", import.meta.url);
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** Whether the tests in a browser are left out: in CI they must run. */
export const noBrowser = !existsSync(executablePath) && !process.env["CI"];

/** How long the browser may take to start, and a page for what a test waits for: below vitest's own, so that the failure says for what. */
const patienceMs = 120_000;

export function launchChromium(): Promise<Browser> {
  // As root, which CI is, Chromium runs without its own sandbox only.
  return chromium.launch({ executablePath, args: ["--no-sandbox"], timeout: patienceMs });
}

/** Pages that give a slow machine its time. */
export async function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patienceMs);
  return context;
}

/** How a server lets its pages share memory with their workers. */
export const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** Serves dist/ under /dist/, and the texts of `files` under their paths. */
export async function serve(
  headers: Record<string, string>,
  files: Record<string, string>,
): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = request.url!;
    const given = files[path];
    const content = given === undefined ? readFile(new URL(`.${path.replace(/^\/dist/, "")}`, dist)) : given;
    void Promise.resolve(content).then(
      (body) => response.writeHead(200, { ...headers, "Content-Type": types[extname(path)] ?? "text/html" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** Headless Chromium, for one test file. */
export async function openBrowser(): Promise<{
  /** An empty page, served with these headers; /lib.js is what an `import` of the package gives. Evaluates modules' expressions. */
  open(headers: Record<string, string>, files?: Record<string, string>): Promise<Page>;
  /** A page that somebody else serves. */
  visit(url: string): Promise<Page>;
  close(): Promise<void>;
}> {
  const browser = await launchChromium();
  const context = await newContext(browser);
  const servers: { close(): void }[] = [];
  const visit = async (url: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    visit,
    async open(headers, files = {}) {
      const server = await serve(headers, { "/": "<!doctype html><title>test</title>", ...files });
      servers.push(server);
      return visit(`${server.url}/`);
    },
    async close() {
      await browser.close();
      for (const server of servers) server.close();
    },
  };
}

/** A module of the tests and all that it imports, as one text that a page can load. */
export async function bundle(module: URL): Promise<string> {
  const { rolldown } = await import("rolldown");
  const build = await rolldown({ input: fileURLToPath(module), platform: "browser", external: /^micropython-wasm$/ });
  const { output } = await build.generate({ format: "es" });
  await build.close();
  return output[0].code;
}
