import {
  AbortedError,
  FuelExhaustedError,
  InterpreterFaultError,
  MemoryLimitError,
  OutputLimitError,
  StackOverflowError,
  TimeoutError,
} from "../errors.js";
import type { Limits } from "../limits.js";
import type { PartialResult } from "../result.js";
import { Stop } from "./stop.js";

/** What the caller of a run is thrown, for what has left wasm: a Stop, a trap, an overflow of the native stack, or what a callback of the host threw. */
export function stopError(error: unknown, limits: Limits, result: PartialResult): unknown {
  if (error instanceof Stop) {
    switch (error.reason) {
      case "fuel":
        return new FuelExhaustedError(limits.fuel, result);
      case "timeout":
        return new TimeoutError(limits.timeoutMs, result);
      case "abort":
        return new AbortedError(undefined, result);
      case "memory":
        return new MemoryLimitError(limits.memoryBytes, result);
      case "stack":
        return new StackOverflowError(result);
      case "output":
        return new OutputLimitError(limits.maxOutputBytes, result);
      case "host":
        return error.cause;
    }
  }
  if (error instanceof RangeError && /call stack/i.test(error.message)) return new StackOverflowError(result);
  if (error instanceof WebAssembly.Exception)
    return new InterpreterFaultError("an exception that no frame catches", result);
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
    return new InterpreterFaultError(error.message, result);
  return error;
}
