// The protocol's own conformance tool, with the scenarios that want no tool, prompt or resource of its test server. 0.1.13 is the last version that runs on Node 20.
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PythonTool } from "../../src/index.js";
import { serveHttp } from "../../src/mcp/index.js";
import type { HttpServer } from "../../src/mcp/index.js";
import { scratch } from "../support/sqlite.js";

const program = fileURLToPath(import.meta.resolve("@modelcontextprotocol/conformance/dist/index.js"));
// It writes its results where it runs.
const cwd = scratch();
const tool = new PythonTool();
let server: HttpServer;
beforeAll(async () => {
  server = await serveHttp(tool);
});
afterAll(async () => {
  await server.close();
  await tool.close();
});

describe("conformance", () => {
  it.each([
    "server-initialize",
    "logging-set-level",
    "ping",
    "tools-list",
    "server-sse-multiple-streams",
    "dns-rebinding-protection",
  ])("%s", async (scenario) => {
    const url = server.url.replace("127.0.0.1", "localhost");
    const child = spawn(process.execPath, [program, "server", "--url", url, "--scenario", scenario], { cwd });
    const said = await text(child.stdout);
    expect(said).toMatch(/Passed: ([1-9]\d*)\/\1, 0 failed/);
  });
});
