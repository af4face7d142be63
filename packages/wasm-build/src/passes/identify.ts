// Finds the parts of the interpreter that the other passes change, by their structure: never by a bare index, and loudly when a structure is not there.

import { type List, type Sexpr, all, is, isList, match, name, parse, some } from "../sexpr.js";
import { type Module, body, resultType } from "../module.js";

/** Gives the parts the names that other passes use. */
export function identify(module: Module): Identified {
  nameStackPointer(module);
  const functions: [string, string][] = [
    ["$gc_collect", gcCollect(module)],
    ...collectionEnds(module),
    ["$bytecode_interpreter", bytecodeInterpreter(module)],
    ["$max_new_split", maxNewSplit(module)],
    ["$add_heap", addHeap(module)],
    ["$delay_ms", delay(module, "(i32.sub (call ?ticks) (local.get $1))")],
    ["$delay_us", delay(module, "(i32.mul (i32.sub (call ?ticks) (local.get $1)) (i32.const 1000))")],
    ["$raise_recursion_error", recursionError(module)],
    ["$init_c_stack", initCStack(module)],
    ["$init_pystack", initPystack(module)],
    ["$find_interned", findInterned(module)],
    ["$binary_op", binaryOp(module)],
    ["$map_lookup", mapLookup(module)],
    ...mapParts(module),
    ["$is_true", isTrue(module)],
    ["$new_float", newFloat(module).id],
    ["$allocate", newFloat(module).allocate],
    ["$gc_alloc", gcAlloc(module)],
    ["$new_set", newSet(module)],
  ];
  const { type: floatType } = newFloat(module);
  for (const [to, from] of functions) module.rename(from, to);
  const facts = mapFacts(module);
  nameNewStr(module, facts.strType);
  return {
    firstArea: firstArea(module),
    floatType,
    pystackStart: pystackStart(module),
    stackLimit: stackLimit(module),
    collectionThreshold: collectionThreshold(module),
    collectorLock: collectorLock(module),
    lastPool: lastPool(module),
    ...facts,
  };
}

export interface Identified {
  /** Addresses in linear memory. */
  pystackStart: number;
  /** The heap's first area. */
  firstArea: number;
  stackLimit: number;
  collectionThreshold: number;
  /** 16 bits: how often the collector is locked. */
  collectorLock: number;
  lastPool: number;
  floatType: number;
  strType: number;
  mapCache: number;
}

function nameStackPointer(module: Module): void {
  const first = module.items("global")[0];
  if (first === undefined || !is(first[2], "mut")) throw new Error("identify: the first global is no stack pointer");
  const old = name(first);
  first[1] = "$__stack_pointer";
  for (const head of ["global.get", "global.set"])
    for (const use of all(module.form, head)) if (use[1] === old) use[1] = "$__stack_pointer";
}

function only(what: string, found: string[]): string {
  if (found.length !== 1) throw new Error(`identify: expected one ${what}, found ${found.length}`);
  return found[0]!;
}

function functionsLike(module: Module, pattern: string): { id: string; captures: Record<string, Sexpr> }[] {
  const form = parse(`(body ${pattern})`);
  return module.functions().flatMap((func) => {
    const captures = match(["body", ...body(func)], form);
    return captures === undefined ? [] : [{ id: name(func), captures }];
  });
}

/** The function behind the last call of mp_js_repl_process_char: it decrements the call depth and collects where a flag is set. */
function depthDecrement(module: Module): List {
  const repl = body(module.func(module.exported("mp_js_repl_process_char")));
  const call = repl.filter((part) => is(part, "call")).at(-1);
  if (!isList(call)) throw new Error("identify: mp_js_repl_process_char does not end in a call");
  return module.func(name(call));
}

/** gc_collect's whole body stores 1 to the flag that the depth decrement tests. */
function gcCollect(module: Module): string {
  const flag = all(depthDecrement(module), "i32.load8_u")[0]?.[1];
  if (typeof flag !== "string") throw new Error("identify: the depth decrement tests no flag");
  return only(
    "gc_collect",
    functionsLike(module, `(i32.store8 ${flag} (i32.const 0) (i32.const 1))`).map(({ id }) => id),
  );
}

