/** What a request is refused with: the person sees the message, and what to do. */
export class HttpError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500;
  readonly hint: string | undefined;

  constructor(status: HttpError["status"], message: string, hint?: string) {
    super(message);
    this.status = status;
    this.hint = hint;
  }
}

/** A mistake in the command line or the configuration: printed without a stack. */
export class ConfigError extends Error {}
