// Classes as CPython's (overlay/classes/classes.ts): the overlay takes the slots of `type` and `super` over, and is asked where upstream knows no answer for a class.

import { type List, all, is, isList, match, name, parse, walk } from "../sexpr.js";
import { type Module, addLocal, body, bodyStart } from "../module.js";
import type { OwnData } from "../ownData.js";
import { Slot, type Statics } from "../statics.js";

/** The functions that the overlay takes over. */
export const CLASS_FUNCTIONS = [
  "$class_lookup",
  "$count_native_bases",
  "$type_make_new",
  "$type_attr",
  "$type_print",
  "$super_attr",
  "$instance_attr",
  "$function_attr",
  "$closure_attr",
  "$is_instance",
  "$is_subclass",
];

/** Names them; what the overlay calls of upstream's is returned, by the names of overlay/interpreter.ts. */
export function nameClassFunctions(module: Module, statics: Statics, data: OwnData): Record<string, string> {
  const type = statics.builtin("type");
  const lookup = data.usesOf("call super().__init__() first")[0]!.func;
  const convert = all(lookup, "call").find((call) => call.length === 6);
  const conflict = data.usesOf("multiple bases have instance lay-out conflict")[0]!.func;
  const tooMany = all(conflict, "i32.gt_u").find(
    (part) => is(part[1], "call") && match(part[2] ?? "", ["i32.const", "1"]) !== undefined,
  );
  const locals = body(module.func(statics.functionOf(statics.builtin("locals"))))[0];
  if (convert === undefined || tooMany === undefined || !is(locals, "i32.load"))
    throw new Error("classes: upstream's classes do not look as expected");
  const count = name(tooMany[1] as List);
  const { make, init } = instanceMaker(module, count);
  const overrides = all(data.usesOf("name '%q' isn't defined")[0]!.func, "i32.eqz")
    .map((part) => match(part, parse("(i32.eqz (local.tee ?to (i32.load ?offset (i32.const ?base))))")))
    .find((captures) => captures !== undefined);
  if (overrides === undefined) throw new Error("classes: mp_load_global does not look as expected");
  const overridden = Number(String(overrides["?offset"]).replace("offset=", "")) + Number(overrides["?base"]);
  const address = Number(String(locals[1]).replace("offset=", "")) + Number((locals.at(-1) as List)[1]);
  module.form.push(
    parse(`(func $link.native_init (result i32) (i32.const ${init}))`),
    parse(`(func $link.method_type (result i32) (i32.const ${statics.typeNamed("bound_method")}))`),
    parse(`(func $link.locals_address (result i32) (i32.const ${address}))`),
    parse(`(func $link.overridden_address (result i32) (i32.const ${overridden}))`),
  );
  const convertMember = name(convert);
  const renamed: [string, string][] = [
    [name(lookup), "$class_lookup"],
    [count, "$count_native_bases"],
    [statics.slotOf(type, Slot.makeNew), "$type_make_new"],
    [statics.slotOf(type, Slot.attr), "$type_attr"],
    [statics.slotOf(type, Slot.print), "$type_print"],
    [statics.slotOf(statics.builtin("super"), Slot.attr), "$super_attr"],
    [statics.functionOf(statics.builtin("isinstance")), "$is_instance"],
    [statics.functionOf(statics.builtin("issubclass")), "$is_subclass"],
  ];
  const instanceAttr = data.usesOf("unreadable attribute")[0]!.func;
  const attrOf = (kind: string): string => {
    const found = new Set(statics.typesWithAttributes(kind).map((at) => statics.slotOf(at, Slot.attr)));
    if (found.size !== 1) throw new Error(`classes: ${found.size} functions give the attributes of a ${kind}, not 1`);
    return [...found][0]!;
  };
  renamed.push(
    [name(instanceAttr), "$instance_attr"],
    [attrOf("function"), "$function_attr"],
    [attrOf("closure"), "$closure_attr"],
  );
  for (const [from, to] of renamed) module.rename(from, to);
  return {
    native_init: "$link.native_init",
    locals_address: "$link.locals_address",
    overridden_address: "$link.overridden_address",
    method_type: "$link.method_type",
    convert_member: convertMember,
    make_instance: make,
    type_make_new_general: "$type_make_new.general",
    type_attr_general: "$type_attr.general",
    instance_attr_general: "$instance_attr.general",
    function_attr_general: "$function_attr.general",
    closure_attr_general: "$closure_attr.general",
    super_attr_general: "$super_attr.general",
    is_instance_general: "$is_instance.general",
    is_subclass_general: "$is_subclass.general",
  };
}

