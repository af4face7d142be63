import { Interpreter } from "micropython-wasm";
import { describe, expect, it } from "vitest";

async function print(source: string): Promise<string> {
  const interpreter = await Interpreter.create({ fuel: Infinity, timeoutMs: 30_000, maxOutputBytes: 10_000_000 });
  try {
    return interpreter.run(source).stdout;
  } finally {
    interpreter.close();
  }
}

const edges = [0n, 1n, 2n, 3n, 7n, 31n, 32n, 63n, 64n, 2n ** 29n, 2n ** 30n - 1n, 2n ** 30n, 2n ** 30n + 1n]
  .concat([2n ** 31n - 1n, 2n ** 31n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n, 2n ** 100n])
  .flatMap((n) => [n, -n]);

const floorDivide = (a: bigint, b: bigint): bigint => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);

const operators: Record<string, (a: bigint, b: bigint) => bigint | boolean> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "//": floorDivide,
  "%": (a, b) => a - b * floorDivide(a, b),
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "<<": (a, b) => a << b,
  ">>": (a, b) => a >> b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
};

describe("ints at the edges of the small ones", () => {
  it.each(Object.entries(operators))("%s", async (operator, answer) => {
    const shift = operator === "<<" || operator === ">>";
    const right = edges.filter((b) => (shift ? b >= 0n && b <= 100n : b !== 0n || !["//", "%"].includes(operator)));
    const expected = edges.flatMap((a) =>
      right.map((b) => (Number(answer(a, b)) === 0 ? "0" : String(BigInt(answer(a, b))))),
    );
    const source = `
for a in [${edges.join(",")}]:
    for b in [${right.join(",")}]:
        c = a
        c ${operator.length > 1 && "=" === operator.at(-1) ? `= a ${operator} b` : /[<>]$/.test(operator) && !shift ? `= a ${operator} b` : `${operator}= b`}
        d = a ${operator} b
        print(int(d), end='\\n' if d == c else ' differs in place\\n')`;
    expect((await print(source)).trimEnd().split("\n")).toEqual(expected);
  });
});

const dicts = (seed: number, stress: boolean): string => `
import gc
${stress ? "gc.threshold(256)" : ""}
s = ${seed}
def random(n):
    global s
    s = (s * 1103515245 + 12345) & 0x3fffffff
    return (s >> 8) % n
def key():
    kind, n = random(6), random(60)
    if kind == 0: return n
    if kind == 1: return 'k%d' % n
    if kind == 2: return 'k' + str(n) * 40
    if kind == 3: return (n, 't')
    if kind == 4: return b'b%d' % n
    return ('len', 'abs', 'k1', 'k2', 'append', 'x')[n % 6]
d, keys, values, wrong = {}, [], [], 0
def find(k):
    for i in range(len(keys)):
        if type(keys[i]) is type(k) and keys[i] == k: return i
    return -1
for step in range(2000):
    op, k = random(5), key()
    i = find(k)
    if op < 2:
        d[k] = step
        if i < 0:
            keys.append(k)
            values.append(step)
        else: values[i] = step
    elif op == 2:
        wrong += d.pop(k, None) != (values[i] if i >= 0 else None)
        if i >= 0:
            keys.pop(i)
            values.pop(i)
    elif op == 3: wrong += d.get(k, -1) != (values[i] if i >= 0 else -1)
    else: wrong += len(d) != len(keys)
    if step % 400 == 399: d = dict(d)
print(wrong, sum(d[keys[i]] == values[i] for i in range(len(keys))) == len(d) == len(keys))`;

describe("dicts against a model: str, interned, int, tuple and bytes keys, deletes and growth", () => {
  it.each([1, 7, 99])("seed %i", async (seed) => {
    expect(await print(dicts(seed, false))).toBe("0 True\n");
    expect(await print(dicts(seed, true))).toBe("0 True\n");
  });
});

const exceptions = `
def nested(n):
    if n == 0: raise ValueError('a' * 3 + str(n))
    try: return nested(n - 1)
    finally: junk = [str(n) * 3 for _ in range(3)]
for i in range(30):
    try: nested(i)
    except ValueError as e: print(e.args)
def gen():
    try:
        for i in range(4): yield 'v%d' % i
    finally: print('finally')
def delegate():
    yield from gen()
    yield 'd' * 3
print(list(delegate()))
g = gen()
next(g)
try: g.throw(KeyError('thr' + 'own'))
except KeyError as e: print(e.args)
def outer():
    kept = []
    def inner(k):
        nonlocal kept
        kept = kept + [k * 1.5]
        if k == 3: raise IndexError(str(kept))
        return kept
    return inner
f = outer()
try:
    for i in range(9): f(i)
except IndexError as e: print(e)
def returns():
    for i in range(3):
        try: return 'r' * 3
        finally: print('f%d' % i)
print(returns())
class Manager:
    def __enter__(self): return self
    def __exit__(self, kind, value, trace):
        print('exit', kind, str(value) * 2)
        return True
with Manager(): raise OSError('x' * 5)
try:
    try: raise KeyError('k' * 4)
    except KeyError as e: raise ValueError(str(e) + '!')
except ValueError as e: print(e)
`;

it("exceptions through nested calls, generators, closures and finally, with a collection at each allocation", async () => {
  const expected = await print(exceptions);
  expect(expected).toContain("finally");
  expect(await print(`import gc\ngc.threshold(1)\n${exceptions}`)).toBe(expected);
});
