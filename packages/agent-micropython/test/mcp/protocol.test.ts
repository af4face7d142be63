import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { Client, ClientOptions } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PythonTool } from "../../src/index.js";
import { HTML_META_KEY, serveHttp } from "../../src/mcp/index.js";
import type { HttpServer } from "../../src/mcp/index.js";
import { connect, connectHttp, execute, until } from "../support/mcp.js";

const events: string[] = [];
let enough = (): boolean => true;
const tool = new PythonTool({
  fuel: 1e12,
  wallClockTimeoutSeconds: 60,
  hostFunctions: (conversation) => ({
    whoami: () => conversation.actor,
    conversation: () => conversation.id,
    enough: () => enough(),
    wait: (name: string) => void events.push(`${name} begun`),
  }),
});
let server: HttpServer;
beforeAll(async () => {
  server = await serveHttp(tool, { actor: "ada", annotations: { openWorldHint: false } });
});
afterAll(async () => {
  await server.close();
  await tool.close();
});

const eras: [string, ClientOptions][] = [
  ["2025-11-25", {}],
  ["2026-07-28", { versionNegotiation: { mode: { pin: "2026-07-28" } } }],
];

describe.each(eras)("a client of protocol %s", (version, options) => {
  let client: Client;
  beforeAll(async () => {
    client = await connectHttp(server.url, options);
  });
  afterAll(() => client.close());

  it("negotiates it", () => {
    expect(client.getNegotiatedProtocolVersion()).toBe(version);
    expect(client.getServerVersion()).toMatchObject({ name: "agent-micropython", version: "0.1.0" });
  });

  it("finds the tool, with its schemas and annotations", async () => {
    const { tools } = await client.listTools();
    expect(tools).toMatchObject([
      {
        name: "execute_micropython",
        title: "Execute Python",
        description: expect.stringContaining("def whoami"),
        inputSchema: { type: "object", required: ["python"] },
        outputSchema: { type: "object" },
        annotations: { title: "Execute Python", openWorldHint: false },
        _meta: { ui: { resourceUri: "ui://agent-micropython/result.html" } },
      },
    ]);
  });

  it("gets structured content, and the same as text", async () => {
    const { structuredContent, content, isError } = await execute(client, "print(sum(range(10)))\n6 * 7");
    expect(structuredContent).toMatchObject({ stdout: "45\n", value: "42", state: "kept" });
    expect(content).toMatchObject([{ type: "text" }]);
    expect(JSON.parse((content[0] as { text: string }).text)).toEqual(structuredContent);
    expect(isError).toBeFalsy();
  });

  it("gets what went wrong as a result", async () => {
    const { structuredContent, isError } = await execute(client, "1/0");
    expect(structuredContent).toMatchObject({ state: "kept", error: { type: "ZeroDivisionError" } });
    expect(isError).toBe(true);
  });

  it("gets a sentence for wrong arguments", async () => {
    const result = await client
      .callTool({ name: "execute_micropython", arguments: { python: 1 } })
      .catch((e: unknown) => e);
    expect(JSON.stringify(result instanceof Error ? result.message : result)).toContain("python");
    const endless = (await execute(client, "#".repeat(200_001))) as object;
    expect(endless).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("at most 200000") }] });
  });

  it("gets HTML apart from what the model sees, where it says that it shows it", async () => {
    const capabilities = { extensions: { "io.modelcontextprotocol/ui": { mimeTypes: ["text/html;profile=mcp-app"] } } };
    const showing = await connectHttp(server.url, { ...options, capabilities });
    const result = await execute(showing, "print('<b>')", { show_result: true });
    expect(result._meta?.[HTML_META_KEY]).toContain("&lt;b&gt;");
    expect(JSON.stringify([result.content, result.structuredContent])).not.toContain("&lt;");
    expect(result.structuredContent.note).toBe("Code and output have been shown to the user: do not repeat them.");
    await showing.close();
  });

  it("that does not show HTML gets none, and its model is not told that it did", async () => {
    const { structuredContent, _meta } = await execute(client, "print('<b>')", { show_result: true });
    expect(_meta?.[HTML_META_KEY]).toBeUndefined();
    expect(structuredContent.note).toBe("This client does not show results: tell the user what matters.");
  });

  it("calls for the actor of the server", async () => {
    expect((await execute(client, "whoami()")).structuredContent.value).toBe("'ada'");
  });

  it("hears of the progress of a long run", async () => {
    const heard: { progress: number; total?: number; message?: string }[] = [];
    enough = () => heard.length >= 2;
    const python = "import time\nprint('first\\nsecond')\nwhile not enough(): time.sleep(0.1)";
    await client.callTool(
      { name: "execute_micropython", arguments: { python } },
      { onprogress: (progress) => heard.push(progress) },
    );
    expect(heard[0]).toMatchObject({ total: 60, message: "second" });
    expect(heard[1]!.progress).toBeGreaterThan(heard[0]!.progress);
  });

  it("cancels a loop that never ends", async () => {
    const controller = new AbortController();
    const endless = client.callTool(
      { name: "execute_micropython", arguments: { python: `wait('${version}')\nwhile True: pass` } },
      { signal: controller.signal },
    );
    endless.catch(() => {});
    await until(() => events.includes(`${version} begun`));
    controller.abort();
    await expect(endless).rejects.toThrow(/abort/i);
    await until(() => tool.metrics.live === tool.metrics.idle);
  });

  it("that is lost leaves no run behind", async () => {
    const lost = await connectHttp(server.url, options);
    const endless = execute(lost, `wait('${version} lost')\nwhile True: pass`).catch(() => {});
    await until(() => events.includes(`${version} lost begun`));
    await lost.close();
    await endless;
    await until(() => tool.metrics.live === tool.metrics.idle);
  });
});

