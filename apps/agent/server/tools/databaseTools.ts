import { randomUUID } from "node:crypto";
import type { SqlDatabases } from "agent-micropython/sql";
import { z } from "zod";
import type { Accounts } from "../accounts/permissions.js";
import { toTable } from "../databases/cells.js";
import type { Store } from "../store/store.js";
import { define } from "./define.js";
import type { AgentTool } from "./tool.js";

const database = z.string().describe("name of the database, as list_databases gives it");

/** Rows that the model gets of a result; the person sees all that the query gave. */
const MODEL_ROWS = 50;

/** What the agent can do with databases, as the actor whom it works for. */
export function databaseTools(databases: SqlDatabases, accounts: Accounts, store: Store): AgentTool[] {
  const noSuch = (name: string): string => `there is no database ${JSON.stringify(name)}`;
  return [
    define({
      name: "list_databases",
      description: "The names of the databases.",
      input: z.object({}),
      run: async (_, { actor }) => ({ output: { databases: await databases.list(actor) } }),
    }),
    define({
      name: "describe_database",
      description: "Tables, views, columns, keys and row counts of a database. Call it before you write SQL.",
      input: z.object({ database }),
      run: async (input, { actor, signal }) => {
        const output = await databases.describe(actor, input.database, { signal });
        return { output, failed: "error" in output };
      },
    }),
    define({
      name: "sql_query",
      description: `Runs one SQLite query that only reads, and shows the person its rows as a table. You get the first ${MODEL_ROWS}.`,
      input: z.object({ database, sql: z.string() }),
      run: async (input, { actor, signal }) => {
        const result = await databases.query(actor, input.database, input.sql, null, { signal });
        if ("error" in result) return { output: result, failed: true };
        const table = toTable(result);
        const output = {
          ...table,
          rows: table.rows.slice(0, MODEL_ROWS),
          row_count: table.rows.length,
          truncated: table.truncated || table.rows.length > MODEL_ROWS,
        };
        return { output, show: { kind: "table", table, sql: input.sql, database: input.database } };
      },
    }),
    define({
      name: "execute_write_sql",
      description:
        "Runs one SQLite statement that changes a database, once the person has agreed: they are shown the exact SQL. Say in `purpose` what it is for.",
      input: z.object({ database, sql: z.string(), purpose: z.string() }),
      question: async (input, { actor }) =>
        accounts.may(actor, "execute-write-sql", input.database)
          ? { kind: "sql", sql: input.sql, database: input.database, purpose: input.purpose }
          : null,
      refusal: (input) => noSuch(input.database),
      run: async (input, { actor, signal }) => {
        const output = await databases.write(actor, input.database, input.sql, null, { signal });
        return { output, failed: "error" in output };
      },
    }),
    define({
      name: "save_query",
      description: "Keeps a query under a name on the database's SQL page, once the person has agreed.",
      input: z.object({ database, name: z.string().min(1).max(100), sql: z.string().max(100_000) }),
      question: async (input, { actor }) =>
        accounts.may(actor, "execute-sql", input.database)
          ? { kind: "sql", sql: input.sql, database: input.database, purpose: `Save as “${input.name}”` }
          : null,
      refusal: (input) => noSuch(input.database),
      run: async (input, { actor }) => {
        // it may have been taken away while the question was open
        if (!accounts.may(actor, "execute-sql", input.database))
          return { output: { error: noSuch(input.database) }, failed: true };
        store.saveQuery(actor, input.database, { id: randomUUID(), name: input.name, sql: input.sql });
        return { output: { saved: input.name } };
      },
    }),
  ];
}
