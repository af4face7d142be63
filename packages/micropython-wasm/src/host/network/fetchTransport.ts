import type { Header } from "./headers.js";
import type { FetchFunction } from "./options.js";
import { RequestError } from "./requestError.js";
import type { Transport } from "./transport.js";

/** Requests by a function like the global `fetch`. No cookie and no other credential of a page goes along. */
export function fetchTransport(fetch: FetchFunction): Transport {
  return async ({ method, url, headers, body }, signal) => {
    const response = await fetch(url.href, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body !== undefined && { body: body.slice() }),
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal,
    });
    if (response.type === "opaqueredirect") {
      throw new RequestError("ConnectionError", "the server redirects, which cannot be followed in a browser");
    }
    return {
      status: response.status,
      reason: response.statusText,
      headers: [...(response.headers as unknown as Iterable<Header>)],
      body: readBody(response.body),
    };
  };
}

/** Not every engine can iterate over a stream. */
async function* readBody(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (stream === null) return;
  const reader = stream.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // the rest is not wanted; nobody waits for it
    reader.cancel().catch(() => undefined);
  }
}
