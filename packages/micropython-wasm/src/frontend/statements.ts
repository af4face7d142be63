// Statements, with CPython 3.11's messages.

import { isAugmented, KEYWORDS, MEANT_COMPARISON } from "./expressions.js";
import { PatternParser } from "./patterns.js";
import { describe, invalidTarget } from "./targets.js";
import type {
  Annotated,
  Block,
  Case,
  ClassDefinition,
  FunctionDefinition,
  Handler,
  Match,
  Node,
  StatementKind,
  Try,
  TypeParameters,
  With,
} from "./nodes.js";
import { lineOf, type Token } from "./tokenizer.js";
import { SyntaxProblem } from "./syntaxProblem.js";

export class Parser extends PatternParser {
  file(): Block {
    const statements: Node[] = [];
    while (this.peek().kind !== "end") {
      if (this.peek().kind === "newline") this.next();
      else statements.push(...this.#statement());
    }
    return { ...this.statement("block", 0, statements), kind: "block", end: this.source.length, indented: true };
  }

  /** What `eval` takes. */
  expressionFile(): Node {
    const value = this.starExpressions();
    while (this.peek().kind === "newline") this.next();
    if (this.peek().kind !== "end") this.invalid();
    return value;
  }

  statement(kind: StatementKind, start: number, children: Node[], text = ""): Node {
    return { kind, start, end: this.previous().end, text, children };
  }

  #statement(): Node[] {
    const token = this.peek();
    if (token.kind === "name") {
      const compound = this.#compound(token);
      if (compound !== undefined) return [compound];
    } else if (this.is("@")) return [this.#decorated()];
    return this.#simpleLine();
  }

  #compound(token: Token): Node | undefined {
    switch (token.text) {
      case "if":
        return this.#if();
      case "while":
        return this.#while();
      case "for":
        return this.#for(token.start);
      case "try":
        return this.#try();
      case "with":
        return this.#with(token.start);
      case "def":
        return this.#function(token.start, [], false);
      case "class":
        return this.#class(token.start, []);
      case "async":
        return this.#async([]);
      case "match":
        return this.#isMatch() ? this.#match() : undefined;
      default:
        return undefined;
    }
  }

  #simpleLine(): Node[] {
    const statements = [this.#simple()];
    while (this.take(";")) {
      if (this.peek().kind === "newline") break;
      statements.push(this.#simple());
    }
    if (this.peek().kind !== "newline") this.#notAnEnd(statements.at(-1)!);
    this.next();
    return statements;
  }

  #notAnEnd(last: Node): never {
    const name = last.kind === "expression" ? last.children[0]! : undefined;
    if (name?.kind === "name" && (name.text === "print" || name.text === "exec")) {
      const value = this.attempt(() => this.starExpressions());
      if (value !== undefined)
        this.fail(`Missing parentheses in call to '${name.text}'. Did you mean ${name.text}(...)?`, name, value);
    }
    this.invalid();
  }

