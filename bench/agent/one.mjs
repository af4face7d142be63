/** A process of its own: conversations on the engine that is named, one after the other, as JSON. */
import { median } from "../lib/timing.mjs";
import { commands } from "./commands.mjs";
import { engines } from "./engines.mjs";

const conversations = 20;
const times = [];
let outputs;
for (let round = 0; round < conversations; round++) {
  const started = performance.now();
  const conversation = await engines[process.argv[2]]();
  const opened = performance.now();
  outputs = [];
  for (const command of commands) outputs.push(await conversation.run(command));
  const done = performance.now();
  await conversation.close();
  times.push({ open: opened - started, run: done - opened });
}
const later = times.slice(conversations / 2);
const rows = {
  firstOpenMs: times[0].open,
  firstRunMs: times[0].run,
  laterOpenMs: median(later.map(({ open }) => open)),
  laterRunMs: median(later.map(({ run }) => run)),
};
console.log(JSON.stringify({ ...rows, outputs }));
process.exit(0);
