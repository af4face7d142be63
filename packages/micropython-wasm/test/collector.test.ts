import { Interpreter } from "micropython-wasm";
import { describe, expect, it } from "vitest";

/** More than 16 MiB of garbage each, of which little is alive at any time. */
const programs: Record<string, { source: string; value: unknown }> = {
  "5 million float operations": {
    source: "x = 0.0\nfor i in range(5000000): x += 0.5\nx",
    value: 2_500_000,
  },
  "200 rounds of 2,000 strings": {
    source: "for r in range(200): texts = [str(i) + 'x' * 20 for i in range(2000)]\nlen(texts), texts[-1]",
    value: [2_000, `1999${"x".repeat(20)}`],
  },
  "200 rounds of 2,000 dicts": {
    source: "for r in range(200): dicts = [{'n': i, 'r': r} for i in range(2000)]\nsum(d['n'] + d['r'] for d in dicts)",
    value: 2_000 * 199 + 1_999_000,
  },
  "200 rounds of 2,000 objects": {
    source: `
class Node:
    def __init__(self, n, other): self.n, self.other, self.me = n, other, self
for r in range(200):
    nodes = [Node(i, None) for i in range(2000)]
    for a in range(1999): nodes[a].other = nodes[a + 1]
sum(n.me.n for n in nodes)`,
    value: 1_999_000,
  },
  "a list that grows and shrinks": {
    source: "kept = []\nfor r in range(100):\n  kept.extend(range(20000))\n  del kept[100:]\nlen(kept), kept[99]",
    value: [100, 99],
  },
};

describe("garbage is collected in the middle of a run, inside 16 MiB", () => {
  it.each(Object.entries(programs).map(([name, program]) => ({ name, ...program })))("$name", async (program) => {
    const memoryBytes = 16 * 1024 * 1024;
    const interpreter = await Interpreter.create({ memoryBytes, fuel: Infinity, timeoutMs: Infinity });
    // Twice: what the first run leaves must not fill the memory of the second.
    for (let run = 0; run < 2; run++) expect(interpreter.run(program.source).value).toEqual(program.value);
    expect(interpreter.memoryBytes).toBeLessThanOrEqual(memoryBytes);
    interpreter.close();
  });
});

it("a collection goes over memory once: what the image holds does not fill the collector's stack", async () => {
  const interpreter = await Interpreter.create();
  // memory of this size is 400,000 units to go over
  interpreter.run("import gc\nx = 'x' * 6000000\nx = None\ngc.collect()");
  expect(interpreter.run("gc.collect()").fuelUsed).toBeLessThan(100_000);
});

it("a locked heap gives nothing, and works again when it is unlocked", async () => {
  const interpreter = await Interpreter.create();
  const { value } = interpreter.run(`
import micropython
micropython.heap_lock()
try:
    found = [1, 2]
except MemoryError:
    found = None
micropython.heap_unlock()
found, [3, 4]
`);
  expect(value).toEqual([null, [3, 4]]);
  interpreter.close();
});

it("a long list does not fill the collector's stack either", async () => {
  const interpreter = await Interpreter.create({ memoryBytes: 64 * 1024 * 1024, fuel: Infinity });
  interpreter.run("import gc\ntexts = [str(i) for i in range(100000)]\ngc.collect()");
  // 225,000 blocks are in use; going over them twice took 700,000 units
  expect(interpreter.run("gc.collect()").fuelUsed).toBeLessThan(550_000);
  interpreter.close();
});

it.each([1, 2, 3])("what is alive is kept whole, of any size and in any order (seed %i)", async (seed) => {
  const interpreter = await Interpreter.create({ memoryBytes: 32 * 1024 * 1024, fuel: Infinity, timeoutMs: Infinity });
  const { value } = interpreter.run(`
import gc, random
random.seed(${seed})
kept, lost = {}, 0
for i in range(3000):
    # from one block to over 300, so that objects begin and end anywhere in the words of the allocation table
    size = random.choice((random.randint(1, 40), random.randint(1, 600), random.randint(1, 5000)))
    kept[i] = [i, bytes([i & 255]) * size, {"size": size}]
    if len(kept) > 150:
        for key in random.sample(sorted(kept), random.randint(1, 60)): del kept[key]
    if i % 20 == 0: gc.collect()
for key, (number, data, about) in kept.items():
    if number != key or data != bytes([key & 255]) * about["size"]: lost += 1
free = gc.mem_free()
kept = None
gc.collect()
lost, gc.mem_free() > free
`);
  expect(value).toEqual([0, true]);
  interpreter.close();
});

it("an object tree that is deeper and wider than the collector's stack is kept whole", async () => {
  const interpreter = await Interpreter.create({ memoryBytes: 64 * 1024 * 1024, fuel: Infinity, timeoutMs: Infinity });
  const source = `
import gc
tree = [[[str(i * 10000 + j * 100 + k) for k in range(30)] for j in range(100)] for i in range(30)]
chain = None
for i in range(20000): chain = [chain, str(i)]
gc.collect()
texts = [str(i) for i in range(20000)]
n = 0
while chain: chain, text = chain; n += int(text)
n, all(tree[i][j][k] == str(i * 10000 + j * 100 + k) for i in range(30) for j in range(100) for k in range(30))
`;
  expect(interpreter.run(source).value).toEqual([199_990_000, true]);
  interpreter.close();
});
