import {
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
} from "../errors.js";
import type { ErrorCode, StateAfter } from "../errors.js";
import type { PartialResult } from "../result.js";

/** An error as plain data: structured cloning would strip its class, its code and its fields. */
export interface TransferredError {
  code: ErrorCode;
  message: string;
  reason: string;
  state: StateAfter | undefined;
  result: PartialResult | undefined;
  /** The fields that only its class has. */
  fields: Record<string, unknown>;
}

type PythonDetails = ConstructorParameters<typeof PythonError>[0];
type HostDetails = ConstructorParameters<typeof HostFunctionError>[1];

/** What is no SandboxError is a bug of ours: it becomes an InterpreterFaultError that names it. */
export function toTransfer(error: unknown): TransferredError {
  const known = SandboxError.is(error) ? error : new InterpreterFaultError(String(error));
  const { code, reason, state, result, ...fields } = known;
  return { code, message: known.message, reason, state, result, fields };
}

/** The error again, of its real class. */
export function fromTransfer(transferred: TransferredError): SandboxError {
  const { message, reason, state } = transferred;
  return Object.assign(construct(transferred), { message, reason, state });
}

function construct({ code, message, result, fields }: TransferredError): SandboxError {
  switch (code) {
    case "PYTHON_ERROR":
      return new PythonError(fields as unknown as PythonDetails, result);
    case "HOST_FUNCTION":
      return new HostFunctionError(fields as unknown as PythonDetails, fields as unknown as HostDetails, result);
    case "FUEL_EXHAUSTED":
      return new FuelExhaustedError(fields["fuel"] as number, result);
    case "TIMEOUT":
      return new TimeoutError(fields["timeoutMs"] as number, result);
    case "MEMORY_LIMIT":
      return new MemoryLimitError(fields["memoryBytes"] as number, result);
    case "STACK_OVERFLOW":
      return new StackOverflowError(result);
    case "INTERPRETER_FAULT":
      return new InterpreterFaultError(message, result);
    case "OUTPUT_LIMIT":
      return new OutputLimitError(fields["maxOutputBytes"] as number, result);
    case "ABORTED":
      return new AbortedError(message, result);
    case "SESSION_CLOSED":
      return new SessionClosedError(message);
    case "SNAPSHOT":
      return new SnapshotError(message);
    case "SNAPSHOT_STORE":
      return new SnapshotStoreError(message);
    case "REPLAY":
      return new ReplayError(fields["index"] as number, message);
    case "PLUGIN":
      return new PluginError(fields["plugin"] as string, message, { permissions: fields["permissions"] as never });
    case "ARTIFACT":
      return new ArtifactError(message);
    case "USAGE":
      return new UsageError(message);
  }
}
