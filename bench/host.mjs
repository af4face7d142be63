/**
 * What crossing between Python and the host costs: `node host.mjs [--no-write]`. Every engine runs in a process of its own. Prints a table and writes
 * host-results.json. How to read it: README.md.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { machine } from "./lib/machine.mjs";
import { align } from "./lib/table.mjs";

const { values: flags } = parseArgs({ options: { "no-write": { type: "boolean" } } });

const targets = { "in thread": { call: 0.02, rows: 150 }, session: { call: 0.1, rows: 150 } };
const units = { call: "one call of a small synchronous function", rows: "10,000 dicts (1 MB) to Python" };

const rows = [];
for (const engine of ["in thread", "session", "monty", "pyodide"]) {
  const script = fileURLToPath(new URL("host/engine.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, engine], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${engine} ended with ${status}:\n${stderr}`);
  for (const [what, value] of Object.entries(JSON.parse(stdout))) {
    rows.push({ what: `${engine}: ${units[what]}`, value, unit: "ms", atMost: targets[engine]?.[what] });
  }
}

const verdict = ({ value, atMost }) => (atMost === undefined ? "" : value <= atMost ? "holds" : "MISSED");
const cells = rows.map((row) => [
  row.what,
  row.value.toPrecision(3),
  row.unit,
  row.atMost === undefined ? "" : `<= ${row.atMost}`,
  verdict(row),
]);
console.log(align([["what, best of the rounds", "measured", "unit", "target", ""], ...cells]));
if (!flags["no-write"]) {
  const record = { machine: machine(), rows };
  writeFileSync(new URL("host-results.json", import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
}
