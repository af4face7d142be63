/** What the guest's modules `requests` and `urllib` make an exception of: see `raise_for` of packages/stdlib/lib/_http.py. */
export type RequestErrorName =
  | "NotAllowed"
  | "InvalidURL"
  | "InvalidHeader"
  | "ConnectionError"
  | "Timeout"
  | "TooManyRedirects"
  | "ResponseTooLarge"
  | "TypeError";

const marker = Symbol.for("micropython-wasm.request-error");

/** A request that was refused, or failed. Its name and message go to the guest, so they hold nothing that it does not know: no address, no path of the host. */
export class RequestError extends Error {
  override readonly name: RequestErrorName;

  constructor(name: RequestErrorName, message: string) {
    super(message);
    this.name = name;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Also one of another copy of this module: a bundle's. */
  static is(error: unknown): error is RequestError {
    return typeof error === "object" && error !== null && (error as Record<symbol, unknown>)[marker] === true;
  }
}
