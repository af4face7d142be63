import { toStandardJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import {
  type AnyHostFunction,
  type HostCallContext,
  type HostCallEvent,
  HostFunctionError,
  hostFunction,
  Interpreter,
  type InterpreterOptions,
  PythonError,
  UsageError,
} from "micropython-wasm";
import * as v from "valibot";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";

async function create(f: AnyHostFunction, options: InterpreterOptions = {}): Promise<Interpreter> {
  const interpreter = await Interpreter.create({ ...options, hostFunctions: { f } });
  onTestFinished(() => interpreter.close());
  return interpreter;
}

/** What the handler saw in a call, or the error in Python. */
async function callWith(f: (seen: unknown[]) => AnyHostFunction, source: string): Promise<unknown> {
  const seen: unknown[] = [];
  const interpreter = await create(f(seen));
  try {
    interpreter.run(source);
    return seen[0];
  } catch (error) {
    expect(error).toBeInstanceOf(PythonError);
    expect(seen).toEqual([]);
    return (error as PythonError).message;
  }
}

const handler =
  (seen: unknown[]) =>
  (args: object): void =>
    void seen.push({ ...args });

// The same function, described by each library.
const libraries: [string, (seen: unknown[]) => AnyHostFunction][] = [
  [
    "zod",
    (seen) =>
      hostFunction({
        parameters: z.object({ id: z.int(), name: z.string().default("none"), tags: z.array(z.string()).optional() }),
        handler: handler(seen),
      }),
  ],
  [
    "valibot",
    (seen) =>
      hostFunction({
        parameters: toStandardJsonSchema(
          v.object({
            id: v.pipe(v.number(), v.integer()),
            name: v.optional(v.string(), "none"),
            tags: v.optional(v.array(v.string())),
          }),
        ),
        handler: handler(seen),
      }),
  ],
  [
    "valibot with names",
    (seen) =>
      hostFunction({
        parameters: v.object({
          id: v.pipe(v.number(), v.integer()),
          name: v.nullish(v.string(), "none"),
          tags: v.optional(v.array(v.string())),
        }),
        parameterNames: ["id", "name", "tags"],
        handler: handler(seen),
      }),
  ],
  [
    "arktype",
    (seen) =>
      hostFunction({
        parameters: type({ id: "number.integer", name: "string = 'none'", "tags?": "string[]" }),
        parameterNames: ["id", "name", "tags"],
        handler: handler(seen),
      }),
  ],
];

describe.each(libraries)("a schema of %s", (library, f) => {
  it.each<[string, unknown]>([
    ["f(1)", { id: 1, name: "none" }],
    ["f(1, 'a', ['x'])", { id: 1, name: "a", tags: ["x"] }],
    ["f(tags=['x'], id=1)", { id: 1, name: "none", tags: ["x"] }],
    ["f(*[1], **{'name': 'b'})", { id: 1, name: "b" }],
    ["f()", "TypeError: f() missing 1 required positional argument: 'id'"],
    ["f(name='a')", "TypeError: f() missing 1 required positional argument: 'id'"],
    ["f(1, id=2)", "TypeError: f() got multiple values for argument 'id'"],
    ["f(1, verbose=True)", "TypeError: f() got an unexpected keyword argument 'verbose'"],
    ["f(1, **{'__proto__': 1})", "TypeError: f() got an unexpected keyword argument '__proto__'"],
    ["f(1, toString=1)", "TypeError: f() got an unexpected keyword argument 'toString'"],
  ])("%s", async (source, outcome) => expect(await callWith(f, source)).toEqual(outcome));

  it("takes as many positional arguments as it has parameters", async () => {
    // only where the schema says what is required can the error say so
    const takes = library === "valibot with names" ? /takes (3|from 0 to 3)/ : /takes from 1 to 3/;
    expect(await callWith(f, "f(1, 'a', [], 4)")).toMatch(takes);
    expect(await callWith(f, "f(1, 'a', [], 4)")).toMatch(/positional arguments but 4 were given$/);
  });

  it("an argument of the wrong type names its parameter", async () => {
    expect(await callWith(f, "f('one')")).toMatch(/^(TypeError|ValueError): f\(\) argument 'id': .+$/);
    expect(await callWith(f, "f(1, tags=['a', 2])")).toMatch(/^ValueError: f\(\) argument 'tags'\[1\]: .+$/);
    expect(await callWith(f, "f('one', 2, 3)")).toMatch(/\(and 2 more\)$/);
  });
});

describe("arguments", () => {
  const zod = (shape: z.ZodRawShape) => (seen: unknown[]) =>
    hostFunction({ parameters: z.object(shape), handler: handler(seen) });

  it.each<[string, z.ZodRawShape, string, unknown]>([
    ["none", {}, "f(1)", "TypeError: f() takes 0 positional arguments but 1 was given"],
    ["one", { a: z.int() }, "f(1, 2)", "TypeError: f() takes 1 positional argument but 2 were given"],
    [
      "two missing",
      { a: z.int(), b: z.int() },
      "f()",
      "TypeError: f() missing 2 required positional arguments: 'a' and 'b'",
    ],
    [
      "three missing",
      { a: z.int(), b: z.int(), c: z.int() },
      "f()",
      "TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'",
    ],
    [
      "a required one behind an optional one is keyword-only",
      { a: z.int().optional(), b: z.int() },
      "f(1)",
      "TypeError: f() missing 1 required keyword-only argument: 'b'",
    ],
    ["and is given by its name", { a: z.int().optional(), b: z.int() }, "f(b=1)", { b: 1 }],
    ["None for a default", { a: z.int().default(5) }, "f(None)", { a: 5 }],
    ["None for an optional one", { a: z.int().optional() }, "f(a=None)", {}],
    ["None where it is a value", { a: z.int().nullable().default(5) }, "f(None)", { a: null }],
    [
      "None where a value is needed",
      { a: z.int() },
      "f(None)",
      "TypeError: f() argument 'a': Invalid input: expected number, received null",
    ],
    [
      "a choice",
      { a: z.enum(["x", "y"]) },
      "f('z')",
      `ValueError: f() argument 'a': Invalid option: expected one of "x"|"y"`,
    ],
    ["a range", { a: z.int().max(9) }, "f(10)", "ValueError: f() argument 'a': Too big: expected number to be <=9"],
    ["a coercion", { a: z.coerce.number() }, "f('12')", { a: 12 }],
    ["a transformation", { a: z.string().transform((text) => new Date(text).getTime()) }, "f('1970-01-01')", { a: 0 }],
    ["bytes", { a: z.instanceof(Uint8Array) }, "f(b'abc')", { a: Uint8Array.of(97, 98, 99) }],
    ["a big integer", { a: z.bigint() }, "f(2**70)", { a: 2n ** 70n }],
    ["a set", { a: z.set(z.int()) }, "f({1, 2})", { a: new Set([1, 2]) }],
    ["a dict that pollutes", { a: z.record(z.string(), z.int()) }, "f({'__proto__': 1, 'a': 2})", { a: { a: 2 } }],
  ])("%s", async (_, shape, source, outcome) => {
    expect(await callWith(zod(shape), source)).toEqual(outcome);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("a message is one line, however long its schema's is", async () => {
    const parameters = z.object({ a: z.string().refine(() => false, `first\n  second\t${"x".repeat(10_000)}`) });
    const interpreter = await create(hostFunction({ parameters, handler: () => 1 }));
    const { value } = interpreter.run("try: f('')\nexcept ValueError as e: text = str(e)\ntext");
    expect(value).toMatch(/^f\(\) argument 'a': first second x+$/);
    expect((value as string).length).toBe(500);
  });

  it("of the whole object", async () => {
    const parameters = z.object({ low: z.int(), high: z.int() }).refine(({ low, high }) => low <= high, "low > high");
    const interpreter = await create(hostFunction({ parameters, handler: () => 1 }));
    expect(() => interpreter.run("f(2, 1)")).toThrow("ValueError: f() arguments: low > high");
  });

  it("names behind a star are keyword-only", async () => {
    const parameters = z.object({ id: z.int(), verbose: z.boolean().default(false) });
    const interpreter = await create(
      hostFunction({ parameters, parameterNames: ["id", "*", "verbose"], handler: ({ verbose }) => verbose }),
    );
    expect(interpreter.run("f(1, verbose=True)").value).toBe(true);
    expect(() => interpreter.run("f(1, True)")).toThrow("f() takes 1 positional argument but 2 were given");
    expect(() => interpreter.run("f(1, 2, verbose=True)")).toThrow(
      "f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given",
    );
  });
});

describe("what cannot be described", () => {
  it.each<[string, () => unknown, string]>([
    [
      "valibot without names",
      () => hostFunction({ parameters: v.object({ a: v.any() }), handler: () => 1 }),
      "wrap it in toStandardJsonSchema() of @valibot/to-json-schema, or give them: parameterNames",
    ],
    [
      "arktype without order",
      () => hostFunction({ parameters: type({ b: "string", a: "string" }), handler: () => 1 }),
      "arktype sorts the keys",
    ],
    [
      "no object",
      () => hostFunction({ parameters: z.string() as never, handler: () => 1 }),
      "must be the schema of an object",
    ],
    [
      "a name that Python has not",
      () => hostFunction({ parameters: z.object({ "a b": z.any() }), handler: () => 1 }),
      'the name of a parameter must be a Python name; got "a b"',
    ],
    [
      "a name twice",
      () => hostFunction({ parameters: z.object({ a: z.any() }), parameterNames: ["a", "a"], handler: () => 1 }),
      "stands twice",
    ],
    [
      "names without a schema",
      () => hostFunction({ parameterNames: ["a"], handler: () => 1 }),
      "parameterNames need parameters",
    ],
    [
      "no schema",
      () => hostFunction({ parameters: { a: 1 } as never, handler: () => 1 }),
      "must be a schema that follows Standard Schema",
    ],
    ["no handler", () => hostFunction({} as never), "handler must be a function"],
    ["no options", () => hostFunction(undefined as never), "the options must be an object"],
  ])("%s is a UsageError", (_, make, message) => {
    expect(make).toThrow(UsageError);
    expect(make).toThrow(message);
  });
});

describe("the answer", () => {
  const returns = z.object({ id: z.int() });

  it("is what `returns` makes of it", async () => {
    const interpreter = await create(
      hostFunction({ returns, handler: () => ({ id: 1, password: "secret" }) as { id: number } }),
    );
    expect(interpreter.run("f()").value).toEqual({ id: 1 });
  });

  it("that does not fit is the host's fault: details in the audit only", async () => {
    const events: HostCallEvent[] = [];
    const f = hostFunction({ returns, handler: () => ({ id: "secret" }) as never });
    const interpreter = await create(f, { onHostCall: (event) => events.push(event) });
    expect(() => interpreter.run("f()")).toThrow(
      "HostError: the answer of f() is not what it declares; this is a fault of the host, not of the call",
    );
    const { cause } = events[0]!.error as Error;
    expect(String(cause)).toBe(`TypeError: the answer["id"] of f(): Invalid input: expected number, received string`);
  });
});

describe("the context", () => {
  it("says who calls whom", async () => {
    const interpreter = await Interpreter.create({
      id: "alice",
      hostFunctions: { db: { who: hostFunction({ handler: (_, { name, session }) => [name, session] }) } },
    });
    expect(interpreter.run("db.who()").value).toEqual(["db.who", "alice"]);
    interpreter.close();
  });

  it("charges fuel, also more than there is", async () => {
    const f = hostFunction({
      parameters: z.object({ fuel: z.any() }),
      handler: ({ fuel }, { charge }) => charge(fuel as number),
    });
    const interpreter = await create(f, { rollback: true });
    const used = (fuel: number): number => interpreter.run(`f(${fuel})\nNone`).fuelUsed;
    used(20_000);
    const difference = used(70_000) - used(10_000);
    expect(difference).toBeGreaterThan(59_900);
    expect(difference).toBeLessThan(62_000);
    interpreter.run("x = 1");
    expect(() => interpreter.run("x = 2\ntry: f(10**12)\nexcept BaseException: pass")).toThrow(
      expect.objectContaining({ code: "FUEL_EXHAUSTED", state: "restored" }),
    );
    expect(interpreter.get("x")).toBe(1);
    expect(() => interpreter.run("f(-1)")).toThrow("charge() takes a whole number of units, 0 or more; got -1");
  });

  it("its signal does not fire in a run that ends well", async () => {
    let context: HostCallContext | undefined;
    const interpreter = await create(hostFunction({ handler: (_, given) => void (context = given) }));
    interpreter.run("f()");
    expect(context!.signal.aborted).toBe(false);
  });
});

describe("an error of a host function", () => {
  class Broken extends Error {
    override readonly name = "Broken";
  }
  const broken = new Broken("no luck in /home/jo/db.sqlite");
  const fail = hostFunction({
    parameters: z.object({ how: z.string().default("throw") }),
    handler: () => {
      throw broken;
    },
  });

  it("that Python does not catch reaches the caller as it was", async () => {
    const interpreter = await create(fail);
    let caught: unknown;
    try {
      interpreter.run("def g():\n    f()\nprint('before')\ng()");
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(HostFunctionError);
    expect(caught).toBeInstanceOf(PythonError);
    expect(caught).toMatchObject({
      name: "HostFunctionError",
      code: "HOST_FUNCTION",
      functionName: "f",
      message: "HostError: no luck in <path>",
      pythonType: "HostError",
      line: 2,
      state: "kept",
      result: { stdout: "before\n" },
    });
    expect((caught as Error).cause).toBe(broken);
  });

  it("also where Python raises it again later", async () => {
    const interpreter = await create(fail);
    const source = "try: f()\nexcept HostError as e: kept = e\nlen('other work')\nraise kept";
    expect(() => interpreter.run(source)).toThrow(expect.objectContaining({ code: "HOST_FUNCTION", cause: broken }));
    expect(() => interpreter.run("raise kept")).toThrow(expect.objectContaining({ code: "PYTHON_ERROR" }));
  });

  it.each(["raise ValueError('mine')", "try: f()\nexcept HostError: raise ValueError('mine')", "f(1)", "nope()"])(
    "is not one of Python's own: %s",
    async (source) => {
      const interpreter = await create(fail);
      expect(() => interpreter.run(source)).toThrow(expect.objectContaining({ code: "PYTHON_ERROR" }));
    },
  );
});

describe("the audit", () => {
  it("hears every call: what was refused, too", async () => {
    const events: HostCallEvent[] = [];
    const f = hostFunction({
      parameters: z.object({ a: z.int() }),
      handler: ({ a }) => {
        if (a > 1) throw new RangeError("too much");
        return a;
      },
    });
    const interpreter = await create(f, { id: "s", maxHostCalls: 5, onHostCall: (event) => events.push(event) });
    const quietly = (call: string): string => `try: ${call}\nexcept Exception: pass\n`;
    interpreter.run(
      ["f(1)", "f(2)", "f('x')", "f()", "__host__(('call', 'g', (), {}))", "f(1)", "f(1)"].map(quietly).join(""),
    );
    expect(events.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["f", "ok"],
      ["f", "error"],
      ["f", "refused"],
      ["f", "refused"],
      ["g", "refused"],
      // of those beyond maxHostCalls only the first
      ["f", "refused"],
    ]);
    expect(events[0]).toEqual({
      name: "f",
      session: "s",
      requestBytes: expect.any(Number),
      resultBytes: 5,
      durationMs: expect.any(Number),
      outcome: "ok",
    });
    expect(events[1]!.error).toBeInstanceOf(RangeError);
    expect(String(events[5]!.error)).toBe("HostError: more than 5 host calls in one run (maxHostCalls)");
  });

  it.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("audit");
      },
    ],
    ["rejects", () => Promise.reject(new Error("audit"))],
  ])("a listener that %s does not disturb the run", async (_, onHostCall) => {
    const interpreter = await create(() => 1, { onHostCall });
    expect(interpreter.run("f()").value).toBe(1);
  });
});

