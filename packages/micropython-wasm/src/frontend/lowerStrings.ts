// f-strings that MicroPython's tokenizer reads otherwise than CPython become calls of `format`; prefixes that it does not know, others.

import { type FormattedField, fieldsOf, literalOf } from "./formatted.js";
import type { Lowering } from "./lower.js";
import type { Node, Strings } from "./nodes.js";
import { pythonString } from "./pythonString.js";
import type { Token } from "./tokenizer.js";

export function lowerStrings(lowering: Lowering, node: Strings): void {
  const { edits, source } = lowering;
  const { mark } = edits;
  lowering.all(node.children);
  const changed = edits.mark > mark;
  const formatted = node.pieces.some((piece) => literalOf(source, piece).prefix.includes("f"));
  if (!formatted) return node.pieces.forEach((piece) => lowerPrefix(lowering, piece));
  if (!changed && !node.pieces.some((piece) => isStrange(source, piece, node.pieces.length))) return;
  const values = new Map(node.children.map((child) => [child.start, child]));
  edits.forget(mark);
  const args: string[] = [];
  const between = (index: number): string =>
    source.slice(node.pieces[index - 1]?.end ?? node.start, node.pieces[index]!.start);
  const texts = node.pieces.map((piece, index) => between(index) + piecePlain(lowering, piece, values, args));
  edits.replace(node.start, node.end, `(${texts.join("")}).format(${args.join(", ")})`);
}

/** Whether MicroPython would read this piece wrongly, or not at all. */
function isStrange(source: string, piece: Token, pieces: number): boolean {
  const { prefix, start, end } = literalOf(source, piece);
  const text = source.slice(start, end);
  if (!prefix.includes("f")) return pieces > 1 && /[{}]/.test(text);
  if (prefix !== "f" || source[piece.start] !== "f") return true;
  return fieldsOf(source, piece).some((field) => {
    const inner = source.slice(field.start, field.end);
    return (
      field.debug !== undefined ||
      field.conversion === "a" ||
      /[{}:!"'\r\n\\]|\blambda\b/.test(inner) ||
      field.inner.length > 0
    );
  });
}

/** A piece as a literal for `format`, whose arguments are added to `args`. */
function piecePlain(lowering: Lowering, piece: Token, values: Map<number, Node>, args: string[]): string {
  const { source } = lowering;
  const { prefix, quote, start, end } = literalOf(source, piece);
  const raw = prefix.includes("r") ? "r" : "";
  if (!prefix.includes("f")) {
    const text = source
      .slice(start, end)
      .replace(/\\N\{[^}]*\}|[{}]/g, (found) => (found.length > 1 ? found : found + found));
    return raw + quote + text + quote;
  }
  let text = "";
  let at = start;
  for (const field of fieldsOf(source, piece)) {
    text += source.slice(at, field.open);
    // the text before `=` may hold quotes: it stands in a literal of its own
    if (field.debug !== undefined)
      text += `${quote} ${pythonString(field.debug).replace(/[{}]/g, "$&$&")} ${raw}${quote}`;
    text += plainField(lowering, field, values, args);
    at = field.close + 1;
  }
  return raw + quote + text + source.slice(at, end) + quote;
}

function plainField(lowering: Lowering, field: FormattedField, values: Map<number, Node>, args: string[]): string {
  const { source } = lowering;
  const leading = /^\s*/.exec(source.slice(field.start, field.end))![0];
  const value = values.get(field.start + leading.length);
  const text = lowering.text(field, () => value !== undefined && lowering.lower(value));
  args.push(field.conversion === "a" ? `ascii(${text})` : `(${text})`);
  const isRepr =
    field.conversion === "r" || (field.debug !== undefined && field.conversion === "" && field.spec === undefined);
  const conversion = isRepr ? "!r" : field.conversion === "s" ? "!s" : "";
  if (field.spec === undefined) return `{${conversion}}`;
  let spec = "";
  let at = field.spec[0];
  for (const inner of field.inner) {
    spec += source.slice(at, inner.open) + plainField(lowering, inner, values, args);
    at = inner.close + 1;
  }
  return `{${conversion}:${spec}${source.slice(at, field.spec[1])}}`;
}

function lowerPrefix({ edits, source }: Lowering, piece: Token): void {
  const prefix = /^[a-zA-Z]*/.exec(source.slice(piece.start, piece.start + 2))![0];
  const known = prefix.toLowerCase() === "br" ? "rb" : prefix.toLowerCase().replace("u", "");
  if (known !== prefix) edits.replace(piece.start, piece.start + prefix.length, known);
}
