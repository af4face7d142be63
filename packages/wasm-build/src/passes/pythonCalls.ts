// A Python function that raises lets its caller know by a longjmp: fun_bc_call throws what the bytecode interpreter returned, and the calling interpreter
// catches it. That costs about a microsecond in the engine. Between two activations of the bytecode interpreter no throw is needed: here fun_bc_call gets a
// twin that prepares everything as nlr_jump does, but then returns no object, and the interpreter goes to its handler itself.

import { type List, all, is, isList, match, name, parse } from "../sexpr.js";
import { type Module, body } from "../module.js";

/** Functions that the bytecode interpreter calls, and the twins that return 0 instead of throwing what a Python function raised. */
export type Twins = Map<string, string>;

export function twinPythonCalls(module: Module): Twins {
  const nlrJump = findNlrJump(module);
  const functionCall = findFunctionCall(module, nlrJump);
  const index = [...module.table()].find(([, id]) => id === name(functionCall))?.[0];
  const callFunction = findCallFunction(module);
  const callMethod = findCallMethod(module, name(callFunction));
  if (index === undefined) throw new Error("pythonCalls: fun_bc_call is not in the table");

  // nlr_jump but for its longjmp
  const deliver = clone(nlrJump, "$deliver_exception");
  dropLast(deliver, 2);

  const softCall = clone(functionCall, "$fun_bc_call.soft");
  dropLast(softCall, 2);
  softCall.push(["call", "$deliver_exception", (body(functionCall).at(-2) as List)[2]!], ["i32.const", "0"]);

  const softFunction: List =
    parse(`(func $call_function.soft (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32) (local $4 i32) (local $5 i32)
    (if (i32.eqz (i32.and (local.get $0) (i32.const 3)))
      (then
        (local.set $4 (i32.load (local.get $0)))
        (local.set $5 (i32.load8_u offset=10 (local.get $4)))
        (if (local.get $5)
          (then
            (if (i32.eq (i32.load offset=16 (i32.add (local.get $4) (i32.shl (local.get $5) (i32.const 2)))) (i32.const ${index}))
              (then (return (call $fun_bc_call.soft (local.get $0) (local.get $1) (local.get $2) (local.get $3)))))))))
    (call ${name(callFunction)} (local.get $0) (local.get $1) (local.get $2) (local.get $3)))`);

  const softMethod = clone(callMethod, "$call_method.soft");
  for (const call of all(softMethod, "call")) if (call[1] === name(callFunction)) call[1] = "$call_function.soft";

  module.form.push(deliver, softCall, softFunction, softMethod);
  return new Map([
    [name(callFunction), "$call_function.soft"],
    [name(callMethod), "$call_method.soft"],
  ]);
}

function clone(func: List, id: string): List {
  const copy = structuredClone(func);
  copy[1] = id;
  return copy;
}

function dropLast(func: List, count: number): void {
  func.splice(func.length - count, count);
}

function one(what: string, found: List[]): List {
  if (found.length !== 1) throw new Error(`pythonCalls: expected one ${what}, found ${found.length}`);
  return found[0]!;
}

/** Ends in emscripten_longjmp(&buf->jmpbuf, 1). */
function findNlrJump(module: Module): List {
  const end = parse("(call ?longjmp (i32.add (local.get $1) (i32.const 8)) (i32.const 1))");
  return one(
    "nlr_jump",
    module
      .functions()
      .filter((func) => match(body(func).at(-2) ?? "", end) !== undefined && is(func.at(-1), "unreachable")),
  );
}

/** Runs the bytecode interpreter with no exception to inject, and ends in nlr_jump. */
function findFunctionCall(module: Module, nlrJump: List): List {
  const runs = ["call", "$bytecode_interpreter", "?state", ["i32.const", "0"]];
  return one(
    "fun_bc_call",
    module
      .functions()
      .filter(
        (func) =>
          match(body(func).at(-2) ?? "", ["call", name(nlrJump), "?exception"]) !== undefined &&
          all(func, "call").some((call) => match(call, runs) !== undefined),
      ),
  );
}

/** Calls the "call" slot of the object's type, the third of the slot indices. */
function findCallFunction(module: Module): List {
  return one(
    "mp_call_function_n_kw",
    module
      .functions()
      .filter(
        (func) =>
          all(func, "call_indirect").length === 1 &&
          all(func, "i32.load8_u").some((load) => load[1] === "offset=10") &&
          all(func, "param").length === 4 &&
          match(all(func, "call_indirect")[0]!.at(-2), ["local.get", "$3"]) !== undefined,
      ),
  );
}

/** Three parameters, and nothing but a call of mp_call_function_n_kw with what the third points to. */
function findCallMethod(module: Module, callFunction: string): List {
  const load = parse("(i32.load (local.get $2))");
  return one(
    "mp_call_method_n_kw",
    module.functions().filter((func) => {
      const calls = all(func, "call");
      return (
        isList(calls[0]) &&
        calls.length === 1 &&
        calls[0][1] === callFunction &&
        all(func, "param").length === 3 &&
        match(calls[0][2], load) !== undefined
      );
    }),
  );
}
