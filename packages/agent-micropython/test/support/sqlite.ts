import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll } from "vitest";
import { SqlDatabases } from "../../src/sql/index.js";
import type { SqlDatabasesOptions } from "../../src/sql/index.js";

const cleanups: (() => void)[] = [];
afterAll(() => {
  for (const cleanup of cleanups.toReversed()) cleanup();
});

/** A directory that is gone after the tests. */
export function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), "agent-micropython-"));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A new database file with what the SQL makes. */
export function sqliteFile(sql: string, path = join(scratch(), "data.db")): string {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
  return path;
}

/** Databases that are closed after the tests. A query's time is short only where a test says so: on a busy machine any may take its second. */
export function open(options: SqlDatabasesOptions): SqlDatabases {
  const databases = new SqlDatabases({ sqlTimeLimitMs: 60_000, ...options });
  cleanups.push(() => databases.close());
  return databases;
}

/** One database called "data". */
export function openData(sql: string, options: Omit<SqlDatabasesOptions, "databases"> = {}): SqlDatabases {
  return open({ databases: { data: sqliteFile(sql) }, ...options });
}

/** The names and contents of all files in a directory. */
export function fingerprint(directory: string): string[] {
  return readdirSync(directory)
    .toSorted()
    .map(
      (name) =>
        `${name} ${createHash("sha256")
          .update(readFileSync(join(directory, name)))
          .digest("hex")}`,
    );
}
