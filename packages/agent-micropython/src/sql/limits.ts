import { UsageError } from "micropython-wasm";

/** What one query may use. In configuration files the names are written `sql_time_limit_ms`, `max_returned_rows` and so on. */
export interface SqlLimits {
  /** Milliseconds of wall-clock time, from when the query begins. Default: 1,000. */
  readonly sqlTimeLimitMs: number;
  /** Rows of a result; `truncated` says that there are more. Default: 1,000. */
  readonly maxReturnedRows: number;
  /** Bytes of a result as it is sent to Python; `truncated` says that there is more. Default: 1,000,000. */
  readonly maxReturnedBytes: number;
  /** Bytes of one text, blob or row that SQLite makes or reads (SQLITE_LIMIT_LENGTH). Default: 16,777,216. */
  readonly maxValueBytes: number;
  /** Bytes of memory of the process that runs the query, of which it needs 60 MB itself. Default: 268,435,456. */
  readonly sqlMemoryBytes: number;
}

export const defaultSqlLimits: SqlLimits = {
  sqlTimeLimitMs: 1_000,
  maxReturnedRows: 1_000,
  maxReturnedBytes: 1_000_000,
  maxValueBytes: 16 * 1024 * 1024,
  sqlMemoryBytes: 256 * 1024 * 1024,
};

const ranges: Record<keyof SqlLimits, readonly [least: number, most: number]> = {
  sqlTimeLimitMs: [1, 3_600_000],
  maxReturnedRows: [1, 10_000_000],
  maxReturnedBytes: [1_000, 64 * 1024 * 1024],
  maxValueBytes: [1_000, 1_000_000_000],
  sqlMemoryBytes: [128 * 1024 * 1024, 64 * 1024 * 1024 * 1024],
};

/** @throws {UsageError} naming the limit that is wrong. */
export function resolveSqlLimits(limits: Partial<SqlLimits>, spelling = (name: string): string => name): SqlLimits {
  const resolved: { [name: string]: number } = { ...defaultSqlLimits };
  for (const [name, value] of Object.entries(limits)) {
    if (value === undefined) continue;
    const range = Object.hasOwn(ranges, name) ? ranges[name as keyof SqlLimits] : undefined;
    if (range === undefined) throw new UsageError(`there is no SQL limit ${name}`);
    if (!Number.isSafeInteger(value) || value < range[0] || value > range[1])
      throw new UsageError(`${spelling(name)} must be a whole number from ${range[0]} to ${range[1]}`);
    resolved[name] = value;
  }
  return resolved as unknown as SqlLimits;
}
