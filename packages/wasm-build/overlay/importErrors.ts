// What `from module import name` says of a name that is not there.

import { map_lookup } from "./map";
import { Kind, typeOf } from "./lowMemory";
import * as names from "./names";
import { importError } from "./types";
import { raise } from "./formatted";
import * as text from "./texts";

/** mp_obj_module_t */
const GLOBALS: usize = 4;

export function cannot_import(module: usize, name: u32): void {
  let from = names.__name__();
  if ((module & 3) == 0 && load<usize>(module) == typeOf(Kind.Module)) {
    const entry = map_lookup(load<usize>(module, GLOBALS) + 4, (<usize>names.__name__() << 3) | 2, 0);
    if (entry != 0) {
      const value = load<usize>(entry, 4);
      if ((value & 7) == 2) from = <u32>value >>> 3;
    }
  }
  raise(importError(), text.cannot_import(), name, from);
}
