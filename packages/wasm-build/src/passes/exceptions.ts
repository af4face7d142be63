// The second half of the trampolines: runs after the collector pass, and turns the stand-ins of trampolines.ts into wasm exception handling.
// The legacy instructions (try/catch) are what Node 20 to 26 and all browsers run.

import { type List, type Sexpr, is, match, name, some, walk } from "../sexpr.js";
import type { Module } from "../module.js";
import { CAUGHT } from "./trampolines.js";

/** What longjmp throws. */
export const TAG = "$longjmp";

/**
 * The stand-in's test at `index`, as trampolines.ts wrote it or as flattening left it, in three statements: how many it takes, and the label that it jumps to.
 */
function guardAt(list: List, index: number): { statements: number; label: string } | undefined {
  const nested = match(list[index], ["br_if", "?label", ["i32.eqz", ["global.get", CAUGHT]]]);
  if (nested !== undefined) return { statements: 1, label: String(nested["?label"]) };
  const flat = [
    ["local.set", "?caught", ["global.get", CAUGHT]],
    ["local.set", "?not", ["i32.eqz", ["local.get", "?caught"]]],
    ["br_if", "?label", ["local.get", "?not"]],
  ];
  const captures: Record<string, Sexpr> = {};
  if (!flat.every((pattern, i) => match(list[index + i], pattern, captures) !== undefined)) return undefined;
  return { statements: 3, label: String(captures["?label"]) };
}

export function exceptions(module: Module): void {
  const thrower = module.importedFunctions().get("_emscripten_throw_longjmp");
  if (thrower === undefined) throw new Error("exceptions: no import _emscripten_throw_longjmp");
  module.define(thrower, ["func", thrower, ["throw", TAG]]);
  module.form.push(["tag", TAG]);

  for (const func of module.functions()) {
    walk(func, (list) => {
      for (let i = 1; i < list.length; i++) {
        const guard = guardAt(list, i);
        if (guard === undefined) continue;
        let first = i - 1;
        while (first > 0 && !some(list[first]!, (part) => part[0] === "call")) first--;
        if (first === 0) throw new Error(`exceptions: no call before the guard in ${name(func)}`);
        const body = list.slice(first, i);
        list.splice(first, i - first + guard.statements, ["try", ["do", ...body, ["br", guard.label]], ["catch", TAG]]);
        i = first;
      }
    });
    if (some(func, (part) => is(part, "global.get") && part[1] === CAUGHT))
      throw new Error(`exceptions: a stand-in in ${name(func)} was not recognised`);
  }
  module.form.splice(
    0,
    module.form.length,
    ...module.form.filter((item) => !(is(item, "import") && item[3]?.[1] === CAUGHT)),
  );
}
