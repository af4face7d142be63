// Error messages as CPython words them. Where only the text differs, the constant that names it does; where CPython says more, the overlay makes the message.

import { type List, all, is, isList, match, name, parse, walk } from "../sexpr.js";
import { CONTAINS_ITERATOR, MESSAGES, UNPACK_ITERATOR } from "../messages.js";
import { type Module, addLocal, body, bodyStart } from "../module.js";
import type { OwnData } from "../ownData.js";
import type { Statics } from "../statics.js";

/** What the overlay (overlay/interpreter.ts) calls to raise, and to describe. */
export function findRaisers(module: Module, data: OwnData): Record<string, string> {
  const raiseMessage = module.func(raising(data, "call super().__init__() first"));
  const jumps = new Set(
    all(raiseMessage, "call")
      .filter((call) => is(call[2], "call"))
      .map(name),
  );
  const unary = data.usesOf("unsupported type for %q: '%s'")[0]?.func ?? [];
  const store = all(unary, "i32.store").find((part) => is(part.at(-1), "call") && part[1] === "offset=4");
  if (jumps.size !== 1 || store === undefined) throw new Error("errors: what raises does not look as expected");
  const typeName = name(store.at(-1) as List);
  module.rename(typeName, "$type_name");
  return {
    // mp_raise_msg_varg
    raise_formatted: raising(data, "name '%q' isn't defined"),
    // nlr_jump
    raise_object: [...jumps][0]!,
    // mp_obj_get_type_str
    type_name: "$type_name.general",
    // qstr_str
    qstr_text: name(body(module.func("$type_name")).at(-1) as List),
  };
}

/** What is called with a type and a text. */
function raising(data: OwnData, text: string): string {
  for (const { func, constant } of data.usesOf(text)) {
    const call = all(func, "call").find((part) => part[3] === constant && is(part[2], "i32.const"));
    if (call !== undefined) return name(call);
  }
  throw new Error(`errors: nothing raises "${text}"`);
}

/** Changes the texts; then what the overlay says in their place. */
export function wordErrors(module: Module, statics: Statics, data: OwnData): void {
  const uses = new Map(Object.keys(MESSAGES).map((text) => [text, data.usesOf(text)]));
  wordCalls(data);
  wordCounts(module, data);
  wordOperators(module, statics, data);
  wordUnpacking(module, statics, data);
  wordImports(data);
  for (const [text, places] of uses) {
    if (places.length === 0) throw new Error(`errors: nothing says "${text}"`);
    for (const { constant } of places) constant[1] = String(data.text(MESSAGES[text]!));
  }
}

/** Replaces the raising call around a text, in the one function that `within` says. */
function replaceRaise(
  data: OwnData,
  text: string,
  within: (func: List) => boolean,
  replacement: (call: List, func: List) => List,
): void {
  const uses = data.usesOf(text).filter(({ func }) => within(func));
  if (uses.length !== 1) throw new Error(`errors: "${text}" has ${uses.length} uses, not 1`);
  const { func, constant } = uses[0]!;
  const call = all(func, "call").find((part) => part.includes(constant));
  if (call === undefined) throw new Error(`errors: "${text}" is no argument`);
  const replaced = replacement([...call], func);
  call.splice(0, call.length, ...replaced);
}

const get = (local: string): List => ["local.get", local];
const anywhere = (): boolean => true;

/** The first of C's variable arguments. */
const firstWord = (call: List): List => ["i32.load", call.at(-1)];

/** mp_setup_code_state_helper(code_state, n_args, n_kw, args) */
function wordCalls(data: OwnData): void {
  const setUp = data.usesOf("function missing required positional argument #%d")[0]!.func;
  const isSetUp = (func: List): boolean => func === setUp;
  if (setUp.filter((part) => is(part, "param")).length !== 4 || isAssigned(setUp, "$0"))
    throw new Error("errors: mp_setup_code_state_helper does not look as expected");
  const mismatch = data
    .usesOf("%q() takes %d positional arguments but %d were given")
    .map(({ func }) => name(func))
    .filter((id) => all(setUp, "call").some((call) => call[1] === id));
  const calls = all(setUp, "call").filter((call) => call[1] === mismatch[0]);
  if (mismatch.length !== 1 || calls.length !== 2) throw new Error("errors: fun_pos_args_mismatch is not called twice");
  const args = addLocal(setUp, "$args", "i32");
  setUp.splice(bodyStart(setUp), 0, ["local.set", args, get("$3")]);
  for (const call of calls)
    call.splice(0, call.length, "call", "$overlay.positional_mismatch", get("$0"), call[4]!, get(args));
  const said: [string, string, boolean][] = [
    ["function missing required positional argument #%d", "missing_positional", false],
    ["function missing required keyword argument '%q'", "missing_keyword", false],
    ["function missing keyword-only argument", "missing_keyword", false],
    ["unexpected keyword argument '%q'", "unexpected_keyword", true],
    ["function got multiple values for argument '%q'", "multiple_values", true],
  ];
  for (const [text, id, named] of said)
    replaceRaise(data, text, isSetUp, (call) => [
      "call",
      `$overlay.${id}`,
      get("$0"),
      ...(named ? [firstWord(call)] : []),
    ]);
}

function isAssigned(func: List, local: string): boolean {
  return [...all(func, "local.set"), ...all(func, "local.tee")].some((part) => part[1] === local);
}

