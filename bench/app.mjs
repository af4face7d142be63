// The agent application under load: 100 conversations at once against a scripted model, each message runs Python. Event loop delay of the server, and its memory.
// node app.mjs [--minutes N] (default 10) [--think SECONDS] (default 3: how long a person reads an answer, on average; 0 keeps the server busy all the time)
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent, createServer, request as httpRequest } from "node:http";
import { cpus, loadavg } from "node:os";
import { createHistogram, monitorEventLoopDelay, performance } from "node:perf_hooks";
import process from "node:process";
import { fileURLToPath } from "node:url";

const CONVERSATIONS = 100;
const app = new URL("../apps/agent/dist/server/", import.meta.url);

if (process.argv[2] === "serve") await serve(process.argv[3]);
else await drive();

/** The server in a process of its own, which tells about itself when asked. */
async function serve(modelUrl) {
  const { mkdtempSync, rmSync } = await import("node:fs");
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
  const watch = watchEventLoop();
  process.on("message", async (message) => {
    if (message === "tell") return void process.send({ rssMiB: process.memoryUsage().rss / 2 ** 20, ...watch.tell() });
    await server.close();
    rmSync(folder, { recursive: true });
    process.exit(0);
  });
  process.on("disconnect", () => process.exit(1));
  process.send({ url: server.url, loginUrl: server.loginUrl });
}

/**
 * How late the event loop is, and how much of that is its own doing: between two ticks of a timer the thread's own time on a core is what its callbacks took, and the
 * rest is what other threads and processes of the machine did there. The kernel tells both, on Linux.
 */
function watchEventLoop() {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const own = createHistogram();
  const cpu = () => Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]);
  let last = process.platform === "linux" ? cpu() : undefined;
  let use = performance.eventLoopUtilization();
  if (last !== undefined)
    setInterval(() => {
      const now = cpu();
      own.record(Math.max(1, now - last));
      last = now;
    }, 10);
  return {
    tell() {
      const ms = (nanoseconds) => nanoseconds / 1e6;
      const told = {
        utilization: performance.eventLoopUtilization(use).utilization,
        delayMs: { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) },
        ...(last !== undefined && { ownMs: { p99: ms(own.percentile(99)), max: ms(own.max) } }),
      };
      use = performance.eventLoopUtilization();
      delay.reset();
      own.reset();
      return told;
    },
  };
}

function option(name, fallback) {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

async function drive() {
  const minutes = option("--minutes", 10);
  const think = option("--think", 3);
  const model = createServer(answer).listen(0, "127.0.0.1");
  await once(model, "listening");
  const child = fork(fileURLToPath(import.meta.url), ["serve", `http://127.0.0.1:${model.address().port}/v1`]);
  const ask = async () => (child.send("tell"), (await once(child, "message"))[0]);
  const [{ url, loginUrl }] = await once(child, "message");
  const client = await signIn(url, loginUrl);
  const end = Date.now() + minutes * 60_000;
  let messages = 0;
  const talk = async (number) => {
    while (Date.now() < end) {
      // a new conversation now and then; the old one goes
      const { id } = await client.call("POST", "/conversations", {});
      const conversation = await client.watch(id);
      const read = () => new Promise((resolve) => setTimeout(resolve, 2_000 * think * Math.random()));
      const say = async (text) => {
        const settled = conversation.settled();
        await client.call("POST", `/conversations/${id}/messages`, { text });
        await settled;
        messages++;
        await read();
      };
      await say(`mine = ${number}\nsum(i * i for i in range(3000))`);
      await say("mine");
      const { items } = await client.call("GET", `/conversations/${id}`);
      if (items.findLast((item) => item.type === "text")?.text !== `answer: ${number}`)
        throw new Error(`a conversation saw another's variable: ${JSON.stringify(items.at(-1))}`);
      await client.call("DELETE", `/conversations/${id}`);
      conversation.close();
    }
  };
  const samples = [];
  const watch = setInterval(
    async () => {
      const minute = Math.round((minutes * 60_000 - (end - Date.now())) / 6_000) / 10;
      const sample = { minute, messages, loadAverage: loadavg()[0], ...(await ask()) };
      samples.push(sample);
      const { rssMiB, delayMs, ownMs, utilization } = sample;
      console.log(
        `${minute} min: ${messages} messages, RSS ${rssMiB.toFixed(0)} MiB, event loop delay p50 ${delayMs.p50.toFixed(1)}, p99 ${delayMs.p99.toFixed(1)}, max ${delayMs.max.toFixed(0)} ms${
          ownMs ? `, its own p99 ${ownMs.p99.toFixed(1)}, max ${ownMs.max.toFixed(0)} ms` : ""
        }, ${(100 * utilization).toFixed(0)} % busy, load average ${sample.loadAverage.toFixed(1)}`,
      );
    },
    minutes < 2 ? 5_000 : 30_000,
  );
  await Promise.all(Array.from({ length: CONVERSATIONS }, (_, number) => talk(number)));
  clearInterval(watch);
  const machine = { node: process.version, cpu: cpus()[0].model, cpus: cpus().length };
  if (!process.argv.includes("--no-write"))
    writeFileSync(
      new URL("app-results.json", import.meta.url),
      `${JSON.stringify({ ...machine, conversations: CONVERSATIONS, thinkSeconds: think, samples }, null, 2)}\n`,
    );
  child.send("end");
  await once(child, "exit");
  model.close();
  model.closeAllConnections();
}

/** A person who has signed in, and does what the page does: a stream of events for each conversation that is open. */
async function signIn(url, loginUrl) {
  const agent = new Agent({ keepAlive: true, timeout: 2_000 });
  const ask = async (method, path, headers, body) => {
    for (;;) {
      const request = httpRequest(new URL(path, url), { method, headers, agent });
      request.end(body);
      try {
        const [response] = await once(request, "response");
        return response.setEncoding("utf8");
      } catch (error) {
        // the server has just closed a connection that had been idle
        if (!request.reusedSocket || error.code !== "ECONNRESET") throw error;
      }
    }
  };
  const login = await ask("GET", loginUrl, {});
  login.resume();
  const cookie = login.headers["set-cookie"][0].split(";")[0];
  const read = async (response) => {
    let text = "";
    for await (const part of response) text += part;
    if (response.statusCode >= 400) throw new Error(`${response.statusCode} ${text}`);
    return JSON.parse(text);
  };
  const { csrf } = await read(await ask("GET", "/api/me", { cookie }));
  return {
    async call(method, path, body) {
      const headers = { cookie, "x-csrf-token": csrf, "content-type": "application/json" };
      return read(await ask(method, `/api${path}`, headers, body && JSON.stringify(body)));
    },
    async watch(id) {
      const response = await ask("GET", `/api/conversations/${id}/events`, { cookie });
      let settle = () => {};
      let running = false;
      let rest = "";
      response.on("data", (part) => {
        const lines = (rest + part).split("\n");
        rest = lines.pop();
        for (const line of lines) {
          const event = line.startsWith("data: ") ? JSON.parse(line.slice("data: ".length)) : {};
          if (event.event !== "state") continue;
          if (running && !event.conversation.running) settle();
          running = event.conversation.running;
        }
      });
      response.on("error", () => {});
      return { settled: () => new Promise((resolve) => (settle = resolve)), close: () => response.destroy() };
    },
  };
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
