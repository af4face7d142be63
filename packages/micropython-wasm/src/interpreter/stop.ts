/** Thrown by an import to leave wasm: no handler of the guest's catches it. */
export class Stop {
  readonly reason: "fuel" | "timeout" | "abort" | "stack" | "memory" | "output" | "host";
  /** For "host": what a callback of the host threw. */
  readonly cause: unknown;

  constructor(reason: Stop["reason"], cause?: unknown) {
    this.reason = reason;
    this.cause = cause;
  }
}
