import { UsageError } from "../errors.js";
import { resolveLimits } from "../limits.js";
import type { Limits } from "../limits.js";

const unitBytes: Record<string, number> = { "": 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** "16777216", "16384KiB" or "16MiB", as bytes. */
export function parseMemory(text: string): number {
  const match = /^(\d+)(KiB|MiB|GiB)?$/.exec(text);
  if (match === null) refuse("--memory", "a number of bytes, or one with KiB, MiB or GiB such as 16MiB", text);
  return inRange("--memory", "memoryBytes", Number(match[1]) * unitBytes[match[2] ?? ""]!);
}

/** A whole number, or "none". */
export function parseFuel(text: string): number {
  if (text === "none") return Infinity;
  if (!/^\d+$/.test(text)) refuse("--fuel", "a whole number, or none", text);
  return inRange("--fuel", "fuel", Number(text));
}

/** Seconds, such as "2" or "0.5", or "none"; as milliseconds. */
export function parseTimeout(text: string): number {
  if (text === "none") return Infinity;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) refuse("--timeout", "a number of seconds such as 0.5, or none", text);
  return inRange("--timeout", "timeoutMs", Math.round(Number(text) * 1000));
}

/** A whole number. */
export function parseSeed(text: string): bigint {
  if (!/^-?\d{1,100}$/.test(text)) refuse("--seed", "a whole number", text);
  return BigInt(text);
}

function refuse(option: string, expected: string, text: string): never {
  throw new UsageError(`${option} must be ${expected}; got ${JSON.stringify(text.slice(0, 40))}`);
}

function inRange(option: string, limit: keyof Limits, value: number): number {
  try {
    return resolveLimits({ [limit]: value })[limit];
  } catch (error) {
    throw new UsageError(`${option}: ${(error as UsageError).message}`);
  }
}
