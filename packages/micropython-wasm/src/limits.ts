import { UsageError } from "./errors.js";

/** Every limit of a run: one place, one unit in each name, one default. */
export interface Limits {
  /** Most linear memory the guest may own, in bytes; rounded down to whole 64 KiB pages. Default 16 MiB; 4 MiB to 1 GiB. */
  memoryBytes: number;
  /** Fuel for one run: about one unit a bytecode, C work in proportion. Default 200,000,000; Infinity for no limit. */
  fuel: number;
  /** Wall-clock time for one run, in milliseconds, compile time included. Default 5,000; Infinity for no limit. */
  timeoutMs: number;
  /** Most bytes of stdout, and as many of stderr, that a result keeps. Default 1,000,000. */
  maxOutputBytes: number;
  /** Longest source text, in bytes of UTF-8. Default 1,000,000. */
  maxSourceBytes: number;
  /** Most files and directories that are open at a time. Default 64; 1 to 1,000. */
  maxOpenFiles: number;
  /** Deepest nesting of Python calls before a RecursionError. Default 1,000; on a browser's worker 150, since its stack is small. */
  recursionLimit: number;
  /** Most calls of host functions in one run; more raise HostError. Default 10,000. */
  maxHostCalls: number;
  /** Largest answer of a host function, in bytes as it is sent; a larger one raises HostError. Default 256 KiB; 1 KiB to 64 MiB. */
  maxHostResultBytes: number;
}

export const defaultLimits: Readonly<Limits> = Object.freeze({
  memoryBytes: 16 * 1024 * 1024,
  fuel: 200_000_000,
  timeoutMs: 5_000,
  maxOutputBytes: 1_000_000,
  maxSourceBytes: 1_000_000,
  maxOpenFiles: 64,
  recursionLimit: 1_000,
  maxHostCalls: 10_000,
  maxHostResultBytes: 256 * 1024,
});

const ranges: Record<keyof Limits, { min: number; max: number; infinite?: boolean }> = {
  memoryBytes: { min: 4 * 1024 * 1024, max: 1024 ** 3 },
  fuel: { min: 1, max: Number.MAX_SAFE_INTEGER, infinite: true },
  timeoutMs: { min: 1, max: 2 ** 31 - 1, infinite: true },
  maxOutputBytes: { min: 0, max: 2 ** 30 },
  maxSourceBytes: { min: 0, max: 2 ** 30 },
  maxOpenFiles: { min: 1, max: 1_000 },
  recursionLimit: { min: 10, max: 4_000 },
  maxHostCalls: { min: 0, max: Number.MAX_SAFE_INTEGER },
  maxHostResultBytes: { min: 1024, max: 64 * 1024 * 1024 },
};

/**
 * Fills in the defaults and refuses what is no number in range.
 *
 * @throws {UsageError} naming the limit, the value given and the range.
 */
export function resolveLimits(given: Partial<Limits> = {}, base: Readonly<Limits> = defaultLimits): Limits {
  const limits: Limits = { ...base };
  for (const name of Object.keys(ranges) as (keyof Limits)[]) {
    const value: unknown = given[name];
    if (value === undefined) continue;
    const { min, max, infinite } = ranges[name];
    const ok =
      typeof value === "number" &&
      ((infinite && value === Infinity) || (Number.isInteger(value) && value >= min && value <= max));
    if (!ok) {
      throw new UsageError(
        `${name} must be a whole number from ${min} to ${max}${infinite ? ", or Infinity" : ""}; got ${describe(value)}`,
      );
    }
    limits[name] = value;
  }
  return limits;
}

/**
 * The limits of one run: those of the interpreter, but for what the run asks for.
 *
 * @throws {UsageError} as `resolveLimits`, and where more memory is asked for than the interpreter was made with.
 */
export function resolveRunLimits(given: Partial<Limits>, base: Readonly<Limits>): Limits {
  const limits = resolveLimits(given, base);
  if (limits.memoryBytes > base.memoryBytes) {
    throw new UsageError(
      `memoryBytes of a run must be at most that of its interpreter, ${base.memoryBytes}; got ${limits.memoryBytes}`,
    );
  }
  return limits;
}

function describe(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
}
