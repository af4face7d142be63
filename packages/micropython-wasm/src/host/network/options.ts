import { UsageError } from "../../errors.js";
import { parseAllowList } from "./allowList.js";
import type { AllowEntry, AllowedOrigin } from "./allowList.js";
import { RESERVED_HEADER, TOKEN } from "./headers.js";

/** The global `fetch`, or a function like it. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

/** The addresses of a host name. */
export type ResolveFunction = (hostname: string) => readonly string[] | Promise<readonly string[]>;

/** Which requests Python code can make, by `requests` and `urllib.request`. */
export interface NetworkOptions {
  /**
   * Where requests may go: origins, each perhaps with the beginning of a path, such as "https://api.example.com/v1/". Scheme, host and port are compared exactly; there
   * are no wildcards. A name must stand for public addresses only, unless its entry is `{ origin, allowPrivate: true }`; an entry may name an address itself, or
   * "localhost".
   */
  allow: readonly AllowEntry[];
  /** Default GET and HEAD. */
  methods?: readonly NetworkMethod[];
  /** Names of the headers that the guest may send, besides Accept, Content-Type and User-Agent. Default: any but those of the connection itself (Host, Content-Length, Connection and so on), which it never may. */
  headers?: readonly string[];
  /** Most requests in one run; each redirect counts. Default 100; 0 to 1,000,000. */
  maxRequests?: number;
  /** Longest body of a request, in bytes. Default 1 MiB; 0 to 64 MiB. */
  maxRequestBytes?: number;
  /** Longest body of a response, in bytes after decompression; a longer one is an error. Default 1 MiB; 0 to 64 MiB. */
  maxResponseBytes?: number;
  /** Longest time of a request with its redirects, in milliseconds; the run's `timeoutMs` holds as well. Default 10,000; from 1. */
  timeoutMs?: number;
  /** Most redirects that are followed. Default 5; 0 to 50. */
  maxRedirects?: number;
  /** Finds the addresses of a name, instead of the system. They are checked as the system's are. In Node only. */
  resolve?: ResolveFunction;
  /**
   * Makes the requests, instead of this library: for recording, caching, a proxy, or credentials that the guest never sees. It is called for what `allow`, `methods` and the
   * limits let through, once for each redirect, with `redirect: "manual"` and a signal. Which addresses a name stands for is then its own to check.
   */
  fetch?: FetchFunction;
}

export interface ResolvedNetwork {
  allow: readonly AllowedOrigin[];
  methods: ReadonlySet<string>;
  headers: ReadonlySet<string> | undefined;
  limits: NetworkLimits;
  resolve: ResolveFunction | undefined;
  fetch: FetchFunction | undefined;
}

type NetworkLimits = Required<
  Pick<NetworkOptions, "maxRequests" | "maxRequestBytes" | "maxResponseBytes" | "timeoutMs" | "maxRedirects">
>;

/** All that a guest may be allowed. */
export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

export type NetworkMethod = (typeof METHODS)[number];

const MAX_BODY_BYTES = 64 * 1024 * 1024;

const ranges: Record<keyof NetworkLimits, { initial: number; min: number; max: number }> = {
  maxRequests: { initial: 100, min: 0, max: 1_000_000 },
  maxRequestBytes: { initial: 1024 * 1024, min: 0, max: MAX_BODY_BYTES },
  maxResponseBytes: { initial: 1024 * 1024, min: 0, max: MAX_BODY_BYTES },
  timeoutMs: { initial: 10_000, min: 1, max: 2 ** 31 - 1 },
  maxRedirects: { initial: 5, min: 0, max: 50 },
};

/** @throws {UsageError} naming the option. */
export function resolveNetwork(options: unknown): ResolvedNetwork {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new UsageError('network must be an object such as { allow: ["https://api.example.com"] }');
  }
  const given = options as Record<keyof NetworkOptions, unknown>;
  return {
    allow: parseAllowList(given.allow),
    methods: new Set(names("methods", given.methods ?? ["GET", "HEAD"], checkMethod)),
    headers: given.headers === undefined ? undefined : new Set(names("headers", given.headers, checkHeader)),
    limits: resolveLimits(given),
    resolve: checkFunction("resolve", given.resolve) as ResolveFunction | undefined,
    fetch: checkFunction("fetch", given.fetch) as FetchFunction | undefined,
  };
}

function resolveLimits(given: Partial<Record<keyof NetworkLimits, unknown>>): NetworkLimits {
  const limits = Object.entries(ranges).map(([name, { initial, min, max }]) => {
    const value = given[name as keyof NetworkLimits] ?? initial;
    if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) {
      throw new UsageError(
        `network.${name} must be a whole number from ${min} to ${max}; got ${JSON.stringify(value)}`,
      );
    }
    return [name, value];
  });
  return Object.fromEntries(limits) as NetworkLimits;
}

function names(option: string, given: unknown, check: (name: string) => string): string[] {
  if (!Array.isArray(given) || !given.every((name) => typeof name === "string")) {
    throw new UsageError(`network.${option} must be an array of strings`);
  }
  return given.map(check);
}

function checkMethod(name: string): string {
  if ((METHODS as readonly string[]).includes(name)) return name;
  throw new UsageError(`network.methods: ${JSON.stringify(name)} is none of ${METHODS.join(", ")}`);
}

function checkHeader(name: string): string {
  if (TOKEN.test(name) && !RESERVED_HEADER.test(name)) return name.toLowerCase();
  throw new UsageError(`network.headers: ${JSON.stringify(name)} is no header that a guest could send`);
}

function checkFunction(option: string, given: unknown): unknown {
  if (given === undefined || typeof given === "function") return given;
  throw new UsageError(`network.${option} must be a function`);
}
