/** What a live interpreter adds to the process. Needs --expose-gc, so that garbage of the host is not counted. */
import { library, loadArtifact } from "../engines/ours.mjs";

const { Interpreter } = await import(new URL("interpreter/interpreter.js", library).href);

const count = 200;
const artifact = await loadArtifact("metered");
// One before the measurement: what the first interpreter of a process brings is not each one's.
const warm = new Interpreter(artifact);
warm.run("1+1");

function residentBytes() {
  globalThis.gc();
  return process.memoryUsage.rss();
}

const before = residentBytes();
const live = Array.from({ length: count }, () => new Interpreter(artifact));
const created = residentBytes();
for (const interpreter of live) interpreter.run("1+1");
const used = residentBytes();
for (const interpreter of live) interpreter.close();

const rows = [
  {
    what: `RSS of a new interpreter (${count} alive)`,
    value: (created - before) / count / 1024,
    unit: "KiB",
    atMost: 1024,
  },
  { what: "RSS of one that ran 1+1", value: (used - before) / count / 1024, unit: "KiB" },
];
console.log(JSON.stringify(rows));
