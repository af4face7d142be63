// Functions of the interpreter that the overlay calls: builtins, and what is found through the builtins that call it.

import { type Module, body } from "../module.js";
import { type List, all, isList, name, parse } from "../sexpr.js";
import type { Statics } from "../statics.js";

/** The overlay's names for upstream's functions (overlay/interpreter.ts), and the functions. */
export function findUpstreamFunctions(module: Module, statics: Statics): Record<string, string> {
  /** What the function of a builtin calls, in this order, other than what has another number of arguments. */
  const calls = (builtin: string, count: number): string[] =>
    all(module.func(statics.functionOf(statics.builtin(builtin))), "call")
      .filter((call) => call.length === count + 2)
      .map(name);
  const one = (what: string, found: string[], at: number): string => {
    const id = found.at(at);
    if (id === undefined) throw new Error(`overlay: ${what} is not where it is expected`);
    return id;
  };
  // chr: mp_obj_get_int(number), then mp_raise_ValueError(text), which is mp_raise_msg(type, text)
  const valueError = one("mp_raise_ValueError", calls("chr", 1), 1);
  const raise = body(module.func(valueError))[0] as List;
  if (raise[0] !== "call" || raise.length !== 4) throw new Error("overlay: mp_raise_ValueError raises by no call");
  return {
    get_int: one("mp_obj_get_int", calls("chr", 1), 0),
    raise_message: name(raise),
    get_iterator: one("mp_getiter", calls("iter", 2), 0),
    // next(it), then next(it, default): only the second swallows StopIteration
    next: one("mp_iternext", calls("next", 1), -1),
    type_of: one("mp_obj_get_type", calls("isinstance", 1), 0),
    call_function: one("mp_call_function_n_kw", calls("__build_class__", 4), -1),
    interned: one("mp_obj_str_get_qstr", calls("getattr", 1), 0),
  };
}

/** What the overlay imports from `types` is the address of a builtin, what it imports from `builtins` the function of one. */
export function linkByName(module: Module, overlay: Module, statics: Statics, added: Map<string, number>): void {
  for (const item of overlay.items("import")) {
    const [from, external] = [String(item[1]).slice(1, -1), String(item[2]).slice(1, -1)];
    if (from !== "types" && from !== "builtins") continue;
    const [outer, inner] = external.split(".");
    const address =
      added.get(external) ?? (inner === undefined ? statics.builtin(external) : statics.method(outer!, inner));
    item[1] = `"interpreter"`;
    item[2] = `"${from}.${external}"`;
    module.form.push(
      from === "types"
        ? ["func", `$link.types.${external}`, ["result", "i32"], ["i32.const", String(address)]]
        : forward(module, `$link.builtins.${external}`, statics.functionOf(address)),
    );
  }
}

/** mp_call_function_n_kw with arguments that lie on the C stack, where the collector sees them; and the call of an mp_print_t. */
export function callsWithArguments(callFunction: string, getattr: string): List[] {
  const call = (count: number): List => {
    const parameters = Array.from({ length: count }, (_, i) => `$argument${i}`);
    return parse(
      `(func $link.call_${count} (param $function i32) ${parameters.map((id) => `(param ${id} i32)`).join(" ")} (result i32) (local $frame i32)
         (global.set $__stack_pointer (local.tee $frame (i32.sub (global.get $__stack_pointer) (i32.const 16))))
         ${parameters.map((id, i) => `(i32.store offset=${4 * i} (local.get $frame) (local.get ${id}))`).join(" ")}
         (local.set $function (call ${callFunction} (local.get $function) (i32.const ${count}) (i32.const 0) (local.get $frame)))
         (global.set $__stack_pointer (i32.add (local.get $frame) (i32.const 16)))
         (local.get $function))`,
    );
  };
  return [
    call(1),
    call(2),
    parse(
      `(func $link.attribute (param $object i32) (param $name i32) (result i32) (local $frame i32)
         (global.set $__stack_pointer (local.tee $frame (i32.sub (global.get $__stack_pointer) (i32.const 16))))
         (i32.store (local.get $frame) (local.get $object))
         (i32.store offset=4 (local.get $frame) (local.get $name))
         (local.set $object (call ${getattr} (i32.const 2) (local.get $frame)))
         (global.set $__stack_pointer (i32.add (local.get $frame) (i32.const 16)))
         (local.get $object))`,
    ),
    parse(
      `(func $link.call_slot (param $function i32) (param $a i32) (param $b i32) (param $c i32) (result i32)
         (call_indirect (param i32 i32 i32) (result i32) (local.get $a) (local.get $b) (local.get $c) (local.get $function)))`,
    ),
    parse(
      `(func $link.print_text (param $print i32) (param $text i32) (param $bytes i32)
         (call_indirect (param i32 i32 i32) (i32.load (local.get $print)) (local.get $text) (local.get $bytes) (i32.load offset=4 (local.get $print))))`,
    ),
  ];
}

/** A second name for a function: the optimiser folds it away. */
export function forward(module: Module, alias: string, target: string): List {
  const signature = module
    .func(target)
    .filter((part): part is List => isList(part) && (part[0] === "param" || part[0] === "result"));
  const parameters = signature.filter((part) => part[0] === "param");
  return ["func", alias, ...signature, ["call", target, ...parameters.map((part): List => ["local.get", name(part)])]];
}
