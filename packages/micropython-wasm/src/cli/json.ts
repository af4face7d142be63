import type { PartialResult, RunResult, Value } from "../result.js";
import type { SandboxError } from "../errors.js";

/**
 * A result as one line of JSON. What JSON has no form for stays readable: a bigint, NaN or an infinity is a string, bytes are
 * base64, a set is a list, a dict with keys that are not strings is a list of pairs, an unlimited fuel is null.
 */
export function toJson(result: PartialResult & Partial<RunResult>, error: SandboxError | undefined): string {
  const { value, repr, ...rest } = result;
  const report = {
    ok: error === undefined,
    ...rest,
    value: value === undefined ? null : plain(value),
    repr: repr ?? null,
    error: error === undefined ? null : describe(error),
  };
  // C1 controls are legal in JSON, and a terminal would still act on them.
  return JSON.stringify(report).replaceAll(
    /[\u007f-\u009f]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}

function describe(error: SandboxError): object {
  const { code, name, reason, result: _result, state: _state, message: _message, ...fields } = error;
  return { name, code, message: reason, ...fields };
}

function plain(value: Value): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Set) return [...value].map(plain);
  if (value instanceof Map) return [...value].map(([key, item]) => [plain(key), plain(item)]);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
