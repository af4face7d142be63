// What holds for every form of the interpreter: in the calling thread, on Node's workers and on a browser's. Data only; play.ts runs it.
import type { Case, Options, Seen, Step } from "./play.js";

/** Stops that a program can bring about by itself, each after it has changed x. What is listed is what its error says. */
const change = "x[0] = 'changed'\ny = 1\n";
const stops: Record<string, { run: string; with?: Options; error: Record<string, unknown>; seen?: Seen }> = {
  fuel: {
    run: `${change}while True: pass`,
    with: { fuel: 50_000, timeoutMs: Infinity },
    error: { name: "FuelExhaustedError", code: "FUEL_EXHAUSTED", fuel: 50_000 },
    seen: { fuelUsed: 50_000, fuelRemaining: 0 },
  },
  "fuel, though it catches everything": {
    run: `${change}while True:\n  try:\n    while True: pass\n  except BaseException: pass\n  finally: continue`,
    with: { fuel: 50_000, timeoutMs: Infinity },
    error: { code: "FUEL_EXHAUSTED" },
  },
  time: {
    run: `${change}while True: pass`,
    with: { fuel: Infinity, timeoutMs: 30 },
    error: { name: "TimeoutError", code: "TIMEOUT", timeoutMs: 30 },
    seen: { fuelRemaining: Infinity },
  },
  "time, asleep": {
    run: `${change}import time\ntime.sleep(1000)`,
    with: { timeoutMs: 30 },
    error: { name: "TimeoutError", code: "TIMEOUT" },
  },
  memory: {
    run: `${change}z = 'a' * 100_000_000`,
    error: { name: "MemoryLimitError", code: "MEMORY_LIMIT", memoryBytes: 16_777_216 },
  },
  "memory, bit by bit": {
    run: `${change}z = []\nwhile True: z.append('a' * 100_000)`,
    with: { memoryBytes: 4_194_304 },
    error: { name: "MemoryLimitError", code: "MEMORY_LIMIT", memoryBytes: 4_194_304 },
  },
  output: {
    run: `${change}while True: print('é' * 10)`,
    with: { maxOutputBytes: 30, onOutputLimit: "stop" },
    error: { name: "OutputLimitError", code: "OUTPUT_LIMIT", maxOutputBytes: 30 },
    seen: { stdout: `${"é".repeat(10)}\n${"é".repeat(4)}`, stdoutTruncated: true },
  },
};

const raises = (name: string, run: string, details: Record<string, unknown>, seen: Seen = {}): Case => ({
  name: `errors: ${name}`,
  steps: [
    { run, gives: { ...seen, error: { name: "PythonError", code: "PYTHON_ERROR", state: "kept", ...details } } },
    { run: "'goes on'", gives: { value: "goes on" } },
  ],
});

const refuses = (name: string, step: Step, message?: string): Case => ({
  name: `errors: ${name} is refused, and changes nothing`,
  steps: [
    { run: "x = 1" },
    { ...step, gives: { error: { name: "UsageError", code: "USAGE", ...(message === undefined ? {} : { message }) } } },
    { run: "x", gives: { value: 1 } },
  ],
});

const machinery = `
class Counter:
  def __init__(self): self.n = 0
  def up(self):
    self.n += 1
    return self.n
def closure():
  k = 10
  def inner(d):
    nonlocal k
    k += d
    return k
  return inner
def squares():
  i = 0
  while True:
    yield i * i
    i += 1
import json
c, f, g = Counter(), closure(), squares()
c.up(); f(1); next(g); next(g)`;
const machineryGoesOn: Step = { run: "[c.up(), f(5), next(g), json.dumps([1])]", gives: { value: [2, 16, 4, "[1]"] } };

const snapshotError = (message: string): Seen => ({ error: { name: "SnapshotError", code: "SNAPSHOT", message } });
const key = new Uint8Array(16).fill(7);
const otherKey = new Uint8Array(16).fill(8);

const draw = "import random, time\n[random.randint(0, 10**6), random.random(), time.time()]";

