// What clients show of a call with show_result: a page of the extension MCP Apps, which gets the result from the client by messages.

import { createHash } from "node:crypto";

/** Where clients find the page. */
export const VIEW_URI = "ui://agent-micropython/result.html";
export const VIEW_MIME_TYPE = "text/html;profile=mcp-app";

/** Where the HTML of `show_result` stands in a result's `_meta`, which clients keep from the model. */
export const HTML_META_KEY = "agent-micropython/html";

const style = `
:root { color-scheme: light dark; }
body { margin: 0; font-size: 13px; }
pre { margin: 0 0 4px; padding: 6px 8px; border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere;
  font-family: var(--font-mono, ui-monospace, monospace); background: light-dark(#f5f5f5, #262626); color: light-dark(#171717, #fafafa); }
.stdout, .value { background: none; }
.stderr, .error { background: none; color: light-dark(#b91c1c, #fca5a5); }`;

const script = `
const send = (message) => parent.postMessage({ jsonrpc: "2.0", ...message }, "*");
const root = document.documentElement;
const dress = ({ theme, styles } = {}) => {
  if (theme === "light" || theme === "dark") root.style.colorScheme = theme;
  const mono = styles?.variables?.["--font-mono"];
  if (mono) root.style.setProperty("--font-mono", mono);
};
addEventListener("message", ({ source, data }) => {
  if (source !== parent || data?.jsonrpc !== "2.0") return;
  const { id, method, params, result } = data;
  if (method === undefined && id === 1 && result) {
    dress(result.hostContext);
    send({ method: "ui/notifications/initialized" });
  } else if (method === "ui/notifications/host-context-changed") dress(params);
  else if (method === "ui/notifications/tool-result") document.body.innerHTML = params?._meta?.["${HTML_META_KEY}"] ?? "";
  else if (method === "ui/resource-teardown" || method === "ping") send({ id, result: {} });
});
new ResizeObserver(() => {
  const { width, height } = document.body.getBoundingClientRect();
  send({ method: "ui/notifications/size-changed", params: { width: Math.ceil(width), height: Math.ceil(height) } });
}).observe(document.body);
send({ id: 1, method: "ui/initialize", params: {
  protocolVersion: "2026-01-26", appInfo: { name: "agent-micropython", version: "1" }, appCapabilities: { availableDisplayModes: ["inline"] } } });`;

/** It runs this script and no other, were there ever one in a result. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** The page; before a result with HTML comes it is empty. */
export const viewHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Python</title>
<style>${style}</style>
</head>
<body></body>
<script>${script}</script>
</html>
`;
