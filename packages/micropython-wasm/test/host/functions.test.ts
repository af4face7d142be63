import {
  HostFunctionError,
  Interpreter,
  UsageError,
  type HostFunctions,
  type InterpreterOptions,
} from "micropython-wasm";
import { describe, expect, it, onTestFinished } from "vitest";

async function create(hostFunctions: HostFunctions, options: InterpreterOptions = {}): Promise<Interpreter> {
  const interpreter = await Interpreter.create({ ...options, hostFunctions });
  onTestFinished(() => interpreter.close());
  return interpreter;
}

describe("what Python sees", () => {
  it("a builtin, which is no global", async () => {
    const interpreter = await create({ add: (a: number, b: number) => a + b });
    const { value } = interpreter.run("add(2, 3), 'add' in globals(), repr(add), add.__name__, callable(add)");
    expect(value).toEqual([5, false, "<host function add>", "add", true]);
    expect(interpreter.run("def add(a, b): return 'mine'\nadd(1, 2)").value).toBe("mine");
  });

  it("groups are modules, also inside groups", async () => {
    const interpreter = await create({ db: { query: (sql: string) => [sql], admin: { drop: () => "no" } } });
    for (const source of [
      "db.query('a'), db.admin.drop()",
      "import db\ndb.query('a'), db.admin.drop()",
      "import db.admin\ndb.query('a'), db.admin.drop()",
      "from db import query, admin\nquery('a'), admin.drop()",
      "from db import *\nquery('a'), admin.drop()",
      "import db as d\nfrom db.admin import drop\nd.query('a'), drop()",
    ])
      expect(interpreter.run(source).value, source).toEqual([["a"], "no"]);
    expect(interpreter.run("repr(db), repr(db.query)").value).toEqual(["<module 'db'>", "<host function db.query>"]);
  });

  it("keyword arguments are one last object without a prototype", async () => {
    const seen: unknown[][] = [];
    const interpreter = await create({ note: (...args: unknown[]) => void seen.push(args) });
    interpreter.run("note()\nnote(1, k=2)\nnote(**{'__proto__': 1, 'constructor': 2})");
    expect(seen.map((args) => args.length)).toEqual([0, 2, 1]);
    expect(seen[1]).toEqual([1, { k: 2 }]);
    expect(Object.getPrototypeOf(seen[2]![0])).toBe(null);
    expect(Object.entries(seen[2]![0] as object).toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
  });

  it("they may have the names of builtins", async () => {
    const interpreter = await create({ len: () => 7, open: () => "opened", isinstance: () => null, repr: () => "r" });
    expect(interpreter.run("len([]), open('x'), [1]")).toMatchObject({
      value: [7, "opened", [1]],
      repr: "(7, 'opened', [1])",
    });
  });

  it("they are there after a stop, a reset, in a fork and after a restore", async () => {
    const hostFunctions = { add: (a: number, b: number) => a + b, db: { one: () => 1 } };
    const interpreter = await create(hostFunctions);
    const works = (one: Interpreter): void => expect(one.run("import db\nadd(2, 3) + db.one()").value).toBe(6);
    expect(() => interpreter.run("while True: pass", { fuel: 100_000 })).toThrow("fuel");
    works(interpreter);
    interpreter.reset();
    works(interpreter);
    const fork = interpreter.fork();
    works(fork);
    const restored = await Interpreter.restore(await interpreter.snapshot(), { hostFunctions });
    works(restored);
    const plain = await Interpreter.create();
    const given = await Interpreter.restore(await plain.snapshot(), { hostFunctions });
    works(given);
    for (const one of [fork, restored, plain, given]) one.close();
  });
});

describe("errors", () => {
  const fail = (error: unknown) => () => {
    throw error;
  };

  it.each<[string, unknown, string]>([
    ["a built-in exception's name", new TypeError("wrong"), "TypeError: wrong"],
    ["another's", Object.assign(new Error("7"), { name: "KeyError" }), "KeyError: '7'"],
    ["no exception's name", new RangeError("far out"), "HostError: far out"],
    ["one that would end the program", Object.assign(new Error("bye"), { name: "SystemExit" }), "HostError: bye"],
    ["one that nobody catches", Object.assign(new Error("^C"), { name: "KeyboardInterrupt" }), "HostError: ^C"],
    ["a builtin that is no exception", Object.assign(new Error("x"), { name: "print" }), "HostError: x"],
    ["an odd name", Object.assign(new Error("x"), { name: "a b\0" }), "HostError: x"],
    ["no error", "just text", "HostError: just text"],
    ["nothing", undefined, "HostError: undefined"],
    ["no text at all", Object.create(null), "HostError: the host function failed"],
    ["half a pair", new Error("\ud800!"), "HostError: \ufffd!"],
    ["a path", new Error("cannot read /home/jo/.ssh/id_rsa"), "HostError: cannot read <path>"],
    [
      "a path in quotes",
      new Error("ENOENT: no such file, open '/srv/my app/x'"),
      "HostError: ENOENT: no such file, open '<path>'",
    ],
    ["a path of Windows", new Error("see C:\\Users\\jo\\x.txt!"), "HostError: see <path>"],
    ["a URL of a file", new Error("in file:///srv/app.js:3:1"), "HostError: in <path>"],
    ["other slashes", new Error("1/2, a/b, https://example.com/a/b"), "HostError: 1/2, a/b, https://example.com/a/b"],
    ["a stack", new Error("bad\n    at f (/srv/app.js:1:1)\n    at g (/srv/b.js:1:1)"), "HostError: bad"],
  ])("with %s", async (_, error, message) => {
    const interpreter = await create({ fail: fail(error) });
    expect(() => interpreter.run("fail()")).toThrow(
      expect.objectContaining({ constructor: HostFunctionError, message, line: 1 }),
    );
    expect(interpreter.run("try: fail()\nexcept Exception as e: print(type(e).__name__)").stdout).toBe(
      `${message.split(":")[0]}\n`,
    );
  });

  it("messages are short", async () => {
    const interpreter = await create({ fail: fail(new Error("x".repeat(10_000_000))) });
    expect(interpreter.run("try: fail()\nexcept HostError as e: n = len(str(e))\nn").value).toBe(500);
  });

  it("tracebacks hold the program's frames only", async () => {
    const interpreter = await create({ fail: fail(new Error("no")) });
    expect(() => interpreter.run("def f():\n    fail()\nf()")).toThrow(
      expect.objectContaining({
        line: 2,
        traceback:
          'Traceback (most recent call last):\n  File "<string>", line 3, in <module>\n  File "<string>", line 2, in f\nHostError: no\n',
      }),
    );
  });

  it.each<[string, unknown, string]>([
    [
      "a Date",
      { rows: [{ when: new Date() }] },
      'the answer of f()["rows"][0]["when"] is a Date; pass it as a string, a number or a plain object',
    ],
    ["a function", () => 1, "the answer of f() is a function; only plain data can cross"],
  ])("an answer that is %s", async (_, answer, message) => {
    const interpreter = await create({ f: () => answer });
    expect(() => interpreter.run("f()")).toThrow(`TypeError: ${message}`);
  });

  it("an answer that is a promise", async () => {
    const interpreter = await create({ f: () => Promise.reject(new Error("late")) });
    expect(() => interpreter.run("f()")).toThrow(
      "TypeError: f() returned a promise; an Interpreter cannot wait, a Session can",
    );
  });

  it.each([
    ["f(len)", "TypeError: argument 1 is of type 'function'; only plain data can cross"],
    ["f(1, [{'a': len}])", `TypeError: argument 2[0]["a"] is of type 'function'; only plain data can cross`],
    ["f(k=[len])", "TypeError: argument k[0] is of type 'function'; only plain data can cross"],
    ["a = []\na.append(a)\nf(a)", "TypeError: argument 1[0][0][0][0][0][0][0][0]… is nested deeper than 100"],
  ])("an argument that cannot cross: %s", async (source, message) => {
    let called = 0;
    const interpreter = await create({ f: () => called++ });
    expect(() => interpreter.run(source)).toThrow(message);
    expect(called).toBe(0);
  });
});

describe("limits", () => {
  it("maxHostCalls raises HostError, again in the next run", async () => {
    const interpreter = await create({ f: () => 1 }, { maxHostCalls: 3 });
    const source = "n = 0\ntry:\n    while True: n += f()\nexcept HostError as e: print(e)\nn";
    for (let run = 0; run < 2; run++) {
      const { stdout, value, hostCalls } = interpreter.run(source);
      expect([stdout, value, hostCalls.length]).toEqual(["more than 3 host calls in one run (maxHostCalls)\n", 3, 3]);
    }
    expect(interpreter.run("f(), f()", { maxHostCalls: 2 }).value).toEqual([1, 1]);
  });

  it("code that goes on after that ends with its fuel", async () => {
    const interpreter = await create({ f: () => 1 }, { maxHostCalls: 3 });
    const source = "while True:\n    try: f()\n    except HostError: pass";
    expect(() => interpreter.run(source, { fuel: 1_000_000 })).toThrow(
      expect.objectContaining({ code: "FUEL_EXHAUSTED" }),
    );
  });

  it("maxHostResultBytes raises HostError", async () => {
    const interpreter = await create({ f: (n: number) => "x".repeat(n) }, { maxHostResultBytes: 1024 });
    expect(interpreter.run("len(f(1000))").value).toBe(1_000);
    expect(() => interpreter.run("f(1024)")).toThrow(
      "HostError: the answer of f() has more than 1024 bytes (maxHostResultBytes)",
    );
    expect(() => interpreter.run("f(2 ** 28)")).toThrow("HostError: the answer of f()");
  });

  it("a call costs 1,000 units and one for 8 bytes, the same every time", async () => {
    const used = async (answer: string, argument: string): Promise<number> => {
      const interpreter = await create({ f: () => answer });
      return interpreter.run(`f('${argument}')\nNone`).fuelUsed;
    };
    const least = await used("", "");
    expect(least).toBeGreaterThan(1_000);
    expect(await used("", "")).toBe(least);
    expect((await used("x".repeat(8_000), "")) - least).toBeGreaterThan(1_000);
    expect((await used("", "x".repeat(8_000))) - least).toBeGreaterThan(1_000);
  });

  it("the deadline ends a run after a slow function", async () => {
    const slow = (): void => {
      const end = performance.now() + 60;
      while (performance.now() < end);
    };
    const interpreter = await create({ slow }, { timeoutMs: 50 });
    expect(() => interpreter.run("slow()\nprint('never')")).toThrow(expect.objectContaining({ code: "TIMEOUT" }));
  });
});

describe("what a result says", () => {
  it("the calls in order, also where the run failed", async () => {
    const interpreter = await create({
      good: () => 1,
      db: {
        bad: () => {
          throw new Error("no");
        },
      },
    });
    const calls = [
      { name: "good", ok: true, durationMs: expect.any(Number), bytes: 5 },
      { name: "db.bad", ok: false, durationMs: expect.any(Number), bytes: expect.any(Number) },
    ];
    expect(() => interpreter.run("good()\ndb.bad()")).toThrow(
      expect.objectContaining({ result: expect.objectContaining({ hostCalls: calls }) }),
    );
    expect(interpreter.run("1").hostCalls).toEqual([]);
  });

  it("at most 1,000 of them", async () => {
    const interpreter = await create({ f: (n: number) => n });
    const { hostCalls, value } = interpreter.run("sum(f(n) for n in range(1500))");
    expect([hostCalls.length, value]).toEqual([1_000, (1_499 * 1_500) / 2]);
  });

  it("output that was printed before a call is heard before the call", async () => {
    const events: string[] = [];
    const interpreter = await create(
      { f: () => void events.push("called") },
      { onStdout: (text) => events.push(text) },
    );
    interpreter.run("print('before', end='')\nf()\nprint('after', end='')");
    expect(events).toEqual(["before", "called", "after"]);
  });
});

describe("misuse", () => {
  it.each<[string, HostFunctions, string]>([
    ["no name", { "a b": () => 1 }, 'hostFunctions["a b"] must be a Python name; got "a b"'],
    [
      "a keyword in a group",
      { db: { class: () => 1 } },
      'hostFunctions["db.class"] must be a Python name; got "class"',
    ],
    ["two underscores", { __value__: () => 1 }, "hostFunctions: the name __value__ begins with two underscores"],
    ["no function", { f: 1 as unknown as () => unknown }, "hostFunctions: f is no function"],
  ])("%s is a UsageError", async (_, functions, message) => {
    const created = Interpreter.create({ hostFunctions: functions });
    await expect(created).rejects.toThrow(UsageError);
    await expect(created).rejects.toThrow(message);
  });

  it("more functions than there is room for are a UsageError", async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`function_${i}`, () => i]));
    await expect(Interpreter.create({ hostFunctions: many, memoryBytes: 4 * 1024 * 1024 })).rejects.toThrow(
      "the 20000 host functions cannot be defined in 4194304 bytes",
    );
  });

  it("a group that holds itself is a UsageError", async () => {
    const group: { [name: string]: HostFunctions } = {};
    group["again"] = group;
    await expect(Interpreter.create({ hostFunctions: group })).rejects.toThrow("nested deeper than 8 groups");
  });

  it.each<[string, (interpreter: Interpreter) => unknown]>([
    ["run", (interpreter) => interpreter.run("1")],
    ["call", (interpreter) => interpreter.call("len", [[]])],
    ["set", (interpreter) => interpreter.set("x", 1)],
    ["get", (interpreter) => interpreter.get("x")],
  ])("a function may not %s", async (_, use) => {
    let caught: unknown;
    const interpreter = await create({
      f: () => {
        try {
          use(interpreter);
        } catch (error) {
          caught = error;
        }
        return 1;
      },
    });
    expect(interpreter.run("f()").value).toBe(1);
    expect(caught).toBeInstanceOf(UsageError);
    expect(String(caught)).toContain("is running");
  });

  it("a function that closes the interpreter ends the run", async () => {
    const interpreter = await create({ f: () => interpreter.close() });
    expect(() => interpreter.run("f()\nprint('never')")).toThrow(expect.objectContaining({ code: "ABORTED" }));
  });
});

