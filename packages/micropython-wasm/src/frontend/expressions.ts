// Expressions: recursive descent, with CPython 3.11's messages. Bounded in depth by itself.

import { Cursor } from "./cursor.js";
import { describe, invalidTarget } from "./targets.js";
import { type FormattedField, fieldsOf } from "./formatted.js";
import type { Callable, ExpressionKind, Lambda, Node, Parameter, Strings } from "./nodes.js";
import { type Token, tokenize } from "./tokenizer.js";
import { SyntaxProblem } from "./syntaxProblem.js";

const BINARY: { readonly [operator: string]: number } = {
  or: 1,
  and: 2,
  "|": 5,
  "^": 6,
  "&": 7,
  "<<": 8,
  ">>": 8,
  "+": 9,
  "-": 9,
  "*": 10,
  "/": 10,
  "//": 10,
  "%": 10,
  "@": 10,
};
/** `.a`, `()` and `[0]` behind one another. */
const MAX_TRAILERS = 500;

const NOT = 3;
const COMPARISON = 4;
const UNARY = 11;
const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">=", "in", "is", "not"]);

/** What ends a list of expressions. */
const ENDS = new Set([")", "]", "}", ":", "=", ";", ""]);

export const MEANT_COMPARISON = " here. Maybe you meant '==' instead of '='?";

export const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass " +
    "raise return try while with yield"
  ).split(" "),
);

export class ExpressionParser extends Cursor {
  #nesting = 0;
  /** The operand that was parsed last: where a comma is missing, it stands before that. */
  lastOperand: Node | undefined;

  /** `yield`, or expressions with commas. */
  anyExpressions(): Node {
    return this.isName("yield") ? this.yieldExpression() : this.starExpressions();
  }

  yieldExpression(): Node {
    const { start } = this.next();
    if (this.takeName("from")) return this.node("yieldfrom", start, [this.expression()]);
    const children = this.endsList() ? [] : [this.starExpressions()];
    return this.node("yield", start, children);
  }

  /** One expression, or a tuple without parentheses. */
  starExpressions(): Node {
    return this.listOf(() => this.starExpression());
  }

  /** As `starExpressions`, with `:=` in it: what an index and a `match` take. */
  starNamedExpressions(): Node {
    return this.listOf(() => this.starNamedExpression());
  }

  listOf(item: () => Node): Node {
    const first = item();
    if (!this.is(",")) return first;
    const items = [first];
    while (this.take(",")) {
      if (this.endsList()) break;
      items.push(item());
    }
    return this.node("tuple", first.start, items);
  }

  endsList(): boolean {
    const { kind, text } = this.peek();
    return (
      kind === "newline" ||
      kind === "end" ||
      (kind === "op" && (ENDS.has(text) || isAugmented(text))) ||
      (kind === "name" && text === "in")
    );
  }

  starExpression(): Node {
    if (!this.is("*")) return this.expression();
    const { start } = this.next();
    return this.node("star", start, [this.binary(COMPARISON + 1)]);
  }

  starNamedExpression(): Node {
    return this.is("*") ? this.starExpression() : this.namedExpression();
  }

  /** As an argument of a call, what stands before `=` is a matter of the caller's. */
  namedExpression(isArgument = false): Node {
    const value = this.expression();
    if (this.is("=") && !isArgument) this.#notAComparison(value);
    if (!this.is(":=")) return value;
    if (value.kind !== "name") this.fail(`cannot use assignment expressions with ${describe(value)}`, value, value);
    this.next();
    return this.node("walrus", value.start, [value, this.expression()]);
  }

