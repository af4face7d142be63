import { expect, it } from "vitest";
import { toJson } from "../../src/cli/json.js";
import { PythonError } from "../../src/errors.js";
import type { Value } from "../../src/result.js";

const result = {
  stdout: "",
  stderr: "",
  stdoutTruncated: false,
  stderrTruncated: false,
  stdoutBytes: 0,
  stderrBytes: 0,
  fuelUsed: 1,
  fuelRemaining: Infinity,
  durationMs: 1,
  memoryBytes: 65_536,
  hostCalls: [],
};

it.each<[Value, unknown]>([
  [2n ** 64n, "18446744073709551616"],
  [Number.NaN, "NaN"],
  [-Infinity, "-Infinity"],
  [new Uint8Array([104, 105]), "aGk="],
  [new Set<Value>([1, "a"]), [1, "a"]],
  [new Map<Value, Value>([[1, [true, null]]]), [[1, [true, null]]]],
  [{ a: { b: 2n } }, { a: { b: "2" } }],
])("%o has a readable form", (value, form) => {
  expect(JSON.parse(toJson({ ...result, value, repr: "x" }, undefined))).toMatchObject({ value: form, repr: "x" });
});

it("keeps a key called __proto__ as a key", () => {
  const value = JSON.parse('{"__proto__": 1}') as Value;
  expect(toJson({ ...result, value }, undefined)).toContain('"value":{"__proto__":1}');
});

it("is one line without control characters, whatever the guest printed", () => {
  const stdout = "\x1b[31m\x9b31m\n\u2028";
  const json = toJson({ ...result, stdout }, undefined);
  // oxlint-disable-next-line no-control-regex -- control characters are what it is about
  expect(json).not.toMatch(/[\0-\u001f\u007f-\u009f]/);
  expect(JSON.parse(json)).toMatchObject({ stdout });
});

it("gives an error's own fields, not the result a second time", () => {
  const error = new PythonError({ pythonType: "E", pythonMessage: "m", traceback: "t", line: 1 }, result);
  const report = JSON.parse(toJson(result, error)) as { error: object };
  expect(report.error).toEqual({
    name: "PythonError",
    code: "PYTHON_ERROR",
    message: "E: m",
    pythonType: "E",
    pythonMessage: "m",
    traceback: "t",
    line: 1,
  });
});
