import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser } from "../../../micropython-wasm/test/support/browser.js";
import { PythonTool } from "../../src/index.js";
import { HTML_META_KEY, serveHttp } from "../../src/mcp/index.js";
import { connectHttp, execute } from "../support/mcp.js";

const capabilities = { extensions: { "io.modelcontextprotocol/ui": { mimeTypes: ["text/html;profile=mcp-app"] } } };

/** A client's page: it shows the view in a frame, and answers it as MCP Apps says. */
const host = (view: string, result: object): string => `<!doctype html><title>host</title>
<script>
  const heard = (window.heard = []);
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.srcdoc = ${forScript(view)};
  const tell = (message) => frame.contentWindow.postMessage({ jsonrpc: "2.0", ...message }, "*");
  addEventListener("message", ({ data }) => {
    heard.push(data);
    if (data.method === "ui/initialize") tell({ id: data.id, result: { protocolVersion: "2026-01-26", hostContext: { theme: "dark" } } });
    if (data.method === "ui/notifications/initialized") {
      tell({ method: "ui/notifications/tool-input", params: { arguments: {} } });
      tell({ method: "ui/notifications/tool-result", params: ${forScript(result)} });
    }
  });
  addEventListener("load", () => document.body.append(frame));
</script>`;

/** As a literal that ends no script. */
function forScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
}

describe.skipIf(noBrowser)("the view of MCP Apps", () => {
  const tool = new PythonTool();
  let server: Awaited<ReturnType<typeof serveHttp>>;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    server = await serveHttp(tool);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await tool.close();
  });

  it("shows code and output as text, whatever they are, and only where it was asked to", async () => {
    const client = await connectHttp(server.url, { capabilities });
    const { tools } = await client.listTools();
    const { resourceUri } = (tools[0]!._meta as { ui: { resourceUri: string } }).ui;
    const [view] = (await client.readResource({ uri: resourceUri })).contents;
    expect(view).toMatchObject({ uri: resourceUri, mimeType: "text/html;profile=mcp-app" });
    const page = (view as { text: string }).text;

    const hostile = `<img src=x onerror="parent.postMessage('ran', '*')"></script><script>parent.postMessage('ran', '*')</script><!--`;
    const shown = await execute(client, `print(${JSON.stringify(hostile)})`, { show_result: true });
    const open = await browser.open({}, { "/host": host(page, shown) });
    await open.goto(new URL("/host", open.url()).href);
    const frame = open.frameLocator("iframe");
    expect(await frame.locator("pre.stdout").textContent()).toBe(`${hostile}\n`);
    expect(await frame.locator("img").count()).toBe(0);
    await open.waitForFunction(
      "heard.some(({ method, params }) => method === 'ui/notifications/size-changed' && params.height > 20)",
    );
    expect(await open.evaluate("heard.includes('ran')")).toBe(false);

    const plain = await execute(client, "print('nobody asked')");
    await client.close();
    const other = await browser.open({}, { "/host": host(page, plain) });
    await other.goto(new URL("/host", other.url()).href);
    // in either order
    for (const wanted of ["ui/notifications/initialized", "ui/notifications/size-changed"])
      await other.waitForFunction(`heard.some(({ method }) => method === "${wanted}")`);
    expect(await other.frameLocator("iframe").locator("pre").count()).toBe(0);
  });

  it("runs no script but its own, were there ever one in a result", async () => {
    const client = await connectHttp(server.url, { capabilities });
    const [view] = (await client.readResource({ uri: "ui://agent-micropython/result.html" })).contents;
    await client.close();
    const _meta = { [HTML_META_KEY]: `<b>here</b><img src=x onerror="parent.postMessage('ran', '*')">` };
    const open = await browser.open({}, { "/host": host((view as { text: string }).text, { content: [], _meta }) });
    await open.goto(new URL("/host", open.url()).href);
    await open.frameLocator("iframe").locator("b").waitFor();
    await open.waitForTimeout(300);
    expect(await open.evaluate("heard.includes('ran')")).toBe(false);
  });
});
