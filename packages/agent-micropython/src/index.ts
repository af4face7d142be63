// The public contract. Named exports only, each written here on purpose.
export { PythonTool } from "./core/tool.js";
export type { PythonToolCall, PythonToolOptions } from "./core/tool.js";
export type { Conversation, HostFunctionsFor } from "./core/conversation.js";
export type { ToolDefinition } from "./core/definition.js";
export type { PythonToolInput } from "./core/input.js";
export { forModel } from "./core/result.js";
export type { PythonToolError, PythonToolResult, StateAfterCall } from "./core/result.js";
export { settingsFromConfig } from "./core/settings.js";
export type { Settings } from "./core/settings.js";
