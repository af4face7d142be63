import { QueryError } from "./queryError.js";

/** SQLite's result codes that a person needs more words for. */
const sentences = new Map<unknown, string>([
  [5, "the database is locked by another program"],
  [6, "the database is locked by another program"],
  [7, "the query needs more memory than there is"],
  [10, "the database's file cannot be read"],
  [11, "the database's file is damaged"],
  [14, "the database's file cannot be opened: is it still there?"],
  [26, "the file is no SQLite database"],
  [776, "the last writer of the database crashed: a program that may write has to open it first"],
]);

/** What went wrong, in one line without paths. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return "the query failed";
  if (error instanceof QueryError) return error.message;
  const { sqliteExtendedCode, sqliteCode } = error as { sqliteExtendedCode?: unknown; sqliteCode?: unknown };
  return sentences.get(sqliteExtendedCode) ?? sentences.get(sqliteCode) ?? error.message;
}
