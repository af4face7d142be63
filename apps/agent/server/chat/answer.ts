// One message of the person leads to steps: the model answers, its tool calls run, it sees what they gave, until it calls none.
import { jsonSchema, streamText, tool } from "ai";
import type { LanguageModel, ToolSet } from "ai";
import type { ToolItem } from "../../shared/api.js";
import type { ModelConfig } from "../config.js";
import type { AgentTool } from "../tools/tool.js";
import type { LiveConversation } from "./conversation.js";
import { toMessages } from "./history.js";
import { explainProvider } from "./models.js";

export interface AnswerOptions {
  conversation: LiveConversation;
  config: ModelConfig;
  model: LanguageModel;
  /** Those that the actor may use. */
  tools: readonly AgentTool[];
  system: string;
  timeoutMs: number;
  maxSteps: number;
}

/** Calls of one step that are taken; a model that sends more is told so. */
const MOST_CALLS = 20;
/** Of one answer of the model, calls and thinking included. */
const MOST_CHARACTERS = 1_000_000;

/** Goes on until the model has nothing more to call, a question to the person is open, or somebody stops it. Never throws: what goes wrong becomes an item. */
export async function answer(options: AnswerOptions, signal: AbortSignal): Promise<void> {
  const { conversation, config, maxSteps } = options;
  try {
    for (let step = 0; step < maxSteps; step++) {
      const calls = await takeStep(options, signal);
      if (signal.aborted) break;
      if (calls === 0 || conversation.waiting.length > 0) return;
    }
    if (!signal.aborted)
      conversation.add({
        type: "error",
        message: `The model has called tools in ${maxSteps} answers in a row, and was stopped.`,
        hint: "Send a message to go on, or raise max_steps in agent.yaml.",
      });
  } catch (error) {
    if (!signal.aborted) conversation.add({ type: "error", ...explainProvider(error, config) });
  }
  if (signal.aborted) conversation.add({ type: "notice", text: "Stopped." });
}

/** Runs a call that the person has agreed to. */
export async function runApproved(options: AnswerOptions, item: ToolItem, signal: AbortSignal): Promise<void> {
  const found = options.tools.find(({ name }) => name === item.name);
  await (found === undefined
    ? options.conversation.update(item.id, {
        status: "failed",
        output: { error: "the tool is not available any more" },
      })
    : runTool(options.conversation, found, item.id, item.input, signal));
}

/** One answer of the model and its calls. @returns how many calls there were. */
async function takeStep(options: AnswerOptions, signal: AbortSignal): Promise<number> {
  const { conversation, config, tools } = options;
  const at = { step: conversation.nextStep(), model: config.id };
  const calls = await listen(options, at, signal);
  const running = calls.slice(0, MOST_CALLS).map(async ({ id, name, input, invalid }) => {
    const found = tools.find((candidate) => candidate.name === name);
    if (found === undefined || invalid !== undefined) {
      const names = tools.map((candidate) => candidate.name).join(", ");
      const error =
        found === undefined ? `there is no tool ${name}; there are ${names}` : `the call could not be read: ${invalid}`;
      conversation.update(id, { status: "failed", output: { error } });
      return;
    }
    await startTool(conversation, found, id, input, signal);
  });
  for (const { id } of calls.slice(MOST_CALLS))
    conversation.update(id, { status: "failed", output: { error: `only ${MOST_CALLS} calls are taken at once` } });
  await Promise.all(running);
  return calls.length;
}

interface Call {
  /** Of the item. */
  id: string;
  name: string;
  input: unknown;
  /** Why the provider's call cannot be taken. */
  invalid: string | undefined;
}

