import { Guard } from "./guard.js";
import type { Database } from "./openDatabase.js";
import type { Request, Written } from "./protocol.js";
import { QueryError } from "./queryError.js";

/** Opens the file as a writer does, which takes back what one has left that was killed. */
export function recover(database: Database): Written {
  database.exec("SELECT 1 FROM sqlite_schema LIMIT 1");
  return { changes: 0 };
}

/** Runs one statement in a transaction of its own: all of it, or nothing where it fails or its process is killed. @throws {QueryError} and SQLite's errors. */
export function runWrite(database: Database, { sql, bindings }: NonNullable<Request["query"]>): Written {
  const guard = new Guard({ mayWrite: true });
  database.exec("BEGIN IMMEDIATE");
  database.setAuthorizer(guard.authorize);
  try {
    const { changes } = database.prepare(sql).run(bindings.named, ...bindings.anonymous);
    database.setAuthorizer(null);
    database.exec("COMMIT");
    // a bigint where ints are read as such, whatever its type says
    return { changes: Number(BigInt(changes)) };
  } catch (error) {
    // closing the connection would do that too, but only once the statement is garbage
    database.setAuthorizer(null);
    if (database.isTransaction) database.exec("ROLLBACK");
    if (guard.refused !== undefined) throw new QueryError(`${guard.refused} is not allowed here`);
    throw error;
  }
}
