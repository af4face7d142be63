// Makes a garbage collection possible in the middle of a call. Its roots are the C stack and the Python stack, so values that live only in wasm
// locals must be on the C stack before a call that can collect: binaryen's spill-pointers puts them there.

import { type List, all, isList, match, name, parse, print, some, walk } from "../sexpr.js";
import { type Module, bodyStart, reaching, replaceBody } from "../module.js";
import type { Toolchain } from "../toolchain.js";

/**
 * Functions with nothing to spill. The bytecode interpreter keeps its values on the Python stack, where the collector sees them (ARCHITECTURE.md lists the
 * reading of its source). In those of the overlay every call that can collect is the last thing done, and its
 * arguments are the called function's to keep.
 */
const NOTHING_TO_SPILL = [
  "$bytecode_interpreter",
  "$overlay.binary_op",
  "$overlay.is_true",
  "$overlay.gc_alloc",
  "$overlay.setup_code_state",
  "$overlay.map_lookup",
  "$overlay.look_up_interned",
  "$overlay.look_up_plain",
  "$overlay.look_up_fixed",
  "$overlay.list_subscr",
  "$overlay.tuple_subscr",
  "$overlay.type_call",
  "$overlay.instance_attr",
];

/** Marking and freeing are the overlay's: see overlay/heap/mark.ts and sweep.ts. What is left of gc_collect_end calls finalisers between the two. */
export function markAndSweep(module: Module): void {
  const end = module.func("$gc_collect_end");
  const full = parse("(i32.gt_u (local.get ?depth) (i32.const 63))");
  const marks = (part: List): boolean => some(part, (list) => match(list, full) !== undefined);
  const unlinks = (part: List): boolean =>
    some(
      part,
      (list) => match(list, parse("(i32.store (local.get ?previous) (i32.load (local.get ?area)))")) !== undefined,
    );
  replaceOne(end, "marks again", marks, ["call", "$overlay.mark_overflowed"]);
  replaceOne(end, "gives pieces of the heap back", unlinks, ["call", "$overlay.sweep"]);
  passFinalisers(end);
  const called = new Set(all(module.func("$gc_collect_start"), "call").map(name));
  const marking = [...called].filter((id) => marks(module.func(id)));
  if (marking.length !== 1)
    throw new Error(`collector: ${marking.length} functions mark what an object leads to, not 1`);
  replaceBody(module, marking[0]!, ["call", "$overlay.mark_subtree", ["local.get", "$0"], ["local.get", "$1"]]);
}

function replaceOne(func: List, what: string, wanted: (statement: List) => boolean, by: List): void {
  const places = func.flatMap((part, i) => (i >= bodyStart(func) && isList(part) && wanted(part) ? [i] : []));
  if (places.length !== 1) throw new Error(`collector: ${name(func)} ${what} in ${places.length} places, not in 1`);
  func.splice(places[0]!, 1, by);
}

/** Lets the loop over the bytes of a table of finalisers pass by those that are zero. */
function passFinalisers(end: List): void {
  const byte = parse("(i32.load8_u (i32.add (i32.load offset=12 (local.get ?area)) (local.get ?at)))");
  const loads = all(end, "i32.load8_u").filter((load) => match(load, byte) !== undefined);
  const captures = match(loads[0], byte) ?? {};
  const isLast = parse("(local.set ?done (i32.eq (local.get ?at) (local.get ?last)))");
  const tests = all(end, "local.set").filter((set) => match(set, isLast, { ...captures }) !== undefined);
  if (loads.length !== 1 || tests.length !== 1)
    throw new Error("collector: the loop over finalisers does not look as expected");
  match(tests[0], isLast, captures);
  const at = captures["?at"]!;
  const area: List = ["local.get", captures["?area"]!];
  const next: List = ["call", "$overlay.next_finaliser", area, ["local.get", at], ["local.get", captures["?last"]!]];
  (loads[0]![1] as List)[2] = ["local.tee", at, next];
}

/**
 * `return value` inside `with`: while __exit__ runs, WITH_CLEANUP has the value in a C local alone, and the bytecode interpreter is not spilled. It goes to a slot
 * behind __exit__'s arguments, which the compiler is made to keep free: behind the last slot of a frame stand its handlers.
 */
export function keepReturnedValue(module: Module): void {
  const taken = parse("(local.set ?value (i32.load (local.tee ?at (i32.add (local.get ?top) (i32.const -4)))))");
  let found = 0;
  walk(module.func("$bytecode_interpreter"), (list) => {
    for (let i = 1; i < list.length - 1; i++) {
      const captures = match(list[i], taken);
      if (captures === undefined) continue;
      const cleared = parse("(i32.store (local.get ?at) (i32.const 6))");
      if (match(list[i + 1], cleared, { ...captures }) === undefined) continue;
      const [top, value] = [captures["?top"]!, captures["?value"]!];
      list.splice(i + 1, 0, ["i32.store", "offset=8", ["local.get", top], ["local.get", value]]);
      found++;
      i++;
    }
  });
  if (found !== 1)
    throw new Error(`collector: the interpreter sets a returned value aside in ${found} places, not in 1`);
  keepSlotFree(module);
}

/** mp_emit_bc_with_cleanup: takes two slots more for the call of __exit__, and gives four back. */
function keepSlotFree(module: Module): void {
  const taken = parse(`(call ?write (local.get $0) (i32.const 2) (i32.const ${WITH_CLEANUP}))`);
  const given = parse("(i32.add (i32.load offset=8 (local.get $0)) (i32.const -4))");
  let found = 0;
  for (const func of module.functions()) {
    const write = all(func, "call").find((call) => match(call, taken) !== undefined);
    const add = all(func, "i32.add").find((sum) => match(sum, given) !== undefined);
    if (write === undefined || add === undefined) continue;
    write[3] = ["i32.const", "3"];
    add[2] = ["i32.const", "-5"];
    found++;
  }
  if (found !== 1) throw new Error(`collector: ${found} functions of the compiler end a with statement, not 1`);
}

/** Spills pointers in every function that can reach a collection. */
export function spillPointers(module: Module, toolchain: Toolchain): Module {
  const collecting = reaching(module, ["$gc_collect"]);
  for (const id of NOTHING_TO_SPILL) {
    module.func(id);
    collecting.delete(id);
  }
  const flat = toolchain.runOnFunctions(module, collecting, [
    "flatten",
    "simplify-locals-nonesting",
    "coalesce-locals",
  ]);
  for (const id of collecting) checkFlat(flat.func(id));
  return toolchain.runOnFunctions(flat, collecting, ["spill-pointers", "simplify-locals-notee-nostructure", "vacuum"]);
}

/** MP_BC_WITH_CLEANUP */
const WITH_CLEANUP = 0x5c;

const CONTAINERS = new Set(["func", "block", "loop", "if", "then", "else", "local.set", "drop"]);

/** In flat code no value waits on the operand stack during a call, where spilling would not see it. */
function checkFlat(func: List): void {
  walk(func, (list) => {
    if (CONTAINERS.has(String(list[0]))) return;
    for (const operand of list) {
      if (some(operand, (part) => part[0] === "call" || part[0] === "call_indirect")) {
        throw new Error(`collector: ${name(func)} is not flat: ${print(list).slice(0, 200)}`);
      }
    }
  });
}
