/** A whole process of the CLI beside the emptiest process of Node. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, time } from "../lib/timing.mjs";

const cli = fileURLToPath(new URL("../../packages/micropython-wasm/bin/micropython-wasm.cjs", import.meta.url));

function start(...args) {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
}

const empty = [];
const whole = [];
// In turn, so that what slows the machine for a while slows both.
for (let round = 0; round < 20; round++) {
  empty.push(time(() => start("-e", "0")));
  whole.push(time(() => start(cli, "-c", "pass")));
}
const rows = [
  { what: "process: node -e 0", value: median(empty), unit: "ms" },
  { what: "process: micropython-wasm -c pass", value: median(whole), unit: "ms" },
  { what: "process: the CLI over node -e 0", value: median(whole) - median(empty), unit: "ms", atMost: 40 },
];
console.log(JSON.stringify(rows));
