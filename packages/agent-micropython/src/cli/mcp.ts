import process from "node:process";
import { UsageError } from "micropython-wasm";
import { PythonTool } from "../core/tool.js";
import { serveHttp } from "../mcp/http/serve.js";
import { serveStdio } from "../mcp/stdio.js";
import { SqlDatabases } from "../sql/databases.js";
import type { McpCommand } from "./arguments.js";
import { readConfiguration } from "./config.js";

/** It reads databases, and changes nothing but its own variables. */
const annotations = { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false };

/** Serves until the client has gone or a signal ends it. */
export async function serveMcp({ files, config, http }: McpCommand): Promise<void> {
  const { settings, limits, databases } = readConfiguration(config, files);
  using sql = new SqlDatabases({ databases, ...limits });
  const hasDatabases = Object.keys(databases).length > 0;
  await using tool = new PythonTool({
    ...settings,
    ...(hasDatabases && { hostFunctions: (conversation) => sql.hostFunctions(conversation) }),
  });
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  if (http === undefined) {
    const server = serveStdio(tool, { annotations });
    await Promise.race([server.closed, signalled]);
    await server.close();
    return;
  }
  const { tokenEnv, ...options } = http;
  const server = await serveHttp(tool, {
    ...options,
    annotations,
    ...(tokenEnv !== undefined && { token: readToken(tokenEnv) }),
  });
  process.stderr.write(`agent-micropython: serving ${server.url}; Ctrl-C ends it\n`);
  await signalled;
  await server.close();
}

function readToken(name: string): string {
  const token = process.env[name];
  if (token === undefined || token === "")
    throw new UsageError(`--token-env: the environment variable ${name} is not set`);
  return token;
}
