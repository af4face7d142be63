import { dirname } from "node:path";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fingerprint, open, scratch, sqliteFile } from "../support/sqlite.js";

const schema = `CREATE TABLE items (name TEXT, qty INT); INSERT INTO items VALUES ('apple', 1);
  CREATE TABLE wide (id INTEGER PRIMARY KEY, body BLOB);
  CREATE VIEW names AS SELECT name FROM items;
  CREATE TRIGGER t INSTEAD OF INSERT ON names BEGIN INSERT INTO items VALUES (new.name, 0); END;
  CREATE VIRTUAL TABLE words USING fts5(word); INSERT INTO words VALUES ('hello world');
  CREATE VIRTUAL TABLE old_words USING fts4(word); INSERT INTO old_words VALUES ('hello world');
  CREATE VIRTUAL TABLE boxes USING rtree(id, low, high); INSERT INTO boxes VALUES (1, 2, 3);`;

const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";

const notAllowed = (what: string) => `databases are read-only here: ${what} is not allowed`;

/** Whichever limit is met first. */
const stopped = /string or blob too big|sql_time_limit_ms|sql_memory_bytes/;

describe("what must not happen is a clean error, and leaves the file as it was", () => {
  const directory = scratch();
  const path = sqliteFile(schema, `${directory}/data.db`);
  const secret = sqliteFile(
    "CREATE TABLE secret (word); INSERT INTO secret VALUES ('swordfish')",
    `${directory}/secret.db`,
  );
  const before = fingerprint(directory);
  const databases = open({ databases: { data: path }, sqlTimeLimitMs: 1_500 });
  const patient = open({ databases: { data: path } });

  it.each<[string, string | RegExp]>([
    ["INSERT INTO items VALUES ('x', 1)", notAllowed("INSERT")],
    ["INSERT INTO items SELECT * FROM items RETURNING name", notAllowed("INSERT")],
    ["REPLACE INTO items VALUES ('x', 1)", notAllowed("INSERT")],
    ["UPDATE items SET qty = 2", notAllowed("UPDATE")],
    ["DELETE FROM items", notAllowed("DELETE")],
    ["WITH gone AS (SELECT 1) DELETE FROM items RETURNING *", notAllowed("DELETE")],
    ["INSERT INTO names VALUES ('x')", notAllowed("INSERT")],
    ["INSERT INTO words(words) VALUES ('rebuild')", notAllowed("INSERT")],
    ["INSERT INTO words_data VALUES (1, 2)", /not allowed|may not be modified/],
    ["INSERT INTO boxes VALUES (2, 3, 4)", notAllowed("INSERT")],
    ["UPDATE sqlite_schema SET sql = ''", /may not be modified/],
    ["EXPLAIN DELETE FROM items", notAllowed("DELETE")],
    ["EXPLAIN QUERY PLAN UPDATE items SET qty = 2", notAllowed("UPDATE")],
    ["CREATE TABLE x (a)", /CREATE TABLE|INSERT/],
    ["CREATE TEMP TABLE x (a)", /CREATE TABLE|INSERT/],
    ["CREATE TEMP VIEW x AS SELECT 1", /CREATE VIEW|INSERT/],
    ["CREATE TEMP TRIGGER x AFTER INSERT ON items BEGIN SELECT 1; END", /CREATE TRIGGER|one statement/],
    ["CREATE INDEX x ON items (name)", /CREATE INDEX|INSERT/],
    ["CREATE VIRTUAL TABLE x USING fts5(a)", /CREATE|INSERT/],
    ["CREATE VIRTUAL TABLE temp.x USING fts5(a)", /CREATE|INSERT/],
    ["CREATE TABLE x AS SELECT 1", /CREATE TABLE|INSERT/],
    ["DROP TABLE items", /DROP TABLE|DELETE/],
    ["DROP VIEW names", /DROP VIEW|DELETE/],
    ["ALTER TABLE items RENAME TO x", /ALTER TABLE|UPDATE|not authorized/],
    ["ALTER TABLE items ADD COLUMN x", notAllowed("ALTER TABLE")],
    [`ATTACH '${directory}/secret.db' AS s`, notAllowed("ATTACH or VACUUM")],
    [`ATTACH '${directory}/new.db' AS s`, notAllowed("ATTACH or VACUUM")],
    ["ATTACH ':memory:' AS s", notAllowed("ATTACH or VACUUM")],
    ["DETACH main", notAllowed("DETACH")],
    ["VACUUM", /VACUUM|readonly/],
    [`VACUUM INTO '${directory}/copy.db'`, notAllowed("ATTACH or VACUUM")],
    ["REINDEX", /REINDEX/],
    ["ANALYZE", /ANALYZE|CREATE TABLE|INSERT/],
    ["BEGIN", notAllowed("a transaction")],
    ["BEGIN EXCLUSIVE", notAllowed("a transaction")],
    ["COMMIT", notAllowed("a transaction")],
    ["SAVEPOINT s", notAllowed("a savepoint")],
    ["PRAGMA writable_schema = 1", notAllowed("PRAGMA writable_schema with a value")],
    ["PRAGMA writable_schema", notAllowed("PRAGMA writable_schema")],
    ["PRAGMA query_only = 0", notAllowed("PRAGMA query_only with a value")],
    ["PRAGMA Trusted_Schema = 1", notAllowed("PRAGMA trusted_schema with a value")],
    ["PRAGMA journal_mode = DELETE", notAllowed("PRAGMA journal_mode with a value")],
    ["PRAGMA main.journal_mode(wal)", notAllowed("PRAGMA journal_mode with a value")],
    ["PRAGMA user_version = 7", notAllowed("PRAGMA user_version with a value")],
    ["PRAGMA wal_checkpoint(TRUNCATE)", notAllowed("PRAGMA wal_checkpoint with a value")],
    ["PRAGMA temp_store_directory = '/tmp'", notAllowed("PRAGMA temp_store_directory with a value")],
    ["PRAGMA database_list", notAllowed("PRAGMA database_list")],
    ["SELECT * FROM pragma_database_list", notAllowed("PRAGMA database_list")],
    ["PRAGMA optimize", notAllowed("PRAGMA optimize")],
    ["PRAGMA mmap_size = 1000000000", notAllowed("PRAGMA mmap_size with a value")],
    ["SELECT load_extension('/tmp/x.so')", notAllowed("the function load_extension()")],
    ["SELECT LOAD_EXTENSION('/tmp/x.so')", notAllowed("the function load_extension()")],
    ["SELECT fts3_tokenizer('simple', x'00')", notAllowed("the function fts3_tokenizer()")],
    ["SELECT fts3_tokenizer('simple')", notAllowed("the function fts3_tokenizer()")],
    ["SELECT readfile('/etc/passwd')", "no such function: readfile"],
    ["SELECT writefile('/tmp/x', 'x')", "no such function: writefile"],
    ["SELECT edit('x')", "no such function: edit"],
    ["SELECT * FROM fsdir('/')", "no such table: fsdir"],
    ["SELECT * FROM csv('/etc/passwd')", "no such table: csv"],
    ["SELECT * FROM sqlite_dbpage", "no such table: sqlite_dbpage"],
    ["SELECT 1; DELETE FROM items", /one statement at a time/],
    ["SELECT 1;;;/* ; */ --;\n DELETE FROM items", /one statement at a time/],
    ["SELECT ';' /* ' */; DELETE FROM items -- '", /one statement at a time/],
    ["/* SELECT 1 */ DELETE FROM items", notAllowed("DELETE")],
    ["-- SELECT\rDELETE FROM items", "the SQL is empty"],
    [".shell rm -rf /", 'near ".": syntax error'],
    ["SELECT randomblob(1e9)", "string or blob too big"],
    ["SELECT length(zeroblob(1e9))", "string or blob too big"],
    ["SELECT hex(zeroblob(15e6))", "string or blob too big"],
    ["SELECT replace(hex(zeroblob(4e6)), '0', hex(zeroblob(4e6)))", stopped],
    [`${endless} SELECT group_concat(hex(zeroblob(1e6))) FROM n`, stopped],
    [`${endless} SELECT json_group_array(hex(zeroblob(1e6))) FROM n`, stopped],
    [`SELECT ${Array.from({ length: 1_000 }, () => "zeroblob(16000000)").join()}`, stopped],
    [`${endless} SELECT count(*) FROM n`, /sql_time_limit_ms/],
    [`${endless} SELECT max(i) FROM n WHERE i < 0`, /sql_time_limit_ms/],
    [
      "SELECT count(*) FROM json_each('[' || hex(zeroblob(1e6)) || ']') a, pragma_function_list b, pragma_function_list c, pragma_function_list",
      /sql_time_limit_ms|malformed JSON/,
    ],
    [`SELECT '${"a".repeat(30_000)}' LIKE '${"%a".repeat(30_000)}b'`, "LIKE or GLOB pattern too complex"],
    [`SELECT ${Array.from({ length: 3_000 }, () => "1").join()}`, "too many columns in result set"],
    [Array.from({ length: 1_000 }, () => "SELECT 1").join(" UNION ALL "), "too many terms in compound SELECT"],
  ])("%#: %j", async (sql, error) => {
    const result = await databases.query(null, "data", sql);
    expect(result).toEqual({
      error: typeof error === "string" ? error : (expect.stringMatching(error) as string),
    });
    expect(JSON.stringify(result)).not.toContain(directory);
    expect(await patient.query(null, "data", "SELECT count(*), sum(qty) FROM items")).toMatchObject({
      rows: [[1n, 1n]],
    });
    expect(fingerprint(directory)).toEqual(before);
  });

  it("printf makes no text that is too long", async () => {
    const result = await databases.query(null, "data", "SELECT length(printf('%.*c', 1000000000, 'x'))");
    expect(result).not.toMatchObject({ rows: [[1_000_000_000n]] });
  });

  it("a file is no database because its name looks like a URI", () => {
    expect(() => open({ databases: { x: `file:${secret}?mode=rwc` } })).toThrow("there is no file");
  });
});

