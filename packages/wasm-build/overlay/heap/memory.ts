import { maxPages } from "../interpreter";

const PAGE_BYTES: u32 = 65536;

/** Left free by the heap's own growth, so that a small C allocation still succeeds. */
const RESERVE_BYTES: u32 = 131072;

/** emscripten_resize_heap: grows the memory to hold `bytes`; the engine refuses what is over the instance's maximum. */
export function resize_heap(bytes: u32): i32 {
  const have = <u32>memory.size();
  const want = bytes / PAGE_BYTES + <u32>(bytes % PAGE_BYTES != 0);
  if (want <= have) return 1;
  if (want > <u32>maxPages()) return 0;
  return memory.grow(want - have) >= 0 ? 1 : 0;
}

/** gc_get_max_new_split: how much the Python heap may still take; upstream answers 128 MiB whatever is left. */
export function max_new_split(): u32 {
  const have = <u32>memory.size();
  const most = <u32>maxPages();
  // a run may be given less than the memory has
  if (most <= have) return 0;
  const free = (most - have) * PAGE_BYTES;
  return free > RESERVE_BYTES ? free - RESERVE_BYTES : 0;
}
