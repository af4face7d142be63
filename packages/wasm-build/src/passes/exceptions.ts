// The second half of the trampolines: runs after the collector pass, and turns the stand-ins of trampolines.ts into wasm exception handling.
// The legacy instructions (try/catch) are what Node 20 to 26 and all browsers run.

import { type List, type Sexpr, is, match, name, some, walk } from "../sexpr.js";
import type { Module } from "../module.js";
import { CAUGHT } from "./trampolines.js";

const TAG = "$longjmp";

const isGuard = (node: Sexpr | undefined): node is List =>
  is(node, "br_if") && match(node[2], ["i32.eqz", ["global.get", CAUGHT]]) !== undefined;

export function exceptions(module: Module): void {
  const thrower = module.importedFunctions().get("_emscripten_throw_longjmp");
  if (thrower === undefined) throw new Error("exceptions: no import _emscripten_throw_longjmp");
  module.define(thrower, ["func", thrower, ["throw", TAG]]);
  module.form.push(["tag", TAG]);

  for (const func of module.functions()) {
    walk(func, (list) => {
      for (let i = 1; i < list.length; i++) {
        const guard = list[i];
        if (!isGuard(guard)) continue;
        let first = i - 1;
        while (first > 0 && !some(list[first]!, (part) => part[0] === "call")) first--;
        if (first === 0) throw new Error(`exceptions: no call before the guard in ${name(func)}`);
        list.splice(first, i - first + 1, [
          "try",
          ["do", ...list.slice(first, i), ["br", name(guard)]],
          ["catch", TAG],
        ]);
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
