import { describe } from "micropython-wasm";
import type { HostFunctions } from "micropython-wasm";
import { inputSchema } from "./input.js";
import { outputSchema } from "./result.js";
import type { Settings } from "./settings.js";

/** The tool as data, for any framework: names, description and plain JSON Schema. */
export interface ToolDefinition {
  name: "execute_micropython";
  title: string;
  description: string;
  inputSchema: typeof inputSchema;
  outputSchema: typeof outputSchema;
}

export function defineTool(settings: Settings, hostFunctions: HostFunctions): ToolDefinition {
  return {
    name: "execute_micropython",
    title: "Execute Python",
    description: descriptionOf(settings, hostFunctions),
    inputSchema,
    outputSchema,
  };
}

function descriptionOf(
  { wallClockTimeoutSeconds, memoryBytes, maxOutputChars }: Settings,
  hostFunctions: HostFunctions,
): string {
  const stubs = describe(hostFunctions);
  const lines = [
    "Executes Python in a sandbox (MicroPython: Python 3 with a part of the standard library).",
    "- print() what should be seen; the value of a last expression is returned too.",
    "- Variables, functions and imports persist in this conversation. reset_context clears them first.",
    `- Not available: files, network, subprocesses, pip, packages such as numpy or pandas${stubs === "" ? "" : "; only the functions below reach outside"}.`,
    `- A call may take ${wallClockTimeoutSeconds} s and ${Math.round(memoryBytes / 1024 ** 2)} MiB. One that takes more is stopped, and its changes to variables are undone.`,
    `- Output over ${maxOutputChars} characters loses its middle: print summaries.`,
    "- Set show_result where the user should see code and output itself; do not repeat them then.",
  ];
  if (stubs !== "") lines.push("", "These functions are defined already:", "```python", stubs.trimEnd(), "```");
  return lines.join("\n");
}
