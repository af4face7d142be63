// What CPython's compiler refuses although its grammar takes it.

import { checkMatch } from "./checkPatterns.js";
import type { Callable, Match, Node } from "./nodes.js";
import { checkSymbols } from "./symbols.js";
import { SyntaxProblem } from "./syntaxProblem.js";

interface Context {
  /** The innermost function or class, or the module. */
  scope: "module" | "class" | "function" | "async function" | "lambda";
  inLoop: boolean;
}

/** @throws {SyntaxProblem} the first that there is. */
export function checkTree(tree: Node, source: string): void {
  checkFuture(tree);
  checkSymbols(tree);
  visit(tree, { scope: "module", inLoop: false }, source);
}

const FEATURES = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "barry_as_FLUFL",
  "generator_stop",
  "annotations",
]);

function checkFuture(tree: Node): void {
  let begun = false;
  tree.children.forEach((statement, index) => {
    const [module, ...names] = statement.kind === "import" ? statement.text.split(",") : [];
    if (module !== "from __future__") {
      begun ||= index > 0 || statement.kind !== "expression" || statement.children[0]?.kind !== "strings";
      return;
    }
    if (begun) fail("from __future__ imports must occur at the beginning of the file", statement);
    const unknown = names.find((name) => !FEATURES.has(name));
    if (unknown !== undefined) fail(`future feature ${unknown} is not defined`, statement);
  });
}

function visit(node: Node, context: Context, source: string): void {
  switch (node.kind) {
    case "function": {
      const definition = node as Callable & { isAsync: boolean; body: Node };
      for (const child of node.children) {
        if (child === definition.body)
          visit(child, { scope: definition.isAsync ? "async function" : "function", inLoop: false }, source);
        else visit(child, context, source);
      }
      return;
    }
    case "lambda":
      node.children.forEach((child, index) =>
        visit(child, index === node.children.length - 1 ? { scope: "lambda", inLoop: false } : context, source),
      );
      return;
    case "class":
      node.children.forEach((child, index) =>
        visit(child, index === node.children.length - 1 ? { scope: "class", inLoop: false } : context, source),
      );
      return;
    case "for":
    case "while": {
      if (node.kind === "for" && node.text === "async")
        requireAsync(node, context, "'async for' outside async function");
      const body = node.children.findIndex(({ kind }) => kind === "block");
      node.children.forEach((child, index) =>
        visit(child, index === body ? { ...context, inLoop: true } : context, source),
      );
      return;
    }
    case "with":
      if (node.text === "async") requireAsync(node, context, "'async with' outside async function");
      break;
    case "break":
      if (!context.inLoop) fail("'break' outside loop", node);
      return;
    case "continue":
      if (!context.inLoop) fail("'continue' not properly in loop", node);
      return;
    case "return":
      if (context.scope === "module" || context.scope === "class") fail("'return' outside function", node);
      break;
    case "yield":
    case "yieldfrom":
      if (context.scope === "module" || context.scope === "class") fail("'yield' outside function", node);
      if (node.kind === "yieldfrom" && context.scope === "async function")
        fail("'yield from' inside async function", node);
      break;
    case "await":
      if (context.scope === "module" || context.scope === "class") fail("'await' outside function", node);
      if (context.scope !== "async function") fail("'await' outside async function", node);
      break;
    case "call":
      checkKeywords(node);
      break;
    case "import":
      if (context.scope !== "module" && node.text === "")
        fail("import * only allowed at module level", { start: node.end - 1, end: node.end });
      return;
    case "match":
      checkMatch(node as Match, source);
      break;
    case "assign":
      for (const target of node.children.slice(0, -1)) checkStars(target);
      break;
    case "comprehension":
      if (node.children.some(({ text, kind }) => kind === "clause" && text === "async for"))
        requireAsync(node, context, "asynchronous comprehension outside of an asynchronous function");
      break;
    case "try": {
      const handlers = node.children.filter(({ kind }) => kind === "handler");
      const bare = handlers.slice(0, -1).find((handler) => handler.children.length === 1);
      if (bare !== undefined) fail("default 'except:' must be last", bare);
      break;
    }
    default:
  }
  for (const child of node.children) visit(child, context, source);
}

function fail(message: string, node: { start: number; end: number }): never {
  throw new SyntaxProblem(message, node.start, node.end);
}

function requireAsync(node: Node, context: Context, message: string): void {
  if (context.scope !== "async function") fail(message, node);
}

function checkStars(target: Node): void {
  if (target.kind !== "tuple" && target.kind !== "list") {
    if (target.kind === "group") checkStars(target.children[0]!);
    return;
  }
  if (target.children.filter(({ kind }) => kind === "star").length > 1)
    fail("multiple starred expressions in assignment", target);
  for (const child of target.children) checkStars(child);
}

function checkKeywords(node: Node): void {
  const names = new Set<string>();
  for (const child of node.children.slice(1)) {
    if (child.kind !== "keyword") continue;
    if (names.has(child.text)) fail(`keyword argument repeated: ${child.text}`, child);
    names.add(child.text);
  }
}