describe("what only reads is allowed", () => {
  it.each<[string, unknown[][]]>([
    ["SELECT * FROM names", [["apple"]]],
    ["SELECT word FROM words WHERE words MATCH 'hello'", [["hello world"]]],
    ["SELECT highlight(words, 0, '<', '>') FROM words('world')", [["hello <world>"]]],
    ["SELECT word FROM old_words WHERE old_words MATCH 'hello'", [["hello world"]]],
    ["SELECT id FROM boxes WHERE low <= 2 AND high >= 2", [[1n]]],
    [
      "PRAGMA table_info(items)",
      [
        [0n, "name", "TEXT", 0n, null, 0n],
        [1n, "qty", "INT", 0n, null, 0n],
      ],
    ],
    ["SELECT name FROM pragma_table_info('items')", [["name"], ["qty"]]],
    ["SELECT value FROM json_each('[1, 2]')", [[1n], [2n]]],
    ["SELECT sum(qty) OVER () FROM items", [[1n]]],
    ["VALUES (1), (2)", [[1n], [2n]]],
    ["PRAGMA user_version", [[0n]]],
    ["SELECT type FROM sqlite_schema WHERE name = 'items'", [["table"]]],
    ["WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3) SELECT sum(i) FROM n", [[6n]]],
  ])("%s", async (sql, rows) => {
    const databases = open({ databases: { data: sqliteFile(schema) } });
    expect(await databases.query(null, "data", sql)).toMatchObject({ rows });
  });

  it("EXPLAIN QUERY PLAN", async () => {
    const databases = open({ databases: { data: sqliteFile(schema) } });
    expect(await databases.query(null, "data", "EXPLAIN QUERY PLAN SELECT * FROM items")).toMatchObject({
      columns: ["id", "parent", "notused", "detail"],
    });
  });
});