export const cases: Case[] = [
  {
    name: "results: values cross as plain data, of exact types",
    steps: [
      {
        run: "[None, True, 1, 2**53, 2**70, 1.5, float('inf'), float('nan'), 'é😀', b'ab', (1, 2), {3}]",
        gives: {
          value: [
            null,
            true,
            1,
            2n ** 53n,
            2n ** 70n,
            1.5,
            Infinity,
            Number.NaN,
            "é😀",
            new Uint8Array([97, 98]),
            [1, 2],
            new Set([3]),
          ],
        },
      },
      { run: "{'__proto__': {'a': 1}}", gives: { value: Object.fromEntries([["__proto__", { a: 1 }]]) } },
      { run: "{1: 'x'}", gives: { value: new Map([[1, "x"]]), repr: "{1: 'x'}" } },
      { run: "None", gives: { value: null, repr: undefined } },
      { run: "object", gives: { value: undefined, repr: "<class 'object'>" } },
      { run: "x = 1", gives: { value: undefined, repr: undefined } },
    ],
  },
  {
    name: "results: output of both streams, kept and heard",
    steps: [
      {
        run: "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('é€😀', end='')",
        gives: {
          stdout: "out\né€😀",
          stderr: "err\n",
          stdoutBytes: 13,
          stderrBytes: 4,
          stdoutTruncated: false,
          heard: { stdout: "out\né€😀", stderr: "err\n" },
        },
      },
      {
        run: "print('long: ' + '€😀' * 1_300)",
        gives: { heard: { stdout: `long: ${"€😀".repeat(1_300)}\n`, stderr: "" } },
      },
    ],
  },
  {
    name: "results: output is never cut inside a character",
    steps: [
      {
        run: "print('é€😀')",
        with: { maxOutputBytes: 4 },
        gives: { stdout: "é", stdoutTruncated: true, stdoutBytes: 10, stderrTruncated: false },
      },
      { run: "print('é€😀')", with: { maxOutputBytes: 9 }, gives: { stdout: "é€😀", stdoutTruncated: true } },
    ],
  },
  {
    name: "results: output that is no UTF-8 keeps the limit as text",
    steps: [
      {
        run: "import sys\nn = sys.stdout.buffer.write(b'a' + 9 * b'\\xff')",
        with: { maxOutputBytes: 10 },
        gives: { stdout: "a\uFFFD\uFFFD\uFFFD", stdoutTruncated: true, stdoutBytes: 10 },
      },
      {
        run: "n = sys.stdout.buffer.write(b'a\\xff')",
        with: { maxOutputBytes: 4 },
        gives: { stdout: "a\uFFFD", stdoutTruncated: false, stdoutBytes: 2 },
      },
    ],
  },
  {
    name: "results: state stays from run to run",
    steps: [
      { run: "x = 10" },
      { run: "x += 5\nx * 2", gives: { value: 30, repr: "30" } },
      { run: new TextEncoder().encode("x"), gives: { value: 15 } },
    ],
  },
  {
    name: "results: call, set and get copy values in both directions",
    steps: [
      { set: "v", to: { list: [1, 2n ** 70n, "é", null], bytes: new Uint8Array([1, 2]) } },
      { run: "v['list'].append(len(v['bytes']))" },
      { get: "v", gives: { value: { list: [1, 2n ** 70n, "é", null, 2], bytes: new Uint8Array([1, 2]) } } },
      { run: "def f(a, *, b): return [a, b]" },
      { call: "f", args: [new Map([[1, "x"]])], kwargs: { b: 2.5 }, gives: { value: [new Map([[1, "x"]]), 2.5] } },
      { call: "g", gives: { error: { pythonType: "NameError", state: "kept" } } },
      { get: "w", gives: { error: { pythonType: "NameError" } } },
      { set: "v", to: () => 1, gives: { error: { code: "USAGE" } } },
      { run: "len(v['list'])", gives: { value: 5 } },
    ],
  },
  raises(
    "an exception",
    "def f():\n  raise ValueError('bad é', 1)\nprint('before')\nf()",
    {
      pythonType: "ValueError",
      pythonMessage: "('bad é', 1)",
      line: 2,
    },
    { stdout: "before\n" },
  ),
  raises("a class of the program's own", "class E(Exception): pass\nraise E('mine')", {
    pythonType: "E",
    message: "E: mine",
  }),
  raises("sys.exit()", "import sys\nsys.exit(3)", { pythonType: "SystemExit", pythonMessage: "3" }),
  raises("a syntax error", "def f(:", { pythonType: "SyntaxError", line: 1 }),
  {
    name: "errors: the traceback names the file",
    steps: [
      {
        run: "1/0",
        with: { filename: "cell.py" },
        gives: {
          error: {
            pythonType: "ZeroDivisionError",
            traceback:
              'Traceback (most recent call last):\n  File "cell.py", line 1, in <module>\nZeroDivisionError: division by zero\n',
          },
        },
      },
    ],
  },
  {
    name: "errors: an exception keeps what the program did before it",
    steps: [
      { run: "x = 1\n1/0", gives: { error: { state: "kept" } } },
      { run: "x", gives: { value: 1 } },
    ],
  },
  {
    name: "errors: recursion ends at recursionLimit, where Python can catch it",
    options: { recursionLimit: 100 },
    steps: [
      { run: "def down(n): return n and 1 + down(n - 1)\ndown(98)", gives: { value: 98 } },
      {
        run: "down(99)",
        gives: { error: { pythonType: "RecursionError", pythonMessage: "maximum recursion depth exceeded" } },
      },
      { run: "try: down(1000)\nexcept RuntimeError: 'caught'\n'on'", gives: { value: "on" } },
      { run: "x = []\nfor i in range(10_000): x = [x]\nrepr(x)", gives: { error: { pythonType: "RecursionError" } } },
      { run: "def f(x): return sorted([2, 1], key=f)\nf(0)", gives: { error: { pythonType: "RecursionError" } } },
    ],
  },
  {
    name: "errors: where recursionLimit is more than the thread's stack holds, that ends the run",
    needs: "small stack",
    options: { recursionLimit: 4_000 },
    steps: [
      { run: "x = ['kept']" },
      {
        run: `${change}def f(x): return sorted([2, 1], key=f)\nf(0)`,
        gives: { error: { name: "StackOverflowError", code: "STACK_OVERFLOW", state: "restored" } },
      },
      { run: "x", gives: { value: ["kept"] } },
    ],
  },
  refuses("source with a NUL", { run: "x = 2\0" }, "the source holds a NUL character at offset 5"),
  refuses("source that is no UTF-8", { run: new Uint8Array([0xff]) }, "the source is not UTF-8"),
  refuses("too much source", { run: "x = 2", with: { maxSourceBytes: 4 } }),
  refuses("a limit out of range", { run: "x = 2", with: { fuel: 0 } }),
  refuses("more memory than it was made with", { run: "x = 2", with: { memoryBytes: 33_554_432 } }),
  {
    name: "errors: run after close",
    steps: [
      { next: "close" },
      { run: "1", gives: { error: { name: "SessionClosedError", code: "SESSION_CLOSED" } } },
      { next: "close" },
    ],
  },
  {
    name: "limits: those of one run hold for that run only",
    options: { fuel: 10_000_000 },
    steps: [
      { run: "for i in range(10_000): pass", with: { fuel: 1_000 }, gives: { error: { fuel: 1_000 } } },
      { run: "for i in range(10_000): pass\ni", gives: { value: 9_999 } },
      {
        run: "def f(n): return n and 1 + f(n - 1)\nf(50)",
        with: { recursionLimit: 20 },
        gives: { error: { pythonType: "RecursionError" } },
      },
      { run: "f(50)", gives: { value: 50 } },
      { run: "z = 'a' * 6_000_000", with: { memoryBytes: 5_000_000 }, gives: { error: { memoryBytes: 5_000_000 } } },
      { run: "len('a' * 6_000_000)", gives: { value: 6_000_000 } },
      { run: "for i in range(10**9): pass", gives: { error: { fuel: 10_000_000 } } },
    ],
  },
  ...Object.entries(stops).map(([name, { run, with: options, error, seen }]): Case => ({
    name: `recovery: after a stop by ${name} all is as before the run`,
    steps: [
      { run: "x = ['kept']" },
      { run, with: options, gives: { ...seen, error: { state: "restored", ...error } } },
      { run: "x.append(1)\n[x, 'y' in globals()]", gives: { value: [["kept", 1], false] } },
      { run, with: options, gives: { error: { state: "restored" } } },
      { run: "x", gives: { value: ["kept", 1] } },
    ],
  })),
  {
    name: "recovery: after an abort all is as before the run",
    needs: "abort",
    options: { fuel: Infinity, timeoutMs: Infinity },
    steps: [
      { run: "x = ['kept']" },
      {
        run: `${change}print('go')\nwhile True: pass`,
        abort: "at the first output",
        gives: { error: { name: "AbortedError", code: "ABORTED", state: "restored", cause: "heard enough" } },
      },
      { run: "x.append(1)\n[x, 'y' in globals()]", gives: { value: [["kept", 1], false] } },
      {
        run: `${change}import time\nprint('go')\ntime.sleep(1000)`,
        abort: "at the first output",
        gives: { heard: { stdout: "go\n", stderr: "" }, error: { code: "ABORTED" } },
      },
      { run: "x", gives: { value: ["kept", 1] } },
    ],
  },
  {
    name: 'recovery: onTrap "close" leaves nothing behind a stop',
    options: { onTrap: "close", fuel: 10_000 },
    steps: [
      { run: "1/0", gives: { error: { state: "kept" } } },
      { run: "while True: pass", gives: { error: { state: "closed" } } },
      { run: "1", gives: { error: { code: "SESSION_CLOSED" } } },
    ],
  },
  {
    name: "snapshots: functions, classes, generators and modules go on where they were",
    steps: [{ run: machinery }, { next: "restore" }, machineryGoesOn],
  },
  {
    name: "snapshots: a fork goes on where its origin was",
    steps: [{ run: machinery }, { next: "fork" }, machineryGoesOn],
  },
  {
    name: "snapshots: after a stop a restored copy is as it was restored",
    options: { fuel: 100_000 },
    steps: [
      { run: "x = 1" },
      { next: "restore" },
      { run: "x = 2\nwhile True: pass", gives: { error: { state: "restored" } } },
      { run: "x", gives: { value: 1 } },
    ],
  },
  {
    name: "snapshots: what is damaged, signed otherwise or made under other limits is refused",
    steps: [
      { run: "x = 1" },
      { next: "restore", flip: 0, gives: { error: { code: "SNAPSHOT" } } },
      { next: "restore", flip: 60, gives: snapshotError("the snapshot is damaged") },
      { next: "restore", flip: -1, gives: snapshotError("the snapshot is damaged") },
      {
        next: "restore",
        sealed: { key },
        gives: snapshotError("the snapshot is signed; give the key that it was made with"),
      },
      { next: "restore", with: { key }, gives: snapshotError("the snapshot is not signed, but a key was given") },
      {
        next: "restore",
        sealed: { key },
        with: { key: otherKey },
        gives: snapshotError("the snapshot is damaged, or was signed with another key"),
      },
      { next: "restore", with: { memoryBytes: 8_388_608 }, gives: { error: { code: "SNAPSHOT" } } },
      { next: "restore", sealed: { key }, with: { key } },
      { run: "x", gives: { value: 1 } },
    ],
  },
  {
    name: "reset: forgets everything",
    steps: [
      { run: "x = 1\nimport json" },
      { next: "reset" },
      { run: "x", gives: { error: { pythonType: "NameError" } } },
      { run: "'json' in globals()", gives: { value: false } },
    ],
  },
  {
    name: "determinism: a seed and a clock that stands still",
    options: { random: { seed: 42 }, clock: { fixed: 86_400_000 } },
    steps: [
      // What the numbers are, the test compares between the forms.
      { run: draw },
      { run: "import time\ntime.sleep(1000)\ntime.time()", gives: { value: 86_400 } },
    ],
  },
  {
    name: "determinism: a clock that moves by steps, and with sleep",
    options: { clock: { start: 0, step: 500 } },
    steps: [{ run: "import time\na = time.time()\ntime.sleep(10)\n[a, time.time()]", gives: { value: [0, 10.5] } }],
  },
  {
    name: "determinism: a stopped run has taken no time",
    options: { clock: { start: 0, step: 1_000 }, fuel: 100_000 },
    steps: [
      { run: "import time" },
      { run: "time.time()\nwhile True: pass", gives: { error: { code: "FUEL_EXHAUSTED" } } },
      { run: "time.time()", gives: { value: 0 } },
    ],
  },
];
