import { type List, all, is, isList, match, name, parse, walk } from "../sexpr.js";
import { type Module, replaceBody } from "../module.js";
import { STATIC_BASE, TEXT_BYTES, UNICODE_BASE } from "../overlay.js";
import { type MethodObject, methodObject } from "../install.js";
import { METHODS } from "../methods.js";
import { unicodeTables } from "../unicode.js";
import { TEXTS } from "../messages.js";
import { NAMES } from "../names.js";
import type { OwnData } from "../ownData.js";
import { escaped, Slot, type Statics } from "../statics.js";
import { askClasses, CLASS_FUNCTIONS, nameClassFunctions } from "./classes.js";
import { findRaisers } from "./errors.js";
import { enlargeExceptions, nameExceptionFunctions } from "./exceptionObjects.js";
import type { Identified } from "./identify.js";
import { nameContainers, PRECEDED, REPLACED } from "./containers.js";
import { natives, type NativeFunction } from "../natives.js";
import { callsWithArguments, findUpstreamFunctions, forward, linkByName } from "./upstreamFunctions.js";

/** Overlay names (overlay/interpreter.ts) to functions of the interpreter. */
type Links = Record<string, string>;

/** A number, and 32 containers with the height of the stack: see overlay/containers/itself.ts. */
const PRINTED_BYTES = 4 + 32 * 8;

/** What the rest of the build has to know of the linked overlay. */
export interface Linked {
  /** Where the numbers of the interned strings of names.ts belong, 16 bits each. */
  names: number;
  /** The addresses of EXCEPTION_TYPES by their names. */
  exceptionTypes: Record<string, number>;
  /** What natives.ts lists, with their indexes in the table of functions. */
  natives: (NativeFunction & { index: number })[];
  /** The function objects of methods.ts that boot.ts has to make. */
  methods: MethodObject[];
  /** Slots of types: where the index of a function belongs. */
  slots: { address: number; index: number }[];
  /** Flags of types that upstream's lack. */
  typeFlags: { address: number; flags: number }[];
}

