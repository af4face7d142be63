/** Most bytes that a growing text is given in advance. */
const MOST_AHEAD: u32 = 262144;

/** How much room vstr_ensure_extra makes for a text of `length` bytes: half as much again, where upstream adds 24 bytes and so copies a long text very often. */
export function text_capacity(length: u32): u32 {
  return ((length + min(length >>> 1, MOST_AHEAD)) & ~7) + 24;
}
