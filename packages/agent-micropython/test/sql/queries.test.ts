import { describe, expect, it } from "vitest";
import type { SqlParameters } from "../../src/sql/index.js";
import { openData } from "../support/sqlite.js";

const items = `CREATE TABLE items (name TEXT, qty INT);
  INSERT INTO items VALUES ('apple', 1), ('pear', 3), ('fig', 9007199254740993);`;

describe("values", () => {
  it("are what SQLite stores", async () => {
    const { query } = bound(openData(items));
    expect(
      await query("SELECT 1, 9223372036854775807, -9223372036854775808, 1.0, 0.1, 9e999, 'ä\u{1f600}', x'00ff', NULL"),
    ).toEqual({
      columns: [
        "1",
        "9223372036854775807",
        "-9223372036854775808",
        "1.0",
        "0.1",
        "9e999",
        "'ä\u{1f600}'",
        "x'00ff'",
        "NULL",
      ],
      rows: [[1n, 2n ** 63n - 1n, -(2n ** 63n), 1, 0.1, Infinity, "ä\u{1f600}", new Uint8Array([0, 255]), null]],
      truncated: false,
    });
  });

  it("keep their places where columns share a name", async () => {
    const { query } = bound(openData(items));
    expect(await query("SELECT 1 AS a, 2 AS a, 3 AS __proto__")).toEqual({
      columns: ["a", "a", "__proto__"],
      rows: [[1n, 2n, 3n]],
      truncated: false,
    });
  });

  it("a result without rows has its columns", async () => {
    const { query } = bound(openData(items));
    expect(await query("SELECT name FROM items WHERE 0;  -- none")).toEqual({
      columns: ["name"],
      rows: [],
      truncated: false,
    });
  });
});

describe("parameters", () => {
  it.each<[string, SqlParameters | null, unknown]>([
    ["SELECT :a", { a: 1 }, [1n]],
    ["SELECT :a, @a, $a", { a: "x" }, ["x", "x", "x"]],
    ["SELECT :a, @a, $a", { ":a": 1, "@a": 2, $a: 3 }, [1n, 2n, 3n]],
    ["SELECT :a, :a", { ":a": 1 }, [1n, 1n]],
    ["SELECT :a, :b", [1, 2], [1n, 2n]],
    ["SELECT :b, :a, :b", [1, 2], [1n, 2n, 1n]],
    ["SELECT ?, ?", [1, "b"], [1n, "b"]],
    ["SELECT ?2, ?1", ["a", "b"], ["b", "a"]],
    ["SELECT ?3, ?, ?1", ["a", "b", "c", "d"], ["c", "d", "a"]],
    ["SELECT ?2, ?", ["a", "b", "c"], ["b", "c"]],
    ["SELECT ?1", { 1: "a" }, ["a"]],
    ["SELECT ':a', \":a\", [:a], `:a` FROM (SELECT 1 AS ':a') -- :a ?\n/* ? */", null, [":a", 1n, 1n, 1n]],
    ["SELECT 'it''s :a', :é", { é: 1 }, ["it's :a", 1n]],
    ["SELECT $a::b", { "a::b": 1 }, [1n]],
    ["SELECT :__proto__", JSON.parse('{"__proto__": 1}') as SqlParameters, [1n]],
    ["SELECT :constructor", { constructor: 1 }, [1n]],
    ["SELECT 1", [], [1n]],
    ["SELECT 1", {}, [1n]],
    ["SELECT ?, ?, ?", [true, false, null], [1n, 0n, null]],
    ["SELECT ?, ?", [2n ** 63n - 1n, -(2n ** 63n)], [2n ** 63n - 1n, -(2n ** 63n)]],
    ["SELECT ?, typeof(?)", [0.5, 2 ** 60], [0.5, "real"]],
    ["SELECT ?, typeof(?)", [new Uint8Array([1, 0, 2]), new Uint8Array()], [new Uint8Array([1, 0, 2]), "blob"]],
    ["SELECT length(?)", ["x".repeat(100_000)], [100_000n]],
  ])("%s", async (sql, params, row) => {
    const { query } = bound(openData(items));
    expect(await query(sql, params)).toMatchObject({ rows: [row] });
  });

  it.each<[string, SqlParameters | null, string]>([
    ["SELECT :a, :b", { a: 1 }, "no value is given for :b"],
    ["SELECT :a, @b, $c", null, "no value is given for :a, @b, $c"],
    ["SELECT :a", { a: 1, b: 2 }, "the SQL has no parameter :b"],
    ["SELECT :constructor", {}, "no value is given for :constructor"],
    ["SELECT ?", { a: 1 }, "a parameter ? has no name: give params as a list"],
    ["SELECT ?, ?", [1], "the SQL has 2 parameters, but 1 value is given"],
    ["SELECT 1", [1, 2], "the SQL has 0 parameters, but 2 values are given"],
    ["SELECT ?0", [], "parameters are numbered from ?1 to ?32766"],
    ["SELECT ?4000000000", [], "parameters are numbered from ?1 to ?32766"],
    ["SELECT ?", [2n ** 63n], "value 1 is an int of more than 64 bits, which SQLite cannot store"],
    ["SELECT :a", { a: [1] }, "parameter :a is no None, bool, int, float, str or bytes"],
    ["SELECT ?", [{}], "value 1 is no None, bool, int, float, str or bytes"],
  ])("%s with %o: %s", async (sql, params, error) => {
    const { query } = bound(openData(items));
    expect(await query(sql, params)).toEqual({ error });
  });
});

