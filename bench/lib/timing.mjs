/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Milliseconds that `work` took. @param {() => unknown} work */
export function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds until the promise that `work` returned was kept. @param {() => Promise<unknown>} work */
export async function timeAsync(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
