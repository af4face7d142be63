import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { writeFileSync } from "node:fs";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { Client, ClientOptions } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin, cli, start } from "../support/cli.js";
import { connect, connectHttp, execute, until } from "../support/mcp.js";
import { fingerprint, scratch, sqliteFile } from "../support/sqlite.js";

const directory = scratch();
const database = sqliteFile(
  "CREATE TABLE items (name TEXT, qty INT); INSERT INTO items VALUES ('apple', 1), ('pear', 3), ('plum', 12)",
  `${directory}/data.db`,
);
const before = fingerprint(directory);

const query = `result = read_only_sql_query("data", "select name, qty from items where qty > :min_qty", {"min_qty": 2})
for name, qty in result["rows"]:
    print(name, qty)`;

const modern: ClientOptions = { versionNegotiation: { mode: { pin: "2026-07-28" } } };

async function connectStdio(
  args: string[],
  options?: ClientOptions,
): Promise<{ client: Client; transport: StdioClientTransport }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [bin, "mcp", ...args],
    stderr: "pipe",
  });
  return { client: await connect(transport, options), transport };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.each([["2025-11-25", undefined] as const, ["2026-07-28", modern] as const])(
  "over stdio, protocol %s",
  (version, options) => {
    let client: Client;
    let transport: StdioClientTransport;
    beforeAll(async () => {
      ({ client, transport } = await connectStdio(["--db", database], options));
    });
    afterAll(() => client.close());

    it("a connection is a conversation", async () => {
      expect(client.getNegotiatedProtocolVersion()).toBe(version);
      await execute(client, "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)");
      expect((await execute(client, "print(fib(20))")).structuredContent).toEqual({ stdout: "6765\n", state: "kept" });
      const other = await connectStdio([], options);
      expect((await execute(other.client, "fib(1)")).structuredContent.error?.type).toBe("NameError");
      await other.client.close();
    });

    it("Python reads the database", async () => {
      const { tools } = await client.listTools();
      expect(tools[0]!.annotations).toMatchObject({ destructiveHint: false, openWorldHint: false });
      expect(tools[0]!.description).toContain("def read_only_sql_query(name_of_database: str, sql: str");
      expect((await execute(client, query)).structuredContent.stdout).toBe("pear 3\nplum 12\n");
      const { structuredContent } = await execute(client, "print(read_only_sql_query('data', 'DELETE FROM items'))");
      expect(structuredContent.stdout).toContain("'error'");
      expect(fingerprint(directory)).toEqual(before);
    });

    it("a loop that never ends is cancelled, and the next call is answered", async () => {
      const controller = new AbortController();
      const call = {
        name: "execute_micropython",
        arguments: { python: "x = 1\nprint('begun')\nimport time\ntime.sleep(60)" },
      };
      const endless = client.callTool(call, { signal: controller.signal });
      setTimeout(() => controller.abort(), 300);
      await expect(endless).rejects.toThrow(/abort/i);
      expect((await execute(client, "'x' in globals()")).structuredContent.value).toBe("False");
    });

    it("ends when its client is lost, whatever it runs", async () => {
      const endless = execute(client, "import time\ntime.sleep(4)").catch(() => {});
      const pid = transport.pid!;
      await client.close();
      await endless;
      await until(() => !isAlive(pid));
    });
  },
);

describe("over HTTP", () => {
  it("serves both protocols, until a signal ends it", async () => {
    const server = start(["mcp", "--db", database, "--http", "0"]);
    let said = "";
    server.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.includes("\n"));
    const [, url] = /serving (http:\/\/127\.0\.0\.1:\d+\/mcp); Ctrl-C ends it/.exec(said)!;
    for (const options of [undefined, modern]) {
      const client = await connectHttp(url!, options);
      expect((await execute(client, query)).structuredContent.stdout).toBe("pear 3\nplum 12\n");
      await client.close();
    }
    const exit = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(fingerprint(directory)).toEqual(before);
  });

  it("with a token lets nobody in without it", async () => {
    const token = "a-token-of-some-length";
    const server = start(["mcp", "--http", "0", "--host", "0.0.0.0", "--token-env", "TOKEN"], { TOKEN: token });
    let said = "";
    server.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.includes("\n"));
    expect(said).not.toContain(token);
    const url = /http:\S+\/mcp/.exec(said)![0].replace("0.0.0.0", "127.0.0.1");
    await expect(connectHttp(url)).rejects.toThrow(/401|bearer token/i);
    const client = await connectHttp(url, undefined, { Authorization: `Bearer ${token}` });
    expect((await execute(client, "1 + 1")).structuredContent.value).toBe("2");
    await client.close();
    const exit = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGINT");
    expect(await exit).toBe(0);
  });

  it("says where it cannot start", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { exitCode, stderr } = await cli(["mcp", "--http", `${(other.address() as AddressInfo).port}`]);
    other.close();
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining("EADDRINUSE")]);
  });
});

describe("a configuration file", () => {
  it("has settings and databases, by paths from where it is", async () => {
    const file = `${directory}/config.json`;
    writeFileSync(file, JSON.stringify({ fuel: 100_000, max_returned_rows: 1, databases: { shop: "data.db" } }));
    const { client } = await connectStdio(["--config", file, "--db", database]);
    expect((await execute(client, "list_databases()")).structuredContent.value).toBe("['shop', 'data']");
    expect(
      (await execute(client, "len(read_only_sql_query('shop', 'select * from items')['rows'])")).structuredContent
        .value,
    ).toBe("1");
    const { error, state } = (await execute(client, "while True: pass")).structuredContent;
    expect([error?.message, state]).toEqual([expect.stringContaining("100000 units"), "restored"]);
    await client.close();
  });
});

describe("stdin", () => {
  it("that has ended ends the server", async () => {
    expect(await cli(["mcp"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("that ends stops the run under way", async () => {
    const file = `${directory}/patient.json`;
    writeFileSync(file, JSON.stringify({ fuel: 1e12, wall_clock_timeout_seconds: 3_600 }));
    const server = spawn(process.execPath, [bin, "mcp", "--config", file]);
    let said = "";
    server.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const send = (message: object): void =>
      void server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    const clientInfo = { name: "test", version: "1" };
    send({ id: 1, method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo } });
    const python = "print('begun')\nwhile True: pass";
    const params = { name: "execute_micropython", arguments: { python }, _meta: { progressToken: 1 } };
    send({ id: 2, method: "tools/call", params });
    await until(() => said.includes("notifications/progress"));
    const exit = new Promise((resolve) => server.once("close", resolve));
    server.stdin.end();
    expect(await exit).toBe(0);
  });

  it("that holds no JSON-RPC is no end", async () => {
    const server = spawn(process.execPath, [bin, "mcp"]);
    let said = "";
    server.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    server.stdin.write(`no JSON\n{}\n${"[".repeat(100_000)}\n`);
    server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`);
    await until(() => said.includes('"id":1'));
    const exit = new Promise((resolve) => server.once("close", resolve));
    server.stdin.end();
    expect(await exit).toBe(0);
  });
});
