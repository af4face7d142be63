import { PluginError, UsageError } from "../errors.js";
import { checkName } from "../interpreter/names.js";

/**
 * What a plugin says of itself and asks for. It comes with the plugin and is as little trusted; usually the JSON of a file beside the source, so that it
 * can be read, and shown to a person, before any code of the plugin's runs.
 */
export interface PluginManifest {
  /** Unique among the plugins of a host: letters, digits, `.`, `_` and `-`, at most 100. */
  readonly name: string;
  /** The hooks that it has a function for. */
  readonly hooks: readonly string[];
  /** The host functions that it needs, by their dotted names. Default: none. */
  readonly hostFunctions?: readonly string[];
  /** The mounts that it needs, by their paths. Default: none. */
  readonly files?: readonly string[];
  /** The entries of the network's `allow` that it needs. Default: none. */
  readonly network?: readonly string[];
}

const NAME = /^[\w.-]{1,100}$/;
const MOST_ITEMS = 100;
const LONGEST_ITEM = 1_000;

/** @throws {PluginError} naming the field: the manifest is the plugin's, and so is the fault. */
export function parseManifest(manifest: unknown): Required<PluginManifest> {
  if (typeof manifest !== "object" || manifest === null) throw new PluginError("?", "its manifest is no object");
  const { name, hooks, hostFunctions = [], files = [], network = [], ...unknown } = manifest as Record<string, unknown>;
  if (typeof name !== "string" || !NAME.test(name))
    throw new PluginError(
      "?",
      "its manifest needs a name of letters, digits, dots, underscores and hyphens, at most 100",
    );
  const [extra] = Object.keys(unknown).filter((key) => key !== "$schema" && key !== "version" && key !== "description");
  if (extra !== undefined) throw new PluginError(name, `its manifest asks for ${show(extra)}, which is not known here`);
  const list = (field: string, value: unknown): string[] => parseList(name, field, value);
  const parsed = {
    name,
    hooks: list("hooks", hooks),
    hostFunctions: list("hostFunctions", hostFunctions),
    files: list("files", files),
    network: list("network", network),
  };
  for (const hook of parsed.hooks) {
    try {
      checkName(hook, "a hook");
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new PluginError(name, `its manifest is wrong: ${error.message}`);
    }
  }
  return parsed;
}

function parseList(name: string, field: string, value: unknown): string[] {
  const fits = (item: unknown): item is string => typeof item === "string" && item.length <= LONGEST_ITEM;
  if (!Array.isArray(value) || value.length > MOST_ITEMS || !value.every(fits))
    throw new PluginError(name, `in its manifest ${field} must be a list of at most ${MOST_ITEMS} short texts`);
  return [...new Set(value)];
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