function collectionEnds(module: Module): [string, string][] {
  const calls = all(depthDecrement(module), "call").map(name);
  if (calls.length !== 2) throw new Error("identify: the depth decrement does not call the two ends of a collection");
  return [
    ["$gc_collect_start", calls[0]!],
    ["$gc_collect_end", calls[1]!],
  ];
}

/** The function with the widest br_table. */
function bytecodeInterpreter(module: Module): string {
  const wide = module.functions().filter((func) => all(func, "br_table").some((table) => table.length > 80));
  return only("bytecode interpreter", wide.map(name));
}

function maxNewSplit(module: Module): string {
  return only(
    "gc_get_max_new_split",
    functionsLike(module, `(i32.const ${128 * 1024 * 1024})`).map(({ id }) => id),
  );
}

/** gc_try_add_heap asks gc_get_max_new_split and tells whether it could; gc_info asks too, and tells nothing. */
function addHeap(module: Module): string {
  const asking = module
    .functions()
    .filter((func) => all(func, "call").some((call) => call[1] === maxNewSplit(module)))
    .filter((func) => resultType(func) === "i32");
  return only("gc_try_add_heap", asking.map(name));
}

function delay(module: Module, elapsed: string): string {
  const found = functionsLike(
    module,
    `(local.set $1 (call ?ticks)) (loop ?again (br_if ?again (i32.lt_u ${elapsed} (local.get $0))))`,
  );
  return only(
    "delay loop",
    found.map(({ id }) => id),
  );
}

/** mp_cstack_check: compares the stack's use with the limit, then raises. */
function recursionError(module: Module): string {
  const check = functionsLike(
    module,
    `(global.set $__stack_pointer (local.tee $0 (i32.sub (global.get $__stack_pointer) (i32.const 16))))
     (block ?ok
       (br_if ?ok (i32.lt_u (i32.sub (i32.load ?state (i32.const 0)) (i32.add (local.get $0) (i32.const 12))) (i32.load ?state (i32.const 4))))
       (call ?raise) (unreachable))
     ?epilogue`,
  );
  return only(
    "mp_cstack_check",
    check.map(({ captures }) => String(captures["?raise"])),
  );
}

function firstCalls(module: Module): string[] {
  return all(module.func(module.exported("mp_js_init")), "call").map(name);
}

function initCStack(module: Module): string {
  const init = module.func(firstCalls(module)[0]!);
  if (!some(init, (part) => is(part, "global.get") && part[1] === "$__stack_pointer"))
    throw new Error("identify: mp_js_init does not begin with the C stack");
  return name(init);
}

function initPystack(module: Module): string {
  return firstCalls(module)[1]!;
}

/** The constant address of a load or store. */
function address(access: List): number {
  const base = access.find((part) => typeof part === "string" && part.startsWith("offset="));
  const constant = access.find((part) => is(part, "i32.const"));
  if (typeof base !== "string" || !isList(constant)) throw new Error("identify: an access to no constant address");
  return Number(base.slice("offset=".length)) + Number(constant[1]);
}

/** mp_pystack_init(start, end) stores cur = start, end, start. */
function pystackStart(module: Module): number {
  const stores = body(module.func("$init_pystack")).filter((part): part is List => is(part, "i32.store"));
  const addresses = stores.filter((store) => match(store.at(-1), ["local.get", "$0"])).map(address);
  if (stores.length !== 3 || addresses.length !== 2)
    throw new Error("identify: mp_pystack_init does not store three pointers");
  return Math.min(...addresses);
}

/** mp_cstack_init(limit) stores the limit that mp_cstack_check compares with. */
function stackLimit(module: Module): number {
  const store = body(module.func("$init_c_stack")).find(
    (part): part is List => is(part, "i32.store") && match(part.at(-1), ["local.get", "$0"]) !== undefined,
  );
  if (store === undefined) throw new Error("identify: mp_cstack_init does not store a limit");
  return address(store);
}

