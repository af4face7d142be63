// `except*` becomes a sequence of `with`: the body's catches what it raises; each handler's skips its block where nothing matches, and collects what it raises; the last raises what
// is left. See packages/stdlib/lib/_groups.py.

import { blank } from "./edits.js";
import type { Lowering } from "./lower.js";
import type { Handler, Node, Try } from "./nodes.js";

export function hasExceptStar(node: Node): boolean {
  return (node as Try).handlers.some(({ star }) => star !== undefined);
}

/** Whether a block may leave the statement by something else than an exception, which would leave out `finally`. */
function leaves(node: Node): boolean {
  if (node.kind === "function" || node.kind === "lambda" || node.kind === "class") return false;
  return ["return", "break", "continue"].includes(node.kind) || node.children.some(leaves);
}

/** The statements that raise again what the handler caught, other than those in handlers within. */
function bareRaises(node: Node): Node[] {
  if (node.kind === "raise" && node.children.length === 0) return [node];
  if (["function", "class", "handler"].includes(node.kind)) return [];
  return node.children.flatMap(bareRaises);
}

/** Whether `finally` can be lowered too. */
export function canLower({ children, atLast }: Try): boolean {
  return atLast === undefined || !children.slice(0, -1).some(leaves);
}

export function lowerExceptStar(lowering: Lowering, node: Try): void {
  const { edits, source } = lowering;
  const { colon, handlers, orElse, atLast, children } = node;
  const name = lowering.temporary();
  const header = (start: number, end: number, text: string): void =>
    edits.replace(start, end, `with ${text}${" \\\n".repeat(blank(source, { start, end }).length)}`);
  header(node.start, colon.start, `__except_star__() as ${name}`);
  lowering.lower(children[0]!);
  const last = orElse === undefined && atLast === undefined ? handlers.at(-1) : undefined;
  for (const handler of handlers) {
    const kinds = lowering.text(handler.children[0]!);
    const target = handler.name === "" ? "" : ` as ${lowering.name(handler.name)}`;
    const collector = `${name}.collect(${handler === last ? "True" : ""})`;
    header(handler.start, handler.colon.start, `${collector}, ${name}.match(${kinds})${target}`);
    for (const raise of bareRaises(handler.body)) edits.insert(raise.end, ` ${name}.matched`);
    lowering.lower(handler.body);
  }
  let before: Handler | Node = handlers.at(-1)!;
  if (orElse !== undefined) {
    const start = source.indexOf("else", before.end);
    const collector = `${name}.collect(${atLast === undefined ? "True" : ""})`;
    edits.replace(start, start + "else".length, `with ${collector}, ${name}.otherwise()`);
    lowering.lower(orElse);
    before = orElse;
  }
  if (atLast !== undefined) {
    const start = source.indexOf("finally", before.end);
    edits.replace(start, start + "finally".length, `with ${name}.at_last()`);
    lowering.lower(atLast);
  }
}
