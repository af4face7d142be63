// Restores the snapshot in a file, in a process of its own, and prints the repr of what each of the given programs gives.
import { readFileSync } from "node:fs";
import { Session } from "micropython-wasm";

const [file, ...programs] = process.argv.slice(2);
const session = await Session.restore(readFileSync(file));
const answers = [];
for (const program of programs) answers.push((await session.run(program)).repr);
await session.close();
console.log(JSON.stringify(answers));
