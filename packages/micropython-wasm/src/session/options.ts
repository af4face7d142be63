import { UsageError } from "../errors.js";
import type { SandboxError } from "../errors.js";
import { resolveLimits } from "../limits.js";
import type { Limits } from "../limits.js";
import type { RunResult } from "../result.js";

/**
 * Called with each piece of output, soon after the program has printed it; never with half a character. Where it gives a
 * promise, further output waits for that, and so does the program once 64 KiB are waiting; its time limit runs on.
 */
export type SessionOutputListener = (text: string) => unknown;

/** What a session is made with. Every limit and its default: see `Limits`. */
export interface SessionOptions extends Partial<Limits> {
  /** `sys.argv`. Default `[""]`. */
  argv?: readonly string[];
  /** Hears stdout, in every run that names no listener of its own. */
  onStdout?: SessionOutputListener;
  /** Likewise for stderr. */
  onStderr?: SessionOutputListener;
}

/** What one run may set for itself. */
export interface SessionRunOptions extends Partial<Pick<Limits, "fuel" | "timeoutMs">> {
  /** The name that tracebacks show. Default "<string>". */
  filename?: string;
  /** Stops the run with AbortedError, whose `cause` is the signal's reason; a run still in the queue never starts. */
  signal?: AbortSignal;
  /** Hears stdout, instead of the session's listener. What it throws, or rejects with, stops the run and rejects it. */
  onStdout?: SessionOutputListener;
  /** Likewise for stderr. */
  onStderr?: SessionOutputListener;
  /**
   * False: an error of the run (Python's, or a limit's) does not reject; the promise gives a `RunOutcome` with `error` set. Default true.
   * Misuse (UsageError) and a closed session reject either way.
   */
  reject?: boolean;
}

/** A run's result where `reject` is false: the value, or the error that ended it. */
export interface RunOutcome extends RunResult {
  error: SandboxError | undefined;
}

export interface ResolvedSessionOptions extends Pick<SessionOptions, "argv" | "onStdout" | "onStderr"> {
  limits: Limits;
}

/**
 * Checks a session's options and fills in the limits' defaults.
 *
 * @throws {UsageError} naming the option.
 */
export function resolveSessionOptions(options: SessionOptions): ResolvedSessionOptions {
  checkObject(options);
  const { argv, onStdout, onStderr } = options;
  if (argv !== undefined && !(Array.isArray(argv) && argv.every((item) => typeof item === "string"))) {
    throw new UsageError("argv must be an array of strings");
  }
  checkListeners(options);
  return { argv: argv && [...argv], onStdout, onStderr, limits: resolveLimits(options) };
}

/**
 * Checks one run's arguments; gives its fuel and time.
 *
 * @throws {UsageError} naming the argument.
 */
export function resolveRun(source: unknown, options: SessionRunOptions, limits: Limits): Limits {
  if (typeof source !== "string" && !(source instanceof Uint8Array)) {
    throw new UsageError(`the code must be a string or a Uint8Array; got ${source === null ? "null" : typeof source}`);
  }
  // Each UTF-16 unit takes at least a byte of UTF-8: no need to send what is certainly refused.
  if (source.length > limits.maxSourceBytes) {
    throw new UsageError(`the source has more than maxSourceBytes, ${limits.maxSourceBytes} bytes`);
  }
  checkObject(options);
  const { filename, signal } = options;
  if (filename !== undefined && typeof filename !== "string") throw new UsageError("filename must be a string");
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw new UsageError("signal must be an AbortSignal");
  checkListeners(options);
  return resolveLimits({ fuel: options.fuel, timeoutMs: options.timeoutMs }, limits);
}

function checkObject(options: unknown): void {
  if (typeof options !== "object" || options === null) throw new UsageError("the options must be an object");
}

function checkListeners(options: { onStdout?: unknown; onStderr?: unknown }): void {
  for (const name of ["onStdout", "onStderr"] as const) {
    if (options[name] !== undefined && typeof options[name] !== "function")
      throw new UsageError(`${name} must be a function`);
  }
}
