import type { LanguageModelV3Message, LanguageModelV3ToolResultPart, SharedV3ProviderOptions } from "@ai-sdk/provider";
import type { ToolItem } from "../../shared/api.js";
import type { StoredItem } from "../store/store.js";

/**
 * The conversation as the model gets it: what it said and called in one step is one message, what the tools answered the next. Of its thinking it gets what its provider wants to have back;
 * another model gets none of it.
 */
export function toMessages(entries: readonly StoredItem[], model: string): LanguageModelV3Message[] {
  const messages: LanguageModelV3Message[] = [];
  for (const [first, ...rest] of bySteps(entries)) {
    if (first!.item.type === "user") {
      messages.push({ role: "user", content: [{ type: "text", text: first!.item.text }] });
      continue;
    }
    const items = [first!, ...rest].map(({ item }) => item);
    const thoughts = items.flatMap((item) =>
      item.type === "thinking" && item.provider !== undefined && first!.model === model
        ? [{ type: "reasoning" as const, text: item.text, providerOptions: item.provider as SharedV3ProviderOptions }]
        : [],
    );
    const texts = items.flatMap((item) =>
      item.type === "text" && item.text !== "" ? [{ type: "text" as const, text: item.text }] : [],
    );
    const calls = items.filter((item): item is ToolItem => item.type === "tool");
    if (texts.length + calls.length === 0) continue;
    const called = calls.map(({ id, name, input }) => ({
      type: "tool-call" as const,
      toolCallId: id,
      toolName: nameOf(name),
      input: isObject(input) ? input : { unreadable: input },
    }));
    messages.push({ role: "assistant", content: [...thoughts, ...texts, ...called] });
    if (calls.length > 0) messages.push({ role: "tool", content: calls.map(toResult) });
  }
  return messages;
}

function toResult({ id, name, status, output }: ToolItem): LanguageModelV3ToolResultPart {
  return {
    type: "tool-result",
    toolCallId: id,
    toolName: nameOf(name),
    output: { type: "json", value: resultOf(status, output) as never },
  };
}

function resultOf(status: ToolItem["status"], output: unknown): unknown {
  if (status === "refused") return { error: "the person said no to this; ask what they would like instead" };
  if (status === "waiting") return { error: "the person has not answered yet" };
  if (status === "interrupted" || status === "running")
    return { error: "this was stopped before it ended; whether it had an effect is not known" };
  return output ?? null;
}

/** Providers refuse other names and inputs, also those of a call that was refused. */
function nameOf(name: string): string {
  return name.replaceAll(/[^\w-]/g, "_").slice(0, 64) || "_";
}

function isObject(input: unknown): boolean {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** Each message of the person is a step of its own. */
function* bySteps(entries: readonly StoredItem[]): Generator<StoredItem[]> {
  let group: StoredItem[] = [];
  for (const entry of entries) {
    const { type } = entry.item;
    if (type === "error" || type === "notice" || type === "usage") continue;
    const before = group[0];
    if (before !== undefined && (before.step !== entry.step || before.item.type === "user" || type === "user")) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  if (group.length > 0) yield group;
}
