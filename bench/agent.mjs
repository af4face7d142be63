/**
 * Ten commands of an agent's conversation, on each engine that keeps state: `node agent.mjs [--rounds N] [--no-write]`.
 * Each engine has its own process for twenty conversations: the first pays for loading and for code that is not warm. The best of the rounds counts. Prints a table and writes agent-results.json.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { engines } from "./agent/engines.mjs";
import { machine } from "./lib/machine.mjs";
import { align } from "./lib/table.mjs";

const { values: flags } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, "no-write": { type: "boolean" } },
});
const script = fileURLToPath(new URL("agent/one.mjs", import.meta.url));
const best = {};
let expected;
for (let round = 0; round < Number(flags.rounds); round++) {
  for (const engine of Object.keys(engines)) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, engine], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${engine} ended with ${status}:\n${stderr}`);
    const { outputs, ...times } = JSON.parse(stdout.trim().split("\n").at(-1));
    expected ??= JSON.stringify(outputs);
    if (JSON.stringify(outputs) !== expected)
      throw new Error(`${engine} gave ${JSON.stringify(outputs)}, not ${expected}`);
    best[engine] ??= times;
    for (const [what, ms] of Object.entries(times)) best[engine][what] = Math.min(best[engine][what], ms);
  }
}
const columns = ["firstOpenMs", "firstRunMs", "laterOpenMs", "laterRunMs"];
const cells = Object.entries(best).map(([engine, times]) => [
  engine,
  ...columns.map((column) => times[column].toFixed(2)),
]);
console.log(align([["engine", "first: open ms", "ten commands ms", "later: open ms", "ten commands ms"], ...cells]));
if (!flags["no-write"]) {
  writeFileSync(
    new URL("agent-results.json", import.meta.url),
    `${JSON.stringify({ machine: machine(), rounds: Number(flags.rounds), best }, null, 2)}\n`,
  );
}
