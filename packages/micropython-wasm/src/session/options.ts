import { platform } from "#platform";
import { UsageError } from "../errors.js";
import type { SandboxError } from "../errors.js";
import { Ambient } from "../host/ambient.js";
import type { AmbientOptions } from "../host/ambient.js";
import { maxAnswerBytes, NETWORK_CALL } from "../host/network/network.js";
import { resolveNetwork } from "../host/network/options.js";
import type { NetworkOptions, ResolvedNetwork } from "../host/network/options.js";
import { type Files, resolveFiles } from "../host/files/mounts.js";
import { textsOf } from "../host/describe.js";
import type { HostCallOptions } from "../host/hostRunner.js";
import { listHostFunctions } from "../host/functions.js";
import type { AnyHostFunction, HostFunctions } from "../host/functions.js";
import type { AnswerLimits } from "../interpreter/hostCalls.js";
import type { OnOutputLimit, OnTrap } from "../interpreter/options.js";
import { defaultLimits, resolveLimits, resolveRunLimits } from "../limits.js";
import type { Limits } from "../limits.js";
import type { RunResult } from "../result.js";
import type { WorkerOptions } from "./protocol.js";
import { requireSharedMemory } from "./sharedMemory.js";

/**
 * Called with each piece of output, soon after the program has printed it; never with half a character. Where it gives a
 * promise, further output waits for that, and so does the program once 64 KiB are waiting; its time limit runs on.
 */
export type SessionOutputListener = (text: string) => unknown;

/** What a session is made with. Every limit and its default: see `Limits`. */
export interface SessionOptions extends Partial<Limits>, AmbientOptions, HostCallOptions {
  /** `sys.argv`. Default `[""]`. */
  argv?: readonly string[];
  /** `os.environ`. Default: empty. */
  env?: Readonly<Record<string, string>>;
  /** What files there are, by absolute path: see `directory`, `file`, `memory`, `overlay`. Default: none. */
  files?: Files;
  /**
   * Functions of the host's that the code can call, by name; they may return promises. They run on your thread, one at a time, while the guest waits. Default
   * none.
   */
  hostFunctions?: HostFunctions;
  /** Which requests the code can make, by `requests` and `urllib.request`. Default: none. */
  network?: NetworkOptions;
  /** Hears stdout, in every run that names no listener of its own. */
  onStdout?: SessionOutputListener;
  /** Likewise for stderr. */
  onStderr?: SessionOutputListener;
  /** Where output passes `maxOutputBytes`: it is cut, or the run stops with OutputLimitError. Default "truncate". */
  onOutputLimit?: OnOutputLimit;
  /** After a run was stopped (by a limit, an abort or a trap): its state comes back, or the session is closed. Default "restore". */
  onTrap?: OnTrap;
}

/** What every request can be given. */
export interface RequestOptions {
  /** Stops the request with AbortedError, whose `cause` is the signal's reason; one that is still in the queue never starts. */
  signal?: AbortSignal;
}

/** What one run may set for itself: every limit too, but no more `memoryBytes` than the session's. */
export interface SessionRunOptions extends Partial<Limits>, RequestOptions {
  /** The name that tracebacks show. Default "<string>". */
  filename?: string;
  /** Hears stdout, instead of the session's listener. What it throws, or rejects with, stops the run and rejects it. */
  onStdout?: SessionOutputListener;
  /** Likewise for stderr. */
  onStderr?: SessionOutputListener;
  /** As in the session's options. */
  onOutputLimit?: OnOutputLimit;
  /**
   * False: an error of the run (Python's, or a limit's) does not reject; the promise gives a `RunOutcome` with `error` set. Default true.
   * Misuse (UsageError) and a closed session reject either way.
   */
  reject?: boolean;
}

/** What one call of a Python function may set for itself. */
export type SessionCallOptions = Omit<SessionRunOptions, "filename">;

/** A run's result where `reject` is false: the value, or the error that ended it. */
export interface RunOutcome extends RunResult {
  error: SandboxError | undefined;
}

export interface ResolvedSessionOptions extends Pick<SessionOptions, "onStdout" | "onStderr" | "id" | "onHostCall"> {
  hostFunctions: ReadonlyMap<string, AnyHostFunction>;
  network: ResolvedNetwork | undefined;
  worker: WorkerOptions;
}

/**
 * Checks a session's options and fills in the defaults.
 *
 * @throws {UsageError} naming the option.
 */