describe("a guest that asks the host directly", () => {
  it.each([
    "None",
    "5",
    "()",
    "('call',)",
    "('call', 'f', (), 1)",
    "('call', 5, (), {})",
    "('call', 'f', 1, {})",
    "('call', 'f', (), {1: 2})",
    "('steal', 'f', (), {})",
    "{'call': 1}",
    "['call', b'f', [], {}]",
  ])("%s is answered with an error", async (request) => {
    let called = 0;
    const interpreter = await create({ f: () => called++ });
    expect(interpreter.run(`__host__(${request})`).value).toEqual(["TypeError", "the host knows no such request"]);
    expect(called).toBe(0);
  });

  it.each(["g", "toString", "__proto__", "constructor", "db", "db.", ".f", "f.f"])(
    "there is no function %s",
    async (name) => {
      const interpreter = await create({ f: () => 1, db: { f: () => 2 } });
      expect(interpreter.run(`__host__(('call', '${name}', (), {}))`).value).toEqual([
        "NameError",
        `there is no host function '${name}'`,
      ]);
    },
  );

  it("input is given once, and only to the run that it is for", async () => {
    const interpreter = await create({ f: () => 1 });
    expect(interpreter.run("__host__(('input',))").value).toBe(null);
    interpreter.run("def f(secret): return __host__(('input',))");
    expect(interpreter.call("f", ["s3cret"]).value).toBe(null);
  });

  it("without host functions there is nothing to call", async () => {
    const interpreter = await Interpreter.create();
    expect(interpreter.run("__host__(('call', 'f', (), {}))").value).toEqual([
      "NameError",
      "there is no host function 'f'",
    ]);
    interpreter.close();
  });
});
