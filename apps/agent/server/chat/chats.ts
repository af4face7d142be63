import { randomUUID } from "node:crypto";
import type { PythonTool } from "agent-micropython";
import type { ConversationSummary } from "../../shared/api.js";
import type { Accounts } from "../accounts/permissions.js";
import type { Config, ModelConfig } from "../config.js";
import { HttpError } from "../errors.js";
import type { Store } from "../store/store.js";
import type { AgentTool } from "../tools/tool.js";
import { answer, runApproved } from "./answer.js";
import type { AnswerOptions } from "./answer.js";
import { LiveConversation } from "./conversation.js";
import { connectModel, modelHelp } from "./models.js";
import { systemPrompt } from "./systemPrompt.js";

const MOST_CHARACTERS = 200_000;
const TITLE_CHARACTERS = 60;

export interface ChatsOptions {
  store: Store;
  config: Config;
  accounts: Accounts;
  tools: readonly AgentTool[];
  python: PythonTool;
}

/** The conversations of all actors: each belongs to one, and nobody else learns that it is there. */
export class Chats {
  readonly #options: ChatsOptions;
  readonly #live = new Map<string, LiveConversation>();
  readonly #runs = new Set<Promise<void>>();

  constructor(options: ChatsOptions) {
    this.#options = options;
  }

  list(actor: string): ConversationSummary[] {
    return this.#options.store
      .conversations(actor)
      .map(
        ({ id, title, updatedAt, waiting }) =>
          this.#live.get(id)?.summary ?? { id, title, updatedAt, waiting, running: false },
      );
  }

  create(actor: string): ConversationSummary {
    const conversation = { id: randomUUID(), actor, title: "New conversation", updatedAt: Date.now() };
    this.#options.store.saveConversation(conversation);
    return this.get(actor, conversation.id).summary;
  }

  /** @throws {HttpError} 404 where the actor has none with this id. */
  get(actor: string, id: string): LiveConversation {
    const live = this.#live.get(id);
    if (live?.actor === actor) return live;
    const stored = live === undefined ? this.#options.store.conversation(id) : undefined;
    if (stored?.actor !== actor) throw new HttpError(404, "There is no such conversation.");
    for (const [key, other] of this.#live) if (other.idle) this.#live.delete(key);
    const conversation = new LiveConversation(this.#options.store, stored);
    this.#live.set(id, conversation);
    return conversation;
  }

  async delete(actor: string, id: string): Promise<void> {
    const conversation = this.get(actor, id);
    this.#live.delete(id);
    this.#options.store.deleteConversation(id);
    conversation.deleted();
    await this.#options.python.end(id);
  }

  rename(actor: string, id: string, title: string): void {
    this.get(actor, id).rename(title.trim().slice(0, 200) || "Untitled");
  }

  send(actor: string, id: string, text: string, model: string | undefined): void {
    if (text.trim() === "") throw new HttpError(400, "The message is empty.");
    if (text.length > MOST_CHARACTERS)
      throw new HttpError(413, `The message has ${text.length} characters, more than ${MOST_CHARACTERS}.`);
    const conversation = this.#ready(actor, id);
    const options = this.#answerOptions(conversation, model);
    if (conversation.entries.length === 0) conversation.rename(titleOf(text));
    conversation.add({ type: "user", text }, { step: conversation.nextStep(), model: options.config.id });
    this.#start(conversation, (signal) => answer(options, signal));
  }

  /** Makes the last answer anew. */
  retry(actor: string, id: string, model: string | undefined): void {
    const conversation = this.#ready(actor, id);
    if (!conversation.items.some(({ type }) => type === "user"))
      throw new HttpError(409, "There is no message to answer yet.");
    const options = this.#answerOptions(conversation, model);
    conversation.rewind();
    this.#start(conversation, (signal) => answer(options, signal));
  }

  stop(actor: string, id: string): void {
    this.get(actor, id).stop();
  }

  /** The person's answer to a question. The conversation goes on when no other question is open. */
  decide(actor: string, id: string, itemId: string, approve: boolean): void {
    const conversation = this.get(actor, id);
    const item = conversation.waiting.find((waiting) => waiting.id === itemId);
    if (item === undefined || conversation.running) throw new HttpError(409, "This question is not open any more.");
    const model = conversation.entries.find((entry) => entry.item.id === itemId)?.model;
    const known = this.#options.config.models.some((candidate) => candidate.id === model) ? model : undefined;
    const options = this.#answerOptions(conversation, known);
    if (!approve) conversation.update(itemId, { status: "refused" });
    this.#start(conversation, async (signal) => {
      if (approve) await runApproved(options, item, signal);
      if (conversation.waiting.length === 0 && !signal.aborted) await answer(options, signal);
    });
  }

  /** Stops everything that runs, and waits for it. */
  async close(): Promise<void> {
    for (const conversation of this.#live.values()) conversation.stop();
    await Promise.all(this.#runs);
  }

  /** @throws {HttpError} 409 where an answer is being made, or a question is open. */
  #ready(actor: string, id: string): LiveConversation {
    const conversation = this.get(actor, id);
    if (conversation.running) throw new HttpError(409, "An answer is being made already.", "Wait for it, or stop it.");
    if (conversation.waiting.length > 0)
      throw new HttpError(409, "A question is open.", "Answer it with Yes or No first.");
    return conversation;
  }

  #start(conversation: LiveConversation, work: (signal: AbortSignal) => Promise<void>): void {
    const signal = conversation.begin();
    const run = guarded(conversation, work, signal);
    this.#runs.add(run);
    void run.finally(() => this.#runs.delete(run));
  }

  #answerOptions(conversation: LiveConversation, wanted: string | undefined): AnswerOptions {
    const { config, accounts, tools } = this.#options;
    const chosen = this.#model(wanted ?? config.defaultModel);
    const allowed = tools.filter(
      ({ permission }) => permission === undefined || accounts.may(conversation.actor, permission),
    );
    return {
      conversation,
      config: chosen,
      model: connectModel(chosen),
      tools: allowed,
      system: systemPrompt(allowed),
      timeoutMs: config.modelTimeoutMs,
      maxSteps: config.maxSteps,
    };
  }

  #model(id: string | undefined): ModelConfig {
    const found = this.#options.config.models.find((model) => model.id === id);
    if (found !== undefined) return found;
    if (id === undefined) throw new HttpError(409, "No model is configured.", modelHelp);
    throw new HttpError(400, `There is no model ${JSON.stringify(id.slice(0, 100))}.`);
  }
}

function titleOf(text: string): string {
  const line = text.trim().split("\n", 1)[0]!;
  return line.length > TITLE_CHARACTERS ? `${line.slice(0, TITLE_CHARACTERS - 1)}…` : line;
}

/** Ends the conversation's run however the work ends. */
async function guarded(
  conversation: LiveConversation,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await work(signal);
  } catch (error) {
    conversation.add({ type: "error", message: `Something went wrong here: ${(error as Error).message}` });
  } finally {
    conversation.end();
  }
}
