import { lookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import type { IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import type { LookupFunction } from "node:net";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { isLoopback, isPublic } from "./addresses.js";
import type { AllowedOrigin } from "./allowList.js";
import { withoutBrackets } from "./allowList.js";
import { findHeader } from "./headers.js";
import type { Header } from "./headers.js";
import type { ResolveFunction } from "./options.js";
import { RequestError } from "./requestError.js";
import type { MakeTransport, TransportRequest } from "./transport.js";

const MAX_RESPONSE_HEADER_BYTES = 16 * 1024;
const MAX_RESPONSE_HEADERS = 256;

/** Methods that mean to send a body, even where it is empty (RFC 9110). */
const NEED_LENGTH: readonly string[] = ["POST", "PUT", "PATCH"];

/** Requests by Node's own client, each on a connection of its own, to an address that was checked. */
export const makeNodeTransport: MakeTransport =
  ({ resolve = resolveBySystem }) =>
  async (request, signal) => {
    const addresses = await findAddresses(request, resolve);
    signal.throwIfAborted();
    const response = await send(request, addresses, signal);
    return {
      status: response.statusCode ?? 0,
      reason: response.statusMessage ?? "",
      headers: readHeaders(response),
      body: decompress(response),
    };
  };

async function resolveBySystem(hostname: string): Promise<string[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
}

/** Where to connect. One address that is not permitted is enough to refuse the name: the next answer may have it first. */
async function findAddresses({ url, allowed }: TransportRequest, resolve: ResolveFunction): Promise<string[]> {
  const host = withoutBrackets(url.hostname);
  // an entry that names an address permits it
  if (isIP(host) !== 0) return [host];
  let addresses: readonly string[];
  try {
    addresses = [...(await resolve(host))];
  } catch {
    throw new RequestError("ConnectionError", `the name ${host} cannot be resolved`);
  }
  if (addresses.length === 0) throw new RequestError("ConnectionError", `the name ${host} has no address`);
  if (addresses.every((address) => isPermitted(address, allowed))) return [...addresses];
  throw new RequestError(
    "NotAllowed",
    `the name ${host} stands for an address that is not public; the host can allow that by { origin, allowPrivate: true } in network.allow`,
  );
}

function isPermitted(address: string, { host, allowPrivate }: AllowedOrigin): boolean {
  if (isIP(address) === 0) return false;
  return allowPrivate || isPublic(address) || (host === "localhost" && isLoopback(address));
}

function send(
  { method, url, headers, body }: TransportRequest,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  // an array of headers stands for all that Node would write itself
  const sent = ["Host", url.host, "Connection", "close", "Accept-Encoding", "gzip, br", ...headers.flat()];
  if (findHeader(headers, "user-agent") === undefined) sent.push("User-Agent", "micropython-wasm");
  if (findHeader(headers, "accept") === undefined) sent.push("Accept", "*/*");
  if (body !== undefined || NEED_LENGTH.includes(method)) sent.push("Content-Length", String(body?.length ?? 0));
  return new Promise((resolve, reject) => {
    const request = start(url, {
      method,
      headers: sent,
      signal,
      // none that another request may have opened, and no proxy of the environment's
      agent: false,
      lookup: pinnedTo(addresses),
      maxHeaderSize: MAX_RESPONSE_HEADER_BYTES,
      rejectUnauthorized: true,
    });
    request.maxHeadersCount = MAX_RESPONSE_HEADERS;
    request.on("response", (response) => {
      // it may come when nobody reads the body
      response.on("error", () => {});
      resolve(response);
    });
    request.on("upgrade", (_response, socket) => socket.destroy());
    request.on("error", (error: NodeJS.ErrnoException) => reject(failure(url, error)));
    request.on("close", () => reject(failure(url, { code: "the connection was closed" })));
    request.end(body);
  });
}

/** Only the code: the message names addresses. */
function failure({ origin }: URL, { code }: { code?: string }): RequestError {
  return new RequestError("ConnectionError", `no answer from ${origin}: ${code ?? "the connection failed"}`);
}

/** Answers Node's question for the name by the addresses that were checked. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const answers = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, { all }, callback) => {
    if (all === true) callback(null, answers);
    else callback(null, answers[0]!.address, answers[0]!.family);
  };
}

function readHeaders({ rawHeaders }: IncomingMessage): Header[] {
  const headers: Header[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.push([rawHeaders[i]!, rawHeaders[i + 1]!]);
  return headers;
}

/** The body as it was before its Content-Encoding; what was not asked for stays as it is. A body that nobody reads is not decompressed. */
async function* decompress(response: IncomingMessage): AsyncGenerator<Uint8Array> {
  const decoder = makeDecoder(findHeader(readHeaders(response), "content-encoding")?.trim().toLowerCase());
  if (decoder === undefined) return yield* response;
  response.on("error", (error) => decoder.destroy(error));
  try {
    yield* response.pipe(decoder);
  } finally {
    response.destroy();
  }
}

function makeDecoder(coding: string | undefined): Transform | undefined {
  if (coding === "gzip" || coding === "x-gzip") return createGunzip();
  return coding === "br" ? createBrotliDecompress() : undefined;
}
