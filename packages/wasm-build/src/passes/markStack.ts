// The collector keeps what it has still to mark on a stack of 64 objects. Where it needs more (a list of 100 lists is enough), it goes over all of memory again, and
// marks everything once more. Here the stack has 2,336 places, in the first 64 KiB of memory, where upstream's C stack was.

import { type List, all, is, isList, match, name, parse } from "../sexpr.js";
import type { Module } from "../module.js";

/** Behind what is known of interned strings: see overlay/lowMemory.ts. */
const STACK = 46_848;
const PLACES = 2_336;

/** gc_mark_subtree uses two arrays of 64 words, one behind the other: blocks, and the pieces of the heap that they lie in. */
export function enlargeMarkStack(module: Module): void {
  const full = parse("(i32.gt_u (local.get ?depth) (i32.const 63))");
  const found = module.functions().flatMap((func) => {
    const tests = all(func, "i32.gt_u").filter((test) => match(test, full) !== undefined);
    const bases = all(func, "i32.add").filter(isPlace);
    return tests.length === 1 && bases.length === 2 ? [{ func, test: tests[0]!, bases }] : [];
  });
  // the compiler has put a copy into what marks again after an overflow
  if (found.length !== 2) throw new Error(`markStack: found ${found.length} functions that mark, not 2`);
  for (const { func, test, bases } of found) {
    const accesses = [...all(func, "i32.store"), ...all(func, "i32.load")].filter(({ 1: offset }) =>
      /^offset=[4-9]\d\d$/.test(String(offset)),
    );
    const offsets = [...new Set(accesses.map((access) => String(access[1])))].toSorted();
    if (accesses.length !== 4 || offsets.length !== 2)
      throw new Error(`markStack: ${name(func)} does not use two arrays in four places`);
    (test[2] as List)[1] = String(PLACES - 1);
    for (const base of bases) (base[1] as List)[1] = String(STACK);
    for (const access of accesses) access[1] = access[1] === offsets[0] ? "offset=0" : `offset=${4 * PLACES}`;
  }
}

/** A constant address and four bytes for each of the depth. */
function isPlace(add: List): boolean {
  const scaled = add[2];
  return (
    is(add[1], "i32.const") &&
    isList(scaled) &&
    is(scaled, "i32.shl") &&
    match(scaled[2], ["i32.const", "2"]) !== undefined
  );
}
