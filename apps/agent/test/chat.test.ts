import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, expect, it } from "vitest";
import type { Item, ToolItem } from "../shared/api.js";
import { Client, startAgent } from "./support/agent.js";
import { scriptedModel } from "./support/scriptedModel.js";
import type { ScriptedModel, Turn } from "./support/scriptedModel.js";

const FIBONACCI = `def fib(n):
    numbers = [0, 1]
    while len(numbers) < n:
        numbers.append(numbers[-1] + numbers[-2])
    return numbers
print("First 10 Fibonacci numbers:", fib(10))`;

async function model(decide: (last: string, results: unknown[]) => Turn): Promise<ScriptedModel> {
  const server = await scriptedModel(decide);
  onTestFinished(() => server.close());
  return server;
}

const python = (code: string, show_result = false): Turn => ({
  calls: [{ name: "execute_micropython", args: { python: code, show_result } }],
});
const ofType = <T extends Item["type"]>(items: Item[], type: T): Extract<Item, { type: T }>[] =>
  items.filter((item): item is Extract<Item, { type: T }> => item.type === type);
const tools = (items: Item[]): ToolItem[] => ofType(items, "tool");

it("runs Python for the model, shows code and output, and keeps the state for the next message", async () => {
  const { url } = await model((last, results) => {
    if (last.includes("some micropython"))
      return results.length === 0
        ? { thinking: "I will run it.", ...python(FIBONACCI, true) }
        : { text: "There it is." };
    return results.length === 0 ? python("fib(12)[-1]") : { text: `It is ${(results[0] as { value: string }).value}.` };
  });
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  const id = await client.newConversation();
  const items = await client.ask(id, "show me some micropython");
  expect(items.map(({ type }) => type)).toEqual(["user", "thinking", "tool", "usage", "text", "usage"]);
  const [call] = tools(items);
  expect(call).toMatchObject({ name: "execute_micropython", status: "done" });
  expect(call!.show).toEqual({
    kind: "python",
    code: FIBONACCI,
    output: "First 10 Fibonacci numbers: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]\n",
    failed: false,
  });
  expect(ofType(items, "text")[0]!.text).toBe("There it is.");

  const more = await client.ask(id, "and the twelfth?");
  expect(ofType(more, "text").at(-1)!.text).toBe("It is 89.");
  expect((await client.items(id)).conversation.title).toBe("show me some micropython");
});

it("shows that a loop ran out of fuel, and the conversation goes on", async () => {
  const { url } = await model((last, results) => {
    if (results.length > 0) return { text: JSON.stringify(results[0]) };
    return last === "loop" ? python("x = 2\nwhile True: pass") : python("x");
  });
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  const id = await client.newConversation();
  await client.ask(id, "set");
  const items = await client.ask(id, "loop");
  expect(tools(items).at(-1)).toMatchObject({
    status: "failed",
    output: { state: "restored", error: { type: "FuelExhaustedError" } },
  });
  expect(tools(await client.ask(id, "x?")).at(-1)).toMatchObject({
    status: "failed",
    output: { error: { type: "NameError" } },
  });
});

it("asks before it writes, and nothing runs before Yes, also across a restart", async () => {
  const sql = "UPDATE products SET price_cents = 1 WHERE id = 1";
  const { url } = await model((last, results) => {
    if (results.length > 0) return { text: `done: ${JSON.stringify(results[0])}` };
    return { calls: [{ name: "execute_write_sql", args: { database: "sample", sql, purpose: last } }] };
  });
  const first = await startAgent({ modelUrl: url });
  const before = await Client.byLink(first);
  const price = async (client: Client): Promise<unknown> =>
    (
      await client.send<{ rows: unknown[][] }>("POST", "/databases/sample/query", {
        sql: "SELECT price_cents FROM products WHERE id = 1",
      })
    ).rows[0]![0];
  const no = await before.newConversation();
  const [refused] = tools(await before.ask(no, "cheaper"));
  expect(refused).toMatchObject({
    status: "waiting",
    show: { kind: "sql", sql, database: "sample", purpose: "cheaper" },
  });
  expect((await before.items(no)).conversation).toMatchObject({ running: false, waiting: true });
  await expect(before.send("POST", `/conversations/${no}/messages`, { text: "well?" })).rejects.toThrow("409");
  await before.send("POST", `/conversations/${no}/approvals/${refused!.id}`, { approve: false });
  expect(tools(await before.settled(no))[0]!.status).toBe("refused");
  expect(await price(before)).toBe(1890);

  const yes = await before.newConversation();
  await before.ask(yes, "cheaper, please");
  await first.close();
  const second = await startAgent({ modelUrl: url, folder: first.folder });
  const after = await Client.byLink(second);
  const [asked] = tools((await after.items(yes)).items);
  expect(asked!.status).toBe("waiting");
  expect(await price(after)).toBe(1890);
  await after.send("POST", `/conversations/${yes}/approvals/${asked!.id}`, { approve: true });
  const items = await after.settled(yes);
  expect(tools(items)[0]).toMatchObject({ status: "done", output: { changes: 1 } });
  expect(ofType(items, "text")[0]!.text).toBe('done: {"changes":1}');
  expect(await price(after)).toBe(1);
  await expect(after.send("POST", `/conversations/${yes}/approvals/${asked!.id}`, { approve: true })).rejects.toThrow(
    "409",
  );
});

