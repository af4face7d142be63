import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { fingerprint, open, openData, scratch, sqliteFile } from "../support/sqlite.js";

const schema = `CREATE TABLE items (name TEXT UNIQUE, qty INT CHECK (qty >= 0)); INSERT INTO items VALUES ('apple', 1), ('pear', 2);
  CREATE TABLE kinds (id INTEGER PRIMARY KEY); CREATE TABLE parts (kind INT REFERENCES kinds (id));
  CREATE VIRTUAL TABLE words USING fts5(word);`;

const sum = "SELECT coalesce(sum(qty), 0) FROM items";
const asText = (rows: unknown): string =>
  JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? Number(value) : value));

describe("one statement that writes", () => {
  it("does what it says, and tells how many rows it has changed", async () => {
    const data = openData(schema);
    expect(await data.write(undefined, "data", "UPDATE items SET qty = qty + 1")).toEqual({ changes: 2 });
    expect(await data.write(undefined, "data", "INSERT INTO items VALUES (:name, :n)", { name: "fig", n: 4 })).toEqual({
      changes: 1,
    });
    expect(await data.write(undefined, "data", "INSERT INTO words VALUES ('hello') RETURNING word")).toEqual({
      changes: 1,
    });
    for (const sql of ["CREATE TABLE more (a)", "CREATE INDEX i ON more (a)", "DROP TABLE more", "ANALYZE"])
      expect(await data.write(undefined, "data", sql), sql).not.toHaveProperty("error");
    expect(asText(await data.query(undefined, "data", sum))).toContain("[[9]]");
  });

  it("happens as a whole, or not at all", async () => {
    const data = openData(schema);
    for (const [sql, message] of [
      ["INSERT INTO items VALUES ('new', 1), ('apple', 1)", /UNIQUE/],
      ["INSERT OR FAIL INTO items VALUES ('new', 1), ('apple', 1)", /UNIQUE/],
      ["UPDATE items SET qty = 3 - 2 * qty", /CHECK/],
      ["INSERT INTO parts VALUES (1)", /FOREIGN KEY/],
    ] as const)
      expect(await data.write(undefined, "data", sql), sql).toEqual({
        error: expect.stringMatching(message) as string,
      });
    expect(asText(await data.query(undefined, "data", "SELECT * FROM items"))).toContain('[["apple",1],["pear",2]]');
  });

  it("that does not end is stopped, and has changed nothing", async () => {
    const path = sqliteFile(schema);
    const hasty = open({ databases: { data: path }, sqlTimeLimitMs: 400 });
    const data = open({ databases: { data: path } });
    const endless =
      "INSERT INTO items WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'n' || i, i FROM n";
    expect(await hasty.write(undefined, "data", endless)).toEqual({
      error: "the query was stopped after 400 ms (sql_time_limit_ms)",
    });
    expect(asText(await data.query(undefined, "data", sum))).toContain("[[3]]");
    expect(await data.write(undefined, "data", "DELETE FROM items")).toEqual({ changes: 2 });
  });

  it("ends with its signal", async () => {
    const data = openData(schema);
    const sql =
      "DELETE FROM items WHERE (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n) > 0";
    const signal = AbortSignal.timeout(500);
    expect(await data.write(undefined, "data", sql, null, { signal })).toEqual({ error: "the query was stopped" });
    expect(asText(await data.query(undefined, "data", sum))).toContain("[[3]]");
  });

  it("waits for a file that somebody else writes to, but not for ever", async () => {
    const path = sqliteFile(schema);
    const other = new DatabaseSync(path);
    onTestFinished(() => other.close());
    other.exec("BEGIN IMMEDIATE");
    const data = open({ databases: { data: path }, sqlTimeLimitMs: 4_000 });
    expect(await data.write(undefined, "data", "DELETE FROM items")).toEqual({
      error: expect.stringMatching(/locked/) as string,
    });
  });

  it("makes no file where there is none any more", async () => {
    const path = sqliteFile(schema);
    const data = open({ databases: { data: path } });
    rmSync(path);
    expect(await data.write(undefined, "data", "CREATE TABLE x (a)")).toHaveProperty("error");
    expect(existsSync(path)).toBe(false);
  });
});

