import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.js";

/** Room for the longest program, each of whose characters may be escaped. */
const MAX_BODY_BYTES = 2 * 1024 ** 2;
/** Of all bodies that are being read. */
const MAX_BUFFERED_BYTES = 64 * 1024 ** 2;
/** The protocol's own messages have fewer than ten levels. */
const MAX_DEPTH = 64;

/** Reads JSON bodies, of limited size, depth and time. */
export class BodyReader {
  readonly #timeoutMs: number;
  #buffered = 0;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** @throws {Refusal} 400, 408, 413, 415 or 503; the rest of the body may then be on its way still. */
  async read(incoming: IncomingMessage): Promise<unknown> {
    if (!/^application\/json\s*(?:;|$)/i.test(incoming.headers["content-type"] ?? ""))
      throw new Refusal(415, "Content-Type must be application/json");
    if (Number(incoming.headers["content-length"] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
    return parse(await this.#collect(incoming));
  }

  async #collect(incoming: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => {
          reject(new Refusal(408, `the body did not arrive within ${this.#timeoutMs} ms`));
        }, this.#timeoutMs);
        incoming.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          this.#buffered += chunk.length;
          if (bytes > MAX_BODY_BYTES) reject(tooLarge());
          else if (this.#buffered > MAX_BUFFERED_BYTES)
            reject(new Refusal(503, "too many requests at once; try again"));
          else chunks.push(chunk);
        });
        incoming.once("end", resolve);
        incoming.once("error", () => reject(new Refusal(400, "the body ended early")));
      });
      return Buffer.concat(chunks);
    } finally {
      clearTimeout(timer);
      incoming.removeAllListeners("data").pause();
      this.#buffered -= bytes;
    }
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, `the body has more than ${MAX_BODY_BYTES} bytes`);
}

function parse(bytes: Buffer): unknown {
  const text = bytes.toString();
  if (depthOf(text) > MAX_DEPTH)
    throw new Refusal(400, `the body is nested deeper than ${MAX_DEPTH} levels`, { code: -32_600 });
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "the body is no JSON", { code: -32_700 });
  }
}

/** How deep arrays and objects are nested, without parsing; of text that is no JSON, any number. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === "\\") i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "[" || char === "{") deepest = Math.max(deepest, ++depth);
    else if (char === "]" || char === "}") depth--;
  }
  return deepest;
}
