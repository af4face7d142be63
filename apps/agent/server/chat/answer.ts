// One message of the person leads to steps: the model answers, its tool calls run, it sees what they gave, until it calls none.
import type { ToolItem } from "../../shared/api.js";
import type { AgentTool } from "../tools/tool.js";
import type { LiveConversation } from "./conversation.js";
import { listen } from "./listen.js";
import type { ListenOptions } from "./listen.js";
import { explainProvider } from "./models.js";
import { ownTurn } from "./ownTurn.js";

export interface AnswerOptions extends ListenOptions {
  maxSteps: number;
}

/** Calls of one step that are taken; a model that sends more is told so. */
const MOST_CALLS = 20;

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
  await ownTurn();
  const at = { step: conversation.nextStep(), model: config.id };
  const calls = await listen(options, at, signal);
  const running = calls.slice(0, MOST_CALLS).map(async ({ id, name, input, invalid }) => {
    await ownTurn();
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
