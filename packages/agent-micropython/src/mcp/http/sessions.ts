import { randomUUID } from "node:crypto";
import { isInitializeRequest, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";
import type { McpServer } from "@modelcontextprotocol/server";
import type { PythonTool } from "../../core/tool.js";
import { conversationServers } from "../server.js";
import type { McpOptions } from "../server.js";
import { Recent } from "./recent.js";
import { Refusal } from "./refusal.js";

interface HttpSession {
  transport: WebStandardStreamableHTTPServerTransport;
  server: McpServer;
}

/** The sessions of clients that speak a protocol of 2025: `initialize` begins one, `DELETE` ends it. Each is a conversation. */
export class HttpSessions {
  readonly #tool: PythonTool;
  readonly #createServer: (conversation: string) => McpServer;
  readonly #sessions: Recent<HttpSession>;

  constructor(tool: PythonTool, maxSessions: number, options: McpOptions) {
    this.#tool = tool;
    this.#createServer = conversationServers(tool, options);
    this.#sessions = new Recent(maxSessions, (id, session) => void this.#end(id, session));
  }

  /** @throws {Refusal} 400 or 404 where there is no such session. */
  async handle(request: Request, parsedBody: unknown): Promise<Response> {
    const id = request.headers.get("mcp-session-id");
    if (id !== null) {
      const session = this.#sessions.get(id);
      if (session === undefined)
        throw new Refusal(404, "there is no such session; initialize another", { code: -32_001 });
      return session.transport.handleRequest(request, { parsedBody });
    }
    if (!isInitializeRequest(parsedBody))
      throw new Refusal(400, "a session begins with initialize; later requests name it in Mcp-Session-Id");
    return this.#begin(request, parsedBody);
  }

  async close(): Promise<void> {
    await Promise.all(this.#sessions.takeAll().map(([id, session]) => this.#end(id, session)));
  }

  async #begin(request: Request, parsedBody: unknown): Promise<Response> {
    const id = randomUUID();
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      onsessioninitialized: () => this.#sessions.add(id, session),
      onsessionclosed: () => {
        if (this.#sessions.delete(id)) void this.#end(id, session);
      },
    });
    const session = { transport, server: this.#createServer(conversationOf(id)) };
    await session.server.connect(transport);
    return transport.handleRequest(request, { parsedBody });
  }

  /** Stops what the session still runs, and forgets its conversation. */
  async #end(id: string, { server }: HttpSession): Promise<void> {
    try {
      await server.close();
      await this.#tool.end(conversationOf(id));
    } catch {
      // A store that cannot delete is no reason to fail: nobody can ask for this conversation again.
    }
  }
}

const conversationOf = (id: string): string => `mcp:${id}`;
