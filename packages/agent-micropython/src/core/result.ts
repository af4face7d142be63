/** What one call of the tool gives. What is empty is left out, but for `stdout` and `state`. */
export interface PythonToolResult {
  /** What the code printed. */
  stdout: string;
  /** True where the middle of stdout was cut. */
  stdout_truncated?: true;
  stderr?: string;
  stderr_truncated?: true;
  /** `repr()` of the last statement's value, where that is an expression and not None. */
  value?: string;
  value_truncated?: true;
  error?: PythonToolError;
  /** What became of the conversation's variables: kept as the code left them, as they were before this call, or gone. */
  state: StateAfterCall;
  /** What the model must know besides, in sentences. */
  note?: string;
  /** With `show_result`: code and output as HTML, for the user. As every key with a leading underscore, never for the model: see `forModel`. */
  _html?: string;
}

export interface PythonToolError {
  /** The exception's class, such as "ValueError", or of what stopped the run: "TimeoutError", "FuelExhaustedError", "MemoryLimitError". */
  type: string;
  message: string;
  /** As Python prints it; none where a limit stopped the run. */
  traceback?: string;
  /** True where the middle of message or traceback was cut. */
  truncated?: true;
}

export type StateAfterCall = "kept" | "restored" | "fresh";

const text = (description: string): object => ({ type: "string", description });
const isTrue = { const: true };

/** `PythonToolResult` as the model gets it, as JSON Schema. */
export const outputSchema = {
  type: "object",
  properties: {
    stdout: text("what the code printed"),
    stdout_truncated: isTrue,
    stderr: text("what it wrote to sys.stderr"),
    stderr_truncated: isTrue,
    value: text("repr() of the last expression"),
    value_truncated: isTrue,
    error: {
      type: "object",
      properties: {
        type: text("the exception's class, or that of the limit that stopped the code"),
        message: { type: "string" },
        traceback: { type: "string" },
        truncated: isTrue,
      },
      required: ["type", "message"],
      additionalProperties: false,
    },
    state: {
      type: "string",
      enum: ["kept", "restored", "fresh"],
      description: "the variables: as the code left them, as they were before this call, or gone",
    },
    note: { type: "string" },
  },
  required: ["stdout", "state"],
  additionalProperties: false,
} as const;

/** The result without the keys that have a leading underscore: those are for the application and the user. */
export function forModel(result: PythonToolResult): PythonToolResult {
  return Object.fromEntries(
    Object.entries(result).filter(([key]) => !key.startsWith("_")),
  ) as unknown as PythonToolResult;
}
