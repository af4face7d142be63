import { DatabaseSync } from "@photostructure/sqlite";
import { array, assert, constantFrom, property } from "fast-check";
import { expect, it } from "vitest";
import { scan } from "../../src/sql/tokens.js";

// What matters to the scanner, in any order.
const pieces = [
  "SELECT",
  " ",
  "1",
  ",",
  "'",
  '"',
  "`",
  "[",
  "]",
  "--",
  "\n",
  "/*",
  "*/",
  ";",
  ":a",
  "?",
  "?3",
  "@b",
  "$c::d",
  "x",
  "''",
  "/",
  "*",
  "é",
];
const texts = array(constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(""));

it("sees as many parameters and statements as SQLite does", () => {
  const database = new DatabaseSync(":memory:");
  let compiled = 0;
  assert(
    property(texts, (tail) => {
      const sql = `SELECT 1${tail}`;
      let statement;
      try {
        statement = database.prepare(sql);
      } catch {
        return; // SQLite refuses it, whatever the scanner takes it for
      }
      compiled++;
      const { placeholders, statements } = scan(sql);
      // with all parameters bound to themselves, a statement that was cut off at the first ; is shorter
      expect(statements).toBe(rest(database, sql, statement.expandedSQL!) ? 2 : 1);
      if (statements === 2) return;
      const names = [...statement.expandedSQL!.matchAll(/NULL/g)].length;
      expect(placeholders.length === 0).toBe(names === 0);
    }),
    { numRuns: 20_000, seed: 1 },
  );
  expect(compiled).toBeGreaterThan(500);
  database.close();
});

/** Whether SQLite finds a statement, or something that is none, behind the first. */
function rest(database: InstanceType<typeof DatabaseSync>, sql: string, expanded: string): boolean {
  // parameters are written as NULL: the first statement is as long as it was without that
  let length = 0;
  for (let i = 0; i < expanded.length; length++) {
    if (expanded[i] === sql[length]) i++;
    else if (expanded.startsWith("NULL", i)) {
      i += 4;
      const [name] = /^(?:\?\d*|[:@$](?:[\w$\u0080-\uffff]|::)+)/.exec(sql.slice(length))!;
      length += name.length - 1;
    } else throw new Error(`unexpected: ${expanded} of ${sql}`);
  }
  const tail = sql.slice(length);
  try {
    const next = database.prepare(tail);
    next.all();
    return true;
  } catch (error) {
    // nothing but spaces and comments
    return !(error as Error).message.includes("not properly initialized");
  }
}

it.each([
  ["", 0],
  [" ; ; ", 0],
  ["SELECT 1", 1],
  ["SELECT 1;", 1],
  ["SELECT 1; -- end", 1],
  ["SELECT 1; /* open", 1],
  ["SELECT ';'; x", 2],
  ["SELECT 1;;2", 2],
])("%j", (sql, statements) => {
  expect(scan(sql).statements).toBe(statements);
});

it.each(["'", '"', "`", "[", "/*", "--", "''", "?", ":a", "a", " ", "(", "*/", "$a::", "$a("])(
  "a million characters of %j are no work",
  (piece) => {
    scan(`SELECT ${piece.repeat(1_000_000 / piece.length)}`);
  },
  5_000,
);
