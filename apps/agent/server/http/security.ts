import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { Cookies } from "../accounts/cookies.js";
import type { Accounts } from "../accounts/permissions.js";
import { HttpError } from "../errors.js";

/** What every handler behind `signedIn` finds. */
export interface Env {
  Bindings: HttpBindings;
  Variables: { actor: string; cookie: string };
}

export const contentSecurityPolicy = (styleNonce?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // the editor makes its styles itself
    `style-src 'self'${styleNonce === undefined ? "" : ` 'nonce-${styleNonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const common = {
  "Content-Security-Policy": contentSecurityPolicy(),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** Nothing of another origin is loaded, run or framed. They are set before the answer is made: one whose headers change afterwards has to be made twice. */
export const headers: MiddlewareHandler<Env> = async (c, next) => {
  for (const [name, value] of Object.entries(common)) c.header(name, value);
  await next();
};

/** Refuses names that only DNS could have brought here: a page of another site that resolves its own name to this machine. */
export function knownHost(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!hosts.has(host))
      throw new HttpError(
        403,
        `This server is not called ${JSON.stringify(host.slice(0, 100))}.`,
        "Use the address that it printed.",
      );
    const origin = c.req.header("origin");
    if (origin !== undefined && !hosts.has(origin.replace(/^https?:\/\//, "")))
      throw new HttpError(403, "Requests of other sites are refused.");
    await next();
  };
}

/** Wants the cookie of an actor; and where something is changed, the token that only our page knows. */
export function signedIn(cookies: Cookies, accounts: Accounts, name: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const cookie = getCookie(c, name) ?? "";
    const actor = cookies.actorOf(cookie);
    if (actor === undefined || !accounts.knows(actor))
      throw new HttpError(
        401,
        "You are not signed in.",
        "Open the link that the server printed, or sign in with your token.",
      );
    if (c.req.method !== "GET" && !cookies.isCsrf(cookie, c.req.header("x-csrf-token") ?? ""))
      throw new HttpError(403, "The request has no valid x-csrf-token.", "Reload the page.");
    c.set("actor", actor);
    c.set("cookie", cookie);
    await next();
  };
}

const MOST_BYTES = 2 * 1024 * 1024;

/** The body as JSON, of a length that does no harm. */
export async function body(c: Context<Env>): Promise<unknown> {
  if (!(c.req.header("content-type") ?? "").startsWith("application/json"))
    throw new HttpError(400, "The request must be application/json.");
  const text = new TextDecoder().decode(await bytes(c, MOST_BYTES));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpError(400, "The request is no JSON.");
  }
}

/** The body's bytes. @throws {HttpError} 413 as soon as there are more than `most`. */
export async function bytes(c: Context<Env>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of c.env.incoming as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) throw new HttpError(413, `The request has more than ${most} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
