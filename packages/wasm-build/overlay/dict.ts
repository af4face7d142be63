// Methods of dict that know how a table is laid out. See map.ts.

import { dictPopitemGeneral } from "./interpreter";
import { Kind, typeOf } from "./lowMemory";
import { copyMap, Map, remove } from "./map";
import { newObject } from "./objects";

/** mp_obj_dict_t: a type, and the map. */
@inline
function mapOf(dict: usize): Map {
  return changetype<Map>(dict + 4);
}

/** mp_obj_dict_copy */
export function dict_copy(dict: usize): usize {
  const copy = newObject(16, load<usize>(dict));
  memory.fill(copy + 4, 0, 12);
  copyMap(mapOf(copy), mapOf(dict));
  return copy;
}

/** dict.popitem: the entry that came last. */
export function dict_popitem(dict: usize): usize {
  const map = mapOf(dict);
  if (map.used == 0 || map.isFixed) return dictPopitemGeneral(dict);
  const item = newObject(16, typeOf(Kind.Tuple));
  const slot = map.slot(map.end - 1);
  store<u32>(item, 2, 4);
  store<u64>(item, load<u64>(slot), 8);
  remove(map, slot);
  store<usize>(slot, 0, 4);
  return item;
}
