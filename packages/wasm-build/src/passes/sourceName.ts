import { type List, all, match, name, parse } from "../sexpr.js";
import type { Module } from "../module.js";

/**
 * Upstream compiles all source under the name "<stdin>", a constant of mp_js_do_exec. The constant becomes the global `source_name`, the number of an interned
 * string, which the host sets before each run.
 */
export function nameSources(module: Module): void {
  const lexer = parse("(call ?invoke ?index (i32.const ?name) (local.get ?source) (local.get ?bytes) (i32.const 0))");
  const calls = all(module.func(module.exported("mp_js_do_exec")), "call").filter(
    (call) => match(call, lexer) !== undefined,
  );
  const constant = calls[0]?.[3] as List | undefined;
  if (calls.length !== 1 || constant === undefined)
    throw new Error(`sourceName: mp_js_do_exec makes ${calls.length} lexers`);
  calls[0]![3] = ["global.get", "$source_name"];
  module.form.push(
    ["global", "$source_name", ["mut", "i32"], constant],
    ["export", '"source_name"', ["global", "$source_name"]],
  );

  // mp_js_init interns the name of the root folder
  const intern = all(module.func(module.exported("mp_js_init")), "call").filter(
    (call) => call.length === 3 && match(call[2], ["i32.const", "?text"]) !== undefined,
  );
  if (intern.length !== 2) throw new Error("sourceName: mp_js_init does not intern one string");
  module.form.push(["export", '"qstr_from_str"', ["func", name(intern[1]!)]]);
}
