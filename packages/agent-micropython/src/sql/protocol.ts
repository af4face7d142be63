// What the host and the process that runs its queries say to each other.
import type { Bindings, SqlValue } from "./parameters.js";
import type { SqlLimits } from "./limits.js";

export interface Request {
  /** The database's file. */
  readonly path: string;
  readonly limits: SqlLimits;
  /** The statement; without one, the database is described, or with `write` put in order after a writer that was killed. */
  readonly query?: { readonly sql: string; readonly bindings: Bindings };
  /** The statement writes. */
  readonly write?: true;
}

/** What a statement that writes has done. */
export interface Written {
  /** Rows that it inserted, changed or deleted. */
  readonly changes: number;
}

/** Ints are bigint, floats are number. */
export interface Rows {
  readonly columns: string[];
  readonly rows: SqlValue[][];
  readonly truncated: boolean;
}

/** What `describe_database` tells; the names are those of the Python dicts. */
export interface DatabaseDescription {
  readonly tables: TableDescription[];
  /** Whether there are more tables than fit. */
  readonly truncated: boolean;
}

export interface TableDescription {
  readonly name: string;
  readonly type: "table" | "view" | "virtual";
  /** Number of rows; null for views, and where the file is too large to count. */
  readonly rows: number | null;
  readonly columns: ColumnDescription[];
  readonly foreign_keys: {
    readonly columns: string[];
    readonly table: string;
    readonly references: (string | null)[];
  }[];
  readonly indexes: { readonly name: string; readonly columns: (string | null)[]; readonly unique: boolean }[];
}

export interface ColumnDescription {
  readonly name: string;
  /** As declared; "" where nothing is. */
  readonly type: string;
  readonly not_null: boolean;
  /** SQL of the default value. */
  readonly default: string | null;
  /** Its place in the primary key, from 1; 0 where it is not part of it. */
  readonly primary_key: number;
}

export type Answer =
  | { readonly rows: Rows }
  | { readonly written: Written }
  | { readonly description: DatabaseDescription }
  | { readonly error: string };

/** What the process sends: first that it is ready, then an answer for each request. */
export type Message = "ready" | Answer;