it("keeps conversations and variables over a restart", async () => {
  const { url } = await model((last, results) =>
    results.length > 0 ? { text: JSON.stringify(results[0]) } : python(last),
  );
  const first = await startAgent({ modelUrl: url });
  const before = await Client.byLink(first);
  const id = await before.newConversation();
  await before.ask(id, "kept = [1, 2, 3]");
  await first.close();
  const after = await Client.byLink(await startAgent({ modelUrl: url, folder: first.folder }));
  expect((await after.get<unknown[]>("/conversations")).length).toBe(1);
  expect(tools(await after.ask(id, "sum(kept)")).at(-1)).toMatchObject({ output: { value: "6" } });
});

it("stops in the middle, and a reader that comes later sees what is there, then the rest", async () => {
  const { url } = await model(() => ({ text: "word ", endless: true, delayMs: 10 }));
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  const id = await client.newConversation();
  await client.send("POST", `/conversations/${id}/messages`, { text: "talk" });
  await client.events(id, (event) => event.event === "delta");
  const seen = await client.events(id, (event) => event.event === "delta");
  const [snapshot] = seen;
  if (snapshot?.event !== "snapshot") throw new Error("no snapshot");
  expect(snapshot.items.at(-1)).toMatchObject({ type: "text", done: false });
  await client.send("POST", `/conversations/${id}/stop`);
  const items = await client.settled(id);
  expect(items.at(-1)).toMatchObject({ type: "notice", text: "Stopped." });
  expect(ofType(items, "text")[0]!.done).toBe(true);
});

it.each<[string, Turn, RegExp]>([
  ["a key that is refused", { status: 401 }, /refuses the key/],
  ["an unknown model", { status: 404 }, /does not know the model/],
  ["a failure", { status: 400 }, /answers with an error \(400\)/],
  ["too many requests", { status: 429 }, /too many requests/],
  ["a failure of its own", { status: 500 }, /answers with an error \(500\)/],
  [
    "a text without end",
    { raw: `data: ${JSON.stringify({ choices: [{ delta: { content: "x".repeat(1_000_001) } }] })}\n\n` },
    /more than 1000000 characters/,
  ],
  ["broken JSON", { raw: 'data: {"choices": [{"delta": \n\n' }, /could not be understood|answers with/],
  ["silence", { hang: true }, /timed out: nothing came for 8 s/],
])("survives a provider with %s, and says what to do", async (_, turn, message) => {
  const { url } = await model((last) => (last === "again" ? { text: "fine" } : turn));
  // Only where it's silent must the patience be short.
  const patience = turn.hang ? { modelTimeoutMs: 8_000 } : {};
  const client = await Client.byLink(await startAgent({ modelUrl: url, ...patience }));
  const id = await client.newConversation();
  const [error] = ofType(await client.ask(id, "hello"), "error");
  expect(error!.message).toMatch(message);
  expect(error!.hint).toBeTruthy();
  expect(ofType(await client.ask(id, "again"), "text").at(-1)!.text).toBe("fine");
});

it("survives a provider that cannot be reached", async () => {
  const client = await Client.byLink(await startAgent({ modelUrl: "http://127.0.0.1:9/v1" }));
  const items = await client.ask(await client.newConversation(), "hello");
  expect(ofType(items, "error")[0]!.message).toMatch(/cannot be reached/);
});

