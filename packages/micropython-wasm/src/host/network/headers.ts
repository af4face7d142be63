import { RequestError } from "./requestError.js";

export type Header = readonly [name: string, value: string];

/** What RFC 9110 calls a token: header names and methods. */
export const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}$/;

/** Headers that say where a message ends, or whose connection it is on. */
export const RESERVED_HEADER =
  /^(?:host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|http2-settings|proxy-.*)$/i;

/** Headers that `requests` and `urllib` send by themselves. */
const ALWAYS_ALLOWED: readonly string[] = ["accept", "content-type", "user-agent"];

const MAX_HEADERS = 64;
const MAX_HEADER_BYTES = 16 * 1024;

/**
 * The guest's headers. Accept-Encoding is left out: the layer decompresses, and asks for what it can.
 *
 * @param allowed lower-case names. Undefined: any.
 * @throws {RequestError} for one that is malformed, too large or not the guest's to set.
 */
export function checkHeaders(headers: readonly Header[], allowed: ReadonlySet<string> | undefined): Header[] {
  if (headers.length > MAX_HEADERS) throw invalid(`a request has ${headers.length} headers, more than ${MAX_HEADERS}`);
  let bytes = 0;
  for (const [name, value] of headers) {
    bytes += name.length + value.length;
    const shown = JSON.stringify(name.slice(0, 60));
    if (!TOKEN.test(name)) throw invalid(`${shown} is no name of a header`);
    // oxlint-disable-next-line no-control-regex
    if (!/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value)) {
      throw invalid(`the header ${shown} has a line break, a control character or one beyond Latin-1`);
    }
    if (RESERVED_HEADER.test(name)) throw invalid(`the header ${shown} is set by the host`);
    const known = name.toLowerCase();
    if (allowed !== undefined && !allowed.has(known) && !ALWAYS_ALLOWED.includes(known)) {
      throw new RequestError("NotAllowed", `the host does not allow the header ${shown} (network.headers)`);
    }
  }
  if (bytes > MAX_HEADER_BYTES) throw invalid(`the headers have more than ${MAX_HEADER_BYTES} bytes`);
  return headers.filter(([name]) => name.toLowerCase() !== "accept-encoding");
}

/** Without those of these lower-case names. */
export function dropHeaders(headers: readonly Header[], names: readonly string[]): Header[] {
  return headers.filter(([name]) => !names.includes(name.toLowerCase()));
}

/** The first value of a header, by its lower-case name. */
export function findHeader(headers: readonly Header[], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function invalid(message: string): RequestError {
  return new RequestError("InvalidHeader", message);
}
