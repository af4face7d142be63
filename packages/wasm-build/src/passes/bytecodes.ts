// Counts the work of the bytecode interpreter without touching its dispatch: where nothing jumps, the instruction pointer only grows, by the bytes of the code
// that was executed. Two bytes are about one bytecode, one unit. A local holds the base from which the pointer is counted, and every jump moves the base along
// with the pointer, less the price of a unit: so their distance is what was executed, and no way round is free even where the guest has corrupted its bytecode,
// its handlers or the instruction pointer in memory.
//
// What was counted is settled where the interpreter looks for pending exceptions, as it does at every jump backwards, where a handler begins, where an exception
// comes in, and at its end. Runs before the optimiser, while the code still has the shape of its C source; `(global.set $settle units)` stands for the
// settlement, which metering.ts writes.

import { type List, type Sexpr, all, is, isList, match, name, rewrite, some, walk } from "../sexpr.js";
import { type Module, addLocal, bodyStart, replaceBody } from "../module.js";
import { wrapReturns } from "./epilogue.js";
import { constant, get, set } from "./instructions.js";

/** Stands for "pay these units, and let the host look at the clock"; no real global. */
const SETTLE = "$settle";

const BASE = "$counted_from";

/** Bytes of bytecode after which a settlement is due. */
const CHUNK_BYTES = 256;

/** Bytes that a jump costs: one unit. */
const JUMP_BYTES = 2;

/** Bytes that no code of this memory's size has: the guest has corrupted the pointer, and what was executed is not known. */
const LOST_BYTES = 1 << 29;

/** What 1.27's interpreter has, so that a change of its code is noticed. */
const EXPECTED = { relative: 8, handler: 2, popped: 1, stored: 4, pending: 1 };

/** Where the code state keeps the pointer to the instruction that is being executed; the interpreter writes it at every dispatch. */
const currentInstruction: List = ["i32.load", "offset=4", get("$0")];

