import type { Limits } from "../limits.js";

/** Called with each piece of output as the guest writes it; never with half a character. */
export type OutputListener = (text: string) => void;

/** What an interpreter is made with. */
export interface InterpreterOptions extends Partial<Limits> {
  /** `sys.argv`. Default `[""]`. */
  argv?: readonly string[];
  onStdout?: OutputListener;
  onStderr?: OutputListener;
  /**
   * One shared word, read at every fuel check: see `interrupt.ts`. How another thread stops a running interpreter.
   */
  interrupt?: Int32Array;
  /**
   * Copies the guest's memory before each run, so that a run that is stopped leaves the state as it was. Default false: the interpreter then starts afresh.
   */
  rollback?: boolean;
}

/** What one run may set for itself; everything else stays as the interpreter was made. */
export interface RunOptions extends Partial<Pick<Limits, "fuel" | "timeoutMs">> {
  /** The name that tracebacks show. Default "<string>". */
  filename?: string;
}
