/**
 * One hostile program in a process of its own, so that the test can weigh the host: `node child.mjs interpreter|session`
 * reads the program from stdin and prints { code, pythonType, maxRssBytes } as JSON.
 */
import { readFileSync } from "node:fs";
import { Interpreter, SandboxError, Session } from "micropython-wasm";

const where = process.argv[2];
const source = readFileSync(0, "utf8");

async function run() {
  // However slow the machine is, other limits than the time stop the program.
  const options = { timeoutMs: 60_000 };
  const home = where === "session" ? await Session.create(options) : await Interpreter.create(options);
  try {
    await home.run(source);
    return { code: "OK" };
  } catch (error) {
    if (!SandboxError.is(error)) throw error;
    return { code: error.code, pythonType: error.pythonType };
  } finally {
    await home.close();
  }
}

const outcome = await run();
// maxRSS is in KiB on every platform.
console.log(JSON.stringify({ ...outcome, maxRssBytes: process.resourceUsage().maxRSS * 1024 }));
