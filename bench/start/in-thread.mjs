/** A new interpreter from the boot image, and its first calls, in the calling thread. */
import { library, loadArtifact } from "../engines/ours.mjs";
import { median, time } from "../lib/timing.mjs";

const { Interpreter } = await import(new URL("interpreter/interpreter.js", library).href);

const rounds = 300;
const load = performance.now();
const artifact = await loadArtifact("metered");
const loaded = performance.now() - load;

const create = [];
const first = [];
const second = [];
for (let round = 0; round < rounds; round++) {
  let interpreter;
  create.push(time(() => (interpreter = new Interpreter(artifact))));
  first.push(time(() => interpreter.run("1+1")));
  second.push(time(() => interpreter.run("1+1")));
  interpreter.close();
}
const live = new Interpreter(artifact);
const later = [];
for (let round = 0; round < 5_000; round++) later.push(time(() => live.run("1+1")));

const rows = [
  { what: "artifact: read, check, compile (once a process)", value: loaded, unit: "ms" },
  { what: "new interpreter: the first", value: create[0], unit: "ms" },
  { what: "new interpreter: median of the others", value: median(create.slice(1)), unit: "ms", atMost: 1 },
  { what: "1+1: first call of an interpreter", value: median(first), unit: "ms" },
  { what: "1+1: second call", value: median(second), unit: "ms" },
  { what: "1+1: median of 5,000 on a live one", value: median(later), unit: "ms", atMost: 0.02 },
];
console.log(JSON.stringify(rows));
