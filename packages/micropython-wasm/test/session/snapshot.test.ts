import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Session, SnapshotError, UsageError } from "micropython-wasm";
import type { SessionOptions, SnapshotKey } from "micropython-wasm";

const headerBytes = 120;
const key = new Uint8Array(32).fill(7);

let small: Uint8Array<ArrayBuffer>;
let signed: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  await using session = await Session.create();
  await session.run("x = 10\ndef f(n): return n * x");
  small = await session.snapshot();
  signed = await session.snapshot({ key });
});

const open: Session[] = [];
async function restore(bytes: Uint8Array, options?: SessionOptions & SnapshotKey): Promise<Session> {
  const session = await Session.restore(bytes, options);
  open.push(session);
  return session;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((session) => session.close()));
});

async function refusal(bytes: Uint8Array, options?: SessionOptions & SnapshotKey): Promise<string> {
  const error: unknown = await restore(bytes, options).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(SnapshotError);
  expect(error).toMatchObject({ code: "SNAPSHOT" });
  return (error as SnapshotError).message;
}

describe("a session of 10,000 objects", () => {
  const program = `
import math, random
class Node:
    def __init__(self, value, next): self.value, self.next = value, next
    def total(self): return self.value + (self.next.total() if self.next else 0)
nodes = [Node(n, None) for n in range(10_000)]
chain = None
for n in range(100): chain = Node(n, chain)
big = {('key', n): [str(n), n * 1.5, n ** 10] for n in range(2_000)}
def counter():
    count = 0
    def add(n):
        nonlocal count
        count += n
        return count
    return add
add = counter()
add(5)
def generate():
    for n in range(100):
        yield n * n
gen = generate()
for _ in range(10): next(gen)
caught = None
try:
    1 / 0
except ZeroDivisionError as error:
    caught = error
`;
  const questions = [
    "[len(nodes), sum(node.value for node in nodes), chain.total(), type(chain).__name__]",
    "[len(big), sum(int(text) for text, _, _ in big.values()), big[('key', 1_999)][2]]",
    "[add(10), add(1)]",
    "[next(gen), next(gen)]",
    "[math.sqrt(2), isinstance(nodes[5], Node), str(caught), type(caught)]",
    "Node.total(nodes[-1])",
  ];
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "snapshot-"));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it("gives the same answers in another process", async () => {
    await using session = await Session.create();
    await session.run(program);
    const file = join(directory, "session.snapshot");
    await writeFile(file, await session.snapshot());
    const child = fileURLToPath(new URL("snapshot-child.mjs", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [child, file, ...questions]);
    const answers: unknown[] = [];
    for (const question of questions) answers.push((await session.run(question)).repr);
    expect(answers[2]).toBe("[15, 16]");
    expect(answers[3]).toBe("[100, 121]");
    expect(JSON.parse(stdout)).toEqual(answers);
  });
});

