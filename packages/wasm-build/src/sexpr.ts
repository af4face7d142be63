/** WebAssembly text as nested lists: `(i32.add (local.get $x) (i32.const 1))` is `["i32.add", ["local.get", "$x"], ["i32.const", "1"]]`. */
export type Sexpr = string | List;
export type List = Sexpr[];

/** Parses one parenthesised form. Strings keep their quotes; comments are dropped. */
export function parse(text: string): List {
  const stack: List[] = [];
  let current: List = [];
  const token = /\(;[\s\S]*?;\)|;;[^\n]*|"(?:[^"\\]|\\[\s\S])*"|[()]|[^\s()";]+/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const word = match[0];
    if (word === "(") {
      stack.push(current);
      current = [];
    } else if (word === ")") {
      const parent = stack.pop();
      if (parent === undefined) throw new Error(`wasm text: unbalanced ")" at offset ${match.index}`);
      parent.push(current);
      current = parent;
    } else if (!word.startsWith(";;") && !word.startsWith("(;")) {
      current.push(word);
    }
  }
  const root = current[0];
  if (stack.length > 0 || !Array.isArray(root)) throw new Error("wasm text: no complete form");
  return root;
}

export function print(node: Sexpr): string {
  const out: string[] = [];
  write(node, out);
  return out.join("");
}

function write(node: Sexpr, out: string[]): void {
  if (typeof node === "string") {
    out.push(node);
    return;
  }
  out.push("(");
  for (let i = 0; i < node.length; i++) {
    if (i > 0) out.push(" ");
    write(node[i]!, out);
  }
  out.push(")\n");
}

export function isList(node: Sexpr | undefined): node is List {
  return Array.isArray(node);
}

/** Whether `node` is a list whose first word is `head`. */
export function is(node: Sexpr | undefined, head: string): node is List {
  return Array.isArray(node) && node[0] === head;
}

/** The second word of a list, where names and constants stand. */
export function name(node: List): string {
  const word = node[1];
  if (typeof word !== "string") throw new Error(`wasm text: no name in ${print(node).slice(0, 80)}`);
  return word;
}

/** Calls `visit` for every list in `node`, parents first. */
export function walk(node: Sexpr, visit: (list: List) => void): void {
  if (typeof node === "string") return;
  visit(node);
  for (const child of node) if (typeof child !== "string") walk(child, visit);
}

/** Replaces every list bottom-up by what `change` returns. */
export function rewrite(node: List, change: (list: List) => Sexpr): Sexpr {
  for (let i = 0; i < node.length; i++) {
    const child = node[i]!;
    if (typeof child !== "string") node[i] = rewrite(child, change);
  }
  return change(node);
}

/** Whether any list in `node` satisfies `test`. */
export function some(node: Sexpr, test: (list: List) => boolean): boolean {
  if (typeof node === "string") return false;
  return test(node) || node.some((child) => some(child, test));
}

/** All lists with the given head, parents first. */
export function all(node: Sexpr, head: string): List[] {
  const found: List[] = [];
  walk(node, (list) => {
    if (list[0] === head) found.push(list);
  });
  return found;
}

/**
 * Matches `node` against a pattern written as wasm text. `?x` matches anything and captures it, `?...` the rest of a list; a `?x` used twice must match the same text.
 * Returns the captures, or undefined.
 */
export function match(
  node: Sexpr | undefined,
  pattern: Sexpr,
  captures: Record<string, Sexpr> = {},
): Record<string, Sexpr> | undefined {
  if (node === undefined) return undefined;
  if (typeof pattern === "string") {
    if (pattern.startsWith("?")) {
      const earlier = captures[pattern];
      if (earlier !== undefined) return print(earlier) === print(node) ? captures : undefined;
      captures[pattern] = node;
      return captures;
    }
    return node === pattern ? captures : undefined;
  }
  if (typeof node === "string") return undefined;
  for (let i = 0; i < pattern.length; i++) {
    const part = pattern[i]!;
    if (part === "?...") return captures;
    const child = node[i];
    if (child === undefined || match(child, part, captures) === undefined) return undefined;
  }
  return node.length === pattern.length ? captures : undefined;
}