describe("limits", () => {
  const numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT";

  it("a result has 1,000 rows at most, and says that there are more", async () => {
    const { query } = bound(openData(items));
    const endless = await query(`${numbers} i FROM n`);
    expect(endless).toMatchObject({ columns: ["i"], truncated: true });
    expect("rows" in endless && endless.rows.length).toBe(1_000);
    expect(await query(`${numbers} i FROM n LIMIT 1000`)).toMatchObject({ truncated: false });
  });

  it("a result has maxReturnedBytes at most", async () => {
    const { query } = bound(openData(items, { maxReturnedBytes: 10_000 }));
    const result = await query(`${numbers} i, printf('%.1000c', 'x') FROM n`);
    expect(result).toMatchObject({ truncated: true });
    expect("rows" in result && result.rows.length).toBe(9);
    expect(await query("SELECT zeroblob(20000)")).toEqual({
      error:
        "the first row and the names of the columns have 20039 bytes, more than 10000 (max_returned_bytes): select less",
    });
  });

  it("a query ends after sqlTimeLimitMs", async () => {
    const { query } = bound(openData(items, { sqlTimeLimitMs: 1_000 }));
    expect(await query(`${numbers} count(*) FROM n`)).toEqual({
      error: "the query was stopped after 1000 ms (sql_time_limit_ms)",
    });
    expect(await query("SELECT 1")).toMatchObject({ rows: [[1n]] });
  });

  it("a query that took too long is said to, also where the host was too busy to end it", async () => {
    const { query } = bound(openData(items, { sqlTimeLimitMs: 300 }));
    await query("SELECT 1");
    const endless = query(`${numbers} count(*) FROM n`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    // the process ends itself meanwhile
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000);
    expect(await endless).toEqual({ error: "the query was stopped after 300 ms (sql_time_limit_ms)" });
  });

  it("queries go on beside one that does not end", async () => {
    const databases = openData(items, { maxSqlProcesses: 2 });
    const controller = new AbortController();
    const { signal } = controller;
    const endless = databases.query(null, "data", `${numbers} count(*) FROM n`, null, { signal });
    for (let i = 0; i < 3; i++)
      expect(await databases.query(null, "data", "SELECT count(*) FROM items")).toMatchObject({ rows: [[3n]] });
    controller.abort();
    expect(await endless).toEqual({ error: "the query was stopped" });
  });

  it("a signal ends a query, and one that waits for its turn", async () => {
    const databases = openData(items, { maxSqlProcesses: 1 });
    const controller = new AbortController();
    const { signal } = controller;
    const endless = [1, 2].map(() => databases.query(null, "data", `${numbers} count(*) FROM n`, null, { signal }));
    const other = databases.query(null, "data", "SELECT 1");
    setTimeout(() => controller.abort(), 100);
    expect(await Promise.all(endless)).toEqual([
      { error: "the query was stopped" },
      { error: "the query was stopped" },
    ]);
    expect(await other).toMatchObject({ rows: [[1n]] });
    expect(await databases.query(null, "data", "SELECT 1", null, { signal })).toEqual({
      error: "the query was stopped",
    });
  });

  it("a query that needs more memory than sqlMemoryBytes ends", async () => {
    const { query } = bound(openData(items, { sqlMemoryBytes: 128 * 1024 * 1024 }));
    const hungry = await query(`${numbers} hex(randomblob(500)) AS h FROM n ORDER BY h`);
    expect(hungry).toEqual({
      error: "the query was stopped: it needs more memory than 134217728 bytes (sql_memory_bytes)",
    });
    expect(await query("SELECT 1")).toMatchObject({ rows: [[1n]] });
  });

  it("close ends what runs", async () => {
    const databases = openData(items);
    const endless = databases.query(null, "data", `${numbers} count(*) FROM n`);
    setTimeout(() => databases.close(), 100);
    expect(await endless).toEqual({ error: "the query was stopped" });
    expect(await databases.query(null, "data", "SELECT 1")).toEqual({ error: "the query was stopped" });
  });

  it.each([
    [{ maxReturnedRows: 0 }, "maxReturnedRows must be a whole number from 1 to 10000000"],
    [{ sqlTimeLimitMs: 0.5 }, "sqlTimeLimitMs must be a whole number from 1 to 3600000"],
    [{ sql_time_limit_ms: 1 }, "there is no SQL limit sql_time_limit_ms"],
    [{ maxSqlProcesses: 0 }, "maxSqlProcesses must be a whole number from 1 to 64"],
  ])("%o is refused", (options, message) => {
    expect(() => openData(items, options as object)).toThrow(message);
  });
});

describe("statements that cannot run", () => {
  it.each([
    ["", "the SQL is empty"],
    [" -- nothing\n;;/* at all */", "the SQL is empty"],
    ["SELECT * FROM absent", "no such table: absent"],
    ["SELEKT 1", 'near "SELEKT": syntax error'],
    ["SELECT 1; SELECT 2", "one statement at a time: there is something behind the ;"],
    ["SELECT 1\0; DROP TABLE items", "the SQL has a NUL character in it"],
    ["SELECT 'open", 'unrecognized token: "\'open"'],
    [`SELECT ${"(".repeat(5_000)}`, "Recursion limit"],
    [`SELECT ${"1+".repeat(5_000)}1`, "Expression tree is too large (maximum depth 1000)"],
  ])("%#", async (sql, error) => {
    const { query } = bound(openData(items));
    expect(await query(sql)).toEqual({ error: expect.stringContaining(error) as string });
  });
});

function bound(databases: ReturnType<typeof openData>) {
  return { query: (sql: string, params: SqlParameters | null = null) => databases.query(null, "data", sql, params) };
}
