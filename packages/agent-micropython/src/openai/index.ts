// The tool for OpenAI Agents.
import { tool } from "@openai/agents";
import type { RunContext, Tool } from "@openai/agents";
import type { PythonToolInput } from "../core/input.js";
import { forModel } from "../core/result.js";
import type { PythonToolResult } from "../core/result.js";
import type { PythonTool, PythonToolCall } from "../core/tool.js";

/** Whose call it is, and who hears of its result. */
export interface OpenAiCall extends Pick<PythonToolCall, "conversation" | "actor" | "onOutput"> {
  /** Hears the whole result, with the HTML for the user under `_html`: the model gets it without. */
  onResult?: (result: PythonToolResult, input: PythonToolInput) => void;
}

/**
 * `execute_micropython` as a tool of OpenAI Agents: `new Agent({ tools: [executeMicropython(python, (context) => ({ conversation: context.id }))] })`.
 *
 * @param call the same for all, or made of the `context` that a run was given.
 */
export function executeMicropython<Context = unknown>(
  python: PythonTool,
  call: OpenAiCall | ((context: Context) => OpenAiCall),
): Tool<Context> {
  const { name, description, inputSchema } = python.toolDefinition();
  return tool({
    name,
    description,
    // strict schemas have no optional keys
    strict: false,
    parameters: {
      type: "object" as const,
      properties: { ...inputSchema.properties },
      required: [...inputSchema.required] as string[],
      additionalProperties: true as const,
    },
    execute: async (input: unknown, runContext?: RunContext<Context>, details?: { signal?: AbortSignal }) => {
      const { onResult, ...whose } = typeof call === "function" ? call(runContext?.context as Context) : call;
      const given = input as PythonToolInput;
      const result = await python.execute(given, { ...whose, ...(details?.signal && { signal: details.signal }) });
      onResult?.(result, given);
      return JSON.stringify(forModel(result));
    },
  });
}