/** Streams one answer of the model into items. */
async function listen(
  { conversation, model, tools, system, timeoutMs }: AnswerOptions,
  at: { step: number; model: string },
  signal: AbortSignal,
): Promise<Call[]> {
  const late = new AbortController();
  let silent = false;
  const timer = setTimeout(() => {
    silent = true;
    late.abort();
  }, timeoutMs);
  const calls: Call[] = [];
  const open = new Map<string, string>();
  let characters = 0;
  try {
    const { fullStream } = streamText({
      model,
      system,
      messages: toMessages(conversation.entries),
      tools: toToolSet(tools),
      maxRetries: 1,
      abortSignal: AbortSignal.any([signal, late.signal]),
      // it would write to the console
      onError: () => {},
    });
    for await (const part of fullStream) {
      timer.refresh();
      if ("text" in part) characters += part.text.length;
      else if (part.type === "tool-input-delta") characters += part.delta.length;
      if (characters > MOST_CHARACTERS) throw new Error(`it has more than ${MOST_CHARACTERS} characters`);
      switch (part.type) {
        case "text-delta":
        case "reasoning-delta": {
          const key = `${part.type}${part.id}`;
          let id = open.get(key);
          if (id === undefined) {
            id = conversation.add(
              { type: part.type === "text-delta" ? "text" : "thinking", text: "", done: false },
              at,
            );
            open.set(key, id);
          }
          conversation.append(id, part.text);
          break;
        }
        case "text-end":
        case "reasoning-end":
          close(conversation, open, `${part.type.replace("end", "delta")}${part.id}`);
          break;
        case "tool-call": {
          const invalid =
            part.invalid === true ? ((part.error as Error | undefined)?.message ?? "wrong input") : undefined;
          const id = conversation.add({ type: "tool", name: part.toolName, input: part.input, status: "running" }, at);
          calls.push({ id, name: part.toolName, input: part.input, invalid });
          break;
        }
        case "finish": {
          const { inputTokens = 0, outputTokens = 0 } = part.totalUsage;
          conversation.add({ type: "usage", model: at.model, inputTokens, outputTokens }, at);
          break;
        }
        case "error":
          throw part.error;
        default:
      }
    }
    if (silent) throw new Error(`the model's answer timed out: nothing came for ${timeoutMs / 1_000} s`);
    return calls;
  } catch (error) {
    late.abort(); // the provider need not go on
    for (const { id } of calls) conversation.update(id, { status: "interrupted" });
    throw silent ? new Error(`the model's answer timed out: nothing came for ${timeoutMs / 1_000} s`) : error;
  } finally {
    clearTimeout(timer);
    for (const key of open.keys()) close(conversation, open, key);
  }
}

function close(conversation: LiveConversation, open: Map<string, string>, key: string): void {
  const id = open.get(key);
  if (id !== undefined) conversation.update(id, { done: true });
  open.delete(key);
}

function toToolSet(tools: readonly AgentTool[]): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, description, inputSchema }) => [
      name,
      tool({ description, inputSchema: jsonSchema(inputSchema) }),
    ]),
  );
}

/** Runs a call, or asks the person first. */
async function startTool(
  conversation: LiveConversation,
  found: AgentTool,
  id: string,
  given: unknown,
  signal: AbortSignal,
): Promise<void> {
  let input: unknown;
  try {
    input = found.check(given);
    const show = await found.question?.(input, conversation);
    if (show === null) throw new Error("that is not allowed");
    if (show !== undefined) {
      conversation.update(id, { status: "waiting", show });
      return;
    }
  } catch (error) {
    conversation.update(id, { status: "failed", output: { error: (error as Error).message } });
    return;
  }
  await runTool(conversation, found, id, input, signal);
}

async function runTool(
  conversation: LiveConversation,
  found: AgentTool,
  id: string,
  input: unknown,
  signal: AbortSignal,
): Promise<void> {
  conversation.update(id, { status: "running" });
  try {
    const { output, show, failed } = await found.run(input, {
      actor: conversation.actor,
      conversation: conversation.id,
      signal,
      onPrinted: (text) => conversation.print(id, text),
    });
    conversation.update(id, { status: failed ? "failed" : "done", output, ...(show && { show }) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const changes = signal.aborted ? { status: "interrupted" } : { status: "failed", output: { error: message } };
    conversation.update(id, changes);
  }
}
