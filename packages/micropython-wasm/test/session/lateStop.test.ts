// The deadline comes when the run has ended, and the main thread, which was busy, has not heard of it yet: the answer counts, for the state is that after the run.
import { afterEach, expect, it, vi } from "vitest";
import { Session } from "../../dist/index.js";
import { WorkerThread } from "../../dist/session/workerThread.js";

afterEach(() => vi.restoreAllMocks());

const block = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it("is no stop: what is reported and what is kept agree", async () => {
  await using session = await Session.create();
  await session.run("import time\nx = 0");
  // the order to stop does not arrive; the main thread is busy until the run has ended and the time to answer is over
  vi.spyOn(WorkerThread.prototype, "abort").mockImplementation(() => void setImmediate(() => block(2_000)));
  const signal = AbortSignal.timeout(1);
  const { error, value } = await session.run("time.sleep(0.05)\nx = 1\n'done'", { signal, reject: false });
  expect([error, value]).toEqual([undefined, "done"]);
  expect((await session.run("x")).value).toBe(1);
});