describe("permissions", () => {
  const permissions = (actor: unknown, action: string, database: string) =>
    actor === "root" ||
    (actor === "reader" && database === "data") ||
    (actor === "viewer" && action === "view-database");

  it("an actor without them sees what it would see if the database were not there", async () => {
    const files = { data: sqliteFile(schema), secret: sqliteFile("CREATE TABLE secret (word)") };
    const databases = open({ databases: files, permissions });
    const without = open({ databases: { data: files.data } });
    for (const sql of ["SELECT * FROM secret", "SELECT 1", "nonsense", "", "SELECT :a"])
      expect(await databases.query("reader", "secret", sql)).toEqual(await without.query("reader", "secret", sql));
    expect(await databases.query("reader", "secret", "SELECT 1")).toEqual({ error: 'there is no database "secret"' });
    expect(await databases.describe("reader", "secret")).toEqual({ error: 'there is no database "secret"' });
    expect(await databases.list("reader")).toEqual(["data"]);
    expect(await databases.list("root")).toEqual(["data", "secret"]);
    expect(await databases.list("stranger")).toEqual([]);
    expect(await databases.query("stranger", "data", "SELECT 1")).toEqual({ error: 'there is no database "data"' });
  });

  it("viewing is not querying", async () => {
    const databases = open({ databases: { data: sqliteFile(schema) }, permissions });
    expect(await databases.describe("viewer", "data")).toHaveProperty("tables");
    expect(await databases.query("viewer", "data", "SELECT 1")).toEqual({ error: 'there is no database "data"' });
  });

  it("whatever is not true is no; what throws fails", async () => {
    const files = { data: sqliteFile(schema) };
    const sloppy = open({ databases: files, permissions: (() => Promise.resolve("yes")) as never });
    expect(await sloppy.query(null, "data", "SELECT 1")).toHaveProperty("error");
    const broken = open({ databases: files, permissions: () => Promise.reject(new Error("no connection")) });
    await expect(broken.query(null, "data", "SELECT 1")).rejects.toThrow("no connection");
  });

  it.each(["__proto__", "constructor", "toString", "", "../data", "data\0"])(
    "no database is called %j",
    async (name) => {
      const databases = open({ databases: { data: sqliteFile(schema) } });
      expect(await databases.query(null, name, "SELECT 1")).toEqual({
        error: `there is no database ${JSON.stringify(name)}`,
      });
    },
  );
});

