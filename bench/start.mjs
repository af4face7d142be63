/**
 * What starting costs, and whether fuel is a fair clock: `node start.mjs [--no-write]`.
 * Every part runs in its own process. Prints a table and writes start-results.json. How to read it: README.md.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { machine } from "./lib/machine.mjs";
import { align } from "./lib/table.mjs";

const { values: flags } = parseArgs({ options: { "no-write": { type: "boolean" } } });

const rows = [];
for (const part of ["process", "in-thread", "session", "state", "memory", "fuel"]) {
  const script = fileURLToPath(new URL(`start/${part}.mjs`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(`start/${part}.mjs ended with ${status}:\n${stderr}`);
  rows.push(...JSON.parse(stdout));
}

const verdict = ({ value, atMost }) => (atMost === undefined ? "" : value <= atMost ? "holds" : "MISSED");
const cells = rows.map((row) => [
  row.what,
  digits(row.value),
  row.unit,
  row.atMost === undefined ? "" : `<= ${row.atMost}`,
  verdict(row),
]);
console.log(align([["what", "measured", "unit", "target", ""], ...cells]));
if (!flags["no-write"]) {
  const record = { machine: machine(), rows };
  writeFileSync(new URL("start-results.json", import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
}

function digits(value) {
  return value >= 10 ? value.toFixed(1) : value.toFixed(4);
}
