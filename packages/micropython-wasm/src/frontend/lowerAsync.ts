// Comprehensions that wait. MicroPython compiles a comprehension as a function of its own, which cannot; so each `for` becomes a call of a helper with the rest as a
// lambda, in which `await` is `yield from`, as it is in MicroPython's bytecode.

import { blank } from "./edits.js";
import type { Lowering } from "./lower.js";
import type { Node } from "./nodes.js";

/** Whether it has an `async for`, or an `await` behind its first iterable. */
export function waits(node: Node): boolean {
  const clauses = node.children.filter(({ kind }) => kind === "clause");
  if (clauses.some(({ text }) => text === "async for")) return true;
  const first = clauses[0]!.children[1];
  return node.children.some((child) => hasAwait(child, first));
}

function hasAwait(node: Node, except: Node | undefined): boolean {
  if (node === except || node.kind === "lambda") return false;
  if (node.kind === "await" || (node.kind === "comprehension" && waits(node))) return true;
  return node.children.some((child) => hasAwait(child, except));
}

export function lowerAsync(lowering: Lowering, node: Node): void {
  const elements = node.children.filter(({ kind }) => kind !== "clause");
  const clauses = node.children.filter(({ kind }) => kind === "clause");
  const [first, ...rest] = clauses as [Node, ...Node[]];
  const iterable = lowering.text(first.children[1]!);
  const wait = lowering.wait;
  const body = lowering.insideLambda(() => loopBody(lowering, first, rest, elements));
  const text = `(${wait} __comprehension__("${node.text}", ${isAsync(first)}, ${iterable}, lambda __add__: ${body}))`;
  lowering.edits.replace(node.start, node.end, withoutLines(text) + blankIn(lowering, node));
}

function isAsync(clause: Node): string {
  return clause.text === "async for" ? "True" : "False";
}

/** A lambda of the target, for what follows it. */
function loopBody(lowering: Lowering, clause: Node, rest: readonly Node[], elements: readonly Node[]): string {
  const conditions: string[] = [];
  let index = 0;
  for (; rest[index]?.text === "if"; index++) conditions.push(`(${lowering.text(rest[index]!.children[0]!)})`);
  const inner = rest[index];
  let value: string;
  if (inner === undefined) value = `__add__(${elements.map((element) => `(${lowering.text(element)})`).join(", ")})`;
  else {
    const iterable = lowering.text(inner.children[1]!);
    value = `__loop__(${isAsync(inner)}, ${iterable}, ${loopBody(lowering, inner, rest.slice(index + 1), elements)})`;
  }
  const guarded = conditions.length === 0 ? value : `(${value} if ${conditions.join(" and ")} else None)`;
  return withTarget(lowering, clause.children[0]!, guarded);
}

function withTarget(lowering: Lowering, target: Node, body: string): string {
  if (target.kind === "group") return withTarget(lowering, target.children[0]!, body);
  if (target.kind !== "tuple" && target.kind !== "list") return `lambda ${lowering.text(target)}: ${body}`;
  let inner = body;
  const names = target.children.map((child) => {
    if (child.kind === "name" || child.kind === "star") return lowering.text(child);
    const name = lowering.temporary();
    inner = `(${withTarget(lowering, child, inner)})(${name})`;
    return name;
  });
  const whole = lowering.temporary();
  return `lambda ${whole}: (lambda ${names.join(", ")}: ${inner})(*${whole})`;
}

/** The lines are added at the end. */
function withoutLines(text: string): string {
  return text.replace(/(?:[ \t]*#[^\r\n]*)?[\r\n]+/g, " ");
}

function blankIn(lowering: Lowering, node: Node): string {
  const lines = blank(lowering.source, node);
  return lines === "" ? "" : lines.replaceAll("\n", " \\\n");
}