describe("a function that is defined later", () => {
  it("is there from then on: after a stop, a reset, in a fork", async () => {
    const interpreter = await create(() => 1, { rollback: true });
    expect(() => interpreter.run("g()")).toThrow("NameError");
    interpreter.defineFunction("g", () => 2);
    interpreter.defineFunction("db.admin.h", hostFunction({ handler: () => 3 }));
    interpreter.defineFunction("f", () => 10);
    const works = (one: Interpreter): void =>
      expect(one.run("import db\nf(), g(), db.admin.h()").value).toEqual([10, 2, 3]);
    works(interpreter);
    expect(() => interpreter.run("while True: pass", { fuel: 100_000 })).toThrow("fuel");
    works(interpreter);
    interpreter.reset();
    works(interpreter);
    const fork = interpreter.fork();
    works(fork);
    fork.defineFunction("g", () => 20);
    expect([interpreter.run("g()").value, fork.run("g()").value]).toEqual([2, 20]);
    fork.close();
  });

  it("joins its group, also where that was imported", async () => {
    const interpreter = await Interpreter.create({ hostFunctions: { db: { one: () => 1 } } });
    interpreter.run("import db as d");
    interpreter.defineFunction("db.two", () => 2);
    expect(interpreter.run("d.one(), d.two()").value).toEqual([1, 2]);
    interpreter.close();
  });

  it("cannot be defined while a run waits for another", async () => {
    const interpreter = await create(() => {
      interpreter.defineFunction("g", () => 1);
    });
    expect(() => interpreter.run("f()")).toThrow("defineFunction() was used while this interpreter is running");
  });

  it.each<[string, unknown, string]>([
    ["a b", () => 1, "must be a Python name"],
    ["__host__", () => 1, "begins with two underscores"],
    ["f", 5, "f is no function"],
    ["f", {}, "f is no function"],
  ])("%s as %s is a UsageError", async (name, item, message) => {
    const interpreter = await create(() => 1);
    expect(() => interpreter.defineFunction(name, item as AnyHostFunction)).toThrow(UsageError);
    expect(() => interpreter.defineFunction(name, item as AnyHostFunction)).toThrow(message);
  });
});
