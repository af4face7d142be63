import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createMcpHandler, isLegacyRequest } from "@modelcontextprotocol/server";
import type { McpHttpHandler } from "@modelcontextprotocol/server";
import { UsageError } from "micropython-wasm";
import type { PythonTool } from "../../core/tool.js";
import type { McpOptions } from "../server.js";
import { BodyReader } from "./body.js";
import { sendResponse, toRequest } from "./exchange.js";
import { Guard } from "./guard.js";
import { ConversationHandles } from "./handles.js";
import { Refusal } from "./refusal.js";
import { HttpSessions } from "./sessions.js";

const PATH = "/mcp";
/** Each conversation has a session's request and its stream of notifications. */
const MAX_CONNECTIONS = 2_000;
const MAX_HEADER_BYTES = 16 * 1024;

export interface HttpOptions extends McpOptions {
  /** 0 for any free one. Default 0. */
  port?: number;
  /** The address to bind to. Default "127.0.0.1"; another than loopback needs a `token`. */
  host?: string;
  /** Clients must send `Authorization: Bearer` with it. At least 16 characters. Default none. */
  token?: string;
  /** Names that clients may call the server by, beside `host`, loopback, and, where it is bound elsewhere, any address. Default none. */
  allowedHosts?: readonly string[];
  /** Most conversations; one more ends that which was not used for the longest time. Default 1,000. */
  maxConversations?: number;
  /** Longest time for headers, and then for the body of a request, in milliseconds. Default 10,000. */
  requestTimeoutMs?: number;
}

/** A server that listens. */
export interface HttpServer {
  /** Where clients find it: "http://127.0.0.1:8000/mcp". */
  readonly url: string;
  /** Stops runs under way, ends all conversations and connections. */
  close(): Promise<void>;
}

/**
 * Serves the tool over streamable HTTP: each MCP session is a conversation.
 *
 * @throws {UsageError} naming the option that is wrong.
 * @throws where the port is taken: Node's error.
 */
export async function serveHttp(tool: PythonTool, options: HttpOptions = {}): Promise<HttpServer> {
  const { port = 0, host = "127.0.0.1", token, allowedHosts = [], requestTimeoutMs = 10_000 } = options;
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new UsageError(`port must be from 0 to 65535; got ${String(port)}`);
  // A timer of Node's waits no longer than a signed 32-bit number says.
  if (!(requestTimeoutMs >= 1 && requestTimeoutMs <= 1_000_000_000))
    throw new UsageError(`requestTimeoutMs must be from 1 to 1000000000; got ${String(requestTimeoutMs)}`);
  const guard = new Guard({ host, token, allowedHosts });
  const service = new Service(tool, guard, options);
  const server = createServer(
    {
      headersTimeout: requestTimeoutMs,
      // Headers and body; the body reader answers a little earlier.
      requestTimeout: 2 * requestTimeoutMs + 1_000,
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (incoming, outgoing) => void service.handle(incoming, outgoing),
  );
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, port, host);
  const { port: bound } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    await service.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}${PATH}`, close };
}

class Service {
  readonly #guard: Guard;
  readonly #bodies: BodyReader;
  readonly #sessions: HttpSessions;
  readonly #stateless: McpHttpHandler;

  constructor(
    tool: PythonTool,
    guard: Guard,
    { maxConversations = 1_000, requestTimeoutMs = 10_000, ...options }: HttpOptions,
  ) {
    if (!(Number.isInteger(maxConversations) && maxConversations >= 1))
      throw new UsageError(`maxConversations must be a whole number from 1; got ${String(maxConversations)}`);
    this.#guard = guard;
    this.#bodies = new BodyReader(requestTimeoutMs);
    this.#sessions = new HttpSessions(tool, maxConversations, options);
    const handles = new ConversationHandles(tool, maxConversations, options);
    this.#stateless = createMcpHandler(() => handles.createServer(), { legacy: "reject" });
  }

  async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const lost = new AbortController();
    outgoing.once("close", () => {
      if (!outgoing.writableFinished) lost.abort(new Error("the client is gone"));
    });
    try {
      await sendResponse(await this.#answer(incoming, lost.signal), outgoing);
    } catch (error) {
      refuse(outgoing, error instanceof Refusal ? error : new Refusal(500, "the server failed", { code: -32_603 }));
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#sessions.close(), this.#stateless.close()]);
  }

  async #answer(incoming: IncomingMessage, signal: AbortSignal): Promise<Response> {
    this.#guard.check(incoming);
    if (incoming.url?.split("?", 1)[0] !== PATH) throw new Refusal(404, `the server is at ${PATH}`);
    if (!["GET", "POST", "DELETE"].includes(incoming.method ?? ""))
      throw new Refusal(405, "GET, POST or DELETE", { headers: { Allow: "GET, POST, DELETE" } });
    const parsedBody = incoming.method === "POST" ? await this.#bodies.read(incoming) : undefined;
    const request = toRequest(incoming, signal);
    if (await isLegacyRequest(request, parsedBody)) return this.#sessions.handle(request, parsedBody);
    return this.#stateless.fetch(request, { parsedBody });
  }
}

/** Answers, and closes the connection: what of the body has not arrived yet is not read. */
function refuse(outgoing: ServerResponse, { status, headers, body }: Refusal): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, { "Content-Type": "application/json", Connection: "close", ...headers });
  outgoing.end(body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
