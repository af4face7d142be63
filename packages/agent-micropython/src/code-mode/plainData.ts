/** Deeper, Python does not take it either. */
const MAX_DEPTH = 100;

/** What a tool answers, as what can go to Python: as JSON would make it, but with bytes and large ints. */
export function toPlainData(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new Error("what the tool answered is nested too deeply, or refers to itself");
  if (typeof value === "function" || typeof value === "symbol") return null;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return toPlainData((toJSON as () => unknown).call(value), depth + 1);
  if (Array.isArray(value)) return value.map((item) => toPlainData(item, depth + 1));
  if (value instanceof Map || value instanceof Set) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, toPlainData(item, depth + 1)]),
  );
}
