// The tool for Vercel's AI SDK.
import { jsonSchema, tool } from "ai";
import type { Tool, ToolExecutionOptions } from "ai";
import type { PythonToolInput } from "../core/input.js";
import { forModel } from "../core/result.js";
import type { PythonToolResult } from "../core/result.js";
import type { PythonTool, PythonToolCall } from "../core/tool.js";

/** Whose calls the tool's are: the same for all, or by what the SDK tells of each. */
export type AiSdkCall = Pick<PythonToolCall, "conversation" | "actor" | "onOutput">;

/**
 * `execute_micropython` as a tool of the AI SDK: `streamText({ tools: { execute_micropython: executeMicropython(python, { conversation }) } })`.
 *
 * The tool's output has the HTML for the user under `_html`; the model gets it without. Give the same `tools` to `convertToModelMessages`, which else sends the
 * model all of it.
 */
export function executeMicropython(
  python: PythonTool,
  call: AiSdkCall | ((options: ToolExecutionOptions) => AiSdkCall),
): Tool<PythonToolInput, PythonToolResult> {
  const { title, description, inputSchema } = python.toolDefinition();
  return tool({
    title,
    description,
    inputSchema: jsonSchema<PythonToolInput>(inputSchema as Parameters<typeof jsonSchema>[0]),
    execute: (input: PythonToolInput, options: ToolExecutionOptions) =>
      python.execute(input, {
        ...(typeof call === "function" ? call(options) : call),
        ...(options.abortSignal && { signal: options.abortSignal }),
      }),
    toModelOutput: ({ output }: { output: PythonToolResult }) => ({
      type: "json" as const,
      value: JSON.parse(JSON.stringify(forModel(output))) as never,
    }),
  });
}
