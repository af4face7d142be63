import type { PermissionReport } from "./plugins/permissions.js";
import type { PartialResult } from "./result.js";

/** Stable codes: what programs should switch on. */
export type ErrorCode =
  | "PYTHON_ERROR"
  | "FUEL_EXHAUSTED"
  | "TIMEOUT"
  | "MEMORY_LIMIT"
  | "STACK_OVERFLOW"
  | "INTERPRETER_FAULT"
  | "OUTPUT_LIMIT"
  | "ABORTED"
  | "HOST_FUNCTION"
  | "PLUGIN"
  | "SESSION_CLOSED"
  | "SNAPSHOT"
  | "SNAPSHOT_STORE"
  | "REPLAY"
  | "ARTIFACT"
  | "USAGE";

/**
 * What an error of a run left behind: the state as the code had made it, as it was before the run, that of a fresh interpreter, or nothing that can be
 * used any more.
 */
export type StateAfter = "kept" | "restored" | "fresh" | "closed";

const stateSentences: Record<StateAfter, string> = {
  kept: "the state is as the code left it",
  restored: "the state is as it was before the run",
  fresh: "the next run finds a fresh interpreter",
  closed: "the interpreter is closed",
};

const marker = Symbol.for("micropython-wasm.error");

/** Base of every error of this library. `SandboxError.is(e)` also knows those of another installed copy. */
export class SandboxError extends Error {
  readonly code: ErrorCode;
  /** What the run had printed and used before it stopped; undefined for errors outside a run. */
  readonly result: PartialResult | undefined;
  /** What happened, in one sentence; `message` adds what became of the state. */
  readonly reason: string;
  /** What became of the state; undefined for errors outside a run, which leave it as it is. */
  readonly state: StateAfter | undefined;

  constructor(code: ErrorCode, reason: string, result?: PartialResult, options?: ErrorOptions) {
    super(reason, options);
    this.code = code;
    this.result = result;
    this.reason = reason;
    this.state = undefined;
    Object.defineProperty(this, marker, { value: true });
  }

  static is(error: unknown): error is SandboxError {
    return typeof error === "object" && error !== null && (error as Record<symbol, unknown>)[marker] === true;
  }
}

/** Calls of host functions that a message names. */
const NAMED_CALLS = 3;

/** Notes what became of the state, and in the message of a stopped run also what had happened outside of it. */
export function withState<E extends SandboxError>(error: E, state: StateAfter): E {
  if (error instanceof PythonError) return Object.assign(error, { state });
  const calls = error.result?.hostCalls ?? [];
  const named = calls.slice(0, NAMED_CALLS).map(({ name }) => name);
  if (calls.length > NAMED_CALLS) named.push("…");
  const happened =
    calls.length === 0
      ? ""
      : `; ${calls.length} host call${calls.length > 1 ? "s" : ""} had completed (${named.join(", ")})`;
  return Object.assign(error, { state, message: `${error.reason}; ${stateSentences[state]}${happened}` });
}

/** The Python code raised an exception that it did not catch. The interpreter keeps its state. */
export class PythonError extends SandboxError {
  override readonly name: string = "PythonError";
  /** The exception's class name, such as "ValueError". */
  readonly pythonType: string;
  /** `str()` of the exception. */
  readonly pythonMessage: string;
  /** The whole traceback as Python prints it. */
  readonly traceback: string;
  /** The innermost line number the traceback names; undefined where there is none. */
  readonly line: number | undefined;

  constructor(
    details: { pythonType: string; pythonMessage: string; traceback: string; line: number | undefined },
    result?: PartialResult,
    code: "PYTHON_ERROR" | "HOST_FUNCTION" = "PYTHON_ERROR",
  ) {
    super(
      code,
      details.pythonMessage === "" ? details.pythonType : `${details.pythonType}: ${details.pythonMessage}`,
      result,
    );
    this.pythonType = details.pythonType;
    this.pythonMessage = details.pythonMessage;
    this.traceback = details.traceback;
    this.line = details.line;
  }
}

/**
 * A host function threw, and the Python code did not catch the exception that this became. `cause` is what the function threw, as it was: its stack is
 * the host's, and never reached Python.
 */
export class HostFunctionError extends PythonError {
  override readonly name = "HostFunctionError";
  /** With dots where it is grouped: "db.query". */
  readonly functionName: string;

  constructor(
    details: ConstructorParameters<typeof PythonError>[0],
    { functionName, cause }: { functionName: string; cause: unknown },
    result?: PartialResult,
  ) {
    super(details, result, "HOST_FUNCTION");
    this.functionName = functionName;
    this.cause = cause;
  }
}

/** The run used all its fuel. Python code cannot catch this. */
export class FuelExhaustedError extends SandboxError {
  override readonly name = "FuelExhaustedError";
  readonly fuel: number;

  constructor(fuel: number, result?: PartialResult) {
    super("FUEL_EXHAUSTED", `stopped after ${fuel} units of fuel; give a larger fuel, or less work`, result);
    this.fuel = fuel;
  }
}

