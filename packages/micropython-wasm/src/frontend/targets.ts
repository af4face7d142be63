import type { Node } from "./nodes.js";

const NAMES: { readonly [kind: string]: string } = {
  call: "function call",
  strings: "literal",
  number: "literal",
  list: "list",
  tuple: "tuple",
  set: "set display",
  dict: "dict literal",
  unary: "expression",
  binary: "expression",
  boolean: "expression",
  compare: "comparison",
  ternary: "conditional expression",
  lambda: "lambda",
  await: "await expression",
  yield: "yield expression",
  yieldfrom: "yield expression",
  walrus: "named expression",
  attribute: "attribute",
  subscript: "subscript",
  star: "starred",
  name: "name",
};

const COMPREHENSIONS: { readonly [text: string]: string } = {
  list: "list comprehension",
  set: "set comprehension",
  dict: "dict comprehension",
  generator: "generator expression",
};

/** What CPython calls an expression that cannot be assigned to. */
export function describe(node: Node): string {
  if (node.kind === "group") return describe(node.children[0]!);
  if (node.kind === "comprehension") return COMPREHENSIONS[node.text]!;
  if (node.kind === "constant") return node.text === "..." ? "ellipsis" : node.text;
  if (node.kind === "strings" && node.text === "f") return "f-string expression";
  return NAMES[node.kind] ?? "expression";
}

/** The part of a target that cannot be assigned to (or deleted), if there is one. */
export function invalidTarget(node: Node, use: "assign" | "for" | "delete"): Node | undefined {
  switch (node.kind) {
    case "name":
    case "attribute":
    case "subscript":
      return undefined;
    case "group":
      return invalidTarget(node.children[0]!, use);
    case "star":
      return use === "delete" ? node : invalidTarget(node.children[0]!, use);
    case "list":
    case "tuple":
      for (const child of node.children) {
        const wrong = invalidTarget(child, use);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    default:
      return node;
  }
}