describe("sessions of protocol 2025-11-25", () => {
  it("are conversations of their own", async () => {
    const [ada, alan] = await Promise.all([connectHttp(server.url), connectHttp(server.url)]);
    await execute(ada, "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)");
    expect((await execute(ada, "print([fib(i) for i in range(10)])")).structuredContent.stdout).toBe(
      "[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]\n",
    );
    expect((await execute(alan, "fib(1)")).structuredContent.error?.type).toBe("NameError");
    await Promise.all([ada.close(), alan.close()]);
  });

  it("that end stop what they run, and are forgotten", async () => {
    const transport = new StreamableHTTPClientTransport(new URL(server.url));
    const client = await connect(transport);
    const id = (await execute(client, "conversation()")).structuredContent.value;
    expect(id).toBe(`'mcp:${transport.sessionId}'`);
    const endless = execute(client, "wait('terminated')\nwhile True: pass").catch(() => {});
    await until(() => events.includes("terminated begun"));
    const session = transport.sessionId!;
    await transport.terminateSession();
    await until(() => tool.metrics.live === tool.metrics.idle);
    await client.close();
    await endless;
    const later = await fetch(server.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json, text/event-stream",
        "Mcp-Session-Id": session,
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
    });
    expect(later.status).toBe(404);
  });

  it("log each call without its code", async () => {
    const logged: unknown[] = [];
    const client = await connectHttp(server.url);
    client.setNotificationHandler("notifications/message", ({ params }) => void logged.push(params));
    await client.setLoggingLevel("info");
    await execute(client, "print('private')");
    await until(() => logged.length > 0);
    expect(logged).toMatchObject([{ level: "info", logger: "execute_micropython", data: { state: "kept" } }]);
    expect(JSON.stringify(logged)).not.toContain("private");
    await client.close();
  });

  it("beyond the most there may be end that which was not used for longest", async () => {
    const small = await serveHttp(tool, { maxConversations: 2 });
    const clients = [await connectHttp(small.url), await connectHttp(small.url), await connectHttp(small.url)];
    await expect(execute(clients[0]!, "1")).rejects.toThrow("there is no such session");
    expect((await execute(clients[2]!, "1")).structuredContent.value).toBe("1");
    await Promise.all(clients.map((client) => client.close()));
    await small.close();
  });
});

describe("protocol 2026-07-28 over HTTP, without sessions", () => {
  const modern = eras[1]![1];

  it("names the conversation in each result, to go on with", async () => {
    const client = await connectHttp(server.url, modern);
    const { conversation } = (await execute(client, "x = 41")).structuredContent;
    expect((await execute(client, "x + 1", { conversation })).structuredContent).toMatchObject({
      value: "42",
      conversation,
    });
    const other = (await execute(client, "x")).structuredContent;
    expect(other.error?.type).toBe("NameError");
    expect(other.conversation).not.toBe(conversation);
    await client.close();
  });

  it("knows no conversation that it did not begin", async () => {
    const client = await connectHttp(server.url, modern);
    for (const conversation of ["stdio", "mcp:1", "", "__proto__"])
      expect(await execute(client, "1", { conversation })).toMatchObject({
        isError: true,
        content: [{ text: expect.stringContaining("there is no such conversation") }],
      });
    await client.close();
  });
});

describe("many clients", () => {
  it("200 sessions at once each have their own variables", { timeout: 240_000 }, async () => {
    const names = Array.from({ length: 200 }, (_, i) => i);
    const clients = await Promise.all(names.map(() => connectHttp(server.url)));
    await Promise.all(clients.map((client, i) => execute(client, `x = ${i}`)));
    const results = await Promise.all(clients.map((client) => execute(client, "x")));
    expect(results.map(({ structuredContent }) => structuredContent.value)).toEqual(names.map(String));
    await Promise.all(clients.map((client) => client.close()));
  });
});
