// What MicroPython does not keep of a function: its docstring, qualified name and annotations, the names of `*args` and `**kwargs`, and which parameters are positional only. Source
// that asks for such things is lowered so that the first instruction of each function loads a constant that tells them; overlay/errors/callErrors.ts finds it there.

import type { FunctionDefinition, Node, Strings } from "./nodes.js";
import { pythonString } from "./pythonString.js";

/** What only programs mention that ask functions about themselves. */
const ASKS =
  /[.'"]__(?:doc|annotations|qualname|code)__\b|\b(?:get_type_hints|getdoc|getfullargspec|signature|singledispatch|singledispatchmethod)\b|\bhelp\s*\(/;

export function asksFunctions(source: string): boolean {
  return ASKS.test(source);
}

/** Where the constant belongs: it takes the place of the docstring, stands before the first statement, or is evaluated along with an expression. */
export type Place =
  | { kind: "docstring"; node: Node }
  | { kind: "statement"; node: Node }
  | { kind: "expression"; node: Node };

/** Statements that another can stand before in the same line. */
const SIMPLE = new Set(
  "expression assign augmented annotated return raise global nonlocal pass break continue delete assert import type".split(
    " ",
  ),
);

/** The place in a function's body; undefined where there is none, and in source that was lowered before. */
export function placeOfDescription(source: string, body: Node): Place | undefined {
  const first = body.children[0];
  if (first === undefined) return undefined;
  if (first.kind === "try") return placeOfDescription(source, first.children[0]!);
  const place = placeAt(source, first);
  const described = /^(?:__doc__ = )?\(*"__function__"/;
  return place === undefined || described.test(source.slice(place.node.start, place.node.start + 40))
    ? undefined
    : place;
}

/** The place for code that runs first, behind the docstring; undefined where there is none. */
export function placeOfCode(source: string, body: Node): Place | undefined {
  const [first, second] = body.children;
  const place = first === undefined ? undefined : placeAt(source, first);
  if (place?.kind !== "docstring") return place;
  return second === undefined ? undefined : placeAt(source, second);
}

function placeAt(source: string, first: Node): Place | undefined {
  if (isDocstring(source, first)) return { kind: "docstring", node: first };
  if (SIMPLE.has(first.kind)) return { kind: "statement", node: first };
  if (first.kind === "for") return { kind: "expression", node: first.children[1]! };
  if (first.kind === "if") return { kind: "expression", node: first.children[0]! };
  return undefined;
}

function isDocstring(source: string, { kind, children }: Node): boolean {
  const value = children[0];
  if (kind !== "expression" || value?.kind !== "strings") return false;
  return (value as Strings).pieces.every(({ start }) => /^[rRuU]?["']/.test(source.slice(start, start + 2)));
}

/** The constant as Python, before and behind the docstring. */
export function describeFunction(
  source: string,
  node: FunctionDefinition,
  qualifiedName: string,
  lazyAnnotations: boolean,
): [before: string, behind: string] {
  const { parameters, returns, positionalOnly } = node;
  const written = ({ start, end }: Node): string => {
    const text = source.slice(start, end).replaceAll(/\s*\n\s*/g, " ");
    return pythonString(lazyAnnotations ? pythonString(text) : text);
  };
  const annotations = parameters.flatMap(({ name, annotation }) =>
    annotation === undefined ? [] : [`"${name}", ${written(annotation)}`],
  );
  if (returns !== undefined) annotations.push(`"return", ${written(returns)}`);
  const starred = (star: string): string => {
    const found = parameters.find((parameter) => parameter.star === star && parameter.name !== "");
    return found === undefined ? "None" : `"${found.name}"`;
  };
  const texts = annotations.length === 0 ? "None" : `(${annotations.join(", ")})`;
  return [`("__function__", "${qualifiedName}", `, `, ${texts}, ${starred("*")}, ${starred("**")}, ${positionalOnly})`];
}
