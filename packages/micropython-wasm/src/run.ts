import type { RunResult } from "./result.js";
import type { RunOutcome, SessionOptions, SessionRunOptions } from "./session/options.js";
import { Session } from "./session/session.js";

/**
 * Runs one program in a fresh interpreter, on a worker of its own that is gone when the promise settles.
 *
 * @throws {SandboxError} as `Session.create` and `Session.run` do.
 */
export function run(
  source: string | Uint8Array,
  options?: SessionOptions & SessionRunOptions & { reject?: true },
): Promise<RunResult>;
export function run(source: string | Uint8Array, options: SessionOptions & SessionRunOptions): Promise<RunOutcome>;
export async function run(
  source: string | Uint8Array,
  options: SessionOptions & SessionRunOptions = {},
): Promise<RunResult> {
  // the signal is the run's: where it fires before, the run never starts, and that is its outcome
  const session = await Session.create({ ...options, signal: undefined });
  try {
    return await session.run(source, options);
  } finally {
    await session.close();
  }
}