describe("hostile files", () => {
  it("one that is damaged anywhere gives rows or an error, and the others go on", async () => {
    const path = sqliteFile(schema);
    const good = open({ databases: { data: path } });
    const directory = dirname(path);
    const copy = `${directory}/damaged.db`;
    const bytes = readFileSync(path);
    copyFileSync(path, copy);
    const damaged = open({ databases: { damaged: copy }, sqlTimeLimitMs: 2_000 });
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 0x7fffffff) % below;
    for (let round = 0; round < 60; round++) {
      const broken = Buffer.from(bytes);
      for (let i = 0; i < 1 + random(200); i++) broken[random(broken.length)] = random(256);
      writeFileSync(copy, broken);
      for (const sql of [
        "SELECT * FROM items, words, boxes",
        "SELECT * FROM words('hello')",
        "SELECT * FROM sqlite_schema",
      ]) {
        const result = await damaged.query(null, "damaged", sql);
        expect("rows" in result || typeof result.error === "string").toBe(true);
      }
      await damaged.describe(null, "damaged");
    }
    expect(await good.query(null, "data", "SELECT qty FROM items")).toMatchObject({ rows: [[1n]] });
  });

  it("views that grow without end cost no more than the limits", async () => {
    const views = Array.from(
      { length: 60 },
      (_, i) => `CREATE VIEW v${i + 1} AS SELECT * FROM v${i} UNION ALL SELECT * FROM v${i};`,
    );
    const data = sqliteFile(`CREATE TABLE v0 (a); ${views.join("\n")}`);
    const hasty = open({ databases: { data }, sqlTimeLimitMs: 1_000 });
    expect(await hasty.query(null, "data", "SELECT * FROM v60")).toHaveProperty("error");
    expect(await open({ databases: { data } }).query(null, "data", "SELECT 1")).toMatchObject({ rows: [[1n]] });
  });
});
