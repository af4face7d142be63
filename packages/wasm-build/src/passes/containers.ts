// Functions of containers that the overlay's take the place of, or stand before.

import type { Module } from "../module.js";
import { type List, all, is, name } from "../sexpr.js";
import { Slot, type Statics } from "../statics.js";

/** The overlay's functions of these names do all the work. */
export const REPLACED = [
  "$map_init",
  "$dict_copy",
  "$list_sort",
  "$builtin_sorted",
  "$set_lookup",
  "$set_init",
  "$set_copy",
  "$set_make_new",
  "$new_set",
  "$view_next",
];

/** The overlay's functions of these names are asked first; it calls upstream's as `<name>_general`. */
export const PRECEDED = [
  "$dict_popitem",
  "$dict_update",
  "$list_subscr",
  "$tuple_subscr",
  "$str_subscr",
  "$list_print",
  "$dict_print",
  "$str_unary_op",
  "$bytes_subscr",
  "$range_subscr",
  "$array_subscr",
  "$type_call",
  "$set_binary_op",
  "$view_binary_op",
  "$list_binary_op",
  "$tuple_binary_op",
  "$array_binary_op",
];

export function nameContainers(module: Module, statics: Statics): void {
  const method = (type: string, method: string): string => statics.functionOf(statics.method(type, method));
  // mp_obj_dict_copy allocates an object, and calls mp_map_init for its map
  const init = all(module.func(method("dict", "copy")), "call").find((call) => call.length === 4);
  if (init === undefined) throw new Error("containers: mp_obj_dict_copy does not call mp_map_init");
  module.rename(name(init), "$map_init");
  module.rename(method("dict", "copy"), "$dict_copy");
  module.rename(method("dict", "popitem"), "$dict_popitem");
  module.rename(method("dict", "update"), "$dict_update");
  module.rename(method("list", "sort"), "$list_sort");
  module.rename(statics.functionOf(statics.builtin("sorted")), "$builtin_sorted");
  nameViews(module, statics);
  for (const type of ["list", "tuple"])
    module.rename(statics.slotOf(statics.builtin(type), Slot.binaryOp), `$${type}_binary_op`);
  // mp_obj_new_set initialises the set of a new object, then looks its keys up
  const [initialise, , lookUp] = all(module.func("$new_set"), "call").map(name);
  if (initialise === undefined || lookUp === undefined)
    throw new Error("containers: mp_obj_new_set does not look as expected");
  module.rename(initialise, "$set_init");
  module.rename(lookUp, "$set_lookup");
  module.rename(method("set", "copy"), "$set_copy");
  module.rename(statics.slotOf(statics.builtin("set"), Slot.makeNew), "$set_make_new");
  module.rename(statics.slotOf(statics.builtin("set"), Slot.binaryOp), "$set_binary_op");
  for (const type of ["list", "dict"])
    module.rename(statics.slotOf(statics.builtin(type), Slot.print), `$${type}_print`);
  for (const type of ["list", "tuple", "str", "bytes", "range"])
    module.rename(statics.slotOf(statics.builtin(type), Slot.subscr), `$${type}_subscr`);
  module.rename(statics.slotOf(statics.builtin("str"), Slot.unaryOp), "$str_unary_op");
  module.rename(statics.slotOf(statics.builtin("bytearray"), Slot.subscr), "$array_subscr");
  module.rename(statics.slotOf(statics.builtin("bytearray"), Slot.binaryOp), "$array_binary_op");
  module.rename(statics.slotOf(statics.builtin("type"), Slot.call), "$type_call");
}

/** Views of dicts: their operators, and the next of their iterators, whose type dict_view_getiter writes down. */
function nameViews(module: Module, statics: Statics): void {
  const view = statics.typeNamed("dict_view");
  module.form.push(["func", "$link.view_type", ["result", "i32"], ["i32.const", String(view)]]);
  const constants = all(module.func(statics.slotOf(view, Slot.iter)), "i32.store")
    .map((store) => store.at(-1))
    .filter((value): value is List => is(value, "i32.const") && value[1] !== "0");
  if (constants.length !== 1) throw new Error("containers: dict_view_getiter does not look as expected");
  module.rename(statics.slotOf(Number(constants[0]![1]), Slot.iter), "$view_next");
  module.rename(statics.slotOf(view, Slot.binaryOp), "$view_binary_op");
}
