import { statSync } from "node:fs";
import type { SqlLimits } from "./limits.js";
import type { Database } from "./openDatabase.js";
import type { SqlValue } from "./parameters.js";
import type { DatabaseDescription, TableDescription } from "./protocol.js";

/** Counting rows reads a whole table: in larger files that takes too long. */
const COUNTED_FILE_BYTES = 16 * 1024 * 1024;

/** Tables and views with their columns, keys and indexes, as many as fit into `maxReturnedBytes`. */
export function describeDatabase(
  database: Database,
  path: string,
  { maxReturnedBytes }: SqlLimits,
): DatabaseDescription {
  const countable = statSync(path).size <= COUNTED_FILE_BYTES;
  const found = database
    .prepare(
      `SELECT name, type FROM pragma_table_list
       WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .iterate() as Iterable<[string, TableDescription["type"]]>;
  const tables: TableDescription[] = [];
  let bytes = 0;
  for (const [name, type] of found) {
    const table = describeTable(database, name, type, countable);
    bytes += Buffer.byteLength(JSON.stringify(table));
    if (bytes > maxReturnedBytes) return { tables, truncated: true };
    tables.push(table);
  }
  return { tables, truncated: false };
}

function describeTable(
  database: Database,
  name: string,
  type: TableDescription["type"],
  countable: boolean,
): TableDescription {
  const ask = <Row extends SqlValue[]>(sql: string, about = name): Row[] => database.prepare(sql).all(about) as Row[];
  const columns = readColumns(() =>
    // 1 are hidden columns of virtual tables
    ask<ColumnRow>(`SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?) WHERE hidden <> 1`),
  );
  const keys = ask<[bigint, string, string, string | null]>(
    `SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq`,
  );
  const indexes = ask<[string, bigint]>(`SELECT name, "unique" FROM pragma_index_list(?) WHERE origin <> 'pk'`);
  return {
    name,
    type,
    rows: countable && type === "table" ? countRows(database, name) : null,
    columns: columns.map(([name, type, notNull, value, key]) => ({
      name,
      type,
      not_null: notNull === 1n,
      default: value,
      primary_key: Number(key),
    })),
    foreign_keys: [...new Set(keys.map(([id]) => id))].map((id) => {
      const parts = keys.filter((key) => key[0] === id);
      return {
        columns: parts.map(([, , from]) => from),
        table: parts[0]?.[1] ?? "",
        references: parts.map(([, , , to]) => to),
      };
    }),
    indexes: indexes.map(([name, unique]) => ({
      name,
      columns: ask<[string | null]>("SELECT name FROM pragma_index_info(?) ORDER BY seqno", name).map(
        ([column]) => column,
      ),
      unique: unique === 1n,
    })),
  };
}

type ColumnRow = [string, string, bigint, string | null, bigint];

/** A view of what is no more there has no columns. */
function readColumns(read: () => ColumnRow[]): ColumnRow[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function countRows(database: Database, name: string): number {
  const [row] = database.prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`).all() as [[bigint]];
  return Number(row[0]);
}
