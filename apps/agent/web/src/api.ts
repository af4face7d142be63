import type { ApiError, Me } from "../../shared/api.ts";

/** What the server refused, in its words. */
export class RequestError extends Error {
  readonly status: number;
  readonly hint: string | undefined;

  constructor(status: number, { error, hint }: ApiError) {
    super(error);
    this.status = status;
    this.hint = hint;
  }
}

let csrf = "";

export async function whoAmI(): Promise<Me> {
  const me = await get<Me>("/me");
  csrf = me.csrf;
  return me;
}

export function get<T>(path: string): Promise<T> {
  return send("GET", path);
}

/** @param body bytes as they are, anything else as JSON. */
export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await open(method, path, body)).json() as Promise<T>;
}

/** The answer itself, for streams and files. */
export async function open(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: {
        "x-csrf-token": csrf,
        ...(body !== undefined && !(body instanceof Blob) && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestError(0, { error: "The server does not answer.", hint: "Is it still running?" });
  }
  if (response.ok) return response;
  const said = (await response
    .json()
    .catch(() => ({ error: `The server answered with ${response.status}.` }))) as ApiError;
  throw new RequestError(response.status, said);
}

/** Signs in with a token. */
export async function signIn(token: string): Promise<void> {
  const response = await fetch("/-/login", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new RequestError(response.status, (await response.json()) as ApiError);
}
