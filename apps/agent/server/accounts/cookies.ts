// A session is a cookie: the actor, when it was made, something random, and a MAC over all and over the actor's token: with another token it ends. The token against forged requests is a second MAC over the same. Who signs out is written down: a copy
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
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #signedOut: Set<string>;

  /** @param key at least 32 random bytes that outlive the process. @param tokens of each actor but root. */
  constructor(key: Buffer, store: SignedOut, tokens: ReadonlyMap<string, string>) {
    this.#key = key;
    this.#tokens = tokens;
    this.#store = store;
    this.#signedOut = new Set(store.signedOut(Date.now()));
  }

  issue(actor: string): string {
    const body = `${Buffer.from(actor).toString("base64url")}.${Date.now()}.${randomBytes(9).toString("base64url")}`;
    return `${body}.${this.#mac(`session\0${this.#tokens.get(actor) ?? ""}`, body)}`;
  }

  /** The actor of a cookie that is genuine, not too old, and not signed out. */
  actorOf(cookie: string): string | undefined {
    const at = cookie.lastIndexOf(".");
    if (at < 0) return undefined;
    const body = cookie.slice(0, at);
    const [encoded = "", issued] = body.split(".");
    const actor = Buffer.from(encoded, "base64url").toString();
    const mac = this.#mac(`session\0${this.#tokens.get(actor) ?? ""}`, body);
    const genuine = same(cookie.slice(at + 1), mac) && Date.now() - Number(issued) < LIFETIME_MS;
    return genuine && !this.#signedOut.has(body) ? actor : undefined;
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
