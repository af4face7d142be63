import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { CallToolResult, ClientOptions, Transport } from "@modelcontextprotocol/client";

/** How long an answer may take: the client's own minute is short for the last of 200 on a busy machine. */
const timeout = 240_000;

/** The official client, connected. It checks structured content against the tool's output schema by itself. */
export async function connect(transport: Transport, options: ClientOptions = {}): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" }, options);
  await client.connect(transport, { timeout });
  await client.listTools({}, { timeout });
  return client;
}

export function connectHttp(
  url: string,
  options: ClientOptions = {},
  headers: Record<string, string> = {},
): Promise<Client> {
  // A connection that waited while the machine was busy, the server closes just as the next request uses it: fetch fails then, and does not try again.
  const requestInit = { headers: { connection: "close", ...headers } };
  return connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }), options);
}

interface Structured {
  stdout: string;
  stderr?: string;
  value?: string;
  error?: { type: string; message: string; traceback?: string };
  state: string;
  note?: string;
  conversation?: string;
}

export type Called = CallToolResult & { structuredContent: Structured };

export async function execute(client: Client, python: string, more: Record<string, unknown> = {}): Promise<Called> {
  const call = { name: "execute_micropython", arguments: { python, ...more } };
  return (await client.callTool(call, { timeout })) as Called;
}

/** Resolves when it holds; a test's deadline ends it otherwise. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
