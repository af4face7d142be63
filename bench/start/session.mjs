/** The same through a worker thread. */
import { library } from "../engines/ours.mjs";
import { median, timeAsync } from "../lib/timing.mjs";

const { Session } = await import(new URL("index.js", library).href);

const create = [];
for (let round = 0; round < 100; round++) {
  let session;
  create.push(await timeAsync(async () => (session = await Session.create())));
  await session.close();
}
const session = await Session.create();
const first = await timeAsync(() => session.run("1+1"));
const later = [];
for (let round = 0; round < 5_000; round++) later.push(await timeAsync(() => session.run("1+1")));
await session.close();

const rows = [
  { what: "session: create, median of 100", value: median(create), unit: "ms", atMost: 1 },
  { what: "session: first 1+1", value: first, unit: "ms" },
  { what: "session: 1+1, median of 5,000", value: median(later), unit: "ms", atMost: 0.15 },
];
console.log(JSON.stringify(rows));
