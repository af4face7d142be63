import { type List, type Sexpr, is, isList, match, name, some } from "../sexpr.js";

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
  const label = loop[1];
  if (typeof label !== "string") return undefined;
  const statements = loop.slice(2);
  for (const [local, updates] of writes(loop)) {
    const update = updates.length === 1 ? updates[0]! : undefined;
    const step = update === undefined ? undefined : constantStep(update, local);
    if (update === undefined || step === undefined || !Number.isInteger(Math.log2(Math.abs(step)))) continue;
    if (everyIteration(statements, update, label) && addressesMemory(loop, local)) return { local, step };
  }
  return undefined;
}

function writes(loop: List): Map<string, List[]> {
  const found = new Map<string, List[]>();
  const visit = (node: Sexpr): void => {
    if (!isList(node)) return;
    if (node[0] === "local.set" || node[0] === "local.tee") found.set(name(node), [...(found.get(name(node)) ?? []), node]);
    node.forEach(visit);
  };
  visit(loop);
  return found;
}

function constantStep(update: List, local: string): number | undefined {
  const captures = match(update[2]!, ["i32.add", ["local.get", local], ["i32.const", "?step"]]);
  const minus = match(update[2]!, ["i32.sub", ["local.get", local], ["i32.const", "?step"]]);
  if (captures !== undefined) return Number(captures["?step"]);
  return minus === undefined ? undefined : -Number(minus["?step"]);
}

/**
 * Whether control cannot go round the loop without passing `update`: it stands in a statement of the loop itself, outside any branch that could skip it,
 * and nothing before it jumps back or jumps over it.
 */
function everyIteration(statements: Sexpr[], update: List, label: string): boolean {
  for (const statement of statements) {
    if (contains(statement, update)) return isList(statement) && unconditional(statement, update);
    if (some(statement, (part) => jumpsTo(part, label))) return false;
  }
  return false;
}

function contains(node: Sexpr, wanted: List): boolean {
  return some(node, (part) => part === wanted);
}

/** Whether evaluating `node` always evaluates `update`: operands are evaluated, the arms of an `if` and the contents of blocks may not be. */
function unconditional(node: List, update: List): boolean {
  if (node === update) return true;
  const head = String(node[0]);
  if (head === "block" || head === "loop" || head === "try") return false;
  const operands = head === "if" ? node.slice(1).filter((part) => !is(part, "then") && !is(part, "else")) : node.slice(1);
  return operands.some((part) => isList(part) && contains(part, update) && unconditional(part, update));
}

function jumpsTo(part: List, label: string): boolean {
  return (part[0] === "br" || part[0] === "br_if" || part[0] === "br_table") && part.includes(label);
}

function addressesMemory(loop: List, local: string): boolean {
  return some(loop, (part) => /\.(load|store)/.test(String(part[0])) && some(addressOf(part), (inner) => (inner[0] === "local.get" || inner[0] === "local.tee") && inner[1] === local));
}

function addressOf(access: List): List {
  return access.find((part): part is List => isList(part)) ?? [];
}
