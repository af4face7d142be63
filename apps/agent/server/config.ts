// agent.yaml, the environment and the command line, checked and put together.
import { readFileSync, statSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { settingsFromConfig } from "agent-micropython";
import type { Settings } from "agent-micropython";
import { parse } from "yaml";
import { z } from "zod";
import { permissions } from "./accounts/permissions.js";
import type { Grants, Permission } from "./accounts/permissions.js";
import { ConfigError } from "./errors.js";

export interface ModelConfig {
  id: string;
  label: string;
  /** How the provider is spoken to. */
  protocol: "openai" | "anthropic";
  /** The provider's name for the model. */
  model: string;
  baseUrl: string | undefined;
  apiKey: string | undefined;
  /** Most tokens that the model thinks with before it answers; without, it does not, or decides itself. */
  thinkingTokens?: number | undefined;
}

export interface Config {
  databases: Record<string, string>;
  models: ModelConfig[];
  /** Of `models`. */
  defaultModel: string | undefined;
  /** Tokens and permissions of the actors beside root. */
  tokens: Map<string, string>;
  grants: Map<string, Grants>;
  settings: Settings;
  /** Paths of modules with further tools. */
  plugins: string[];
  /** Longest wait for the next piece of a model's answer, in milliseconds. */
  modelTimeoutMs: number;
  /** Answers of the model that one message may lead to: each calls tools, or ends. */
  maxSteps: number;
}

const databasePermission = z.enum(permissions.filter((name) => name !== "agent") as [Permission, ...Permission[]]);

const file = z.strictObject({
  databases: z.union([z.array(z.string()), z.record(z.string(), z.string())]).default([]),
  models: z
    .array(
      z
        .strictObject({
          id: z.string().min(1).optional(),
          label: z.string().optional(),
          protocol: z.enum(["openai", "anthropic"]).default("openai"),
          model: z.string().min(1),
          base_url: z.url().optional(),
          api_key: z.string().optional(),
          api_key_env: z.string().optional(),
          thinking_tokens: z.int().min(1024).max(1_000_000).optional(),
        })
        .refine((model) => model.thinking_tokens === undefined || model.protocol === "anthropic", {
          path: ["thinking_tokens"],
          message: "only models with protocol: anthropic have it; others think as they are made or served",
        }),
    )
    .default([]),
  default_model: z.string().optional(),
  actors: z
    .record(
      z.string().regex(/^[\w.@-]{1,64}$/, "a name of an actor has letters, digits and . _ @ - only"),
      z.strictObject({
        token: z.string().min(16, "a token has 16 characters or more").optional(),
        token_env: z.string().optional(),
        agent: z.boolean().default(false),
        databases: z.record(z.string(), z.array(databasePermission)).default({}),
      }),
    )
    .default({}),
  python: z.record(z.string(), z.unknown()).default({}),
  plugins: z.array(z.string()).default([]),
  model_timeout_seconds: z.number().min(1).max(3600).default(120),
  max_steps: z.int().min(1).max(200).default(25),
});

export interface Arguments {
  databases: string[];
  config: string | undefined;
}

/** @throws {ConfigError} that says where and what. */
export function loadConfig({ databases, config }: Arguments, env: NodeJS.ProcessEnv): Config {
  const given = readFile(config);
  const folder = config === undefined ? "." : resolve(config, "..");
  const models = [...given.models.map((model) => toModel(model, env)), ...modelsOfEnvironment(env)];
  const ids = new Set<string>();
  for (const { id } of models) {
    if (ids.has(id))
      throw new ConfigError(`two models have the id ${JSON.stringify(id)}: give one of them an id of its own`);
    ids.add(id);
  }
  const defaultModel = given.default_model ?? env["AGENT_MODEL"] ?? models[0]?.id;
  if (defaultModel !== undefined && !ids.has(defaultModel))
    throw new ConfigError(
      `the default model ${JSON.stringify(defaultModel)} is none of ${[...ids].join(", ") || "those configured (there are none)"}`,
    );
  const listed = Array.isArray(given.databases) ? given.databases : Object.values(given.databases);
  const names = Array.isArray(given.databases) ? undefined : Object.keys(given.databases);
  const files = listed.map((path) => resolve(folder, path));
  return {
    databases: nameDatabases(files, names, databases),
    models,
    defaultModel,
    ...accountsOf(given.actors, env),
    settings: settingsOf(given.python),
    plugins: given.plugins.map((path) => resolve(folder, path)),
    modelTimeoutMs: given.model_timeout_seconds * 1_000,
    maxSteps: given.max_steps,
  };
}

function readFile(path: string | undefined): z.infer<typeof file> {
  if (path === undefined) return file.parse({});
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new ConfigError(`${path} cannot be read`);
  }
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (error) {
    throw new ConfigError(`${path} is no YAML: ${(error as Error).message}`);
  }
  const checked = file.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new ConfigError(`${path}: ${issue!.path.join(".") || "the file"}: ${issue!.message}`);
}

