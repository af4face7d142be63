// Methods of dict that know how a table is laid out. See map.ts.

import { binary_op } from "../numbers/arithmetic";
import { dictPopitemGeneral, getIterator, viewBinaryOpGeneral, viewType } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { copyMap, EQUAL, FREE, Map, remove, REMOVED } from "./map";
import { newObject, newTuple } from "../objects";
import { raise } from "../errors/raise";
import { isArithmetic, isOrder, isSet, ofSets } from "./set";
import { itemList } from "./sequences";
import { hasType } from "../text/str";
import { dictType, runtimeError } from "../types";

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

/** mp_obj_dict_view_it_t: type, kind, dict, how far it is. Above the kind's two bits stands the size of the dict, and 1, once it has begun. */
const ITEMS: u32 = 0;
const KEYS: u32 = 1;
const VALUES: u32 = 2;

/** The next of a dict or a view, or 0. */
export function view_next(iterator: usize): usize {
  const map = mapOf(load<usize>(iterator, 8));
  const kind = load<u32>(iterator, 4) & 3;
  const size = kind | ((map.used + 1) << 2);
  if (load<u32>(iterator, 4) != size) {
    if (load<u32>(iterator, 4) > 3) raise(runtimeError(), "dictionary changed size during iteration");
    store<u32>(iterator, size, 4);
  }
  for (let at = load<u32>(iterator, 12); at < map.allocated; at++) {
    const slot = map.slot(at);
    const key = load<usize>(slot);
    if (key == FREE || key == REMOVED) continue;
    store<u32>(iterator, at + 1, 12);
    if (kind == KEYS) return key;
    if (kind != ITEMS) return load<usize>(slot, 4);
    const value = load<usize>(slot, 4);
    const item = newTuple(2);
    store<usize>(item, key, 8);
    store<usize>(item, value, 12);
    return item;
  }
  store<u32>(iterator, map.allocated, 12);
  return 0;
}

/** mp_obj_dict_view_t: type, dict, kind. */
@inline
function kindOf(view: usize): u32 {
  return load<u32>(view, 8);
}

/** The operators of views: those of sets. */
export function view_binary_op(op: u32, lhs: usize, rhs: usize): usize {
  if (op == EQUAL && kindOf(lhs) != VALUES) {
    const isView = hasType(rhs, viewType()) && kindOf(rhs) != VALUES;
    // values need not be hashable
    if (isView && kindOf(lhs) == ITEMS && kindOf(rhs) == ITEMS)
      return binary_op(op, load<usize>(lhs, 4), load<usize>(rhs, 4));
    if (isView || isSet(rhs)) return ofSets(op, lhs, rhs);
  }
  if (isArithmetic(op) || isOrder(op)) return ofSets(op, lhs, rhs);
  return viewBinaryOpGeneral(op, lhs, rhs);
}

/** A dict or a view of one. */
@inline
export function isDictLike(object: usize): bool {
  return hasType(object, viewType()) || hasType(object, dictType());
}

/** reversed(dict) and of its views. Exported, so that the compiler leaves it out of type_call. */
export function reversed_dict(object: usize): usize {
  const list = itemList(object);
  const items = load<usize>(list, 12);
  for (let first = items, last = items + (<usize>load<u32>(list, 8) << 2) - 4; first < last; first += 4, last -= 4) {
    const item = load<usize>(first);
    store<usize>(first, load<usize>(last));
    store<usize>(last, item);
  }
  return getIterator(list, 0);
}
