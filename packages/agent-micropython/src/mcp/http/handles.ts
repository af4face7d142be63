import { randomUUID } from "node:crypto";
import type { McpServer } from "@modelcontextprotocol/server";
import { UsageError } from "micropython-wasm";
import type { ToolDefinition } from "../../core/definition.js";
import type { PythonTool } from "../../core/tool.js";
import { callTool, serversWith } from "../server.js";
import type { McpOptions } from "../server.js";
import { Recent } from "./recent.js";

/**
 * The conversations of clients that speak the protocol of 2026 over HTTP, which has no sessions: each result names its conversation, and the model passes that name to go on with it.
 * Names cannot be guessed.
 */
export class ConversationHandles {
  readonly #tool: PythonTool;
  readonly #actor: unknown;
  readonly #create: ReturnType<typeof serversWith>;
  readonly #known: Recent<true>;

  constructor(tool: PythonTool, maxConversations: number, options: McpOptions) {
    this.#tool = tool;
    this.#actor = options.actor;
    this.#create = serversWith(withConversation(tool.toolDefinition()), options);
    // A store that cannot delete is no reason to fail: nobody can ask for this conversation again.
    this.#known = new Recent(maxConversations, (id) => void tool.end(id).catch(() => {}));
  }

  /** A server for one request. */
  createServer(): McpServer {
    return this.#create(({ conversation: given, ...input }, client) => {
      const conversation = this.#find(given);
      return callTool(this.#tool, input, { conversation, actor: this.#actor }, client, { conversation });
    });
  }

  #find(given: string | undefined): string {
    if (given === undefined) {
      const id = randomUUID();
      this.#known.add(id, true);
      return id;
    }
    if (this.#known.get(given) === undefined)
      throw new UsageError("there is no such conversation; leave it out to begin another");
    return given;
  }
}

function withConversation({
  description,
  inputSchema,
  outputSchema,
  ...rest
}: ToolDefinition): Parameters<typeof serversWith>[0] {
  return {
    ...rest,
    description: `${description}\n\nPass the conversation of an earlier result to find its variables; without it a new conversation begins.`,
    inputSchema: {
      ...inputSchema,
      properties: {
        ...inputSchema.properties,
        conversation: { type: "string", description: "that of an earlier result, to go on with its variables" },
      },
    },
    outputSchema: {
      ...outputSchema,
      properties: { ...outputSchema.properties, conversation: { type: "string" } },
      required: [...outputSchema.required, "conversation"],
    },
  };
}
