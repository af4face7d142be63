// mp_js_do_exec makes the report of an uncaught exception outside of any handler: where that raises (a __repr__ that raises, or memory that is full), upstream
// ends the interpreter. Here the report is made inside a handler of its own, and where that catches something the host is told the exception's object instead.

import { type List, all, is, isList, name, parse } from "../sexpr.js";
import type { Module } from "../module.js";

const REPORT = "$report_exception";

/** Room for an nlr_buf_t, 16-byte aligned. */
const BUFFER_BYTES = 256;

/** In the place of the report's length: there is none. packages/micropython-wasm/src/interpreter/interpreter.ts knows it. */
const NO_REPORT = -1;

export interface ReportParts {
  push: string;
  pop: string;
  /** The addresses of __THREW__ and __threwValue. */
  threw: number[];
}

/** Finds what mp_js_do_exec calls by `invoke_*`, and gives the function that makes the report a name for its callers and one for itself. */
export function nameReport(module: Module): ReportParts {
  const table = module.table();
  const exec = module.func(module.exported("mp_js_do_exec"));
  const invokes = all(exec, "call").filter((call) => is(call[2], "i32.const") && isImported(module, name(call)));
  const target = (call: List | undefined): string => {
    const id = call === undefined ? undefined : table.get(Number((call[2] as List)[1]));
    if (id === undefined) throw new Error("report: mp_js_do_exec does not look as expected");
    return id;
  };
  const report = target(
    invokes.find((call) => call.length === 5 && is(call[3], "i32.load") && is(call[4], "local.get")),
  );
  const parts = {
    push: target(invokes[0]),
    pop: target(invokes.find((call) => call.length === 3)),
    threw: threwAddresses(exec),
  };
  module.rename(report, REPORT);
  module.func(REPORT)[1] = `${REPORT}.general`;
  // stands in for the guard, so that the passes in between find a function to call
  module.form.push(
    parse(`(func ${REPORT} (param $0 i32) (param $1 i32) (call ${REPORT}.general (local.get $0) (local.get $1)))`),
  );
  return parts;
}

function isImported(module: Module, id: string): boolean {
  return [...module.importedFunctions().values()].includes(id);
}

/** The two words that are tested after each call: loads of constant addresses that are set to zero too. */
function threwAddresses(exec: List): number[] {
  const offset = (access: List): number | undefined => {
    const text = access.find((part) => typeof part === "string" && part.startsWith("offset="));
    const base = access.find(isList);
    return typeof text === "string" && is(base, "i32.const")
      ? Number(text.slice("offset=".length)) + Number(base[1])
      : undefined;
  };
  const loaded = all(exec, "i32.load")
    .map(offset)
    .filter((at) => at !== undefined);
  const counts = new Map<number, number>();
  for (const at of loaded) counts.set(at, (counts.get(at) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count > 3).map(([at]) => at);
  if (often.length !== 2) throw new Error(`report: mp_js_do_exec tests ${often.length} words after its calls, not 2`);
  return often;
}

/** Puts the guard in the stand-in's place, once the module knows exceptions. */
export function guardReport(module: Module, { push, pop, threw }: ReportParts, tag: string): void {
  const clear = threw.map((address) => `(i32.store (i32.const ${address}) (i32.const 0))`).join(" ");
  const guarded = parse(`(func ${REPORT} (param $exception i32) (param $out i32) (local $stack i32)
    (local.set $stack (global.get $__stack_pointer))
    (global.set $__stack_pointer (i32.sub (local.get $stack) (i32.const ${BUFFER_BYTES})))
    (drop (call ${push} (global.get $__stack_pointer)))
    (block $done
      (try
        (do (call ${REPORT}.general (local.get $exception) (local.get $out)) (call ${pop}) (br $done))
        (catch ${tag}
          ${clear}
          (i32.store offset=4 (local.get $out) (i32.const ${NO_REPORT}))
          (i32.store offset=8 (local.get $out) (local.get $exception)))))
    (global.set $__stack_pointer (local.get $stack)))`);
  module.form[module.form.indexOf(module.func(REPORT))] = guarded;
}