/** Merges the overlay, with the globals that it and the host share. */
export function linkOverlay(
  module: Module,
  overlay: Module,
  parts: Identified,
  { statics, data }: { statics: Statics; data: OwnData },
): Linked {
  const names = data.add(Buffer.alloc(2 * NAMES.length));
  const printed = data.add(Buffer.alloc(PRINTED_BYTES));
  const result: List = ["result", "i32"];
  const upstream = findUpstreamFunctions(module, statics);
  module.form.push(
    ["global", "$max_pages", ["mut", "i32"], ["i32.const", "65536"]],
    ["export", '"max_pages"', ["global", "$max_pages"]],
    ["func", "$link.stack_pointer", result, ["global.get", "$__stack_pointer"]],
    ["func", "$link.first_area", result, ["i32.const", String(parts.firstArea)]],
    ["func", "$link.pay", ["param", "$0", "i32"]],
    ["func", "$link.bounded"],
    ["func", "$link.max_pages", result, ["global.get", "$max_pages"]],
    ["func", "$link.pystack_start_address", result, ["i32.const", String(parts.pystackStart)]],
    ["func", "$link.float_type", result, ["i32.const", String(parts.floatType)]],
    ["func", "$link.str_type", result, ["i32.const", String(parts.strType)]],
    ["func", "$link.collection_threshold", result, ["i32.const", String(parts.collectionThreshold)]],
    ["func", "$link.collector_lock", result, ["i32.const", String(parts.collectorLock)]],
    ["func", "$link.map_cache", result, ["i32.const", String(parts.mapCache)]],
    ["func", "$link.unicode_tables", result, ["i32.const", String(UNICODE_BASE)]],
    ["func", "$link.names", result, ["i32.const", String(names)]],
    ["func", "$link.printed", result, ["i32.const", String(printed)]],
    ["func", "$link.last_pool", result, ["i32.load", ["i32.const", String(parts.lastPool)]]],
  );
  for (const [id, text] of Object.entries(TEXTS))
    module.form.push(["func", `$text.${id}`, result, ["i32.const", String(data.text(text))]]);
  module.add(["import", '"host"', '"stop"', ["func", "$host.stop", ["param", "i32"]]]);
  const exceptions = nameExceptionFunctions(module, statics, data);
  const classes = nameClassFunctions(module, statics, data);
  const raisers = findRaisers(module, data);
  overtake(module, "$type_name");
  for (const id of CLASS_FUNCTIONS) overtake(module, id);
  for (const id of ["$new_exception", "$exception_attr", "$print_exception_value", "$print_exception"])
    overtake(module, id);
  overtake(module, "$binary_op");
  nameContainers(module, statics);
  for (const id of PRECEDED) overtake(module, id);
  overtake(module, "$is_true");
  overtake(module, "$gc_alloc");
  module.rename(name(data.usesOf("function missing keyword-only argument")[0]!.func), "$setup_code_state");
  overtake(module, "$setup_code_state");
  module.rename(statics.slotOf(statics.builtin("str"), Slot.print), "$str_print");
  overtake(module, "$str_print");
  for (const type of ["int", "float", "zip"]) {
    module.rename(statics.slotOf(statics.builtin(type), Slot.makeNew), `$${type}_make_new`);
    overtake(module, `$${type}_make_new`);
  }
  for (const type of ["float", "complex"]) {
    module.rename(statics.slotOf(statics.builtin(type), Slot.print), `$${type}_print`);
    overtake(module, `$${type}_print`);
  }
  module.form.push(...callsWithArguments(upstream["call_function"]!, statics.functionOf(statics.builtin("getattr"))));
  module.form.push(["data", "$unicode", ["i32.const", String(UNICODE_BASE)], escaped(unicodeTables(UNICODE_BASE))]);
  linkByName(module, overlay, statics, data.exceptionTypes);
  mergeOverlay(module, overlay.form, {
    ...upstream,
    ...raisers,
    ...exceptions,
    ...classes,
    new_exception_general: "$new_exception.general",
    print_exception_value_general: "$print_exception_value.general",
    print_exception_general: "$print_exception.general",
    names: "$link.names",
    printed: "$link.printed",
    str_print_general: "$str_print.general",
    unicode_tables: "$link.unicode_tables",
    attribute: "$link.attribute",
    int_make_new_general: "$int_make_new.general",
    zip_make_new_general: "$zip_make_new.general",
    float_make_new_general: "$float_make_new.general",
    call_slot: "$link.call_slot",
    call_1: "$link.call_1",
    call_2: "$link.call_2",
    print_text: "$link.print_text",
    gc_collect_start: "$gc_collect_start",
    gc_collect_end: "$gc_collect_end",
    stack_pointer: "$link.stack_pointer",
    first_area: "$link.first_area",
    max_pages: "$link.max_pages",
    pay: "$link.pay",
    bounded: "$link.bounded",
    pystack_start_address: "$link.pystack_start_address",
    last_pool: "$link.last_pool",
    binary_op_general: "$binary_op.general",
    is_true_general: "$is_true.general",
    setup_code_state_general: "$setup_code_state.general",
    new_float: "$new_float",
    map_cache: "$link.map_cache",
    collection_threshold: "$link.collection_threshold",
    collector_lock: "$link.collector_lock",
    gc_alloc_general: "$gc_alloc.general",
    str_type: "$link.str_type",
    float_type: "$link.float_type",
    add_heap: "$add_heap",
    view_type: "$link.view_type",
    allocate: "$allocate",
    ...Object.fromEntries(PRECEDED.map((id) => [`${id.slice(1)}_general`, `${id}.general`])),
    free: "$free",
    unary_op: "$unary_op",
    new_str: "$new_str",
    new_str_copy: "$new_str_copy",
    new_set: "$new_set",
  });
  module.form.push(["export", '"clear_free_blocks"', ["func", "$overlay.clear_free_blocks"]]);
  findObjectsAroundRoots(module);
  hintAllocator(module);
  growTexts(module);
  for (const id of ["$map_lookup", ...REPLACED]) handOver(module, id);
  replaceBody(module, "$gc_collect", ["call", "$overlay.gc_collect"]);
  replaceBody(module, "$max_new_split", ["call", "$overlay.max_new_split"]);
  replaceBody(module, "$delay_ms", ["call", "$overlay.delay_ms", ["local.get", "$0"]]);
  replaceBody(module, "$delay_us", ["call", "$overlay.delay_us", ["local.get", "$0"]]);
  replaceBody(module, "$find_interned", ["call", "$overlay.find_interned", ["local.get", "$0"], ["local.get", "$1"]]);
  askClasses(module, data);
  enlargeExceptions(module, statics, data, (id) => addToTable(module, id));
  return {
    names,
    exceptionTypes: Object.fromEntries(data.exceptionTypes),
    natives: natives.map((native) => ({ ...native, index: addToTable(module, `$overlay.${native.name}`) })),
    slots: Object.entries(TYPE_SLOTS).map(([slot, id]) => ({
      address: statics.slotAddress(statics.builtin("type"), Number(slot)),
      index: addToTable(module, `$overlay.${id}`),
    })),
    typeFlags: [{ address: statics.typeNamed("dict_view") + FLAGS_OFFSET, flags: EQUAL_TO_OTHER_TYPES }],
    methods: METHODS.map((method) => methodObject(method, statics, addToTable(module, `$overlay.${method.overlay}`))),
  };
}

