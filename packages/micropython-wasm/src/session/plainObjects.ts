/**
 * Takes the prototype from every object that a structured clone has made of the guest's data, in place: `__proto__` and
 * `constructor` are then ordinary keys, as they were before the clone.
 */
export function withoutPrototypes<T>(value: T): T {
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const item = pending.pop();
    if (typeof item !== "object" || item === null || item instanceof Uint8Array) continue;
    if (Array.isArray(item) || item instanceof Set) {
      for (const part of item) pending.push(part);
    } else if (item instanceof Map) {
      for (const [key, part] of item) pending.push(key, part);
    } else {
      for (const part of Object.values(item)) pending.push(part);
      Object.setPrototypeOf(item, null);
    }
  }
  return value;
}
