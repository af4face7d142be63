import type { Block } from "./nodes.js";
import { Parser } from "./statements.js";
import { SyntaxProblem } from "./syntaxProblem.js";
import { lineOf, type Token, tokenize } from "./tokenizer.js";

export interface Parsed {
  source: string;
  tokens: readonly Token[];
  tree: Block;
}

/** @throws {SyntaxProblem} the error that CPython would report. */
export function parse(source: string, mode: "exec" | "eval" = "exec"): Parsed {
  const { tokens, problem, unclosed } = tokenize(source);
  const parser = new Parser(source, tokens);
  try {
    const tree = mode === "exec" ? parser.file() : expressionBlock(parser);
    if (problem !== undefined) throw problem;
    return { source, tokens, tree };
  } catch (error) {
    if (!(error instanceof SyntaxProblem) || error.message === "unexpected indent") throw error;
    // as CPython does, which reads all tokens before it reports what its grammar does not take
    if (problem !== undefined) throw problem;
    if (unclosed === undefined) throw error;
    const { furthest } = parser;
    if (furthest.kind !== "end" && lineOf(source, furthest.start) <= lineOf(source, unclosed.start)) throw error;
    throw new SyntaxProblem(`'${unclosed.text}' was never closed`, unclosed.start, unclosed.start);
  }
}

function expressionBlock(parser: Parser): Block {
  const value = parser.expressionFile();
  return {
    ...parser.statement("block", 0, [parser.statement("expression", value.start, [value])]),
    kind: "block",
    indented: true,
  };
}