/** mp_obj_type_t's flags; MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE: views of dicts can equal sets. */
const FLAGS_OFFSET = 4;
const EQUAL_TO_OTHER_TYPES = 8;

/** The slots of `type` that relocate.ts has made. */
const TYPE_SLOTS = {
  [Slot.unaryOp]: "type_unary_op",
  [Slot.binaryOp]: "type_binary_op",
  [Slot.subscr]: "type_subscr",
};

/** Puts a function behind the last one of the table, and returns its index. */
function addToTable(module: Module, id: string): number {
  const tables = module.items("table");
  const elements = module.items("elem");
  const functions = module.table();
  const index = Math.max(...functions.keys()) + 1;
  const [table, element] = [tables[0], elements[0]];
  if (tables.length !== 1 || elements.length !== 1 || table?.[2] !== String(index) || table[3] !== String(index))
    throw new Error("overlay: there is not one table that its functions fill");
  table[2] = table[3] = String(index + 1);
  element!.push(id);
  return index;
}

/**
 * Merges the compiled overlay into the module. Its imports from `interpreter` become calls of the functions that `links` names,
 * its imports from `host` become imports of the module, and its exports can be called as `$overlay.<name>`.
 */
function mergeOverlay(module: Module, overlay: List, links: Links): void {
  const renamed = new Map<string, string>();
  const aliases = new Map<string, string>();
  const hostImports: List[] = [];
  for (const item of overlay) {
    if (is(item, "import") && is(item[3], "func")) {
      const [from, external] = [String(item[1]).slice(1, -1), String(item[2]).slice(1, -1)];
      const internal = name(item[3]);
      if (from === "host") {
        renamed.set(internal, `$host.${external}`);
        hostImports.push(["import", '"host"', `"${external}"`, item[3]]);
      } else if (from === "text") {
        renamed.set(internal, `$text.${external}`);
      } else {
        const target = links[external] ?? (/^(types|builtins)\./.test(external) ? `$link.${external}` : undefined);
        if (target === undefined) throw new Error(`overlay: the interpreter has no ${external}`);
        renamed.set(internal, target);
      }
    } else if (is(item, "export") && is(item[2], "func")) {
      const external = String(item[1]).slice(1, -1);
      const internal = name(item[2]);
      if (renamed.has(internal)) aliases.set(`$overlay.${external}`, renamed.get(internal)!);
      else renamed.set(internal, `$overlay.${external}`);
    } else if (is(item, "data")) {
      checkPlace(item);
    } else if (is(item, "global") || is(item, "elem")) {
      throw new Error("overlay: globals and tables have no place in the artifact");
    }
  }
  for (const item of overlay) {
    if (is(item, "func") && !renamed.has(name(item))) renamed.set(name(item), `$overlay.private${renamed.size}`);
  }
  inlineTypes(overlay);
  walk(overlay, (list) => {
    for (let i = 0; i < list.length; i++) {
      const word = list[i];
      if (typeof word === "string") list[i] = renamed.get(word) ?? word;
    }
  });
  for (const item of hostImports) module.add(item);
  for (const item of overlay) if (is(item, "func")) module.form.push(item);
  for (const [i, item] of overlay.filter((part) => is(part, "data")).entries())
    module.form.push(["data", `$overlay${i}`, ...item.slice(2)]);
  for (const [alias, target] of aliases) module.form.push(forward(module, alias, target));
}

