import { request } from "node:http";
import { expect, it } from "vitest";
import type { Item } from "../shared/api.js";
import { Client, startAgent } from "./support/agent.js";
import type { TestServer } from "./support/agent.js";
import { scriptedModel } from "./support/scriptedModel.js";
import { onTestFinished } from "vitest";

const TOKEN = {
  reader: "reader-token-0123456789",
  talker: "talker-token-0123456789",
  nobody: "nobody-token-0123456789",
};

async function withActors(modelUrl?: string, folder?: string, tokens = TOKEN): Promise<TestServer> {
  const only = (...names: ("view-database" | "execute-sql" | "execute-write-sql")[]) =>
    new Map([["sample", new Set(names)]]);
  return startAgent({
    ...(modelUrl !== undefined && { modelUrl }),
    ...(folder !== undefined && { folder }),
    tokens: new Map(Object.entries(tokens)),
    grants: new Map([
      ["reader", { agent: false, databases: only("view-database") }],
      ["talker", { agent: true, databases: only("view-database", "execute-sql") }],
      ["nobody", { agent: false, databases: new Map() }],
    ]),
  });
}

/** As fetch would not: with any Host and any path. */
function raw(
  url: string,
  headers: Record<string, string>,
  path = "/api/me",
): Promise<{ status: number; body: string }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => (body += part));
      response.on("end", () => resolve({ status: response.statusCode!, body }));
    })
      .on("error", reject)
      .end();
  });
}

it("root's link works once", async () => {
  const server = await startAgent();
  expect((await fetch(server.loginUrl, { redirect: "manual" })).status).toBe(302);
  expect((await fetch(server.loginUrl, { redirect: "manual" })).status).toBe(401);
});

it("no link signs a browser in as another actor", async () => {
  const { url } = await withActors();
  expect((await fetch(`${url}/-/login?token=${TOKEN.talker}`, { redirect: "manual" })).status).toBe(401);
});

it("whoever may query a database may see its schema by SQL, but a list does not name it", async () => {
  const server = await startAgent({
    tokens: new Map([["talker", TOKEN.talker]]),
    grants: new Map([
      ["talker", { agent: false, databases: new Map([["sample", new Set(["execute-sql"] as const)]]) }],
    ]),
  });
  const client = await Client.byToken(server.url, TOKEN.talker);
  expect((await client.me()).databases).toEqual([]);
  await expect(client.get("/databases/sample")).rejects.toThrow("404");
  await expect(client.get("/databases/sample/rows?table=orders")).rejects.toThrow("404");
  const sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'";
  expect(await client.send("POST", "/databases/sample/query", { sql })).toMatchObject({ rows: [[4]] });
});

it("nothing is answered without a cookie, with a forged one, or without the token against forged requests", async () => {
  const server = await startAgent();
  const client = await Client.byLink(server);
  for (const path of ["/api/me", "/api/conversations", "/api/databases/sample", "/api/python/state"]) {
    expect((await fetch(server.url + path)).status).toBe(401);
    expect((await fetch(server.url + path, { headers: { cookie: `${client.cookie}x` } })).status).toBe(401);
  }
  const post = await fetch(`${server.url}/api/conversations`, { method: "POST", headers: { cookie: client.cookie } });
  expect(post.status).toBe(403);
  await expect(Client.byToken(server.url, "guess")).rejects.toThrow("401");
});

it("refuses other names of this machine and other origins", async () => {
  const server = await startAgent();
  const { host } = new URL(server.url);
  const { cookie } = await Client.byLink(server);
  expect((await raw(server.url, { host, cookie })).status).toBe(200);
  expect((await raw(server.url, { host: "evil.example", cookie })).status).toBe(403);
  expect((await raw(server.url, { host, origin: "https://evil.example", cookie })).status).toBe(403);
  expect((await raw(server.url, { host, origin: "null", cookie })).status).toBe(403);
});

