import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { UsageError } from "micropython-wasm";
import { Refusal } from "./refusal.js";

const MIN_TOKEN_CHARS = 16;
const loopback = new Set(["localhost", "127.0.0.1", "::1"]);

export interface GuardOptions {
  /** The address that the server binds to. */
  host: string;
  token: string | undefined;
  /** Names by which clients may call the server, besides. */
  allowedHosts: readonly string[];
}

/** Decides who may speak to the server: no page of a browser, by whatever name it found it, and nobody without the token. */
export class Guard {
  readonly #names: ReadonlySet<string>;
  /** A page can make a name of its own lead here, but not an address. */
  readonly #anyAddress: boolean;
  readonly #tokenHash: Buffer | undefined;

  /** @throws {UsageError} where the address is not loopback and there is no token, or a short one. */
  constructor({ host, token, allowedHosts }: GuardOptions) {
    const elsewhere = !loopback.has(host);
    if (elsewhere && token === undefined)
      throw new UsageError(`a server on ${host} needs a token; without one it binds to loopback only`);
    if (token !== undefined && token.length < MIN_TOKEN_CHARS)
      throw new UsageError(`the token must have at least ${MIN_TOKEN_CHARS} characters`);
    this.#names = new Set([...loopback, host.toLowerCase(), ...allowedHosts.map((name) => name.toLowerCase())]);
    this.#anyAddress = elsewhere;
    this.#tokenHash = token === undefined ? undefined : hash(token);
  }

  /** @throws {Refusal} 401 or 403. */
  check({ headers: { host, origin, authorization } }: IncomingMessage): void {
    if (!this.#knows(hostnameOf(`http://${host}`))) throw new Refusal(403, "this server is not known by that Host");
    if (origin !== undefined && !this.#knows(hostnameOf(origin)))
      throw new Refusal(403, "pages of that Origin may not call this server");
    if (this.#tokenHash === undefined) return;
    const [, given] = /^Bearer (.+)$/i.exec(authorization ?? "") ?? [];
    // Hashes have one length, so the time says nothing about the token.
    if (given === undefined || !timingSafeEqual(hash(given), this.#tokenHash))
      throw new Refusal(401, "this server needs its bearer token", { headers: { "WWW-Authenticate": "Bearer" } });
  }

  #knows(hostname: string | undefined): boolean {
    return hostname !== undefined && (this.#names.has(hostname) || (this.#anyAddress && isIP(hostname) !== 0));
  }
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Without port and brackets, in lower case; undefined for what is more, or less, than a scheme and a host. */
function hostnameOf(origin: string): string | undefined {
  if (!/^[\w.+-]+:\/\/[^@/?#\\]+$/.test(origin) || !URL.canParse(origin)) return undefined;
  return new URL(origin).hostname.replaceAll(/^\[|\]$/g, "") || undefined;
}
