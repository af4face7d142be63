// The public contract of `agent-micropython/mcp`.
export { createMcpServer } from "./server.js";
export type { McpOptions } from "./server.js";
export { serveHttp } from "./http/serve.js";
export type { HttpOptions, HttpServer } from "./http/serve.js";
export { HTML_META_KEY } from "./view.js";
export { serveStdio } from "./stdio.js";
export type { StdioServer } from "./stdio.js";
