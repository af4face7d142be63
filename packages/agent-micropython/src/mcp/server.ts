import { CLIENT_CAPABILITIES_META_KEY, fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import type { CallToolResult, ClientCapabilities, ServerContext, ToolAnnotations } from "@modelcontextprotocol/server";
import type { ToolDefinition } from "../core/definition.js";
import type { PythonTool } from "../core/tool.js";
import type { PythonToolInput } from "../core/input.js";
import { forModel } from "../core/result.js";
import type { PythonToolResult } from "../core/result.js";
import { version } from "../version.js";
import { Progress } from "./progress.js";
import { HTML_META_KEY, VIEW_MIME_TYPE, VIEW_URI, viewHtml } from "./view.js";

/** What every way of serving takes. */
export interface McpOptions {
  /** For whom all calls are made: host functions see it as `conversation.actor`. */
  actor?: unknown;
  /** What clients may assume of the tool: only you know what its host functions do. Default nothing, so they assume the worst. */
  annotations?: ToolAnnotations;
}

/**
 * An MCP server with the tool, all of whose calls belong to one conversation. Connect it to a transport of your own; `serveStdio` and `serveHttp` do the rest too.
 */
export function createMcpServer(tool: PythonTool, conversation: string, options: McpOptions = {}): McpServer {
  return conversationServers(tool, options)(conversation);
}

/** Makes such servers, by conversation. */
export function conversationServers(tool: PythonTool, options: McpOptions): (conversation: string) => McpServer {
  const create = serversWith(tool.toolDefinition(), options);
  return (conversation) =>
    create((input, client) => callTool(tool, input, { conversation, actor: options.actor }, client));
}

type AnyDefinition = Omit<ToolDefinition, "inputSchema" | "outputSchema"> & {
  inputSchema: object;
  outputSchema: object;
};

/** Where there are no sessions, the model also names the conversation. */
interface Input extends PythonToolInput {
  conversation?: string;
}

/** The client's side of a call. */
interface ClientSide {
  context: ServerContext;
  /** Whether it shows HTML to the user. */
  shows: boolean;
}

type Call = (input: Input, client: ClientSide) => Promise<CallToolResult>;

/** Makes servers with one tool, whose schemas are compiled once for all. */
export function serversWith(
  { name, title, description, inputSchema, outputSchema }: AnyDefinition,
  { annotations }: McpOptions,
): (call: Call) => McpServer {
  const config = {
    title,
    description,
    inputSchema: fromJsonSchema<Input>(inputSchema),
    outputSchema: fromJsonSchema(outputSchema),
    annotations: { title, ...annotations },
    _meta: { ui: { resourceUri: VIEW_URI, visibility: ["model"] } },
  };
  return (call) => {
    const server = new McpServer(
      { name: "agent-micropython", title: "Python for agents", version },
      { capabilities: { logging: {} } },
    );
    server.registerResource("result", VIEW_URI, { title: "Code and output", mimeType: VIEW_MIME_TYPE }, () => view);
    server.registerTool(name, config, (input, context) => call(input, { context, shows: showsHtml(server, context) }));
    return server;
  };
}

/** Runs the code; a client that cancels or is lost stops it. `besides` goes into the result, too. */
export async function callTool(
  tool: PythonTool,
  input: PythonToolInput,
  whose: { conversation: string; actor: unknown },
  { context, shows }: ClientSide,
  besides: Record<string, string> = {},
): Promise<CallToolResult> {
  const progress = new Progress(context, tool.settings.wallClockTimeoutSeconds);
  const { http, mcpReq } = context;
  const signal = http?.req ? AbortSignal.any([mcpReq.signal, http.req.signal]) : mcpReq.signal;
  const onOutput = (_stream: string, text: string): void => progress.heard(text);
  try {
    const show_result = shows && input.show_result === true;
    const result = await tool.execute({ ...input, show_result }, { ...whose, signal, onOutput });
    if (input.show_result === true && !shows) result.note = [result.note, notShown].filter(Boolean).join(" ");
    await log(context, result, progress.seconds);
    return toCallResult(result, besides);
  } finally {
    progress.end();
  }
}

const view = { contents: [{ uri: VIEW_URI, mimeType: VIEW_MIME_TYPE, text: viewHtml }] };

const notShown = "This client does not show results: tell the user what matters.";

/** What clients declare that show HTML of servers to the user: the extension MCP Apps. */
const UI_EXTENSION = "io.modelcontextprotocol/ui";

function showsHtml({ server }: McpServer, { mcpReq }: ServerContext): boolean {
  // The protocol of 2026 declares them with each request.
  const envelope: Record<string, unknown> = { ...mcpReq.envelope };
  const declared = (envelope[CLIENT_CAPABILITIES_META_KEY] as ClientCapabilities) ?? server.getClientCapabilities();
  return declared?.extensions?.[UI_EXTENSION] !== undefined;
}

function toCallResult(result: PythonToolResult, besides: Record<string, string>): CallToolResult {
  const structuredContent = { ...forModel(result), ...besides };
  return {
    content: [{ type: "text", text: JSON.stringify(structuredContent) }],
    structuredContent,
    isError: result.error !== undefined,
    ...(result._html !== undefined && { _meta: { [HTML_META_KEY]: result._html } }),
  };
}

/** One line for each call: not its code and output, which may be private. */
async function log({ mcpReq }: ServerContext, { state, error }: PythonToolResult, seconds: number): Promise<void> {
  const stopped = error !== undefined && state !== "kept";
  const data = { seconds, state, ...(error && { error: error.type }) };
  // The result is worth more than a line about it.
  await mcpReq.log(stopped ? "warning" : "info", data, "execute_micropython").catch(() => {});
}
