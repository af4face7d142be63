import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A Python program and what it must print. */
export interface Program {
  /** "topic/name". */
  name: string;
  source: string;
  /** What CPython printed, recorded by `npm run record -w stdlib`. */
  expected: string;
}

/** A clock that only the program moves: sleeping takes no time, and what a program prints or pays does not hang on the machine's. */
export const virtualClock = { start: Date.UTC(2024, 1, 29), step: 0.01 };

const conformance = new URL("../../stdlib/conformance/", import.meta.url);

export function conformancePrograms(): Program[] {
  const read = (path: string) => readFileSync(new URL(path, conformance), "utf8");
  return readdirSync(conformance, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((topic) => readdirSync(new URL(`${topic.name}/`, conformance)).map((file) => `${topic.name}/${file}`))
    .filter((path) => path.endsWith(".py"))
    .toSorted()
    .map((path) => ({
      name: path.slice(0, -".py".length),
      source: read(path),
      expected: read(path.replace(/\.py$/, ".out")),
    }));
}

interface CruxevalLine {
  id: string;
  code: string;
  input: string;
  output: string;
}

const cruxeval = fileURLToPath(new URL("../../../../shared/corpora/cruxeval.jsonl", import.meta.url));

/** The corpus lies beside the repository, not in it: absent in a clone on its own. */
export const hasCruxeval = existsSync(cruxeval);

/** Programs that pass when they end without an exception. */
export function cruxevalPrograms(): { id: string; source: string }[] {
  return readFileSync(cruxeval, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as CruxevalLine)
    .map(({ id, code, input, output }) => ({ id, source: `${code}\nassert f(${input}) == ${output}\n` }));
}

/**
 * Run before a program in the same interpreter: every allocation then collects first. A value that the collector does not
 * see from where it is held is gone at the next allocation, and the program prints something else.
 */
export const collectAtEveryAllocation = "import gc\ngc.threshold(0)";
