// What CPython refuses in the cases of a `match`.

import type { Case, Match, Node, Pattern } from "./nodes.js";
import { SyntaxProblem } from "./syntaxProblem.js";

/** @throws {SyntaxProblem} */
export function checkMatch({ cases }: Match, source: string): void {
  cases.forEach((item, index) => checkCase(item, index === cases.length - 1, source));
}

function checkCase({ pattern, guard }: Case, isLast: boolean, source: string): void {
  if (guard === undefined && !isLast) refuseCatchAll(pattern);
  bound(pattern, new Set(), source);
}

/** The part that matches everything, which only the last may do. */
function refuseCatchAll(pattern: Pattern): void {
  if (pattern.form === "or") pattern.children.slice(-1).forEach((child) => refuseCatchAll(child as Pattern));
  else if (pattern.form === "as") refuseCatchAll(pattern.children[0] as Pattern);
  else if (pattern.form === "capture") {
    const what = pattern.text === "_" ? "wildcard" : `name capture '${pattern.text}'`;
    fail(`${what} makes remaining patterns unreachable`, pattern);
  }
}

/** The names that a pattern binds, added to those that its surroundings bind. */
function bound(pattern: Pattern, names: Set<string>, source: string): Set<string> {
  const { form, text, children } = pattern;
  const bind = (): void => {
    if (text === "" || text === "_") return;
    if (names.has(text)) fail(`multiple assignments to name '${text}' in pattern`, pattern);
    names.add(text);
  };
  switch (form) {
    case "capture":
    case "star":
      bind();
      break;
    case "value":
      checkValue(children[0]!, source);
      break;
    case "or":
      bindAlternatives(pattern, names, source);
      break;
    case "class":
      checkKeywords(pattern);
      for (const child of children.slice(1)) bound(child as Pattern, names, source);
      break;
    default:
      for (const child of children) bound(child as Pattern, names, source);
      bind();
  }
  return names;
}

function bindAlternatives(pattern: Pattern, names: Set<string>, source: string): void {
  let first: Set<string> | undefined;
  pattern.children.forEach((child, index) => {
    if (index < pattern.children.length - 1) refuseCatchAll(child as Pattern);
    const bindings = bound(child as Pattern, new Set(), source);
    first ??= bindings;
    if (bindings.size !== first.size || [...bindings].some((name) => !first!.has(name)))
      fail("alternative patterns bind different names", pattern);
  });
  for (const name of first ?? []) {
    if (names.has(name)) fail(`multiple assignments to name '${name}' in pattern`, pattern);
    names.add(name);
  }
}

function checkKeywords({ keywords, children }: Pattern): void {
  keywords.forEach((keyword, index) => {
    if (keyword !== "" && keywords.indexOf(keyword) < index)
      fail(`attribute name repeated in class pattern: ${keyword}`, children[index + 1]!);
  });
}

function checkValue(node: Node, source: string): void {
  if (node.kind === "binary" && !/[jJ]$/.test(source.slice(node.start, node.end)))
    fail("imaginary number required in complex literal", node.children[1]!);
  if (node.kind === "strings" && /^[rR]?[fF]/.test(source.slice(node.start, node.end)))
    fail("patterns may only match literals and attribute lookups", node);
}

function fail(message: string, node: { start: number; end: number }): never {
  throw new SyntaxProblem(message, node.start, node.end);
}
