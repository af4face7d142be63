// Functions and globals of the interpreter that the overlay calls; src/passes/overlay.ts links them by these names.

@external("interpreter", "gc_collect_start")
export declare function gcCollectStart(): void;

/** Pays units of fuel, and lets the host look at the clock where it is time. Does nothing where the build meters nothing. */
@external("interpreter", "pay")
export declare function pay(units: u32): void;

/**
 * Says that the loop it stands in goes round 256 times at most, or as often as was paid for before it, whatever the guest has done to memory: such a loop pays
 * nothing. What it is repeated by has to pay.
 */
@external("interpreter", "bounded")
export declare function bounded(): void;

@external("interpreter", "gc_collect_end")
export declare function gcCollectEnd(): void;

/** gc_try_add_heap: doubles the heap, if memory allows, and at least so that an object of these bytes fits. */
@external("interpreter", "add_heap")
export declare function addHeap(bytes: u32): bool;

/** The C stack pointer. */
@external("interpreter", "stack_pointer")
export declare function stackPointer(): usize;

/** The address of the heap's first area. */
@external("interpreter", "first_area")
export declare function firstArea(): usize;

/** The address of MP_STATE_THREAD(pystack_start). */
@external("interpreter", "pystack_start_address")
export declare function pystackStartAddress(): usize;

/** The most pages that this instance's memory may have; kept in a wasm global, where the guest cannot reach it. */
@external("interpreter", "max_pages")
export declare function maxPages(): i32;

/** MP_STATE_VM(last_pool): the newest pool of interned strings. */
@external("interpreter", "last_pool")
export declare function lastPool(): usize;

/** Upstream's mp_binary_op. */
@external("interpreter", "binary_op_general")
export declare function binaryOpGeneral(op: u32, lhs: usize, rhs: usize): usize;

/** Upstream's mp_obj_is_true. */
@external("interpreter", "is_true_general")
export declare function isTrueGeneral(object: usize): bool;

/** Upstream's mp_setup_code_state. */
@external("interpreter", "setup_code_state_general")
export declare function setupCodeStateGeneral(code: usize, count: u32, keywords: u32, args: usize): void;

@external("interpreter", "new_float")
export declare function newFloat(value: f64): usize;

/** The address of mp_type_float. */
@external("interpreter", "float_type")
export declare function floatType(): usize;

/** MP_STATE_VM(map_lookup_cache): 128 bytes, each the slot where a key was found last. */
@external("interpreter", "map_cache")
export declare function mapCache(): usize;

/** The address of mp_type_str. */
@external("interpreter", "str_type")
export declare function strType(): usize;

/** m_malloc: memory of the Python heap. Raises MemoryError where there is none. */
@external("interpreter", "allocate")
export declare function allocate(bytes: u32): usize;

/** m_free */
@external("interpreter", "free")
export declare function free(pointer: usize): void;

/** mp_unary_op */
@external("interpreter", "unary_op")
export declare function unaryOp(op: u32, object: usize): usize;

/** mp_obj_new_str: an interned string where there is one with this text. Raises UnicodeError where it is no UTF-8. */
@external("interpreter", "new_str")
export declare function newStr(text: usize, bytes: u32): usize;

/** mp_obj_new_str_copy: a str or bytes object. */
@external("interpreter", "new_str_copy")
export declare function newStrCopy(type: usize, data: usize, bytes: u32): usize;

/** mp_obj_new_set */
@external("interpreter", "new_set")
export declare function newSet(count: u32, items: usize): usize;

/** The address of MP_STATE_MEM(gc_alloc_threshold): how many blocks are allocated between two collections. */
@external("interpreter", "collection_threshold")
export declare function collectionThreshold(): usize;
@external("interpreter", "collector_lock")
export declare function collectorLock(): usize;
@external("interpreter", "gc_alloc_general")
export declare function gcAllocGeneral(bytes: u32, flags: u32): usize;

/** mp_raise_msg: never returns. The text ends with a zero and is not copied. */
@external("interpreter", "raise_message")
export declare function raiseMessage(type: usize, text: usize): void;

