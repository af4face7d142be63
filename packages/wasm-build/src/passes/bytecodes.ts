// Counts the work of the bytecode interpreter without touching its dispatch: between two jumps the instruction pointer only grows, so the distance that it has gone
// tells how many bytes of bytecode were executed. Two bytes are about one bytecode, one unit. Each jump adds its distance to a local, and one unit more, so that no
// way round is free even where the guest has corrupted its bytecode, its handlers or the instruction pointer in memory.
//
// What was counted is settled where the interpreter looks for pending exceptions, as it does at every jump backwards, where an exception comes in, and at its end.
// Runs before the optimiser, while the code still has the shape of its C source; `(global.set $settle units)` stands for the settlement, which metering.ts writes.

import { type List, type Sexpr, all, is, isList, match, name, rewrite, some, walk } from "../sexpr.js";
import { type Module, addLocal, bodyStart } from "../module.js";
import { wrapReturns } from "./epilogue.js";
import { constant, get, set } from "./instructions.js";

/** Stands for "pay these units, and let the host look at the clock"; no real global. */
const SETTLE = "$settle";

const COUNT = "$bytecodes";
const FROM = "$jumped_to";

/** Units after which a settlement is due. */
const CHUNK = 128;

/** Units that no bytecode of this memory's size takes without a settlement: only corrupted code gets there. */
const LOST = 1 << 28;

/** Jump instructions of 1.27's interpreter, at least: fewer would mean that the code has changed. */
const FEWEST_JUMPS = 8;

/** Where the code state keeps the pointer to the instruction that is being executed; the interpreter writes it at every dispatch. */
const currentInstruction: List = ["i32.load", "offset=4", get("$0")];

export function countBytecodes(module: Module): void {
  const func = module.func("$bytecode_interpreter");
  const pointer = instructionPointer(func);
  if (some(func, (part) => (part[0] === "local.set" || part[0] === "local.tee") && part[1] === "$0")) {
    throw new Error("bytecodes: the interpreter overwrites its code state");
  }
  const jumps = countJumps(func, pointer);
  if (jumps < FEWEST_JUMPS)
    throw new Error(`bytecodes: found ${jumps} jumps in the interpreter, expected ${FEWEST_JUMPS} or more`);
  settleWherePending(func);
  settleWhereExceptionsEnter(func);
  addLocal(func, COUNT, "i32");
  addLocal(func, FROM, "i32");
  func.splice(bodyStart(func), 0, set(FROM, structuredClone(currentInstruction)));
  wrapReturns(func, [["global.set", SETTLE, ["i32.add", get(COUNT), distanceTo(currentInstruction)]]]);
  module.add(["import", '"stand-in"', '"settle"', ["global", SETTLE, ["mut", "i32"]]]);
}

/** Writes the settlements: what `settle` makes of the units. */
export function replaceSettlements(module: Module, settle: (units: Sexpr) => List[]): void {
  rewrite(module.form, (list) =>
    is(list, "global.set") && list[1] === SETTLE ? ["block", ...settle(list[2]!)] : list,
  );
  module.form.splice(
    0,
    module.form.length,
    ...module.form.filter((item) => !(is(item, "import") && is(item[3], "global") && item[3][1] === SETTLE)),
  );
}

/** The local by which the opcode is read. */
function instructionPointer(func: List): string {
  const dispatch = all(func, "br_table").find((table) => table.length > 80);
  const load = all(dispatch ?? [], "i32.load8_u")[0]?.at(-1);
  if (!is(load, "local.get")) throw new Error("bytecodes: the interpreter reads no opcode through a local");
  return name(load);
}

/** Half the bytes from the last jump's target; none where the pointer lies before that, as it does when an exception comes in at a jump. */
function distanceTo(pointer: List): List {
  const distance: List = ["i32.shr_u", ["i32.sub", structuredClone(pointer), get(FROM)], constant(1)];
  return ["select", distance, constant(0), ["i32.gt_u", structuredClone(pointer), get(FROM)]];
}

/** Before each jump counts the way to it, behind it notes where it leads. Returns how many there are. */
function countJumps(func: List, pointer: string): number {
  let jumps = 0;
  walk(func, (list) => {
    for (let i = list === func ? bodyStart(func) : 1; i < list.length; i++) {
      const statement = list[i];
      const kind = is(statement, "local.set") ? jumpKind(statement, pointer) : undefined;
      if (!is(statement, "local.set") || kind === undefined) continue;
      const here = kind === "relative" ? get(pointer) : currentInstruction;
      const count = set(COUNT, ["i32.add", ["i32.add", get(COUNT), constant(1)], distanceTo(here)]);
      const lost: List = ["if", ["i32.gt_u", get(COUNT), constant(LOST)], ["then", ["unreachable"]]];
      list.splice(i, 1, count, lost, statement, set(FROM, get(name(statement))));
      i += 3;
      jumps++;
    }
  });
  return jumps;
}

/** Whether a statement adds a distance that is no constant to the pointer, or loads the pointer: from its code state, or a handler's from the stack of handlers. */
function jumpKind(statement: List, pointer: string): "relative" | "loaded" | undefined {
  const value = statement[2];
  if (statement[1] === pointer && match(value, currentInstruction) !== undefined) return "loaded";
  if (
    statement[1] === pointer &&
    match(value, ["i32.load", ["i32.load", "?stack", ["local.get", "?frame"]]]) !== undefined
  )
    return "loaded";
  if (!is(value, "i32.add") || !isList(value[1]) || !isList(value[2])) return undefined;
  if (is(value[1], "i32.const") || is(value[2], "i32.const")) return undefined;
  return all(value, "local.get").some((read) => read[1] === pointer) ? "relative" : undefined;
}

const settleIfDue = (): List => [
  "if",
  ["i32.gt_u", get(COUNT), constant(CHUNK)],
  ["then", ["global.set", SETTLE, get(COUNT)], set(COUNT, constant(0))],
];

/** The one 16-bit load from a constant address is that of the scheduler's state. */
function settleWherePending(func: List): void {
  let found = 0;
  walk(func, (list) => {
    for (let i = 1; i < list.length; i++) {
      const branch = list[i];
      if (!is(branch, "br_if") || !is(branch[2], "i32.load16_u") || !is(branch[2].at(-1), "i32.const")) continue;
      list.splice(i, 0, settleIfDue());
      i++;
      found++;
    }
  });
  if (found !== 1)
    throw new Error(`bytecodes: the interpreter looks at the scheduler's state in ${found} places, not in 1`);
}

/** The loop directly around the dispatch is where setjmp returns to. */
function settleWhereExceptionsEnter(func: List): void {
  const around = all(func, "loop").filter((loop) => some(loop, (part) => part[0] === "br_table" && part.length > 80));
  const entry = around.at(-2);
  if (entry === undefined) throw new Error("bytecodes: no loop around the interpreter's dispatch");
  entry.splice(2, 0, settleIfDue());
}
