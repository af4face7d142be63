// What may come over the wire that no MCP client sends.
import { request as httpRequest } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { connect as tcpConnect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "micropython-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PythonTool } from "../../src/index.js";
import { serveHttp } from "../../src/mcp/index.js";
import type { HttpOptions, HttpServer } from "../../src/mcp/index.js";
import { connectHttp, execute, until } from "../support/mcp.js";

const tool = new PythonTool({ fuel: 1e12, wallClockTimeoutSeconds: 60 });
let server: HttpServer;
let port: number;
beforeAll(async () => {
  server = await serveHttp(tool, { requestTimeoutMs: 120_000 });
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server.close();
  await tool.close();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const json = { "content-type": "application/json", accept: "application/json, text/event-stream" };

function ask(
  headers: Record<string, string> = {},
  body?: string | Buffer,
  { path = "/mcp", method = "POST" } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers: { ...json, ...headers } });
    request.once("error", reject);
    request.once("response", (response) => {
      text(response).then((body) => resolve({ status: response.statusCode!, headers: response.headers, body }), reject);
    });
    request.end(body);
  });
}

const initialize = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } },
});

const stillServes = async (): Promise<void> => expect((await ask({}, initialize)).status).toBe(200);

describe("Host and Origin", () => {
  it.each(["localhost", "127.0.0.1", "[::1]", "LOCALHOST:1234", "127.0.0.1:80"])("Host %s is known", async (host) => {
    expect((await ask({ host }, initialize)).status).toBe(200);
  });

  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.example:80",
    "10.0.0.1",
    "a b",
    "@localhost",
    "localhost@evil.example",
  ])("Host %s is refused", async (host) => {
    expect((await ask({ host }, initialize)).status).toBe(403);
  });

  it.each([
    "http://evil.example",
    "null",
    "http://localhost.evil.example",
    "file://",
    "chrome-extension://abcdef",
    "http://10.0.0.1",
    "localhost",
  ])("Origin %s is refused", async (origin) => {
    const { status, body } = await ask({ origin }, initialize);
    expect([status, JSON.parse(body)]).toMatchObject([403, { jsonrpc: "2.0", error: { message: expect.any(String) } }]);
  });

  it("pages of this machine may call", async () => {
    expect((await ask({ origin: "http://localhost:6274" }, initialize)).status).toBe(200);
  });

  it("a preflight is not answered", async () => {
    const { status, headers } = await ask({ origin: "http://localhost:3000" }, undefined, { method: "OPTIONS" });
    expect([status, headers["access-control-allow-origin"]]).toEqual([405, undefined]);
  });
});

describe("a token", () => {
  const token = "0123456789abcdef";

  it("is needed where the server is told to bind elsewhere", async () => {
    for (const host of ["0.0.0.0", "::", "192.168.0.1", "example.com"])
      await expect(serveHttp(tool, { host })).rejects.toThrow(`a server on ${host} needs a token`);
    await expect(serveHttp(tool, { host: "0.0.0.0", token: "short" })).rejects.toThrow("at least 16 characters");
  });

  it("opens the server to those who have it, by any address but no foreign name", async () => {
    const open = await serveHttp(tool, { host: "0.0.0.0", token, allowedHosts: ["mcp.example.com"] });
    const before = port;
    port = Number(new URL(open.url).port);
    const bearer = { authorization: `Bearer ${token}` };
    const wrong: Record<string, string>[] = [
      {},
      { authorization: "Bearer 0123456789abcdeg" },
      { authorization: token },
      { authorization: "Basic eDp5" },
    ];
    for (const headers of wrong) {
      const { status, headers: answered } = await ask(headers, initialize);
      expect([status, answered["www-authenticate"]]).toEqual([401, "Bearer"]);
    }
    const statusFor = async (host: string): Promise<number> => (await ask({ ...bearer, host }, initialize)).status;
    expect(
      await Promise.all(["localhost", "10.1.2.3:8000", "[fd00::1]", "mcp.example.com", "evil.example"].map(statusFor)),
    ).toEqual([200, 200, 200, 200, 403]);
    port = before;
    const client = await connectHttp(
      open.url.replace("0.0.0.0", "127.0.0.1"),
      {},
      { Authorization: `Bearer ${token}` },
    );
    expect((await execute(client, "1 + 1")).structuredContent.value).toBe("2");
    await client.close();
    await open.close();
  });
});

