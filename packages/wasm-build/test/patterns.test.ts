import { beforeAll, describe, expect, it } from "vitest";
import { Module } from "../src/module.js";
import { identify } from "../src/passes/identify.js";
import { markAndSweep } from "../src/passes/collector.js";
import { nameSources } from "../src/passes/sourceName.js";
import { trampolines } from "../src/passes/trampolines.js";
import { type List, all, is, match, name, parse, print } from "../src/sexpr.js";
import { Toolchain } from "../src/toolchain.js";
import { readUpstream } from "../src/upstream.js";

let text: string;

beforeAll(async () => {
  text = print(new Toolchain().disassemble(await readUpstream()).form);
});

/** Upstream's module, changed. */
function changed(change: (module: Module) => void): Module {
  const module = new Module(parse(text));
  change(module);
  return module;
}

/** Puts other instructions in a function's place. */
function spoil(func: List | undefined): void {
  if (func === undefined) throw new Error("nothing to spoil");
  func.splice(func.findIndex((part) => is(part, "param")) + 1, func.length, ["unreachable"]);
}

describe("a pass that does not find its pattern fails and names it", () => {
  const cases: [string, (module: Module) => void, RegExp][] = [
    [
      "gc_collect stores another value",
      (module) => {
        const flags = all(module.form, "i32.store8").filter(
          (store) => print(store.at(-1)!) === "(i32.const 1)\n" && store.length === 4,
        );
        for (const flag of flags) flag[3] = ["i32.const", "2"];
      },
      /gc_collect/,
    ],
    [
      "no function interprets bytecode",
      (module) => spoil(module.functions().find((func) => all(func, "br_table").some((table) => table.length > 80))),
      /bytecode interpreter/,
    ],
    [
      "gc_get_max_new_split answers another size",
      (module) => {
        for (const constant of all(module.form, "i32.const")) if (constant[1] === "134217728") constant[1] = "1048576";
      },
      /gc_get_max_new_split/,
    ],
    [
      "strings are hashed in another way",
      (module) => {
        for (const constant of all(module.form, "i32.const")) if (constant[1] === "5381") constant[1] = "5380";
      },
      /qstr_find_strn/,
    ],
    [
      "mp_js_register_js_module is gone",
      (module) => spoil(module.func(module.exported("mp_js_register_js_module"))),
      /mp_map_lookup/,
    ],
    [
      "mp_js_init stores another threshold of collections",
      (module) => {
        for (const store of all(module.func(module.exported("mp_js_init")), "i32.store"))
          if (match(store.at(-1), ["i32.const", "1024"]) !== undefined) store[store.length - 1] = ["i32.const", "1025"];
      },
      /thresholds of collections/,
    ],
    [
      "no function makes a set of items",
      (module) => {
        for (const drop of all(module.form, "drop"))
          if (is(drop[1], "call") && drop[1].length === 5) drop[1].push(["nop"]);
      },
      /mp_obj_new_set/,
    ],
    [
      "no function looks for an interned string before it makes one",
      (module) => {
        const copies = parse("(return (call ?copy (i32.const ?type) (local.get $0) (local.get $1)))");
        for (const part of all(module.form, "return")) if (match(part, copies) !== undefined) part.push(["nop"]);
      },
      /mp_obj_new_str/,
    ],
  ];

  it.each(cases)("%s", (_, change, message) => {
    expect(() => identify(changed(change))).toThrow(message);
  });

  it("the collector's stack has another size", () => {
    const module = changed((upstream) => {
      for (const test of all(upstream.form, "i32.gt_u"))
        if (match(test[2], ["i32.const", "63"]) !== undefined) test[2] = ["i32.const", "127"];
    });
    identify(module);
    expect(() => markAndSweep(module)).toThrow(/marks again in 0 places/);
  });

  it("mp_js_do_exec makes no lexer", () => {
    const module = changed((upstream) => spoil(upstream.func(upstream.exported("mp_js_do_exec"))));
    expect(() => nameSources(module)).toThrow(/mp_js_do_exec makes 0 lexers/);
  });

  it("setThrew keeps nothing", () => {
    const module = changed((upstream) => {
      identify(upstream);
      spoil(upstream.func(upstream.exported("setThrew")));
    });
    expect(() => trampolines(module, new Map())).toThrow(/setThrew/);
  });

  it("finds everything in upstream as it is", () => {
    const module = changed(() => {});
    expect(Object.values(identify(module)).every((address) => Number.isInteger(address) && address > 65_536)).toBe(
      true,
    );
    expect(module.functions().map(name)).toContain("$bytecode_interpreter");
  });
});
