import type { ServerContext } from "@modelcontextprotocol/server";

const INTERVAL_MS = 1_000;
/** Longest message; a line of output may have any length. */
const MAX_MESSAGE_CHARS = 200;

/** Tells a client that asked for it, once a second, how long the code has been running and what it printed last. */
export class Progress {
  readonly #begun = performance.now();
  readonly #timer: NodeJS.Timeout | undefined;
  #line = "";

  constructor({ mcpReq }: ServerContext, total: number) {
    const progressToken = mcpReq._meta?.progressToken;
    if (progressToken === undefined) return;
    const notify = (): void => {
      const params = {
        progressToken,
        progress: this.seconds,
        total,
        ...(this.#line !== "" && { message: this.#line }),
      };
      // A client that is gone needs no progress.
      mcpReq.notify({ method: "notifications/progress", params }).catch(() => {});
    };
    this.#timer = setInterval(notify, INTERVAL_MS);
  }

  get seconds(): number {
    return Math.round(performance.now() - this.#begun) / 1_000;
  }

  heard(text: string): void {
    if (this.#timer === undefined) return;
    const line = text.trimEnd();
    // The end of a line may come by itself, and an empty line says nothing.
    if (line !== "") this.#line = line.slice(line.lastIndexOf("\n") + 1).slice(0, MAX_MESSAGE_CHARS);
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
