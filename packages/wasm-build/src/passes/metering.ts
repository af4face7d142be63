// Fuel: counts work in a wasm global, where the guest cannot reach it. One unit is one bytecode; work in C is charged in proportion.
//
// - The bytecode interpreter pays for the bytes of bytecode that it executes: see bytecodes.ts.
// - A loop without calls whose trip count follows from a pointer that it advances pays when it ends, by the distance; it costs nothing while it runs.
// - Every other loop pays one unit each time it goes round; those without calls count in a local, and pay for ROUNDS at a time.
// - A loop of the overlay that calls `bounded()` pays nothing.
// - Bulk memory instructions pay by their length, throws a fixed price.
// - Calls that could go round and round without a loop pay one unit: see calls.ts.
//
// Where fuel has sunk below the global `check_at`, the module calls the import `stop`, so that the host can look at the clock; it throws where the run is to
// end, and no Python handler catches that. A call costs the code around it registers, though, so small loops and calls do without: they trap where fuel is below
// zero, which the host takes for what it is.

import { type List, type Sexpr, all, is, isList, name, rewrite, some, walk } from "../sexpr.js";
import { type Module, addLocal, bodyStart } from "../module.js";
import { replaceSettlements, takeBoundedLoops } from "./bytecodes.js";
import { payingCalls } from "./calls.js";
import { inductionVariable } from "./induction.js";
import { constant, get, set } from "./instructions.js";
import { STOP_FUEL } from "./stack.js";

const FUEL = "$fuel";
const CHECK_AT = "$check_at";

const THROW_UNITS = 100;

/** Pays when it returns: see bytecodes.ts. */
const PAID = ["$bytecode_interpreter"];

/** Pays for each object before it goes over it, and goes over no more than a few pieces of the heap for each word. */
const PAYS_BY_ITSELF = ["$overlay.mark_subtree"];

/** A collection runs finalisers, and whatever allocates may collect; whatever has a frame on the C stack may overflow it. */
const RARE = ["$gc_collect_end", "$stack_overflow"];

/** Its loops look for a free block, and nearly always find it in the first round. */
const SELDOM_REPEATED = ["$gc_alloc.general"];

/** Rounds of small C loops, counted in a local, that are paid together; the last few of a loop are not paid. */
const ROUNDS = 16;

/** log2 of the iterations of the smallest C loop, and of the bytes of a bulk instruction, that cost one unit. */
const LOOP_SHIFT = 3;
const BULK_SHIFT = 6;

export function meter(module: Module): void {
  for (const id of [FUEL, CHECK_AT]) {
    module.form.push(
      ["global", id, ["mut", "i64"], ["i64.const", "0"]],
      ["export", `"${id.slice(1)}"`, ["global", id]],
    );
  }
  for (const loop of takeBoundedLoops(module)) counted.add(loop);
  replaceSettlements(module, payAndCheck);
  meterCalls(module);
  for (const func of module.functions()) {
    if (name(func) !== "$bytecode_interpreter" && !PAYS_BY_ITSELF.includes(name(func))) meterLoops(func);
    meterBulk(func);
    meterThrows(func);
  }
}

/** Calls that could go round and round without a loop pay one unit. */
function meterCalls(module: Module): void {
  const { entries, throughTable, recursive } = payingCalls(module, PAID, RARE);
  const calledDirectly = new Set(all(module.form, "call").map(name));
  for (const func of module.functions()) {
    const id = name(func);
    const onlyThroughTable = throughTable.has(id) && !calledDirectly.has(id);
    if (entries.has(id) || onlyThroughTable) {
      func.splice(bodyStart(func), 0, ...payOrTrap(constant(1)));
      continue;
    }
    if (recursive.has(id)) chargeOwnCalls(func);
    if (throughTable.has(id)) module.replaceInTable(id, payingTwin(module, func));
  }
}

function chargeOwnCalls(func: List): void {
  const results = func.filter((part) => is(part, "result"));
  rewrite(func, (list) =>
    is(list, "call") && list[1] === name(func)
      ? ["block", ...structuredClone(results), ...payOrTrap(constant(1)), list]
      : list,
  );
}

