import { readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { UsageError } from "micropython-wasm";
import { settingNames, settingsFromConfig, snakeCase } from "../core/settings.js";
import type { Settings } from "../core/settings.js";
import { defaultSqlLimits, resolveSqlLimits } from "../sql/limits.js";
import type { SqlLimits } from "../sql/limits.js";

/** What a configuration file and the command line say. */
export interface Configuration {
  settings: Settings;
  limits: SqlLimits;
  /** The SQLite files by name. */
  databases: Record<string, string>;
}

/**
 * Reads the configuration file, and adds the databases of the command line, which are named as their files are.
 *
 * @throws {UsageError} naming the file, the setting or the database.
 */
export function readConfiguration(file: string | undefined, databaseFiles: readonly string[]): Configuration {
  const { databases = {}, ...config } = file === undefined ? {} : readObject(file);
  const sqlNames = new Map(Object.keys(defaultSqlLimits).map((name) => [snakeCase(name), name]));
  const limits: Record<string, number> = {};
  const settings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    const name = sqlNames.get(key);
    if (name !== undefined) limits[name] = value as number;
    else if (settingNames.has(key)) settings[key] = value;
    else
      throw new UsageError(
        `${JSON.stringify(key)} is no setting; the settings are ${[...settingNames.keys(), ...sqlNames.keys(), "databases"].join(", ")}`,
      );
  }
  return {
    settings: settingsFromConfig(settings),
    limits: resolveSqlLimits(limits, snakeCase),
    databases: withFiles(checkDatabases(databases, file), databaseFiles),
  };
}

function readObject(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`);
  }
  if (typeof config === "object" && config !== null && !Array.isArray(config)) return { ...config };
  throw new UsageError(`${file} must hold an object`);
}

/** Paths of a configuration file begin where it is. */
function checkDatabases(databases: unknown, file = ""): Record<string, string> {
  const isObject = typeof databases === "object" && databases !== null && !Array.isArray(databases);
  const entries = isObject ? Object.entries(databases) : [];
  if (!isObject || !entries.every(([, path]) => typeof path === "string"))
    throw new UsageError("databases must be an object: the path of a file for each name");
  return Object.fromEntries(entries.map(([name, path]) => [name, resolve(dirname(file), path as string)]));
}

function withFiles(databases: Record<string, string>, files: readonly string[]): Record<string, string> {
  const all = new Map(Object.entries(databases));
  for (const file of files) {
    const name = basename(file, extname(file));
    if (all.has(name))
      throw new UsageError(`two databases would be called ${JSON.stringify(name)}; name them in a configuration file`);
    all.set(name, file);
  }
  return Object.fromEntries(all);
}
