// The syntax tree: only as much of it as lowering and the checks need. `children` holds all parts in the order of the source.

import type { Token } from "./tokenizer.js";

export type ExpressionKind =
  | "name" // text
  | "number"
  | "constant" // text: None, True, False, ...
  | "strings" // adjacent literals; their expressions are the children
  | "tuple" // parenthesised or not
  | "list"
  | "set"
  | "dict" // keys and values in turn; a doublestar stands alone
  | "comprehension" // text: "list", "set", "dict", "generator"; the element (dict: key and value), then clauses
  | "clause" // text: "for", "async for", "if"; target and iterable, or condition
  | "call" // function, arguments
  | "keyword" // text; the value
  | "star"
  | "doublestar"
  | "attribute" // text; the object
  | "subscript" // object, index
  | "slice" // those parts that are given; text: "x::x" where start and step are
  | "unary" // text
  | "binary" // text
  | "compare" // text: the first operator
  | "boolean" // text
  | "ternary" // value, condition, value, condition, ... value
  | "lambda" // parameters and body
  | "await"
  | "yield"
  | "yieldfrom"
  | "walrus" // name, value
  | "group"; // in parentheses

export type StatementKind =
  | "expression"
  | "assign" // targets, value
  | "augmented" // target, value
  | "annotated" // target, annotation, perhaps value
  | "return"
  | "raise"
  | "global" // text: the names, with commas
  | "nonlocal"
  | "pass"
  | "break"
  | "continue"
  | "delete"
  | "assert"
  | "import" // text: the bound names, with commas
  | "type"
  | "if"
  | "while"
  | "for"
  | "with"
  | "try"
  | "handler"
  | "function"
  | "class"
  | "match"
  | "case"
  | "block";

export interface Node {
  kind: ExpressionKind | StatementKind | "parameter" | "pattern";
  start: number;
  end: number;
  text: string;
  children: Node[];
}

/** A name with its annotation and default, where it has them; text: "", "*", "**" and the name. */
export interface Parameter extends Node {
  kind: "parameter";
  name: string;
  star: "" | "*" | "**";
  annotation: Node | undefined;
  default: Node | undefined;
}

export interface Callable extends Node {
  kind: "function" | "lambda";
  parameters: Parameter[];
  /** The `/` between parameters, where there is one. */
  slash: Token | undefined;
  /** How many parameters stand before it. */
  positionalOnly: number;
}

export interface Lambda extends Callable {
  kind: "lambda";
  body: Node;
}

export interface FunctionDefinition extends Callable {
  kind: "function";
  isAsync: boolean;
  decorators: Node[];
  /** Where `def`, or `async`, stands. */
  header: number;
  typeParameters: TypeParameters | undefined;
  returns: Node | undefined;
  /** Between the closing parenthesis and the colon. */
  body: Block;
}

export interface ClassDefinition extends Node {
  kind: "class";
  decorators: Node[];
  typeParameters: TypeParameters | undefined;
  body: Block;
}

/** `[T, *Ts, **P]` */
export interface TypeParameters {
  start: number;
  end: number;
  names: string[];
}

export interface Block extends Node {
  kind: "block";
  /** Whether its statements have lines of their own. */
  indented: boolean;
}

/** Adjacent string literals. */
export interface Strings extends Node {
  kind: "strings";
  pieces: Token[];
}

export interface Annotated extends Node {
  kind: "annotated";
  target: Node;
  annotation: Node;
  value: Node | undefined;
}

export interface With extends Node {
  kind: "with";
  /** The parentheses around the items, where the items are what they hold. */
  parentheses: readonly [open: Token, close: Token] | undefined;
  trailingComma: Token | undefined;
}

export interface Match extends Node {
  kind: "match";
  subject: Node;
  colon: Token;
  cases: Case[];
}

export interface Case extends Node {
  kind: "case";
  pattern: Pattern;
  guard: Node | undefined;
  colon: Token;
  body: Block;
}

export interface Handler extends Node {
  kind: "handler";
  star: Token | undefined;
  name: string;
  colon: Token;
  body: Block;
}

export interface Try extends Node {
  kind: "try";
  colon: Token;
  handlers: Handler[];
  orElse: Block | undefined;
  atLast: Block | undefined;
}

export interface Pattern extends Node {
  kind: "pattern";
  /** capture: text is the name, "_" for the wildcard. value: children[0]. sequence, or: children. mapping: `keys` and children; text is the name of the rest. class: children[0] is the class. */
  form: "capture" | "value" | "sequence" | "star" | "or" | "as" | "mapping" | "class";
  /** mapping: the key of each child. class: "" or the keyword of each child but the first. */
  keys: Node[];
  keywords: string[];
}
