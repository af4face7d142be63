import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Engine } from "./engine.js";
import type { SqlLimits } from "./limits.js";

export type Database = InstanceType<Engine>;

/** SQLITE_READONLY_DIRECTORY: a database in WAL mode in a directory where SQLite cannot make its two helper files. */
const READONLY_DIRECTORY = 1544;

/** A connection that cannot write, for one query. */
export function openDatabase(engine: Engine, path: string, limits: SqlLimits): Database {
  const database = connect(engine, path, limits);
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    if ((error as { sqliteExtendedCode?: unknown }).sqliteExtendedCode !== READONLY_DIRECTORY || hasLog(path))
      throw error;
  }
  // nobody writes: there is no log
  const url = pathToFileURL(path);
  url.searchParams.set("immutable", "1");
  const unchanging = connect(engine, url.href, limits);
  prepare(unchanging);
  return unchanging;
}

/** A connection for one statement that writes. The file has to be there. */
export function openForWriting(engine: Engine, path: string, limits: SqlLimits): Database {
  statSync(path);
  const database = connect(engine, path, limits, { readOnly: false });
  database.exec("PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON");
  return database;
}

function connect(
  Engine: Engine,
  location: string,
  { maxValueBytes, sqlTimeLimitMs }: SqlLimits,
  { readOnly = true } = {},
): Database {
  return new Engine(location, {
    readOnly,
    defensive: true,
    allowExtension: false,
    // a locked database is to be said before the time is over
    timeout: Math.floor(sqlTimeLimitMs / 2),
    readBigInts: true,
    returnArrays: true,
    allowBareNamedParameters: false,
    // many programs write "text": where no column has that name, SQLite by default takes it so
    enableDoubleQuotedStringLiterals: true,
    limits: { length: maxValueBytes, sqlLength: 1_000_000, attach: 0, vdbeOp: 1_000_000 },
  });
}

function prepare(database: Database): void {
  // sorting goes to memory, which has a limit, not to files
  database.exec(
    "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON",
  );
  // Virtual tables compile statements of their own at their first use, also writing ones. That must be before the guard asks about each.
  const virtual = database.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'create virtual table%' LIMIT 1000",
  );
  for (const [name] of virtual.all() as [string][]) {
    try {
      database.prepare(`SELECT 1 FROM "${name.replaceAll('"', '""')}" LIMIT 0`);
    } catch {
      // A module that is not there: only queries that use it fail.
    }
  }
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
