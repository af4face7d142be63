/**
 * A thousand stops in a row of every kind, each in a session of its own: `node stops.mjs [--stops N]`. After each stop the state must be that before it, and
 * the next run must work; RSS, threads and handles are shown after the first tenth and at the end. Prints a table.
 */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { library } from "./engines/ours.mjs";
import { align } from "./lib/table.mjs";

const { Session } = await import(new URL("index.js", library).href);
const { WorkerThread } = await import(new URL("session/workerThread.js", library).href);
const { values: flags } = parseArgs({ options: { stops: { type: "string", default: "1000" } } });
const stops = Number(flags.stops);

const change = "x['stops'] = 'changed'\ny = 1\n";
const endless = `${change}print('go')\nwhile True: pass`;
const unlimited = { fuel: Infinity, timeoutMs: Infinity };
const abort = WorkerThread.prototype.abort;

function aborted() {
  const controller = new AbortController();
  return { ...unlimited, signal: controller.signal, onStdout: () => controller.abort() };
}

const ways = {
  fuel: { code: `${change}while True: pass`, options: () => ({ fuel: 20_000 }) },
  time: { code: `${change}while True: pass`, options: () => ({ fuel: Infinity, timeoutMs: 5 }) },
  memory: { code: `${change}z = 'a' * 100_000_000`, options: () => ({}) },
  stack: { code: "def f(x): return sorted([2, 1], key=f)\nf(0)", options: () => ({}) },
  output: {
    code: `${change}while True: print('line')`,
    options: () => ({ maxOutputBytes: 1000, onOutputLimit: "stop" }),
  },
  abort: { code: endless, options: aborted },
  // the order to stop never arrives, as if the worker were stuck where it looks at nothing: it is terminated
  "worker killed": { code: endless, options: aborted, deaf: true },
};

const measure = () => ({
  rss: process.memoryUsage.rss() / 2 ** 20,
  threads: readdirSync("/proc/self/task").length,
  handles: process.getActiveResourcesInfo().length,
});
const show = ({ rss, threads, handles }) => `${rss.toFixed(0)} MiB, ${threads}, ${handles}`;

const rows = [];
for (const [way, { code, options, deaf }] of Object.entries(ways)) {
  const session = await Session.create();
  await session.run("x = {'stops': 0}");
  let before;
  const started = performance.now();
  for (let stop = 1; stop <= stops; stop++) {
    WorkerThread.prototype.abort = deaf ? () => undefined : abort;
    const { error } = await session.run(code, { ...options(), reject: false });
    if (error === undefined) throw new Error(`${way}: stop ${stop} was none`);
    const { value } = await session.run("x['stops'] += 1\n[x['stops'], 'y' in globals()]");
    if (value[0] !== stop || value[1]) throw new Error(`${way}: stop ${stop} left ${JSON.stringify(value)}`);
    if (stop === Math.ceil(stops / 10)) before = measure();
  }
  const ms = (performance.now() - started) / stops;
  rows.push([way, String(stops), ms.toFixed(1), show(before), show(measure())]);
  await session.close();
}
console.log(align([["stopped by", "times", "ms each", "RSS, threads, handles after a tenth", "at the end"], ...rows]));
process.exit(0);
