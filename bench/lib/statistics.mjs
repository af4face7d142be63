/** @param {readonly number[]} values @returns {number | undefined} undefined for no values */
export function geomean(values) {
  if (values.length === 0) return undefined;
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * How many times faster `a` is than `b`, over the programs that both ran.
 *
 * @param {Record<string, {milliseconds?: number}>} a
 * @param {Record<string, {milliseconds?: number}>} b
 * @param {readonly string[]} names programs to consider
 */
export function speedup(a, b, names) {
  const ran = names.filter((name) => a[name]?.milliseconds !== undefined && b[name]?.milliseconds !== undefined);
  return { programs: ran.length, ratio: geomean(ran.map((name) => b[name].milliseconds / a[name].milliseconds)) };
}
