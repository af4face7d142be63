// What is said of modules that are not there, and of names that modules do not have.

import { common } from "../classes/classes";
import { callFunction } from "../interpreter";
import { map_lookup } from "../containers/map";
import { Kind, typeOf } from "../lowMemory";
import * as names from "../names";
import { FALSE, newTuple, NONE, TRUE } from "../objects";
import { importError } from "../types";
import { raise } from "./formatted";
import * as text from "../texts";

/** mp_obj_module_t */
const GLOBALS: usize = 4;

/** Lets lib/_hints.py raise with a hint, where it has one. `module` is None where that itself is not there. */
function hint(module: usize, name: u32, importing: usize): void {
  const give = common(names.__hint__());
  if (give == 0) return;
  const args = newTuple(3) + 8;
  store<usize>(args, module);
  store<usize>(args, (<usize>name << 3) | 2, 4);
  store<usize>(args, importing, 8);
  callFunction(give, 3, 0, args);
}

export function hint_module(name: u32): void {
  hint(NONE, name, TRUE);
}

/** `module.name` was not found. */
export function hint_attribute(module: usize, name: u32): void {
  if ((module & 3) == 0 && load<usize>(module) == typeOf(Kind.Module)) hint(module, name, FALSE);
}

export function cannot_import(module: usize, name: u32): void {
  let from = names.__name__();
  if ((module & 3) == 0 && load<usize>(module) == typeOf(Kind.Module)) {
    const entry = map_lookup(load<usize>(module, GLOBALS) + 4, (<usize>names.__name__() << 3) | 2, 0);
    if (entry != 0) {
      const value = load<usize>(entry, 4);
      if ((value & 7) == 2) from = <u32>value >>> 3;
    }
  }
  hint(module, name, TRUE);
  raise(importError(), text.cannot_import(), name, from);
}