/** Adds a function that pays and then calls `func`, for the table: so direct calls of `func` cost nothing. Returns its name. */
function payingTwin(module: Module, func: List): string {
  const id = `${name(func)}.paying`;
  const parameters = func.filter((part): part is List => is(part, "param"));
  const results = func.filter((part) => is(part, "result"));
  const call: List = ["call", name(func), ...parameters.map((parameter) => get(name(parameter)))];
  module.form.push(structuredClone(["func", id, ...parameters, ...results, ...payOrTrap(constant(1)), call]));
  return id;
}

/**
 * The engine takes about a microsecond to throw. Whether fuel is left is seen by whatever goes round next: to look here would be a call in the bytecode
 * interpreter more, which made loops up to 7 % slower.
 */
function meterThrows(func: List): void {
  rewrite(func, (list) => (list[0] === "throw" ? ["block", pay(constant(THROW_UNITS)), list] : list));
}

/** Units, 32 bits, off the counter. */
function pay(units: Sexpr): List {
  return ["global.set", FUEL, ["i64.sub", ["global.get", FUEL], ["i64.extend_i32_u", units]]];
}

/** Pays, and lets the host look at the clock where it is time. */
function payAndCheck(units: Sexpr): List[] {
  const due: List = ["i64.lt_s", ["global.get", FUEL], ["global.get", CHECK_AT]];
  return [pay(units), ["if", due, ["then", ["call", "$host.stop", ["i32.const", STOP_FUEL]]]]];
}

/** Pays, and traps where nothing is left. */
function payOrTrap(units: Sexpr): List[] {
  return [pay(units), ["if", ["i64.lt_s", ["global.get", FUEL], ["i64.const", "0"]], ["then", ["unreachable"]]]];
}

/** Loops that pay, or that need not. */
const counted = new WeakSet<List>();

/** The index behind a loop's or block's label and result type. */
function firstStatement(block: List): number {
  let i = 1;
  while (i < block.length && (typeof block[i] === "string" || is(block[i], "result") || is(block[i], "type"))) i++;
  return i;
}

const hasCall = (node: Sexpr): boolean => some(node, (part) => part[0] === "call" || part[0] === "call_indirect");

function meterLoops(func: List): void {
  const locals: string[] = [];
  const seldom = SELDOM_REPEATED.includes(name(func));
  walk(func, (list) => {
    for (let i = list === func ? bodyStart(func) : 1; i < list.length; i++) {
      const loop = list[i];
      if (!is(loop, "loop") || counted.has(loop)) continue;
      counted.add(loop);
      const calls = hasCall(loop);
      const leaf = !calls && all(loop, "loop").length === 1;
      const byDistance = leaf && !seldom && !decodesNumber(loop) && isStatementList(list, i);
      const induction = byDistance ? inductionVariable(loop) : undefined;
      if (induction === undefined) {
        if (calls || seldom || !isStatementList(list, i)) {
          chargeReturns(loop, leaf ? payOrTrap(constant(1)) : payAndCheck(constant(1)));
          continue;
        }
        const left = `$rounds_left${locals.length}`;
        locals.push(left);
        chargeReturns(loop, countRound(left, leaf ? payOrTrap(constant(ROUNDS)) : payAndCheck(constant(ROUNDS))));
        list.splice(i, 0, set(left, constant(ROUNDS - 1)));
        i += 1;
        continue;
      }
      const start = `$loop_start${locals.length}`;
      locals.push(start);
      const distance: List =
        induction.step > 0
          ? ["i32.sub", get(induction.local), get(start)]
          : ["i32.sub", get(start), get(induction.local)];
      const shift = Math.max(0, LOOP_SHIFT - heaviness(loop)) + Math.round(Math.log2(Math.abs(induction.step)));
      const units: List = ["i32.shr_u", distance, constant(shift)];
      const charge = (): List[] => [["if", structuredClone(units), ["then", ...payOrTrap(structuredClone(units))]]];
      chargeExits(loop, charge);
      list.splice(
        i,
        1,
        set(start, get(induction.local)),
        loop,
        ...(typeof loop[2] === "object" && is(loop[2], "result") ? [] : charge()),
      );
      i += 1;
    }
  });
  for (const local of locals) addLocal(func, local, "i32");
}