/** Indirect calls name their signatures as the overlay's text numbers them: here they are written out, and the table is the one that there is. */
function inlineTypes(overlay: List): void {
  const types = new Map(overlay.filter((item): item is List => is(item, "type")).map((item) => [name(item), item[2]]));
  for (const call of all(overlay, "call_indirect")) {
    const at = call.findIndex((part) => is(part, "type"));
    const signature = types.get(name(call[at] as List));
    if (!isList(signature)) throw new Error("overlay: an indirect call without a type");
    call.splice(1, at, ...structuredClone(signature.slice(1)));
  }
}

/** The overlay's texts lie in the room that src/boot.ts keeps for them. */
function checkPlace(segment: List): void {
  const start = Number((segment.find((part) => is(part, "i32.const")) as List)[1]);
  const end = start + String(segment.at(-1)).replace(/\\([0-9a-fA-F]{2}|.)/g, "x").length - 2;
  if (start < STATIC_BASE || end > STATIC_BASE + TEXT_BYTES) throw new Error(`overlay: its texts end at ${end}`);
}

/** Lets the overlay's function of this name do all that upstream's did. */
function handOver(module: Module, id: string): void {
  const parameters = module.func(id).filter((part): part is List => is(part, "param"));
  replaceBody(module, id, [
    "call",
    `$overlay.${id.slice(1)}`,
    ...parameters.map((part): List => ["local.get", name(part)]),
  ]);
}

/** Lets the overlay's function of this name take all calls; upstream's stays as `<name>.general`. */
function overtake(module: Module, id: string): void {
  module.rename(id, `$overlay.${id.slice(1)}`);
  module.func(`$overlay.${id.slice(1)}`)[1] = `${id}.general`;
}

/** Lets gc_alloc ask the overlay where to begin its search for several blocks, and tell it where that ended. */
function hintAllocator(module: Module): void {
  const func = module.func("$gc_alloc.general");
  const starts = all(func, "local.tee").filter(
    (tee) => match(tee, parse("(local.tee ?at (i32.load offset=24 (local.get ?area)))")) !== undefined,
  );
  const rounding = parse("(local.set ?blocks (i32.shr_u (local.get ?bytes) (i32.const 4)))");
  const blocks = all(func, "local.set").find((set) => match(set, rounding) !== undefined);
  const ends = all(func, "i32.store").filter(
    (store) =>
      match(store, parse("(i32.store offset=28 (local.get ?area) (select ?old (local.get ?end) ?larger))")) !==
      undefined,
  );
  // the compiler has made three searches for single blocks or after the heap grew, and one for several
  if (starts.length !== 4 || blocks === undefined || ends.length !== 1)
    throw new Error("overlay: gc_alloc does not look as expected");
  const count: List = ["local.get", name(blocks)];
  skipFullPieces(func);
  const search = starts[1]!;
  search[2] = ["call", "$overlay.search_from", structuredClone((search[2] as List)[2]!), count, search[2]!];
  const end = (ends[0]![3] as List)[2] as List;
  (ends[0]![3] as List)[2] = [
    "call",
    "$overlay.note_found",
    structuredClone(ends[0]![2]!),
    structuredClone(count),
    end,
  ];
  markTails(func);
  // in gc_free, which m_free calls
  const free = module.func(name(all(module.func("$free"), "call")[0] as List));
  const lowering = parse("(i32.store offset=24 (local.get ?area) (local.get ?index))");
  const lowered = all(free, "i32.store").filter((store) => match(store, lowering) !== undefined);
  const passing = parse("(br_if ?label (i32.ge_u (local.tee ?index ?value) (i32.load offset=24 (local.get ?area))))");
  const passed = all(free, "br_if").filter((branch) => match(branch, passing) !== undefined);
  if (lowered.length !== 1 || passed.length !== 1) throw new Error("overlay: gc_free does not look as expected");
  lowered[0]!.splice(0, 2, "call", "$overlay.note_freed");
  // it is told of what lies further on, too
  const condition = passed[0]![2] as List;
  passed[0]![2] = ["i32.lt_s", condition[1]!, ["i32.const", "0"]];
}

