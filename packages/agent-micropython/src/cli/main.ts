// The program behind bin/agent-micropython.js.
import process from "node:process";
import { UsageError } from "micropython-wasm";
import { version } from "../version.js";
import { parseArguments } from "./arguments.js";
import { helpText } from "./help.js";

try {
  const command = parseArguments(process.argv.slice(2));
  if (command.kind === "help") process.stdout.write(helpText);
  else if (command.kind === "version") process.stdout.write(`agent-micropython ${version}\n`);
  else await (await import("./mcp.js")).serveMcp(command);
} catch (error) {
  process.stderr.write(`agent-micropython: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
