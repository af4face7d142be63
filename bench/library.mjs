/**
 * What ordinary programs use of the language and the library, on every engine in one run: `node library.mjs [--rounds N] [--no-write]`.
 * Ratios are against Pyodide, whose modules are C. Writes library-results.json.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { engines as allEngines } from "./lib/engines.mjs";
import { machine } from "./lib/machine.mjs";
import { measure } from "./lib/measure.mjs";
import { geomeans, geomeansTable, timesTable } from "./lib/table.mjs";

const { values: flags } = parseArgs({
  options: { rounds: { type: "string", default: "4" }, "no-write": { type: "boolean" } },
});
const baseline = "pyodide";
// Pyodide first: what it prints is right.
const wanted = ["pyodide", "fuelOn", "upstream", "monty", "cpython"];
const engines = wanted.map((id) => allEngines.find((engine) => engine.id === id));
const folder = new URL("library/", import.meta.url);
const names = readdirSync(folder)
  .map((file) => file.replace(/\.py$/, ""))
  .toSorted();
const programs = names.map((name) => ({ name, source: readFileSync(new URL(`${name}.py`, folder), "utf8") }));

const results = await measure(engines, programs, {
  rounds: Number(flags.rounds),
  onRound: (round) => process.stderr.write(`round ${round}\n`),
});
const present = engines.filter(({ id }) => results[id].unavailable === undefined);
console.log(`${timesTable(present, names, results, baseline)}\n`);
console.log(`${geomeansTable(geomeans(present, names, results, baseline), names.length, "Pyodide")}\n`);
for (const { id, label } of engines) {
  if (results[id].unavailable !== undefined) console.log(`${label} did not run: ${results[id].unavailable}`);
  for (const [name, { error }] of Object.entries(results[id].programs))
    if (error !== undefined) console.log(`${label} fails ${name}: ${String(error).split("\n").at(-1)}`);
}
const slow = names.filter(
  (name) => !(results.fuelOn.programs[name].milliseconds <= 3 * results[baseline].programs[name]?.milliseconds),
);
console.log(
  slow.length === 0
    ? "No program takes more than 3 times as long as on Pyodide."
    : `More than 3 times as long as on Pyodide: ${slow.join(", ")}`,
);
if (!flags["no-write"])
  writeFileSync(
    new URL("library-results.json", import.meta.url),
    `${JSON.stringify({ machine: machine(), engines: results }, null, 2)}\n`,
  );
