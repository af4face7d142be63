// Exception objects become larger, so that they hold causes, contexts and attributes (overlay/errors/exceptions.ts), and the bytecode interpreter says where they come from.

import { type List, all, is, isList, match, name, parse, walk } from "../sexpr.js";
import type { Module } from "../module.js";
import type { OwnData } from "../ownData.js";
import { Slot, type Statics } from "../statics.js";

/** Names the functions that the overlay takes over; what it calls of upstream's is returned, by the names of overlay/interpreter.ts. */
export function nameExceptionFunctions(module: Module, statics: Statics, data: OwnData): Record<string, string> {
  const base = statics.builtin("BaseException");
  const print = statics.slotOf(base, Slot.print);
  const helper = all(module.func(print), "call").find(
    (call) => call.length === 5 && match(call.at(-1) ?? "", ["i32.const", "0"]) !== undefined,
  );
  const loadMethod = all(data.usesOf("module '%q' has no attribute '%q'")[0]!.func, "call").find(
    (call) => call.length === 5,
  );
  if (helper === undefined || loadMethod === undefined)
    throw new Error("exceptionObjects: exceptions do not look as expected");
  const room = roomOf(module);
  const index = [...module.table()].find(([, id]) => id === statics.slotOf(base, Slot.makeNew))?.[0];
  const makeRaised = name(data.usesOf("exceptions must derive from BaseException")[0]!.func);
  const report = name(data.usesOf("Traceback (most recent call last):\n")[0]!.func);
  module.rename(statics.slotOf(base, Slot.makeNew), "$new_exception");
  module.rename(statics.slotOf(base, Slot.attr), "$exception_attr");
  module.rename(print, "$print_exception_value");
  module.rename(report, "$print_exception");
  module.form.push(
    parse(`(func $link.exception_make_new (result i32) (i32.const ${index}))`),
    parse(`(func $link.exception_state (result i32) (i32.const ${room.state}))`),
  );
  return {
    exception_make_new: "$link.exception_make_new",
    exception_state: "$link.exception_state",
    allocate_maybe: room.allocate,
    make_raised: makeRaised,
    load_method_maybe: name(loadMethod),
    print_helper: name(helper),
  };
}

const ROOM = parse(
  "(select (local.tee ?object (call ?allocate (i32.const 16))) (i32.add (i32.const ?state) (i32.const ?offset)) (local.get ?object))",
);

/** What gives an exception its memory, and the one for want of memory. */
function roomOf(module: Module): { allocate: string; state: number } {
  for (const part of all(module.form, "select")) {
    const found = match(part, ROOM);
    if (found !== undefined)
      return { allocate: String(found["?allocate"]), state: Number(found["?state"]) + Number(found["?offset"]) };
  }
  throw new Error("exceptionObjects: nothing makes exceptions");
}

/** Lets exceptions have room, and the bytecode interpreter tell the overlay of them. */
export function enlargeExceptions(
  module: Module,
  statics: Statics,
  data: OwnData,
  addToTable: (id: string) => number,
): void {
  let rooms = 0;
  for (const part of all(module.form, "select")) {
    if (match(part, ROOM) === undefined) continue;
    part.splice(0, part.length, "call", "$overlay.exception_room");
    rooms++;
  }
  if (rooms !== 4) throw new Error(`exceptionObjects: exceptions are made in ${rooms} places, not 4`);
  const summary = all(module.func("$print_exception.general"), "call").find(
    (call) => call.length === 5 && match(call.at(-1) ?? "", ["i32.const", "2"]) !== undefined,
  );
  if (summary === undefined) throw new Error("exceptionObjects: mp_obj_print_exception does not look as expected");
  summary.splice(0, summary.length, "call", "$overlay.print_summary", ...summary.slice(2, 4));
  raiseFrom(module, data, addToTable("$overlay.raise_from"));
  chainContexts(module);
  for (const [text, kind] of [
    ["no module named '%q'", "ModuleNotFoundError"],
    ["local variable referenced before assignment", "UnboundLocalError"],
  ] as const)
    for (const { func, constant } of data.usesOf(text)) retype(func, constant, data.exceptionType(kind));
  const recursion = all(module.func("$raise_recursion_error"), "i32.const")[0]!;
  if (recursion[1] !== String(statics.builtin("RuntimeError")))
    throw new Error("exceptionObjects: mp_raise_recursion_depth does not look as expected");
  recursion[1] = String(data.exceptionType("RecursionError"));
}

