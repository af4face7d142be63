// What a statement may do, asked by SQLite for each action while it compiles it. For queries the file is opened read-only besides.

/** The action codes of sqlite3_set_authorizer: part of SQLite's stable interface. */
const actions = new Map([
  [1, "CREATE INDEX"],
  [2, "CREATE TABLE"],
  [3, "CREATE INDEX"],
  [4, "CREATE TABLE"],
  [5, "CREATE TRIGGER"],
  [6, "CREATE VIEW"],
  [7, "CREATE TRIGGER"],
  [8, "CREATE VIEW"],
  [9, "DELETE"],
  [10, "DROP INDEX"],
  [11, "DROP TABLE"],
  [12, "DROP INDEX"],
  [13, "DROP TABLE"],
  [14, "DROP TRIGGER"],
  [15, "DROP VIEW"],
  [16, "DROP TRIGGER"],
  [17, "DROP VIEW"],
  [18, "INSERT"],
  [22, "a transaction"],
  [23, "UPDATE"],
  [24, "ATTACH or VACUUM"],
  [25, "DETACH"],
  [26, "ALTER TABLE"],
  [27, "REINDEX"],
  [28, "ANALYZE"],
  [29, "CREATE VIRTUAL TABLE"],
  [30, "DROP TABLE"],
  [32, "a savepoint"],
]);

const PRAGMA = 19;
const READ = 20;
const SELECT = 21;
const FUNCTION = 31;
const RECURSIVE = 33;

const OK = 0;
const DENY = 1;

/** These only read, whatever their argument is. */
const readingPragmas = new Set([
  "collation_list",
  "compile_options",
  "data_version",
  "foreign_key_check",
  "foreign_key_list",
  "freelist_count",
  "function_list",
  "index_info",
  "index_list",
  "index_xinfo",
  "module_list",
  "page_count",
  "pragma_list",
  "table_info",
  "table_list",
  "table_xinfo",
]);

/** These read without an argument, and write with one. */
const argumentWrites = new Set([
  "application_id",
  "encoding",
  "journal_mode",
  "page_size",
  "schema_version",
  "user_version",
]);

const deniedFunctions = new Set(["load_extension", "fts3_tokenizer", "sqlite_log"]);

/** What a statement that may write is refused all the same: other files, and the end of the transaction that it runs in. */
const neverWritten = new Set([22, 24, 25, 32]);

/** The authorizer of one statement. */
export class Guard {
  readonly #mayWrite: boolean;

  /** What it refused last, in words. */
  refused: string | undefined;

  constructor({ mayWrite }: { mayWrite: boolean }) {
    this.#mayWrite = mayWrite;
  }

  /** In the form of DatabaseSync.setAuthorizer. */
  readonly authorize = (code: number, first: string | null, second: string | null): number => {
    this.refused = this.#objection(code, first?.toLowerCase() ?? "", second);
    return this.refused === undefined ? OK : DENY;
  };

  #objection(code: number, first: string, second: string | null): string | undefined {
    switch (code) {
      case SELECT:
      case READ:
      case RECURSIVE:
        return undefined;
      case FUNCTION:
        // the second is the function's name
        return deniedFunctions.has(second?.toLowerCase() ?? "") ? `the function ${second}()` : undefined;
      case PRAGMA:
        return readingPragmas.has(first) || (argumentWrites.has(first) && second === null)
          ? undefined
          : `PRAGMA ${first}${second === null ? "" : " with a value"}`;
      default:
        if (this.#mayWrite && actions.has(code) && !neverWritten.has(code)) return undefined;
        return actions.get(code) ?? `what it asks for (action ${code})`;
    }
  }
}
