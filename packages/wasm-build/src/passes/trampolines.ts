// Upstream leaves wasm for every call inside a C function that catches exceptions (`invoke_*`). This pass, with exceptions.ts, makes those
// calls direct. It runs before the collector pass, whose flattening does not know `try`, so it writes a stand-in:
//
//   (block $done
//     (local.set $result (call $f …))
//     (br_if $done (i32.eqz (global.get $caught)))     ;; becomes the try's end
//     …what happens when a longjmp arrives…)

import { type List, type Sexpr, is, isList, match, name, parse, some, walk } from "../sexpr.js";
import type { Twins } from "./pythonCalls.js";
import { type Module, addLocal, body, bodyStart, reaching, resultType } from "../module.js";

/** Stands for "the call just made has thrown"; no real global. */
export const CAUGHT = "$caught";

const STACK_POINTER = "$__stack_pointer";

interface Support {
  /** Address where setThrew leaves the thrown jmp_buf. */
  threw: string;
  getTempRet0: string;
}

/** Replaces every `invoke_*` by the stand-in, or by a plain call where the callee cannot throw; in the bytecode interpreter, calls those that have a twin by it. */
export function trampolines(module: Module, twins: Twins): void {
  const imports = module.importedFunctions();
  const throwLongjmp = imports.get("_emscripten_throw_longjmp");
  if (throwLongjmp === undefined) throw new Error("trampolines: no import _emscripten_throw_longjmp");
  const invokes = new Map(
    [...imports]
      .filter(([external]) => external.startsWith("invoke_"))
      .map(([external, internal]) => [internal, external]),
  );
  if (invokes.size === 0) throw new Error("trampolines: no invoke_ imports");
  const support = findSupport(module);
  const table = module.table();
  const throwing = reaching(module, [throwLongjmp, ...invokes.keys()]);
  const helpers = new Map<string, List>();

  for (const func of module.functions()) {
    const sites = lists(func).filter((list) => is(list, "call") && invokes.has(name(list)));
    if (sites.length === 0) continue;
    const stack = stackRestore(func);
    let count = 0;
    const plain = new Set<List>();
    for (const site of sites) {
      const index = site[2];
      const target = is(index, "i32.const") ? table.get(Number(index[1])) : undefined;
      if (target !== undefined) {
        if (!throwing.has(target)) plain.add(site);
        site.splice(1, 2, target);
      } else {
        const helper = indirectHelper(module, invokes.get(name(site))!, name(site));
        helpers.set(name(helper), helper);
        site[1] = name(helper);
      }
    }
    const guarded = new Set(sites.filter((site) => !plain.has(site)));
    walk(func, (list) => {
      for (let i = list === func ? bodyStart(func) : 1; i < list.length; i++) {
        const statement = list[i]!;
        const call = guardedCall(statement, guarded);
        if (call === undefined) continue;
        guarded.delete(call);
        const label = `$done${count++}`;
        const rest = handler(list.slice(i + 1), support);
        if (rest.used > 0) dropClearing(list, i, support.threw);
        const mayTwin = name(func) === "$bytecode_interpreter" && rest.used > 0 && is(statement, "local.set");
        const soft = mayTwin ? twins.get(name(call)) : undefined;
        if (soft !== undefined) call[1] = soft;
        list.splice(i, 1 + rest.used, ...stack.before, [
          "block",
          label,
          statement,
          ["br_if", label, ["i32.eqz", ["global.get", CAUGHT]]],
          ...stack.after,
          ...rest.code,
        ]);
        if (soft !== undefined) list.splice(i + 1 + stack.before.length, 0, goToHandler(statement, rest));
      }
    });
    if (guarded.size > 0)
      throw new Error(`trampolines: ${guarded.size} calls in ${name(func)} are no statements of their own`);
  }
  for (const helper of helpers.values()) module.form.push(helper);
  module.add(["import", '"stand-in"', '"caught"', ["global", CAUGHT, ["mut", "i32"]]]);
  module.form.splice(
    0,
    module.form.length,
    ...module.form.filter((item) => !(is(item, "import") && is(item[3], "func") && invokes.has(name(item[3])))),
  );
}

