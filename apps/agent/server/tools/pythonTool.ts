import { forModel } from "agent-micropython";
import type { PythonTool, PythonToolResult } from "agent-micropython";
import type { AgentTool } from "./tool.js";

/** `execute_micropython`, in the conversation's own interpreter. */
export function pythonTool(python: PythonTool): AgentTool {
  const { name, description, inputSchema } = python.toolDefinition();
  return {
    name,
    description,
    inputSchema,
    check(input) {
      if (typeof input !== "object" || input === null || typeof (input as { python?: unknown }).python !== "string")
        throw new Error("the input of execute_micropython needs `python`: the code");
      return input;
    },
    async run(input, { actor, conversation, signal, onPrinted }) {
      const call = input as { python: string; show_result?: boolean };
      const result = await python.execute(call, {
        conversation,
        actor,
        signal,
        onOutput: (_, text) => onPrinted(text),
      });
      // what the conversation says was done is there again, even after a crash
      await python.save(conversation);
      const failed = result.error !== undefined;
      const output = forModel(result);
      if (call.show_result !== true) return { output, failed };
      return { output, failed, show: { kind: "python", code: call.python, output: printed(result), failed } };
    },
  };
}

/** As a terminal would show it. */
function printed({ stdout, stderr, value, error }: PythonToolResult): string {
  const parts = [stdout, stderr, value, error && (error.traceback ?? `${error.type}: ${error.message}`)];
  return parts
    .filter((part) => part !== undefined && part !== "")
    .map((part) => (part!.endsWith("\n") ? part! : `${part}\n`))
    .join("");
}
