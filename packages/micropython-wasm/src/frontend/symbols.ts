// Names and scopes: what CPython's symbol table refuses.

import type { Annotated, Callable, Handler, Node, Pattern } from "./nodes.js";
import { SyntaxProblem } from "./syntaxProblem.js";

type Use = "parameter" | "used" | "assigned" | "annotated" | "global" | "nonlocal";

interface Scope {
  kind: "module" | "class" | "function";
  outer: Scope | undefined;
  names: Map<string, Set<Use>>;
}

/** @throws {SyntaxProblem} for the first declaration that contradicts another. */
export function checkSymbols(tree: Node): void {
  new Symbols().module(tree);
}

class Symbols {
  #scope: Scope = { kind: "module", outer: undefined, names: new Map() };
  readonly #nonlocals: { scope: Scope; name: string; node: Node }[] = [];

  module(tree: Node): void {
    this.#visit(tree);
    for (const { scope, name, node } of this.#nonlocals) {
      if (scope.names.get(name)?.has("global")) fail(`name '${name}' is nonlocal and global`, node);
      if (!isBoundOutside(scope, name)) fail(`no binding for nonlocal '${name}' found`, node);
    }
  }

  #note(name: string, use: Use): void {
    const { names } = this.#scope;
    const uses = names.get(name);
    if (uses === undefined) names.set(name, new Set([use]));
    else uses.add(use);
  }

  #all(nodes: readonly Node[]): void {
    for (const node of nodes) this.#visit(node);
  }

  #within(kind: Scope["kind"], visit: () => void): void {
    this.#scope = { kind, outer: this.#scope, names: new Map() };
    visit();
    this.#scope = this.#scope.outer!;
  }

  #visit(node: Node): void {
    switch (node.kind) {
      case "name":
        return this.#note(node.text, "used");
      case "assign":
        this.#all(node.children.slice(-1));
        return node.children.slice(0, -1).forEach((target) => this.#bind(target));
      case "augmented":
        this.#visit(node.children[1]!);
        return this.#bind(node.children[0]!);
      case "annotated":
        return this.#annotated(node as Annotated);
      case "walrus":
        this.#visit(node.children[1]!);
        return this.#bind(node.children[0]!);
      case "delete":
        return this.#bind(node.children[0]!);
      case "for":
        this.#bind(node.children[0]!);
        return this.#all(node.children.slice(1));
      case "import":
        return node.text.split(",").forEach((name) => this.#note(name, "assigned"));
      case "handler": {
        const { name } = node as Handler;
        if (name !== "") this.#note(name, "assigned");
        return this.#all(node.children);
      }
      case "pattern": {
        const { form, text } = node as Pattern;
        if (text !== "" && text !== "_" && form !== "value") this.#note(text, "assigned");
        return this.#all(node.children);
      }
      case "comprehension":
        return this.#within("function", () => this.#all(node.children));
      case "clause":
        if (node.text !== "if") this.#bind(node.children[0]!);
        return this.#visit(node.children.at(-1)!);
      case "function":
      case "lambda":
        return this.#callable(node as Callable);
      case "class":
        this.#note(node.text, "assigned");
        this.#all(node.children.slice(0, -1));
        return this.#within("class", () => this.#visit(node.children.at(-1)!));
      case "global":
      case "nonlocal":
        return this.#declare(node, node.kind);
      default:
        return this.#all(node.children);
    }
  }

  #bind(target: Node): void {
    if (target.kind === "name") this.#note(target.text, "assigned");
    else if (["tuple", "list", "group", "star"].includes(target.kind))
      target.children.forEach((child) => this.#bind(child));
    else this.#visit(target);
  }

  #annotated({ target, annotation, value, ...node }: Annotated): void {
    if (target.kind === "name") {
      const uses = this.#scope.names.get(target.text);
      for (const kind of ["global", "nonlocal"] as const) {
        if (uses?.has(kind) && this.#scope.kind !== "module")
          fail(`annotated name '${target.text}' can't be ${kind}`, node);
      }
      this.#note(target.text, "annotated");
    } else this.#visit(target);
    this.#visit(annotation);
    if (value !== undefined) this.#visit(value);
  }

  #callable(node: Callable): void {
    if (node.kind === "function") this.#note(node.text, "assigned");
    const body = node.children.at(-1)!;
    this.#all(node.children.slice(0, -1));
    this.#within("function", () => {
      for (const parameter of node.parameters) {
        if (this.#scope.names.has(parameter.name))
          fail(`duplicate argument '${parameter.name}' in function definition`, parameter);
        this.#note(parameter.name, "parameter");
      }
      this.#visit(body);
    });
  }

  #declare(node: Node, kind: "global" | "nonlocal"): void {
    if (kind === "nonlocal" && this.#scope.kind === "module")
      fail("nonlocal declaration not allowed at module level", node);
    for (const name of node.text.split(",")) {
      const uses = this.#scope.names.get(name);
      if (uses?.has("parameter")) fail(`name '${name}' is parameter and ${kind}`, node);
      if (uses?.has("used")) fail(`name '${name}' is used prior to ${kind} declaration`, node);
      if (uses?.has("annotated")) fail(`annotated name '${name}' can't be ${kind}`, node);
      if (uses?.has("assigned")) fail(`name '${name}' is assigned to before ${kind} declaration`, node);
      this.#note(name, kind);
      if (kind === "nonlocal") this.#nonlocals.push({ scope: this.#scope, name, node });
    }
  }
}

/** Whether a function around the scope binds the name. */
function isBoundOutside({ outer }: Scope, name: string): boolean {
  for (let scope = outer; scope !== undefined; scope = scope.outer) {
    const uses = scope.kind === "function" ? scope.names.get(name) : undefined;
    if (uses?.has("global")) return false;
    if (uses !== undefined && [...uses].some((use) => use !== "used")) return true;
  }
  return false;
}

function fail(message: string, node: { start: number; end: number }): never {
  throw new SyntaxProblem(message, node.start, node.end);
}
