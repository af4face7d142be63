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

/** Whether every way back to the loop's beginning passes `update`: a data flow over the structured control flow. */
function everyIteration(loop: List, update: List): boolean {
  const label = name(loop);
  let always = true;
  /** Per label: whether `update` was passed on all branches to it seen so far. */
  const branches = new Map<string, boolean>();

  const branch = (target: string, passed: boolean): void => {
    if (target === label) always &&= passed;
    else branches.set(target, (branches.get(target) ?? true) && passed);
  };

  /** Whether `update` is passed when `node` has been evaluated; undefined where control does not get behind it. */
  const after = (node: Sexpr, passed: boolean | undefined): boolean | undefined => {
    if (!isList(node) || passed === undefined) return passed;
    const operands = node.slice(1);
    switch (node[0]) {
      case "block": {
        const end = sequence(operands, passed);
        const jumped = branches.get(String(node[1]));
        return meet(end, jumped);
      }
      case "if": {
        const tested = sequence(
          operands.filter((part) => !is(part, "then") && !is(part, "else")),
          passed,
        );
        const arms = operands.filter((part): part is List => is(part, "then") || is(part, "else"));
        const ends = arms.map((arm) => sequence(arm.slice(1), tested));
        return meet(ends[0], arms.length > 1 ? ends[1] : tested);
      }
      case "br":
      case "br_if":
      case "br_table": {
        const reached = sequence(operands, passed);
        if (reached === undefined) return undefined;
        for (const operand of operands) if (typeof operand === "string") branch(operand, reached);
        return node[0] === "br_if" ? reached : undefined;
      }
      case "return":
      case "unreachable":
        return undefined;
      default: {
        const evaluated = sequence(operands, passed);
        return node === update ? (evaluated === undefined ? undefined : true) : evaluated;
      }
    }
  };

  const sequence = (nodes: Sexpr[], passed: boolean | undefined): boolean | undefined =>
    nodes.reduce<boolean | undefined>((state, node) => after(node, state), passed);

  sequence(loop.slice(2), false);
  return always;
}

function meet(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : a && b;
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
