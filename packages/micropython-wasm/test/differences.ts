import { readFileSync } from "node:fs";

/** Where the sandbox prints something else than CPython, and always will. */
export interface Difference {
  /** "topic/name" of a program in packages/stdlib/conformance. */
  program: string;
  /** What the lines that differ begin with. Without it, any line may. */
  check?: string;
  /** What is different, for readers of docs/differences.md. */
  difference: string;
  /** The limit behind it. */
  reason: string;
}

export const differences = JSON.parse(
  readFileSync(new URL("../../stdlib/conformance/differences.json", import.meta.url), "utf8"),
) as Difference[];

/** Takes the place of what a listed difference lets a program print. */
const LISTED = "(a listed difference)";

/** Both outputs, with the lines that a listed difference is about taken out where they differ; and the differences that were there. */
export function withoutListed(
  program: string,
  printed: string,
  expected: string,
): { printed: string; expected: string; met: Difference[] } {
  const listed = differences.filter((difference) => difference.program === program);
  const met = new Set<Difference>();
  const here = printed.split("\n");
  const there = expected.split("\n");
  for (let i = 0; i < there.length; i++) {
    if (here[i] === there[i]) continue;
    const difference = listed.find(({ check }) => check === undefined || there[i]!.startsWith(check));
    if (difference === undefined) continue;
    met.add(difference);
    here[i] = there[i] = LISTED;
  }
  return { printed: here.join("\n"), expected: there.join("\n"), met: [...met] };
}

/** docs/differences.md. */
export function differencesPage(): string {
  const topicOf = ({ program }: Difference): string => program.split("/")[0]!;
  const topics = [...new Set(differences.map(topicOf))].toSorted();
  const sections = topics.map((topic) => {
    const rows = differences.filter((difference) => topicOf(difference) === topic);
    const lines = rows.map(({ difference, reason }) => `| ${difference} | ${reason} |`);
    return [`## ${topic}`, "", "| here | why |", "| --- | --- |", ...lines, ""].join("\n");
  });
  return [
    "# Differences from CPython",
    "",
    "Programs that run here print what CPython 3.11 prints. That is checked: [packages/stdlib/conformance](../packages/stdlib/conformance) holds programs for each topic",
    "and module with CPython's recorded output, and the tests run them all. What follows are the checks in which the sandbox differs, and why.",
    "",
    "Generated from packages/stdlib/conformance/differences.json by `npm run differences`.",
    "",
    ...(sections.length > 0
      ? sections
      : [
          "None is listed. What is not done yet stands in [the README](../packages/micropython-wasm/README.md#what-does-not-work-yet).",
          "",
        ]),
  ].join("\n");
}
