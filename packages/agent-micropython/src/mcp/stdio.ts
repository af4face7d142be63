import { serveStdio as serve, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { PythonTool } from "../core/tool.js";
import { createMcpServer } from "./server.js";
import type { McpOptions } from "./server.js";

export interface StdioServer {
  /** Resolves when the client has gone, or after `close()`. */
  readonly closed: Promise<void>;
  /** Ends the connection; a run under way is stopped. */
  close(): Promise<void>;
}

/** Serves the tool on this process's stdin and stdout: one client, one conversation. Nothing else may write to stdout. */
export function serveStdio(tool: PythonTool, options: McpOptions = {}): StdioServer {
  const transport = new Pipe();
  const handle = serve(() => createMcpServer(tool, "stdio", options), { transport });
  return { closed: transport.closed, close: () => handle.close() };
}

/** It closes itself when stdin ends. */
class Pipe extends StdioServerTransport {
  #ended!: () => void;
  readonly closed = new Promise<void>((resolve) => {
    this.#ended = resolve;
  });

  override async close(): Promise<void> {
    await super.close();
    this.#ended();
  }
}
