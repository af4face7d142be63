import { fork } from "node:child_process";
import { chmodSync, copyFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { fingerprint, open, scratch, sqliteFile } from "../support/sqlite.js";

const one = "CREATE TABLE t (a); INSERT INTO t VALUES (1);";
const count = "SELECT count(*) FROM t";

describe("files that change", () => {
  it("what another program has committed is seen, in both journal modes", async () => {
    for (const mode of ["DELETE", "WAL"]) {
      const path = sqliteFile(`PRAGMA journal_mode = ${mode}; ${one}`);
      const databases = open({ databases: { data: path } });
      const writer = new DatabaseSync(path);
      writer.exec("BEGIN; INSERT INTO t VALUES (2)");
      expect(await databases.query(null, "data", count)).toMatchObject({ rows: [[1n]] });
      writer.exec("COMMIT");
      expect(await databases.query(null, "data", count)).toMatchObject({ rows: [[2n]] });
      writer.exec("ALTER TABLE t ADD COLUMN b DEFAULT 7");
      expect(await databases.query(null, "data", "SELECT * FROM t LIMIT 1")).toMatchObject({ columns: ["a", "b"] });
      writer.close();
    }
  });

  it("a writer that goes on all the time", async () => {
    const path = sqliteFile(`PRAGMA journal_mode = WAL; ${one}`);
    const databases = open({ databases: { data: path } });
    const writer = new DatabaseSync(path);
    let seen = 0n;
    for (let i = 0; i < 30; i++) {
      writer.exec("INSERT INTO t SELECT a FROM t LIMIT 100");
      const result = await databases.query(null, "data", `${count} UNION ALL ${count}`);
      if ("error" in result) throw new Error(result.error);
      const [[first], [second]] = result.rows as [[bigint], [bigint]];
      expect(first).toBe(second);
      expect(first > seen).toBe(true);
      seen = first;
    }
    writer.close();
  });

  it("one that another program has locked is said so", async () => {
    const path = sqliteFile(one);
    const databases = open({ databases: { data: path }, sqlTimeLimitMs: 4_000 });
    const writer = new DatabaseSync(path);
    writer.exec("BEGIN EXCLUSIVE");
    expect(await databases.query(null, "data", count)).toEqual({ error: "the database is locked by another program" });
    writer.exec("COMMIT");
    expect(await databases.query(null, "data", count)).toMatchObject({ rows: [[1n]] });
    writer.close();
  });

  it("one that is replaced, and one that is deleted", async () => {
    const path = sqliteFile(one);
    const databases = open({ databases: { data: path } });
    expect(await databases.query(null, "data", count)).toMatchObject({ rows: [[1n]] });
    renameSync(sqliteFile(`${one} INSERT INTO t VALUES (2), (3);`), path);
    expect(await databases.query(null, "data", count)).toMatchObject({ rows: [[3n]] });
    rmSync(path);
    const gone = { error: "the database's file cannot be opened: is it still there?" };
    expect(await databases.query(null, "data", count)).toEqual(gone);
    expect(await databases.describe(null, "data")).toEqual(gone);
    expect(readdirSync(dirname(path))).toEqual([]);
    sqliteFile(one, path);
    expect(await databases.query(null, "data", count)).toMatchObject({ rows: [[1n]] });
  });

  it.each([
    ["", "no such table: t"],
    ["no database at all, and long enough for a page of one: ".repeat(100), "the file is no SQLite database"],
    ["SQLite format 3\0", "the file is no SQLite database"],
    [`SQLite format 3\0${"\xff".repeat(5_000)}`, "the file is no SQLite database"],
  ])("file %#", async (text, error) => {
    const path = join(scratch(), "x.db");
    writeFileSync(path, text, "latin1");
    const before = fingerprint(dirname(path));
    const databases = open({ databases: { x: path } });
    expect(await databases.query(null, "x", count)).toEqual({ error });
    expect(fingerprint(dirname(path))).toEqual(before);
  });

  it("one whose writer crashed", async () => {
    const path = sqliteFile(
      `PRAGMA cache_size = 1; CREATE TABLE t (a); INSERT INTO t SELECT randomblob(900) FROM pragma_function_list;`,
    );
    const writer = new DatabaseSync(path);
    writer.exec("PRAGMA cache_size = 1; BEGIN; UPDATE t SET a = randomblob(900)");
    const copy = join(scratch(), "copy.db");
    copyFileSync(path, copy);
    copyFileSync(`${path}-journal`, `${copy}-journal`);
    writer.close();
    const before = fingerprint(dirname(copy));
    const databases = open({ databases: { copy } });
    expect(await databases.query(null, "copy", count)).toEqual({
      error: "the last writer of the database crashed: a program that may write has to open it first",
    });
    expect(fingerprint(dirname(copy))).toEqual(before);
  });

  it("one in WAL mode in a directory where nothing can be made", async () => {
    const path = sqliteFile(`PRAGMA journal_mode = WAL; ${one}`);
    // what its writer has left open, another connection puts into the file
    sqliteFile("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL", path);
    for (const name of readdirSync(dirname(path))) if (name !== basename(path)) rmSync(join(dirname(path), name));
    chmodSync(dirname(path), 0o555);
    const child = fork(new URL("../support/asNobody.mjs", import.meta.url), [path], { stdio: "pipe", execArgv: [] });
    const [rows] = (await once(child, "message")) as [unknown];
    chmodSync(dirname(path), 0o755);
    expect(rows).toEqual([[1]]);
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });

  it("its name may have all that is special in a URI", async () => {
    const path = sqliteFile(one, join(scratch(), "a b?mode=rwc#c%41.db"));
    const databases = open({ databases: { data: path } });
    expect(await databases.query(null, "data", count)).toMatchObject({ rows: [[1n]] });
    expect(() => open({ databases: { data: dirname(path) } })).toThrow("there is no file");
    expect(statSync(path).isFile()).toBe(true);
  });
});

describe("a description", () => {
  it("tells tables, views, columns, keys and indexes", async () => {
    const path = sqliteFile(`
      CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'nobody', UNIQUE (name));
      CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INT REFERENCES author (id), title TEXT, twice AS (id * 2));
      CREATE INDEX by_title ON book (title, lower(title));
      CREATE TABLE "odd ""name" (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID;
      CREATE VIEW titles AS SELECT title FROM book;
      CREATE VIRTUAL TABLE words USING fts5(word);
      INSERT INTO author VALUES (1, 'Ada');`);
    const databases = open({ databases: { data: path } });
    const column = { type: "", not_null: false, default: null, primary_key: 0 };
    const table = { type: "table", rows: 0, foreign_keys: [], indexes: [] };
    expect(await databases.describe(null, "data")).toEqual({
      tables: [
        {
          ...table,
          name: "author",
          rows: 1,
          columns: [
            { ...column, name: "id", type: "INTEGER", primary_key: 1 },
            { ...column, name: "name", type: "TEXT", not_null: true, default: "'nobody'" },
          ],
          indexes: [{ name: "sqlite_autoindex_author_1", columns: ["name"], unique: true }],
        },
        {
          ...table,
          name: "book",
          columns: [
            { ...column, name: "id", type: "INTEGER", primary_key: 1 },
            { ...column, name: "author_id", type: "INT" },
            { ...column, name: "title", type: "TEXT" },
            { ...column, name: "twice" },
          ],
          foreign_keys: [{ columns: ["author_id"], table: "author", references: ["id"] }],
          indexes: [{ name: "by_title", columns: ["title", null], unique: false }],
        },
        {
          ...table,
          name: 'odd "name',
          columns: [
            { ...column, name: "a", not_null: true, primary_key: 2 },
            { ...column, name: "b", not_null: true, primary_key: 1 },
          ],
        },
        { ...table, name: "titles", type: "view", rows: null, columns: [{ ...column, name: "title", type: "TEXT" }] },
        { ...table, name: "words", type: "virtual", rows: null, columns: [{ ...column, name: "word" }] },
      ],
      truncated: false,
    });
  });

  it("is cut where it does not fit, and lists views that cannot be read", async () => {
    const tables = Array.from({ length: 200 }, (_, i) => `CREATE TABLE t${i} (${"x".repeat(100)});`);
    const many = open({ databases: { data: sqliteFile(tables.join("")) }, maxReturnedBytes: 10_000 });
    const description = await many.describe(null, "data");
    expect(description).toMatchObject({ truncated: true });
    expect("tables" in description && description.tables.length).toBeGreaterThan(10);
    const broken = open({ databases: { data: sqliteFile(`${one} CREATE VIEW v AS SELECT absent FROM missing;`) } });
    expect(await broken.describe(null, "data")).toMatchObject({ tables: [{ name: "t" }, { name: "v", columns: [] }] });
  });
});

describe("the processes", () => {
  it("are gone when the host is, also in the middle of a query that does not end", async () => {
    const path = sqliteFile(one);
    const host = fork(new URL("../support/endlessQuery.mjs", import.meta.url), [path], { stdio: "pipe", execArgv: [] });
    const [pid] = (await once(host, "message")) as [number];
    expect(alive(pid)).toBe(true);
    host.kill("SIGKILL");
    await expect.poll(() => alive(pid)).toBe(false);
  });

  it("do not keep the host alive, and see nothing of its environment", async () => {
    const path = sqliteFile(one);
    const host = fork(new URL("../support/oneQuery.mjs", import.meta.url), [path], {
      stdio: "pipe",
      execArgv: [],
      env: { ...process.env, SECRET_KEY: "swordfish" },
    });
    const [answer] = (await once(host, "message")) as [unknown];
    expect(answer).toEqual({ rows: 1, names: [] });
    const [code] = (await once(host, "exit")) as [number];
    expect(code).toBe(0);
  });
});

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