  #simple(): Node {
    const token = this.peek();
    const { start } = token;
    if (token.kind === "name") {
      switch (token.text) {
        case "pass":
        case "break":
        case "continue":
          this.next();
          return this.statement(token.text, start, []);
        case "return":
          this.next();
          return this.statement("return", start, this.endsList() ? [] : [this.starExpressions()]);
        case "raise":
          return this.#raise();
        case "global":
        case "nonlocal":
          return this.#names(token.text);
        case "del":
          return this.#delete();
        case "assert":
          return this.#assert();
        case "import":
          return this.#import();
        case "from":
          return this.#from();
        case "type":
          if (this.peek(1).kind === "name" && !KEYWORDS.has(this.peek(1).text)) return this.#type();
          break;
        default:
      }
    }
    return this.#assignment();
  }

  #assignment(): Node {
    const { start } = this.peek();
    const first = this.anyExpressions();
    if (this.is(":")) return this.#annotated(first);
    if (this.is(":=") && first.kind !== "name" && first.kind !== "tuple")
      this.fail(`cannot use assignment expressions with ${describe(first)}`, first, first);
    const token = this.peek();
    if (token.kind === "op" && isAugmented(token.text)) {
      if (!["name", "attribute", "subscript"].includes(ungrouped(first).kind))
        this.fail(`'${describe(first)}' is an illegal expression for augmented assignment`, first, first);
      this.next();
      return this.statement("augmented", start, [first, this.anyExpressions()], token.text);
    }
    if (!this.is("=")) {
      if (first.kind === "star") this.fail("can't use starred expression here", first, first);
      return this.statement("expression", start, [first]);
    }
    const parts = [first];
    while (this.take("=")) parts.push(this.anyExpressions());
    for (const target of parts.slice(0, -1)) this.#checkTarget(target, parts.length === 2);
    const starred = parts.find((part) => part.kind === "star");
    if (starred !== undefined) {
      const isTarget = starred !== parts.at(-1);
      this.fail(
        isTarget ? "starred assignment target must be in a list or tuple" : "can't use starred expression here",
        starred,
        starred,
      );
    }
    return this.statement("assign", start, parts);
  }

  #checkTarget(target: Node, alone: boolean): void {
    const wrong = invalidTarget(target, "assign");
    if (wrong === undefined) return;
    if (wrong === target && (wrong.kind === "yield" || wrong.kind === "yieldfrom"))
      this.fail("assignment to yield expression not possible", target, target);
    const bareTuple = target.kind === "tuple" && target.children[0]!.start === target.start;
    const last = bareTuple ? target.children.at(-1)! : target;
    const hint = alone && ungrouped(last) === wrong && mayBeComparison(wrong, last) ? MEANT_COMPARISON : "";
    this.fail(`cannot assign to ${describe(wrong)}${hint}`, wrong, wrong);
  }

  #annotated(target: Node): Node {
    if (this.peek(1).kind === "newline") {
      this.next();
      this.invalid();
    }
    const inner = ungrouped(target);
    if (inner.kind === "tuple" || inner.kind === "list")
      this.fail(`only single target (not ${inner.kind}) can be annotated`, target, target);
    if (!["name", "attribute", "subscript"].includes(inner.kind)) {
      if (target.kind === "name") this.invalid();
      this.fail("illegal target for annotation", target, target);
    }
    this.next();
    const annotation = this.expression();
    const value = this.take("=") ? this.anyExpressions() : undefined;
    const children = value === undefined ? [target, annotation] : [target, annotation, value];
    return { ...this.statement("annotated", target.start, children), target, annotation, value } as Annotated;
  }

  #raise(): Node {
    const { start } = this.next();
    const children: Node[] = [];
    if (!this.endsList()) {
      children.push(this.expression());
      if (this.takeName("from")) children.push(this.expression());
    }
    return this.statement("raise", start, children);
  }

  #names(kind: "global" | "nonlocal"): Node {
    const { start } = this.next();
    const names = [this.identifier().text];
    while (this.take(",")) names.push(this.identifier().text);
    return this.statement(kind, start, [], names.join(","));
  }

  #delete(): Node {
    const { start } = this.next();
    const target = this.starExpressions();
    const wrong = invalidTarget(target, "delete");
    if (wrong !== undefined) this.fail(`cannot delete ${describe(wrong)}`, wrong, wrong);
    return this.statement("delete", start, [target]);
  }

  #assert(): Node {
    const { start } = this.next();
    const children = [this.expression()];
    if (this.take(",")) children.push(this.expression());
    if (this.is("=")) {
      const wrong = children.at(-1)!;
      if (wrong.kind !== "name")
        this.fail(`cannot assign to ${describe(wrong)} here. Maybe you meant '==' instead of '='?`, wrong, wrong);
    }
    return this.statement("assert", start, children);
  }

  #dotted(): string {
    let name = this.identifier().text;
    while (this.take(".")) name += `.${this.identifier().text}`;
    return name;
  }

  #import(): Node {
    const { start } = this.next();
    const names: string[] = [];
    do {
      const name = this.#dotted();
      names.push(this.takeName("as") ? this.identifier().text : name.split(".")[0]!);
    } while (this.take(","));
    return this.statement("import", start, [], names.join(","));
  }

  #from(): Node {
    const { start } = this.next();
    let dots = 0;
    while (this.is(".") || this.is("...")) dots += this.next().text.length;
    const module = dots > 0 && this.isName("import") ? "" : this.#dotted();
    if (!this.takeName("import")) this.invalid();
    if (this.take("*")) return this.statement("import", start, []);
    const open = this.take("(");
    const names: string[] = [];
    for (;;) {
      const { text } = this.identifier();
      names.push(this.takeName("as") ? this.identifier().text : text);
      if (!this.take(",")) break;
      if (open !== undefined && this.is(")")) break;
      if (open === undefined && this.peek().kind === "newline") {
        const { start: at } = this.peek();
        throw new SyntaxProblem("trailing comma not allowed without surrounding parentheses", at, at);
      }
    }
    if (open !== undefined) this.expect(")");
    return this.statement(
      "import",
      start,
      [],
      module === "__future__" ? `from __future__,${names.join(",")}` : names.join(","),
    );
  }

  #type(): Node {
    const { start } = this.next();
    const name = this.identifier();
    const parameters = this.is("[") ? this.#typeParameters() : undefined;
    this.expect("=");
    const value = this.expression();
    const node = this.statement("type", start, [value], name.text);
    return Object.assign(node, { typeParameters: parameters, nameStart: name.start });
  }

  #typeParameters(): TypeParameters {
    const { start } = this.next();
    const names: string[] = [];
    while (!this.is("]")) {
      if (!this.take("*")) this.take("**");
      names.push(this.identifier().text);
      if (this.take(":")) this.expression();
      if (!this.take(",")) break;
    }
    this.expect("]");
    return { start, end: this.previous().end, names };
  }

  // Compound statements.

  /** The colon of `what`; `forced` where CPython says that it is missing whatever stands there. */
  #colon(forced: boolean): Token {
    if (this.is(":")) return this.next();
    const token = this.peek();
    if (forced || token.kind === "newline") {
      throw new SyntaxProblem("expected ':'", token.start, token.kind === "newline" ? token.start + 1 : token.end);
    }
    return this.invalid();
  }

  /** A block behind its colon. `what` is "'if' statement", `start` where that begins. */
  block(what: string, start: number): Block {
    const from = this.peek().start;
    if (this.peek().kind !== "newline") {
      if (this.#startsCompound()) this.invalid();
      const statements = this.#simpleLine();
      return { ...this.statement("block", from, statements), kind: "block", indented: false };
    }
    this.next();
    if (this.peek().kind !== "indent") {
      const { start: at, end } = this.peek();
      const line = lineOf(this.source, start);
      throw new SyntaxProblem(`expected an indented block after ${what} on line ${line}`, at, end, "IndentationError");
    }
    this.next();
    const statements: Node[] = [];
    while (this.peek().kind !== "dedent" && this.peek().kind !== "end") statements.push(...this.#statement());
    this.next();
    return {
      ...this.statement("block", statements[0]?.start ?? from, statements),
      kind: "block",
      end: statements.at(-1)?.end ?? from,
      indented: true,
    };
  }

  #startsCompound(): boolean {
    const { kind, text } = this.peek();
    if (kind === "name") return ["if", "while", "for", "try", "with", "def", "class", "async"].includes(text);
    return kind === "op" && text === "@";
  }

  #if(): Node {
    const { start } = this.next();
    const children = [this.namedExpression()];
    this.#colon(false);
    children.push(this.block("'if' statement", start));
    while (this.isName("elif")) {
      const at = this.next().start;
      children.push(this.namedExpression());
      this.#colon(false);
      children.push(this.block("'elif' statement", at));
    }
    children.push(...this.#else());
    return this.#whole("if", start, children);
  }

  #whole(kind: StatementKind, start: number, children: Node[]): Node {
    return { kind, start, end: children.at(-1)!.end, text: "", children };
  }

  #else(): Block[] {
    const token = this.takeName("else");
    if (token === undefined) return [];
    this.#colon(true);
    return [this.block("'else' statement", token.start)];
  }

  #while(): Node {
    const { start } = this.next();
    const condition = this.namedExpression();
    this.#colon(false);
    const body = this.block("'while' statement", start);
    return this.#whole("while", start, [condition, body, ...this.#else()]);
  }

  #for(start: number): Node {
    const at = this.next().start;
    const target = this.targets();
    if (!this.takeName("in")) this.invalid();
    const iterable = this.starExpressions();
    this.#colon(false);
    const body = this.block("'for' statement", at);
    return this.#whole("for", start, [target, iterable, body, ...this.#else()]);
  }

  #async(decorators: Node[]): Node {
    const { start } = this.next();
    if (this.isName("def")) return this.#function(decorators[0]?.start ?? start, decorators, true, start);
    if (decorators.length > 0) this.invalid();
    if (this.isName("for")) return { ...this.#for(start), text: "async" };
    if (this.isName("with")) return { ...this.#with(start), text: "async" };
    return this.invalid();
  }

  #decorated(): Node {
    const { start } = this.peek();
    const decorators: Node[] = [];
    while (this.take("@")) {
      decorators.push(this.namedExpression());
      if (this.peek().kind !== "newline") this.invalid();
      this.next();
    }
    if (this.isName("def")) return this.#function(start, decorators, false);
    if (this.isName("class")) return this.#class(start, decorators);
    if (this.isName("async")) return this.#async(decorators);
    return this.invalid();
  }

  #function(start: number, decorators: Node[], isAsync: boolean, header = this.peek().start): Node {
    const at = this.next().start;
    const name = this.identifier();
    const typeParameters = this.is("[") ? this.#typeParameters() : undefined;
    if (!this.is("(")) {
      const token = this.peek();
      throw new SyntaxProblem("expected '('", token.start, token.kind === "newline" ? token.start + 1 : token.end);
    }
    this.next();
    const callable = this.parameters(")", true);
    this.expectClose(")");
    const arrow = this.take("->");
    if (arrow !== undefined && this.is(":")) this.fail("expected ':'", arrow, arrow);
    const returns = arrow === undefined ? undefined : this.expression();
    this.#colon(true);
    const body = this.block("function definition", at);
    const children = [...decorators, ...callable.parameters, ...(returns === undefined ? [] : [returns]), body];
    const node = this.#whole("function", start, children);
    const definition: FunctionDefinition = {
      ...node,
      ...callable,
      kind: "function",
      text: name.text,
      isAsync,
      decorators,
      header,
      typeParameters,
      returns,
      body,
    };
    return definition;
  }

  #class(start: number, decorators: Node[]): Node {
    const at = this.next().start;
    const name = this.identifier();
    const typeParameters = this.is("[") ? this.#typeParameters() : undefined;
    const bases: Node[] = [];
    if (this.is("(")) {
      const target: Node = { kind: "name", start: name.start, end: name.end, text: name.text, children: [] };
      bases.push(...this.call(target).children.slice(1));
    }
    this.#colon(true);
    const body = this.block("class definition", at);
    const node = this.#whole("class", start, [...decorators, ...bases, body]);
    return { ...node, text: name.text, decorators, typeParameters, body } as ClassDefinition;
  }

  #with(start: number): Node {
    const at = this.next().start;
    const grouped = this.is("(") ? this.#groupedItems() : undefined;
    const items = grouped?.items ?? this.#withItems();
    this.#colon(false);
    const body = this.block("'with' statement", at);
    const node = this.#whole("with", start, [...items, body]);
    return { ...node, parentheses: grouped?.parentheses, trailingComma: grouped?.trailingComma } as With;
  }

  #withItems(): Node[] {
    const items: Node[] = [];
    do {
      items.push(this.expression());
      if (this.takeName("as")) items.push(this.#withTarget());
    } while (this.take(","));
    return items;
  }

  #withTarget(): Node {
    const target = this.binary(5);
    const wrong = invalidTarget(target, "assign");
    if (wrong !== undefined) this.fail(`cannot assign to ${describe(wrong)}`, wrong, wrong);
    return target;
  }

  /** `(a as b, c):`, where that is no tuple or group. */
  #groupedItems(): { items: Node[]; parentheses: [Token, Token]; trailingComma: Token | undefined } | undefined {
    const from = this.at;
    const found = this.attempt(() => {
      const open = this.next();
      const items: Node[] = [];
      let trailingComma: Token | undefined;
      let named = false;
      for (;;) {
        items.push(this.expression());
        trailingComma = undefined;
        if (this.takeName("as")) {
          items.push(this.#withTarget());
          named = true;
        }
        trailingComma = this.take(",");
        if (trailingComma === undefined || this.is(")")) break;
      }
      const close = this.expect(")");
      if (!this.is(":")) return this.invalid();
      const isGroup = items.length === 1 && !named && trailingComma === undefined;
      return isGroup ? undefined : { items, parentheses: [open, close] as [Token, Token], trailingComma, at: this.at };
    });
    this.go(found?.at ?? from);
    return found;
  }

  #try(): Node {
    const { start } = this.next();
    const colon = this.#colon(true);
    const body = this.block("'try' statement", start);
    const handlers: Handler[] = [];
    while (this.isName("except")) handlers.push(this.#handler());
    const stars = handlers.filter(({ star }) => star !== undefined).length;
    if (stars > 0 && stars < handlers.length) {
      const { start: at } = handlers.find(({ star }) => (star === undefined) !== (handlers[0]!.star === undefined))!;
      throw new SyntaxProblem("cannot have both 'except' and 'except*' on the same 'try'", at, at + "except".length);
    }
    const [orElse] = handlers.length > 0 ? this.#else() : [];
    let atLast: Block | undefined;
    const token = this.takeName("finally");
    if (token !== undefined) {
      this.#colon(true);
      atLast = this.block("'finally' statement", token.start);
    }
    if (handlers.length === 0 && atLast === undefined) {
      const { start: at, end, kind } = this.peek();
      throw new SyntaxProblem("expected 'except' or 'finally' block", at, kind === "end" ? at : end);
    }
    const children = [body, ...handlers, orElse, atLast].filter((node) => node !== undefined);
    return { ...this.#whole("try", start, children), colon, handlers, orElse, atLast } as Try;
  }

  #handler(): Handler {
    const { start } = this.next();
    const star = this.take("*");
    const children: Node[] = [];
    let name = "";
    if (this.is(":")) {
      if (star !== undefined) this.fail("expected one or more exception types", this.peek(), this.peek());
    } else if (this.peek().kind !== "newline") {
      const type = this.expression();
      children.push(type);
      if (this.is(",")) {
        const from = this.at;
        this.next();
        let end: Node = type;
        while (this.peek().kind !== "newline" && !this.is(":") && !this.isName("as")) {
          end = this.expression();
          if (!this.take(",")) break;
        }
        if (this.is(":") || this.isName("as")) this.fail("multiple exception types must be parenthesized", type, end);
        this.go(from);
        this.invalid();
      }
      if (this.takeName("as")) name = this.identifier().text;
    }
    const colon = this.#colon(false);
    const what = star === undefined ? "'except' statement" : "'except*' statement";
    const body = this.block(what, start);
    children.push(body);
    return { ...this.#whole("handler", start, children), star, name, colon, body } as Handler;
  }

  // match

  /** Whether the next line begins with `case`, or this one, with its colon, can be nothing else. */
  #isMatch(): boolean {
    const { level } = this.peek();
    let ahead = 1;
    while (this.peek(ahead).kind !== "newline" || this.peek(ahead).level !== level) {
      if (this.peek(ahead).kind === "end") return false;
      ahead++;
    }
    if (this.peek(ahead + 1).kind === "indent") {
      const { kind, text } = this.peek(ahead + 2);
      return ahead > 1 && kind === "name" && text === "case";
    }
    const colon = this.peek(ahead - 1);
    if (ahead < 3 || colon.kind !== "op" || colon.text !== ":") return false;
    return this.attempt(() => (this.next(), this.starNamedExpressions(), this.is(":"))) === true;
  }

  #match(): Node {
    const { start } = this.next();
    const subject = this.starNamedExpressions();
    const colon = this.#colon(false);
    this.next();
    if (this.peek().kind !== "indent") {
      const { start: at, end } = this.peek();
      const line = lineOf(this.source, start);
      throw new SyntaxProblem(
        `expected an indented block after 'match' statement on line ${line}`,
        at,
        end,
        "IndentationError",
      );
    }
    this.next();
    const cases: Case[] = [];
    while (this.isName("case")) cases.push(this.#case());
    if (this.peek().kind !== "dedent") this.invalid();
    this.next();
    const node = this.#whole("match", start, [subject, ...cases]);
    return { ...node, subject, colon, cases } as Match;
  }

  #case(): Case {
    const { start } = this.next();
    const pattern = this.patterns();
    const guard = this.takeName("if") ? this.namedExpression() : undefined;
    const colon = this.#colon(false);
    const body = this.block("'case' statement", start);
    const node = this.#whole("case", start, guard === undefined ? [pattern, body] : [pattern, guard, body]);
    return { ...node, pattern, guard, colon, body } as Case;
  }
}

/** Whether `==` instead of `=` would make sense of what stands before it. */
function mayBeComparison(wrong: Node, target: Node): boolean {
  if (wrong.kind === "list" || wrong.kind === "tuple") return false;
  if (wrong.kind === "constant") return wrong.text === "...";
  if (wrong.kind === "comprehension") return wrong.text !== "generator";
  if (target.kind === "group") return true;
  const loose = ["lambda", "ternary", "boolean", "compare"].includes(wrong.kind);
  return !loose && !(wrong.kind === "unary" && wrong.text === "not");
}

function ungrouped(node: Node): Node {
  let inner = node;
  while (inner.kind === "group") inner = inner.children[0]!;
  return inner;
}
