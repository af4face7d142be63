export { gc_alloc, mark_tails, note_found, note_freed, search_from } from "./heap/allocator";
export * from "./numbers/arithmetic";
export { setup_code_state } from "./calls";
export {
  missing_keyword,
  missing_positional,
  multiple_values,
  positional_mismatch,
  check_arguments,
  unexpected_keyword,
} from "./errors/callErrors";
export {
  bind_method,
  // these two so that the compiler leaves them out of type_call, which has no frame
  call_class,
  call_with_arguments,
  builtins_getattr,
  builtins_hasattr,
  class_delattr,
  class_lookup,
  class_setattr,
  changed_builtins,
  count_native_bases,
  instance_attr,
  inner_objects,
  is_foreign,
  is_instance,
  is_subclass,
  iterate_class,
  late_builtin,
  load_getitem,
  load_special,
  make_special,
  store_own,
  missing_item,
  native_new,
  operator_name,
  set_cell,
  set_locals,
  set_metaclass,
  super_attr,
  type_attr,
  type_binary_op,
  type_make_new,
  type_print,
  type_subscr,
  type_unary_op,
} from "./classes/classes";
export * from "./heap/collector";
export { deque_append, deque_appendleft, deque_reserve } from "./containers/deque";
export {
  chain,
  exception_attr,
  exception_frames,
  exception_room,
  new_exception,
  note_caught,
  raise_from,
} from "./errors/exceptions";
export { print_exception, print_exception_value, print_summary } from "./errors/exceptionText";
export { closure_attr, function_attr, function_info } from "./classes/functionAttrs";
export { host_call } from "./host/hostCall";
export * from "./errors/importErrors";
export { dict_copy, dict_popitem, reversed_dict, view_binary_op, view_next } from "./containers/dict";
export { dict_update } from "./containers/dictUpdate";
export { add_interned, look_up_any, look_up_fixed, look_up_interned, look_up_plain, map_init, map_lookup } from "./containers/map";
export { mark_overflowed, mark_subtree } from "./heap/mark";
export * from "./heap/memory";
export { binary_unsupported, type_name, unary_unsupported, unpack_at_least, unpack_too_few, zero_division } from "./errors/operatorErrors";
export { find_interned } from "./containers/qstr";
export { random_below, random_bits, random_entropy, random_float, random_seed } from "./numbers/random";
export * from "./library/regexCalls";
export {
  array_binary_op,
  array_slice,
  array_subscr,
  bytes_slice,
  bytes_subscr,
  list_slice,
  list_subscr,
  range_subscr,
  str_slice,
  str_subscr,
  tuple_slice,
  tuple_subscr,
} from "./containers/sequences";
export * from "./containers/set";
export { call_range, type_call } from "./containers/slice";
export { builtin_sorted, list_sort } from "./containers/sort";
export { next_finaliser, sweep } from "./heap/sweep";
export * from "./host/syscalls";
export * from "./text/text";
export { str_center, str_expandtabs, str_join, str_ljust, str_lstrip, str_removeprefix, str_removesuffix, str_rjust, str_rstrip, str_splitlines, str_strip, str_zfill } from "./text/strMethods";
export {
  str_count,
  str_endswith,
  str_find,
  str_index,
  str_partition,
  str_replace,
  str_rfind,
  str_rindex,
  str_rpartition,
  str_rsplit,
  str_split,
  str_startswith,
} from "./text/strSearch";
export * from "./text/strCase";
export { builtins_ascii, str_print } from "./text/strRepr";
export * from "./library/jsonDecode";
export * from "./library/jsonEncode";
export * from "./library/hashes";
export * from "./library/inflate";
export * from "./numbers/decimalMath";
export * from "./library/deflate";
export { complex_print, float_print } from "./numbers/floatText";
export * from "./text/strFormat";
export { builtins_bin, builtins_hex, builtins_oct } from "./numbers/intText";
// exported so that the compiler does not inline them into binary_op, which has no frame
export { concatenated } from "./text/strConcat";
export { percent } from "./text/strPercent";
export { isPartOf } from "./text/strSearch";
export { str_unary_op } from "./text/strIndex";
export { dict_print, list_print } from "./containers/itself";
export { builtins_print } from "./print";
export { is_item, list_binary_op, tuple_binary_op } from "./containers/compare";
export { complex_power } from "./numbers/complexPower";
export { bytes_hex, list_index, list_pop, list_remove, tuple_index } from "./containers/sequenceMethods";
export { builtins_pow, divide_ints } from "./numbers/division";
export { float_make_new, int_make_new } from "./numbers/numberText";
export * from "./builtins";
