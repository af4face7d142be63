// A session is a cookie: the actor, when it was made, something random, and a MAC over all. The token against forged requests is a second MAC over the same. Who signs out is written down: a copy
// of the cookie is of no use then.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const LIFETIME_MS = 30 * 24 * 3600 * 1_000;

/** The name of the cookie. Ports share cookies, so it has the port's number in it. */
export const cookieName = (port: number): string => `micropython_agent_${port}`;

/** Where those are kept who have signed out. */
export interface SignedOut {
  signedOut(now: number): string[];
  signOut(cookie: string, until: number): void;
}

export class Cookies {
  readonly #key: Buffer;
  readonly #store: SignedOut;
  readonly #signedOut: Set<string>;

  /** @param key at least 32 random bytes that outlive the process. */
  constructor(key: Buffer, store: SignedOut) {
    this.#key = key;
    this.#store = store;
    this.#signedOut = new Set(store.signedOut(Date.now()));
  }

  issue(actor: string): string {
    const body = `${Buffer.from(actor).toString("base64url")}.${Date.now()}.${randomBytes(9).toString("base64url")}`;
    return `${body}.${this.#mac("session", body)}`;
  }

  /** The actor of a cookie that is genuine, not too old, and not signed out. */
  actorOf(cookie: string): string | undefined {
    const at = cookie.lastIndexOf(".");
    const body = cookie.slice(0, at);
    if (at < 0 || !same(cookie.slice(at + 1), this.#mac("session", body))) return undefined;
    const [actor, issued] = body.split(".");
    if (actor === undefined || !(Date.now() - Number(issued) < LIFETIME_MS) || this.#signedOut.has(body))
      return undefined;
    return Buffer.from(actor, "base64url").toString();
  }

  /** @param cookie a genuine one. */
  signOut(cookie: string): void {
    const body = cookie.slice(0, cookie.lastIndexOf("."));
    this.#signedOut.add(body);
    this.#store.signOut(body, Date.now() + LIFETIME_MS);
  }

  csrfOf(cookie: string): string {
    return this.#mac("csrf", cookie);
  }

  isCsrf(cookie: string, token: string): boolean {
    return same(token, this.csrfOf(cookie));
  }

  #mac(purpose: string, text: string): string {
    return createHmac("sha256", this.#key).update(`${purpose}\0${text}`).digest("base64url");
  }
}

/** Compares without telling by the time where they differ; that of their lengths it tells. */
export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
