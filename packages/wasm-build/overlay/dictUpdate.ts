// dict.update and dict(): upstream's take a dict, and anything else for pairs. An object of a class that inherits from dict is a dict too, one with keys() a mapping.

import { common, isSubclass } from "./classes";
import { allocate, callFunction, dictUpdateGeneral, loadMethodMaybe } from "./interpreter";
import { Kind, typeOf } from "./lowMemory";
import * as names from "./names";
import { isKind, newTuple } from "./objects";
import { dictType } from "./types";

/** mp_obj_instance_t: type, attributes, then what it inherits from C. */
const NATIVE_PART: usize = 16;

/** mp_obj_type_t: the slot of make_new says whether a class is one of Python's. */
const FLAGS: usize = 4;
const INSTANCE_TYPE: u32 = 0x200;

export function dict_update(count: u32, args: usize, keywords: usize): usize {
  if (count == 2) {
    const other = load<usize>(args, 4);
    if ((other & 3) == 0 && other != 0 && load<usize>(other) != typeOf(Kind.Dict)) {
      const type = load<usize>(other);
      if ((<u32>load<u16>(type, FLAGS) & INSTANCE_TYPE) != 0) {
        const part = isSubclass(type, dictType()) ? load<usize>(other, NATIVE_PART) : 0;
        if (isKind(part, Kind.Dict)) {
          const both = allocate(8);
          store<usize>(both, load<usize>(args));
          store<usize>(both, part, 4);
          return dictUpdateGeneral(count, both, keywords);
        }
        const method = newTuple(2) + 8;
        loadMethodMaybe(other, names.keys(), method);
        if (load<usize>(method) != 0) {
          store<usize>(method, other);
          const dict = callFunction(common(names.__mapping__()), 1, 0, method);
          store<usize>(method, load<usize>(args));
          store<usize>(method, dict, 4);
          return dictUpdateGeneral(count, method, keywords);
        }
      }
    }
  }
  return dictUpdateGeneral(count, args, keywords);
}
