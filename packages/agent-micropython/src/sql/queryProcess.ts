// The process that holds SQLite: one request at a time, each on a connection of its own, so that a file that is replaced, or whose schema changes, is seen as it
// is. It is killed where a query does not end; nothing in it is worth keeping.
import { Worker } from "node:worker_threads";
import { describeDatabase } from "./describeDatabase.js";
import { loadEngine } from "./engine.js";
import { explain } from "./explain.js";
import { openDatabase, openForWriting } from "./openDatabase.js";
import type { Answer, Message, Request } from "./protocol.js";
import { runQuery } from "./runQuery.js";
import { recover, runWrite } from "./runWrite.js";
import { MEMORY_MIB, RUNNING, TIME_LIMIT_MS } from "./watchdog.js";

const engine = await loadEngine();
const state = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
new Worker(new URL("watchdogThread.js", import.meta.url), { workerData: state }).unref();

function answer({ path, limits, query, write }: Request): Answer {
  try {
    const database = write ? openForWriting(engine, path, limits) : openDatabase(engine, path, limits);
    try {
      if (write) return { written: query === undefined ? recover(database) : runWrite(database, query) };
      return query === undefined
        ? { description: describeDatabase(database, path, limits) }
        : { rows: runQuery(database, query, limits) };
    } finally {
      database.close();
    }
  } catch (error) {
    return { error: explain(error) };
  }
}

let runs = 0;
process.on("message", (request: Request) => {
  const { sqlTimeLimitMs, sqlMemoryBytes } = request.limits;
  Atomics.store(state, TIME_LIMIT_MS, sqlTimeLimitMs);
  Atomics.store(state, MEMORY_MIB, Math.ceil(sqlMemoryBytes / (1024 * 1024)));
  runs = (runs % 0x7fffffff) + 1;
  Atomics.store(state, RUNNING, runs);
  Atomics.notify(state, RUNNING);
  const message = answer(request);
  Atomics.store(state, RUNNING, 0);
  Atomics.notify(state, RUNNING);
  send(message);
});
// the host is gone
process.on("disconnect", () => process.exit());
send("ready");

function send(message: Message): void {
  process.send?.(message);
}