/** The run took longer than `timeoutMs`. Python code cannot catch this. */
export class TimeoutError extends SandboxError {
  override readonly name = "TimeoutError";
  readonly timeoutMs: number;

  constructor(timeoutMs: number, result?: PartialResult) {
    super("TIMEOUT", `stopped after ${timeoutMs} ms; give a larger timeoutMs, or less work`, result);
    this.timeoutMs = timeoutMs;
  }
}

/** The guest needed more than `memoryBytes`, beyond what a Python MemoryError could tell it. */
export class MemoryLimitError extends SandboxError {
  override readonly name = "MemoryLimitError";
  readonly memoryBytes: number;

  constructor(memoryBytes: number, result?: PartialResult) {
    super("MEMORY_LIMIT", `stopped at ${memoryBytes} bytes of memory; give a larger memoryBytes, or less data`, result);
    this.memoryBytes = memoryBytes;
  }
}

/** The engine's own stack ended before Python's recursion limit did. */
export class StackOverflowError extends SandboxError {
  override readonly name = "StackOverflowError";

  constructor(result?: PartialResult) {
    super(
      "STACK_OVERFLOW",
      "the engine's stack overflowed; give a smaller recursionLimit, or use a Session, whose worker has a larger stack",
      result,
    );
  }
}

/** The interpreter hit a wasm trap: corrupted by the code it ran, or a bug in it. */
export class InterpreterFaultError extends SandboxError {
  override readonly name = "InterpreterFaultError";

  constructor(trap: string, result?: PartialResult) {
    super("INTERPRETER_FAULT", `the interpreter trapped (${trap})`, result);
  }
}

/** The code wrote more than `maxOutputBytes` to one stream, and `onOutputLimit` is "stop". */
export class OutputLimitError extends SandboxError {
  override readonly name = "OutputLimitError";
  readonly maxOutputBytes: number;

  constructor(maxOutputBytes: number, result?: PartialResult) {
    super(
      "OUTPUT_LIMIT",
      `stopped after ${maxOutputBytes} bytes of output; give a larger maxOutputBytes, or print less`,
      result,
    );
    this.maxOutputBytes = maxOutputBytes;
  }
}

/** The caller's AbortSignal fired, or close() was called during the run. */
export class AbortedError extends SandboxError {
  override readonly name = "AbortedError";

  constructor(message = "the run was aborted", result?: PartialResult) {
    super("ABORTED", message, result);
  }
}

/** The session or interpreter is closed: by close(), or by an earlier trap. */
export class SessionClosedError extends SandboxError {
  override readonly name = "SessionClosedError";

  constructor(why: string) {
    super("SESSION_CLOSED", why);
  }
}

/** A snapshot cannot be made now, or is damaged, signed with another key, of another build or made under other limits. */
export class SnapshotError extends SandboxError {
  override readonly name = "SnapshotError";

  constructor(message: string, options?: ErrorOptions) {
    super("SNAPSHOT", message, undefined, options);
  }
}

/** A pool's store failed; `cause` is its error. What it held is still there, and a session that was to be kept stays live. */
export class SnapshotStoreError extends SandboxError {
  override readonly name = "SnapshotStoreError";

  constructor(message: string, options?: ErrorOptions) {
    super("SNAPSHOT_STORE", message, undefined, options);
  }
}

/** A snippet of a ReplaySession's transcript ran once, but fails now; `cause` is its error, `index` where it stands in the transcript. */
export class ReplayError extends SandboxError {
  override readonly name = "ReplayError";
  readonly index: number;

  constructor(index: number, message: string, options?: ErrorOptions) {
    super("REPLAY", `snippet ${index} of the transcript cannot be replayed: ${message}`, undefined, options);
    this.index = index;
  }
}

/** A plugin cannot be loaded: its manifest is wrong, it asks for what it may not have, or its code does not start (`cause`). */
export class PluginError extends SandboxError {
  override readonly name = "PluginError";
  /** Its name; "?" where the manifest has none. */
  readonly plugin: string;
  /** What it asked for, and what became of that; undefined where it did not come so far. */
  readonly permissions: PermissionReport | undefined;

  constructor(plugin: string, problem: string, options: { permissions?: PermissionReport; cause?: SandboxError } = {}) {
    const { permissions, cause } = options;
    super("PLUGIN", `the plugin ${plugin} cannot be loaded: ${problem}`, cause?.result, cause && { cause });
    this.plugin = plugin;
    this.permissions = permissions;
  }
}

/** The wasm file or the boot image is damaged, or the two do not belong together. */
export class ArtifactError extends SandboxError {
  override readonly name = "ArtifactError";

  constructor(message: string) {
    super("ARTIFACT", message);
  }
}

/** An argument of the wrong type or out of range: the message names it. */
export class UsageError extends SandboxError {
  override readonly name = "UsageError";

  constructor(message: string) {
    super("USAGE", message);
  }
}
