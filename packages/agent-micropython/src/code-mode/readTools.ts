// The tools of each framework as one kind. Frameworks are known by the shape of their tools: nothing of them is imported but where their tools are used.
import { UsageError } from "micropython-wasm";
import { z } from "zod";

export interface JsonSchemaObject {
  readonly [keyword: string]: unknown;
}

export type Validation =
  | { readonly value: unknown; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

/** What a tool takes. */
export interface ToolInput {
  readonly json: JsonSchemaObject;
  /** Gives the value back as it is where it fits: the tool's own framework makes of it what it does. */
  readonly validate: (value: unknown) => Validation | Promise<Validation>;
}

interface ToolCall {
  readonly context: unknown;
  readonly signal: AbortSignal;
}

/** A tool, whatever it comes from. */
export interface CodeTool {
  readonly name: string;
  readonly description: string;
  readonly input: ToolInput;
  readonly output: JsonSchemaObject | undefined;
  needsApproval(args: unknown, call: ToolCall): Promise<boolean>;
  call(args: unknown, call: ToolCall): Promise<unknown>;
}

/** A plain tool, or one of the AI SDK. */
export interface AgentTool {
  readonly description?: string | undefined;
  /** A JSON Schema, a schema of the AI SDK, or one that follows Standard Schema. */
  readonly inputSchema?: unknown;
  readonly outputSchema?: unknown;
  // Each tool takes arguments of its own.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly execute?: ((args: any, options: any) => unknown) | undefined;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly needsApproval?: boolean | ((args: any, options: any) => boolean | PromiseLike<boolean>) | undefined;
}

/** A function tool of OpenAI Agents. */
export interface OpenAiTool {
  readonly name: string;
  readonly description?: string;
  readonly parameters: unknown;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly invoke: (runContext: any, input: string, details?: any) => Promise<unknown>;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly needsApproval?: (runContext: any, input: any, callId?: string) => Promise<boolean>;
  readonly outputSchema?: unknown;
  readonly inputGuardrails?: readonly unknown[];
  readonly outputGuardrails?: readonly unknown[];
}

/** A connected client of @modelcontextprotocol/client. */
export interface McpClient {
  listTools(params?: { cursor?: string }): Promise<{
    tools: readonly { name: string; description?: string; inputSchema: object; outputSchema?: object }[];
    nextCursor?: string;
  }>;
  callTool(
    params: { name: string; arguments: Record<string, unknown> },
    options?: { signal?: AbortSignal },
  ): Promise<unknown>;
}

export type Tools =
  | McpClient
  | readonly ((AgentTool & { readonly name: string }) | OpenAiTool)[]
  | { readonly [name: string]: AgentTool };

/** @throws {UsageError} naming the tool that cannot be used so. */
export async function readTools(tools: Tools): Promise<CodeTool[]> {
  if (typeof tools !== "object" || tools === null)
    throw new UsageError("codeMode: tools must be an object or an array");
  if (isMcpClient(tools)) return readMcpTools(tools);
  if (Array.isArray(tools))
    return Promise.all(
      (tools as readonly ((AgentTool & { name: string }) | OpenAiTool)[]).map((tool) =>
        "invoke" in tool ? readOpenAiTool(tool) : readAgentTool(tool.name, tool),
      ),
    );
  return Promise.all(
    Object.entries(tools as { readonly [name: string]: AgentTool }).map(([name, tool]) => readAgentTool(name, tool)),
  );
}

function isMcpClient(tools: Tools): tools is McpClient {
  const { listTools, callTool } = tools as Partial<McpClient>;
  return typeof listTools === "function" && typeof callTool === "function";
}

async function readAgentTool(name: string, tool: AgentTool): Promise<CodeTool> {
  checkName(name);
  const { description = "", execute, needsApproval = false, outputSchema } = tool;
  if (typeof execute !== "function")
    throw new UsageError(
      `codeMode: the tool ${name} has no execute function: it runs at the provider, or in the browser`,
    );
  let calls = 0;
  const options = ({ context, signal }: ToolCall): object => ({
    toolCallId: `code-mode-${name}-${++calls}`,
    messages: [],
    abortSignal: signal,
    // version 6's name, and version 7's
    experimental_context: context,
    context,
  });
  const input = await readSchema(tool.inputSchema ?? { type: "object" }, name, "input");
  return {
    name,
    description,
    input,
    output: outputSchema === undefined ? undefined : (await readSchema(outputSchema, name, "output")).json,
    needsApproval: async (args, call) =>
      typeof needsApproval === "function" ? needsApproval(args, options(call)) : needsApproval,
    call: async (args, call) => {
      // with the defaults and coercions of its schema, as its framework would
      const checked = await input.validate(args);
      return last(execute("value" in checked ? checked.value : args, options(call)));
    },
  };
}

/** A tool of the AI SDK may answer several times: the last is the answer. */
async function last(answer: unknown): Promise<unknown> {
  if (typeof answer !== "object" || answer === null || !(Symbol.asyncIterator in answer)) return answer;
  let latest: unknown;
  for await (const one of answer as AsyncIterable<unknown>) latest = one;
  return latest;
}

async function readOpenAiTool(tool: OpenAiTool): Promise<CodeTool> {
  const { name, description = "", parameters, outputSchema } = tool;
  checkName(name);
  if ((tool.inputGuardrails?.length ?? 0) > 0 || (tool.outputGuardrails?.length ?? 0) > 0)
    throw new UsageError(`codeMode: the tool ${name} has guardrails, which only the SDK's own runner applies`);
  const { RunContext } = await import("@openai/agents");
  return {
    name,
    description,
    input: await readSchema(parameters, name, "input"),
    output: outputSchema === undefined ? undefined : (outputSchema as JsonSchemaObject),
    needsApproval: async (args, { context }) => (await tool.needsApproval?.(new RunContext(context), args)) ?? false,
    call: (args, { context, signal }) => tool.invoke(new RunContext(context), JSON.stringify(args), { signal }),
  };
}

/** More pages than a server has tools. */
const MOST_PAGES = 1_000;

async function readMcpTools(client: McpClient): Promise<CodeTool[]> {
  const tools: CodeTool[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const listed = await client.listTools(cursor === undefined ? undefined : { cursor });
    for (const { name, description = "", inputSchema, outputSchema } of listed.tools)
      tools.push({
        name,
        description,
        input: await readSchema(inputSchema, name, "input"),
        output: outputSchema as JsonSchemaObject | undefined,
        needsApproval: async () => false,
        call: async (args, { signal }) =>
          readMcpResult(name, await client.callTool({ name, arguments: args as Record<string, unknown> }, { signal })),
      });
    cursor = listed.nextCursor;
    if (cursor === undefined) break;
  }
  return tools;
}

/** Structured content where there is some, else the text, else the parts as they are. */
function readMcpResult(name: string, result: unknown): unknown {
  const {
    content = [],
    structuredContent,
    isError,
  } = result as {
    content?: readonly { readonly type: string; readonly text?: string }[];
    structuredContent?: unknown;
    isError?: boolean;
  };
  const text = content.map((part) => part.text ?? "").join("\n");
  if (isError === true) throw new Error(text === "" ? `${name} failed` : text);
  if (structuredContent !== undefined) return structuredContent;
  return content.every(({ type }) => type === "text") ? text : content;
}

function checkName(name: unknown): asserts name is string {
  if (typeof name !== "string" || name === "") throw new UsageError("codeMode: a tool has no name");
}

interface AnySchema {
  readonly "~standard"?: {
    readonly validate: (value: unknown) => Validation | Promise<Validation>;
    readonly jsonSchema?: Record<"input" | "output", (options: object) => JsonSchemaObject>;
  };
  readonly jsonSchema?: unknown;
  readonly validate?: (value: unknown) => unknown;
}

/** Of a schema of any kind that a tool may have. @throws {UsageError} where it does not tell its JSON Schema. */
async function readSchema(given: unknown, name: string, side: "input" | "output"): Promise<ToolInput> {
  // the AI SDK's lazy schemas
  const schema = (
    typeof given === "function" && !("~standard" in given) ? (given as () => unknown)() : given
  ) as AnySchema;
  const standard = schema["~standard"];
  if (standard !== undefined) {
    const libraryOptions = { unrepresentable: "any", errorMode: "ignore" };
    const json = standard.jsonSchema?.[side]({ target: "draft-2020-12", libraryOptions });
    if (json === undefined)
      throw new UsageError(
        `codeMode: the ${side} schema of the tool ${name} does not tell its JSON Schema; zod 4 does`,
      );
    return { json, validate: (value) => standard.validate(value) };
  }
  const wrapped = (await schema.jsonSchema) as JsonSchemaObject | undefined;
  if (wrapped !== undefined && typeof schema.validate === "function") {
    const { validate } = schema;
    return { json: wrapped, validate: async (value) => fromAiSdk(await validate(value)) };
  }
  const json = wrapped ?? (schema as JsonSchemaObject);
  return { json, validate: validatorOf(json) };
}

function fromAiSdk(result: unknown): Validation {
  const { success, value, error } = result as { success: boolean; value?: unknown; error?: unknown };
  if (success) return { value };
  const { cause } = error as { cause?: { issues?: Extract<Validation, { issues: object }>["issues"] } };
  return { issues: cause?.issues ?? [{ message: error instanceof Error ? error.message : "does not fit" }] };
}

/** Keywords that zod does not know are not checked here: the tool sees what it gets. */
function validatorOf(json: JsonSchemaObject): ToolInput["validate"] {
  try {
    const schema = z.fromJSONSchema(json);
    return (value) => schema["~standard"].validate(value);
  } catch {
    return (value) => ({ value });
  }
}
