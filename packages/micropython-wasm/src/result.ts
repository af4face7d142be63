/** A Python value as plain data: None, bool, int (bigint beyond 2**53), float, str, bytes, list, tuple, dict, set. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Value[]
  | Set<Value>
  | { [key: string]: Value }
  | Map<Value, Value>;

/** What one run did, whether it ended well or not. */
export interface RunResult {
  /** What the code printed, at most `maxOutputBytes` of UTF-8, never cut inside a character. */
  stdout: string;
  /** What it wrote to sys.stderr, capped likewise. */
  stderr: string;
  /** True when stdout held more than was kept. */
  stdoutTruncated: boolean;
  stderrTruncated: boolean;
  /** How many bytes of UTF-8 the code wrote, kept or not. */
  stdoutBytes: number;
  stderrBytes: number;
  /** The last statement's value where that statement is an expression, as plain data; undefined where it is none, or cannot cross. */
  value: Value | undefined;
  /**
   * `repr()` of that value, as a REPL shows it; undefined where there is no value or it is None. For a container or text of more than 5,000 items its type
   * and length, and for an object whose repr raises the name of that error, in angle brackets.
   */
  repr: string | undefined;
  /** Fuel spent by this run: the same for the same program on every machine. */
  fuelUsed: number;
  /** What was left of the run's fuel; Infinity without a limit. */
  fuelRemaining: number;
  /** Wall-clock milliseconds, compile time included. */
  durationMs: number;
  /** Linear memory the guest holds after the run, in bytes. */
  memoryBytes: number;
}

/** What has been captured when a run is stopped: carried by every error of a run. */
export type PartialResult = Omit<RunResult, "value" | "repr">;
