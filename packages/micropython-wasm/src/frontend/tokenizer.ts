// Python's tokens, as CPython 3.11's tokenizer finds them and with its errors. Strings of Python 3.12, whose fields hold the string's own quotes, are taken too.

import { scanString } from "./stringScanner.js";
import { SyntaxProblem } from "./syntaxProblem.js";

type TokenKind = "name" | "number" | "string" | "op" | "newline" | "indent" | "dedent" | "end";

export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** What stands there; "" where that is of no interest: strings, numbers, ends of lines. */
  text: string;
  /** How many brackets are open before it. */
  level: number;
}

export interface Tokens {
  tokens: Token[];
  /** The tokens end where this is wrong. */
  problem: SyntaxProblem | undefined;
  /** The innermost bracket that the source leaves open. */
  unclosed: Token | undefined;
}

/** As CPython's. */
const MAX_BRACKETS = 200;
const MAX_INDENTS = 100;

const BLANK = /[ \t\f]*/y;
const NAME = /[\p{XID_Start}_]\p{XID_Continue}*/uy;
const NUMBER =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?[jJ]?/y;
const STRING = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:"""|'''|"|')/y;
const OPERATOR = /\*\*=|\/\/=|>>=|<<=|\.\.\.|!=|[-+*/%@&|^<>=:]=|->|\*\*|\/\/|<<|>>|<>|[-+*/%@&|^~<>()[\]{},:.;=]/y;
const NEWLINE = /\r\n?|\n/y;
const AFTER_NUMBER = /(?:and|else|for|if|in|is|or|not)(?!\p{XID_Continue})/uy;

const CLOSING: { readonly [open: string]: string } = { "(": ")", "[": "]", "{": "}" };

/** The tokens of the source, or of an expression in an f-string where `within` is its range. */
export function tokenize(source: string, within?: readonly [start: number, end: number]): Tokens {
  return new Tokenizer(source, within).run();
}

class Tokenizer {
  readonly #source: string;
  readonly #end: number;
  readonly #nested: boolean;
  readonly #tokens: Token[] = [];
  readonly #brackets: Token[] = [];
  /** Columns, with tabs of 8 and of 1. */
  readonly #indents: [number, number][] = [[0, 0]];
  #at: number;
  #plainStrings = false;

  constructor(source: string, within: readonly [number, number] | undefined) {
    this.#source = source;
    this.#nested = within !== undefined;
    [this.#at, this.#end] = within ?? [source.startsWith("\ufeff") ? 1 : 0, source.length];
  }

  run(): Tokens {
    let problem: SyntaxProblem | undefined;
    try {
      if (this.#nested) this.#line();
      else while (this.#at < this.#end) this.#indented();
      this.#finish();
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      problem = error;
      this.#push("end", error.start, error.start);
    }
    return { tokens: this.#tokens, problem, unclosed: this.#brackets.at(-1) };
  }

  #finish(): void {
    const last = this.#tokens.at(-1);
    const end = this.#end;
    if (!this.#nested && this.#brackets.length === 0) {
      if (last !== undefined && last.kind !== "newline" && last.kind !== "dedent") this.#push("newline", end, end);
      for (let n = this.#indents.length; n > 1; n--) this.#push("dedent", end, end);
    }
    this.#push("end", end, end);
  }

  #push(kind: TokenKind, start: number, end: number, text = ""): Token {
    const token = { kind, start, end, text, level: this.#brackets.length };
    this.#tokens.push(token);
    return token;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#source)?.[0];
  }

  /** A line, with its indentation. */
  #indented(): void {
    const start = this.#at;
    let column = 0;
    let alternative = 0;
    for (; this.#at < this.#end; this.#at++) {
      const character = this.#source[this.#at];
      if (character === " ") [column, alternative] = [column + 1, alternative + 1];
      else if (character === "\t") [column, alternative] = [(Math.floor(column / 8) + 1) * 8, alternative + 1];
      else if (character === "\f") [column, alternative] = [0, 0];
      else break;
    }
    const character = this.#source[this.#at];
    if (character === "#" || character === "\n" || character === "\r" || character === undefined)
      return this.#skipLine();
    if (character === "\\" && /^\\(?:\r\n?|\n)\s*(?:$|#)/.test(this.#source.slice(this.#at, this.#at + 8)))
      return this.#skipLine();
    this.#dent(start, column, alternative);
    this.#line();
  }

  #skipLine(): void {
    const rest = /[^\r\n]*(?:\r\n?|\n)?/y;
    this.#at += this.#match(rest)?.length ?? 0;
  }

  #dent(start: number, column: number, alternative: number): void {
    const [current, currentAlternative] = this.#indents.at(-1)!;
    const tabs = (): never => {
      throw new SyntaxProblem("inconsistent use of tabs and spaces in indentation", start, this.#lineEnd(), "TabError");
    };
    if (column === current) {
      if (alternative !== currentAlternative) tabs();
    } else if (column > current) {
      if (this.#indents.length >= MAX_INDENTS)
        throw new SyntaxProblem("too many levels of indentation", start, this.#lineEnd(), "IndentationError");
      if (alternative <= currentAlternative) tabs();
      this.#indents.push([column, alternative]);
      this.#push("indent", start, this.#at);
    } else {
      while (column < this.#indents.at(-1)![0]) {
        this.#indents.pop();
        this.#push("dedent", this.#at, this.#at);
      }
      const [now, nowAlternative] = this.#indents.at(-1)!;
      if (column !== now) {
        const end = this.#lineEnd();
        const message = "unindent does not match any outer indentation level";
        throw new SyntaxProblem(message, end, end, "IndentationError");
      }
      if (alternative !== nowAlternative) tabs();
    }
  }

  #lineEnd(): number {
    const rest = /[^\r\n]*/y;
    return this.#at + (this.#match(rest)?.length ?? 0);
  }

  /** Tokens up to the end of a logical line, or of all. */
  #line(): void {
    while (this.#at < this.#end) {
      this.#at += this.#match(BLANK)!.length;
      if (this.#at >= this.#end) return;
      const character = this.#source[this.#at]!;
      if (character === "\n" || character === "\r") {
        const start = this.#at;
        this.#at += this.#match(NEWLINE)!.length;
        if (this.#nested || this.#brackets.length > 0) continue;
        this.#push("newline", start, this.#at);
        return;
      }
      if (character === "#") this.#at = this.#lineEnd();
      else if (character === "\\") this.#continuation();
      else this.#token(character);
    }
  }

  #continuation(): void {
    const start = this.#at++;
    const newline = this.#match(NEWLINE);
    if (newline === undefined && this.#at >= this.#end)
      throw new SyntaxProblem("unexpected EOF while parsing", this.#at, this.#at);
    if (newline === undefined) {
      throw new SyntaxProblem("unexpected character after line continuation character", start + 1, start + 1);
    }
    this.#at += newline.length;
    if (this.#at >= this.#end) throw new SyntaxProblem("unexpected EOF while parsing", start + 1, start + 1);
  }

  #token(character: string): void {
    const start = this.#at;
    const string = this.#match(STRING);
    if (string !== undefined) {
      const scanned = scanString(this.#source, start, string, this.#end, this.#plainStrings);
      if (scanned.plain) this.#plainStrings = true;
      this.#at = scanned.end;
      this.#push("string", start, this.#at);
      return;
    }
    const isNumber =
      (character >= "0" && character <= "9") || (character === "." && /\d/.test(this.#source[start + 1] ?? ""));
    if (isNumber) return this.#number();
    const name = this.#match(NAME);
    if (name !== undefined) {
      this.#at += name.length;
      this.#push("name", start, this.#at, /^[\0-\x7f]*$/.test(name) ? name : name.normalize("NFKC"));
      return;
    }
    const operator = this.#match(OPERATOR);
    if (operator === undefined) return this.#invalid(start);
    this.#at += operator.length;
    if (operator in CLOSING) this.#open(start, operator);
    else if (operator === ")" || operator === "]" || operator === "}") this.#close(start, operator);
    else this.#push("op", start, this.#at, operator);
  }

  #open(start: number, operator: string): void {
    if (this.#brackets.length >= MAX_BRACKETS)
      throw new SyntaxProblem("too many nested parentheses", start, this.#lineEnd());
    this.#brackets.push(this.#push("op", start, this.#at, operator));
  }

  #close(start: number, operator: string): void {
    const open = this.#brackets.pop();
    if (open === undefined) throw new SyntaxProblem(`unmatched '${operator}'`, start, start);
    if (CLOSING[open.text] !== operator) {
      this.#brackets.push(open);
      const line = lineOf(this.#source, open.start);
      const where = line === lineOf(this.#source, start) ? "" : ` on line ${line}`;
      throw new SyntaxProblem(
        `closing parenthesis '${operator}' does not match opening parenthesis '${open.text}'${where}`,
        start,
        start,
      );
    }
    this.#push("op", start, this.#at, operator);
  }

  #number(): void {
    const start = this.#at;
    const text = this.#match(NUMBER)!;
    this.#at += text.length;
    const next = this.#match(NAME);
    const fails = (message: string, at = this.#at - 1): never => {
      throw new SyntaxProblem(message, at, at);
    };
    const based = /^0([xXoObB])/.exec(text + (next ?? ""))?.[1]?.toLowerCase();
    const kind = based === "x" ? "hexadecimal" : based === "o" ? "octal" : based === "b" ? "binary" : undefined;
    if (kind !== undefined && text !== "0") {
      const digit = /^\d/.exec(this.#source.slice(this.#at, this.#at + 1))?.[0];
      if (digit !== undefined) fails(`invalid digit '${digit}' in ${kind} literal`, this.#at);
    } else if (kind !== undefined) {
      const digit = /^_?(\d)/.exec(this.#source.slice(this.#at + 1, this.#at + 3))?.[1];
      if (digit !== undefined) fails(`invalid digit '${digit}' in ${kind} literal`, this.#at + 1);
      fails(`invalid ${kind} literal`, this.#at);
    }
    if (next !== undefined && this.#match(AFTER_NUMBER) === undefined) {
      if (next.startsWith("_") && kind === undefined) fails("invalid decimal literal", this.#at);
      fails(`invalid ${kind ?? (/[jJ]$/.test(text) ? "imaginary" : "decimal")} literal`);
    }
    if (/^0[\d_]*[1-9][\d_]*$/.test(text)) {
      const message =
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
      throw new SyntaxProblem(message, start, start + /^0+/.exec(text)![0].length);
    }
    this.#push("number", start, this.#at);
  }

  #invalid(start: number): never {
    const code = this.#source.codePointAt(start)!;
    const character = String.fromCodePoint(code);
    if (code < 128 && code >= 32) {
      // as in CPython, where these are tokens that no rule takes
      throw new SyntaxProblem("invalid syntax", start, start + 1);
    }
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    const message = /[\p{C}\p{Z}]/u.test(character)
      ? `invalid non-printable character U+${hex}`
      : `invalid character '${character}' (U+${hex})`;
    throw new SyntaxProblem(message, start, start);
  }
}

/** The number of the line of an offset, from 1. */
export function lineOf(source: string, offset: number): number {
  const newline = /\r\n?|\n/g;
  let line = 1;
  while (newline.exec(source) !== null && newline.lastIndex <= offset) line++;
  return line;
}