describe("what an agreed statement must not do is refused, and leaves all files as they were", () => {
  const directory = scratch();
  const path = sqliteFile(schema, join(directory, "data.db"));
  sqliteFile("CREATE TABLE secret (word); INSERT INTO secret VALUES ('swordfish')", join(directory, "secret.db"));
  const before = fingerprint(directory);
  const data = open({ databases: { data: path } });

  it.each<[string, RegExp]>([
    ["DELETE FROM items; DROP TABLE items", /one statement at a time/],
    ["UPDATE items SET qty = 1; COMMIT", /one statement at a time/],
    ["SELECT 1; -- nothing\nDELETE FROM items", /one statement at a time/],
    ["", /empty/],
    ["DELETE FROM items\0", /NUL/],
    ["BEGIN", /a transaction is not allowed/],
    ["COMMIT", /a transaction is not allowed/],
    ["ROLLBACK", /a transaction is not allowed/],
    ["SAVEPOINT s", /a savepoint is not allowed/],
    ["RELEASE s", /a savepoint is not allowed/],
    [`ATTACH '${directory}/secret.db' AS s`, /ATTACH or VACUUM is not allowed/],
    [`ATTACH '${directory}/new.db' AS s`, /ATTACH or VACUUM is not allowed/],
    ["DETACH main", /DETACH is not allowed/],
    ["VACUUM", /VACUUM/],
    [`VACUUM INTO '${directory}/copy.db'`, /VACUUM/],
    ["PRAGMA journal_mode = OFF", /PRAGMA journal_mode with a value is not allowed/],
    ["PRAGMA writable_schema = 1", /PRAGMA writable_schema with a value is not allowed/],
    ["PRAGMA foreign_keys = 0", /PRAGMA foreign_keys with a value is not allowed/],
    ["PRAGMA user_version = 7", /PRAGMA user_version with a value is not allowed/],
    ["PRAGMA temp_store_directory = '/tmp'", /PRAGMA temp_store_directory with a value is not allowed/],
    ["PRAGMA database_list", /PRAGMA database_list is not allowed/],
    ["UPDATE sqlite_schema SET sql = ''", /may not be modified/],
    ["INSERT INTO words_data VALUES (1, 2)", /may not be modified/],
    ["INSERT INTO items SELECT load_extension('x'), 1", /load_extension|no such function/],
    ["INSERT INTO items SELECT readfile('/etc/passwd'), 1", /no such function/],
    ["INSERT INTO items VALUES (zeroblob(1000000000), 1)", /too big/],
  ])("%s", async (sql, message) => {
    expect(await data.write(undefined, "data", sql)).toEqual({ error: expect.stringMatching(message) as string });
    expect(fingerprint(directory)).toEqual(before);
  });

  it("by an actor without the permission it is no statement at all: there is no such database", async () => {
    const asked: unknown[] = [];
    const guarded = open({
      databases: { data: path },
      permissions: (actor, action) => (asked.push([actor, action]), action !== "execute-write-sql"),
    });
    const refused = await guarded.write("ana", "data", "DELETE FROM items");
    expect(refused).toEqual({ error: 'there is no database "data"' });
    expect(await guarded.write("ana", "date", "DELETE FROM items")).toEqual({ error: 'there is no database "date"' });
    expect(asked).toEqual([["ana", "execute-write-sql"]]);
    expect(fingerprint(dirname(path))).toEqual(before);
  });

  it("through what Python is given nothing writes", async () => {
    expect(await data.query(undefined, "data", "DELETE FROM items")).toHaveProperty("error");
    expect(Object.keys(data.hostFunctions({ actor: undefined }))).toEqual([
      "read_only_sql_query",
      "list_databases",
      "describe_database",
    ]);
  });
});
