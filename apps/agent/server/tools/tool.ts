import type { Show } from "../../shared/api.js";
import type { Permission } from "../accounts/permissions.js";

/** For whom, and in which conversation, a tool is called. */
export interface ToolContext {
  readonly actor: string;
  readonly conversation: string;
  readonly signal: AbortSignal;
  /** What Python prints meanwhile. */
  readonly onPrinted: (text: string) => void;
}

export interface ToolResult {
  /** What the model gets: plain data. */
  readonly output: unknown;
  /** What the person sees besides. */
  readonly show?: Show;
  /** The tool says that it has failed. */
  readonly failed?: boolean;
}

/** A tool of the agent. The model's input has been checked before any function sees it. */
export interface AgentTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: object;
  /** An actor without it is not told of the tool. Whether a database is theirs is asked when it is named. */
  readonly permission?: Permission;
  /** @returns the input, or throws an Error that tells the model what is wrong with it. */
  check(input: unknown): unknown;
  /** What the person is asked before the tool runs; null where the actor may not do it at all. */
  question?(input: unknown, context: Pick<ToolContext, "actor">): Promise<Show | null>;
  run(input: unknown, context: ToolContext): Promise<ToolResult>;
}
