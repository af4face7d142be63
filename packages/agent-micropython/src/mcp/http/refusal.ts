/** A request that is answered with an error status, before the protocol sees it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly headers: Record<string, string>;
  /** JSON-RPC's code. */
  readonly code: number;

  constructor(
    status: number,
    message: string,
    { headers = {}, code = -32_000 }: { headers?: Record<string, string>; code?: number } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.code = code;
  }

  get body(): string {
    return JSON.stringify({ jsonrpc: "2.0", error: { code: this.code, message: this.message }, id: null });
  }
}
