import { hostFunction } from "micropython-wasm";
import type { HostFunctions } from "micropython-wasm";
import { z } from "zod";
import type { SqlDatabases } from "./databases.js";
import type { SqlValue } from "./parameters.js";

// made once, not for each conversation: that takes longer than all else of its start
const name_of_database = z.string();
const ofDatabase = z.object({ name_of_database });
const ofQuery = z.object({
  name_of_database,
  sql: z.string(),
  params: z
    .union([z.array(z.unknown()), z.record(z.string(), z.unknown())], { error: "expected a list or a dict" })
    .nullable()
    .default(null),
});

/** The databases as Python functions. */
export function sqlFunctions(databases: SqlDatabases, conversation: { readonly actor: unknown }): HostFunctions {
  return {
    read_only_sql_query: hostFunction({
      description: `Runs one SQLite statement that only reads.

Returns a dict with "columns", "rows" (a list of lists) and "truncated" (whether there are more rows), or with "error" alone. params: a dict for :name
placeholders, a list for ? placeholders.`,
      parameters: ofQuery,
      handler: async ({ name_of_database, sql, params }, { signal }) => {
        const result = await databases.query(conversation.actor, name_of_database, sql, params, { signal });
        return "error" in result ? result : { ...result, rows: result.rows.map((row) => row.map(toPython)) };
      },
    }),
    list_databases: hostFunction({
      description: "The names of the databases that can be queried, as a list.",
      handler: () => databases.list(conversation.actor),
    }),
    describe_database: hostFunction({
      description: `The tables of a database: a dict with "tables", a list of dicts with "name", "type", "rows", "columns", "foreign_keys" and "indexes"; or with
"error" alone.`,
      parameters: ofDatabase,
      handler: ({ name_of_database }, { signal }) =>
        databases.describe(conversation.actor, name_of_database, { signal }),
    }),
  };
}

/** A float without decimals stays a float: only boxed is it told from an int. */
function toPython(value: SqlValue): unknown {
  return typeof value === "number" ? Object(value) : value;
}
