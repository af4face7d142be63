import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Context } from "hono";
import { HttpError } from "../errors.js";
import { contentSecurityPolicy } from "./security.js";
import type { Env } from "./security.js";

/** What vite has built. */
const web = new URL("../../web/", import.meta.url);

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The one page: what it shows, its script finds out from the path. */
export async function page(c: Context<Env>, status: 200 | 401): Promise<Response> {
  let html: string;
  try {
    html = await readFile(new URL("index.html", web), "utf8");
  } catch {
    throw new HttpError(500, "The page is not built.", "Run npm run build.");
  }
  const nonce = randomBytes(16).toString("base64");
  return c.body(html.replace("STYLE_NONCE", nonce), status, {
    "Content-Type": types[".html"]!,
    "Content-Security-Policy": contentSecurityPolicy(nonce),
  });
}

/** A script or style. Its name has its hash in it, so it never changes. */
export async function asset(c: Context): Promise<Response> {
  const [, name, extension] = /^\/assets\/([\w.-]+(\.\w+))$/.exec(c.req.path) ?? [];
  const type = extension === undefined ? undefined : types[extension];
  if (name === undefined || type === undefined) throw new HttpError(404, "There is nothing here.");
  try {
    const bytes = await readFile(new URL(`assets/${name}`, web));
    return c.body(bytes, 200, { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" });
  } catch {
    throw new HttpError(404, "There is nothing here.");
  }
}