it("tells the model of an unknown tool, of input that is wrong, and ends a model that calls for ever", async () => {
  const { url } = await model((last, results) => {
    if (last === "unknown")
      return results.length === 0 ? { calls: [{ name: "rm_rf", args: {} }] } : { text: JSON.stringify(results) };
    if (last === "wrong")
      return results.length === 0
        ? { calls: [{ name: "sql_query", args: { sql: 5 } }] }
        : { text: JSON.stringify(results) };
    if (last === "broken")
      return results.length === 0
        ? { calls: [{ name: "sql_query", args: {}, rawArguments: '{"sql": ' }] }
        : { text: JSON.stringify(results) };
    return { calls: [{ name: "list_databases", args: {} }] };
  });
  const client = await Client.byLink(await startAgent({ modelUrl: url, maxSteps: 4 }));
  const id = await client.newConversation();
  const answerOf = async (text: string): Promise<string> => ofType(await client.ask(id, text), "text").at(-1)!.text;
  expect(await answerOf("unknown")).toContain("there is no tool rm_rf");
  expect(await answerOf("wrong")).toContain("the input of sql_query is wrong: database");
  expect(await answerOf("broken")).toMatch(/could not be read|is wrong/);
  const items = await client.ask(id, "forever");
  expect(ofType(items, "error")[0]!.message).toMatch(/4 answers in a row/);
});

it("shows tables and charts, and exports the conversation", async () => {
  const { url } = await model((last, results) => {
    if (results.length > 0) return { text: "See above." };
    if (last === "table")
      return {
        calls: [
          {
            name: "sql_query",
            args: { database: "sample", sql: "SELECT name, price_cents FROM products ORDER BY id LIMIT 2" },
          },
        ],
      };
    const spec = {
      mark: "bar",
      encoding: { x: { field: "category", type: "nominal" }, y: { field: "n", type: "quantitative" } },
    };
    return {
      calls: [
        {
          name: "render_chart",
          args: { spec, database: "sample", sql: "SELECT category, count(*) AS n FROM products GROUP BY 1" },
        },
      ],
    };
  });
  const server = await startAgent({ modelUrl: url });
  const client = await Client.byLink(server);
  const id = await client.newConversation();
  const [table] = tools(await client.ask(id, "table"));
  expect(table!.show).toMatchObject({
    kind: "table",
    table: {
      columns: ["name", "price_cents"],
      rows: [
        ["Espresso beans 1 kg", 1890],
        ["Filter roast 500 g", 1150],
      ],
    },
  });
  const chart = tools(await client.ask(id, "chart")).at(-1);
  expect(chart!.show).toMatchObject({
    kind: "chart",
    spec: { data: { values: expect.arrayContaining([{ category: "coffee", n: 3 }]) as unknown } },
  });
  const markdown = await (await client.fetch(`/conversations/${id}/export.md`)).text();
  expect(markdown).toContain("| Espresso beans 1 kg | 1890 |");
  const exported = (await (await client.fetch(`/conversations/${id}/export.json`)).json()) as { items: Item[] };
  expect(exported.items.filter(({ type }) => type === "tool")).toHaveLength(2);
  expect(existsSync(server.sample)).toBe(true);
});

it("makes the last answer anew, renames and deletes", async () => {
  let answers = 0;
  const { url } = await model(() => ({ text: `answer ${++answers}` }));
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  const id = await client.newConversation();
  await client.ask(id, "hello");
  await client.send("POST", `/conversations/${id}/retry`, {});
  expect(ofType(await client.settled(id), "text").map(({ text }) => text)).toEqual(["answer 2"]);
  await client.send("PATCH", `/conversations/${id}`, { title: "<b>New</b> name" });
  expect((await client.items(id)).conversation.title).toBe("<b>New</b> name");
  await client.send("DELETE", `/conversations/${id}`);
  await expect(client.items(id)).rejects.toThrow("404");
  expect(await client.get("/conversations")).toEqual([]);
});

it("without a model everything else works, and the chat says how to configure one", async () => {
  const client = await Client.byLink(await startAgent());
  expect(await client.me()).toMatchObject({
    models: [],
    defaultModel: null,
    modelHelp: expect.stringContaining("agent.yaml") as unknown,
  });
  await expect(client.ask(await client.newConversation(), "hello")).rejects.toThrow("409: No model is configured.");
});

