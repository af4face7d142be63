// Makes a garbage collection possible in the middle of a call. Its roots are the C stack and the Python stack, so values that live only in wasm
// locals must be on the C stack before a call that can collect: binaryen's spill-pointers puts them there.

import { type Module, reaching } from "../module.js";
import type { Toolchain } from "../toolchain.js";

/**
 * Spills pointers in every function that can reach a collection, but for the bytecode interpreter: that one keeps its values on the Python
 * stack, where the collector sees them (ARCHITECTURE.md lists the reading of its source).
 */
export function spillPointers(module: Module, toolchain: Toolchain): Module {
  const collecting = reaching(module, ["$gc_collect"]);
  collecting.delete("$bytecode_interpreter");
  return toolchain.runOnFunctions(module, collecting, [
    // flattened, no value is on the operand stack during a call, where spilling would not see it
    "flatten",
    "simplify-locals-notee-nostructure",
    "coalesce-locals",
    "spill-pointers",
  ]);
}
