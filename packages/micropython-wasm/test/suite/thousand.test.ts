// A thousand stops in a row, of every kind, in one session: what was there before each is there after it, and nothing piles up.
import { existsSync, readdirSync } from "node:fs";
import { afterAll, expect, it, vi } from "vitest";
import { Session } from "../../dist/index.js";
import type { SandboxError, SessionRunOptions } from "micropython-wasm";
import { WorkerThread } from "../../dist/session/workerThread.js";

const change = "x['stops'] = 'changed'\ny = 1\n";
const endless = `${change}print('go')\nwhile True: pass`;
const unlimited = { fuel: Infinity, timeoutMs: Infinity };

/** A run that is aborted when it has printed something. */
function aborted(): SessionRunOptions {
  const controller = new AbortController();
  return { ...unlimited, signal: controller.signal, onStdout: () => controller.abort() };
}

/** The same, where the order to stop never arrives, as if the interpreter were stuck where it reaches no check: its worker is terminated. */
function killed(): SessionRunOptions {
  vi.spyOn(WorkerThread.prototype, "abort").mockImplementationOnce(() => {});
  return aborted();
}

const ways: [code: string, source: string, options: () => SessionRunOptions][] = [
  ["FUEL_EXHAUSTED", `${change}while True: pass`, () => ({ fuel: 20_000 })],
  ["TIMEOUT", `${change}while True: pass`, () => ({ fuel: Infinity, timeoutMs: 5 })],
  ["MEMORY_LIMIT", `${change}z = 'a' * 100_000_000`, () => ({})],
  // The stack of a Session's worker holds more than any recursionLimit: see the suite for where it does not.
  ["PYTHON_ERROR", "def f(x): return sorted([2, 1], key=f)\nf(0)", () => ({ recursionLimit: 1_000 })],
  ["OUTPUT_LIMIT", `${change}while True: print('line')`, () => ({ maxOutputBytes: 1_000, onOutputLimit: "stop" })],
  ["ABORTED", endless, aborted],
  ["ABORTED", endless, killed],
];

/** Stops before the first measurement: by then the engine has compiled everything. */
const warmUp = 200;
const stops = 1_000;

/** What must not grow: memory in MiB, threads, and what keeps a process alive. */
function measure() {
  return {
    rss: process.memoryUsage.rss() / 2 ** 20,
    threads: existsSync("/proc/self/task") ? readdirSync("/proc/self/task").length : 0,
    handles: process.getActiveResourcesInfo().length,
  };
}

afterAll(() => vi.restoreAllMocks());

it("keeps its state, goes on, and needs no more than at first", async () => {
  await using session = await Session.create();
  await session.run("x = {'stops': 0}");
  let before = measure();
  for (let stop = 0, round = 0; stop < warmUp + stops; round++) {
    for (const [code, source, options] of ways) {
      // Waiting for a worker that does not answer takes a tenth of a second.
      if (options === killed && round % 4 > 0) continue;
      const { error } = await session.run(source, { ...options(), reject: false });
      expect((error as SandboxError).code).toBe(code);
      const { value } = await session.run("x['stops'] += 1\n[x['stops'], 'y' in globals()]");
      expect(value).toEqual([++stop, false]);
      if (stop === warmUp) before = measure();
    }
  }
  // What has ended may still be on its way out: threads, and what the test runner itself holds for a moment.
  await expect
    .poll(() => {
      const { rss, threads, handles } = measure();
      return {
        moreThreads: Math.max(0, threads - before.threads),
        moreHandles: Math.max(0, handles - before.handles),
        muchMoreMemory: rss - before.rss >= 50,
      };
    })
    .toEqual({ moreThreads: 0, moreHandles: 0, muchMoreMemory: false });
}, 900_000);