/** Lets the overlay mark the blocks of a long object, which upstream does one by one. */
function markTails(func: List): void {
  const place = "(i32.add (i32.load offset=4 (local.get ?area)) (i32.shr_u (local.get ?block) (i32.const 2)))";
  const tail = "(i32.shl (i32.const 2) (i32.and (i32.shl (local.get ?block) (i32.const 1)) (i32.const 6)))";
  const marking = parse(
    `(loop ?again
      (i32.store8 (local.tee ?at ${place}) (i32.or (i32.load8_u (local.get ?at)) ${tail}))
      (br_if ?again (i32.le_u (local.tee ?block (i32.add (local.get ?block) (i32.const 1))) (local.get ?last))))`,
  );
  const found = all(func, "loop").flatMap((loop) => {
    const captures = match(loop, marking);
    return captures === undefined ? [] : [{ loop, captures }];
  });
  if (found.length !== 1) throw new Error(`overlay: gc_alloc marks tails in ${found.length} places, not in 1`);
  const { loop, captures } = found[0]!;
  const operands = ["?area", "?block", "?last"].map((id): List => ["local.get", captures[id]!]);
  loop.splice(0, loop.length, "call", "$overlay.mark_tails", ...operands);
}

/**
 * A piece of the heap without a single free block is to be passed by until something is freed. Upstream means that, but divides the index by four once too
 * often, so that most of the piece is searched again: with several pieces, growing a text took most of its time for that.
 */
function skipFullPieces(func: List): void {
  const full = parse(
    "(i32.store offset=24 (local.get ?area) (i32.shr_u (i32.add (local.get ?at) (i32.const 1)) (i32.const 2)))",
  );
  const further = parse("(br_if ?next (local.tee ?area (i32.load (local.get ?area))))");
  let changed = 0;
  walk(func, (list) => {
    for (const [i, child] of list.entries()) {
      const found = match(child, full);
      // followed by the step to the next piece
      if (found === undefined || match(list[i + 1], further, { ...found }) === undefined) continue;
      (child as List)[3] = ["local.get", found["?at"]!];
      changed++;
    }
  });
  if (changed !== 2)
    throw new Error(`overlay: gc_alloc marks a full piece of the heap at ${changed} places, not at two`);
}

/** Lets growing texts grow by more than a few bytes at a time. */
function growTexts(module: Module): void {
  const pattern = parse("(local.tee ?length (i32.add (i32.and (local.get ?length) (i32.const -8)) (i32.const 24)))");
  const found = all(module.form, "local.tee").filter((tee) => match(tee, pattern) !== undefined);
  if (found.length === 0) throw new Error("overlay: vstr_ensure_extra does not look as expected");
  for (const tee of found) tee[2] = ["call", "$overlay.text_capacity", ["local.get", name(tee)]];
}

/** Lets the scan of the roots ask the overlay what each word points to. */
function findObjectsAroundRoots(module: Module): void {
  const tests = all(module.func("$gc_collect_start"), "i32.and").filter(
    (test) => match(test, parse("(i32.and (local.tee ?word (i32.load ?...)) (i32.const 15))")) !== undefined,
  );
  if (tests.length !== 2)
    throw new Error(`overlay: gc_collect_start looks at ${tests.length} kinds of roots, not at 2`);
  for (const test of tests) {
    const tee = test[1] as List;
    tee[2] = ["call", "$overlay.root", tee[2]!];
  }
}
