import type { PythonError, SandboxError } from "../errors.js";

/** See the help text. */
export const ExitCode = { ok: 0, pythonError: 1, usage: 2, stopped: 3, interrupted: 130 } as const;

/** How an error ends the process, and what stands on stderr before that. `text` may hold what the guest has chosen. */
export interface Ending {
  exitCode: number;
  /** Ends with a newline, or is empty. */
  text: string;
}

export function endingOf(error: SandboxError): Ending {
  switch (error.code) {
    case "PYTHON_ERROR":
      return endingOfPythonError(error as PythonError);
    case "USAGE":
    case "ARTIFACT":
      return { exitCode: ExitCode.usage, text: `micropython-wasm: ${error.message}\n` };
    default:
      return {
        exitCode: ExitCode.stopped,
        text: `micropython-wasm: ${error.name}: ${error.reason}${flagFor(error)}\n`,
      };
  }
}

function endingOfPythonError(error: PythonError): Ending {
  const text = error.traceback.endsWith("\n") ? error.traceback : `${error.traceback}\n`;
  if (error.pythonType === "SystemExit") return endingOfExit(error.pythonMessage);
  if (error.pythonType === "KeyboardInterrupt") return { exitCode: ExitCode.interrupted, text };
  return { exitCode: ExitCode.pythonError, text };
}

/** `sys.exit(argument)`, as in CPython: None is 0, a number is itself, anything else goes to stderr and is 1. */
function endingOfExit(argument: string): Ending {
  if (argument === "" || argument === "None" || argument === "False") return { exitCode: 0, text: "" };
  if (argument === "True") return { exitCode: 1, text: "" };
  // A process's exit code is the number's lowest byte.
  if (/^-?\d+$/.test(argument)) return { exitCode: Number(BigInt.asUintN(8, BigInt(argument))), text: "" };
  return { exitCode: 1, text: `${argument}\n` };
}

/** The messages name the library's options; here they are flags. */
function flagFor(error: SandboxError): string {
  switch (error.code) {
    case "FUEL_EXHAUSTED":
      return " (--fuel)";
    case "TIMEOUT":
      return " (--timeout, in seconds)";
    case "MEMORY_LIMIT":
      return " (--memory)";
    default:
      return "";
  }
}