function lists(node: Sexpr): List[] {
  const found: List[] = [];
  walk(node, (list) => found.push(list));
  return found;
}

/** setThrew stores the jmp_buf and its value; getTempRet0 returns a global. */
function findSupport(module: Module): Support {
  const setThrew = module.func(module.exported("setThrew"));
  const found = match(
    ["body", ...body(setThrew)],
    parse(
      "(body (block ?b (br_if ?b (i32.load ?threw (i32.const 0))) (i32.store ?value (i32.const 0) (local.get $1)) (i32.store ?threw (i32.const 0) (local.get $0))))",
    ),
  );
  const getter = module.functions().filter((func) => {
    const code = body(func);
    return (
      code.length === 1 &&
      is(code[0], "global.get") &&
      resultType(func) === "i32" &&
      name(code[0]) !== STACK_POINTER &&
      mutableGlobal(module, name(code[0]))
    );
  });
  const setters = (func: List): boolean =>
    module
      .functions()
      .some(
        (other) =>
          match(
            ["body", ...body(other)],
            ["body", ["global.set", name(body(func)[0] as List), ["local.get", "$0"]]],
          ) !== undefined,
      );
  const tempRet0 = getter.filter(setters);
  const threw = found?.["?threw"];
  if (typeof threw !== "string" || tempRet0.length !== 1)
    throw new Error("trampolines: setThrew or getTempRet0 does not look as expected");
  return { threw: threw.replace("offset=", ""), getTempRet0: name(tempRet0[0]!) };
}

function mutableGlobal(module: Module, id: string): boolean {
  return module.items("global").some((item) => item[1] === id && is(item[2], "mut"));
}

/** The guarded call that is `statement`, or the value of the local.set or drop that it is. */
function guardedCall(statement: Sexpr, guarded: Set<List>): List | undefined {
  if (!isList(statement)) return undefined;
  if (guarded.has(statement)) return statement;
  const value = statement[0] === "local.set" ? statement[2] : statement[0] === "drop" ? statement[1] : undefined;
  return isList(value) && guarded.has(value) ? value : undefined;
}

const tail = (threw: string): Sexpr[] =>
  parse(`(seq
    (local.set ?thrown (i32.load offset=${threw} (i32.const 0)))
    (i32.store offset=${threw} (i32.const 0) (i32.const 0))
    (local.set ?label (i32.const -1))
    (block ?none
      (br_if ?none (i32.eqz (local.get ?thrown)))
      (br_if ?none (i32.eqz (local.tee ?value (i32.load ?valueOffset (i32.const 0)))))
      (br_if ?foreign (i32.eqz (local.tee ?label (call ?testSetjmp (local.get ?thrown) ?table))))
      (call ?setTempRet0 (local.get ?value)))
    (local.set ?returned (call ?getTempRet0))
    (br_if ?again (i32.eq (local.get ?label) (i32.const 1))))`).slice(1);

interface Handler {
  /** How many of the statements behind the call it takes the place of. */
  used: number;
  code: List[];
  /** The local that setjmp's result goes to, and the label of the code that looks at it. */
  returned?: string;
  again?: string;
}

/** A twin returned no object: the exception is in place, and setjmp is to return 1. */
function goToHandler(statement: Sexpr, { returned, again }: Handler): List {
  if (!isList(statement) || returned === undefined || again === undefined)
    throw new Error("trampolines: a call with a twin has no result");
  return [
    "if",
    ["i32.eqz", ["local.get", name(statement)]],
    ["then", ["local.set", returned, ["i32.const", "1"]], ["br", again]],
  ];
}

/**
 * The code behind a call, as the compiler wrote it, asks after every call whether it threw. Where it has the usual form, it moves into the
 * handler, so that a call which does not throw costs nothing. Otherwise the handler is empty and the code stays where it is.
 */
