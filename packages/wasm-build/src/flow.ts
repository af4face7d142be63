import { type List, type Sexpr, is, isList } from "./sexpr.js";

/** Ways out of a list of instructions, by where they lead: a label, "return", or "end" where control runs through. */
type WaysOut = ReadonlyMap<string, boolean>;

/** For each way out whether all control that takes it has passed a node that `marks` names: a data flow over the structured control flow. */
export function waysOut(nodes: Sexpr[], marks: (node: List) => boolean): WaysOut {
  const ways = new Map<string, boolean>();
  const leave = (target: string, passed: boolean): void => {
    ways.set(target, (ways.get(target) ?? true) && passed);
  };

  /** Whether a mark is passed when `node` has been evaluated; undefined where control does not get behind it. */
  const after = (node: Sexpr, passed: boolean | undefined): boolean | undefined => {
    if (!isList(node) || passed === undefined) return passed;
    const operands = node.slice(1);
    switch (node[0]) {
      case "block": {
        const end = sequence(operands, passed);
        return meet(end, ways.get(String(node[1])));
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
      case "try": {
        // what is thrown may come from before the first mark
        const arms = operands.filter(isList).filter((part) => part[0] !== "result");
        const ends = arms.map((arm) => sequence(arm.slice(1), passed));
        return [...ends, ways.get(String(node[1]))].reduce(meet, undefined);
      }
      case "br":
      case "br_if":
      case "br_table": {
        const reached = sequence(operands, passed);
        if (reached === undefined) return undefined;
        for (const operand of operands) if (typeof operand === "string") leave(operand, reached);
        return node[0] === "br_if" ? reached : undefined;
      }
      case "return": {
        const reached = sequence(operands, passed);
        if (reached !== undefined) leave("return", reached);
        return undefined;
      }
      case "unreachable":
      case "throw":
      case "rethrow":
        return undefined;
      default: {
        const evaluated = sequence(operands, passed);
        return evaluated !== undefined && marks(node) ? true : evaluated;
      }
    }
  };

  const sequence = (list: Sexpr[], passed: boolean | undefined): boolean | undefined =>
    list.reduce<boolean | undefined>((state, node) => after(node, state), passed);

  const end = sequence(nodes, false);
  if (end !== undefined) leave("end", end);
  return ways;
}

function meet(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : a && b;
}