function wordOperators(module: Module, statics: Statics, data: OwnData): void {
  const binary = module.func("$binary_op.general");
  const frame = all(binary, "i32.sub").map((part) =>
    match(part, parse("(i32.sub (global.get $__stack_pointer) (i32.const ?bytes))")),
  )[0]?.["?bytes"];
  const pointer = all(binary, "local.tee").find((tee) => is(tee[2], "i32.sub"))?.[1];
  if (frame === undefined || typeof pointer !== "string")
    throw new Error("errors: mp_binary_op does not look as expected");
  const first = addLocal(binary, "$first", "i32");
  binary.splice(bodyStart(binary), 0, ["local.set", first, get("$0")]);
  const raising = parse("(call ?raise ?type ?text (local.get ?words))");
  const [use] = data.usesOf("unsupported types for %q: '%s', '%s'");
  walk(binary, (list) => {
    const at = list.findIndex((part) => isList(part) && part.includes(use!.constant));
    if (at < 0 || list === use!.constant) return;
    if (match(list[at], raising) === undefined) return;
    list.splice(
      at,
      1,
      ["local.set", "$0", ["call", "$overlay.binary_unsupported", get(first), get("$0"), get("$1"), get("$2")]],
      ["global.set", "$__stack_pointer", ["i32.add", get(pointer), ["i32.const", frame]]],
      ["return", get("$0")],
    );
  });
  if (!all(binary, "call").some((call) => call[1] === "$overlay.binary_unsupported"))
    throw new Error("errors: mp_binary_op raises nothing");
  replaceRaise(data, "unsupported type for %q: '%s'", anywhere, (call) => {
    // what it stores of the arguments is qstr and text; a format of the same arguments is for the operators that CPython does not name
    return ["call", "$overlay.unary_unsupported", get("$0"), get("$1"), call[3]!, call[4]!];
  });
  const getIterator = name(data.usesOf("'%s' object isn't iterable")[0]!.func);
  sayOtherwise(module, statics, data, getIterator, [[binary, CONTAINS_ITERATOR]]);
}

/** Lets callers of mp_getiter call a copy of it that says something else of an object without iterator. */
function sayOtherwise(
  module: Module,
  statics: Statics,
  data: OwnData,
  getIterator: string,
  callers: [List, string][],
): void {
  const addresses = new Set(statics.text("'%s' object isn't iterable").map(String));
  for (const [caller, text] of callers) {
    const id = `${getIterator}.${name(caller).replaceAll("$", "")}`;
    const copy = structuredClone(module.func(getIterator));
    copy[1] = id;
    for (const constant of all(copy, "i32.const"))
      if (addresses.has(String(constant[1]))) constant[1] = String(data.text(text));
    module.form.push(copy);
    for (const call of all(caller, "call")) if (call[1] === getIterator) call[1] = id;
  }
}

/** mp_arg_check_num(count, keywords, signature) becomes the overlay's check_arguments, which is told whose arguments they are: where its caller is called as all functions are, (callee, count, keywords, arguments), and 0 elsewhere. */
function wordCounts(module: Module, data: OwnData): void {
  const check = data.usesOf("function takes %d positional arguments but %d were given")[0]!.func;
  for (const func of module.functions()) {
    const passedOn = (call: List): boolean =>
      all(func, "param").length === 4 &&
      match(call[2] ?? "", get("$1")) !== undefined &&
      match(call[3] ?? "", get("$2")) !== undefined;
    for (const call of all(func, "call").filter((part) => part[1] === name(check))) {
      const callee = passedOn(call) && !isAssignedBefore(func, "$0", call) ? get("$0") : ["i32.const", "0"];
      call.splice(1, call.length, "$overlay.check_arguments", ...call.slice(2), callee);
    }
  }
}

/** Whether a local is written in the text before a part of a function. */
function isAssignedBefore(func: List, local: string, part: List): boolean {
  let [assigned, found] = [false, false];
  walk(func, (list) => {
    found ||= list === part;
    if (!found && (is(list, "local.set") || is(list, "local.tee")) && list[1] === local) assigned = true;
  });
  return assigned;
}

function wordUnpacking(module: Module, statics: Statics, data: OwnData): void {
  const sequence = data.usesOf("too many values to unpack (expected %d)")[0]!.func;
  const starred = data.usesOf("need more than %d values to unpack").find(({ func }) => func !== sequence)!.func;
  if (isAssigned(sequence, "$1")) throw new Error("errors: mp_unpack_sequence does not look as expected");
  const counts = all(starred, "local.set").flatMap((set) =>
    match(set[2] ?? "", parse("(i32.and ?count (i32.const 255))")) === undefined ? [] : [String(set[1])],
  );
  if (counts.length !== 2) throw new Error("errors: mp_unpack_ex does not look as expected");
  // the number of names before the star may be overwritten where it stands, so the number is kept apart
  const left = addLocal(starred, "$left", "i32");
  const at = starred.findIndex((part) => is(part, "local.set") && part[1] === counts[0]);
  starred.splice(at + 1, 0, ["local.set", left, get(counts[0]!)]);
  replaceRaise(
    data,
    "need more than %d values to unpack",
    (func) => func === sequence,
    (call) => ["call", "$overlay.unpack_too_few", get("$1"), firstWord(call)],
  );
  replaceRaise(
    data,
    "need more than %d values to unpack",
    (func) => func === starred,
    (call) => ["call", "$overlay.unpack_at_least", get(left), get(counts[1]!), firstWord(call)],
  );
  const getIterator = name(data.usesOf("'%s' object isn't iterable")[0]!.func);
  sayOtherwise(module, statics, data, getIterator, [
    [sequence, UNPACK_ITERATOR],
    [starred, UNPACK_ITERATOR],
  ]);
}

function wordImports(data: OwnData): void {
  replaceRaise(data, "can't import name %q", anywhere, (call, func) => {
    const module = addLocal(func, "$module", "i32");
    func.splice(bodyStart(func), 0, ["local.set", module, get("$0")]);
    return ["call", "$overlay.cannot_import", get(module), firstWord(call)];
  });
}