  /** Fails where `=` follows that was meant to be `==` or `:=`. */
  #notAComparison(value: Node): void {
    this.next();
    const right = this.attempt(() => {
      const operand = this.binary(COMPARISON + 1);
      return this.is("=") || this.is(":=") ? undefined : operand;
    });
    this.go(this.at - 1);
    if (right === undefined) return;
    if (value.kind === "name") this.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", value, right);
    if (["list", "tuple", "constant", "boolean", "compare", "ternary", "lambda"].includes(value.kind)) return;
    if (value.kind === "unary" && value.text === "not") return;
    if (value.kind === "comprehension" && value.text === "generator") return;
    this.fail(`cannot assign to ${describe(value)}${MEANT_COMPARISON}`, value, value);
  }

  expression(): Node {
    if (this.isName("lambda")) return this.lambda();
    const parts = [this.#noted()];
    while (this.isName("if")) {
      this.next();
      const condition = this.binary(1);
      if (!this.isName("else")) {
        if (!this.is(":") && !this.is("="))
          this.fail("expected 'else' after 'if' expression", parts.at(-1)!, condition);
        this.invalid();
      }
      this.next();
      parts.push(condition, this.isName("lambda") ? this.lambda() : this.#noted());
    }
    return parts.length === 1 ? parts[0]! : this.node("ternary", parts[0]!.start, parts);
  }

  #noted(): Node {
    this.lastOperand = this.binary(1);
    return this.lastOperand;
  }

  /** What a comprehension takes after `if` and `in`: no ternary. */
  disjunction(): Node {
    return this.binary(1);
  }

  /** Operators that bind at least as strongly as `least`. */
  binary(least: number): Node {
    this.enter();
    let left = this.operand(least);
    let chain: Node | undefined;
    for (;;) {
      const token = this.peek();
      const operator = token.text;
      if (token.kind !== "op" && token.kind !== "name") break;
      if (least <= COMPARISON && this.#isComparison(token)) {
        left = this.#comparison(left);
        continue;
      }
      const strength = Object.hasOwn(BINARY, operator) ? BINARY[operator]! : 0;
      if (strength < least || strength === 0) break;
      this.next();
      const right = this.binary(strength + 1);
      const kind = operator === "or" || operator === "and" ? "boolean" : "binary";
      // a long sum is one node, not a deep tree
      if (left === chain) {
        chain.children.push(right);
        chain.end = right.end;
      } else chain = left = this.node(kind, left.start, [left, right], operator);
    }
    this.leave();
    return left;
  }

  #isComparison({ kind, text }: Token): boolean {
    if (kind === "op" && text === "<>") return false;
    if (text === "not") return this.peek(1).kind === "name" && this.peek(1).text === "in";
    return COMPARISONS.has(text);
  }

  #comparison(first: Node): Node {
    const operands = [first];
    const text = this.peek().text;
    while (this.#isComparison(this.peek())) {
      const operator = this.next().text;
      if (operator === "not") this.next();
      else if (operator === "is") this.takeName("not");
      operands.push(this.binary(COMPARISON + 1));
    }
    return this.node("compare", first.start, operands, text);
  }

  operand(least: number): Node {
    const token = this.peek();
    if (token.kind === "name" && token.text === "not" && least <= NOT) {
      this.next();
      return this.node("unary", token.start, [this.binary(NOT)], "not");
    }
    if (token.kind === "op" && (token.text === "-" || token.text === "+" || token.text === "~")) {
      this.next();
      return this.node("unary", token.start, [this.binary(UNARY)], token.text);
    }
    return this.power();
  }

  power(): Node {
    const token = this.peek();
    let base: Node;
    if (token.kind === "name" && token.text === "await") {
      this.next();
      base = this.node("await", token.start, [this.primary()]);
    } else base = this.primary();
    if (!this.is("**")) return base;
    this.next();
    return this.node("binary", base.start, [base, this.binary(UNARY)], "**");
  }

  primary(): Node {
    let value = this.atom();
    for (let length = 0; ; length++) {
      const token = this.peek();
      if (token.kind !== "op") return value;
      if (length > MAX_TRAILERS) this.fail("too many calls, attributes and indices in one expression", value, value);
      if (token.text === ".") {
        this.next();
        const name = this.identifier();
        value = this.node("attribute", value.start, [value], name.text);
      } else if (token.text === "(") value = this.call(value);
      else if (token.text === "[") {
        this.next();
        const index = this.#index();
        this.expect("]");
        value = this.node("subscript", value.start, [value, index]);
      } else return value;
    }
  }

  #index(): Node {
    if (this.is("]")) this.invalid();
    const first = this.#slice();
    if (!this.is(",")) return first;
    const items = [first];
    while (this.take(",") && !this.is("]")) items.push(this.#slice());
    return this.node("tuple", first.start, items);
  }

  #slice(): Node {
    const { start } = this.peek();
    const parts: (Node | undefined)[] = [];
    if (this.is(":")) parts.push(undefined);
    else {
      const value = this.starNamedExpression();
      if (!this.is(":")) return value;
      parts.push(value);
    }
    while (parts.length < 3 && this.take(":"))
      parts.push(this.is(":") || this.is("]") || this.is(",") ? undefined : this.expression());
    const given = parts.map((part) => (part === undefined ? "" : "x")).join(":");
    return this.node(
      "slice",
      start,
      parts.filter((part) => part !== undefined),
      given,
    );
  }

  call(target: Node): Node {
    this.next();
    const items: Node[] = [];
    let keyword = false;
    let unpacked = false;
    while (!this.is(")")) {
      const item = this.#argument();
      if (this.isFor()) {
        const generator = this.comprehension("generator", item.start, [item]);
        if (items.length > 0 || (this.is(",") && !(this.peek(1).kind === "op" && this.peek(1).text === ")")))
          this.fail("Generator expression must be parenthesized", generator, generator);
        if (item.kind === "keyword")
          this.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", item, generator);
        items.push(generator);
      } else items.push(item);
      if (item.kind === "keyword") keyword = true;
      else if (item.kind === "doublestar") unpacked = true;
      else if (item.kind === "star") {
        const star = { start: item.start, end: item.start + 1 };
        if (unpacked) this.fail("iterable argument unpacking follows keyword argument unpacking", star, star);
      } else if (keyword || unpacked) {
        const message = unpacked
          ? "positional argument follows keyword argument unpacking"
          : "positional argument follows keyword argument";
        this.fail(message, this.peek(), this.peek());
      }
      if (!this.is(",")) break;
      this.next();
    }
    if (!this.is(")")) this.expected();
    this.next();
    return this.node("call", target.start, [target, ...items]);
  }

  #argument(): Node {
    const token = this.peek();
    if (this.is("*")) return this.starArgument();
    if (this.is("**")) {
      this.next();
      return this.node("doublestar", token.start, [this.expression()]);
    }
    const follows = this.peek(1);
    if (token.kind === "name" && follows.kind === "op" && follows.text === "=") {
      if (["True", "False", "None"].includes(token.text)) this.fail(`cannot assign to ${token.text}`, token, follows);
      const name = this.identifier();
      this.next();
      const keyword = this.node("keyword", token.start, [this.expression()], name.text);
      this.lastOperand = undefined;
      return keyword;
    }
    const value = this.namedExpression(true);
    if (this.is("=")) {
      this.fail('expression cannot contain assignment, perhaps you meant "=="?', value, this.peek());
    }
    return value;
  }

  starArgument(): Node {
    const { start } = this.next();
    return this.node("star", start, [this.expression()]);
  }

  atom(): Node {
    const token = this.peek();
    switch (token.kind) {
      case "name":
        if (token.text === "None" || token.text === "True" || token.text === "False") {
          this.next();
          return this.node("constant", token.start, [], token.text);
        }
        if (token.text === "lambda" || KEYWORDS.has(token.text)) this.invalid();
        this.next();
        return this.node("name", token.start, [], token.text);
      case "number":
        this.next();
        return this.node("number", token.start, []);
      case "string":
        return this.strings();
      case "op":
        if (token.text === "(") return this.nested(() => this.#parenthesised());
        if (token.text === "[") return this.nested(() => this.#list());
        if (token.text === "{") return this.nested(() => this.#braces());
        if (token.text === "...") {
          this.next();
          return this.node("constant", token.start, [], "...");
        }
        return this.invalid();
      default:
        return this.invalid();
    }
  }

  /** Literals side by side, and the expressions of those that are f-strings. */
  strings(): Node {
    const pieces: Token[] = [];
    while (this.peek().kind === "string") pieces.push(this.next());
    const fields = pieces.flatMap((piece) => this.#fieldsOf(piece));
    const children = fields.flatMap((field) => this.#field(field));
    const bytes = pieces.map((piece) =>
      /^[a-zA-Z]*/
        .exec(this.source.slice(piece.start, piece.start + 3))![0]
        .toLowerCase()
        .includes("b"),
    );
    if (bytes.includes(true) && bytes.includes(false)) this.#failBehind("cannot mix bytes and nonbytes literals");
    const formatted = pieces.some(({ start }) => /^(?:[rR]?[fF])/.test(this.source.slice(start, start + 2)));
    return { ...this.node("strings", pieces[0]!.start, children, formatted ? "f" : ""), pieces } as Strings;
  }

  #fieldsOf(piece: Token): FormattedField[] {
    try {
      return fieldsOf(this.source, piece);
    } catch (error) {
      if (error instanceof SyntaxProblem) this.#failBehind(error.message);
      throw error;
    }
  }

  /** CPython sees what is wrong with literals when it has read the next token. */
  #failBehind(message: string): never {
    const { start } = this.peek();
    throw new SyntaxProblem(message, start, start);
  }

  #field(field: FormattedField): Node[] {
    if (this.#nesting > 10) throw new SyntaxProblem("f-string: expressions nested too deeply", field.start, field.end);
    const text = this.source.slice(field.start, field.end);
    if (/^\s*$/.test(text)) this.#failBehind("f-string: empty expression not allowed");
    const { tokens, problem, unclosed } = tokenize(this.source, [field.start, field.end]);
    const wrap = (error: SyntaxProblem): SyntaxProblem =>
      error.message.startsWith("f-string: ") || error.message.startsWith("invalid syntax.")
        ? new SyntaxProblem(error.message.replace(/^(?!f-string: )/, "f-string: "), error.start, error.end)
        : new SyntaxProblem(`f-string: ${error.message}`, error.start, error.end);
    if (problem !== undefined) throw wrap(problem);
    if (unclosed !== undefined)
      throw wrap(new SyntaxProblem(`'${unclosed.text}' was never closed`, unclosed.start, unclosed.start));
    const parser = new ExpressionParser(this.source, tokens, this.depth);
    parser.#nesting = this.#nesting + 1;
    try {
      const value = parser.anyExpressions();
      if (value.kind === "star") parser.fail("cannot use starred expression here", value, value);
      if (parser.peek().kind !== "end") parser.expected();
      return [value, ...field.inner.flatMap((inner) => this.#field(inner))];
    } catch (error) {
      throw error instanceof SyntaxProblem ? wrap(error) : error;
    }
  }

  #parenthesised(): Node {
    const open = this.next();
    if (this.take(")")) return this.node("tuple", open.start, []);
    if (this.isName("yield")) {
      const value = this.yieldExpression();
      this.expectClose(")");
      return this.node("group", open.start, [value]);
    }
    if (this.is("**")) this.fail("cannot use double starred expression here", this.peek(), this.peek());
    const first = this.starNamedExpression();
    if (this.isFor()) {
      if (first.kind === "star") this.fail("iterable unpacking cannot be used in comprehension", first, first);
      const generator = this.comprehension("generator", open.start, [first]);
      this.expectClose(")");
      return { ...generator, end: this.previous().end };
    }
    if (!this.is(",")) {
      if (first.kind === "star" && this.is(")")) this.fail("cannot use starred expression here", first, first);
      this.expectClose(")");
      return this.node("group", open.start, [first]);
    }
    const items = this.#items(first, ")");
    this.#noUnparenthesisedTarget(items);
    this.expectClose(")");
    return this.node("tuple", open.start, items);
  }

  #items(first: Node, close: string): Node[] {
    const items = [first];
    while (this.take(",")) {
      if (this.is(close)) break;
      items.push(this.starNamedExpression());
    }
    return items;
  }

  #noUnparenthesisedTarget(items: Node[]): void {
    if (this.isFor() && items.length > 0)
      this.fail("did you forget parentheses around the comprehension target?", items[0]!, items.at(-1)!);
  }

  #list(): Node {
    const open = this.next();
    if (this.take("]")) return this.node("list", open.start, []);
    const first = this.starNamedExpression();
    if (this.isFor()) {
      if (first.kind === "star") this.fail("iterable unpacking cannot be used in comprehension", first, first);
      const list = this.comprehension("list", open.start, [first]);
      this.expectClose("]");
      return { ...list, end: this.previous().end };
    }
    const items = this.#items(first, "]");
    this.#noUnparenthesisedTarget(items);
    this.expectClose("]");
    return this.node("list", open.start, items);
  }

  #braces(): Node {
    const open = this.next();
    if (this.take("}")) return this.node("dict", open.start, []);
    const isDict = this.is("**");
    const first = isDict ? this.#doubleStar() : this.starNamedExpression();
    if (!isDict && !this.is(":")) {
      if (this.isFor()) {
        if (first.kind === "star") this.fail("iterable unpacking cannot be used in comprehension", first, first);
        const set = this.comprehension("set", open.start, [first]);
        this.expectClose("}");
        return { ...set, end: this.previous().end };
      }
      const items = this.#items(first, "}");
      this.#noUnparenthesisedTarget(items);
      this.expectClose("}");
      return this.node("set", open.start, items);
    }
    const entries = [first];
    if (!isDict) entries.push(this.#dictValue());
    if (this.isFor()) {
      if (isDict) this.fail("dict unpacking cannot be used in dict comprehension", first, first);
      const dict = this.comprehension("dict", open.start, entries);
      this.expectClose("}");
      return { ...dict, end: this.previous().end };
    }
    while (this.take(",")) {
      if (this.is("}")) break;
      if (this.is("**")) entries.push(this.#doubleStar());
      else {
        const key = this.expression();
        if (!this.is(":") && (this.is("}") || this.is(",")))
          this.fail("':' expected after dictionary key", { start: key.end - 1 }, key);
        entries.push(key, this.#dictValue());
      }
    }
    this.expectClose("}");
    return this.node("dict", open.start, entries);
  }

  #doubleStar(): Node {
    const { start } = this.next();
    return this.node("doublestar", start, [this.binary(COMPARISON + 1)]);
  }

  #dictValue(): Node {
    if (!this.is(":")) this.invalid();
    const colon = this.next();
    if (this.is("}") || this.is(",")) this.fail("expression expected after dictionary key and ':'", colon, colon);
    if (this.is("*")) this.fail("cannot use a starred expression in a dictionary value", this.peek(), this.peek());
    return this.expression();
  }

  isFor(): boolean {
    return this.isName("for") || (this.isName("async") && this.peek(1).text === "for");
  }

  comprehension(text: string, start: number, elements: Node[]): Node {
    const clauses: Node[] = [];
    while (this.isFor()) {
      const from = this.peek().start;
      const isAsync = this.takeName("async") !== undefined;
      this.next();
      const target = this.targets();
      if (!this.isName("in")) this.invalid();
      this.next();
      const clause = this.node("clause", from, [target, this.disjunction()], isAsync ? "async for" : "for");
      clauses.push(clause);
      while (this.isName("if")) {
        const at = this.next().start;
        clauses.push(this.node("clause", at, [this.#condition()], "if"));
      }
    }
    return this.node("comprehension", start, [...elements, ...clauses], text);
  }

  #condition(): Node {
    return this.isName("lambda") ? this.lambda() : this.disjunction();
  }

  /** The targets of `for`. */
  targets(): Node {
    const target = this.listOf(() => {
      if (this.is("*")) {
        const { start } = this.next();
        return this.node("star", start, [this.binary(COMPARISON + 1)]);
      }
      return this.binary(COMPARISON + 1);
    });
    const wrong = invalidTarget(target, "for");
    if (wrong !== undefined) this.fail(`cannot assign to ${describe(wrong)}`, wrong, wrong);
    return target;
  }

  lambda(): Node {
    this.enter();
    const { start } = this.next();
    if (this.is("(")) this.#parenthesisedParameters("Lambda expression parameters");
    const callable = this.parameters(":", false);
    if (!this.is(":")) this.invalid();
    this.next();
    const body = this.expression();
    this.leave();
    const node = this.node("lambda", start, [...callable.parameters, body]);
    return { ...node, ...callable, body } as Lambda;
  }

  #parenthesisedParameters(what: string): never {
    const open = this.next();
    while (!this.is(")") && this.peek().kind !== "end" && this.peek().kind !== "newline") this.next();
    this.fail(`${what} cannot be parenthesized`, open, this.peek());
  }

  /** Parameters up to `close`, which is left. */
  parameters(close: string, annotated: boolean): Pick<Callable, "parameters" | "slash" | "positionalOnly"> {
    const parameters: Parameter[] = [];
    let slash: Token | undefined;
    let star: Token | undefined;
    let bare: Token | undefined;
    let hasDefault = false;
    let keywords = false;
    let positionalOnly = 0;
    while (!this.is(close)) {
      const token = this.peek();
      if (keywords) this.fail("arguments cannot follow var-keyword argument", token, token);
      if (this.is("/")) {
        if (slash !== undefined) this.fail("/ may appear only once", token, token);
        if (star !== undefined) this.fail("/ must be ahead of *", token, token);
        if (parameters.length === 0) this.invalid();
        slash = this.next();
        positionalOnly = parameters.length;
      } else if (this.is("*")) {
        if (star !== undefined) this.fail("* argument may appear only once", token, token);
        star = this.next();
        if (this.is(",") || this.is(close)) bare = star;
        else {
          const parameter = this.#parameter(star.start, "*", annotated);
          if (this.is("=")) this.fail("var-positional argument cannot have default value", this.peek(), this.peek());
          parameters.push(parameter);
        }
      } else if (this.is("**")) {
        if (bare !== undefined && (parameters.at(-1)?.end ?? 0) < bare.end)
          this.fail("named arguments must follow bare *", bare, bare);
        this.next();
        parameters.push(this.#parameter(token.start, "**", annotated));
        if (this.is("=")) this.fail("var-keyword argument cannot have default value", this.peek(), this.peek());
        keywords = true;
      } else {
        if (this.is("(") && annotated) this.#parenthesisedParameters("Function parameters");
        const parameter = this.#parameter(token.start, "", annotated);
        if (this.take("=")) {
          if (this.is(",") || this.is(close))
            this.fail("expected default value expression", this.previous(), this.previous());
          parameter.default = this.expression();
          parameter.children.push(parameter.default);
          parameter.end = parameter.default.end;
          if (star === undefined) hasDefault = true;
        } else if (hasDefault && star === undefined)
          this.fail("non-default argument follows default argument", parameter, parameter);
        parameters.push(parameter);
      }
      if (!this.take(",")) break;
    }
    if (bare !== undefined && (parameters.at(-1)?.end ?? 0) < bare.end) {
      const at = annotated ? bare : this.peek();
      this.fail("named arguments must follow bare *", at, at);
    }
    return { parameters, slash, positionalOnly };
  }

  #parameter(start: number, star: Parameter["star"], annotated: boolean): Parameter {
    const name = this.identifier();
    const parameter: Parameter = {
      kind: "parameter",
      start,
      end: name.end,
      text: star + name.text,
      children: [],
      name: name.text,
      star,
      annotation: undefined,
      default: undefined,
    };
    if (annotated && this.take(":")) {
      parameter.annotation = star === "*" ? this.starExpression() : this.expression();
      parameter.children.push(parameter.annotation);
      parameter.end = parameter.annotation.end;
    }
    return parameter;
  }

  /** What `parse` makes of the next tokens, or undefined where they are wrong. The place stays. */
  attempt<T>(parse: () => T): T | undefined {
    const { at, depth } = this;
    try {
      return parse();
    } catch (error) {
      if (error instanceof SyntaxProblem) return undefined;
      throw error;
    } finally {
      this.go(at);
      this.depth = depth;
    }
  }

  override expected(): never {
    const begins = this.lastOperand;
    const token = this.peek();
    const startsExpression =
      token.kind === "number" ||
      token.kind === "string" ||
      (token.kind === "name" &&
        (!KEYWORDS.has(token.text) || ["None", "True", "False", "lambda", "not", "await"].includes(token.text)));
    if (begins !== undefined && startsExpression && begins.end === this.previous().end) {
      const isPrefix = begins.kind === "name" && token.kind === "string";
      const value =
        isPrefix || /^(?:match|case|_)$/.test(begins.text) ? undefined : this.attempt(() => this.expression());
      if (value !== undefined) this.fail("invalid syntax. Perhaps you forgot a comma?", begins, value);
    }
    return this.invalid();
  }

  nested(parse: () => Node): Node {
    this.enter();
    const value = parse();
    this.leave();
    return value;
  }

  node(kind: ExpressionKind, start: number, children: Node[], text = ""): Node {
    return { kind, start, end: this.previous().end, text, children };
  }
}

export function isAugmented(text: string): boolean {
  return text.length > 1 && text.endsWith("=") && !["==", "!=", "<=", ">=", ":="].includes(text);
}
