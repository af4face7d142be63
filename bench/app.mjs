// The agent application under load: 100 conversations at once against a scripted model, each message runs Python. Event loop delay of the server, and its memory.
// node app.mjs [--minutes N] (default 10)
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";

const CONVERSATIONS = 100;
const app = new URL("../apps/agent/dist/server/", import.meta.url);

if (process.argv[2] === "serve") await serve(process.argv[3]);
else await drive();

/** The server in a process of its own, which tells about itself when asked. */
async function serve(modelUrl) {
  const { monitorEventLoopDelay } = await import("node:perf_hooks");
  const { mkdtempSync } = await import("node:fs");
  const { loadConfig } = await import(new URL("config.js", app));
  const { makeSample } = await import(new URL("sample.js", app));
  const { startServer } = await import(new URL("server.js", app));
  const folder = mkdtempSync("/tmp/agent-load-");
  const models = [{ id: "m", label: "m", protocol: "openai", model: "m", baseUrl: modelUrl, apiKey: "k" }];
  const config = {
    ...loadConfig({ databases: [makeSample(`${folder}/sample.db`)], config: undefined }, {}),
    models,
    defaultModel: "m",
  };
  const server = await startServer({ config, dataFolder: folder, host: "127.0.0.1", port: 0 });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on("message", () => {
    process.send({
      rssMiB: process.memoryUsage().rss / 2 ** 20,
      p99Ms: delay.percentile(99) / 1e6,
      maxMs: delay.max / 1e6,
    });
    delay.reset();
  });
  process.send({ url: server.url, loginUrl: server.loginUrl });
}

async function drive() {
  const at = process.argv.indexOf("--minutes");
  const minutes = at < 0 ? 10 : Number(process.argv[at + 1]);
  const model = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => model.once("listening", resolve));
  const child = fork(fileURLToPath(import.meta.url), ["serve", `http://127.0.0.1:${model.address().port}/v1`]);
  const ask = () => new Promise((resolve) => (child.once("message", resolve), child.send("?")));
  const { url, loginUrl } = await new Promise((resolve) => child.once("message", resolve));
  const login = await fetch(loginUrl, { redirect: "manual" });
  const cookie = login.headers.getSetCookie()[0].split(";")[0];
  const { csrf } = await (await fetch(`${url}/api/me`, { headers: { cookie } })).json();
  const call = async (method, path, body) => {
    const headers = { cookie, "x-csrf-token": csrf, "content-type": "application/json" };
    const response = await fetch(`${url}/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const end = Date.now() + minutes * 60_000;
  let messages = 0;
  const talk = async (number) => {
    for (let round = 0; Date.now() < end; round++) {
      // a new conversation now and then; the old one goes
      const { id } = await call("POST", "/conversations", {});
      await call("POST", `/conversations/${id}/messages`, {
        text: `mine = ${number}\nsum(i * i for i in range(3000))`,
      });
      await settled(id);
      await call("POST", `/conversations/${id}/messages`, { text: "mine" });
      const items = await settled(id);
      if (items.findLast((item) => item.type === "text").text !== `answer: ${number}`)
        throw new Error("a conversation saw another's variable");
      await call("DELETE", `/conversations/${id}`);
      messages += 2;
    }
  };
  const settled = async (id) => {
    for (;;) {
      const { conversation, items } = await call("GET", `/conversations/${id}`);
      if (!conversation.running) return items;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const samples = [];
  const watch = setInterval(async () => {
    const sample = {
      minute: Math.round((minutes * 60_000 - (end - Date.now())) / 6_000) / 10,
      messages,
      ...(await ask()),
    };
    samples.push(sample);
    console.log(
      `${sample.minute} min: ${messages} messages, RSS ${sample.rssMiB.toFixed(0)} MiB, event loop delay p99 ${sample.p99Ms.toFixed(1)} ms, max ${sample.maxMs.toFixed(0)} ms`,
    );
  }, 30_000);
  await Promise.all(Array.from({ length: CONVERSATIONS }, (_, number) => talk(number)));
  clearInterval(watch);
  writeFileSync(
    new URL("app-results.json", import.meta.url),
    `${JSON.stringify({ node: process.version, cpu: cpus()[0].model, cpus: cpus().length, conversations: CONVERSATIONS, samples }, null, 2)}\n`,
  );
  child.kill();
  model.close();
  model.closeAllConnections();
}

/** Runs what the person says, then says what that gave. */
function answer(request, response) {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    const { messages } = JSON.parse(body);
    const user = messages.findLastIndex(({ role }) => role === "user");
    const results = messages.slice(user + 1).filter(({ role }) => role === "tool");
    const said = typeof messages[user].content === "string" ? messages[user].content : messages[user].content[0].text;
    const delta =
      results.length > 0
        ? { content: `answer: ${JSON.parse(results[0].content).value}` }
        : {
            tool_calls: [
              {
                index: 0,
                id: "c",
                type: "function",
                function: { name: "execute_micropython", arguments: JSON.stringify({ python: said }) },
              },
            ],
          };
    const chunk = (delta, finish_reason) =>
      `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(`${chunk(delta, null)}${chunk({}, results.length > 0 ? "stop" : "tool_calls")}data: [DONE]\n\n`);
  });
}