/** mp_js_init stores 16 KiB of blocks to MP_STATE_MEM(gc_alloc_threshold). */
function collectionThreshold(module: Module): number {
  const stores = all(module.func(module.exported("mp_js_init")), "i32.store").filter(
    (store) => match(store.at(-1), ["i32.const", "1024"]) !== undefined,
  );
  if (stores.length !== 1) throw new Error(`identify: mp_js_init stores ${stores.length} thresholds of collections`);
  return address(stores[0]!);
}

/** m_malloc begins by a call of gc_alloc. */
function gcAlloc(module: Module): string {
  return name(all(module.func(newFloat(module).allocate), "call")[0]!);
}

/** gc_alloc gives up where MP_STATE_THREAD(gc_lock_depth) is not 0. */
function collectorLock(module: Module): number {
  const locked = parse("(br_if ?end (i32.and (i32.load16_u ?... ) (i32.const 65535)))");
  const tests = all(module.func("$gc_alloc"), "br_if").filter((branch) => match(branch, locked) !== undefined);
  if (tests.length !== 1) throw new Error(`identify: gc_alloc tests ${tests.length} locks`);
  return address((tests[0]![2] as List)[1] as List);
}

/** qstr_find_strn: the one function that hashes (5381, 33) and calls two others, strncmp and memcmp, once each. */
function findInterned(module: Module): string {
  const found = module
    .functions()
    .filter(
      (func) =>
        some(func, (part) => match(part, ["i32.const", "5381"]) !== undefined) &&
        all(func, "call").length === 2 &&
        all(func, "loop").length === 4,
    );
  return only("qstr_find_strn", found.map(name));
}

/** The first thing that qstr_find_strn loads from a constant address. */
function lastPool(module: Module): number {
  const load = all(module.func("$find_interned"), "i32.load").find((part) => is(part.at(-1), "i32.const"));
  if (load === undefined) throw new Error("identify: qstr_find_strn loads no pool");
  return address(load);
}

/** gc_collect_start begins its search for roots with the address of the first area, the one sum of two constants there. */
function firstArea(module: Module): number {
  const sums = all(module.func("$gc_collect_start"), "i32.add").filter(
    (sum) => is(sum[1], "i32.const") && is(sum[2], "i32.const"),
  );
  const values = new Set(sums.map((sum) => Number((sum[1] as List)[1]) + Number((sum[2] as List)[1])));
  return Math.max(...values);
}

/** mp_binary_op switches first on the operators that no type decides. */
function binaryOp(module: Module): string {
  const first = parse(
    "(br_table ?equal ?other ?other ?equal ?other ?is ?match ?other (i32.add (local.get $0) (i32.const -2)))",
  );
  return only(
    "mp_binary_op",
    module
      .functions()
      .filter((func) => some(func, (part) => match(part, first) !== undefined))
      .map(name),
  );
}

/** mp_obj_is_true answers first for None, False, True and small ints. */
function isTrue(module: Module): string {
  const none = parse("(br_if ?no (i32.eq (local.get $0) (i32.const 6)))");
  const smallInt = parse("(return (i32.ne (local.get $0) (i32.const 1)))");
  const found = module.functions().filter((func) => {
    const block = body(func)[1];
    return (
      is(block, "block") &&
      match(block[2], none) !== undefined &&
      some(block, (part) => match(part, smallInt) !== undefined)
    );
  });
  return only("mp_obj_is_true", found.map(name));
}

/** mp_obj_new_float allocates 16 bytes and stores the value and the type. */
function newFloat(module: Module): { id: string; type: number; allocate: string } {
  const found = functionsLike(
    module,
    "(f64.store offset=8 (local.tee $1 (call ?allocate (i32.const 16))) (local.get $0)) (i32.store (local.get $1) (i32.const ?type)) (local.get $1)",
  );
  return {
    id: only(
      "mp_obj_new_float",
      found.map(({ id }) => id),
    ),
    type: Number(found[0]?.captures["?type"]),
    allocate: String(found[0]?.captures["?allocate"]),
  };
}

