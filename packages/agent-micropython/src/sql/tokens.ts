// What has to be known of an SQL text before SQLite sees it: its parameters, and whether it is one statement. SQLite's API for Node tells neither.

/** One parameter, as often as it stands in the text. */
export interface Placeholder {
  /** As SQLite knows it, with its prefix: ":qty", "?2"; "?" for one without a name. */
  readonly name: string;
  /** From 1, as SQLite counts them. */
  readonly number: number;
}

export interface Scan {
  readonly placeholders: readonly Placeholder[];
  /** How many statements there are; 2 stands for more, too. */
  readonly statements: 0 | 1 | 2;
}

// In the order of SQLite's tokenizer (src/tokenize.c). What is not closed reaches to the end: SQLite refuses it, or takes it so (a comment).
const space = /[ \t\n\f\r]+|--[^\n]*|\/\*(?=[^])[^]*?(?:\*\/|$)/;
const quoted = /'[^']*(?:''[^']*)*(?:'|$)|"[^"]*(?:""[^"]*)*(?:"|$)|`[^`]*(?:``[^`]*)*(?:`|$)|\[[^\]]*(?:\]|$)/;
// Without Tcl's "(index)" behind it: SQLite then finds no value for that one.
const variable = /\?[0-9]*|[:@$#](?:[\w$\u0080-\uffff]|::)+/;
const word = /[\w$\u0080-\uffff]+/;
const token = new RegExp(
  `(?<space>${space.source})|${quoted.source}|(?<variable>${variable.source})|(?<end>;)|${word.source}|[^]`,
  "gy",
);

export function scan(sql: string): Scan {
  const numbers = new Map<string, number>();
  const placeholders: Placeholder[] = [];
  let highest = 0;
  let statements = 0;
  let inside = false;
  for (const { 0: text, groups } of sql.matchAll(token)) {
    if (groups?.["space"] !== undefined) continue;
    if (groups?.["end"] !== undefined) {
      inside = false;
      continue;
    }
    if (!inside) statements++;
    if (statements > 1) return { placeholders, statements: 2 };
    inside = true;
    if (groups?.["variable"] === undefined) continue;
    const known = text === "?" ? undefined : numbers.get(text);
    if (known !== undefined) continue;
    const number = /^\?\d/.test(text) ? Number(text.slice(1)) : highest + 1;
    highest = Math.max(highest, number);
    numbers.set(text, number);
    placeholders.push({ name: text, number });
  }
  return { placeholders, statements: statements as 0 | 1 };
}
