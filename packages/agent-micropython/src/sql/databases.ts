import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "micropython-wasm";
import type { HostFunctions } from "micropython-wasm";
import { sqlFunctions } from "./hostFunctions.js";
import { resolveSqlLimits } from "./limits.js";
import type { SqlLimits } from "./limits.js";
import { bind } from "./parameters.js";
import type { Bindings, SqlParameters } from "./parameters.js";
import { ProcessPool } from "./processPool.js";
import type { Answer, DatabaseDescription, Request, Rows, Written } from "./protocol.js";
import { QueryError } from "./queryError.js";
import { scan } from "./tokens.js";

/** What an actor may do with a database: see that it is there and how it is built, read it with SQL, and change it. */
export type SqlAction = "view-database" | "execute-sql" | "execute-write-sql";

/** Whether an actor may. Whatever it gives but true is no; where it throws, the call fails. */
export type SqlPermissions = (actor: unknown, action: SqlAction, database: string) => boolean | Promise<boolean>;

export interface SqlDatabasesOptions extends Partial<SqlLimits> {
  /** The SQLite files by the names that queries use. */
  readonly databases: { readonly [name: string]: string };
  /** Default: every actor may do everything. */
  readonly permissions?: SqlPermissions;
  /** Queries that run at once, each in a process of its own. Default: 4. */
  readonly maxSqlProcesses?: number;
}

/** Why there is no result, in one sentence. */
export interface SqlFailure {
  readonly error: string;
}

/** SQLite files that untrusted queries may read, and nothing else. */
export class SqlDatabases {
  readonly #paths: ReadonlyMap<string, string>;
  readonly #permissions: SqlPermissions;
  readonly #limits: SqlLimits;
  readonly #processes: ProcessPool;

  /** @throws {UsageError} for an option that is wrong, and a file that is not there. */
  constructor({ databases, permissions = () => true, maxSqlProcesses = 4, ...limits }: SqlDatabasesOptions) {
    if (typeof permissions !== "function") throw new UsageError("permissions must be a function");
    if (!Number.isSafeInteger(maxSqlProcesses) || maxSqlProcesses < 1 || maxSqlProcesses > 64)
      throw new UsageError("maxSqlProcesses must be a whole number from 1 to 64");
    this.#paths = new Map(Object.entries(databases).map(([name, path]) => [name, checkFile(name, path)]));
    this.#permissions = permissions;
    this.#limits = resolveSqlLimits(limits);
    this.#processes = new ProcessPool(maxSqlProcesses);
  }

  /** The names of the databases that the actor may view. */
  async list(actor: unknown): Promise<string[]> {
    const names = [...this.#paths.keys()];
    const visible = await Promise.all(names.map((name) => this.#may(actor, "view-database", name)));
    return names.filter((_, i) => visible[i]);
  }

  /** Its tables, views, columns, keys and indexes. */
  async describe(
    actor: unknown,
    database: string,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<DatabaseDescription | SqlFailure> {
    const answer = await this.#ask(actor, "view-database", database, {}, signal);
    return "description" in answer ? answer.description : failure(answer);
  }

  /**
   * Runs one statement that only reads. `params` are by name or by position. Ints of the result are bigint, floats number, blobs Uint8Array. What goes wrong,
   * also a database that the actor may not read, is an `error`, never thrown.
   */
  async query(
    actor: unknown,
    database: string,
    sql: string,
    params: SqlParameters | null = null,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Rows | SqlFailure> {
    const answer = await this.#ask(actor, "execute-sql", database, { sql, params }, signal);
    return "rows" in answer ? answer.rows : failure(answer);
  }

  /**
   * Runs one statement that may write, in a transaction of its own. For the application, where a person has agreed: no host function does this.
   */
  async write(
    actor: unknown,
    database: string,
    sql: string,
    params: SqlParameters | null = null,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Written | SqlFailure> {
    const answer = await this.#ask(actor, "execute-write-sql", database, { sql, params }, signal);
    if ("written" in answer) return answer.written;
    const path = this.#paths.get(database);
    // Its process was killed in the middle: nobody could read the file before it is as it was.
    if (path !== undefined && existsSync(`${path}-journal`))
      await this.#processes.run({ path, limits: this.#limits, write: true }, undefined);
    return failure(answer);
  }

  /** `read_only_sql_query`, `list_databases` and `describe_database` for the Python code of a conversation; its actor is read at each call. */
  hostFunctions(conversation: { readonly actor: unknown }): HostFunctions {
    return sqlFunctions(this, conversation);
  }

  /** Ends all processes; queries under way get an error. Nothing has to be closed for the program to end. */
  close(): void {
    this.#processes.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #may(actor: unknown, action: SqlAction, database: string): Promise<boolean> {
    const answer: unknown = await this.#permissions(actor, action, database);
    return answer === true;
  }

  async #ask(
    actor: unknown,
    action: SqlAction,
    database: string,
    { sql, params = null }: { sql?: string; params?: SqlParameters | null },
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const path = this.#paths.get(database);
    // an actor without the permission must not learn that there is such a database
    if (path === undefined || !(await this.#may(actor, action, database)))
      return { error: `there is no database ${JSON.stringify(database.slice(0, 100))}` };
    const limits = this.#limits;
    try {
      const request: Request =
        sql === undefined
          ? { path, limits }
          : {
              path,
              limits,
              query: { sql, bindings: parse(sql, params) },
              ...(action === "execute-write-sql" && { write: true }),
            };
      return await this.#processes.run(request, signal);
    } catch (error) {
      if (error instanceof QueryError) return { error: error.message };
      throw error;
    }
  }
}

/** Longest SQL, in UTF-16 units. */
const MOST_SQL = 1_000_000;

function parse(sql: string, params: SqlParameters | null): Bindings {
  if (sql.length > MOST_SQL) throw new QueryError(`the SQL has ${sql.length} characters, more than ${MOST_SQL}`);
  if (sql.includes("\0")) throw new QueryError("the SQL has a NUL character in it");
  const { placeholders, statements } = scan(sql);
  if (statements === 0) throw new QueryError("the SQL is empty");
  if (statements > 1) throw new QueryError("one statement at a time: there is something behind the ;");
  return bind(placeholders, params);
}

function failure(answer: Answer): SqlFailure {
  return "error" in answer ? answer : { error: "the query failed" };
}

function checkFile(name: string, path: string): string {
  const title = `the database ${JSON.stringify(name)}`;
  if (name === "" || name.length > 100) throw new UsageError(`${title}: its name must have 1 to 100 characters`);
  if (typeof path !== "string") throw new UsageError(`${title}: its file must be a path`);
  const file = resolve(path);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new UsageError(`${title}: there is no file ${path}`);
  return file;
}
