// The public contract. Export rule: named exports only, each written here on purpose; what is not here may change in any
// release. Types that a public signature mentions are exported with it.
export { run } from "./run.js";
export { Session } from "./session/session.js";
export type {
  RequestOptions,
  RunOutcome,
  SessionCallOptions,
  SessionOptions,
  SessionOutputListener,
  SessionRunOptions,
} from "./session/options.js";
export { SessionPool } from "./pool/pool.js";
export type { PooledSessionOptions, SessionPoolOptions } from "./pool/options.js";
export type { SessionPoolCounters, SessionPoolMetrics } from "./pool/metrics.js";
export { MemorySnapshotStore } from "./pool/store.js";
export type { MemorySnapshotStoreOptions, SnapshotStore } from "./pool/store.js";
export { ReplaySession } from "./replay/replaySession.js";
export type { ReplaySessionOptions } from "./replay/replaySession.js";
export { Plugin } from "./plugins/plugin.js";
export type { PluginHostOptions, PluginOptions } from "./plugins/plugin.js";
export { PluginManager } from "./plugins/pluginManager.js";
export type { HookOutcome } from "./plugins/pluginManager.js";
export { reviewPlugin } from "./plugins/permissions.js";
export type { Permission, PermissionReport, PluginOffer } from "./plugins/permissions.js";
export type { PluginManifest } from "./plugins/manifest.js";
export type { SnapshotKey } from "./snapshot.js";
export type { AmbientOptions, ClockOption, RandomOption } from "./host/ambient.js";
export { Interpreter } from "./interpreter/interpreter.js";
export { Artifact } from "./interpreter/artifact.js";
export { loadArtifact } from "./load.js";
export { hostFunction } from "./host/hostFunction.js";
export type { DescribedFunction, HostCallContext, HostFunctionOptions } from "./host/hostFunction.js";
export { describe } from "./host/describe.js";
export type { AnyHostFunction, HostFunction, HostFunctions } from "./host/functions.js";
export type { HostCallOptions } from "./host/hostRunner.js";
export type { HostCallEvent, HostCallListener, HostCallOutcome } from "./host/audit.js";
export type { StandardSchema } from "./host/standardSchema.js";
export type {
  CallOptions,
  InterpreterOptions,
  OnOutputLimit,
  OnTrap,
  OutputListener,
  RunOptions,
} from "./interpreter/options.js";
export { Interrupt } from "./interpreter/interrupt.js";
export type { FileChange, GuestFiles } from "./host/files/guestFiles.js";
export { directory, file, memory, overlay } from "./host/files/mounts.js";
export type { Access, Files, Mount, WriteQuota } from "./host/files/mounts.js";
export type { AllowEntry } from "./host/network/allowList.js";
export type { FetchFunction, NetworkMethod, NetworkOptions, ResolveFunction } from "./host/network/options.js";
export { defaultLimits } from "./limits.js";
export type { Limits } from "./limits.js";
export type { HostCall, PartialResult, RunResult, Value } from "./result.js";
export {
  AbortedError,
  ArtifactError,
  FuelExhaustedError,
  HostFunctionError,
  InterpreterFaultError,
  MemoryLimitError,
  OutputLimitError,
  PluginError,
  PythonError,
  ReplayError,
  SandboxError,
  SessionClosedError,
  SnapshotError,
  SnapshotStoreError,
  StackOverflowError,
  TimeoutError,
  UsageError,
} from "./errors.js";
export type { ErrorCode, StateAfter } from "./errors.js";
