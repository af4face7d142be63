// The application, started for a test, and a client that speaks to it as its page does.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { loadConfig } from "../../dist/server/config.js";
import type { Config } from "../../dist/server/config.js";
import { makeSample } from "../../dist/server/sample.js";
import { startServer } from "../../dist/server/server.js";
import type { RunningServer } from "../../dist/server/server.js";
import type { ConversationEvent, ConversationSummary, Item, Me, PythonEvent } from "../../shared/api.js";

export interface TestServer extends RunningServer {
  folder: string;
  sample: string;
}

/** Ends with the test. `folder` is kept for a second start. */
export async function startAgent({
  modelUrl,
  folder = mkdtempSync(join(tmpdir(), "agent-")),
  ...changes
}: { modelUrl?: string; folder?: string } & Partial<Config> = {}): Promise<TestServer> {
  const sample = makeSample(join(folder, "sample.db"));
  const models =
    modelUrl === undefined
      ? []
      : [
          {
            id: "scripted",
            label: "Scripted",
            protocol: "openai" as const,
            model: "scripted",
            baseUrl: modelUrl,
            apiKey: "none",
          },
        ];
  const config = {
    ...loadConfig({ databases: [sample], config: undefined }, {}),
    models,
    defaultModel: models[0]?.id,
    ...changes,
  };
  const server = await startServer({ config, dataFolder: folder, host: "127.0.0.1", port: 0 });
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) await server.close();
    closed = true;
  };
  onTestFinished(close);
  return { ...server, close, folder, sample };
}

/** One who has signed in. */
export class Client {
  readonly url: string;
  readonly cookie: string;
  #csrf = "";

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  static async byLink({ url, loginUrl }: RunningServer): Promise<Client> {
    const response = await fetch(loginUrl, { redirect: "manual" });
    return new Client(url, cookieOf(response)).begin();
  }

  static async byToken(url: string, token: string): Promise<Client> {
    const response = await fetch(`${url}/-/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
    return new Client(url, cookieOf(response)).begin();
  }

  async begin(): Promise<this> {
    this.#csrf = (await this.me()).csrf;
    return this;
  }

  me(): Promise<Me> {
    return this.get("/me");
  }

  async get<T>(path: string): Promise<T> {
    return json(await this.fetch(path));
  }

  async send<T>(method: string, path: string, value?: unknown): Promise<T> {
    return json(
      await this.fetch(path, {
        method,
        ...(value !== undefined && { body: JSON.stringify(value), headers: { "content-type": "application/json" } }),
      }),
    );
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}/api${path}`, {
      ...init,
      headers: {
        cookie: this.cookie,
        "x-csrf-token": this.#csrf,
        // A connection that waited while the machine was busy, the server closes just as the next request uses it: fetch fails then, and does not try again.
        connection: "close",
        ...(init.headers as object),
      },
    });
  }

  async newConversation(): Promise<string> {
    return (await this.send<ConversationSummary>("POST", "/conversations")).id;
  }

  items(id: string): Promise<{ conversation: ConversationSummary; items: Item[] }> {
    return this.get(`/conversations/${id}`);
  }

  /** Sends a message and waits until the answer is there, or a question is open. */
  async ask(id: string, message: string): Promise<Item[]> {
    await this.send("POST", `/conversations/${id}/messages`, { text: message });
    return this.settled(id);
  }

  async settled(id: string): Promise<Item[]> {
    // Ever more rarely: a hundred that ask must not keep the server from answering.
    for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 1.5, 500)) {
      const { conversation, items } = await this.items(id);
      if (!conversation.running) return items;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  /** Events until `enough` says so. */
  async events(id: string, enough: (event: ConversationEvent) => boolean): Promise<ConversationEvent[]> {
    const stop = new AbortController();
    const response = await this.fetch(`/conversations/${id}/events`, { signal: stop.signal });
    const seen: ConversationEvent[] = [];
    for await (const line of lines(response)) {
      if (!line.startsWith("data: ")) continue;
      const event = JSON.parse(line.slice("data: ".length)) as ConversationEvent;
      seen.push(event);
      if (enough(event)) break;
    }
    stop.abort();
    return seen;
  }

  /** @param heard is told each event as it comes. */
  async python(
    request: { code: string; fuel?: number; timeoutMs?: number },
    heard: (event: PythonEvent) => void = () => {},
  ): Promise<PythonEvent[]> {
    const response = await this.fetch("/python/run", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    if (!response.ok) return json(response);
    const events: PythonEvent[] = [];
    for await (const line of lines(response)) {
      const event = JSON.parse(line) as PythonEvent;
      events.push(event);
      heard(event);
    }
    return events;
  }
}

/** What a request was refused with. */
class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(`${status}: ${message}`);
    this.status = status;
  }
}

async function json<T>(response: Response): Promise<T> {
  const value = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Refused(response.status, value.error ?? "no reason");
  return value;
}

function cookieOf(response: Response): string {
  const [cookie] = response.headers.getSetCookie();
  if (cookie === undefined) throw new Refused(response.status, "no cookie");
  return cookie.split(";")[0]!;
}

async function* lines(response: Response): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    const found = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = found.pop()!;
    yield* found;
  }
}
