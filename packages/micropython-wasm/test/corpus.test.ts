import { Interpreter, type InterpreterOptions, SandboxError } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { collectAtEveryAllocation, conformancePrograms, type Program, virtualClock } from "./corpus.js";
import { differences, differencesPage, withoutListed } from "./differences.js";

const programs = conformancePrograms();
// Collections cost fuel and time; neither is what is tested here.
const unlimited: InterpreterOptions = {
  fuel: Infinity,
  timeoutMs: Infinity,
  clock: virtualClock,
};

/** As many lines of output as were there last: each is a check. */
const fewestChecks = 8_400;

/** What a program prints; where it ends with an error, that too, so that a test shows how far it came. */
async function printedBy(source: string, before?: string): Promise<string> {
  const interpreter = await Interpreter.create(unlimited);
  try {
    if (before !== undefined) interpreter.run(before);
    const { stdout, error } = run(interpreter, source);
    return error === undefined ? stdout : `${stdout}${error}`;
  } finally {
    interpreter.close();
  }
}

function run(interpreter: Interpreter, source: string): { stdout: string; error?: string } {
  try {
    return interpreter.run(source);
  } catch (error) {
    if (!SandboxError.is(error)) throw error;
    const { stdout, message, traceback } = error as SandboxError & { stdout?: string; traceback?: string };
    return { stdout: stdout ?? "", error: traceback ?? message };
  }
}

async function check({ name, source, expected }: Program, before?: string): Promise<void> {
  const compared = withoutListed(name, await printedBy(source, before), expected);
  expect(compared.printed).toBe(compared.expected);
  const listed = differences.filter(({ program }) => program === name);
  expect(compared.met, "differences that are listed and not there: take them off the list").toEqual(listed);
}

describe("the corpus prints what CPython prints, but for the listed differences", () => {
  it.each(programs)("$name", (program) => check(program));
});

it("every allocation does collect in stress mode", async () => {
  const interpreter = await Interpreter.create(unlimited);
  const garbage = "import gc\nbefore = gc.mem_alloc()\nfor n in range(1000): x = [n] * 10\ngc.mem_alloc() - before";
  expect(interpreter.run(garbage).value).toBeGreaterThan(40_000);
  interpreter.run(collectAtEveryAllocation);
  expect(interpreter.run(garbage).value).toBeLessThan(1_000);
  interpreter.close();
});

describe("the corpus prints the same with a collection at every allocation", () => {
  it.each(programs)("$name", (program) => check(program, collectAtEveryAllocation));
});

describe("the corpus as a whole", () => {
  it("has no fewer checks than before", () => {
    const checks = programs.reduce((sum, { expected }) => sum + expected.split("\n").length - 1, 0);
    expect(checks).toBeGreaterThanOrEqual(fewestChecks);
  });

  it("lists differences of programs that there are, each with a reason", () => {
    for (const { program, difference, reason } of differences) {
      expect(programs.map(({ name }) => name)).toContain(program);
      expect(difference.length, program).toBeGreaterThan(10);
      expect(reason.length, program).toBeGreaterThan(10);
    }
  });

  it("has its differences in docs/differences.md: npm run differences", async () => {
    await expect(differencesPage()).toMatchFileSnapshot("../../../docs/differences.md");
  });
});
