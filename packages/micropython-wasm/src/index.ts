// The public contract. Export rule: named exports only, each written here on purpose; what is not here may change in any
// release. Types that a public signature mentions are exported with it.
export { run } from "./run.js";
export { Session } from "./session/session.js";
export type { RunOutcome, SessionOptions, SessionOutputListener, SessionRunOptions } from "./session/options.js";
export { Interpreter } from "./interpreter/interpreter.js";
export { Artifact } from "./interpreter/artifact.js";
export { loadArtifact } from "./load.js";
export type { InterpreterOptions, OutputListener, RunOptions } from "./interpreter/options.js";
export { Interrupt } from "./interpreter/interrupt.js";
export { defaultLimits } from "./limits.js";
export type { Limits } from "./limits.js";
export type { PartialResult, RunResult, Value } from "./result.js";
export {
  AbortedError,
  ArtifactError,
  FuelExhaustedError,
  InterpreterFaultError,
  MemoryLimitError,
  PythonError,
  SandboxError,
  SessionClosedError,
  StackOverflowError,
  TimeoutError,
  UsageError,
} from "./errors.js";
export type { ErrorCode } from "./errors.js";
