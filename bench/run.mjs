/**
 * Ten programs on every engine, in one run: `node run.mjs [--rounds N] [--engines a,b] [--no-write]`.
 * Prints tables and writes results.json. How to read them: README.md.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { baseline, engines as allEngines } from "./lib/engines.mjs";
import { machine } from "./lib/machine.mjs";
import { measure } from "./lib/measure.mjs";
import { programs } from "./lib/programs.mjs";
import { geomean } from "./lib/statistics.mjs";
import { geomeans, geomeansTable, timesTable } from "./lib/table.mjs";

const { values: flags } = parseArgs({
  options: { rounds: { type: "string", default: "16" }, engines: { type: "string" }, "no-write": { type: "boolean" } },
});
const rounds = Number(flags.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds must be a whole number from 1; got ${flags.rounds}`);
const chosen = flags.engines?.split(",");
const unknown = chosen?.filter((id) => !allEngines.some((engine) => engine.id === id)) ?? [];
if (unknown.length > 0)
  throw new Error(`no such engine: ${unknown.join(", ")}; there are ${allEngines.map(({ id }) => id).join(", ")}`);
// The baseline always runs: every ratio is taken against it.
const engines = allEngines.filter(({ id }) => id === baseline || chosen === undefined || chosen.includes(id));

const results = await measure(engines, programs, {
  rounds,
  onRound: (round) => process.stderr.write(`round ${round} of ${rounds}\n`),
});
const names = programs.map(({ name }) => name);
const present = engines.filter(({ id }) => results[id].unavailable === undefined);
const summary = geomeans(present, names, results, baseline);
const baselineLabel = engines.find(({ id }) => id === baseline).label;

console.log(`${timesTable(present, names, results, baseline)}\n`);
console.log(`${geomeansTable(summary, names.length, baselineLabel)}\n`);
const fuelCost = fuelOverhead();
if (fuelCost !== undefined)
  console.log(
    `fuel costs ${((fuelCost - 1) * 100).toFixed(1)} % (geomean of ${names.length} programs, fuel on over the same artifact without it)\n`,
  );
for (const { id, label } of engines) {
  if (results[id].unavailable !== undefined) console.log(`${label} did not run: ${results[id].unavailable}`);
  for (const [name, { error }] of Object.entries(results[id].programs))
    if (error !== undefined) console.log(`${label} fails ${name}: ${error}`);
}
if (!flags["no-write"]) {
  const record = {
    machine: machine(),
    rounds,
    engines: results,
    geomeans: { common: summary.common.join(", "), rows: summary.rows },
    fuelOverhead: fuelCost,
  };
  writeFileSync(new URL("results.json", import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
}

/** Time with fuel over time without it; undefined unless both builds ran every program. */
function fuelOverhead() {
  const ratios = names.map(
    (name) => results.fuelOn?.programs[name]?.milliseconds / results.fuelOff?.programs[name]?.milliseconds,
  );
  return ratios.every(Number.isFinite) ? geomean(ratios) : undefined;
}
