/** What keeping state costs: checkpoints, snapshots, restores and forks, for sessions with little and with much in memory. */
import { library } from "../engines/ours.mjs";
import { median, time, timeAsync } from "../lib/timing.mjs";

const { Interpreter, Session } = await import(new URL("index.js", library).href);
const rounds = 20;

async function medianOf(work) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await timeAsync(work));
  return median(times);
}

const small = await Session.create();
await small.run("x = 10\ndef f(n): return n * x");
const bytes = await small.snapshot();
const snapshot = await medianOf(() => small.snapshot());
const restore = await medianOf(async () => (await Session.restore(bytes)).close());
const fork = await medianOf(async () => (await small.fork()).close());
await small.close();
const inThread = await medianOf(async () => (await Interpreter.restore(bytes)).close());

const rows = [
  { what: "snapshot: small state", value: bytes.length / 1024, unit: "KiB", atMost: 64 },
  { what: "session: snapshot, small state", value: snapshot, unit: "ms", atMost: 5 },
  { what: "interpreter: restore, small state", value: inThread, unit: "ms", atMost: 5 },
  { what: "session: restore on a new worker, and close", value: restore, unit: "ms" },
  { what: "session: fork to a new worker, and close", value: fork, unit: "ms" },
];

for (const buffers of [0, 20, 60, 120]) {
  const plain = await Interpreter.create();
  const careful = await Interpreter.create({ rollback: true });
  for (const interpreter of [plain, careful]) interpreter.run(`keep = [bytearray(100_000) for i in range(${buffers})]`);
  const [without, withCopy] = [plain, careful].map((interpreter) => {
    const times = [];
    for (let round = 0; round < 300; round++) times.push(time(() => interpreter.run("1+1")));
    return median(times);
  });
  const held = careful.memoryBytes / 2 ** 20;
  rows.push({
    what: `checkpoint: cost per run, ${held.toFixed(1)} MiB of memory`,
    value: withCopy - without,
    unit: "ms",
  });
  plain.close();
  careful.close();
}
console.log(JSON.stringify(rows));