/** mp_obj_new_set makes an object of 16 bytes and looks each item up so that it is added. */
function newSet(module: Module): string {
  const found = functionsLike(
    module,
    `(call ?init (local.tee $3 (i32.add (local.tee $2 (call ?object (i32.const 16) (i32.const ?type))) (i32.const 4))) (local.get $0))
     (block ?empty
       (br_if ?empty (i32.eqz (local.get $0)))
       (local.set $4 (i32.const 0))
       (loop ?next
         (drop (call ?lookup (local.get $3) (i32.load (i32.add (local.get $1) (i32.shl (local.get $4) (i32.const 2)))) (i32.const 1)))
         ?again))
     (local.get $2)`,
  );
  return only(
    "mp_obj_new_set",
    found.map(({ id }) => id),
  );
}

/** mp_obj_new_str looks for an interned string before it calls mp_obj_new_str_copy with its own two arguments. */
function nameNewStr(module: Module, strType: number): void {
  const pattern = parse(`(return (call ?copy (i32.const ${strType}) (local.get $0) (local.get $1)))`);
  const found = module.functions().flatMap((func) => {
    if (!all(func, "call").some((call) => call[1] === "$find_interned")) return [];
    const copies = all(func, "return").map((part) => match(part, pattern)?.["?copy"]);
    return copies.filter((copy) => copy !== undefined).map((copy) => ({ id: name(func), copy: String(copy) }));
  });
  module.rename(
    only(
      "mp_obj_new_str",
      found.map(({ id }) => id),
    ),
    "$new_str",
  );
  module.rename(found[0]!.copy, "$new_str_copy");
}

/** mp_map_lookup is the one call with three arguments in mp_js_register_js_module. */
function mapLookup(module: Module): string {
  const calls = all(module.func(module.exported("mp_js_register_js_module")), "call").filter(
    (call) => call.length === 5,
  );
  return only("mp_map_lookup", calls.map(name));
}

/** mp_map_lookup hashes with mp_unary_op, and calls mp_map_rehash, which allocates a table and frees the old one last. */
function mapParts(module: Module): [string, string][] {
  const calls = all(module.func(mapLookup(module)), "call");
  const hash = calls.find((call) => match(call, parse("(call ?unary (i32.const 6) (local.get $1))")) !== undefined);
  const rehash = calls.find((call) => match(call, parse("(call ?rehash (local.get $0))")) !== undefined);
  const last = rehash && body(module.func(name(rehash))).at(-1);
  if (hash === undefined || !is(last, "call"))
    throw new Error("identify: mp_map_lookup does not hash and grow as expected");
  return [
    ["$unary_op", name(hash)],
    ["$free", name(last)],
  ];
}

/** mp_map_lookup reads its cache at a constant address, and asks whether the key's type is str. */
function mapFacts(module: Module): { strType: number; mapCache: number } {
  const lookup = module.func("$map_lookup");
  const cache = parse(
    "(i32.load8_u ?offset (i32.add (i32.const ?base) (i32.and (i32.shr_u (local.get $1) (i32.const 2)) (i32.const 127))))",
  );
  const type = parse("(i32.ne (i32.load (local.get $1)) (i32.const ?type))");
  const first = (pattern: List): Record<string, Sexpr> => {
    for (const part of all(lookup, String(pattern[0]))) {
      const captures = match(part, pattern);
      if (captures !== undefined) return captures;
    }
    throw new Error("identify: mp_map_lookup does not look as expected");
  };
  const { "?offset": offset, "?base": base } = first(cache);
  return {
    strType: Number(first(type)["?type"]),
    mapCache: Number(String(offset).replace("offset=", "")) + Number(base),
  };
}
