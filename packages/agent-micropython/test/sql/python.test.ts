import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Session } from "micropython-wasm";
import { describe, expect, it, onTestFinished } from "vitest";
import { PythonTool } from "../../src/index.js";
import type { SqlDatabases } from "../../src/sql/index.js";
import { fingerprint, open, openData, sqliteFile } from "../support/sqlite.js";

const items = `CREATE TABLE items (name TEXT, qty INT); INSERT INTO items VALUES ('apple', 1), ('pear', 3), ('fig', 7);`;

async function python(databases: SqlDatabases, source: string, actor: unknown = "ada"): Promise<string> {
  const session = await Session.create({
    hostFunctions: databases.hostFunctions({ actor }),
    maxHostResultBytes: 4 * 1024 * 1024,
    timeoutMs: 60_000,
  });
  onTestFinished(() => session.close());
  const { error, stdout } = await session.run(source, { reject: false });
  if (error !== undefined) throw error;
  return stdout;
}

describe("in Python", () => {
  it("the program of the documentation", async () => {
    const source = `result = read_only_sql_query("data", "select name, qty from items where qty > :min_qty", {"min_qty": 2})
print(result["columns"], result["truncated"], sorted(result))
for name, qty in result["rows"]:
    print(name, qty)`;
    expect(await python(openData(items), source)).toBe(
      "['name', 'qty'] False ['columns', 'rows', 'truncated']\npear 3\nfig 7\n",
    );
  });

  it("values are those of SQLite, both ways", async () => {
    const source = `
sql = "select :a, :b, :c, :d, :e, typeof(:e)"
print(read_only_sql_query("data", sql, {"a": 2 ** 63 - 1, "b": 0.5, "c": "text", "d": b"\\x00\\xff", "e": None})["rows"][0])
print(read_only_sql_query("data", "select 1, 1.0, total(qty), 1e300, 9e999 from items", ())["rows"][0])
print(read_only_sql_query("data", "select ?, ?", params=(True, -2 ** 63))["rows"][0])
print(read_only_sql_query(sql="select 1", name_of_database="data")["columns"])`;
    expect(await python(openData(items), source)).toBe(
      `[9223372036854775807, 0.5, 'text', b'\\x00\\xff', None, 'null']
[1, 1.0, 11.0, 1e+300, inf]
[1, -9223372036854775808]
['1']
`,
    );
  });

  it("what goes wrong is an error in the result; wrong arguments are a TypeError", async () => {
    const source = `
for name, sql, params in [("data", "delete from items", None), ("other", "select 1", None), ("data", "select :a", {"a": 2 ** 63}), ("data", "select ?", [[]])]:
    print(read_only_sql_query(name, sql, params))
for args in [(), (1, "select 1"), ("data", "select 1", 3)]:
    try:
        read_only_sql_query(*args)
    except TypeError as error:
        print(error)`;
    expect(await python(openData(items), source)).toBe(
      `{'error': 'databases are read-only here: DELETE is not allowed'}
{'error': 'there is no database "other"'}
{'error': 'parameter :a is an int of more than 64 bits, which SQLite cannot store'}
{'error': 'value 1 is no None, bool, int, float, str or bytes'}
read_only_sql_query() missing 2 required positional arguments: 'name_of_database' and 'sql'
read_only_sql_query() argument 'name_of_database': Invalid input: expected string, received number
read_only_sql_query() argument 'params': expected a list or a dict
`,
    );
  });

  it("lists and describes what the actor may see", async () => {
    const databases = open({
      databases: { data: sqliteFile(items), secret: sqliteFile("CREATE TABLE s (a)") },
      permissions: (actor, _action, database) => actor === "root" || database === "data",
    });
    const source = `
print(list_databases())
print(describe_database("secret"))
for table in describe_database("data")["tables"]:
    print(table["name"], table["type"], table["rows"], [(column["name"], column["type"]) for column in table["columns"]])`;
    expect(await python(databases, source)).toBe(
      `['data']
{'error': 'there is no database "secret"'}
items table 3 [('name', 'TEXT'), ('qty', 'INT')]
`,
    );
    expect(await python(databases, "print(list_databases())", "root")).toBe("['data', 'secret']\n");
  });

  it("the largest result fits", async () => {
    const source = `
sql = "with recursive n(i) as (select 1 union all select i + 1 from n) select i, 'text', i * 0.5, null, x'00' from n"
result = read_only_sql_query("data", sql)
print(len(result["rows"]), result["truncated"])
wide = read_only_sql_query("data", "with recursive n(i) as (select 1 union all select i + 1 from n) select printf('%.*c', 2000, 'x') from n")
print(len(wide["rows"]), wide["truncated"])`;
    expect(await python(openData(items), source)).toBe("1000 True\n496 True\n");
  });

  it("attacks of one conversation are errors, and another's queries go on", async () => {
    const path = sqliteFile(items);
    const corrupt = sqliteFile(items);
    const bytes = readFileSync(corrupt);
    writeFileSync(corrupt, bytes.fill(0xff, 100));
    const before = fingerprint(dirname(path));
    const databases = open({
      databases: { data: path, secret: sqliteFile(items), corrupt },
      permissions: (_actor, _action, database) => database !== "secret",
      sqlTimeLimitMs: 3_000,
    });
    await using tool = new PythonTool({
      hostFunctions: (conversation) => databases.hostFunctions(conversation),
      wallClockTimeoutSeconds: 60,
    });
    const attack = `
endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
for name, sql in [
    ("data", "insert into items values ('x', 1)"),
    ("data", "update items set qty = 0"),
    ("data", "create table x (a)"),
    ("data", "attach '/tmp/x.db' as x"),
    ("data", "vacuum into '/tmp/x.db'"),
    ("data", "pragma writable_schema = 1"),
    ("data", "select load_extension('/tmp/x.so')"),
    ("data", endless),
    ("data", "select randomblob(1e9)"),
    ("corrupt", "select * from items"),
    ("secret", "select * from items"),
    ("data", "select 1; delete from items"),
]:
    print(sorted(read_only_sql_query(name, sql)))`;
    const state = { ended: false };
    const attacked = tool.execute({ python: attack }, { conversation: "attacker" }).finally(() => (state.ended = true));
    let beside = 0;
    while (!state.ended) {
      const python = "print(read_only_sql_query('data', 'select sum(qty) from items')['rows'])";
      expect((await tool.execute({ python }, { conversation: "other" })).stdout).toBe("[[11]]\n");
      beside++;
    }
    // the endless query alone takes three seconds
    expect(beside).toBeGreaterThan(1);
    expect(await attacked).toEqual({ stdout: "['error']\n".repeat(12), state: "kept" });
    expect(fingerprint(dirname(path))).toEqual(before);
  });
});
