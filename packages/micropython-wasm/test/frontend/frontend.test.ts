import { Interpreter, PythonError } from "micropython-wasm";
import { translate } from "../../src/frontend/frontend.js";
import { conformancePrograms } from "../corpus.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let interpreter: Interpreter;
beforeEach(async () => {
  interpreter = await Interpreter.create();
});
afterEach(() => interpreter.close());

function errorOf(source: string): PythonError {
  try {
    interpreter.run(source);
  } catch (error) {
    if (error instanceof PythonError) return error;
    throw error;
  }
  throw new Error("no error");
}

describe("source that MicroPython cannot compile", () => {
  it("runs once, and gives the value of its last expression", () => {
    interpreter.run("calls = []");
    const { value } = interpreter.run("calls.append(1)\na = [1, 2]\n[*a, *a]");
    expect(value).toEqual([1, 2, 1, 2]);
    expect(interpreter.run("len(calls)").value).toBe(1);
  });

  it("keeps its line numbers", () => {
    const source = "a = [\n  *[1],\n  2,\n]\nmatch a:\n  case [\n    x,\n    y\n  ]:\n    1 / 0";
    expect(errorOf(source).line).toBe(10);
  });

  it("is what a SyntaxError that the program raises is not", () => {
    interpreter.run("n = 0");
    const error = errorOf("n += 1\nraise SyntaxError('invalid syntax')");
    expect(error.pythonMessage).toBe("invalid syntax");
    expect(interpreter.run("n").value).toBe(1);
  });

  it("can be run by exec, eval and compile", () => {
    expect(interpreter.run("eval('[*(1, 2), 3]')").value).toEqual([1, 2, 3]);
    interpreter.run("exec('match 5:\\n case x: pass')");
    expect(interpreter.run("x").value).toBe(5);
    interpreter.run("scope = {}\nexec(compile('y = (*[1], 2)', 'name', 'exec'), scope)");
    expect(interpreter.run("scope['y']").value).toEqual([1, 2]);
  });

  it("survives a snapshot", async () => {
    interpreter.run("def f(x):\n  match x:\n    case [a, *b]: return b\n");
    const twin = await Interpreter.restore(await interpreter.snapshot());
    expect(twin.run("f([1, 2])").value).toEqual([2]);
    expect(twin.run("[*f([1, 2])]").value).toEqual([2]);
    twin.close();
  });
});

describe("lowering", () => {
  it.each(conformancePrograms())("$name keeps the lines, and needs no second lowering", ({ source }) => {
    const once = translate(source, "exec", "<string>");
    if ("report" in once) throw new Error(once.report);
    expect(once.source.split("\n")).toHaveLength(source.split("\n").length);
    // what waits stays so, and would be wrapped twice
    if (once.source.includes("__async_")) return;
    const twice = translate(once.source, "exec", "<string>");
    expect("report" in twice ? twice.report : twice.source).toBe(once.source);
  });

  it("leaves plain source as it is", () => {
    const source = "import os\nclass A(B):\n  'doc'\n  def f(self, *a: int) -> str:\n    return f'{a} {self.x!r:>5}'\n";
    expect(translate(source, "exec", "<string>")).toEqual({ source });
  });
});

describe("a syntax error", () => {
  it("has CPython's message, line and caret", () => {
    const error = errorOf("x = 1\ny = (1,\nz = 2\n");
    expect(error.pythonType).toBe("SyntaxError");
    expect(error.pythonMessage).toBe("'(' was never closed");
    expect(error.line).toBe(2);
    expect(error.traceback).toBe(
      `  File "<string>", line 2\n    y = (1,\n        ^\nSyntaxError: '(' was never closed\n`,
    );
  });

  it("of what the sandbox lacks says what to write instead", () => {
    expect(
      errorOf("def f():\n  try:\n    return\n  except* OSError:\n    pass\n  finally:\n    pass").pythonMessage,
    ).toMatch(/^return, break or continue in a try with except\* and finally is not available/);
    const generator = "async def f(g):\n  return (x async for x in g)";
    expect(errorOf(generator).pythonMessage).toMatch(/^a generator expression that waits is not available/);
  });

  it("in exec is raised there", () => {
    const { stdout } = interpreter.run("try:\n  exec('a =')\nexcept SyntaxError as e:\n  print(e)");
    expect(stdout).toBe("invalid syntax (<string>, line 1)\n");
  });
});

describe("hostile source is read in time", () => {
  const sources = {
    parentheses: "(".repeat(40_000),
    brackets: `${"[".repeat(40_000)}*x${"]".repeat(40_000)}`,
    "nested lists": `${"[".repeat(199)}*x${"]".repeat(199)}`,
    "unary operators": `[*${"-".repeat(100_000)}1]`,
    powers: `[*${"1**".repeat(100_000)}1]`,
    lambdas: `[*a, ${"lambda:".repeat(100_000)}1]`,
    nots: `[*a, ${"not ".repeat(100_000)}1]`,
    ternaries: `[*a, ${"1 if 1 else ".repeat(50_000)}1]`,
    blocks: Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}if 1:`).join("\n"),
    "f-strings": `x = ${'f"{'.repeat(10_000)}`,
    "f-strings in parentheses": `x = [*f'{${"(".repeat(150)}f"{${"(".repeat(150)}`,
    quotes: "'".repeat(99_999),
    patterns: `match x:\n case ${"(".repeat(150)}a${")".repeat(150)}, [*y, *z]: pass`,
    attributes: `[*a${".b".repeat(100_000)}]`,
    calls: `[*a${"()".repeat(100_000)}]`,
    sums: `[*a${"+b".repeat(100_000)}]`,
    decorators: `${"@a[0]\n".repeat(1_000)}def f(): pass`,
    elifs: `[*a]\nif a: pass\n${"elif a: pass\n".repeat(5_000)}`,
  };
  it.each(Object.entries(sources))("%s", (_, source) => {
    const translation = translate(source, "exec", "<string>");
    if ("report" in translation) expect(translation.problem.type).toMatch(/^(?:Syntax|Indentation)Error$/);
    else expect(translation.source.split("\n")).toHaveLength(source.split("\n").length);
  });

  it("also in an interpreter", () => {
    expect(errorOf(sources["nested lists"]).pythonType).toBe("NameError");
    expect(errorOf(sources.quotes).pythonType).toBe("SyntaxError");
    const guest = "try:\n  exec('[' * 300 + '*x' + ']' * 300)\nexcept SyntaxError as e: print(e)";
    expect(interpreter.run(guest).stdout).toBe("too many nested parentheses (<string>, line 1)\n");
  });
});
