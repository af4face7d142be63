import { z } from "zod";
import type { Show } from "../../shared/api.js";
import type { AgentTool, ToolContext, ToolResult } from "./tool.js";

interface Definition<Input> {
  name: string;
  description: string;
  input: z.ZodType<Input>;
  /** The question to the person; null where the actor may not. Then `refusal` is what the model hears. */
  question?: (input: Input, context: Pick<ToolContext, "actor">) => Promise<Show | null>;
  refusal?: (input: Input) => string;
  run: (input: Input, context: ToolContext) => Promise<ToolResult>;
}

/** A tool whose input is described, and checked, by a schema of zod's. */
export function define<Input>({ name, description, input, question, refusal, run }: Definition<Input>): AgentTool {
  return {
    name,
    description,
    inputSchema: z.toJSONSchema(input, { io: "input" }),
    check(given) {
      const checked = input.safeParse(given);
      if (checked.success) return checked.data;
      const [issue] = checked.error.issues;
      throw new Error(`the input of ${name} is wrong: ${issue!.path.join(".") || "it"}: ${issue!.message}`);
    },
    ...(question && {
      async question(given, context) {
        const asked = await question(given as Input, context);
        if (asked === null && refusal) throw new Error(refusal(given as Input));
        return asked;
      },
    }),
    run: (given, context) => run(given as Input, context),
  };
}
