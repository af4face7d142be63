/** Fuel of the programs given as a JSON array of sources on stdin, each in a fresh interpreter: prints a JSON array. */
import { readFileSync } from "node:fs";
import { Interpreter } from "micropython-wasm";

const used = [];
for (const source of JSON.parse(readFileSync(0, "utf8"))) {
  const interpreter = await Interpreter.create();
  used.push(interpreter.run(source).fuelUsed);
  interpreter.close();
}
console.log(JSON.stringify(used));