/** mp_obj_get_int: TypeError where it is none, OverflowError where it has more than 32 bits. */
@external("interpreter", "get_int")
export declare function getInt(object: usize): i32;

/** mp_getiter; without a buffer the iterator is an object of its own. */
@external("interpreter", "get_iterator")
export declare function getIterator(object: usize, buffer: usize): usize;

/** mp_iternext: 0 at the end. */
@external("interpreter", "next")
export declare function next(iterator: usize): usize;

/** mp_obj_get_type */
@external("interpreter", "type_of")
export declare function typeOfObject(object: usize): usize;

/** mp_obj_str_get_qstr: the number of a text among the interned strings. */
@external("interpreter", "interned")
export declare function intern(object: usize): u32;

/** mp_call_function_n_kw; the arguments must lie where the collector sees them. */
@external("interpreter", "call_function")
export declare function callFunction(func: usize, count: u32, keywords: u32, args: usize): usize;

@external("interpreter", "call_1")
export declare function call1(func: usize, a: usize): usize;

@external("interpreter", "call_2")
export declare function call2(func: usize, a: usize, b: usize): usize;

/** Writes to an mp_print_t. */
@external("interpreter", "print_text")
export declare function printText(print: usize, text: usize, bytes: u32): void;

/** The address of what src/unicode.ts has made. */
@external("interpreter", "unicode_tables")
export declare function unicodeTables(): usize;

/** mp_raise_msg_varg: raises an exception with a formatted message. */
@external("interpreter", "raise_formatted")
export declare function raiseFormatted(type: usize, format: usize, words: usize): void;

/** nlr_jump: raises an exception object. */
@external("interpreter", "raise_object")
export declare function raiseObject(exception: usize): void;

/** Upstream's mp_obj_exception_make_new. */
@external("interpreter", "new_exception_general")
export declare function newExceptionGeneral(type: usize, count: u32, keywords: u32, args: usize): usize;

/** qstr_str: the text of an interned string, ended by a zero. */
@external("interpreter", "qstr_text")
export declare function qstrText(name: u32): usize;

/** mp_obj_get_type_str: the name of an object's type, ended by a zero. */
@external("interpreter", "type_name")
export declare function plainTypeName(object: usize): usize;

/** Where src/guest.ts writes the numbers of the interned strings of src/names.ts, 16 bits each. */
@external("interpreter", "names")
export declare function namesAddress(): usize;

/** Upstream's make_new of int. */
@external("interpreter", "int_make_new_general")
export declare function intMakeNewGeneral(type: usize, count: u32, keywords: u32, args: usize): usize;

/** Upstream's make_new of float. */
@external("interpreter", "float_make_new_general")
export declare function floatMakeNewGeneral(type: usize, count: u32, keywords: u32, args: usize): usize;

/** Upstream's builtin hasattr. */
@external("builtins", "hasattr")
export declare function upstreamHasattr(object: usize, name: usize): usize;

/** Upstream's builtin print. */
@external("builtins", "print")
export declare function upstreamPrint(count: u32, args: usize, keywords: usize): usize;

/** Upstream's builtin max. */
@external("builtins", "max")
export declare function upstreamMax(count: u32, args: usize, keywords: usize): usize;

/** Upstream's builtin min. */
@external("builtins", "min")
export declare function upstreamMin(count: u32, args: usize, keywords: usize): usize;

/** Upstream's builtin sum. */
@external("builtins", "sum")
export declare function upstreamSum(count: u32, args: usize): usize;

/** Upstream's builtin round. */
@external("builtins", "round")
export declare function upstreamRound(count: u32, args: usize): usize;

/** Upstream's builtin __import__. */
@external("builtins", "__import__")
export declare function importModule(count: u32, args: usize): usize;

/** Upstream's make_new of zip. */
@external("interpreter", "zip_make_new_general")
export declare function zipMakeNewGeneral(type: usize, count: u32, keywords: u32, args: usize): usize;

/** mp str_join(separator, iterable) */
@external("builtins", "str.join")
export declare function upstreamJoin(separator: usize, iterable: usize): usize;