/** mp_obj_new_instance puts native_base_init_wrapper_obj where the native part belongs. */
function instanceMaker(module: Module, count: string): { make: string; init: string } {
  const pattern = parse("(i32.store offset=16 (local.get $0) (i32.const ?init))");
  const found = module.functions().flatMap((func) => {
    if (!all(func, "call").some((call) => call[1] === count)) return [];
    const stores = all(func, "i32.store").flatMap((store) => match(store, pattern)?.["?init"] ?? []);
    return stores.length === 1 && all(func, "param").length === 2
      ? [{ make: name(func), init: String(stores[0]) }]
      : [];
  });
  if (found.length !== 1) throw new Error(`classes: expected one mp_obj_new_instance, found ${found.length}`);
  return found[0]!;
}

/** Asks the overlay before upstream raises. */
export function askClasses(module: Module, data: OwnData): void {
  const iterate = before(data, "'%s' object isn't iterable", ["$0"], "iterate_class");
  const probe = all(iterate, "call").filter(
    (call) => call.length === 5 && is(call[2], "local.get") && is(call[3], "i32.const"),
  );
  if (probe.length !== 1) throw new Error("classes: mp_getiter does not look as expected");
  probe[0]![1] = "$overlay.load_getitem";
  askForSpecial(data);
  before(data, "name '%q' isn't defined", ["$0"], "late_builtin");
  hintAtModules(data);
  initialiseSubclasses(data);
  nameOperators(module);
  before(data, "can't create '%q' instances", ["$0", "$1", "$2", "$3"], "make_special");
  keepArgumentsOnStack(data);
}

/** Bytes of arguments that go to the stack. */
const FEW_BYTES = 128;

/** To call `__new__` and `__init__`, mp_obj_instance_make_new puts the object before the arguments, in memory of the heap: of few arguments, on the stack instead. */
function keepArgumentsOnStack(data: OwnData): void {
  const [use] = data.usesOf("__init__() should return None, not '%s'");
  const { func } = use!;
  const allocations = all(func, "call").filter((call) => name(call) === "$allocate");
  const releases = all(func, "call").filter((call) => name(call) === "$free");
  if (allocations.length !== 2 || releases.length !== 2)
    throw new Error("classes: mp_obj_instance_make_new does not look as expected");
  const bytes = addLocal(func, "$argument_bytes", "i32");
  const move = (operation: string): List =>
    parse(`(global.set $__stack_pointer (${operation} (global.get $__stack_pointer) (i32.const ${FEW_BYTES})))`);
  for (const call of allocations) {
    const few: List = ["i32.le_u", ["local.tee", bytes, call[2]!], ["i32.const", String(FEW_BYTES)]];
    const onStack: List = ["then", move("i32.sub"), ["global.get", "$__stack_pointer"]];
    const onHeap: List = ["else", ["call", "$allocate", ["local.get", bytes]]];
    call.splice(0, call.length, "if", ["result", "i32"], few, onStack, onHeap);
  }
  for (const call of releases) {
    const isOnStack: List = ["i32.eq", structuredClone(call[2]!), ["global.get", "$__stack_pointer"]];
    call.splice(0, call.length, "if", isOnStack, ["then", move("i32.add")], ["else", [...call]]);
  }
}

/** instance_binary_op reads the method's name out of a table of bytes: names that do not fit there are the overlay's. */
function nameOperators(module: Module): void {
  const pattern = parse("(i32.store offset=16 (local.get ?lookup) (i32.load8_u ?table (local.get $0)))");
  const stores = module
    .functions()
    .filter((func) => all(func, "param").length === 3)
    .flatMap((func) => all(func, "i32.store").filter((store) => match(store, pattern) !== undefined));
  if (stores.length !== 1) throw new Error(`classes: ${stores.length} functions look operators up in a table, not 1`);
  const store = stores[0]!;
  store.push(["call", "$overlay.operator_name", ["local.get", "$0"], store.pop()!]);
}

