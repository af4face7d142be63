import { readFileSync } from "node:fs";

/** The ten programs, in the order of the table in DESIGN section 2. */
const names = [
  "fib",
  "for_loop",
  "while_loop",
  "floats",
  "dict_str",
  "objects",
  "comprehensions",
  "exceptions",
  "sort_key",
  "strings",
];

export const programs = names.map((name) => ({
  name,
  source: readFileSync(new URL(`../programs/${name}.py`, import.meta.url), "utf8"),
}));
