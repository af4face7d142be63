import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadConfig } from "../dist/server/config.js";
import type { Config } from "../dist/server/config.js";
import { ConfigError } from "../dist/server/errors.js";

const folder = mkdtempSync(join(tmpdir(), "config-"));
for (const name of ["sales.db", "more.db"]) writeFileSync(join(folder, name), "");

function load(yaml: string | undefined, env: NodeJS.ProcessEnv = {}, databases: string[] = []): Config {
  const config = yaml === undefined ? undefined : join(folder, "agent.yaml");
  if (config !== undefined) writeFileSync(config, yaml!);
  return loadConfig({ databases, config }, env);
}

it("reads models, people, databases and settings; paths are those of its folder", () => {
  const { databases, models, defaultModel, tokens, grants, settings, plugins, modelTimeoutMs, maxSteps } = load(
    `databases: { sales: ./sales.db }
models:
  - model: llama3.2
    base_url: http://127.0.0.1:11434/v1
  - { model: claude-sonnet-4-5, label: Claude, protocol: anthropic, api_key_env: KEY, thinking_tokens: 4000 }
default_model: claude-sonnet-4-5
actors: { ana: { token_env: ANA, agent: true, databases: { "*": [view-database] } } }
python: { max_sessions: 3 }
plugins: [./tools.mjs]
model_timeout_seconds: 7
max_steps: 4`,
    { KEY: "secret", ANA: "0123456789abcdef" },
    [join(folder, "more.db")],
  );
  expect(databases).toEqual({ sales: join(folder, "sales.db"), more: join(folder, "more.db") });
  expect(models[0]).toMatchObject({ id: "llama3.2", protocol: "openai", apiKey: undefined });
  expect(models[1]).toMatchObject({ label: "Claude", protocol: "anthropic", apiKey: "secret", thinkingTokens: 4000 });
  expect(defaultModel).toBe("claude-sonnet-4-5");
  expect(tokens).toEqual(new Map([["ana", "0123456789abcdef"]]));
  expect(grants.get("ana")).toEqual({ agent: true, databases: new Map([["*", new Set(["view-database"])]]) });
  expect([settings.maxSessions, plugins, modelTimeoutMs, maxSteps]).toEqual([3, [join(folder, "tools.mjs")], 7_000, 4]);
});

it("takes models from the environment, without a file", () => {
  const env = {
    OPENAI_MODEL: "gpt",
    OPENAI_BASE_URL: "http://127.0.0.1:1/v1",
    ANTHROPIC_MODEL: "claude",
    AGENT_MODEL: "claude",
  };
  const { models, defaultModel } = load(undefined, env);
  expect(models.map(({ id, protocol }) => [id, protocol])).toEqual([
    ["gpt", "openai"],
    ["claude", "anthropic"],
  ]);
  expect(defaultModel).toBe("claude");
  expect(load(undefined)).toMatchObject({ models: [], defaultModel: undefined, databases: {} });
});

it.each([
  ["modles: []", /modles/],
  ["models: [", /no YAML/],
  ["models: [{}]", /models\.0\.model/],
  ["models: [{ model: a }, { model: a }]", /two models have the id "a"/],
  ["models: [{ model: a, base_url: nowhere }]", /base_url/],
  ["models: [{ model: a, protocol: telnet }]", /protocol/],
  ["models: [{ model: a, thinking_tokens: 4000 }]", /thinking_tokens: only models with protocol: anthropic/],
  ["models: [{ model: a, protocol: anthropic, thinking_tokens: 10 }]", /thinking_tokens/],
  ["default_model: a", /none of those configured/],
  ["databases: [./nowhere.db]", /there is no database file/],
  ["databases: [./sales.db, ./sales.db]", /two databases would be called "sales"/],
  ["actors: { root: { token: 0123456789abcdef } }", /root signs in by the link/],
  ["actors: { ana: {} }", /no token of 16 characters/],
  ["actors: { ana: { token: short } }", /16 characters/],
  ["actors: { 'a b': { token: x123456789abcdef } }", /actors\.a b/],
  ["actors: { a: { token: x123456789abcdef }, b: { token: x123456789abcdef } }", /token of another actor/],
  ["actors: { a: { token: x123456789abcdef, databases: { s: [agent] } } }", /actors\.a\.databases/],
  ["python: { max_session: 3 }", /"max_session" is no setting/],
  ["python: { max_sessions: 0 }", /max_sessions must be/],
  ["max_steps: 0", /max_steps/],
])("refuses, and says what is wrong: %s", (yaml, message) => {
  expect(() => load(yaml)).toThrow(ConfigError);
  expect(() => load(yaml)).toThrow(message);
});
