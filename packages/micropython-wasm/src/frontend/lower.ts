// Rewrites syntax that MicroPython lacks, in place: every line keeps its number. What the new text calls is in packages/stdlib/lib/_lowered.py.

import { asksFunctions, describeFunction, placeOfCode, placeOfDescription } from "./describeFunction.js";
import { blank, Edits, missingLines, newlines } from "./edits.js";
import { LocalNames, readsNameErrors, seesLocals } from "./localNames.js";
import { lowerAsync, waits } from "./lowerAsync.js";
import { canLower, hasExceptStar, lowerExceptStar } from "./lowerExceptStar.js";
import { lowerMatch } from "./lowerMatch.js";
import { lowerStrings } from "./lowerStrings.js";
import type {
  Annotated,
  Callable,
  ClassDefinition,
  FunctionDefinition,
  Lambda,
  Match,
  Node,
  Parameter,
  Strings,
  Try,
  TypeParameters,
  With,
} from "./nodes.js";
import type { Parsed } from "./parse.js";
import { pythonString } from "./pythonString.js";
import { SyntaxProblem } from "./syntaxProblem.js";
import type { Token } from "./tokenizer.js";

/** The source as MicroPython compiles it, or as it is where there is nothing to lower. */
export function lower(parsed: Parsed): string {
  return new Lowering(parsed).run();
}

/** What names of positional-only parameters begin with. */
const HIDDEN = "_only___";

/** What the walk is in. */
interface Scope {
  kind: "module" | "class" | "function";
  /** What `__qualname__` of a function in it begins with. */
  path: string;
  /** The innermost class's name without leading underscores, which private names get. */
  className: string;
  /** class: whether `__annotations__` has been made. */
  annotated: boolean;
  /** class: its annotations are texts, since they name its type parameters. */
  generic: boolean;
  /** function: its `yield` gives a value to `async for`. */
  asyncGenerator: boolean;
  /** function: its names, where source asks for them. */
  locals: LocalNames | undefined;
}

