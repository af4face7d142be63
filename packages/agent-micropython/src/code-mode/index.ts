// "Code mode": tools that an application has already become functions of Python, so that a model can write one program instead of ten tool calls.
import { hostFunction } from "micropython-wasm";
import type { HostFunctions } from "micropython-wasm";
import type { Conversation, HostFunctionsFor } from "../core/conversation.js";
import { parametersOf, resultOf } from "./parameters.js";
import { pythonNames } from "./names.js";
import { toPlainData } from "./plainData.js";
import { readTools } from "./readTools.js";
import type { CodeTool, Tools } from "./readTools.js";

export type { AgentTool, JsonSchemaObject, McpClient, OpenAiTool, Tools } from "./readTools.js";

export interface CodeModeOptions {
  /**
   * Tools of the AI SDK by name; an array of OpenAI Agents' function tools; a connected MCP client; or plain tools, by name or as an array: `{ description, inputSchema, execute }`
   * with a JSON Schema, or one of zod or another library that follows Standard Schema.
   */
  readonly tools: Tools;
  /** What the tools get as their SDK's context (`experimental_context` of version 6, `context` of 7, `RunContext.context`). Default: the conversation's actor. */
  readonly context?: (conversation: Conversation) => unknown;
  /**
   * Asked before a tool that needs approval is called. Default: such a call is a HostError, since nobody can be asked in the middle of a program.
   */
  readonly approve?: (name: string, args: unknown, conversation: Conversation) => boolean | Promise<boolean>;
}

/**
 * The tools as host functions, to be given to a `PythonTool`: `hostFunctions: await codeMode({ tools })`. Names and parameters that Python cannot write are changed:
 * `get-user` is `get_user()`, a parameter `from` is `from_`.
 *
 * @throws {UsageError} for a tool that cannot be called so: one without a function, one that runs at the provider, one with guardrails.
 */
export async function codeMode(options: CodeModeOptions): Promise<HostFunctionsFor> {
  const tools = await readTools(options.tools);
  const names = pythonNames(tools.map(({ name }) => name));
  const described = tools.map((tool, i) => ({
    tool,
    name: names[i]!,
    parameters: parametersOf(tool.input),
    returns: tool.output && resultOf(tool.output),
  }));
  return (conversation) => {
    const functions: { [name: string]: HostFunctions[string] } = {};
    for (const { tool, name, parameters, returns } of described)
      functions[name] = hostFunction({
        description: tool.description,
        parameters: parameters.schema,
        ...(returns && { returns }),
        handler: (args, { signal }) => call(tool, parameters.toArguments(args), signal, conversation, options),
      });
    return functions;
  };
}

async function call(
  tool: CodeTool,
  args: unknown,
  signal: AbortSignal,
  conversation: Conversation,
  { context = ({ actor }) => actor, approve = () => false }: CodeModeOptions,
): Promise<unknown> {
  const call = { context: context(conversation), signal };
  const approved: unknown = !(await tool.needsApproval(args, call)) || (await approve(tool.name, args, conversation));
  if (approved !== true) throw new Error(`${tool.name} needs a person's approval, which a program cannot ask for`);
  return toPlainData(await tool.call(args, call));
}
