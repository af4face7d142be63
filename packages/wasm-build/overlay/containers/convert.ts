// list(x) and tuple(x) of a list or a tuple: all items at once, where upstream asks an iterator for each.

import { newList } from "../host/decode";
import { typeCallGeneral } from "../interpreter";
import { newTuple } from "../objects";
import { hasType } from "../text/str";
import { listType, tupleType } from "../types";

/** Of the types themselves: what inherits from them may iterate otherwise. */
@inline
export function isSequence(object: usize): bool {
  return hasType(object, listType()) || hasType(object, tupleType());
}

export function convert_sequence(type: usize, object: usize): usize {
  const isTuple = hasType(object, tupleType());
  if (type == listType()) {
    return isTuple ? newList(object + 8, load<u32>(object, 4)) : newList(load<usize>(object, 12), load<u32>(object, 8));
  }
  if (isTuple) return object;
  const count = load<u32>(object, 8);
  if (count == 0) return typeCallGeneral(type, 0, 0, 0);
  const tuple = newTuple(count);
  // a finaliser may have made the list shorter meanwhile
  memory.copy(tuple + 8, load<usize>(object, 12), <usize>min(count, load<u32>(object, 8)) << 2);
  return tuple;
}
