// The local names of a function, and where each of them is surely bound: MicroPython keeps no names of local variables, which `locals()`, `eval` and the message of an UnboundLocalError need.

import type { Annotated, Callable, Handler, Node, Pattern } from "./nodes.js";

/** Source in which somebody may read the message of an UnboundLocalError. */
const READS_ERRORS = /\b(?:UnboundLocalError|NameError)\b/;

export function readsNameErrors(source: string): boolean {
  return READS_ERRORS.test(source);
}

/** Calls that see the local names of the function that they are in. */
const SEES_LOCALS = /\b(?:locals|vars|dir)\(\)|\b(?:eval|exec)\(/;

/** The same names for something else: a method or function, a variable, a parameter. */
const MEANS_OTHERS =
  /\b(?:def|as|import)[ \t]+(?:locals|vars|dir|eval|exec)\b|\b(?:locals|vars|dir|eval|exec)[ \t]*(?:=(?!=)|:|,|\)[ \t]*(?:->|:))/;

export function seesLocals(source: string): boolean {
  return SEES_LOCALS.test(source) && !MEANS_OTHERS.test(source);
}

/** From behind a binding to the end of the block that it stands in, the name is bound, unless it is deleted. */
interface Range {
  from: number;
  to: number;
}

export class LocalNames {
  readonly #source: string;
  readonly #parameters: Set<string>;
  readonly #bound = new Map<string, Range[]>();
  readonly #elsewhere = new Set<string>();
  /** Where a name is deleted first. */
  readonly #deleted = new Map<string, number>();

  constructor(source: string, { parameters, children }: Callable) {
    this.#source = source;
    const order = parameters.toSorted((a, b) => a.star.length - b.star.length);
    this.#parameters = new Set(order.map(({ name }) => name).filter((name) => name !== ""));
    const body = children.at(-1)!;
    this.#visit(body, body.end);
  }

  get names(): string[] {
    return [...new Set([...this.#parameters, ...this.#bound.keys()])].filter((name) => !this.#elsewhere.has(name));
  }

  /** Whether the name is a local one that may not be bound where it is read. */
  mayBeUnbound(name: string, at: number): boolean {
    const ranges = this.#bound.get(name);
    if (this.#elsewhere.has(name) || (ranges === undefined && !this.#parameters.has(name))) return false;
    if (at > (this.#deleted.get(name) ?? Infinity)) return true;
    return !this.#parameters.has(name) && !ranges!.some(({ from, to }) => from <= at && at < to);
  }

  #bind(name: string, from: number, to: number): void {
    const ranges = this.#bound.get(name);
    if (ranges === undefined) this.#bound.set(name, [{ from, to }]);
    else ranges.push({ from, to });
  }

  #target(target: Node, from: number, to: number): void {
    if (target.kind === "name") this.#bind(target.text, from, to);
    else if (["tuple", "list", "group", "star"].includes(target.kind))
      for (const child of target.children) this.#target(child, from, to);
  }

  /** `to` is the end of the block. */
  #visit(node: Node, to: number): void {
    const { kind, text, children, end } = node;
    switch (kind) {
      case "block":
        return children.forEach((child) => this.#visit(child, end));
      case "function":
      case "class":
      case "type":
        return this.#bind(text, end, to);
      case "lambda":
        return;
      case "assign":
        this.#visit(children.at(-1)!, to);
        return children.slice(0, -1).forEach((target) => this.#target(target, end, to));
      case "augmented":
        return this.#target(children[0]!, end, to);
      case "annotated": {
        const { target, value } = node as Annotated;
        return value === undefined ? undefined : this.#target(target, end, to);
      }
      case "walrus":
        return this.#bind(children[0]!.text, end, to);
      case "clause":
        return this.#visit(children.at(-1)!, to);
      case "for":
        this.#target(children[0]!, children[1]!.end, children[2]!.end);
        return children.slice(1).forEach((child) => this.#visit(child, to));
      case "with":
        for (const [index, child] of children.entries()) {
          const before = index === 0 ? "" : this.#source.slice(children[index - 1]!.end, child.start);
          if (/\bas\s*$/.test(before)) this.#target(child, child.end, to);
          else this.#visit(child, to);
        }
        return;
      case "import":
        return text.split(",").forEach((name) => this.#bind(name, end, to));
      case "handler": {
        const { name, body } = node as Handler;
        if (name !== "") this.#bind(name, body.start, body.end);
        return this.#visit(body, to);
      }
      case "pattern":
        if (text !== "" && text !== "_" && (node as Pattern).form !== "value") this.#bind(text, end, to);
        return children.forEach((child) => this.#visit(child, to));
      case "delete":
        return this.#delete(children[0]!);
      case "global":
      case "nonlocal":
        return text.split(",").forEach((name) => void this.#elsewhere.add(name));
      default:
        return children.forEach((child) => this.#visit(child, to));
    }
  }

  #delete(target: Node): void {
    if (target.kind === "name")
      this.#deleted.set(target.text, Math.min(target.end, this.#deleted.get(target.text) ?? Infinity));
    else if (["tuple", "list", "group"].includes(target.kind)) target.children.forEach((child) => this.#delete(child));
  }
}
