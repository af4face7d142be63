// What a model is told of a call that did not end well: no option that only the application can set, but what to do instead.

import { PythonError } from "micropython-wasm";
import type { SandboxError } from "micropython-wasm";
import type { Settings } from "./settings.js";

/** An exception's class is named by the code, at any length. */
const MAX_TYPE_CHARS = 100;
/** Completed host calls that a note names. */
const MAX_NAMES = 5;

/** The error's type, message and traceback, whole. */
export function explainError(
  error: SandboxError,
  settings: Settings,
): { type: string; message: string; traceback: string } {
  if (error instanceof PythonError) {
    const { pythonType, pythonMessage, traceback } = error;
    return { type: pythonType.slice(0, MAX_TYPE_CHARS), message: pythonMessage, traceback: withoutRepeats(traceback) };
  }
  return { type: error.name, message: messageOf(error, settings), traceback: "" };
}

/** A recursion too deep says one line a thousand times; three and their number are enough, as in CPython. */
function withoutRepeats(traceback: string): string {
  return traceback.replaceAll(/^(.+\n)\1{3,}/gm, (lines: string, line: string) => {
    const more = lines.length / line.length - 3;
    return `${line.repeat(3)}  [Previous line repeated ${more} more time${more > 1 ? "s" : ""}]\n`;
  });
}

function messageOf(error: SandboxError, { wallClockTimeoutSeconds, fuel, memoryBytes }: Settings): string {
  switch (error.code) {
    case "TIMEOUT":
      return `stopped after ${wallClockTimeoutSeconds} seconds; do less in one call`;
    case "FUEL_EXHAUSTED":
      return `stopped after ${fuel} units of work, about one for each bytecode; do less in one call, or find a cheaper way`;
    case "MEMORY_LIMIT":
      return `stopped at ${memoryBytes} bytes of memory; hold less data at once`;
    case "STACK_OVERFLOW":
      return "stopped: the code recursed too deeply";
    case "SNAPSHOT":
      return "the variables of this conversation could not be read back, so nothing was run; call again with reset_context";
    default:
      return error.reason;
  }
}

/** What a stopped run leaves behind, in sentences; empty for an ordinary exception. */
export function explainStop(error: SandboxError): string[] {
  const sentences: string[] = [];
  if (error.state === "restored") sentences.push("The variables are as they were before this call.");
  if (error.state === "closed")
    sentences.push("The interpreter was discarded: the next call starts without variables.");
  const calls = error instanceof PythonError ? [] : (error.result?.hostCalls ?? []);
  if (calls.length > 0) {
    const names = [...new Set(calls.map(({ name }) => name))];
    const listed = names.length > MAX_NAMES ? [...names.slice(0, MAX_NAMES), "…"] : names;
    sentences.push(`Calls that had completed are not undone: ${listed.join(", ")}.`);
  }
  return sentences;
}
