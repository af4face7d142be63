// A thread of the process that runs queries. SQLite cannot be interrupted from outside, and the host, which kills this process when the time is over, may be
// gone: so the process also ends itself, and there alone is known how much memory it uses.
import { workerData } from "node:worker_threads";

import { MEMORY_MIB, RUNNING, TIME_LIMIT_MS, TOO_LATE, TOO_MUCH_MEMORY } from "./watchdog.js";

/** How often it looks. */
const INTERVAL_MS = 20;

/** What the host needs for killing the process itself. */
const GRACE_MS = 500;

const state = workerData as Int32Array<SharedArrayBuffer>;

for (;;) {
  Atomics.wait(state, RUNNING, 0);
  const running = Atomics.load(state, RUNNING);
  const end = performance.now() + Atomics.load(state, TIME_LIMIT_MS) + GRACE_MS;
  const bytes = Atomics.load(state, MEMORY_MIB) * 1024 * 1024;
  if (running === 0) continue;
  while (Atomics.wait(state, RUNNING, running, INTERVAL_MS) === "timed-out") {
    if (process.memoryUsage.rss() > bytes) process.kill(process.pid, TOO_MUCH_MEMORY);
    if (performance.now() > end) process.kill(process.pid, TOO_LATE);
  }
}
