import { pathToFileURL } from "node:url";
import { permissions } from "../accounts/permissions.js";
import type { Permission } from "../accounts/permissions.js";
import { ConfigError } from "../errors.js";
import type { AgentTool, ToolContext } from "./tool.js";

/** One tool of a plugin module: `export default [{ name, description, inputSchema, execute, permission }]`. */
interface PluginTool {
  name: string;
  description: string;
  /** JSON Schema of an object. What the model sends is not checked against it. */
  inputSchema: object;
  /** Default: everybody who may use the agent. */
  permission?: Permission;
  execute: (input: unknown, context: Pick<ToolContext, "actor" | "signal">) => unknown;
}

/** Of what a tool gives, as JSON. */
const MOST_CHARACTERS = 1_000_000;

/** @throws {ConfigError} that names the module, and what is wrong with it. */
export async function loadPlugins(paths: readonly string[]): Promise<AgentTool[]> {
  const tools: AgentTool[] = [];
  for (const path of paths) {
    let module: { default?: unknown };
    try {
      module = (await import(pathToFileURL(path).href)) as { default?: unknown };
    } catch (error) {
      throw new ConfigError(`the plugin ${path} cannot be loaded: ${(error as Error).message}`);
    }
    if (!Array.isArray(module.default))
      throw new ConfigError(`the plugin ${path} has no array of tools as its default export`);
    for (const given of module.default) tools.push(toTool(path, given as Partial<PluginTool>));
  }
  return tools;
}

function toTool(path: string, { name, description, inputSchema, permission, execute }: Partial<PluginTool>): AgentTool {
  const where = `the plugin ${path}: the tool ${JSON.stringify(name)}`;
  if (typeof name !== "string" || !/^[\w-]{1,64}$/.test(name))
    throw new ConfigError(`${where}: a name has letters, digits, _ and - only`);
  if (typeof description !== "string") throw new ConfigError(`${where} has no description`);
  if (typeof inputSchema !== "object" || inputSchema === null) throw new ConfigError(`${where} has no inputSchema`);
  if (typeof execute !== "function") throw new ConfigError(`${where} has no function execute`);
  if (permission !== undefined && !permissions.includes(permission))
    throw new ConfigError(`${where}: permission is one of ${permissions.join(", ")}`);
  return {
    name,
    description,
    inputSchema,
    ...(permission && { permission }),
    check: (input) => input,
    run: async (input, { actor, signal }) => {
      const ran = Promise.resolve(execute(input, { actor, signal }));
      return { output: plain(await unlessStopped(ran, signal)) };
    },
  };
}

/** What a function gives, or AbortError; one that does not listen to the signal is left alone. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** As JSON, which is what the model and the store get. @throws {Error} for what is none, or too long. */
function plain(output: unknown): unknown {
  const text = JSON.stringify(output) ?? "null";
  if (text.length > MOST_CHARACTERS)
    throw new Error(`the result has ${text.length} characters as JSON, more than ${MOST_CHARACTERS}`);
  return JSON.parse(text);
}