it("a conversation that is deleted while it runs leaves nothing, and its readers are told", async () => {
  const { url } = await model((_, results) =>
    results.length > 0 ? { text: "word ", endless: true, delayMs: 10 } : python("1"),
  );
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  const id = await client.newConversation();
  await client.send("POST", `/conversations/${id}/messages`, { text: "talk" });
  let deletion: Promise<unknown> | undefined;
  const seen = await client.events(id, ({ event }) => {
    if (event === "delta") deletion ??= client.send("DELETE", `/conversations/${id}`);
    return event === "deleted";
  });
  await deletion;
  expect(seen.at(-1)).toEqual({ event: "deleted" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await client.get("/conversations")).toEqual([]);
  await expect(client.items(id)).rejects.toThrow("404");
});

it("tools of a plugin: what they give, throw, and a Stop while one never answers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "plugin-"));
  const path = join(folder, "tools.mjs");
  writeFileSync(
    path,
    `const tool = (name, execute) => ({ name, description: name, inputSchema: { type: "object" }, execute });
     const circular = {}; circular.self = circular;
     export default [
       tool("fine", (input, { actor }) => ({ input, actor, when: new Date(0) })),
       tool("throws", () => { throw new Error("no such rate") }), tool("rejects", () => Promise.reject("why not")),
       tool("nothing", () => undefined), tool("bigint", () => 1n), tool("circular", () => circular),
       tool("huge", () => "x".repeat(2_000_000)), tool("never", () => new Promise(() => {})),
     ];`,
  );
  const { url } = await model((last, results) =>
    results.length > 0 ? { text: "ok" } : { calls: [{ name: last, args: { a: 1 } }] },
  );
  const client = await Client.byLink(await startAgent({ modelUrl: url, plugins: [path] }));
  const id = await client.newConversation();
  const gives = async (name: string): Promise<unknown> => tools(await client.ask(id, name)).at(-1)!.output;
  expect(await gives("fine")).toEqual({ input: { a: 1 }, actor: "root", when: "1970-01-01T00:00:00.000Z" });
  expect(await gives("throws")).toEqual({ error: "no such rate" });
  expect(await gives("rejects")).toEqual({ error: "why not" });
  expect(await gives("nothing")).toBeNull();
  expect(await gives("bigint")).toMatchObject({ error: expect.stringContaining("BigInt") as unknown });
  expect(await gives("circular")).toMatchObject({ error: expect.stringContaining("circular") as unknown });
  expect(await gives("huge")).toMatchObject({ error: expect.stringContaining("2000002 characters") as unknown });
  await client.send("POST", `/conversations/${id}/messages`, { text: "never" });
  const never = (item: Item): boolean => item.type === "tool" && item.name === "never";
  // who listens late finds it in what there is already
  await client.events(
    id,
    (event) => (event.event === "snapshot" && event.items.some(never)) || (event.event === "item" && never(event.item)),
  );
  await client.send("POST", `/conversations/${id}/stop`);
  expect(tools(await client.settled(id)).at(-1)!.status).toBe("interrupted");
  expect(ofType(await client.ask(id, "fine"), "text").at(-1)!.text).toBe("ok");
});