/** What `__new__` returns is initialised where it is of a subclass too, as its own class says. Upstream compares the types. */
function initialiseSubclasses(data: OwnData): void {
  const make = data.usesOf("__init__() should return None, not '%s'")[0]!.func;
  const pattern = parse("(br_if ?done (i32.ne (call ?type (local.get ?made)) (local.get $0)))");
  let found = 0;
  walk(make, (list) => {
    const at = list.findIndex((part) => match(part, pattern) !== undefined);
    if (at < 0) return;
    const made = String(match(list[at] ?? "", pattern)?.["?made"]);
    found++;
    const branch = list[at] as List;
    const type = (branch[2] as List)[1] as List;
    branch[2] = ["call", "$overlay.is_foreign", ["local.get", made], ["local.get", "$0"]];
    list.splice(at + 1, 0, ["local.set", "$0", type]);
  });
  if (found !== 1) throw new Error("classes: mp_obj_instance_make_new does not look as expected");
}

/** mp_load_method asks the overlay before it raises. */
function askForSpecial(data: OwnData): void {
  const look = parse("(call ?look (local.get $0) (local.get $1) (local.get $2))");
  for (const { func } of data.usesOf("module '%q' has no attribute '%q'")) {
    const at = func.findIndex((part) => match(part, look) !== undefined);
    if (at < 0) throw new Error("classes: mp_load_method does not look as expected");
    const ask = parse(
      "(if (i32.eqz (i32.load (local.get $2))) (then (call $overlay.load_special (local.get $0) (local.get $1) (local.get $2))" +
        " (call $overlay.hint_attribute (local.get $0) (local.get $1))))",
    );
    func.splice(at + 1, 0, ask);
  }
}

/** Where upstream finds no module, the overlay may raise with a hint. */
function hintAtModules(data: OwnData): void {
  const [use] = data.usesOf("no module named '%q'");
  let done = false;
  walk(use!.func, (list) => {
    const at = list.findIndex((part) => isList(part) && part[0] === "call" && part.includes(use!.constant));
    if (at < 1 || done) return;
    const name = match(list[at - 1], parse("(i32.store (local.get ?frame) (local.get ?name))"));
    if (name === undefined)
      throw new Error("classes: the import of a module that is not there does not look as expected");
    list.splice(at, 0, ["call", "$overlay.hint_module", ["local.get", name["?name"]!]]);
    done = true;
  });
  if (!done) throw new Error("classes: no import of a module that is not there");
}

/** Has the overlay answer with the function's arguments; where it gives 0, upstream raises with the text. */
function before(data: OwnData, text: string, parameters: string[], overlay: string): List {
  const [use] = data.usesOf(text);
  const { func, constant } = use!;
  const prologue = parse(
    "(global.set $__stack_pointer (local.tee ?frame (i32.sub (global.get $__stack_pointer) (i32.const ?bytes))))",
  );
  const found = body(func).map((part) => match(part, prologue))[0];
  if (found === undefined) throw new Error(`classes: what says "${text}" does not look as expected`);
  const kept = parameters.map((id) => addLocal(func, `$kept${id.slice(1)}`, "i32"));
  const answer = addLocal(func, "$answer", "i32");
  func.splice(bodyStart(func), 0, ...parameters.map((id, at): List => ["local.set", kept[at]!, ["local.get", id]]));
  let done = false;
  walk(func, (list) => {
    const at = list.findIndex((part) => isList(part) && part[0] === "call" && part.includes(constant));
    if (at < 0 || done) return;
    done = true;
    list.splice(
      at,
      0,
      ["local.set", answer, ["call", `$overlay.${overlay}`, ...kept.map((id): List => ["local.get", id])]],
      [
        "if",
        ["local.get", answer],
        [
          "then",
          [
            "global.set",
            "$__stack_pointer",
            ["i32.add", ["local.get", found["?frame"]!], ["i32.const", found["?bytes"]!]],
          ],
          ["return", ["local.get", answer]],
        ],
      ],
    );
  });
  if (!done) throw new Error(`classes: "${text}" is raised nowhere`);
  return func;
}
