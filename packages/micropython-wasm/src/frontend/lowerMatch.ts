// `match` becomes `if`: its block holds the cases, which become `if` and `elif`. Patterns become conditions that bind names on the way.

import { blank } from "./edits.js";
import type { Lowering } from "./lower.js";
import type { Case, Match, Node, Pattern } from "./nodes.js";
import { pythonString } from "./pythonString.js";

export function lowerMatch(lowering: Lowering, node: Match): void {
  const { edits, source } = lowering;
  const { subject, colon, cases } = node;
  const name = lowering.temporary();
  // a list with something in it is true
  edits.replace(node.start, subject.start, `if [${name} := (`);
  if (subject.kind === "star") {
    edits.replace(subject.start, subject.start + 1, "__unpack_tuple__([");
    lowering.lower(subject.children[0]!);
    edits.insert(subject.end, "])");
  } else lowering.lower(subject);
  edits.replace(subject.end, colon.start, `)]${blank(source, { start: subject.end, end: colon.start })}`);
  cases.forEach((item, index) => lowerCase(lowering, item, index === 0 ? "if" : "elif", name));
}

function lowerCase(lowering: Lowering, node: Case, word: string, subject: string): void {
  const { edits, source } = lowering;
  const { pattern, guard, colon, body } = node;
  const matched = condition(lowering, pattern, subject);
  const lines = blank(source, { start: node.start, end: pattern.end });
  edits.replace(node.start, pattern.end, `${word} (${matched}${lines})`);
  if (guard !== undefined) {
    edits.replace(pattern.end, guard.start, ` and (${blank(source, { start: pattern.end, end: guard.start })}`);
    lowering.lower(guard);
    edits.replace(guard.end, colon.start, `)${blank(source, { start: guard.end, end: colon.start })}`);
  }
  lowering.lower(body);
}

/** An expression that is true where `subject`, a name or an index of one, matches. */
function condition(lowering: Lowering, pattern: Pattern, subject: string): string {
  const { children } = pattern;
  switch (pattern.form) {
    case "capture":
      return pattern.text === "_" ? "True" : `[${lowering.name(pattern.text)} := ${subject}]`;
    case "value":
      return value(lowering, children[0]!, subject);
    case "as": {
      const inner = condition(lowering, children[0] as Pattern, subject);
      return `${inner} and [${lowering.name(pattern.text)} := ${subject}]`;
    }
    case "or":
      return `(${children.map((child) => `(${condition(lowering, child as Pattern, subject)})`).join(" or ")})`;
    case "sequence":
      return sequence(lowering, children as Pattern[], subject);
    case "mapping":
      return mapping(lowering, pattern, subject);
    case "class":
      return instance(lowering, pattern, subject);
    case "star":
      return "True";
  }
}

function value(lowering: Lowering, node: Node, subject: string): string {
  const operator = node.kind === "constant" ? "is" : "==";
  return `${subject} ${operator} ${oneLine(lowering.text(node))}`;
}

/** Its lines are added at the end of the condition. */
function oneLine(text: string): string {
  return text.replace(/(?:#[^\r\n]*)?[\r\n]+/g, " ");
}

/** The conditions of parts, each found at an index of `whole`. */
function parts(lowering: Lowering, patterns: readonly Pattern[], indices: readonly string[]): string[] {
  const conditions: string[] = [];
  patterns.forEach((pattern, index) => {
    if (pattern.form === "capture" && pattern.text === "_") return;
    const place = indices[index]!;
    if (pattern.form === "capture" || pattern.form === "value") {
      conditions.push(condition(lowering, pattern, place));
      return;
    }
    const name = lowering.temporary();
    conditions.push(`[${name} := ${place}]`, `(${condition(lowering, pattern, name)})`);
  });
  return conditions;
}

function sequence(lowering: Lowering, items: readonly Pattern[], subject: string): string {
  const star = items.findIndex(({ form }) => form === "star");
  const count = star < 0 ? items.length : items.length - 1;
  const test = `__match_sequence__(${subject}, ${count}, ${star < 0 ? "False" : "True"})`;
  const indices = items.map((_, index) => {
    if (star < 0 || index < star) return `${subject}[${index}]`;
    if (index > star) return `${subject}[${index - items.length}]`;
    const after = items.length - 1 - star;
    return `__match_rest__(${subject}, ${star}, ${after})`;
  });
  const plain = items.map((item): Pattern => (item.form === "star" ? { ...item, form: "capture" } : item));
  return [test, ...parts(lowering, plain, indices)].join(" and ");
}

function mapping(lowering: Lowering, pattern: Pattern, subject: string): string {
  const name = lowering.temporary();
  const keys = pattern.keys.map((key) => `${oneLine(lowering.text(key))}, `).join("");
  const rest = pattern.text === "" ? "False" : "True";
  const found = `(${name} := __match_mapping__(${subject}, (${keys}), ${rest}))`;
  const items = pattern.children as Pattern[];
  const conditions = parts(
    lowering,
    items,
    items.map((_, index) => `${name}[${index}]`),
  );
  if (pattern.text !== "") conditions.push(`[${lowering.name(pattern.text)} := ${name}[${items.length}]]`);
  return [found, ...conditions].join(" and ");
}

function instance(lowering: Lowering, pattern: Pattern, subject: string): string {
  const [type, ...items] = pattern.children as [Node, ...Pattern[]];
  const target = oneLine(lowering.text(type));
  if (items.length === 0) return `__match_class__(${subject}, ${target}, 0, ())`;
  const name = lowering.temporary();
  const keywords = pattern.keywords
    .filter((keyword) => keyword !== "")
    .map((keyword) => `${pythonString(keyword)}, `)
    .join("");
  const positional = pattern.keywords.filter((keyword) => keyword === "").length;
  const found = `(${name} := __match_class__(${subject}, ${target}, ${positional}, (${keywords})))`;
  return [
    found,
    ...parts(
      lowering,
      items,
      items.map((_, index) => `${name}[${index}]`),
    ),
  ].join(" and ");
}
