import { type ErrorCode, type Interpreter, PythonError, type RunOptions, SandboxError } from "micropython-wasm";

/** How a run ended: "OK", or the stable code of its typed error. */
export interface Outcome {
  code: ErrorCode | "OK";
  /** The exception's class, where Python code raised it. */
  pythonType?: string;
  stdout: string;
  fuelUsed: number;
}

/**
 * Runs `source` and says how it ended.
 *
 * @throws {Error} for anything else than a typed error of this library: such an attack has found a hole.
 */
export function outcome(interpreter: Interpreter, source: string | Uint8Array, options?: RunOptions): Outcome {
  try {
    const { stdout, fuelUsed } = interpreter.run(source, options);
    return { code: "OK", stdout, fuelUsed };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** @throws {Error} where the error is none of this library: it names what escaped. */
export function outcomeOf(error: unknown): Outcome {
  if (!SandboxError.is(error)) {
    // Not always an Error: an exception of wasm has no message, and a test runner shows nothing of it.
    const what = error instanceof Error ? error.message : Object.prototype.toString.call(error);
    throw new Error(`what escaped is no SandboxError: ${what}`, { cause: error });
  }
  const { code, result } = error;
  const partial = { code, stdout: result?.stdout ?? "", fuelUsed: result?.fuelUsed ?? 0 };
  return error instanceof PythonError ? { ...partial, pythonType: error.pythonType } : partial;
}
