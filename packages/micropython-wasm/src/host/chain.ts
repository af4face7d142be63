/** Goes on with a value, at once where it is there already: synchronous functions stay synchronous. */
export function chain<T>(value: T | Promise<T>, goOn: (value: T) => unknown): unknown {
  return isPromise(value) ? value.then(goOn) : goOn(value);
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return (
    value instanceof Promise ||
    (typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function")
  );
}
