import { UsageError } from "micropython-wasm";

/** What the model sends. */
export interface PythonToolInput {
  /** The code to execute. */
  python: string;
  /** Clear this conversation's interpreter first. Default false. */
  reset_context?: boolean;
  /** Render code and output inline for the user. Default false. */
  show_result?: boolean;
}

/** `PythonToolInput` as JSON Schema. */
export const inputSchema = {
  type: "object",
  properties: {
    python: { type: "string", description: "Python code to execute" },
    reset_context: { type: "boolean", description: "clear all variables of this conversation first", default: false },
    show_result: { type: "boolean", description: "show code and output to the user", default: false },
  },
  required: ["python"],
  additionalProperties: false,
} as const;

/** A program that a model wrote in one message is far shorter. */
const MAX_PYTHON_CHARS = 200_000;

/** @throws {UsageError} naming what is wrong: a model's arguments are not always what its schema says. */
export function checkInput(input: unknown): Required<PythonToolInput> {
  if (typeof input !== "object" || input === null) throw new UsageError("the arguments must be an object with python");
  const { python, reset_context = false, show_result = false } = input as Record<string, unknown>;
  if (typeof python !== "string") throw new UsageError("python must be a string: the code to execute");
  if (python.length > MAX_PYTHON_CHARS)
    throw new UsageError(`python must have at most ${MAX_PYTHON_CHARS} characters; got ${python.length}`);
  if (typeof reset_context !== "boolean") throw new UsageError("reset_context must be true or false");
  if (typeof show_result !== "boolean") throw new UsageError("show_result must be true or false");
  return { python, reset_context, show_result };
}
