import { Interpreter } from "micropython-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("what the guest reaches of its host", () => {
  let interpreter: Interpreter;
  beforeAll(async () => {
    interpreter = await Interpreter.create();
  });
  afterAll(() => interpreter.close());

  it.each([
    "open('/etc/passwd')",
    "open('new.txt', 'w')",
    "os.stat('/etc/passwd')",
    "os.mkdir('/new')",
    "os.remove('/etc/passwd')",
    "os.rename('/etc', '/new')",
    "os.rmdir('/tmp')",
    "os.chdir('/tmp')",
  ])("no file: %s", (expression) => {
    const { stdout } = interpreter.run(`
import os
try: print('reached', ${expression})
except OSError: print('refused')`);
    expect(stdout).toBe("refused\n");
  });

  it("a root directory with nothing in it", () => {
    expect(interpreter.run("import os\nos.getcwd(), os.listdir('/'), os.listdir('.')").value).toEqual(["/", [], []]);
  });

  it.each(["system", "popen", "fork", "execv"])("no os.%s", (name) => {
    expect(interpreter.run(`import os\nhasattr(os, '${name}')`).value).toBe(false);
  });

  it.each(["socket", "subprocess", "ctypes", "_thread", "multiprocessing"])("no module %s", (name) => {
    expect(() => interpreter.run(`import ${name}`)).toThrow(
      expect.objectContaining({ pythonType: "ModuleNotFoundError" }),
    );
  });

  it("an empty standard input", () => {
    expect(interpreter.run("import sys\nsys.stdin.read()").value).toBe("");
  });
});

describe("what the guest hands to its host", () => {
  let interpreter: Interpreter;
  beforeAll(async () => {
    interpreter = await Interpreter.create();
  });
  afterAll(() => interpreter.close());

  it("is text, whatever bytes it writes", () => {
    const { stdout } = interpreter.run("import sys\nsys.stdout.buffer.write(b'a\\xff\\xc3')\nNone");
    expect(stdout).toBe("a\ufffd\ufffd");
  });

  it("is a short repr, also of a large value and of one whose repr raises", () => {
    expect(interpreter.run("[0] * 6000").repr).toBe("<list with 6000 items>");
    expect(interpreter.run("class A:\n  def __repr__(self): raise ValueError\nA()").repr).toBe(
      "<A whose repr raises ValueError>",
    );
  });
});
