// Bounds recursion. The C stack is a region of about 1 MiB that the host allocates below the Python stack: a function whose frame would begin under its soft
// limit raises RuntimeError instead of running, and under the hard limit the module stops. Python calls are counted as well, so that the same program
// meets its recursion limit at the same depth in every home.

import { type List, type Sexpr, all, is, name, parse, some } from "../sexpr.js";
import { type Module, bodyStart, reaching } from "../module.js";
import { wrapReturns } from "./epilogue.js";

const STACK_POINTER = "$__stack_pointer";

/** Codes of the import `stop`. */
export const STOP_FUEL = "0";
const STOP_STACK = "1";

/** Adds the globals, the function that answers an overflow, and the checks. Run after spilling, which makes frames larger. */
export function boundStack(module: Module): void {
  for (const id of ["$stack_soft", "$stack_hard", "$depth", "$depth_limit", "$raising"])
    module.form.push(["global", id, ["mut", "i32"], ["i32.const", "0"]]);
  for (const external of ["stack_soft", "stack_hard", "depth", "depth_limit"])
    module.form.push(["export", `"${external}"`, ["global", `$${external}`]]);
  countPythonCalls(module);

  const throwing = reaching(module, ["$raise_recursion_error"]);
  // not those that are to make the error, and not the bytecode interpreter, whose callers have begun the call
  for (const id of ["$raise_recursion_error", "$bytecode_interpreter"]) throwing.delete(id);
  for (const func of module.functions()) {
    if (!throwing.has(name(func))) continue;
    const start = bodyStart(func);
    const index = func.findIndex((part, i) => i >= start && movesStackDown(part));
    if (index >= 0) func.splice(index + 1, 0, check());
  }
  // while the error is being made, its own frames may go below the soft limit
  module.form.push(
    parse(`(func $stack_overflow
      (if (i32.lt_u (global.get ${STACK_POINTER}) (global.get $stack_hard)) (then (call $host.stop (i32.const ${STOP_STACK})) (unreachable)))
      (if (i32.eqz (global.get $raising)) (then (global.set $raising (i32.const 1)) (call $raise_recursion_error))))`),
  );
  for (const thrown of all(module.form, "throw"))
    thrown.splice(0, thrown.length, "block", ["global.set", "$raising", ["i32.const", "0"]], [...thrown]);
}

/**
 * Every Python frame is one activation of the bytecode interpreter, which always returns: it reports exceptions by its result. Its callers look at the
 * depth, before they have changed anything for the call.
 */
function countPythonCalls(module: Module): void {
  const interpreter = module.func("$bytecode_interpreter");
  const change = (operation: string): List =>
    parse(`(global.set $depth (${operation} (global.get $depth) (i32.const 1)))`);
  interpreter.splice(bodyStart(interpreter), 0, change("i32.add"));
  wrapReturns(interpreter, [change("i32.sub")]);
  for (const func of module.functions()) {
    if (!all(func, "call").some((call) => call[1] === "$bytecode_interpreter")) continue;
    const tooDeep = parse(
      "(if (i32.ge_s (global.get $depth) (global.get $depth_limit)) (then (call $raise_recursion_error)))",
    );
    func.splice(bodyStart(func), 0, tooDeep);
  }
}

function movesStackDown(part: Sexpr): boolean {
  return is(part, "global.set") && part[1] === STACK_POINTER && some(part[2]!, (list) => list[0] === "i32.sub");
}

function check(): List {
  return parse(`(if (i32.lt_u (global.get ${STACK_POINTER}) (global.get $stack_soft)) (then (call $stack_overflow)))`);
}
