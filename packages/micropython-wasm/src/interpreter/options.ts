import type { AmbientOptions } from "../host/ambient.js";
import type { HostFunctions } from "../host/functions.js";
import type { Files } from "../host/files/mounts.js";
import type { Limits } from "../limits.js";
import type { FunctionText } from "../host/describe.js";
import type { HostCallOptions } from "../host/hostRunner.js";
import type { Host } from "./hostCalls.js";

/** Called with each piece of output as the guest writes it; never with half a character. */
export type OutputListener = (text: string) => void;

/** What happens where output passes `maxOutputBytes`: it is cut and the program goes on, or the run stops with OutputLimitError. Default "truncate". */
export type OnOutputLimit = "truncate" | "stop";

/** What happens after a run was stopped: the state before it comes back, or the session is closed. Default "restore". */
export type OnTrap = "restore" | "close";

export interface OutputOptions {
  maxOutputBytes: number;
  onOutputLimit: OnOutputLimit;
}

/** What an interpreter is made with. */
export interface InterpreterOptions extends Partial<Limits>, AmbientOptions, HostCallOptions {
  /** `sys.argv`. Default `[""]`. */
  argv?: readonly string[];
  /** `os.environ`. Default: empty. */
  env?: Readonly<Record<string, string>>;
  /** Functions of the host's that the code can call. They must be synchronous here. Default none. */
  hostFunctions?: HostFunctions;
  /** What files there are, by absolute path: see `directory`, `file`, `memory`, `overlay`. Default: none. */
  files?: Files;
  onStdout?: OutputListener;
  onStderr?: OutputListener;
  onOutputLimit?: OnOutputLimit;
  onTrap?: OnTrap;
  /**
   * One shared word, read at every fuel check: see `interrupt.ts`. How another thread stops a running interpreter.
   */
  interrupt?: Int32Array;
  /**
   * Copies the guest's memory before each run, so that a run that is stopped leaves the state as it was. Default false: the interpreter then starts afresh.
   */
  rollback?: boolean;
}

/** Host functions that live in another thread. */
export interface RemoteHost extends Host {
  functions: readonly FunctionText[];
}

/** What one run may set for itself; everything else stays as the interpreter was made. `memoryBytes` may only be less. */
export interface RunOptions extends Partial<Limits> {
  /** The name that tracebacks show. Default "<string>". */
  filename?: string;
  onOutputLimit?: OnOutputLimit;
}

/** What one call may set for itself. */
export type CallOptions = Omit<RunOptions, "filename">;
