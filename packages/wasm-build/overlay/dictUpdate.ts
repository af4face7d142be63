// dict.update and dict(): upstream's take a dict, and anything else for pairs. An object of a class that inherits from dict is a dict too.

import { allocate, dictUpdateGeneral } from "./interpreter";
import { Kind, typeOf } from "./lowMemory";

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
        const part = load<usize>(other, NATIVE_PART);
        if (part != 0 && (part & 3) == 0 && load<usize>(part) == typeOf(Kind.Dict)) {
          const both = allocate(8);
          store<usize>(both, load<usize>(args));
          store<usize>(both, part, 4);
          return dictUpdateGeneral(count, both, keywords);
        }
      }
    }
  }
  return dictUpdateGeneral(count, args, keywords);
}
