import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV3, SharedV3ProviderOptions } from "@ai-sdk/provider";
import type { ModelConfig } from "../config.js";

/** What the chat page says where no model is configured. */
export const modelHelp = `Put a model into agent.yaml and start again with --config agent.yaml:

models:
  - model: llama3.2
    base_url: http://127.0.0.1:11434/v1   # Ollama; any endpoint that speaks OpenAI's protocol
  - model: claude-sonnet-4-5
    protocol: anthropic
    api_key_env: ANTHROPIC_API_KEY

Or set OPENAI_MODEL, OPENAI_BASE_URL and OPENAI_API_KEY (or the same of ANTHROPIC) in the environment.`;

export interface ConnectedModel {
  model: LanguageModelV3;
  providerOptions: SharedV3ProviderOptions | undefined;
}

/** Making one takes milliseconds. */
const connected = new WeakMap<ModelConfig, ConnectedModel>();

export function connectModel(config: ModelConfig): ConnectedModel {
  let found = connected.get(config);
  if (found === undefined) connected.set(config, (found = connect(config)));
  return found;
}

function connect({ protocol, model, baseUrl, apiKey, thinkingTokens }: ModelConfig): ConnectedModel {
  if (protocol === "anthropic") {
    const provider = createAnthropic({ ...(baseUrl && { baseURL: withVersion(baseUrl) }), ...(apiKey && { apiKey }) });
    const thinking = thinkingTokens && { type: "enabled", budgetTokens: thinkingTokens };
    return { model: provider(model), providerOptions: thinking ? { anthropic: { thinking } } : undefined };
  }
  const provider = createOpenAICompatible({
    name: "openai-compatible",
    baseURL: baseUrl ?? "https://api.openai.com/v1",
    includeUsage: true,
    ...(apiKey && { apiKey }),
  });
  return { model: provider(model), providerOptions: undefined };
}

/** What went wrong with a provider, for the person: one sentence, and what to do. */
export function explainProvider(
  error: unknown,
  { baseUrl, model, protocol }: ModelConfig,
): { message: string; hint: string } {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  const where = baseUrl ?? (protocol === "anthropic" ? "https://api.anthropic.com" : "https://api.openai.com/v1");
  const said = typeof message === "string" && message !== "" ? message.slice(0, 500) : "no reason given";
  if (statusCode === 401 || statusCode === 403)
    return {
      message: `The model's provider refuses the key (${statusCode}): ${said}`,
      hint: "Check api_key, or the variable that api_key_env names, in agent.yaml.",
    };
  if (statusCode === 404)
    return {
      message: `The provider does not know the model ${model} (404): ${said}`,
      hint: `Check model and base_url (${where}) in agent.yaml.`,
    };
  if (statusCode === 429)
    return {
      message: `The provider says that there are too many requests (429): ${said}`,
      hint: "Wait a moment and retry, or choose another model.",
    };
  if (/context|too long|maximum.*tokens/i.test(said))
    return {
      message: `The conversation is too long for the model: ${said}`,
      hint: "Begin a new conversation, or choose a model with a larger context.",
    };
  if (statusCode !== undefined)
    return {
      message: `The provider answers with an error (${statusCode}): ${said}`,
      hint: "Retry; where it stays, choose another model.",
    };
  if (/API key is missing/.test(said))
    return {
      message: "The provider wants a key, and none is configured.",
      hint: "Name its variable in api_key_env, in agent.yaml.",
    };
  if (/timed? ?out|timeout/i.test(said))
    return { message: said, hint: "Retry, choose a smaller model, or raise model_timeout_seconds in agent.yaml." };
  if (/fetch failed|ECONNREFUSED|connect|ENOTFOUND|socket/i.test(said))
    return {
      message: `The provider at ${where} cannot be reached.`,
      hint: "Is it running? Check base_url in agent.yaml.",
    };
  return {
    message: `The provider's answer could not be understood: ${said}`,
    hint: "Retry; where it stays, choose another model.",
  };
}

/** ANTHROPIC_BASE_URL is given without the version by custom. */
function withVersion(url: string): string {
  return new URL(url).pathname === "/" ? new URL("/v1", url).href : url;
}
