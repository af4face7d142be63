import { describe, expect, it } from "vitest";
import { isIncomplete } from "../../src/cli/incomplete.js";

describe("isIncomplete", () => {
  it.each([
    "f(1,",
    "x = [",
    "x = {'a': (1,\n2)",
    "'''",
    'x = """a\n"b" \'\'\' \\"""',
    "x = 1 + \\",
    "if x:",
    "if x: print(1)",
    "for i in y:\n    print(i)",
    "def f():\n    return [\n\n",
    "def f():\n    '''doc\n\n",
    "class A: pass",
    "@decorator",
    "@decorator\ndef f(): pass",
    "while True:  # for ever",
    "with a as b:",
    "async def f():",
    "match x:",
    "if (a and\n    b):",
    "x = 1\nif x:",
    "try:\n    pass\nexcept E:",
  ])("%j needs more", (source) => {
    expect(isIncomplete(`${source}\n`)).toBe(true);
  });

  it.each([
    "",
    "x = 1",
    "# if:",
    "'('",
    '"a # b: ["',
    "'it\\'s ('",
    "'''a\n('''",
    "r'\\' + '['",
    "f(\n1)",
    "x = {1: 2}",
    "x[1:]",
    "lambda: 0",
    "x = 1 + \\\n  2",
    "'\\\n('",
    "if x: print(1)\n",
    "def f():\n    return 1\n",
    "def f():\n    return 1\n   ",
    "@d\ndef f(): pass\n",
    "format(1)",
    "iffy = 1",
    "x: int = 1",
    "'unended (",
    "f(1))",
    "]",
    "if x:]",
  ])("%j is complete", (source) => {
    expect(isIncomplete(`${source}\n`)).toBe(false);
  });

  it("sees the source grow line by line as it is typed", () => {
    const lines = ["def f(a,", "      b):", '    """doc', "", '    """', "    return (a +", "            b)", ""];
    const states = lines.map((_, i) =>
      isIncomplete(
        lines
          .slice(0, i + 1)
          .map((line) => `${line}\n`)
          .join(""),
      ),
    );
    expect(states).toEqual([true, true, true, true, true, true, true, false]);
  });

  it("takes time in proportion to the source, whatever stands in it", () => {
    for (const piece of ["'", '"', "(", "\\", "'''", "a\\\n", "#\n", "'\\", " :\n"]) {
      expect(typeof isIncomplete(`${piece.repeat(300_000)}\n`)).toBe("boolean");
    }
  });
});
