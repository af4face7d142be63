/**
 * What the first import of each module of the library costs in a fresh interpreter of a warm process: `node imports.mjs [--rounds N] [MODULE ...]`.
 * Prints the median of N rounds (default 20), slowest first, with the target of issue 6: 1 ms.
 */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { library, loadArtifact } from "./engines/ours.mjs";
import { align } from "./lib/table.mjs";
import { median, time } from "./lib/timing.mjs";

const { Interpreter } = await import(new URL("interpreter/interpreter.js", library).href);
const artifact = await loadArtifact("metered");

const { values: flags, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "20" } },
  allowPositionals: true,
});
const targetMs = 1;
const modules = positionals.length > 0 ? positionals : publicModules();

// what the first ones cost more is the engine's, which compiles what it runs often
for (const module of modules) timeImport(module);

const rows = [];
for (const module of modules) {
  const times = [];
  for (let round = 0; round < Number(flags.rounds); round++) times.push(timeImport(module));
  rows.push({ module, milliseconds: median(times) });
}
rows.sort((a, b) => b.milliseconds - a.milliseconds);
const cells = rows.map(({ module, milliseconds }) => [
  module,
  milliseconds.toFixed(2),
  milliseconds <= targetMs ? "holds" : "MISSED",
]);
console.log(align([["module", "ms", `<= ${targetMs}`], ...cells]));

function timeImport(module) {
  const interpreter = new Interpreter(artifact);
  interpreter.run("pass");
  const took = time(() => interpreter.run(`import ${module}`));
  interpreter.close();
  return took;
}

function publicModules() {
  const folder = new URL("../packages/stdlib/lib/", import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".py"))
    .map((path) => path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."))
    .filter((name) => !name.split(".").some((part) => part.startsWith("_")))
    .toSorted();
}
