/** Fuel of the programs given on stdin as JSON, { sources, options }, each in a fresh interpreter with those options: prints a JSON array. */
import { readFileSync } from "node:fs";
import { Interpreter } from "micropython-wasm";

const used = [];
const { sources, options } = JSON.parse(readFileSync(0, "utf8"));
for (const source of sources) {
  const interpreter = await Interpreter.create(options);
  used.push(interpreter.run(source).fuelUsed);
  interpreter.close();
}
console.log(JSON.stringify(used));
