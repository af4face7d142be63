import { UsageError } from "micropython-wasm";

/** What an application can set. Configuration files use the same names in snake_case: `max_sessions`. */
export interface Settings {
  /** Conversations whose interpreter is live at once; of the others it hibernates, the least recently used first. Default 16; 1 to 1,000. */
  maxSessions: number;
  /** Longest time of one call, in seconds. Default 5; 0.01 to 86,400. */
  wallClockTimeoutSeconds: number;
  /** Most memory of one interpreter, in bytes. Default 16,777,216; 4 MiB to 1 GiB. */
  memoryBytes: number;
  /** Most work of one call, in units of fuel: about one for each bytecode. Default 10,000,000 (a `Session` of micropython-wasm has 200,000,000); from 1. */
  fuel: number;
  /** Most characters that a result has for the model, in all its texts together; the middle of what is longer is cut. Default 10,000; 200 to 1,000,000. */
  maxOutputChars: number;
  /** False: an interpreter whose place is needed is closed, and its variables are lost. Default true. */
  hibernate: boolean;
  /** True: after a call that a limit, a trap or a cancellation stopped, the next one starts with a fresh interpreter. Default false: with the variables from before that call. */
  discardOnTrap: boolean;
}

interface NumberRule {
  default: number;
  min: number;
  max: number;
  whole: boolean;
}

const numbers: Record<Exclude<keyof Settings, "hibernate" | "discardOnTrap">, NumberRule> = {
  maxSessions: { default: 16, min: 1, max: 1_000, whole: true },
  wallClockTimeoutSeconds: { default: 5, min: 0.01, max: 86_400, whole: false },
  memoryBytes: { default: 16 * 1024 ** 2, min: 4 * 1024 ** 2, max: 1024 ** 3, whole: true },
  fuel: { default: 10_000_000, min: 1, max: Number.MAX_SAFE_INTEGER, whole: true },
  maxOutputChars: { default: 10_000, min: 200, max: 1_000_000, whole: true },
};

const switches: Record<"hibernate" | "discardOnTrap", boolean> = { hibernate: true, discardOnTrap: false };

/** How a name is written where the value came from. */
type Spelling = (name: string) => string;

const asWritten: Spelling = (name) => name;
export const snakeCase: Spelling = (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** As configuration files write them, and as TypeScript does. */
export const settingNames: ReadonlyMap<string, string> = new Map(
  [...Object.keys(numbers), ...Object.keys(switches)].map((name) => [snakeCase(name), name]),
);

/**
 * Fills in the defaults. What is no setting is ignored here.
 *
 * @throws {UsageError} naming the setting.
 */
export function resolveSettings(given: Partial<Settings>, spelling: Spelling = asWritten): Settings {
  const settings: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(numbers))
    settings[name] = checkNumber(spelling(name), given[name as keyof Settings] ?? rule.default, rule);
  for (const [name, fallback] of Object.entries(switches)) {
    const value = given[name as keyof Settings] ?? fallback;
    if (typeof value !== "boolean") throw new UsageError(`${spelling(name)} must be true or false; got ${show(value)}`);
    settings[name] = value;
  }
  return settings as unknown as Settings;
}

/**
 * The settings of a configuration file, with the defaults filled in.
 *
 * @param config an object with names in snake_case.
 * @throws {UsageError} naming the setting that is wrong, or is none.
 */
export function settingsFromConfig(config: unknown): Settings {
  if (typeof config !== "object" || config === null || Array.isArray(config))
    throw new UsageError(`the settings must be an object; got ${show(config)}`);
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    const name = settingNames.get(key);
    if (name === undefined)
      throw new UsageError(`${show(key)} is no setting; the settings are ${[...settingNames.keys()].join(", ")}`);
    if (value === null) throw new UsageError(`${key} must not be null; leave it out for its default`);
    given[name] = value;
  }
  return resolveSettings(given, snakeCase);
}

function checkNumber(name: string, value: unknown, { min, max, whole }: NumberRule): number {
  if (typeof value === "number" && value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  throw new UsageError(`${name} must be a ${whole ? "whole " : ""}number from ${min} to ${max}; got ${show(value)}`);
}

/** A wrong value in a message: on one line, not endless. */
function show(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
