import type { Value } from "../../result.js";
import { TOKEN } from "./headers.js";
import type { Header } from "./headers.js";
import { RequestError } from "./requestError.js";

/** What packages/stdlib/lib/_http.py sends. The guest may send anything. */
export interface GuestRequest {
  /** In capitals. */
  method: string;
  url: string;
  headers: readonly Header[];
  body: Uint8Array | undefined;
  /** Undefined: as the host's limit. */
  timeoutMs: number | undefined;
  followRedirects: boolean;
}

/** @throws {RequestError} where a part is not of its type. */
export function readGuestRequest(value: Value | undefined): GuestRequest {
  const { method, url, headers, body, timeout, redirects } = isDict(value) ? value : {};
  if (typeof method !== "string" || !TOKEN.test(method)) throw wrong("method");
  if (typeof url !== "string") throw wrong("URL");
  if (!Array.isArray(headers) || !headers.every(isHeader)) throw wrong("headers");
  if (body !== null && !(body instanceof Uint8Array)) throw wrong("body");
  if (timeout !== null && !(typeof timeout === "number" && timeout > 0)) throw wrong("timeout");
  return {
    method: method.toUpperCase(),
    url,
    headers,
    body: body ?? undefined,
    timeoutMs: timeout === null ? undefined : timeout * 1000,
    followRedirects: redirects === true,
  };
}

function isDict(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}

function isHeader(value: Value): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

function wrong(part: string): RequestError {
  return new RequestError("TypeError", `the request's ${part} is not of the right type`);
}
