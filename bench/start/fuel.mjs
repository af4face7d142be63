/** How evenly fuel measures time: units of fuel a microsecond, for each of the ten programs. */
import { library, loadArtifact, options } from "../engines/ours.mjs";
import { programs } from "../lib/programs.mjs";
import { time } from "../lib/timing.mjs";

const { Interpreter } = await import(new URL("interpreter/interpreter.js", library).href);

const artifact = await loadArtifact("metered");

function fuelPerMicrosecond(source) {
  let best = Infinity;
  let fuel;
  for (let round = 0; round < 6; round++) {
    const interpreter = new Interpreter(artifact, options);
    let result;
    best = Math.min(
      best,
      time(() => (result = interpreter.run(source))),
    );
    fuel = result.fuelUsed;
    interpreter.close();
  }
  return fuel / (best * 1000);
}

const rates = programs.map(({ name, source }) => ({
  what: `fuel: ${name}`,
  value: fuelPerMicrosecond(source),
  unit: "units/us",
}));
const values = rates.map(({ value }) => value);
const spread = Math.max(...values) / Math.min(...values);
console.log(
  JSON.stringify([...rates, { what: "fuel: largest rate over smallest", value: spread, unit: "x", atMost: 4 }]),
);
