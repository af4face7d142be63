import { RequestError } from "./requestError.js";

const MAX_URL_LENGTH = 8_192;

/** What a parser drops or turns into something else: the text would not be what is asked for. */
// oxlint-disable-next-line no-control-regex
const MISLEADING = /[\u0000-\u001f\u007f\\]/;

/**
 * Reads a URL that the guest, or a server's redirect, gave; everything after this looks at the parsed one only.
 *
 * @param base what a redirect is relative to.
 * @throws {RequestError} for what is no plain http or https URL.
 */
export function parseTarget(text: string, base?: URL): URL {
  const shown = showUrl(text);
  if (text.length > MAX_URL_LENGTH) throw invalid(`a URL has more than ${MAX_URL_LENGTH} characters: ${shown}`);
  if (MISLEADING.test(text)) throw invalid(`a backslash or control character in the URL ${shown}`);
  if (base === undefined && !/^https?:\/\/[^/?#]/i.test(text.trim())) {
    throw invalid(`a URL begins with https:// or http:// and a host; got ${shown}`);
  }
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw invalid(`not a URL: ${shown}`);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw invalid(`not an http or https URL: ${shown}`);
  // an empty user name leaves no trace in the parsed URL
  const authority = /^[^:/?#]*:?\/\/([^/?#]*)/.exec(text.trim())?.[1] ?? "";
  if (authority.includes("@") || url.username !== "" || url.password !== "") {
    throw invalid(`a user name or password in the URL ${shown}; use auth=(user, password)`);
  }
  if (url.hostname.endsWith(".")) throw invalid(`a host that ends with a dot in the URL ${shown}`);
  url.hash = "";
  // encoding makes it longer
  if (url.href.length > MAX_URL_LENGTH) throw invalid(`a URL has more than ${MAX_URL_LENGTH} characters: ${shown}`);
  return url;
}

/** A URL in a message: in one line, not endless, without what may be a password. */
export function showUrl(url: string | URL): string {
  const text = String(url).replace(/\/\/[^/?#]*@/, "//…@");
  // oxlint-disable-next-line no-control-regex
  const line = text.replace(/[\u0000-\u001f\u007f]/g, "�");
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function invalid(message: string): RequestError {
  return new RequestError("InvalidURL", message);
}
