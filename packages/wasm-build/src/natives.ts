// Functions of the overlay that Python calls. Each becomes a builtin function object outside the heap, which boot.py gets by its name: see `natives` there.

export interface NativeFunction {
  /** As the overlay exports it. */
  name: string;
  /**
   * How many objects it takes, each a parameter of its own. With more than three, or with a range, its parameters are the number of its
   * arguments and the address where they lie.
   */
  arguments: number | [least: number, most: number];
  /** Whether it takes keyword arguments: an mp_map_t, as its third parameter. Only with a range. */
  keywords?: true;
  /** Whether it becomes a method where a Python class has it: MicroPython takes builtin functions there for static ones. */
  method?: true;
}

export const natives: NativeFunction[] = [
  { name: "host_call", arguments: 1 },
  { name: "deque_append", arguments: 2, method: true },
  { name: "deque_appendleft", arguments: 2, method: true },
  { name: "deque_reserve", arguments: 2 },
  { name: "exception_frames", arguments: 1 },
  { name: "bind_method", arguments: 2 },
  { name: "function_info", arguments: 1 },
  { name: "inner_objects", arguments: 1 },
  { name: "missing_item", arguments: 2, method: true },
  { name: "class_setattr", arguments: 3 },
  { name: "class_delattr", arguments: 2 },
  { name: "native_new", arguments: [1, 20] },
  { name: "set_cell", arguments: 2 },
  { name: "set_locals", arguments: 1 },
  { name: "changed_builtins", arguments: 0 },
  { name: "set_metaclass", arguments: 2 },
  { name: "regex_match", arguments: 5 },
  { name: "regex_scan", arguments: 6 },
  { name: "regex_findall", arguments: 4 },
  { name: "regex_split", arguments: 3 },
  { name: "regex_sub", arguments: 4 },
  { name: "regex_slice", arguments: 3 },
  { name: "regex_chars", arguments: 3 },
  { name: "regex_bytes", arguments: 2 },
  { name: "json_decode", arguments: 8 },
  { name: "json_encode", arguments: 9 },
  { name: "json_quote", arguments: 2 },
  { name: "hash_blocks", arguments: 5 },
  { name: "inflate", arguments: 3 },
  { name: "deflate", arguments: 2 },
  { name: "adler32", arguments: 2 },
  { name: "decimal_make", arguments: 3 },
  { name: "decimal_new", arguments: [1, 3], keywords: true },
  { name: "decimal_str", arguments: 1, method: true },
  { name: "decimal_add", arguments: 2, method: true },
  { name: "decimal_subtract", arguments: 2, method: true },
  { name: "decimal_subtract_from", arguments: 2, method: true },
  { name: "decimal_multiply", arguments: 2, method: true },
  { name: "decimal_divide", arguments: 2, method: true },
  { name: "decimal_equal", arguments: 2, method: true },
  { name: "decimal_less", arguments: 2, method: true },
  { name: "decimal_less_or_equal", arguments: 2, method: true },
  { name: "decimal_more", arguments: 2, method: true },
  { name: "decimal_more_or_equal", arguments: 2, method: true },
  { name: "random_seed", arguments: 2 },
  { name: "random_float", arguments: 1 },
  { name: "random_below", arguments: 2 },
  { name: "random_bits", arguments: 2 },
  { name: "random_entropy", arguments: 1 },
];