it("sends a policy that runs nothing foreign, and an HttpOnly cookie", async () => {
  const server = await startAgent();
  const login = await fetch(server.loginUrl, { redirect: "manual" });
  expect(login.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  const policy = login.headers.get("content-security-policy")!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
});

it.each([
  ["GET", "/assets/../../../package.json"],
  ["GET", "/assets/%2e%2e/%2e%2e/server/main.js"],
  ["GET", "/assets/..%2f..%2fserver%2fmain.js"],
])("serves no other files: %s %s", async (_, path) => {
  const server = await startAgent();
  const { status, body } = await raw(server.url, { host: new URL(server.url).host }, path);
  // what is no asset's name is the page, or nothing
  expect(status === 404 || body.startsWith("<!doctype html>")).toBe(true);
});

it("an actor without a permission is refused, and does not learn what there is", async () => {
  const server = await withActors();
  const [reader, nobody] = [
    await Client.byToken(server.url, TOKEN.reader),
    await Client.byToken(server.url, TOKEN.nobody),
  ];
  expect((await reader.me()).databases).toEqual([{ name: "sample", sql: false, write: false }]);
  expect((await nobody.me()).databases).toEqual([]);
  const refusals = await Promise.all([
    nobody.get("/databases/sample").catch(String),
    nobody.get("/databases/absent").catch(String),
    reader.send("POST", "/databases/sample/query", { sql: "SELECT 1" }).catch(String),
    reader.send("POST", "/databases/absent/query", { sql: "SELECT 1" }).catch(String),
  ]);
  expect(refusals.map((text) => String(text).replace("absent", "sample"))).toEqual([
    refusals[0],
    refusals[0],
    refusals[2],
    refusals[2],
  ]);
  await expect(reader.get("/conversations")).rejects.toThrow("403: You may not use the agent.");
  await expect(reader.newConversation()).rejects.toThrow("403");
  await expect(reader.get("/databases/sample/saved")).rejects.toThrow("404");
  const [, end] = [0, (await reader.python({ code: "read_only_sql_query('sample', 'select 1')" })).at(-1)];
  expect(end).toMatchObject({ event: "end", value: expect.stringContaining("there is no database") as unknown });
});

it("an actor sees its own conversations only, and writes only with the permission", async () => {
  const model = await scriptedModel((_, results) =>
    results.length > 0
      ? { text: JSON.stringify(results[0]) }
      : {
          calls: [{ name: "execute_write_sql", args: { database: "sample", sql: "DELETE FROM orders", purpose: "x" } }],
        },
  );
  onTestFinished(() => model.close());
  const server = await withActors(model.url);
  const [root, talker] = [await Client.byLink(server), await Client.byToken(server.url, TOKEN.talker)];
  const id = await root.newConversation();
  await expect(talker.items(id)).rejects.toThrow("404");
  await expect(talker.send("DELETE", `/conversations/${id}`)).rejects.toThrow("404");
  await expect(talker.send("POST", `/conversations/${id}/messages`, { text: "hi" })).rejects.toThrow("404");
  expect(await talker.get("/conversations")).toEqual([]);
  const items: Item[] = await talker.ask(await talker.newConversation(), "delete");
  expect(items.find(({ type }) => type === "tool")).toMatchObject({
    status: "failed",
    output: { error: 'there is no database "sample"' },
  });
  const { rows } = await root.send<{ rows: number[][] }>("POST", "/databases/sample/query", {
    sql: "SELECT count(*) FROM orders",
  });
  expect(rows).toEqual([[240]]);
});

it("a tool whose permission the actor lacks is never shown to the model", async () => {
  const model = await scriptedModel(() => ({ text: "ok" }));
  onTestFinished(() => model.close());
  const { mkdtempSync, writeFileSync } = await import("node:fs");
  const folder = mkdtempSync("/tmp/plugin-");
  const path = `${folder}/tools.mjs`;
  writeFileSync(
    path,
    `const tool = (name, permission) => ({ name, description: name, inputSchema: { type: "object" }, permission, execute: (input, { actor }) => ({ actor }) });
     export default [tool("for_writers", "execute-write-sql"), tool("for_all")];`,
  );
  const server = await startAgent({
    modelUrl: model.url,
    plugins: [path],
    tokens: new Map([["talker", TOKEN.talker]]),
    grants: new Map([["talker", { agent: true, databases: new Map() }]]),
  });
  for (const client of [await Client.byLink(server), await Client.byToken(server.url, TOKEN.talker)])
    await client.ask(await client.newConversation(), "hi");
  const names = model.requests.map(({ tools }) => tools!.map((tool) => tool.function.name));
  expect(names[0]).toEqual(expect.arrayContaining(["for_writers", "for_all", "execute_micropython"]));
  expect(names[1]).toContain("for_all");
  expect(names[1]).not.toContain("for_writers");
});

it("whoever signs out takes every copy of the cookie along, also over a restart, other browsers stay, and another token ends all", async () => {
  const server = await withActors();
  const [leaving, staying] = [
    await Client.byToken(server.url, TOKEN.talker),
    await Client.byToken(server.url, TOKEN.talker),
  ];
  await leaving.send("POST", "/logout");
  await expect(leaving.me()).rejects.toMatchObject({ status: 401 });
  expect((await staying.me()).actor).toBe("talker");
  await server.close();
  const again = await withActors(undefined, server.folder);
  const statusOf = async ({ cookie }: Client, { url }: TestServer): Promise<number> => {
    const renamed = cookie.replace(new URL(server.url).port, new URL(url).port);
    return (await fetch(`${url}/api/me`, { headers: { cookie: renamed } })).status;
  };
  expect([await statusOf(leaving, again), await statusOf(staying, again)]).toEqual([401, 200]);
  await again.close();
  const changed = await withActors(undefined, server.folder, { ...TOKEN, talker: "another-token-0123456789" });
  expect(await statusOf(staying, changed)).toBe(401);
});

it("a second server on the same folder is refused, and the first goes on", async () => {
  const first = await startAgent();
  await expect(startAgent({ folder: first.folder })).rejects.toThrow(/in use by another micropython-agent.*--data/);
  expect((await (await Client.byLink(first)).me()).actor).toBe("root");
  await first.close();
  expect((await (await Client.byLink(await startAgent({ folder: first.folder }))).me()).actor).toBe("root");
});