export class Lowering {
  readonly source: string;
  readonly edits: Edits;
  readonly #parsed: Parsed;
  readonly #lazyAnnotations: boolean;
  readonly #describes: boolean;
  readonly #readsNameErrors: boolean;
  readonly #seesLocals: boolean;
  /** Expressions along with which a constant is to be evaluated: see describeFunction.ts. */
  readonly #constants = new Map<Node, string>();
  readonly #hidden = new Set<Parameter>();
  #scope: Scope = {
    kind: "module",
    path: "",
    className: "",
    annotated: false,
    generic: false,
    asyncGenerator: false,
    locals: undefined,
  };
  #temporaries = 0;
  #insideLambda = false;

  constructor(parsed: Parsed) {
    this.source = parsed.source;
    this.#parsed = parsed;
    this.edits = new Edits(parsed.source);
    this.#describes = asksFunctions(parsed.source);
    this.#readsNameErrors = readsNameErrors(parsed.source);
    this.#seesLocals = seesLocals(parsed.source);
    this.#lazyAnnotations = parsed.tree.children.some(
      ({ kind, text }) => kind === "import" && /^from __future__,(?:.*,)?annotations\b/.test(text),
    );
  }

  run(): string {
    if (this.source.startsWith("\ufeff")) this.edits.replace(0, 1, "");
    const { tokens, tree } = this.#parsed;
    this.lower(tree);
    tokens.forEach((token, index) => this.#token(token, tokens[index + 1]));
    return this.edits.whole();
  }

  /** The name of a variable that no program has. */
  temporary(): string {
    return `__t${this.#temporaries++}__`;
  }

  /** A name that is bound, as it is called in this place. */
  name(name: string): string {
    return isPrivate(name) && this.#scope.className !== "" ? `_${this.#scope.className}${name}` : name;
  }

  /** The new text of a node, whose changes are taken back. */
  text(node: { start: number; end: number }, visit = (): void => this.lower(node as Node)): string {
    const { mark } = this.edits;
    visit();
    const text = this.edits.render(mark, node.start, node.end);
    this.edits.forget(mark);
    return text;
  }

  #token(token: Token, next: Token | undefined): void {
    if (token.kind === "number" && next?.kind === "name" && next.start === token.end) this.edits.insert(token.end, " ");
    if (token.kind === "name" && token.end - token.start !== token.text.length)
      this.edits.replace(token.start, token.end, token.text);
  }

  all(nodes: readonly Node[]): void {
    for (const node of nodes) this.lower(node);
  }

  lower(node: Node): void {
    const constant = this.#constants.get(node);
    if (constant === undefined) return this.#lower(node);
    this.edits.insert(node.start, `(${constant}, (`);
    this.#lower(node);
    this.edits.insert(node.end, "))[-1]");
  }

  #lower(node: Node): void {
    switch (node.kind) {
      case "tuple":
      case "list":
      case "set":
        return this.#display(node);
      case "dict":
        return this.#dict(node);
      case "call":
        return this.#call(node);
      case "name":
        return this.#name(node);
      case "walrus":
        this.target(node.children[0]!);
        return this.lower(node.children[1]!);
      case "attribute":
        return this.#attribute(node);
      case "keyword":
        this.#private({ start: node.start, end: node.start + node.text.length }, node.text);
        return this.all(node.children);
      case "subscript":
        return this.#subscript(node);
      case "lambda":
        return this.#lambda(node as Lambda);
      case "strings":
        return lowerStrings(this, node as Strings);
      case "comprehension":
        if (!waits(node)) return this.all(node.children);
        if (node.text === "generator")
          lacks("a generator expression that waits", "write an async def with yield, or a list", node);
        return lowerAsync(this, node);
      case "try":
        if (!hasExceptStar(node)) return this.all(node.children);
        if (!canLower(node as Try))
          lacks("return, break or continue in a try with except* and finally", "nest two try statements", node);
        return lowerExceptStar(this, node as Try);
      case "await":
        return this.#await(node);
      case "yield":
        return this.#yield(node);
      case "clause":
        if (node.text !== "if") this.target(node.children[0]!);
        return this.lower(node.children.at(-1)!);
      case "assign":
        node.children.slice(0, -1).forEach((target) => this.target(target));
        return this.lower(node.children.at(-1)!);
      case "augmented":
        this.#checkBound(node);
        this.target(node.children[0]!);
        return this.lower(node.children[1]!);
      case "annotated":
        return this.#annotated(node as Annotated);
      case "delete":
        return this.#delete(node.children[0]!);
      case "for":
        this.target(node.children[0]!);
        if (node.text === "async") this.edits.insert(node.children[1]!.start, "__async_iterable__(");
        this.lower(node.children[1]!);
        if (node.text === "async") this.edits.insert(node.children[1]!.end, ")");
        return this.all(node.children.slice(2));
      case "with":
        return this.#with(node as With);
      case "function":
        return this.#function(node as FunctionDefinition);
      case "class":
        return this.#class(node as ClassDefinition);
      case "match":
        return lowerMatch(this, node as Match);
      case "type":
        return this.#type(node);
      case "import":
        return this.#import(node);
      case "global":
      case "nonlocal":
        return this.#names(node);
      default:
        return this.all(node.children);
    }
  }

  /** What is assigned to: stars in it are no unpacking. */
  target(node: Node): void {
    if (node.kind === "tuple" || node.kind === "list" || node.kind === "group" || node.kind === "star")
      for (const child of node.children) this.target(child);
    else if (node.kind === "name") this.#private(node, node.text);
    else this.lower(node);
  }

  // Local names

  #name(node: Node): void {
    if (this.#mayBeUnbound(node)) this.edits.replace(node.start, node.end, this.#bound(node));
    else this.#private(node, node.text);
  }

  #mayBeUnbound({ kind, text, start }: Node): boolean {
    return this.#readsNameErrors && kind === "name" && (this.#scope.locals?.mayBeUnbound(text, start) ?? false);
  }

  /** Before `x += 1`, where that was not done already. */
  #checkBound({ start, children }: Node): void {
    if (!this.#mayBeUnbound(children[0]!)) return;
    const text = `${this.#bound(children[0]!)}; `;
    if (!this.source.slice(0, start).endsWith(text)) this.edits.insert(start, text);
  }

  /** Gives the value of a local name, or raises an error that tells it. */
  #bound({ text }: Node): string {
    const name = this.name(text);
    return `__local__(${name}=lambda: ${name})`;
  }

  #functionLocals(node: Callable): LocalNames | undefined {
    return this.#readsNameErrors || this.#seesLocals ? new LocalNames(this.source, node) : undefined;
  }

  /** A call that sees the local names gets them with their values. Whether it is one. */
  #localsCall(node: Node): boolean {
    const { locals } = this.#scope;
    const [target, ...items] = node.children;
    if (!this.#seesLocals || locals === undefined || target!.kind !== "name" || locals.names.includes(target!.text))
      return false;
    const names = locals.names.map((name) => `${this.name(name)}=lambda: ${this.name(name)}`).join(", ");
    if (items.length === 0 && ["locals", "vars", "dir"].includes(target!.text)) {
      const all = `__locals__(${names})`;
      const lines = blank(this.source, node);
      this.edits.replace(node.start, node.end, target!.text === "dir" ? `sorted(${all}${lines})` : `(${all}${lines})`);
      return true;
    }
    if (items.length !== 1 || !["eval", "exec"].includes(target!.text) || items[0]!.kind.endsWith("star")) return false;
    this.lower(items[0]!);
    this.edits.insert(items[0]!.end, `, globals(), __locals__(${names})`);
    return true;
  }

  /** How an expression waits where the walk is. */
  get wait(): string {
    return this.#insideLambda ? "yield from" : "await";
  }

  /** Visits what will be the body of a lambda of ours, where `await` is not allowed. */
  insideLambda<T>(visit: () => T): T {
    const outer = this.#insideLambda;
    this.#insideLambda = true;
    const result = visit();
    this.#insideLambda = outer;
    return result;
  }

  /** What an asynchronous generator yields is wrapped: all else that comes out of it is for the event loop. */
  #yield(node: Node): void {
    const [value] = node.children;
    if (!this.#scope.asyncGenerator) return this.all(node.children);
    if (value === undefined) return this.edits.insert(node.end, " __async_value__(None)");
    this.edits.insert(value.start, "__async_value__((");
    this.lower(value);
    this.edits.insert(value.end, "))");
  }

  #await(node: Node): void {
    if (this.#insideLambda) {
      this.edits.replace(node.start, node.start + "await".length, "(yield from");
      this.all(node.children);
      this.edits.insert(node.end, ")");
    } else this.all(node.children);
  }

  // Displays and calls

  #display(node: Node): void {
    if (!node.children.some(({ kind }) => kind === "star")) return this.all(node.children);
    const bare = node.kind === "tuple" && node.children[0]!.start === node.start;
    const name = `__unpack_${node.kind}__`;
    if (bare) this.edits.insert(node.start, `${name}([`);
    else this.edits.replace(node.start, node.start + 1, `${name}([`);
    this.#parts(node.children, ["[", "]"]);
    if (bare) this.edits.insert(node.end, "])");
    else this.edits.replace(node.end - 1, node.end, "])");
  }

  /** `*a, 1, 2, *b` becomes `a, [1, 2], b`. */
  #parts(items: readonly Node[], [open, close]: readonly [string, string]): void {
    items.forEach((item, index) => {
      const unpacked = item.kind === "star" || item.kind === "doublestar";
      if (unpacked) {
        const value = item.children[0]!;
        this.edits.replace(item.start, item.start + (item.kind === "star" ? 1 : 2), "");
        this.lower(value);
        return;
      }
      const isUnpacked = (other: Node | undefined): boolean =>
        other === undefined || other.kind === "star" || other.kind === "doublestar";
      if (isUnpacked(items[index - 1])) this.edits.insert(item.start, open);
      if (item.kind === "slice") this.#slice(item);
      else this.lower(item);
      if (isUnpacked(items[index + 1])) this.edits.insert(item.end, close);
    });
  }

  #slice(node: Node): void {
    const given = node.children.map((child) => this.text(child));
    const parts = node.text.split(":").map((part) => (part === "" ? "None" : given.shift()!));
    this.edits.replace(node.start, node.end, `slice(${parts.join(", ")})`);
  }

  #dict(node: Node): void {
    if (!node.children.some(({ kind }) => kind === "doublestar")) return this.all(node.children);
    this.edits.replace(node.start, node.start + 1, "__unpack_dict__([");
    this.#parts(node.children, ["{", "}"]);
    this.edits.replace(node.end - 1, node.end, "])");
  }

  /** MicroPython takes the stars before the keywords only. */
  #call(node: Node): void {
    if (this.#localsCall(node)) return;
    const [target, ...items] = node.children;
    this.lower(target!);
    const firstKeyword = items.findIndex(({ kind }) => kind === "keyword");
    const late = items.filter(({ kind }, index) => kind === "star" && firstKeyword >= 0 && index > firstKeyword);
    if (late.length === 0) return this.all(items);
    const from = items[firstKeyword]!;
    const last = items.at(-1)!;
    const rest = items.slice(firstKeyword);
    const sorted = [...late, ...rest.filter((item) => !late.includes(item))];
    const text = sorted.map((item) => this.text(item)).join(", ");
    const lines = newlines(this.source.slice(from.start, last.end)) - newlines(text);
    this.edits.replace(from.start, last.end, text + "\n".repeat(Math.max(0, lines)));
  }

  #subscript(node: Node): void {
    const [value, index] = node.children as [Node, Node];
    this.lower(value);
    if (index.kind !== "star") return this.lower(index);
    this.edits.replace(index.start, index.start + 1, "__unpack_tuple__([");
    this.lower(index.children[0]!);
    this.edits.insert(index.end, "])");
  }

  #attribute(node: Node): void {
    const value = node.children[0]!;
    if (value.kind === "number") {
      this.edits.insert(value.start, "(");
      this.edits.insert(value.end, ")");
    } else this.lower(value);
    this.#private({ start: node.end - node.text.length, end: node.end }, node.text);
  }

  /** `__x` in a class is `_Class__x`. */
  #private({ start, end }: { start: number; end: number }, name: string): void {
    const known = this.name(name);
    if (known !== name) this.edits.replace(start, end, known);
  }

  #names(node: Node): void {
    if (this.#scope.className === "") return;
    const names = /[^\W\d]\w*/g;
    names.lastIndex = node.start + node.kind.length;
    for (let found = names.exec(this.source); found !== null && found.index < node.end; found = names.exec(this.source))
      this.#private({ start: found.index, end: names.lastIndex }, found[0]);
  }

  #delete(target: Node): void {
    if (target.kind === "list" && target.children.length > 0) {
      this.edits.replace(target.start, target.start + 1, "(");
      this.target(target);
      this.edits.replace(target.end - 1, target.end, ")");
    } else this.target(target);
  }

  #import(node: Node): void {
    if (node.text.startsWith("from __future__,"))
      this.edits.replace(node.start, node.end, `pass${blank(this.source, node)}`);
    else this.#names(node);
  }

  // Functions and classes

  #parameters({ parameters, slash }: Callable): void {
    parameters.forEach((parameter, index) => {
      this.#parameter(parameter);
      const next = parameters[index + 1];
      if (slash === undefined || slash.start < parameter.start || (next !== undefined && slash.start > next.start))
        return;
      const comma = /\s*,/y;
      comma.lastIndex = slash.end;
      const end = comma.test(this.source) ? comma.lastIndex : slash.end;
      this.edits.replace(slash.start, end, blank(this.source, { start: slash.start, end }));
    });
  }

  #parameter(parameter: Parameter): void {
    const start = parameter.start + parameter.star.length;
    if (this.#hidden.has(parameter)) this.edits.insert(start, HIDDEN);
    else this.#private({ start, end: start + parameter.name.length }, parameter.name);
    this.all(parameter.children);
  }

  #lambda(node: Lambda): void {
    this.#parameters(node);
    this.#within({ kind: "function", locals: this.#functionLocals(node) }, () => this.lower(node.body));
  }

  #within(scope: Partial<Scope>, visit: () => void): void {
    const outer = this.#scope;
    this.#scope = { ...outer, annotated: false, generic: false, asyncGenerator: false, locals: undefined, ...scope };
    visit();
    this.#scope = outer;
  }

  #function(node: FunctionDefinition): void {
    const asyncGenerator = node.isAsync && yields(node.body);
    if (asyncGenerator) this.#markAsyncGenerator(node);
    else this.#decorators(node.decorators);
    const name = /def\s+/y;
    name.lastIndex = this.source.indexOf("def", node.header);
    if (name.test(this.source))
      this.#private({ start: name.lastIndex, end: name.lastIndex + node.text.length }, node.text);
    this.#withoutTypes(node.typeParameters);
    const hidden = this.#hidePositionalOnly(node);
    this.#parameters(node);
    if (node.returns !== undefined) this.lower(node.returns);
    if (this.#describes) this.#describe(node);
    this.#giveNames(node, hidden);
    const path = `${this.#scope.path}${node.text}.<locals>.`;
    const locals = this.#functionLocals(node);
    this.#within({ kind: "function", path, asyncGenerator, locals }, () => this.lower(node.body));
  }

  /** Positional-only parameters get other names, so that no keyword finds them; errors leave out what is added (overlay/errors/formatted.ts). The body begins by giving them theirs. */
  #hidePositionalOnly({ parameters, positionalOnly, body }: FunctionDefinition): Parameter[] {
    const place = positionalOnly === 0 ? undefined : placeOfCode(this.source, body);
    const names = parameters.slice(0, positionalOnly).filter(({ name }) => !name.startsWith("__"));
    if (place === undefined) return [];
    for (const parameter of names) this.#hidden.add(parameter);
    return names;
  }

  #giveNames({ body }: FunctionDefinition, hidden: readonly Parameter[]): void {
    if (hidden.length === 0) return;
    const { kind, node } = placeOfCode(this.source, body)!;
    if (kind === "statement") {
      this.edits.insert(node.start, hidden.map(({ name }) => `${name} = ${HIDDEN}${name}; `).join(""));
      return;
    }
    const names = hidden.map(({ name }) => `${name} := ${HIDDEN}${name}`).join(", ");
    const constant = this.#constants.get(node);
    this.#constants.set(node, constant === undefined ? `[${names}]` : `${constant}, [${names}]`);
  }

  #describe(node: FunctionDefinition): void {
    const place = placeOfDescription(this.source, node.body);
    if (place === undefined) return;
    const path = this.#scope.path + node.text;
    const [before, behind] = describeFunction(this.source, node, path, this.#lazyAnnotations);
    const { start, end } = place.node;
    if (place.kind === "docstring") {
      this.edits.insert(start, `__doc__ = ${before}(`);
      this.edits.insert(end, `)${behind}`);
    } else if (place.kind === "statement") this.edits.insert(start, `__doc__ = ${before}None${behind}; `);
    else this.#constants.set(place.node, `${before}None${behind}`);
  }

  /** A decorator more, where there is a place for it: around the last, or in the line above if that is blank. `async for` knows those without. */
  #markAsyncGenerator({ decorators, header }: FunctionDefinition): void {
    const last = decorators.at(-1);
    this.#decorators(decorators.slice(0, -1));
    if (last !== undefined) {
      this.edits.insert(last.start, "__decorator__(lambda __f__: (");
      this.lower(last);
      this.edits.insert(last.end, ")(__async_generator__(__f__)))");
      return;
    }
    const line = this.source.lastIndexOf("\n", header - 1) + 1;
    const above = /(?:^|\n)([ \t]*(?:#[^\n]*)?\r?\n)$/.exec(this.source.slice(Math.max(0, line - 1_000), line))?.[1];
    if (above === undefined) return;
    const indentation = this.source.slice(line, header);
    this.edits.replace(line - above.length, line - 1, `${indentation}@__async_generator__`);
  }

  #class(node: ClassDefinition): void {
    this.#decorators(node.decorators);
    this.#withoutTypes(node.typeParameters);
    this.all(node.children.slice(node.decorators.length, -1));
    const className = node.text.replace(/^_+/, "");
    const path = `${this.#scope.path}${node.text}.`;
    this.#within({ kind: "class", path, className, generic: node.typeParameters !== undefined }, () =>
      this.lower(node.body),
    );
  }

  #withoutTypes(parameters: TypeParameters | undefined): void {
    if (parameters !== undefined) this.edits.replace(parameters.start, parameters.end, blank(this.source, parameters));
  }

  /** MicroPython's are names with dots, perhaps called. */
  #decorators(decorators: readonly Node[]): void {
    for (const decorator of decorators) {
      const callee = decorator.kind === "call" ? decorator.children[0]! : decorator;
      const plain = isDotted(callee);
      if (!plain) this.edits.insert(decorator.start, "__decorator__(");
      this.lower(decorator);
      if (!plain) this.edits.insert(decorator.end, ")");
    }
  }

  // Annotations

  /** In a class, `x: int = 1` becomes `x = 1; __annotations__["x"] = int`. */
  #annotated(node: Annotated): void {
    const { target, annotation, value } = node;
    if (this.#scope.kind !== "class" || target.kind !== "name") {
      this.target(target);
      this.lower(annotation);
      if (value !== undefined) this.lower(value);
      return;
    }
    const name = this.text(target);
    const begin = this.#scope.annotated ? "" : "__annotations__ = {}; ";
    this.#scope.annotated = true;
    const assign = value === undefined ? "" : `${name} = ${this.text(value)}; `;
    const store = `__annotations__["${name}"] = ${this.#annotation(annotation)}`;
    const text = begin + assign + store;
    this.edits.replace(node.start, node.end, text + missingLines(this.source.slice(node.start, node.end), text));
  }

  #annotation(node: Node): string {
    const written = this.source.slice(node.start, node.end);
    if (this.#lazyAnnotations || this.#scope.generic) return pythonString(written);
    const text = this.text(node);
    // a name fails as in CPython; what needs more than MicroPython has must not end the program
    return /^[\w.]+$/.test(text) || node.kind === "strings"
      ? text
      : `__annotation__(lambda: (${text}), ${pythonString(written)})`;
  }

  #type(node: Node): void {
    const [value] = node.children as [Node];
    const name = node as Node & { nameStart: number; typeParameters: TypeParameters | undefined };
    this.edits.replace(node.start, name.nameStart, "");
    this.#withoutTypes(name.typeParameters);
    this.edits.insert(value.start, "__type_alias__(lambda: (");
    this.lower(value);
    this.edits.insert(value.end, "))");
  }

  // with

  #with(node: With): void {
    const { parentheses, trailingComma } = node;
    if (parentheses === undefined) return this.#withParts(node);
    const [open, close] = parentheses;
    this.edits.replace(open.start, open.end, " ");
    this.#continueLines(open.end, node.children[0]!.start);
    node.children.slice(0, -1).forEach((child, index, items) => {
      this.#withItem(node, index);
      const next = items[index + 1]?.start ?? trailingComma?.start ?? close.start;
      this.#continueLines(child.end, next);
    });
    if (trailingComma !== undefined) {
      this.edits.replace(trailingComma.start, trailingComma.end, "");
      this.#continueLines(trailingComma.end, close.start);
    }
    this.edits.replace(close.start, close.end, "");
    this.lower(node.children.at(-1)!);
  }

  #withParts(node: With): void {
    node.children.forEach((_, index) => this.#withItem(node, index));
  }

  /** An expression, the target behind its `as`, or the block. */
  #withItem(node: With, index: number): void {
    const child = node.children[index]!;
    const before = index === 0 ? "" : this.source.slice(node.children[index - 1]!.end, child.start);
    if (/\bas\s*$/.test(before)) this.target(child);
    else this.lower(child);
  }

  /** Lines end with a backslash where no bracket is open; comments go. */
  #continueLines(start: number, end: number): void {
    const line = /[ \t]*(?:#[^\r\n]*)?(\r\n?|\n)/g;
    line.lastIndex = start;
    for (let found = line.exec(this.source); found !== null && line.lastIndex <= end; found = line.exec(this.source))
      this.edits.replace(found.index, line.lastIndex, ` \\${found[1]}`);
  }
}

/** @throws {SyntaxProblem} that names what cannot be lowered, and what to write instead. */
function lacks(what: string, instead: string, { start }: Node): never {
  throw new SyntaxProblem(`${what} is not available in this sandbox: ${instead}`, start, start);
}

/** Whether a function's body yields, not counting the functions in it. */
function yields(node: Node): boolean {
  if (node.kind === "function" || node.kind === "lambda" || node.kind === "class") return false;
  return node.kind === "yield" || node.children.some(yields);
}

function isPrivate(name: string): boolean {
  return name.startsWith("__") && !name.endsWith("__");
}

function isDotted(node: Node): boolean {
  return node.kind === "name" || (node.kind === "attribute" && isDotted(node.children[0]!));
}