/** Counts a round in a local; pays where ROUNDS have been made. */
function countRound(left: string, payment: List[]): List[] {
  const counted: List = ["local.tee", left, ["i32.sub", get(left), constant(1)]];
  return [["if", ["i32.lt_s", counted, constant(0)], ["then", ...payment, set(left, constant(ROUNDS - 1))]]];
}

/** How many times twice as long a round of this loop takes as one of the smallest, about. */
function heaviness(loop: List): number {
  let instructions = 0;
  walk(loop, (part) => {
    instructions += /\.(div|rem)_/.test(String(part[0])) ? 24 : 1;
  });
  return Math.max(0, Math.floor(Math.log2(instructions / 12)));
}

/** Whether a loop reads a number of the bytecode, whose bytes but the last have their top bit set: it is seldom repeated, so it pays when it is. */
function decodesNumber(loop: List): boolean {
  return (
    some(loop, (part) => part[0] === "i32.load8_s") &&
    some(loop, (part) => ["i32.lt_s", "i32.le_s"].includes(String(part[0])))
  );
}

/** Whether the list's children are statements one after another, so that more can stand beside the one at `index`. */
function isStatementList(list: List, index: number): boolean {
  const head = list[0];
  const statements =
    head === "func" ||
    head === "block" ||
    head === "loop" ||
    head === "then" ||
    head === "else" ||
    head === "do" ||
    head === "catch";
  return statements && !is((list[index] as List)[2], "result");
}

/** Charges for every way back to the loop's beginning, so that a loop which is not repeated costs nothing. */
function chargeReturns(loop: List, charge: List[]): void {
  const label = name(loop);
  if (some(loop, (part) => part[0] === "br_table" && part.includes(label))) {
    loop.splice(firstStatement(loop), 0, ...charge);
    return;
  }
  const visit = (list: List): void => {
    for (let i = 1; i < list.length; i++) {
      const child = list[i]!;
      if (typeof child === "string") continue;
      visit(child);
      if (child[1] !== label) continue;
      if (child[0] === "br") list[i] = ["block", ...structuredClone(charge), child];
      else if (child[0] === "br_if") list[i] = ["if", child[2]!, ["then", ...structuredClone(charge), ["br", label]]];
    }
  };
  visit(loop);
}

/** Charges before every branch and return that leaves the loop. */
function chargeExits(loop: List, charge: () => List[]): void {
  const visit = (list: List, inside: Set<string>): void => {
    const label =
      typeof list[1] === "string" &&
      (list[0] === "block" || list[0] === "loop" || list[0] === "if" || list[0] === "try")
        ? list[1]
        : undefined;
    const labels = label === undefined ? inside : new Set(inside).add(label);
    for (let i = 1; i < list.length; i++) {
      const child = list[i]!;
      if (typeof child === "string") continue;
      visit(child, labels);
      const leaves = (child[0] === "br" || child[0] === "br_if") && !labels.has(name(child));
      if (child[0] === "return" || (leaves && child[0] === "br")) {
        list[i] = ["block", ...charge(), child];
      } else if (leaves && child.length === 3) {
        list[i] = ["if", child[2]!, ["then", ...charge(), ["br", name(child)]]];
      }
    }
  };
  visit(loop, new Set());
}

function meterBulk(func: List): void {
  let count = 0;
  for (const bulk of [...all(func, "memory.copy"), ...all(func, "memory.fill")]) {
    const operands = bulk.slice(1).filter(isList);
    const [target, source, bytes] = operands;
    if (operands.length !== 3 || bytes === undefined)
      throw new Error(`metering: ${String(bulk[0])} with memory indices`);
    const length = addLocal(func, `$bulk_length${count++}`, "i32");
    const units: List = ["i32.shr_u", get(length), constant(BULK_SHIFT)];
    const paid: List = ["if", units, ["then", ...payOrTrap(structuredClone(units))]];
    bulk.splice(1, bulk.length - 1, target!, source!, [
      "block",
      ["result", "i32"],
      set(length, bytes),
      paid,
      get(length),
    ]);
  }
}
