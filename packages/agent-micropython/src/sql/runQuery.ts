import { Guard } from "./guard.js";
import type { SqlLimits } from "./limits.js";
import type { Database } from "./openDatabase.js";
import type { SqlValue } from "./parameters.js";
import type { Request, Rows } from "./protocol.js";
import { QueryError } from "./queryError.js";

/** Runs one statement under the guard. @throws {QueryError} and SQLite's errors. */
export function runQuery(database: Database, query: NonNullable<Request["query"]>, limits: SqlLimits): Rows {
  const guard = new Guard({ mayWrite: false });
  database.setAuthorizer(guard.authorize);
  try {
    const statement = database.prepare(query.sql);
    const { named, anonymous } = query.bindings;
    const columns = statement.columns().map(({ name }) => name);
    const found = statement.iterate(named, ...anonymous) as Iterable<SqlValue[]>;
    return { columns, ...collect(found, sizeOf(columns), limits) };
  } catch (error) {
    if (guard.refused !== undefined)
      throw new QueryError(`databases are read-only here: ${guard.refused} is not allowed`);
    throw error;
  }
}

/** As many rows as the limits leave room for; `bytes` are taken already. */
function collect(found: Iterable<SqlValue[]>, bytes: number, limits: SqlLimits): Pick<Rows, "rows" | "truncated"> {
  const { maxReturnedRows, maxReturnedBytes } = limits;
  const rows: SqlValue[][] = [];
  for (const row of found) {
    if (rows.length === maxReturnedRows) return { rows, truncated: true };
    bytes += sizeOf(row);
    if (bytes > maxReturnedBytes) {
      if (rows.length > 0) return { rows, truncated: true };
      throw new QueryError(
        `the first row and the names of the columns have ${bytes} bytes, more than ${maxReturnedBytes} (max_returned_bytes): select less`,
      );
    }
    rows.push(row);
  }
  return { rows, truncated: false };
}

/** The most that it takes on the way to Python. */
function sizeOf(row: readonly SqlValue[]): number {
  return row.reduce<number>((sum, value) => {
    if (typeof value === "string") return sum + 6 + Buffer.byteLength(value);
    return sum + (value instanceof Uint8Array ? 6 + value.length : 10);
  }, 6);
}
