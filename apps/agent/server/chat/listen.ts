// One answer of the model, streamed into items. The provider is spoken to without the AI SDK's `streamText`, which does more than is wanted here and takes five times as long.
import { setTimeout as wait } from "node:timers/promises";
import { APICallError } from "@ai-sdk/provider";
import type {
  LanguageModelV3CallOptions,
  LanguageModelV3FinishReason,
  LanguageModelV3FunctionTool,
  LanguageModelV3StreamPart,
  SharedV3ProviderMetadata,
} from "@ai-sdk/provider";
import type { ModelConfig } from "../config.js";
import type { AgentTool } from "../tools/tool.js";
import type { LiveConversation } from "./conversation.js";
import { toMessages } from "./history.js";
import type { ConnectedModel } from "./models.js";

export interface ListenOptions {
  conversation: LiveConversation;
  config: ModelConfig;
  model: ConnectedModel;
  /** Those that the actor may use. */
  tools: readonly AgentTool[];
  system: string;
  /** Longest wait for the next piece. */
  timeoutMs: number;
}

/** A call that the model has made. */
export interface Call {
  /** Of the item. */
  id: string;
  name: string;
  input: unknown;
  /** Why the provider's call cannot be taken. */
  invalid: string | undefined;
}

/** Of one answer, calls and thinking included. */
const MOST_CHARACTERS = 1_000_000;
/** Before the second attempt, where the provider is busy or cannot be reached. */
const RETRY_MS = 1_000;

/** Of ends that the person should know of. */
const notices: Partial<Record<LanguageModelV3FinishReason["unified"], string>> = {
  length: "The answer ended at the model's limit of tokens.",
  "content-filter": "The provider has ended the answer: its filter objects.",
};
const EMPTY = "The model had nothing to say.";

/** @returns its calls. @throws what the provider's side went wrong with. */
export async function listen(
  { conversation, config, model, tools, system, timeoutMs }: ListenOptions,
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
  const texts = new OpenTexts(conversation, at);
  let characters = 0;
  try {
    const stream = await open(model, {
      prompt: [{ role: "system", content: system }, ...toMessages(conversation.entries, config.id)],
      tools: tools.map(toFunctionTool),
      abortSignal: AbortSignal.any([signal, late.signal]),
    });
    for await (const part of stream) {
      timer.refresh();
      if ("delta" in part) characters += part.delta.length;
      if (characters > MOST_CHARACTERS) throw new Error(`it has more than ${MOST_CHARACTERS} characters`);
      switch (part.type) {
        case "tool-call": {
          const { input, invalid } = parseInput(part.input);
          const id = conversation.add({ type: "tool", name: part.toolName, input, status: "running" }, at);
          calls.push({ id, name: part.toolName, input, invalid });
          break;
        }
        case "finish": {
          const [inputTokens, outputTokens] = [part.usage.inputTokens.total ?? 0, part.usage.outputTokens.total ?? 0];
          conversation.add({ type: "usage", model: at.model, inputTokens, outputTokens }, at);
          const why = notices[part.finishReason.unified] ?? (calls.length === 0 && !texts.said ? EMPTY : undefined);
          if (why !== undefined) conversation.add({ type: "notice", text: why }, at);
          break;
        }
        case "error":
          throw part.error;
        default:
          texts.take(part);
      }
    }
    return calls;
  } catch (error) {
    late.abort(); // the provider need not go on
    for (const { id } of calls) conversation.update(id, { status: "interrupted" });
    throw silent ? new Error(`the model's answer timed out: nothing came for ${timeoutMs / 1_000} s`) : error;
  } finally {
    clearTimeout(timer);
    texts.close();
  }
}

async function open(
  { model, providerOptions }: ConnectedModel,
  options: LanguageModelV3CallOptions,
): Promise<ReadableStream<LanguageModelV3StreamPart>> {
  const ask = async (): Promise<ReadableStream<LanguageModelV3StreamPart>> =>
    (await model.doStream({ ...options, ...(providerOptions && { providerOptions }) })).stream;
  try {
    return await ask();
  } catch (error) {
    if (!APICallError.isInstance(error) || !error.isRetryable) throw error;
    await wait(RETRY_MS, undefined, { signal: options.abortSignal });
    return ask();
  }
}

/** The texts and thoughts that the model is in the middle of. */
class OpenTexts {
  readonly #conversation: LiveConversation;
  readonly #at: { step: number; model: string };
  readonly #open = new Map<string, { id: string; provider: SharedV3ProviderMetadata | undefined }>();
  /** Whether there was any text, thoughts apart. */
  said = false;

  constructor(conversation: LiveConversation, at: { step: number; model: string }) {
    this.#conversation = conversation;
    this.#at = at;
  }

  take(part: LanguageModelV3StreamPart): void {
    const [, kind, what] = /^(text|reasoning)-(start|delta|end)$/.exec(part.type) ?? [];
    if (kind === undefined || !("id" in part)) return;
    const key = `${kind} ${part.id}`;
    const provider = kind === "reasoning" && "providerMetadata" in part ? part.providerMetadata : undefined;
    const text = "delta" in part ? part.delta : "";
    let open = this.#open.get(key);
    if (open === undefined) {
      if (text === "" && provider === undefined) return;
      const type = kind === "text" ? "text" : "thinking";
      open = { id: this.#conversation.add({ type, text: "", done: false }, this.#at), provider: undefined };
      this.#open.set(key, open);
    }
    this.said ||= kind === "text";
    open.provider = provider ?? open.provider;
    if (text !== "") this.#conversation.append(open.id, text);
    if (what === "end") this.#end(key);
  }

  close(): void {
    for (const key of this.#open.keys()) this.#end(key);
  }

  #end(key: string): void {
    const { id, provider } = this.#open.get(key)!;
    this.#open.delete(key);
    this.#conversation.update(id, { done: true, ...(provider && { provider }) });
  }
}

function parseInput(text: string): { input: unknown; invalid: string | undefined } {
  try {
    return { input: text.trim() === "" ? {} : (JSON.parse(text) as unknown), invalid: undefined };
  } catch (error) {
    return { input: text, invalid: (error as Error).message };
  }
}

function toFunctionTool({ name, description, inputSchema }: AgentTool): LanguageModelV3FunctionTool {
  return {
    type: "function",
    name,
    description,
    inputSchema: inputSchema as LanguageModelV3FunctionTool["inputSchema"],
  };
}
