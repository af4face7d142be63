// dict.update and dict(): upstream's take a dict, and anything else for pairs. An object of a class that inherits from dict is a dict too, one with keys() a mapping.

import { common, isSubclass } from "../classes/classes";
import { allocate, callFunction, dictUpdateGeneral, loadMethodMaybe } from "../interpreter";
import { Kind } from "../lowMemory";
import { copyMap, Map } from "./map";
import * as names from "../names";
import { isKind, newTuple, NONE } from "../objects";
import { hasType } from "../text/str";
import { dictType } from "../types";

/** mp_obj_instance_t: type, attributes, then what it inherits from C. */
const NATIVE_PART: usize = 16;

/** mp_obj_type_t: the slot of make_new says whether a class is one of Python's. */
const FLAGS: usize = 4;
const INSTANCE_TYPE: u32 = 0x200;

/** The dict to take the entries of: `other`, what it holds where its class inherits from dict, what its keys() lead to; 0 for pairs. */
function sourceOf(other: usize): usize {
  if (hasType(other, dictType())) return other;
  if ((other & 3) != 0 || other == 0) return 0;
  const type = load<usize>(other);
  if ((<u32>load<u16>(type, FLAGS) & INSTANCE_TYPE) == 0) return 0;
  const part = isSubclass(type, dictType()) ? load<usize>(other, NATIVE_PART) : 0;
  if (isKind(part, Kind.Dict)) return part;
  const method = newTuple(2) + 8;
  loadMethodMaybe(other, names.keys(), method);
  if (load<usize>(method) == 0) return 0;
  store<usize>(method, other);
  return callFunction(common(names.__mapping__()), 1, 0, method);
}

export function dict_update(count: u32, args: usize, keywords: usize): usize {
  const from = count == 2 ? sourceOf(load<usize>(args, 4)) : 0;
  if (from == 0) return dictUpdateGeneral(count, args, keywords);
  const dict = load<usize>(args);
  const to = changetype<Map>(dict + 4);
  // an empty dict takes the whole table
  if (hasType(dict, dictType()) && to.used == 0 && !to.isFixed && changetype<Map>(keywords).used == 0) {
    copyMap(to, changetype<Map>(from + 4));
    return NONE;
  }
  const both = newTuple(2) + 8;
  store<usize>(both, dict);
  store<usize>(both, from, 4);
  return dictUpdateGeneral(count, both, keywords);
}
