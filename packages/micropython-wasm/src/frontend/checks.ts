// What CPython's compiler refuses although its grammar takes it.

import type { Callable, Node, Strings } from "./nodes.js";
import { SyntaxProblem } from "./syntaxProblem.js";

interface Context {
  /** The innermost function or class, or the module. */
  scope: "module" | "class" | "function" | "async function" | "lambda";
  inLoop: boolean;
}

/** @throws {SyntaxProblem} the first that there is. */
export function checkTree(tree: Node, source: string): void {
  void source;
  visit(tree, { scope: "module", inLoop: false });
}

function visit(node: Node, context: Context): void {
  switch (node.kind) {
    case "function": {
      const definition = node as Callable & { isAsync: boolean; body: Node };
      checkParameters(definition);
      for (const child of node.children) {
        if (child === definition.body)
          visit(child, { scope: definition.isAsync ? "async function" : "function", inLoop: false });
        else visit(child, context);
      }
      return;
    }
    case "lambda": {
      checkParameters(node as Callable);
      node.children.forEach((child, index) =>
        visit(child, index === node.children.length - 1 ? { scope: "lambda", inLoop: false } : context),
      );
      return;
    }
    case "class":
      node.children.forEach((child, index) =>
        visit(child, index === node.children.length - 1 ? { scope: "class", inLoop: false } : context),
      );
      return;
    case "for":
    case "while": {
      if (node.kind === "for" && node.text === "async")
        requireAsync(node, context, "'async for' outside async function");
      const body = node.children.findIndex(({ kind }) => kind === "block");
      node.children.forEach((child, index) => visit(child, index === body ? { ...context, inLoop: true } : context));
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
      break;
    case "await":
      if (context.scope === "module" || context.scope === "class") fail("'await' outside function", node);
      if (context.scope !== "async function") fail("'await' outside async function", node);
      break;
    case "call":
      checkKeywords(node);
      break;
    case "nonlocal":
      if (context.scope === "module") fail("nonlocal declaration not allowed at module level", node);
      break;
    case "try": {
      const handlers = node.children.filter(({ kind }) => kind === "handler");
      const bare = handlers.slice(0, -1).find((handler) => handler.children.length === 1);
      if (bare !== undefined) fail("default 'except:' must be last", bare);
      break;
    }
    case "strings":
      void (node as Strings);
      break;
    default:
  }
  for (const child of node.children) visit(child, context);
}

function fail(message: string, node: Node): never {
  throw new SyntaxProblem(message, node.start, node.end);
}

function requireAsync(node: Node, context: Context, message: string): void {
  if (context.scope !== "async function") fail(message, node);
}

function checkParameters({ parameters }: Callable): void {
  const names = new Set<string>();
  for (const parameter of parameters) {
    if (names.has(parameter.name)) fail(`duplicate argument '${parameter.name}' in function definition`, parameter);
    names.add(parameter.name);
  }
}

function checkKeywords(node: Node): void {
  const names = new Set<string>();
  for (const child of node.children.slice(1)) {
    if (child.kind !== "keyword") continue;
    if (names.has(child.text)) fail(`keyword argument repeated: ${child.text}`, child);
    names.add(child.text);
  }
}