/** The builtin repr. */
@external("builtins", "repr")
export declare function reprOf(object: usize): usize;

/** Upstream's str_print(print, object, kind). */
@external("interpreter", "str_print_general")
export declare function strPrintGeneral(print: usize, object: usize, kind: u32): void;

/** Upstream's dict.update. */
@external("interpreter", "dict_update_general")
export declare function dictUpdateGeneral(count: u32, args: usize, keywords: usize): usize;

/** Upstream's dict.popitem. */
@external("interpreter", "dict_popitem_general")
export declare function dictPopitemGeneral(dict: usize): usize;

/** The index of mp_obj_exception_make_new: what tells a type of exceptions. */
@external("interpreter", "exception_make_new")
export declare function exceptionMakeNew(): usize;

/** The exception for want of memory, which lies in static memory and is smaller than others. */
@external("interpreter", "exception_state")
export declare function exceptionState(): usize;

/** m_malloc_maybe: 0 where memory is full. */
@external("interpreter", "allocate_maybe")
export declare function allocateMaybe(bytes: u32): usize;

/** mp_make_raise_obj: the exception that `raise` raises for an object. */
@external("interpreter", "make_raised")
export declare function makeRaised(object: usize): usize;

/** mp_load_method_maybe: an attribute, and what it is bound to or 0, to two words. */
@external("interpreter", "load_method_maybe")
export declare function loadMethodMaybe(object: usize, name: u32, dest: usize): void;

/** mp_obj_print_helper */
@external("interpreter", "print_helper")
export declare function printHelper(print: usize, object: usize, kind: u32): void;

/** Upstream's mp_obj_exception_print. */
@external("interpreter", "print_exception_value_general")
export declare function printExceptionValueGeneral(print: usize, exception: usize, kind: u32): void;

/** Upstream's mp_obj_print_exception. */
@external("interpreter", "print_exception_general")
export declare function printExceptionGeneral(print: usize, exception: usize): void;

/** Upstream's subscript of list: its value is 0 to delete, 4 to load. */
@external("interpreter", "list_subscr_general")
export declare function listSubscrGeneral(object: usize, index: usize, value: usize): usize;

/** Upstream's subscript of tuple: its value is 0 to delete, 4 to load. */
@external("interpreter", "tuple_subscr_general")
export declare function tupleSubscrGeneral(object: usize, index: usize, value: usize): usize;

/** Upstream's subscript of str: its value is 0 to delete, 4 to load. */
@external("interpreter", "str_subscr_general")
export declare function strSubscrGeneral(object: usize, index: usize, value: usize): usize;

/** Where itself.ts notes what is being printed. */
@external("interpreter", "printed")
export declare function printed(): usize;

/** Upstream's print slot of list. */
@external("interpreter", "list_print_general")
export declare function listPrintGeneral(print: usize, list: usize, kind: u32): void;

/** Upstream's print slot of dict. */
@external("interpreter", "dict_print_general")
export declare function dictPrintGeneral(print: usize, dict: usize, kind: u32): void;

/** Upstream's list.pop. */
@external("builtins", "list.pop")
export declare function upstreamPop(count: u32, args: usize): usize;

/** Upstream's builtin pow. */
@external("builtins", "pow")
export declare function upstreamPow(count: u32, args: usize): usize;

/** Upstream's unary operators of str. */
@external("interpreter", "str_unary_op_general")
export declare function strUnaryOpGeneral(op: u32, object: usize): usize;

/** Upstream's subscript of bytes: its value is 0 to delete, 4 to load. */
@external("interpreter", "bytes_subscr_general")
export declare function bytesSubscrGeneral(object: usize, index: usize, value: usize): usize;

/** Upstream's subscript of array: its value is 0 to delete, 4 to load. */
@external("interpreter", "array_subscr_general")
export declare function arraySubscrGeneral(object: usize, index: usize, value: usize): usize;

/** The builtin getattr. */
@external("builtins", "getattr")
export declare function getattr(count: u32, args: usize): usize;