describe("options", () => {
  it.each<[HttpOptions, string]>([
    [{ port: 70_000 }, "port must be from 0 to 65535; got 70000"],
    [{ port: 1.5 }, "port must be"],
    [{ maxConversations: 0 }, "maxConversations must be"],
    [{ requestTimeoutMs: 0 }, "requestTimeoutMs must be"],
  ])("%j are refused", async (options, message) => {
    const refused = await serveHttp(tool, options).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toContain(message);
  });

  it("of a port that is taken are Node's error", async () => {
    await expect(serveHttp(tool, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("requests that are none of the protocol's", () => {
  it.each([
    ["another path", { path: "/" }, 404],
    ["a path that is no URL", { path: "//" }, 404],
    ["another method", { method: "PUT" }, 405],
    ["GET without session", { method: "GET" }, 400],
    ["DELETE without session", { method: "DELETE" }, 400],
  ])("%s", async (_what, options, status) => {
    expect((await ask({}, undefined, options)).status).toBe(status);
  });

  it.each([
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "a=1", 415],
    ["text, as pages may send without being asked", { "content-type": "text/plain" }, initialize, 415],
    ["nothing", {}, "", 400],
    ["no JSON", {}, "{", 400],
    ["another value", {}, "1", 400],
    ["no method", {}, "{}", 400],
    ["a call without session", {}, JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }), 400],
    [
      "a foreign session",
      { "mcp-session-id": "x" },
      JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
      404,
    ],
    ["bytes that are no UTF-8", {}, Buffer.from([0xff, 0xfe, 0x00]), 400],
    [
      "an array of many",
      {},
      JSON.stringify(Array.from({ length: 10_000 }, () => JSON.parse(initialize) as unknown)),
      400,
    ],
    ["what claims to be of an unknown protocol", { "mcp-protocol-version": "2099-01-01" }, "{}", 400],
  ])("%s", async (_what, headers, body, status) => {
    expect((await ask(headers, body)).status).toBe(status);
    await stillServes();
  });

  it.each(["[", '{"a":'])("nested 100,000 deep in %s", async (open) => {
    const { status, body } = await ask({}, open.repeat(100_000));
    expect(status).toBe(400);
    expect(body).toContain("nested deeper than 64 levels");
    await stillServes();
  });

  it("brackets in a program are no nesting", async () => {
    const client = await connectHttp(server.url);
    expect((await execute(client, `len('''${'[{"'.repeat(1_000)}''')`)).structuredContent.value).toBe("3000");
    await client.close();
  });
});

describe("bodies", () => {
  const hundredMegabytes = 100_000_000;

  it("of 100 MB are refused before they come", async () => {
    const socket = tcpConnect(port, "127.0.0.1");
    const answer = text(socket);
    socket.write(
      `POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${hundredMegabytes}\r\n\r\n{`,
    );
    expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("of 100 MB in chunks are cut, and the server's memory stays flat", async () => {
    const before = process.memoryUsage().rss;
    const chunk = `10000\r\n${" ".repeat(65_536)}\r\n`;
    const attack = async (): Promise<string> => {
      const socket = tcpConnect(port, "127.0.0.1");
      socket.on("error", () => {});
      const answer = text(socket).catch(() => "cut");
      socket.write(
        "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
      );
      for (let sent = 0; sent < hundredMegabytes && !socket.destroyed; sent += 65_536) {
        if (!socket.write(chunk))
          await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), sleep(100)]);
        if (socket.bytesWritten < sent - 8_000_000) break;
      }
      socket.destroy();
      return answer;
    };
    for (const answer of await Promise.all(Array.from({ length: 10 }, attack)))
      expect(answer).toMatch(/^HTTP\/1\.1 413 |^cut$|^$/);
    // all of them sent ten times as much
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    await stillServes();
  });

  it.each([
    [
      "that come too slowly",
      "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n",
      " ",
    ],
    ["whose headers come too slowly", "POST /mcp HTTP/1.1\r\n", "X: y\r\n"],
  ])("%s are cut", async (_what, begin, drop) => {
    const hasty = await serveHttp(tool, { requestTimeoutMs: 1_000 });
    const socket = tcpConnect(Number(new URL(hasty.url).port), "127.0.0.1");
    socket.on("error", () => {});
    const answer = text(socket);
    socket.write(begin);
    const drip = setInterval(() => socket.write(drop), 100);
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
    await hasty.close();
    await stillServes();
  });

  it("that end early leave nothing behind", async () => {
    for (let i = 0; i < 20; i++) {
      const socket = tcpConnect(port, "127.0.0.1");
      socket.write(
        "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
        () => socket.destroy(),
      );
      await new Promise((resolve) => socket.once("close", resolve));
    }
    await stillServes();
  });
});

describe("sessions", () => {
  it("of clients that never come back do not pile up", async () => {
    const few = await serveHttp(tool, { maxConversations: 5 });
    const before = port;
    port = Number(new URL(few.url).port);
    const ids = new Set<unknown>();
    for (let i = 0; i < 100; i++) ids.add((await ask({}, initialize)).headers["mcp-session-id"]);
    expect(ids.size).toBe(100);
    const list = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
    const statuses = await Promise.all(
      [...ids].map(async (id) => (await ask({ "mcp-session-id": id as string }, list)).status),
    );
    expect(statuses.filter((status) => status === 200).length).toBe(5);
    port = before;
    await few.close();
  });

  it("stop what they run when the server closes", async () => {
    const own = await serveHttp(tool);
    const client = await connectHttp(own.url);
    const endless = execute(client, "while True: pass").catch((error: unknown) => error);
    await until(() => tool.metrics.live > tool.metrics.idle);
    await own.close();
    await until(() => tool.metrics.live === tool.metrics.idle);
    await client.close();
    expect(await endless).toBeInstanceOf(Error);
  });
});