describe("a snapshot", () => {
  it("of a small state has less than 64 KB", () => {
    expect(small.length).toBeLessThan(64 * 1024);
  });

  it("can be restored more than once, and does not change by it", async () => {
    const before = small.slice();
    const [one, two] = [await restore(small), await restore(small)];
    await one.run("x = 11");
    expect((await two.run("f(2)")).value).toBe(20);
    expect(small).toEqual(before);
  });

  it("restored twice gives two sequences of random numbers, and with a seed the same one", async () => {
    const draw = async (options?: SessionOptions): Promise<unknown> =>
      (await (await restore(small, options)).run("import random\n[random.getrandbits(30) for _ in range(4)]")).value;
    expect(await draw()).not.toEqual(await draw());
    expect(await draw({ random: { seed: 5 } })).toEqual(await draw({ random: { seed: 5 } }));
  });

  it("is refused where one bit of its header is another", async () => {
    for (const bytes of [small, signed]) {
      const options = bytes === signed ? { key } : {};
      for (let at = 0; at < headerBytes; at++) {
        const damaged = bytes.with(at, bytes[at]! ^ (1 << (at % 8)));
        expect(await refusal(damaged, options), `byte ${at}`).toMatch(/snapshot/);
      }
    }
  });

  it("is refused where one bit of its content is another", async () => {
    for (let at = headerBytes; at < small.length; at += 13) {
      expect(await refusal(small.with(at, small[at]! ^ 0x10))).toContain("damaged");
    }
  });

  it("is refused where it is cut, or longer", async () => {
    for (const length of [0, 1, 8, headerBytes - 1, headerBytes, small.length - 1]) {
      await refusal(small.subarray(0, length));
    }
    await refusal(new Uint8Array([...small, 0]));
    await refusal(randomBytes(1_000));
  });

  it("needs the key that it was signed with", async () => {
    expect((await (await restore(signed, { key })).run("x")).value).toBe(10);
    expect(await refusal(signed, { key: key.with(0, 8) })).toContain("key");
    expect(await refusal(signed)).toContain("give the key");
    expect(await refusal(small, { key })).toContain("not signed");
    // without the key nobody makes a signed one plain
    expect(await refusal(rehash(signed.with(8, 0)), { key })).toContain("not signed");
  });

  it("of another build is refused, though its hash is right", async () => {
    expect(await refusal(rehash(small.with(50, small[50]! ^ 1)))).toContain("another build");
  });

  it("with another length of content than it says is refused, though its hash is right", async () => {
    for (const at of [116, 117, 119])
      expect(await refusal(rehash(small.with(at, small[at]! ^ 1)))).toContain("damaged");
  });

  it("with content that is random is refused, or cannot hurt, though its hash is right", async () => {
    const random = rehash(new Uint8Array([...small.subarray(0, headerBytes), ...randomBytes(2_000)]));
    expect(await refusal(random)).toContain("damaged");
  });

  it("goes on under the limits that it was made with, and under no others", async () => {
    await using session = await Session.create({ memoryBytes: 8 * 1024 * 1024, recursionLimit: 100 });
    const bytes = await session.snapshot();
    const later = await restore(bytes, { fuel: 1e6 });
    const deep = await later.run("def f(n): return n and f(n - 1)\nf(200)", { reject: false });
    expect(deep.error).toMatchObject({ pythonType: "RecursionError" });
    expect(await refusal(bytes, { memoryBytes: 16 * 1024 * 1024 })).toContain("memoryBytes 8388608, not 16777216");
    expect(await refusal(bytes, { recursionLimit: 1_000 })).toContain("recursionLimit 100, not 1000");
  });

  it("is not made of a session that runs, waits or is closed", async () => {
    const session = await Session.create({ fuel: Infinity, timeoutMs: Infinity });
    open.push(session);
    let running: Promise<unknown> | undefined;
    await new Promise<void>((started) => {
      running = session.run("print()\nwhile True: pass", { reject: false, onStdout: () => started() });
    });
    const waiting = session.run("1");
    await expect(session.snapshot()).rejects.toBeInstanceOf(SnapshotError);
    await expect(session.fork()).rejects.toBeInstanceOf(SnapshotError);
    session.interrupt();
    await Promise.all([running, waiting]);
    expect(await session.snapshot()).toBeInstanceOf(Uint8Array);
    await session.close();
    await expect(session.snapshot()).rejects.toBeInstanceOf(SnapshotError);
  });

  it("is not made of a session that a stopped run has closed", async () => {
    const session = await Session.create({ onTrap: "close", fuel: 100_000 });
    open.push(session);
    await session.run("while True: pass", { reject: false });
    await expect(session.snapshot()).rejects.toBeInstanceOf(SnapshotError);
  });

  it("is made under any time limit: that is one of runs", async () => {
    await using session = await Session.create();
    await session.run("keep = [bytearray(100_000) for _ in range(100)]\nx = 1");
    await using hasty = await Session.restore(await session.snapshot(), { timeoutMs: 1 });
    expect(await hasty.snapshot()).toBeInstanceOf(Uint8Array);
    await hasty.reset();
  });

  it("takes a key of at least 16 bytes, and bytes", async () => {
    await expect(Session.restore("text" as never)).rejects.toBeInstanceOf(UsageError);
    await expect(Session.restore(small, { key: "x".repeat(32) as never })).rejects.toBeInstanceOf(UsageError);
    await expect(Session.restore(small, { key: new Uint8Array(15) })).rejects.toBeInstanceOf(UsageError);
    await expect(Session.restore(small, { fuel: -1 })).rejects.toBeInstanceOf(UsageError);
  });
});

/** The same bytes with a hash that agrees with them: what somebody can do who has no key. */
function rehash(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const hash = createHash("sha256").update(copy.subarray(0, 12)).update(copy.subarray(44)).digest();
  copy.set(hash, 12);
  return copy;
}
