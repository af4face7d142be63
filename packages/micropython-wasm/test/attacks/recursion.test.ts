import { Session } from "micropython-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcomeOf } from "./outcome.js";

const deep = 1_000;

describe("recursion in a default session", () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.create();
  });
  afterAll(() => session.close());

  // One frame is the module's own: a function nests to one level less than the limit.
  it(`reaches ${deep} levels`, async () => {
    const { value } = await session.run(`def down(n): return n and 1 + down(n - 1)\ndown(${deep - 2})`);
    expect(value).toBe(deep - 2);
  });

  it.each([
    ["functions", "def f(n): return f(n + 1)\nf(0)"],
    ["methods", "class C:\n  def m(self, *a, **k): return self.m(*a, **k)\nC().m(1, x=2)"],
    ["generators", "def g(): yield from g()\nlist(g())"],
    ["sort keys", "def f(x): return sorted([2, 1], key=f)\nf(0)"],
    ["comparison", "class E:\n  def __eq__(self, o): return self == o\nE() == E()"],
    ["attributes", "class A:\n  def __getattr__(self, n): return getattr(self, n)\nA().x"],
    ["repr", "class R:\n  def __repr__(self): return repr(self)\nrepr(R())"],
    ["eval", "def f(): return eval('f()')\nf()"],
    ["constructors", "class N:\n  def __init__(self): self.n = N()\nN()"],
    ["iterators", "class I:\n  def __iter__(self): return iter(I())\nlist(I())"],
    ["handlers", "def f():\n  try: return f()\n  finally: pass\nf()"],
  ])("past the limit, %s raise a RuntimeError that Python can catch", async (_, source) => {
    const ended = await session.run(source).then(() => ({ code: "OK" }), outcomeOf);
    expect(ended).toMatchObject({
      code: "PYTHON_ERROR",
      pythonType: expect.stringMatching(/^(RuntimeError|RecursionError)$/),
    });

    const indented = source.replaceAll(/^/gm, "  ");
    const caught = await session.run(`try:\n${indented}\nexcept RuntimeError:\n  print("goes on")`);
    expect(caught.stdout).toBe("goes on\n");
  });

  it("is as deep again after the limit was hit many times", async () => {
    const { stdout } = await session.run(`
def endless(): endless()
for _ in range(20):
    try: endless()
    except RuntimeError: pass
def down(n): return n and 1 + down(n - 1)
print(down(${deep - 2}))`);
    expect(stdout).toBe(`${deep - 2}\n`);
  });
});
