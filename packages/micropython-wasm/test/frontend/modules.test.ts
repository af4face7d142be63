import { Interpreter, memory } from "micropython-wasm";
import { expect, it } from "vitest";

const shapes = `from helper import merge
class Shape:
    size: int
    name: str = "shape"
    def __init__(self, kind):
        self.__kind = kind
def area(shape):
    match shape:
        case ["square", side]: return side * side
        case _: raise ValueError(merge([1], [2]))
`;
const helper = "def merge(a, b, /): return [*a, *b]\n";

async function withModules(): Promise<Interpreter> {
  const files = { "/lib": memory({ files: { "shapes.py": shapes, "helper.py": helper, "wrong.py": "x = (\n" } }) };
  const interpreter = await Interpreter.create({ files });
  interpreter.run("import sys\nsys.path.append('/lib')");
  return interpreter;
}

it("modules of the user's are lowered when they are imported", async () => {
  const interpreter = await withModules();
  interpreter.run("import shapes");
  expect(interpreter.run("shapes.area(['square', 3])").value).toBe(9);
  expect(interpreter.run("sorted(shapes.Shape.__annotations__)").value).toEqual(["name", "size"]);
  expect(interpreter.run("hasattr(shapes.Shape(1), '_Shape__kind')").value).toBe(true);
  interpreter.close();
});

it("errors in them have the lines of the file", async () => {
  const interpreter = await withModules();
  expect(() => interpreter.run("import shapes\nshapes.area(1)")).toThrow("ValueError: [1, 2]");
  try {
    interpreter.run("shapes.area(1)");
  } catch (error) {
    expect((error as { traceback: string }).traceback).toContain('File "/lib/shapes.py", line 10, in area');
  }
  expect(() => interpreter.run("import wrong")).toThrow("SyntaxError");
  interpreter.close();
});

it("programs read the files as they are", async () => {
  const interpreter = await withModules();
  interpreter.run("import os, shapes\nos.stat('/lib/helper.py')\nos.path.exists('/lib/helper.py')");
  expect(interpreter.run("open('/lib/helper.py').read()").value).toBe(helper);
  expect(interpreter.run("open('/lib/shapes.py', 'rb').read().decode()").value).toBe(shapes);
  interpreter.close();
});
