import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.js";
import { UsageError } from "../../src/errors.js";

const parse = (args: string[], terminal = false) => parseArguments(args, () => terminal);

describe("parseArguments", () => {
  it("gives all that follows the program to the program", () => {
    expect(parse(["--stats", "-c", "x", "--json", "-"])).toMatchObject({
      program: { kind: "code", code: "x", argv: ["-c", "--json", "-"] },
      options: { stats: true, json: false },
    });
    expect(parse(["a.py", "-c", "y"])).toMatchObject({
      program: { kind: "file", path: "a.py", argv: ["a.py", "-c", "y"] },
    });
    expect(parse(["-", "--help"])).toMatchObject({ program: { kind: "stdin", argv: ["-", "--help"] } });
  });

  it("offers a REPL to a terminal only", () => {
    expect(parse([], true)).toMatchObject({ program: { kind: "repl", argv: [""] } });
    expect(parse([], false)).toMatchObject({ program: { kind: "stdin", argv: [""] } });
    expect(() => parse(["--json"], true)).toThrow(UsageError);
  });

  it("reads quantities, attached or apart; the last of two counts", () => {
    expect(parse(["--memory=8MiB", "--fuel", "12", "--timeout", "0.25", "a.py"])).toMatchObject({
      options: { memoryBytes: 8_388_608, fuel: 12, timeoutMs: 250 },
    });
    expect(parse(["--memory", "8388608", "--fuel=none", "--timeout=none", "--timeout=.5", "a.py"])).toMatchObject({
      options: { memoryBytes: 8_388_608, fuel: Infinity, timeoutMs: 500 },
    });
    expect(parse(["--memory", "5000KiB", "--memory", "1GiB", "a.py"])).toMatchObject({
      options: { memoryBytes: 1024 ** 3 },
    });
  });

  it("shows an unknown option on one line, and not all of a long one", () => {
    expect(() => parse([`--a\n\x1b[2J${"b".repeat(500)}`])).toThrow(
      /^unknown option "--a\\n\\u001b\[2Jb{40,60}…"; see --help$/,
    );
  });
});