function handler(following: Sexpr[], { threw, getTempRet0 }: Support): Handler {
  const pattern = tail(threw);
  const captures: Record<string, Sexpr> = {};
  const fits = pattern.every((part, i) => match(following[i], part, captures) !== undefined);
  if (!fits || captures["?getTempRet0"] !== getTempRet0) return { used: 0, code: [] };
  const get = (key: string): string => captures[key] as string;
  return {
    used: pattern.length,
    returned: get("?returned"),
    again: get("?again"),
    code: [
      ["local.set", get("?thrown"), ["i32.load", `offset=${threw}`, ["i32.const", "0"]]],
      ["i32.store", `offset=${threw}`, ["i32.const", "0"], ["i32.const", "0"]],
      ["local.set", get("?value"), ["i32.load", get("?valueOffset"), ["i32.const", "0"]]],
      ["local.set", get("?label"), ["call", get("?testSetjmp"), ["local.get", get("?thrown")], captures["?table"]!]],
      ["br_if", get("?foreign"), ["i32.eqz", ["local.get", get("?label")]]],
      ["local.set", get("?returned"), ["local.get", get("?value")]],
      ["br", get("?again")],
    ],
  };
}

/** Removes the store that cleared the thrown jmp_buf before the call at `index`: nothing but a handler reads it now, and each clears it. */
function dropClearing(list: List, index: number, threw: string): void {
  const clearing = parse(`(i32.store offset=${threw} (i32.const 0) (i32.const 0))`);
  for (let i = index - 1; i > 0; i--) {
    const statement = list[i]!;
    if (match(statement, clearing) !== undefined) {
      list[i] = ["nop"];
      return;
    }
    if (
      typeof statement === "string" ||
      is(statement, "block") ||
      is(statement, "loop") ||
      some(statement, (part) => part[0] === "call" || part[0] === "call_indirect")
    )
      return;
  }
}

/** How the handler gets the stack pointer of the frame that the longjmp unwound to. */
function stackRestore(func: List): { before: List[]; after: List[] } {
  const sets = lists(func).filter((list) => is(list, "global.set") && list[1] === STACK_POINTER);
  const first = func[bodyStart(func)]!;
  const prologue = match(
    first,
    parse(`(global.set ${STACK_POINTER} (local.tee ?frame (i32.sub (global.get ${STACK_POINTER}) (i32.const ?size))))`),
  );
  if (prologue !== undefined) {
    const frame = prologue["?frame"]!;
    const epilogue: List = [
      "global.set",
      STACK_POINTER,
      ["i32.add", ["local.get", frame], ["i32.const", prologue["?size"]!]],
    ];
    const writes = lists(func).filter((list) => (is(list, "local.set") || is(list, "local.tee")) && list[1] === frame);
    if (writes.length === 1 && sets.every((set) => set === first || match(set, epilogue)))
      return { before: [], after: [["global.set", STACK_POINTER, ["local.get", frame]]] };
  }
  const saved = addLocal(func, "$saved_stack_pointer", "i32");
  return {
    before: [["local.set", saved, ["global.get", STACK_POINTER]]],
    after: [["global.set", STACK_POINTER, ["local.get", saved]]],
  };
}

const wasmTypes: Record<string, string> = { i: "i32", j: "i64", f: "f32", d: "f64" };

/** A function that calls the table entry given as its first argument: for the few sites whose callee is not a constant. */
function indirectHelper(module: Module, external: string, importName: string): List {
  const signature = external.slice("invoke_".length);
  const result: List[] = signature[0] === "v" ? [] : [["result", wasmTypes[signature[0]!]!]];
  const types = signature
    .slice(1)
    .split("")
    .map((letter) => wasmTypes[letter]!);
  const id = importName + ".indirect";
  return [
    "func",
    id,
    ["param", "$callee", "i32"],
    ...types.map((type, i): List => ["param", `$${i}`, type]),
    ...result,
    [
      "call_indirect",
      name(module.items("table")[0]!),
      ...types.map((type): List => ["param", type]),
      ...result,
      ...types.map((_, i): List => ["local.get", `$${i}`]),
      ["local.get", "$callee"],
    ],
  ];
}