/** type.__call__: type_call(type, positional, keywords, arguments) */
@external("interpreter", "type_call_general")
export declare function typeCallGeneral(type: usize, count: u32, keywords: u32, args: usize): usize;

@external("interpreter", "range_subscr_general")
export declare function rangeSubscrGeneral(object: usize, index: usize, value: usize): usize;
/** getattr(object, name) */
@external("interpreter", "attribute")
export declare function attribute(object: usize, name: usize): usize;

/** Calls a function of a type's slot, by its index in the table of functions. */
@external("interpreter", "call_slot")
export declare function callSlot(func: usize, a: usize, b: usize, c: usize): usize;

/** Upstream's operators of sets. */
@external("interpreter", "set_binary_op_general")
export declare function setBinaryOpGeneral(op: u32, lhs: usize, rhs: usize): usize;

/** native_base_init_wrapper_obj: the `__init__` of native types; it also stands in for a native part that is yet to be made. */
@external("interpreter", "native_init")
export declare function nativeInit(): usize;

/** The address of MP_STATE_VM(mp_module_builtins_override_dict). */
@external("interpreter", "overridden_address")
export declare function overriddenAddress(): usize;

/** The address of MP_STATE_THREAD(dict_locals). */
@external("interpreter", "locals_address")
export declare function localsAddress(): usize;

/** The address of the type of bound methods. */
@external("interpreter", "method_type")
export declare function methodType(): usize;

/** mp_convert_member_lookup: what a class holds, as `dest[0]` bound to `dest[1]`. */
@external("interpreter", "convert_member")
export declare function convertMember(self: usize, type: usize, member: usize, dest: usize): void;

/** mp_obj_new_instance: an instance with nothing in it. */
@external("interpreter", "make_instance")
export declare function makeInstance(type: usize, native: usize): usize;

/** Upstream's type_make_new. */
@external("interpreter", "type_make_new_general")
export declare function typeMakeNewGeneral(kind: usize, count: u32, keywords: u32, args: usize): usize;

/** Upstream's type_attr. */
@external("interpreter", "type_attr_general")
export declare function typeAttrGeneral(self: usize, name: u32, dest: usize): void;

/** Upstream's super_attr. */
@external("interpreter", "super_attr_general")
export declare function superAttrGeneral(self: usize, name: u32, dest: usize): void;

/** Upstream's isinstance. */
@external("interpreter", "is_instance_general")
export declare function isInstanceGeneral(object: usize, classes: usize): usize;

/** Upstream's issubclass. */
@external("interpreter", "is_subclass_general")
export declare function isSubclassGeneral(type: usize, classes: usize): usize;

/** Upstream's mp_obj_fun_bc_attr. */
@external("interpreter", "function_attr_general")
export declare function functionAttrGeneral(self: usize, name: u32, dest: usize): void;

/** Upstream's mp_obj_closure_attr. */
@external("interpreter", "closure_attr_general")
export declare function closureAttrGeneral(self: usize, name: u32, dest: usize): void;

/** Upstream's mp_obj_instance_attr. */
@external("interpreter", "instance_attr_general")
export declare function instanceAttrGeneral(self: usize, name: u32, dest: usize): void;

/** The address of the type of views of dicts. */
@external("interpreter", "view_type")
export declare function viewType(): usize;

/** Upstream's operators of views of dicts. */
@external("interpreter", "view_binary_op_general")
export declare function viewBinaryOpGeneral(op: u32, lhs: usize, rhs: usize): usize;

/** Upstream's operators of tuples. */
@external("interpreter", "tuple_binary_op_general")
export declare function tupleBinaryOpGeneral(op: u32, lhs: usize, rhs: usize): usize;

/** Upstream's operators of lists. */
@external("interpreter", "list_binary_op_general")
export declare function listBinaryOpGeneral(op: u32, lhs: usize, rhs: usize): usize;

/** Upstream's operators of bytearrays, arrays and memoryviews. */
@external("interpreter", "array_binary_op_general")
export declare function arrayBinaryOpGeneral(op: u32, lhs: usize, rhs: usize): usize;
