import type { AllowedOrigin } from "./allowList.js";
import type { Header } from "./headers.js";
import type { ResolveFunction } from "./options.js";

/** One request, without redirects, that has passed every check but that of the address. */
export interface TransportRequest {
  method: string;
  url: URL;
  /** The entry that lets it through. */
  allowed: AllowedOrigin;
  headers: readonly Header[];
  body: Uint8Array | undefined;
}

export interface TransportResponse {
  status: number;
  reason: string;
  headers: Header[];
  /** Decompressed, piece by piece. Whoever stops reading ends it by the signal. */
  body: AsyncIterable<Uint8Array>;
}

/** Makes a request. @throws {RequestError} where it is refused or fails; anything else is a failure of the connection. */
export type Transport = (request: TransportRequest, signal: AbortSignal) => Promise<TransportResponse>;

/** The transport that is at home on the platform. */
export type MakeTransport = (options: { resolve: ResolveFunction | undefined }) => Transport;