export function resolveSessionOptions(options: SessionOptions): ResolvedSessionOptions {
  checkObject(options);
  const {
    argv,
    env,
    onStdout,
    onStderr,
    onOutputLimit = "truncate",
    onTrap = "restore",
    random,
    clock,
    files,
  } = options;
  if (argv !== undefined && !(Array.isArray(argv) && argv.every((item) => typeof item === "string"))) {
    throw new UsageError("argv must be an array of strings");
  }
  if (env !== undefined && !(isObject(env) && Object.values(env).every((item) => typeof item === "string"))) {
    throw new UsageError("env must be an object of strings");
  }
  checkListeners(options);
  if (options.id !== undefined && typeof options.id !== "string") throw new UsageError("id must be a string");
  checkChoice("onTrap", onTrap, ["restore", "close"]);
  checkChoice("onOutputLimit", onOutputLimit, ["truncate", "stop"]);
  void new Ambient(options);
  resolveFiles(files);
  const limits = resolveLimits(options, {
    ...defaultLimits,
    recursionLimit: platform.workerRecursionLimit,
  });
  const hostFunctions = listHostFunctions(options.hostFunctions ?? {});
  if (hostFunctions.size > 0) requireSharedMemory("hostFunctions");
  const network = options.network && resolveNetwork(options.network);
  if (network !== undefined) requireSharedMemory("network");
  const answerLimits: AnswerLimits = network === undefined ? {} : { [NETWORK_CALL]: maxAnswerBytes(network) };
  const given = {
    argv: argv && [...argv],
    env: env && { ...env },
    onOutputLimit,
    onTrap,
    random,
    clock,
    files,
    answerLimits,
  };
  const worker = { ...given, limits, hostFunctions: textsOf(hostFunctions) };
  return { onStdout, onStderr, id: options.id, onHostCall: options.onHostCall, hostFunctions, network, worker };
}

/** The options with one more host function. */
export function withFunction(
  options: ResolvedSessionOptions,
  name: string,
  item: AnyHostFunction,
): ResolvedSessionOptions {
  const hostFunctions = new Map([...options.hostFunctions, [name, item]]);
  return { ...options, hostFunctions, worker: { ...options.worker, hostFunctions: textsOf(hostFunctions) } };
}

/**
 * Checks what a run was given besides its code; gives its limits.
 *
 * @throws {UsageError} naming the option.
 */
export function resolveRunOptions(options: SessionRunOptions, session: Limits): Limits {
  checkRequest(options);
  const limits = resolveRunLimits(options, session);
  if (limits.maxHostResultBytes > session.maxHostResultBytes) {
    throw new UsageError(
      `maxHostResultBytes of a run must be at most that of its session, ${session.maxHostResultBytes}; got ${limits.maxHostResultBytes}`,
    );
  }
  const { filename, onOutputLimit } = options;
  if (filename !== undefined && typeof filename !== "string") throw new UsageError("filename must be a string");
  if (onOutputLimit !== undefined) checkChoice("onOutputLimit", onOutputLimit, ["truncate", "stop"]);
  checkListeners(options);
  return limits;
}

/** @throws {UsageError} where it is no code, or too long for certain: then there is no need to send it. */
export function checkCode(source: unknown, { maxSourceBytes }: Limits): void {
  if (typeof source !== "string" && !(source instanceof Uint8Array)) {
    throw new UsageError(`the code must be a string or a Uint8Array; got ${source === null ? "null" : typeof source}`);
  }
  // Each UTF-16 unit takes at least a byte of UTF-8.
  if (source.length > maxSourceBytes) {
    throw new UsageError(`the source has more than maxSourceBytes, ${maxSourceBytes} bytes`);
  }
}

/** @throws {UsageError} naming the option. */
export function checkRequest(options: RequestOptions): void {
  checkObject(options);
  const { signal } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw new UsageError("signal must be an AbortSignal");
}

function checkObject(options: unknown): void {
  if (typeof options !== "object" || options === null) throw new UsageError("the options must be an object");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkListeners(options: { onStdout?: unknown; onStderr?: unknown; onHostCall?: unknown }): void {
  for (const name of ["onStdout", "onStderr", "onHostCall"] as const) {
    if (options[name] !== undefined && typeof options[name] !== "function")
      throw new UsageError(`${name} must be a function`);
  }
}

function checkChoice(name: string, value: unknown, choices: readonly string[]): void {
  if (!choices.includes(value as string))
    throw new UsageError(`${name} must be ${choices.map((choice) => `"${choice}"`).join(" or ")}`);
}