it("two answers to a question: one counts; and none is given to a conversation that runs", async () => {
  const { url } = await model((_, results) =>
    results.length > 0
      ? { text: "done", delayMs: 20 }
      : {
          calls: [1, 2].map((n) => ({
            name: "execute_write_sql",
            args: { database: "sample", sql: `INSERT INTO products VALUES (NULL, 'p${n}', 'c', 1)`, purpose: "add" },
          })),
        },
  );
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  const id = await client.newConversation();
  const asked = tools(await client.ask(id, "add"));
  const yes = (item: ToolItem): Promise<unknown> =>
    client.send("POST", `/conversations/${id}/approvals/${item.id}`, { approve: true });
  const twice = await Promise.allSettled([yes(asked[0]!), yes(asked[0]!)]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await client.settled(id);
  expect((await client.items(id)).conversation.waiting).toBe(true);
  await yes(asked[1]!);
  for (const [method, path] of [
    ["POST", "retry"],
    ["POST", `approvals/${asked[1]!.id}`],
  ] as const)
    await expect(client.send(method, `/conversations/${id}/${path}`, { approve: true })).rejects.toThrow("409");
  expect(tools(await client.settled(id)).map(({ output }) => output)).toEqual([{ changes: 1 }, { changes: 1 }]);
});

it("a question whose permission, or whose model, is gone meanwhile", async () => {
  const token = "talker-token-0123456789";
  const { url } = await model((last, results) =>
    results.length > 0
      ? { text: JSON.stringify(results) }
      : {
          calls: [
            last === "write"
              ? { name: "execute_write_sql", args: { database: "sample", sql: "DELETE FROM orders", purpose: "x" } }
              : { name: "save_query", args: { database: "sample", name: "mine", sql: "SELECT 1" } },
          ],
        },
  );
  const as = (...names: ("view-database" | "execute-sql" | "execute-write-sql")[]) => ({
    tokens: new Map([["talker", token]]),
    grants: new Map([["talker", { agent: true, databases: new Map([["sample", new Set(names)]]) }]]),
  });
  const first = await startAgent({ modelUrl: url, ...as("view-database", "execute-sql", "execute-write-sql") });
  const before = await Client.byToken(first.url, token);
  const asked: [string, ToolItem][] = [];
  for (const text of ["write", "save"]) {
    const id = await before.newConversation();
    asked.push([id, tools(await before.ask(id, text))[0]!]);
  }
  await first.close();

  const none = await startAgent({ folder: first.folder, ...as("view-database") });
  const without = await Client.byToken(none.url, token);
  const approve = (client: Client, [id, item]: [string, ToolItem]): Promise<unknown> =>
    client.send("POST", `/conversations/${id}/approvals/${item.id}`, { approve: true });
  await expect(approve(without, asked[0]!)).rejects.toThrow("409: No model is configured.");
  expect(tools((await without.items(asked[0]![0])).items)[0]!.status).toBe("waiting");
  await none.close();

  const second = await startAgent({ modelUrl: url, folder: first.folder, ...as("view-database") });
  const after = await Client.byToken(second.url, token);
  for (const [id, item] of asked) {
    await approve(after, [id, item]);
    expect(tools(await after.settled(id))[0]).toMatchObject({
      status: "failed",
      output: { error: 'there is no database "sample"' },
    });
  }
});

it("a provider never gets names or inputs of calls that it would refuse", async () => {
  const { url, requests } = await model((_, results) =>
    results.length > 0
      ? { text: "ok" }
      : {
          calls: [
            { name: "rm -rf /", args: {} },
            { name: "sql_query", args: {}, rawArguments: '"a text"' },
          ],
        },
  );
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  await client.ask(await client.newConversation(), "go");
  const calls = (requests[1]!.messages as { tool_calls?: { function: { name: string; arguments: string } }[] }[])
    .flatMap(({ tool_calls = [] }) => tool_calls)
    .map((call) => call.function);
  expect(calls.map(({ name }) => name)).toEqual(["rm_-rf__", "sql_query"]);
  expect(calls.map((call) => typeof JSON.parse(call.arguments))).toEqual(["object", "object"]);
});

it("says why an answer is cut, or empty", async () => {
  const { url } = await model((last) => {
    if (last === "length") return { text: "It begins", finish: "length" };
    return last === "filter" ? { text: "It beg", finish: "content_filter" } : {};
  });
  const client = await Client.byLink(await startAgent({ modelUrl: url }));
  const lastOf = async (text: string): Promise<Item> =>
    (await client.ask(await client.newConversation(), text)).at(-1)!;
  expect(await lastOf("length")).toMatchObject({ type: "notice", text: expect.stringContaining("limit") as string });
  expect(await lastOf("filter")).toMatchObject({ type: "notice", text: expect.stringContaining("filter") as string });
  expect(await lastOf("silence")).toMatchObject({ type: "notice", text: "The model had nothing to say." });
});

it("a server that is killed loses no answer that was complete, no question, and no variable", async () => {
  const { url } = await model((last, results) => {
    if (results.length > 0) return last === "slow" ? { text: "word ", endless: true, delayMs: 20 } : { text: "ok" };
    if (last !== "write") return python(last === "slow" ? "kept.append(4)" : last);
    return {
      calls: [{ name: "execute_write_sql", args: { database: "sample", sql: "DELETE FROM orders", purpose: "" } }],
    };
  });
  const folder = mkdtempSync(join(tmpdir(), "killed-"));
  const bin = new URL("../bin/micropython-agent.js", import.meta.url).pathname;
  const env = { ...process.env, OPENAI_MODEL: "scripted", OPENAI_BASE_URL: url, OPENAI_API_KEY: "none" };
  const child = spawn(process.execPath, [bin, "--sample", "--port", "0", "--data", folder], { cwd: folder, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    said += part.toString();
    if (/token=.*\n/.test(said)) break;
  }
  const loginUrl = /http:\S+/.exec(said)![0];
  const before = await Client.byLink({ url: new URL(loginUrl).origin, loginUrl, close: () => Promise.resolve() });
  const [id, asking] = [await before.newConversation(), await before.newConversation()];
  await before.ask(asking, "write");
  await before.ask(id, "kept = [1, 2, 3]");
  await before.python({ code: "mine = 7" });
  await before.send("POST", `/conversations/${id}/messages`, { text: "slow" });
  await before.events(id, (event) => event.event === "delta");
  child.kill("SIGKILL");
  await once(child, "exit");

  const after = await Client.byLink(await startAgent({ modelUrl: url, folder }));
  expect(tools((await after.items(asking)).items)[0]!.status).toBe("waiting");
  const { items } = await after.items(id);
  expect(items.at(-1)).toMatchObject({ type: "notice", text: "The server ended before the answer was complete." });
  expect(tools(await after.ask(id, "sum(kept)")).at(-1)).toMatchObject({ output: { value: "10" } });
  expect((await after.python({ code: "mine" })).at(-1)).toMatchObject({ value: "7" });
});

it("speaks Anthropic's protocol: thinking that is switched on, a call, its result, usage", async () => {
  const requests: { messages: { role: string; content: object[] }[]; thinking?: object }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      requests.push(JSON.parse(body) as (typeof requests)[number]);
      const block = (index: number, start: object, ...deltas: object[]): { type: string; [key: string]: unknown }[] => [
        { type: "content_block_start", index, content_block: start },
        ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
        { type: "content_block_stop", index },
      ];
      const usage = { input_tokens: 11, output_tokens: 1 };
      const message = {
        id: "m",
        type: "message",
        role: "assistant",
        model: "scripted",
        content: [],
        stop_reason: null,
        usage,
      };
      const call = { type: "tool_use", id: "toolu_1", name: "execute_micropython", input: {} };
      const blocks =
        requests.length === 1
          ? [
              ...block(
                0,
                { type: "thinking", thinking: "" },
                { type: "thinking_delta", thinking: "Hm." },
                { type: "signature_delta", signature: "signed" },
              ),
              ...block(1, call, { type: "input_json_delta", partial_json: '{"python": "6 * 7"}' }),
            ]
          : block(0, { type: "text", text: "" }, { type: "text_delta", text: "It is 42." });
      const stop_reason = requests.length === 1 ? "tool_use" : "end_turn";
      const events = [
        { type: "message_start", message },
        ...blocks,
        { type: "message_delta", delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 5 } },
        { type: "message_stop" },
      ];
      response.writeHead(request.url === "/v1/messages" ? 200 : 404, { "content-type": "text/event-stream" });
      response.end(events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(""));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const claude = { id: "claude", label: "Claude", protocol: "anthropic", model: "scripted", apiKey: "none" } as const;
  const models = [{ ...claude, thinkingTokens: 2_000, baseUrl: `http://127.0.0.1:${port}` }];
  const client = await Client.byLink(await startAgent({ models, defaultModel: "claude" }));
  const items = await client.ask(await client.newConversation(), "six times seven?");
  expect(items.map(({ type }) => type)).toEqual(["user", "thinking", "tool", "usage", "text", "usage"]);
  expect(items[1]).toMatchObject({ text: "Hm.", done: true });
  expect(items[2]).toMatchObject({ status: "done", output: { value: "42" } });
  expect(items[4]).toMatchObject({ text: "It is 42." });
  expect(items[5]).toMatchObject({ inputTokens: 11, outputTokens: 5 });
  const thinking = { type: "enabled", budget_tokens: 2_000 };
  expect(requests).toMatchObject([{ thinking }, { thinking }]);
  expect(requests[1]!.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
  // it wants its thoughts back, as it has signed them
  expect(requests[1]!.messages[1]!.content).toMatchObject([
    { type: "thinking", thinking: "Hm.", signature: "signed" },
    { type: "tool_use" },
  ]);
});
