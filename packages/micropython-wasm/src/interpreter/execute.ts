import { isCompileError, losesMeaning, translate } from "../frontend/frontend.js";
import type { RunResult, Value } from "../result.js";
import { GuestMemory } from "./guestMemory.js";
import type { ImageFacts } from "./image.js";
import type { Instance } from "./instance.js";
import { NotPlainDataError } from "./plainData.js";
import type { Task } from "./task.js";
import { readTypeName, readValue } from "./values.js";

/** Python's None and False in an object slot. */
const NONE = 6;
const FALSE = 14;

/** The first word of mp_js_do_exec's answer where an exception was not caught. */
const EXCEPTION = 0xffffffff;

/** The length of a report that could not be made: see packages/wasm-build/src/passes/report.ts. The exception's address stands in its place. */
const NO_REPORT = 0xffffffff;

/** Longest report of an exception, and longest repr, that are read. */
const MAX_TEXT_BYTES = 100_000;

/** How the code ended by itself: the report of an exception, or its value. */
export type Outcome = { error: string } | Pick<RunResult, "value" | "repr">;

/** Compiles and runs a task to its end. What stops it leaves as an exception: see stopError.ts. */
export function execute(instance: Instance, facts: ImageFacts, task: Task): Outcome {
  const memory = new GuestMemory(instance.memory);
  const cell = memory.u32(facts.value_cell + 12);
  memory.setU32(cell, NONE);
  memory.setU32(cell + 4, FALSE);
  instance.exports.depth.value = 0;
  const error = run(instance, memory, facts, task);
  return error === undefined ? readOutcome(instance, memory, facts, task.wanted) : { error };
}

/** Runs a task, lowered where it has to be. Gives the report of the exception that it did not catch. */
function run(instance: Instance, memory: GuestMemory, facts: ImageFacts, task: Task): string | undefined {
  const { written, filename } = task;
  if (written === undefined) return compileAndRun(instance, memory, facts, task);
  let error: string | undefined;
  if (!losesMeaning(written)) {
    error = compileAndRun(instance, memory, facts, task);
    if (error === undefined || !isCompileError(error)) return error;
  }
  const translation = translate(written, "run", filename);
  if ("report" in translation) return translation.report;
  const { source } = translation;
  if (source === task.source && error !== undefined) return error;
  return compileAndRun(instance, memory, facts, { source, filename });
}

function compileAndRun(
  instance: Instance,
  memory: GuestMemory,
  facts: ImageFacts,
  task: Pick<Task, "source" | "filename">,
): string | undefined {
  instance.nameSource(task.filename);
  const source = new TextEncoder().encode(task.source);
  const pointer = instance.copyIn(source);
  instance.exports.mp_js_do_exec(pointer, source.length, facts.out);
  instance.exports.free(pointer);

  if (memory.u32(facts.out) === EXCEPTION) {
    const address = memory.u32(facts.out + 8);
    if (memory.u32(facts.out + 4) === NO_REPORT) {
      const type = readTypeName(memory, facts, address);
      return `${type}\u0004${type}: <its text cannot be made>\n`;
    }
    const report = memory.text(address, Math.min(memory.u32(facts.out + 4), MAX_TEXT_BYTES));
    instance.exports.free(address);
    return report;
  }
  return undefined;
}

function readOutcome(instance: Instance, memory: GuestMemory, facts: ImageFacts, wanted: string | undefined): Outcome {
  const cell = memory.u32(facts.value_cell + 12);
  const read = (object: number): Value => readValue(memory, facts, object, () => instance.budget.checkTime()).value;
  let repr: Value | undefined;
  try {
    repr = read(memory.u32(cell + 4));
    if (repr === null) return { value: null, repr: undefined };
    if (typeof repr !== "string") return { value: undefined, repr: undefined };
    return { value: read(memory.u32(cell)), repr };
  } catch (error) {
    if (!(error instanceof NotPlainDataError)) throw error;
    if (wanted !== undefined) return { error: `TypeError\u0004TypeError: ${error.describe(wanted)}\n` };
    return { value: undefined, repr: typeof repr === "string" ? repr : undefined };
  }
}
