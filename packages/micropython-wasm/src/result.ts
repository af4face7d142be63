/**
 * A Python value as plain data. What crosses, in both directions:
 *
 * | Python | JavaScript |
 * | --- | --- |
 * | None | null (undefined, to Python) |
 * | bool | boolean |
 * | int | number, where it is a safe integer; else bigint |
 * | float | number; to Python: any number that is no safe integer, -0, and a boxed number (`Object(3)`) |
 * | str | string; half a surrogate pair cannot cross |
 * | bytes | Uint8Array (bytearray too, from Python) |
 * | list, tuple | array; a frozen array is a tuple |
 * | dict | object without a prototype where all keys are str, else Map; to Python: plain objects (own enumerable string keys) and Maps |
 * | set, frozenset | Set; a frozen Set (`Object.freeze`) is a frozenset |
 *
 * At most 100 levels deep and 64 MiB large. Anything else (functions, symbols, dates, class instances, cycles) is refused with its place in the value.
 */
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
  /** The host functions that were called and had answered, in order; at most the first 1,000. */
  hostCalls: HostCall[];
}

/** One call of a host function. */
export interface HostCall {
  /** With dots for grouped functions: "db.query". */
  name: string;
  /** False where the answer was an exception. */
  ok: boolean;
  durationMs: number;
  /** Size of the answer as it was sent. */
  bytes: number;
}

/** What has been captured when a run is stopped: carried by every error of a run. */
export type PartialResult = Omit<RunResult, "value" | "repr">;
