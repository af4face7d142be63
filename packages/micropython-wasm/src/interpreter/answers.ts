// What a host call answers with, encoded: a tuple of the value, or a tuple of an exception's type and message.

import { NotPlainDataError, TooLargeError } from "./plainData.js";
import { encodeValue } from "./wireEncoder.js";

const MAX_TYPE_LENGTH = 100;
const MAX_MESSAGE_LENGTH = 500;

/** No encoded exception is larger: its texts take at most three bytes for each unit. */
export const MAX_FAILURE_BYTES = 2_048;

/** The answer's tuple adds one level. */
const MAX_DEPTH = 101;

/** What `name` returned; where that cannot cross, the exception that says so. */
export function encodeAnswer(name: string, value: unknown, maxBytes: number): Uint8Array {
  try {
    return encodeValue(Object.freeze([value]), { maxBytes, maxDepth: MAX_DEPTH });
  } catch (error) {
    if (error instanceof TooLargeError)
      return encodeFailure("HostError", `the answer of ${name}() has more than ${maxBytes} bytes (maxHostResultBytes)`);
    if (error instanceof NotPlainDataError)
      return encodeFailure("TypeError", error.describe(`the answer of ${name}()`, 1));
    throw error;
  }
}

/** An exception: of the built-in type with this name, or a HostError where there is none. */
export function encodeFailure(type: string, message: string): Uint8Array {
  return encodeValue(Object.freeze([type.slice(0, MAX_TYPE_LENGTH), wellFormed(message.slice(0, MAX_MESSAGE_LENGTH))]));
}

/** What crosses of an error that a host function threw: its name, and its cleaned message. */
export function describeThrown(error: unknown): [type: string, message: string] {
  const [name, message] = read(error);
  return [/^\w{1,100}$/.test(name) ? name : "Error", cleanMessage(message)];
}

/** The last instruction makes the tuple. */
export function isFailure(answer: Uint8Array): boolean {
  return answer.at(-1) === 2;
}

function read(error: unknown): [string, string] {
  try {
    if (typeof error === "object" && error !== null) {
      const { name, message } = error as { name?: unknown; message?: unknown };
      return [
        typeof name === "string" ? name : "Error",
        typeof message === "string" ? message : "the host function failed",
      ];
    }
    return ["Error", String(error)];
  } catch {
    return ["Error", "the host function failed"];
  }
}

/** In quotes a path may hold blanks. */
const QUOTED_PATH = /(["'`])(?:file:\/\/|[A-Za-z]:[\\/]|\\\\|\/)[^"'`\n]*\1/g;

const BARE_PATH = /(?<![\w/\\.:<])(?:file:\/\/|[A-Za-z]:[\\/]|\\\\|\/)[^\s"'`()<>[\]{},;]+/g;

/** Without a stack trace and without paths of the host, and short. */
function cleanMessage(message: string): string {
  // cut first, so that a huge message costs little
  const text = message.slice(0, 8 * MAX_MESSAGE_LENGTH).split(/\n\s+at /)[0]!;
  const cleaned = text.replace(QUOTED_PATH, "$1<path>$1").replace(BARE_PATH, "<path>").slice(0, MAX_MESSAGE_LENGTH);
  return wellFormed(cleaned).trim();
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
