import { waysOut } from "../flow.js";
import { type List, type Sexpr, isList, match, name, some } from "../sexpr.js";

export interface Induction {
  local: string;
  /** What the local changes by in each iteration: a power of two, or its negative. */
  step: number;
}

/**
 * A local that the innermost loop changes exactly once in each iteration, by a constant, and by which it reads or writes memory:
 * the distance that it has gone then tells the iterations, and memory's size bounds it.
 */
export function inductionVariable(loop: List): Induction | undefined {
  if (typeof loop[1] !== "string" || some(loop, (part) => part[0] === "try")) return undefined;
  for (const [local, updates] of writes(loop)) {
    const update = updates.length === 1 ? updates[0]! : undefined;
    const step = update === undefined ? undefined : constantStep(update, local);
    if (update === undefined || step === undefined || !Number.isInteger(Math.log2(Math.abs(step)))) continue;
    if (everyIteration(loop, update) && addressesMemory(loop, local)) return { local, step };
  }
  return undefined;
}

function writes(loop: List): Map<string, List[]> {
  const found = new Map<string, List[]>();
  const visit = (node: Sexpr): void => {
    if (!isList(node)) return;
    if (node[0] === "local.set" || node[0] === "local.tee")
      found.set(name(node), [...(found.get(name(node)) ?? []), node]);
    node.forEach(visit);
  };
  visit(loop);
  return found;
}

function constantStep(update: List, local: string): number | undefined {
  const captures = match(update[2], ["i32.add", ["local.get", local], ["i32.const", "?step"]]);
  const minus = match(update[2], ["i32.sub", ["local.get", local], ["i32.const", "?step"]]);
  if (captures !== undefined) return Number(captures["?step"]);
  return minus === undefined ? undefined : -Number(minus["?step"]);
}

/** Whether every way back to the loop's beginning passes `update`. */
function everyIteration(loop: List, update: List): boolean {
  return waysOut(loop.slice(2), (node) => node === update).get(name(loop)) ?? true;
}

function addressesMemory(loop: List, local: string): boolean {
  return some(
    loop,
    (part) =>
      /\.(load|store)/.test(String(part[0])) &&
      some(addressOf(part), (inner) => (inner[0] === "local.get" || inner[0] === "local.tee") && inner[1] === local),
  );
}

function addressOf(access: List): List {
  return access.find((part): part is List => isList(part)) ?? [];
}
