import { Hono } from "hono";
import { z } from "zod";
import type { Rows, SqlFailure } from "agent-micropython/sql";
import type { QueryResult, RowsPage, Schema } from "../../shared/api.js";
import { toTable } from "../databases/cells.js";
import { HttpError } from "../errors.js";
import type { AppParts } from "./app.js";
import { body } from "./security.js";
import type { Env } from "./security.js";

const MOST_ROWS_OF_PAGE = 500;

const query = z.object({ sql: z.string() });

/** Databases, tables, rows, and the SQL page: all as the actor, all read-only. */
export function databaseRoutes({ databases, accounts, store }: AppParts): Hono<Env> {
  const routes = new Hono<Env>();

  const schemaOf = async (actor: string, name: string): Promise<Schema> => {
    const described = await databases.describe(actor, name);
    if ("error" in described) throw new HttpError(404, sentence(described));
    return { name, tables: described.tables };
  };

  routes.get("/:database", async (c) => c.json(await schemaOf(c.get("actor"), c.req.param("database"))));

  routes.get("/:database/rows", async (c) => {
    const [actor, database] = [c.get("actor"), c.req.param("database")];
    const schema = await schemaOf(actor, database);
    const { table: wanted, sort, page = "0", size = "50", descending } = c.req.query();
    const table = schema.tables.find(({ name }) => name === wanted);
    if (table === undefined) throw new HttpError(404, "There is no such table.");
    if (sort !== undefined && !table.columns.some(({ name }) => name === sort))
      throw new HttpError(400, "There is no such column to sort by.");
    const [number, rows] = [Number(page), Number(size)];
    if (!Number.isSafeInteger(number) || number < 0 || number > 1e9)
      throw new HttpError(400, "The page must be a whole number from 0.");
    if (!Number.isSafeInteger(rows) || rows < 1 || rows > MOST_ROWS_OF_PAGE)
      throw new HttpError(400, `The size of a page is 1 to ${MOST_ROWS_OF_PAGE}.`);
    const order = sort === undefined ? "" : ` ORDER BY ${quote(sort)}${descending === "1" ? " DESC" : ""}`;
    const sql = `SELECT * FROM ${quote(table.name)}${order} LIMIT :limit OFFSET :offset`;
    const found = checked(await databases.query(actor, database, sql, { limit: rows + 1, offset: number * rows }));
    const shown = toTable(found);
    const result: RowsPage = {
      ...shown,
      rows: shown.rows.slice(0, rows),
      page: number,
      size: rows,
      hasNext: shown.rows.length > rows,
    };
    return c.json(result);
  });

  routes.post("/:database/query", async (c) => {
    const { sql } = parsed(query, await body(c));
    const began = performance.now();
    const signal = c.req.raw.signal;
    const found = checked(await databases.query(c.get("actor"), c.req.param("database"), sql, null, { signal }));
    const result: QueryResult = { ...toTable(found), ms: Math.round(performance.now() - began) };
    return c.json(result);
  });

  routes.get("/:database/saved", (c) => {
    const [actor, database] = [c.get("actor"), c.req.param("database")];
    if (!accounts.may(actor, "execute-sql", database)) throw new HttpError(404, "There is no such database.");
    return c.json(store.savedQueries(actor, database));
  });

  routes.delete("/:database/saved/:id", (c) => {
    store.deleteQuery(c.get("actor"), c.req.param("id"));
    return c.json({ ok: true });
  });

  return routes;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function checked(result: Rows | SqlFailure): Rows {
  if ("error" in result) throw new HttpError(400, sentence(result));
  return result;
}

function sentence({ error }: SqlFailure): string {
  return `${error.charAt(0).toUpperCase()}${error.slice(1)}.`;
}

/** @throws {HttpError} 400 that names the field. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new HttpError(400, `${issue!.path.join(".") || "The request"}: ${issue!.message}`);
}