/** The type stands before the text. */
function retype(func: List, text: List, type: number): void {
  walk(func, (list) => {
    const at = list.indexOf(text);
    const before = list[at - 1];
    if (at > 0 && is(before, "i32.const")) before[1] = String(type);
  });
}

/** RAISE_FROM warns that it does nothing, where what follows `from` is not None. */
function raiseFrom(module: Module, data: OwnData, index: number): void {
  const [use] = data.usesOf("exception chaining not supported");
  const notNone = parse("(br_if ?block (i32.eq (i32.load (local.get ?top)) (i32.const 6)))");
  let done = false;
  walk(module.func("$bytecode_interpreter"), (list) => {
    const at = list.findIndex((part) => match(part, notNone) !== undefined);
    const warning = list.slice(at + 1).find((part) => isList(part) && part.includes(use!.constant));
    if (at < 0 || !is(warning, "call")) return;
    const top = match(list[at], notNone)!["?top"]!;
    warning.splice(2, 4, ["i32.const", String(index)], ["local.get", top], ["i32.const", "0"], ["i32.const", "0"]);
    list.splice(at, 1);
    done = true;
  });
  if (!done) throw new Error("exceptionObjects: RAISE_FROM does not look as expected");
}

/** Where a handler is looked for, and where one begins. */
function chainContexts(module: Module): void {
  const entry = parse("(i32.store offset=8 (i32.load ?handler (local.get ?frame)) (local.get ?exception))");
  const func = module.func("$bytecode_interpreter");
  let handler: string | undefined;
  let frame: string | undefined;
  let raised: List | undefined;
  walk(func, (list) => {
    for (const [at, part] of list.entries()) {
      const found = match(part, entry);
      if (found === undefined) continue;
      const set = list.slice(0, at).findLast((it) => is(it, "local.set") && it[1] === found["?exception"]);
      if (!isList(set) || !is(set[2], "i32.load")) continue;
      [handler, frame, raised] = [String(found["?handler"]), String(found["?frame"]), set[2]];
      list.splice(at + 1, 0, ["call", "$overlay.note_caught", ["local.get", String(found["?exception"])]]);
      return;
    }
  });
  if (handler === undefined || frame === undefined || raised === undefined)
    throw new Error("exceptionObjects: no handler of exceptions begins");
  const search = parse(`(br_if ?none (i32.lt_u (i32.load ${handler} (local.get ${frame})) (local.get ?first)))`);
  const pop = parse(
    `(i32.store ${handler} (local.get ${frame}) (i32.add (i32.load ${handler} (local.get ${frame})) (i32.const -12)))`,
  );
  let places = 0;
  walk(func, (list) => {
    for (let at = 0; at < list.length; at++) {
      const block = list[at]!;
      if (!is(block, "block")) continue;
      const found = match(block[2] ?? "", search);
      const compares = all(block, "i32.gt_u").length > 0;
      if (found === undefined || !compares || !all(block, "i32.store").some((store) => match(store, pop) !== undefined))
        continue;
      if (all(block, "call").length > 0) continue;
      list.splice(at, 0, [
        "call",
        "$overlay.chain",
        structuredClone(raised!),
        ["i32.load", handler!, ["local.get", frame!]],
        ["local.get", found["?first"]!],
      ]);
      places++;
      at++;
    }
  });
  if (places !== 1) throw new Error(`exceptionObjects: handlers are looked for in ${places} places, not 1`);
}
