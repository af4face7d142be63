import { SandboxError } from "../errors.js";
import type { ErrorCode } from "../errors.js";
import type { PartialResult, RunResult } from "../result.js";
import type { RunOutcome } from "./options.js";

/** Errors that are not the run's own. */
const notTheRuns: readonly ErrorCode[] = [
  "USAGE",
  "SESSION_CLOSED",
  "SNAPSHOT",
  "SNAPSHOT_STORE",
  "REPLAY",
  "ARTIFACT",
];

/** Turns a run's own errors into outcomes; misuse, a closed session and what a listener threw still reject. */
export async function toOutcome(run: Promise<RunResult>): Promise<RunOutcome> {
  try {
    return { ...(await run), error: undefined };
  } catch (error) {
    if (!SandboxError.is(error) || notTheRuns.includes(error.code)) throw error;
    return { ...(error.result ?? nothingKnown), value: undefined, repr: undefined, error };
  }
}

/** Of a run that never started, or whose worker had to be terminated. */
export const nothingKnown: PartialResult = {
  stdout: "",
  stderr: "",
  stdoutTruncated: true,
  stderrTruncated: true,
  stdoutBytes: Number.NaN,
  stderrBytes: Number.NaN,
  fuelUsed: Number.NaN,
  fuelRemaining: Number.NaN,
  durationMs: Number.NaN,
  memoryBytes: Number.NaN,
  hostCalls: [],
};
