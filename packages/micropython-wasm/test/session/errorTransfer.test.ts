import { describe, expect, it } from "vitest";
import * as errors from "../../src/errors.js";
import { fromTransfer, toTransfer } from "../../src/session/errorTransfer.js";

const result = {
  stdout: "out",
  stderr: "err",
  stdoutTruncated: false,
  stderrTruncated: true,
  stdoutBytes: 8,
  stderrBytes: 9,
  fuelUsed: 7,
  fuelRemaining: 3,
  durationMs: 1.5,
  memoryBytes: 65_536,
  hostCalls: [{ name: "add", ok: true, durationMs: 1, bytes: 5 }],
};

const samples = [
  new errors.PythonError(
    { pythonType: "ValueError", pythonMessage: "bad", traceback: "Traceback\nValueError: bad\n", line: 3 },
    result,
  ),
  new errors.HostFunctionError(
    { pythonType: "HostError", pythonMessage: "no", traceback: "Traceback\nHostError: no\n", line: 3 },
    { functionName: "db.query", cause: "no error at all" },
    result,
  ),
  new errors.FuelExhaustedError(10, result),
  new errors.TimeoutError(50, result),
  new errors.MemoryLimitError(4_194_304, result),
  new errors.StackOverflowError(result),
  new errors.InterpreterFaultError("unreachable", result),
  new errors.OutputLimitError(1_000, result),
  errors.withState(new errors.AbortedError("why", result), "restored"),
  new errors.SessionClosedError("closed"),
  new errors.SnapshotError("damaged"),
  new errors.SnapshotStoreError("the disk is full"),
  new errors.ReplayError(3, "ValueError"),
  new errors.PluginError("karma", "no", { permissions: { granted: [], refused: [{ kind: "hook", name: "x" }] } }),
  new errors.ArtifactError("damaged"),
  new errors.UsageError("fuel must be a number"),
];

describe("errors across threads", () => {
  it.each(samples.map((error) => [error.name, error] as const))("%s arrives as what it was", (_name, error) => {
    const arrived = fromTransfer(structuredClone(toTransfer(error)));
    expect(arrived).toBeInstanceOf(error.constructor);
    expect(errors.SandboxError.is(arrived)).toBe(true);
    expect(arrived.message).toBe(error.message);
    expect({ ...arrived }).toEqual({ ...error });
  });

  it("covers every error class that there is", () => {
    const classes = Object.values(errors).filter((item) => (item.prototype as unknown) instanceof errors.SandboxError);
    expect(new Set(samples.map((error) => error.constructor))).toEqual(new Set(classes));
  });

  it("makes a fault of an error that is none of ours, without its stack", () => {
    const arrived = fromTransfer(structuredClone(toTransfer(new TypeError("x is undefined"))));
    expect(arrived).toBeInstanceOf(errors.InterpreterFaultError);
    expect(arrived.message).toContain("x is undefined");
    expect(JSON.stringify(toTransfer(new TypeError("x")))).not.toContain("errorTransfer");
  });
});
