import type { Value } from "../../result.js";
import type { HostFunction } from "../functions.js";
import { findAllowed } from "./allowList.js";
import { fetchTransport } from "./fetchTransport.js";
import { readGuestRequest } from "./guestRequest.js";
import type { GuestRequest } from "./guestRequest.js";
import { checkHeaders, dropHeaders, findHeader } from "./headers.js";
import type { ResolvedNetwork } from "./options.js";
import { RequestError } from "./requestError.js";
import { parseTarget, showUrl } from "./target.js";
import type { MakeTransport, Transport, TransportRequest, TransportResponse } from "./transport.js";

/** Statuses whose Location is followed (RFC 9110). */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Headers that say who asks; they stay with the origin that they were written for. */
const CREDENTIALS = ["authorization", "cookie"];

/** Headers of a body, which goes where a redirect turns the method into GET. */
const BODY_HEADERS = ["content-type", "content-encoding", "content-language", "content-location"];

/** The host function that packages/stdlib/lib/_http.py calls: no user's function can have such a name. */
export const NETWORK_CALL = "__fetch__";

/** What an answer has besides the body: headers, which Node bounds at 16 KiB, and URLs. */
const ANSWER_HEAD_BYTES = 512 * 1024;

/** Most bytes of an answer of `NETWORK_CALL`. */
export function maxAnswerBytes({ limits }: ResolvedNetwork): number {
  return limits.maxResponseBytes + ANSWER_HEAD_BYTES;
}

/** The layer between Python's requests and the world: every request, and every redirect, passes all checks. */
export class Network {
  readonly #options: ResolvedNetwork;
  readonly #loadTransport: () => Promise<MakeTransport>;
  #transport: Promise<Transport> | undefined;
  #made = 0;
  #run = new AbortController();

  constructor(options: ResolvedNetwork, loadTransport: () => Promise<MakeTransport>) {
    this.#options = options;
    this.#loadTransport = loadTransport;
  }

  /** A run begins. */
  begin(): void {
    this.#made = 0;
    this.#run = new AbortController();
  }

  /** The run is over, and so is a request that it was waiting for. */
  end(): void {
    this.#run.abort();
  }

  /** What the guest can call. */
  get hostFunctions(): [string, HostFunction][] {
    return [[NETWORK_CALL, (asked: Value) => this.request(asked)]];
  }

  /**
   * Makes the request that the guest describes, with its redirects.
   *
   * @throws {RequestError} where it is refused or fails.
   */
  async request(asked: Value | undefined): Promise<Value> {
    const { signal } = this.#run;
    const request = readGuestRequest(asked);
    const { limits } = this.#options;
    const timeoutMs = Math.min(limits.timeoutMs, request.timeoutMs ?? Infinity);
    const ended = new AbortController();
    const timer = setTimeout(
      () => ended.abort(new RequestError("Timeout", `no whole answer from ${showUrl(request.url)} in ${timeoutMs} ms`)),
      timeoutMs,
    );
    const end = (): void => ended.abort(new RequestError("ConnectionError", "the run has ended"));
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    try {
      return await orAborted(this.#follow(request, ended.signal), ended.signal);
    } catch (error) {
      // what a connection dies of once it is aborted says nothing
      if (ended.signal.aborted) throw ended.signal.reason;
      if (RequestError.is(error)) throw error;
      const { message } = (error ?? {}) as { message?: unknown };
      throw new RequestError(
        "ConnectionError",
        `the request failed: ${typeof message === "string" ? message : "no reason given"}`,
      );
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      // also what is left of a connection whose answer is of no use
      ended.abort();
    }
  }

  async #follow(asked: GuestRequest, signal: AbortSignal): Promise<Value> {
    const { maxRequestBytes, maxResponseBytes, maxRedirects } = this.#options.limits;
    let { method, body } = asked;
    let headers = checkHeaders(asked.headers, this.#options.headers);
    if (body !== undefined && body.length > maxRequestBytes) {
      throw new RequestError(
        "NotAllowed",
        `the request's body has ${body.length} bytes, more than ${maxRequestBytes} (network.maxRequestBytes)`,
      );
    }
    let url = parseTarget(asked.url);
    const history: Value[] = [];
    for (;;) {
      const response = await this.#send({ method, url, headers, body }, signal);
      const { status } = response;
      const location = REDIRECTS.includes(status) ? findHeader(response.headers, "location") : undefined;
      if (location === undefined || !asked.followRedirects) {
        const bytes = method === "HEAD" ? new Uint8Array() : await readAll(response.body, maxResponseBytes);
        return {
          status,
          reason: response.reason,
          url: url.href,
          headers: response.headers.map((header) => [...header]),
          body: bytes,
          history,
        };
      }
      if (history.length >= maxRedirects) {
        throw new RequestError("TooManyRedirects", `more than ${maxRedirects} redirects (network.maxRedirects)`);
      }
      // its body goes unread; the signal ends it in the end
      history.push({ status, url: url.href });
      const next = parseTarget(location, url);
      if (next.origin !== url.origin) headers = dropHeaders(headers, CREDENTIALS);
      if (method !== "HEAD" && (status === 303 || (method === "POST" && status < 303))) {
        method = "GET";
        body = undefined;
        headers = dropHeaders(headers, BODY_HEADERS);
      }
      url = next;
    }
  }

  /** One request, without redirects, after the checks that hold for each. */
  async #send(request: Omit<TransportRequest, "allowed">, signal: AbortSignal): Promise<TransportResponse> {
    const { allow, methods, limits } = this.#options;
    const allowed = findAllowed(allow, request.url);
    if (allowed === undefined) {
      throw new RequestError(
        "NotAllowed",
        `the host does not allow requests to ${showUrl(request.url)} (network.allow)`,
      );
    }
    if (!methods.has(request.method)) {
      throw new RequestError(
        "NotAllowed",
        `the host does not allow ${request.method} requests, only ${[...methods].join(", ")} (network.methods)`,
      );
    }
    if (this.#made >= limits.maxRequests) {
      throw new RequestError("NotAllowed", `more than ${limits.maxRequests} requests in one run (network.maxRequests)`);
    }
    this.#made++;
    this.#transport ??= this.#makeTransport();
    const transport = await this.#transport;
    signal.throwIfAborted();
    return transport({ ...request, allowed }, signal);
  }

  async #makeTransport(): Promise<Transport> {
    const { fetch, resolve } = this.#options;
    if (fetch !== undefined) return fetchTransport(fetch);
    return (await this.#loadTransport())({ resolve });
  }
}

/** What the promise gives, unless the signal comes first: also where nobody listens to the signal. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => undefined);
  const aborted = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
  });
  aborted.catch(() => undefined);
  return Promise.race([promise, aborted]);
}

async function readAll(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > maxBytes) {
      throw new RequestError(
        "ResponseTooLarge",
        `the response has more than ${maxBytes} bytes (network.maxResponseBytes)`,
      );
    }
    pieces.push(piece);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
