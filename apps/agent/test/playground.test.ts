import { expect, it } from "vitest";
import type { PythonAvailable, PythonEvent, PythonState, RowsPage, Schema } from "../shared/api.js";
import { Client, startAgent } from "./support/agent.js";

const endOf = (events: PythonEvent[]): Extract<PythonEvent, { event: "end" }> =>
  events.at(-1) as Extract<PythonEvent, { event: "end" }>;
const printed = (events: PythonEvent[]): string =>
  events.map((event) => (event.event === "stdout" ? event.text : "")).join("");

it("runs code, streams what it prints, and keeps the variables", async () => {
  const client = await Client.byLink(await startAgent());
  const events = await client.python({ code: "x = 20\nprint('hello')\nx + 1" });
  expect(printed(events)).toBe("hello\n");
  expect(endOf(events)).toMatchObject({ value: "21", state: "kept" });
  expect(endOf(events).fuelUsed).toBeGreaterThan(0);
  expect(endOf(await client.python({ code: "x" })).value).toBe("20");
  await client.send("POST", "/python/reset");
  expect(endOf(await client.python({ code: "x" })).error?.type).toBe("NameError");
});

it("queries databases as the actor", async () => {
  const client = await Client.byLink(await startAgent());
  const code = "read_only_sql_query('sample', 'select count(*) from customers')['rows'][0][0]";
  expect(endOf(await client.python({ code })).value).toBe("16");
  const available = await client.get<PythonAvailable>("/python/available");
  expect(available.databases).toEqual(["sample"]);
  expect(available.functions).toContain("def read_only_sql_query");
});

it("stops at the limits that it is given, and keeps what was there before", async () => {
  const client = await Client.byLink(await startAgent());
  await client.python({ code: "x = 1" });
  const slow = endOf(await client.python({ code: "x = 2\nwhile True: pass", fuel: 1_000_000 }));
  expect(slow).toMatchObject({ state: "restored", error: { type: "FuelExhaustedError" }, fuelUsed: 1_000_000 });
  expect(endOf(await client.python({ code: "x" })).value).toBe("1");
  const late = endOf(await client.python({ code: "while True: pass", fuel: 10_000_000_000, timeoutMs: 100 }));
  expect(late.error?.type).toBe("TimeoutError");
  expect(await client.get<PythonState>("/python/state")).toMatchObject({ limits: { timeoutMs: 100 } });
  await expect(client.python({ code: "1", fuel: 1 })).rejects.toThrow("400: fuel must be a whole number from 1000");
});

it("stops on request", async () => {
  const client = await Client.byLink(await startAgent());
  const code = "import time\nprint('begun')\nwhile True: time.sleep(0.01)";
  let running: Promise<PythonEvent[]> | undefined;
  await new Promise<void>((begun) => {
    running = client.python({ code, timeoutMs: 60_000, fuel: 10_000_000_000 }, () => begun());
  });
  await expect(client.python({ code: "1" })).rejects.toThrow("409");
  await client.send("POST", "/python/stop");
  expect(endOf(await running!).error).toMatchObject({ type: "AbortedError" });
});

it("takes a snapshot out and in again, and refuses any other file", async () => {
  const client = await Client.byLink(await startAgent());
  await client.python({ code: "kept = {'a': [1, 2]}" });
  const bytes = new Uint8Array(await (await client.fetch("/python/snapshot")).arrayBuffer());
  await client.send("POST", "/python/reset");
  const upload = (body: Uint8Array<ArrayBuffer>): Promise<Response> =>
    client.fetch("/python/snapshot", { method: "POST", body });
  expect((await upload(bytes)).status).toBe(200);
  expect(endOf(await client.python({ code: "kept" })).value).toBe("{'a': [1, 2]}");
  bytes[100] = bytes[100]! ^ 1;
  expect((await upload(bytes)).status).toBe(400);
  expect((await upload(new Uint8Array(5))).status).toBe(400);
  expect(endOf(await client.python({ code: "kept" })).value).toBe("{'a': [1, 2]}");
});

it("keeps the playground's variables over a restart", async () => {
  const first = await startAgent();
  await (await Client.byLink(first)).python({ code: "x = 'still here'" });
  await first.close();
  const client = await Client.byLink(await startAgent({ folder: first.folder }));
  expect(endOf(await client.python({ code: "x" })).value).toBe("'still here'");
});

it("pages and sorts rows", async () => {
  const client = await Client.byLink(await startAgent());
  const schema = await client.get<Schema>("/databases/sample");
  expect(schema.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["customers", "orders", "revenue_by_month"]),
  );
  const page = await client.get<RowsPage>(
    "/databases/sample/rows?table=products&size=3&page=1&sort=price_cents&descending=1",
  );
  expect(page.rows.map((row) => row[3])).toEqual([2400, 1950, 1890]);
  expect(page).toMatchObject({ page: 1, hasNext: true });
  for (const query of [
    "table=nope",
    "table=products&sort=nope",
    "table=products&size=100000",
    "table=products&page=-1",
    `table=${encodeURIComponent('products"; drop table products')}`,
  ])
    await expect(client.get(`/databases/sample/rows?${query}`)).rejects.toThrow(/400|404/);
});

it("answers SQL with rows or a sentence", async () => {
  const client = await Client.byLink(await startAgent());
  const query = (sql: string): Promise<unknown> => client.send("POST", "/databases/sample/query", { sql });
  expect(await query("SELECT 1 AS a, x'00ff' AS b, 9223372036854775807 AS c, 1.5 AS d, NULL AS e")).toMatchObject({
    columns: ["a", "b", "c", "d", "e"],
    rows: [[1, { blob: "00ff", bytes: 2 }, { int: "9223372036854775807" }, 1.5, null]],
  });
  await expect(query("DELETE FROM orders")).rejects.toThrow(/400: .*read-only/);
  await expect(query("SELECT")).rejects.toThrow("400");
  await expect(
    query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"),
  ).rejects.toThrow(/stopped after/);
});

it("a snapshot is its actor's own, also where another has the file", async () => {
  const token = "talker-token-0123456789";
  const server = await startAgent({
    tokens: new Map([["talker", token]]),
    grants: new Map([["talker", { agent: false, databases: new Map() }]]),
  });
  const [root, talker] = [await Client.byLink(server), await Client.byToken(server.url, token)];
  await root.python({ code: "secret = 1" });
  const body = await (await root.fetch("/python/snapshot")).arrayBuffer();
  await talker.python({ code: "mine = 2" });
  expect((await talker.fetch("/python/snapshot", { method: "POST", body })).status).toBe(400);
  expect(endOf(await talker.python({ code: "mine" })).value).toBe("2");
});

it("what is printed without end comes to the page up to a bound", async () => {
  const client = await Client.byLink(await startAgent());
  const events = await client.python({ code: "while True: print('x' * 10000)", timeoutMs: 60_000, fuel: 3_000_000 });
  const printed = events.reduce((sum, event) => sum + (event.event === "end" ? 0 : event.text.length), 0);
  expect(printed).toBe(1_000_000);
  expect(endOf(events)).toMatchObject({ stdoutTruncated: true, error: { type: "FuelExhaustedError" } });
});
