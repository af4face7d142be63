// Upstream ends the interpreter where the report of an uncaught exception cannot be made.
import { Interpreter, MemoryLimitError, PythonError } from "micropython-wasm";
import { describe, expect, it } from "vitest";

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe("an exception whose text cannot be made", () => {
  it.each([
    ["E", "class E(Exception):\n    def __str__(self): raise ValueError('x')\nraise E()"],
    ["ValueError", "class Q:\n    def __repr__(self): return 1 / 0\nraise ValueError(Q())"],
  ])("is named, and the state stays: %s", async (type, code) => {
    const interpreter = await Interpreter.create();
    interpreter.run("x = 1");
    for (let round = 0; round < 3; round++) {
      const error = caught(() => interpreter.run(code));
      expect(error).toBeInstanceOf(PythonError);
      expect(error).toMatchObject({ pythonType: type, pythonMessage: "<its text cannot be made>", state: "kept" });
    }
    expect(interpreter.run("x").value).toBe(1);
    interpreter.close();
  });
});

describe("code that fills the memory", () => {
  it.each([
    "data = []\nwhile True: data.append('a' * 1000)",
    "data = []\nwhile True: data.append([1] * 100)",
    "data = {}\ni = 0\nwhile True:\n    data[i] = str(i) * 20\n    i += 1",
    "data = None\nwhile True: data = (data,)",
    "class Node: pass\nhead = None\nwhile True:\n    node = Node()\n    node.next = head\n    head = node",
    "text = 'a'\nwhile True: text += text",
    "def f(n): return [f(n - 1), bytes(1000)] if n else []\nkeep = []\nwhile True: keep.append(f(50))",
  ])("ends with MemoryLimitError, in any size of memory: %s", async (code) => {
    for (const mebibytes of [4, 5, 8]) {
      const interpreter = await Interpreter.create({
        memoryBytes: mebibytes * 2 ** 20,
        rollback: true,
        fuel: Infinity,
      });
      interpreter.run("x = 1");
      expect(caught(() => interpreter.run(code))).toBeInstanceOf(MemoryLimitError);
      expect(interpreter.run("x").value).toBe(1);
      interpreter.close();
    }
  });
});
