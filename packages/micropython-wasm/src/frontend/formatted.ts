// The fields of f-strings.

import { expressionEnd, isFormatted } from "./stringScanner.js";
import { SyntaxProblem } from "./syntaxProblem.js";
import type { Token } from "./tokenizer.js";

export interface FormattedField {
  /** The literal that it is in. */
  literal: { start: number; end: number };
  /** The braces. */
  open: number;
  close: number;
  /** The expression. */
  start: number;
  end: number;
  /** Of `{x=}`: the text up to and with the `=`, and the blanks behind it. */
  debug: string | undefined;
  /** "", "r", "s" or "a". */
  conversion: string;
  /** The format specification, between the colon and the brace; undefined without a colon. */
  spec: readonly [start: number, end: number] | undefined;
  /** The fields in the specification. */
  inner: FormattedField[];
}

export interface Literal {
  prefix: string;
  quote: string;
  /** The text between the quotes. */
  start: number;
  end: number;
}

export function literalOf(source: string, { start, end }: { start: number; end: number }): Literal {
  const opening = /^([a-zA-Z]*)("""|'''|"|')/.exec(source.slice(start, start + 6))!;
  const quote = opening[2]!;
  return { prefix: opening[1]!.toLowerCase(), quote, start: start + opening[0].length, end: end - quote.length };
}

/** The fields of a literal: none where it is no f-string. @throws {SyntaxProblem} */
export function fieldsOf(source: string, token: Token): FormattedField[] {
  const { prefix, quote, start, end } = literalOf(source, token);
  if (!isFormatted(prefix)) return [];
  const fields: FormattedField[] = [];
  let at = start;
  while (at < end) {
    const character = source[at];
    if (character === "\\" && !prefix.includes("r")) {
      if (source.startsWith("\\N{", at)) at = Math.max(source.indexOf("}", at), at + 2);
      else at += source[at + 1] === "{" ? 1 : 2;
    } else if (character === "{" && source[at + 1] === "{") at += 2;
    else if (character === "{") {
      const field = readField(source, at, end, quote, token, 0);
      fields.push(field);
      at = field.close + 1;
    } else if (character === "}") {
      if (source[at + 1] !== "}")
        throw new SyntaxProblem("f-string: single '}' is not allowed", token.start, token.end);
      at += 2;
    } else at++;
  }
  return fields;
}

function readField(
  source: string,
  open: number,
  limit: number,
  quote: string,
  literal: Token,
  level: number,
): FormattedField {
  const fails = (message: string): never => {
    throw new SyntaxProblem(`f-string: ${message}`, literal.start, literal.end);
  };
  if (level > 1) fails("expressions nested too deeply");
  const end = expressionEnd(source, open + 1, limit, quote);
  if (end === undefined) {
    const rest = source.slice(open + 1, limit);
    const part = (what: string): never => {
      throw new SyntaxProblem(`f-string expression part cannot include ${what}`, literal.start, literal.end);
    };
    if (rest.includes("\\")) part("a backslash");
    if (rest.includes("#")) part("'#'");
    if (/^[^)\]}]*\([^)\]}]*\}/.test(rest)) fails("closing parenthesis '}' does not match opening parenthesis '('");
    if (/[)\]]/.test(rest) && !/[([]/.test(rest)) fails(`unmatched '${/[)\]]/.exec(rest)![0]}'`);
    fails("expecting '}'");
  }
  let at = end!;
  let debug: string | undefined;
  if (source[at] === "=") {
    at++;
    while (/\s/.test(source[at] ?? "")) at++;
    debug = source.slice(open + 1, at);
  }
  let conversion = "";
  if (source[at] === "!") {
    conversion = /^\w*/.exec(source.slice(at + 1, limit))![0];
    if (!["r", "s", "a"].includes(conversion)) {
      fails("invalid conversion character: expected 's', 'r', or 'a'");
    }
    at += 1 + conversion.length;
  }
  const inner: FormattedField[] = [];
  let spec: [number, number] | undefined;
  if (source[at] === ":") {
    const start = ++at;
    while (at < limit && source[at] !== "}") {
      if (source[at] === "{") {
        const field = readField(source, at, limit, quote, literal, level + 1);
        inner.push(field);
        at = field.close + 1;
      } else at++;
    }
    spec = [start, at];
  }
  if (source[at] !== "}" || at >= limit) fails("expecting '}'");
  return { literal, open, close: at, start: open + 1, end: end!, debug, conversion, spec, inner };
}