export function countBytecodes(module: Module): void {
  const func = module.func("$bytecode_interpreter");
  const around = all(func, "loop").filter((loop) => some(loop, isDispatch));
  // the innermost loop dispatches; setjmp returns to the one around it
  const [entry, dispatch] = [around.at(-2), around.at(-1)];
  if (entry === undefined || dispatch === undefined)
    throw new Error("bytecodes: no two loops around the interpreter's dispatch");
  const pointer = instructionPointer(dispatch);
  if (some(func, (part) => (part[0] === "local.set" || part[0] === "local.tee") && part[1] === "$0")) {
    throw new Error("bytecodes: the interpreter overwrites its code state");
  }

  const found = { relative: 0, handler: 0, popped: 0, stored: 0, pending: 0 };
  /** Labels of the ways to the look for pending exceptions. */
  const toPending = new Set<string>();
  const loadedPointer = move(["i32.sub", get(pointer), currentInstruction], 0);
  insert(dispatch, (statement, next) => {
    if (isPendingTest(statement)) {
      found.pending++;
      return { before: [settleIfDue(get(pointer))] };
    }
    if (!is(statement, "local.set") || statement[1] !== pointer) return {};
    const bytes = jumpBytes(statement[2], pointer);
    if (bytes !== undefined) {
      found.relative++;
      if (is(next, "br")) toPending.add(name(next));
      return { before: [move(bytes)] };
    }
    if (match(statement[2], ["i32.load", ["i32.load", "?handlers", ["local.get", "?frame"]]]) === undefined) return {};
    found.handler++;
    return { after: [loadedPointer, move(constant(0)), settleIfDue(get(pointer))] };
  });
  insert(dispatch, (statement, next) => {
    // the target of a jump out of handlers, popped from the Python stack
    const popped = is(statement, "local.set") && match(statement.slice(1), [pointer, ["i32.load", ["local.get", "?"]]]);
    if (!popped || !is(next, "br") || !toPending.has(name(next))) return {};
    found.popped++;
    return { after: [loadedPointer, move(constant(0))] };
  });
  insert(func, (statement) => {
    const stored = match(statement, ["i32.store", "offset=4", get("$0"), "?value"])?.["?value"];
    if (!isList(stored) || match(stored, get(pointer)) !== undefined) return {};
    found.stored++;
    return { before: [move(["i32.sub", structuredClone(stored), currentInstruction], 0)] };
  });
  for (const [what, count] of Object.entries(EXPECTED)) {
    const times = found[what as keyof typeof found];
    if (times !== count)
      throw new Error(`bytecodes: the interpreter changes its pointer (${what}) in ${times} places, not in ${count}`);
  }

  entry.splice(2, 0, move(constant(0)), settleIfDue(currentInstruction));
  addLocal(func, BASE, "i32");
  func.splice(bodyStart(func), 0, set(BASE, structuredClone(currentInstruction)));
  wrapReturns(func, [["global.set", SETTLE, executed(currentInstruction)]]);
  module.add(["import", '"stand-in"', '"settle"', ["global", SETTLE, ["mut", "i32"]]]);
  // what the overlay pays by itself
  replaceBody(module, "$link.pay", ["global.set", SETTLE, ["local.get", "$0"]]);
  replaceBody(module, "$link.bounded", ["global.set", SETTLE, constant(0)]);
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

/** The loops that `bounded()` of the overlay stands in, a settlement of nothing, which is taken away. */
export function takeBoundedLoops(module: Module): Set<List> {
  const mark = ["global.set", SETTLE, constant(0)];
  const found = new Set<List>();
  const visit = (node: List, loop: List | undefined): void => {
    for (const [i, child] of node.entries()) {
      if (!isList(child)) continue;
      if (match(child, mark) === undefined) {
        visit(child, is(child, "loop") ? child : loop);
        continue;
      }
      if (loop === undefined) throw new Error("bytecodes: bounded() stands in no loop");
      found.add(loop);
      node[i] = ["nop"];
    }
  };
  visit(module.form, undefined);
  return found;
}

function isDispatch(list: List): boolean {
  return list[0] === "br_table" && list.length > 80;
}

/** The local by which the opcode is read: the one that the loop stores in the code state. */
function instructionPointer(dispatch: List): string {
  const stored = dispatch.map((part) => match(part, ["i32.store", "offset=4", get("$0"), ["local.get", "?pointer"]]));
  const pointer = stored.find((captures) => captures !== undefined)?.["?pointer"];
  if (typeof pointer !== "string")
    throw new Error("bytecodes: the interpreter does not store its pointer where it dispatches");
  return pointer;
}

/** The one 16-bit load from a constant address is that of the scheduler's state. */
function isPendingTest(statement: List): boolean {
  return is(statement, "br_if") && is(statement[2], "i32.load16_u") && is(statement[2].at(-1), "i32.const");
}

/** What a jump adds to the pointer; undefined where `value` is no sum of it, or adds a constant, as decoding does. */
function jumpBytes(value: Sexpr | undefined, pointer: string): Sexpr | undefined {
  if (!is(value, "i32.add")) return undefined;
  const [, left, right] = value;
  if (match(left, get(pointer)) !== undefined) return is(right, "i32.const") ? undefined : structuredClone(right);
  const inner = jumpBytes(left, pointer);
  return inner === undefined ? undefined : ["i32.add", inner, structuredClone(right!)];
}

/** Moves the base by the bytes that the pointer jumps, less the jump's price. */
function move(bytes: Sexpr, price = JUMP_BYTES): List {
  return set(BASE, ["i32.add", get(BASE), ["i32.sub", bytes, constant(price)]]);
}

const distance = (pointer: List): List => ["i32.sub", structuredClone(pointer), get(BASE)];

/** Units for the bytes from the base to the pointer; the price of a jump where they are not known. */
function executed(pointer: List): List {
  const known: List = ["i32.le_u", distance(pointer), constant(LOST_BYTES)];
  return ["i32.shr_u", ["select", distance(pointer), constant(JUMP_BYTES), known], constant(1)];
}

function settleIfDue(pointer: List): List {
  return [
    "if",
    ["i32.gt_u", distance(pointer), constant(CHUNK_BYTES)],
    ["then", ["global.set", SETTLE, executed(pointer)], set(BASE, structuredClone(pointer))],
  ];
}

/** Puts statements before and after those that `chooses` names; it is given the next one as well. */
function insert(
  node: List,
  chooses: (statement: List, next: Sexpr | undefined) => { before?: List[]; after?: List[] },
): void {
  walk(node, (list) => {
    for (let i = 1; i < list.length; i++) {
      const statement = list[i];
      if (!isList(statement)) continue;
      const { before = [], after = [] } = chooses(statement, list[i + 1]);
      list.splice(i + 1, 0, ...structuredClone(after));
      list.splice(i, 0, ...before);
      i += before.length + after.length;
    }
  });
}
