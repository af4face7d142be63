/**
 * Many sessions through a pool: `node pool.mjs [--sessions N] [--live N] [--callers N]`. Each session gets a variable, hibernates, and is asked for it again.
 * Prints milliseconds a session and the largest RSS; fails where a session has lost its variable.
 */
import { parseArgs } from "node:util";
import { library } from "./engines/ours.mjs";
import { align } from "./lib/table.mjs";
import { timeAsync } from "./lib/timing.mjs";

const { values: flags } = parseArgs({
  options: {
    sessions: { type: "string", default: "10000" },
    live: { type: "string", default: "16" },
    callers: { type: "string", default: "50" },
  },
});
const [sessions, maxLive, callers] = [flags.sessions, flags.live, flags.callers].map(Number);

const { MemorySnapshotStore, SessionPool } = await import(new URL("index.js", library).href);
const store = new MemorySnapshotStore();
const pool = new SessionPool({ maxLive, store });

let mostRss = 0;
const watch = setInterval(() => (mostRss = Math.max(mostRss, process.memoryUsage.rss())), 20);

async function forAll(work) {
  let next = 0;
  const call = async () => {
    while (next < sessions) await work(next++);
  };
  await Promise.all(Array.from({ length: callers }, call));
}

const create = await timeAsync(() => forAll((number) => pool.run(`session ${number}`, `x = ${number}`)));
const wake = await timeAsync(() =>
  forAll(async (number) => {
    const { value } = await pool.run(`session ${number}`, "x");
    if (value !== number) throw new Error(`session ${number} has ${String(value)}`);
  }),
);
clearInterval(watch);
const perSession = (ms) => (ms / sessions).toFixed(2);
console.log(
  align([
    [`${sessions} sessions, ${maxLive} live, ${callers} callers`, "measured", "unit"],
    ["create, run, hibernate another", perSession(create), "ms a session"],
    ["wake, run, hibernate another", perSession(wake), "ms a session"],
    ["largest RSS", (mostRss / 1e6).toFixed(0), "MB"],
    ["snapshots in the store", (store.bytes / store.size).toFixed(0), "bytes a session"],
  ]),
);
await pool.close();
