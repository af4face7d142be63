import { SyntaxProblem } from "./syntaxProblem.js";
import type { Token } from "./tokenizer.js";

/** Operators, parentheses and lambdas in one another; beyond that the parser's own recursion could meet the end of a small stack. */
const MAX_DEPTH = 700;

/** A place in the tokens. */
export class Cursor {
  readonly source: string;
  readonly #tokens: readonly Token[];
  readonly #last: Token;
  #at = 0;
  #furthest = 0;
  /** How deep the parser is: see `enter`. */
  depth: number;

  constructor(source: string, tokens: readonly Token[], depth = 0) {
    this.source = source;
    this.depth = depth;
    this.#tokens = tokens;
    this.#last = tokens.at(-1) ?? { kind: "end", start: source.length, end: source.length, text: "", level: 0 };
  }

  /** The last token that was looked at, also where the parser went back. */
  get furthest(): Token {
    return this.#tokens[this.#furthest] ?? this.#last;
  }

  get at(): number {
    return this.#at;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? this.#last;
  }

  /** Goes back to a place, or on to it. */
  go(at: number): void {
    this.#at = at;
  }

  previous(): Token {
    return this.#tokens[this.#at - 1] ?? this.peek();
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    if (this.#at > this.#furthest) this.#furthest = this.#at;
    return token;
  }

  is(operator: string): boolean {
    const { kind, text } = this.peek();
    return kind === "op" && text === operator;
  }

  isName(word: string): boolean {
    const { kind, text } = this.peek();
    return kind === "name" && text === word;
  }

  take(operator: string): Token | undefined {
    return this.is(operator) ? this.next() : undefined;
  }

  takeName(word: string): Token | undefined {
    return this.isName(word) ? this.next() : undefined;
  }

  expect(operator: string): Token {
    return this.is(operator) ? this.next() : this.invalid();
  }

  /** A closing bracket. */
  expectClose(close: string): Token {
    return this.is(close) ? this.next() : this.expected();
  }

  /** A name that is no keyword. */
  identifier(): Token {
    const token = this.peek();
    if (token.kind !== "name" || RESERVED.test(token.text)) this.invalid();
    return this.next();
  }

  enter(): void {
    if (++this.depth > MAX_DEPTH) {
      const { start, end } = this.peek();
      throw new SyntaxProblem("too many nested parentheses", start, end);
    }
  }

  leave(): void {
    this.depth--;
  }

  fail(message: string, from: { start: number }, to: { end: number }): never {
    throw new SyntaxProblem(message, from.start, to.end);
  }

  /** Fails within brackets: mostly a comma is missing. */
  expected(): never {
    return this.invalid();
  }

  /** Fails at the next token. */
  invalid(): never {
    // behind an operand, `not` had better be `not in`
    const isNot =
      this.isName("not") && this.#at > 0 && /[\w)\]}"']$/.test(this.source.slice(0, this.previous().end).slice(-1));
    const { kind, start, end } = this.peek(isNot ? 1 : 0);
    if (kind === "indent") throw new SyntaxProblem("unexpected indent", end - 1, end - 1, "IndentationError");
    if (kind === "dedent") throw new SyntaxProblem("unexpected unindent", start, end, "IndentationError");
    throw new SyntaxProblem("invalid syntax", start, end);
  }
}

const RESERVED =
  /^(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;