function toModel(given: z.infer<typeof file>["models"][number], env: NodeJS.ProcessEnv): ModelConfig {
  const { protocol, model } = given;
  const apiKey = given.api_key ?? (given.api_key_env === undefined ? undefined : env[given.api_key_env]);
  const id = given.id ?? model;
  return {
    id,
    label: given.label ?? id,
    protocol,
    model,
    baseUrl: given.base_url,
    apiKey,
    thinkingTokens: given.thinking_tokens,
  };
}

/** What the usual variables name: OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL, and the same of ANTHROPIC. */
function modelsOfEnvironment(env: NodeJS.ProcessEnv): ModelConfig[] {
  const found: ModelConfig[] = [];
  for (const [protocol, prefix] of [
    ["openai", "OPENAI"],
    ["anthropic", "ANTHROPIC"],
  ] as const) {
    const model = env[`${prefix}_MODEL`];
    if (model === undefined) continue;
    const [baseUrl, apiKey] = [env[`${prefix}_BASE_URL`], env[`${prefix}_API_KEY`]];
    found.push({ id: model, label: model, protocol, model, baseUrl, apiKey });
  }
  return found;
}

function nameDatabases(files: string[], names: string[] | undefined, more: string[]): Record<string, string> {
  const named: Record<string, string> = {};
  const add = (name: string, path: string): void => {
    if (Object.hasOwn(named, name))
      throw new ConfigError(
        `two databases would be called ${JSON.stringify(name)}: name them in agent.yaml, as databases: { NAME: FILE }`,
      );
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
      throw new ConfigError(`there is no database file ${path}`);
    named[name] = path;
  };
  const nameOf = (path: string): string => basename(path, extname(path));
  for (const [i, path] of files.entries()) add(names?.[i] ?? nameOf(path), path);
  for (const path of more) add(nameOf(path), resolve(path));
  return named;
}

function accountsOf(actors: z.infer<typeof file>["actors"], env: NodeJS.ProcessEnv): Pick<Config, "tokens" | "grants"> {
  const tokens = new Map<string, string>();
  const grants = new Map<string, Grants>();
  for (const [name, { token, token_env, agent, databases }] of Object.entries(actors)) {
    if (name === "root") throw new ConfigError("the actor root signs in by the link; give other actors other names");
    const value = token ?? (token_env === undefined ? undefined : env[token_env]);
    if (value === undefined || value.length < 16)
      throw new ConfigError(`actors.${name} has no token of 16 characters or more (token or token_env)`);
    if ([...tokens.values()].includes(value)) throw new ConfigError(`actors.${name} has the token of another actor`);
    tokens.set(name, value);
    const sets = Object.entries(databases).map(([database, allowed]) => [database, new Set(allowed)] as const);
    grants.set(name, { agent, databases: new Map(sets) });
  }
  return { tokens, grants };
}

function settingsOf(python: Record<string, unknown>): Settings {
  try {
    return settingsFromConfig(python);
  } catch (error) {
    throw new ConfigError(`python: ${(error as Error).message}`);
  }
}
