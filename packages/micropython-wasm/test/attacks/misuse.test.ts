import { Interpreter, PythonError, SandboxError, Session, UsageError } from "micropython-wasm";
import { describe, expect, it } from "vitest";

const kinds = [
  { kind: "Interpreter", create: (options: object) => Interpreter.create(options) },
  { kind: "Session", create: (options: object) => Session.create(options) },
];

const badLimits: object[] = [
  { memoryBytes: -1 },
  { memoryBytes: NaN },
  { memoryBytes: 1024 },
  { memoryBytes: 2 ** 40 },
  { memoryBytes: "16MiB" },
  { fuel: 0 },
  { fuel: -5 },
  { fuel: NaN },
  { fuel: 1.5 },
  { timeoutMs: -1 },
  { timeoutMs: NaN },
  { timeoutMs: 2 ** 40 },
  { maxOutputBytes: -1 },
  { maxOutputBytes: Infinity },
  { maxSourceBytes: NaN },
  { recursionLimit: 0 },
  { recursionLimit: 1e9 },
  { recursionLimit: null },
];

/** What was thrown, or undefined. */
async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe.each(kinds)("a $kind that is asked for nonsense", ({ create }) => {
  it.each(badLimits.map((options) => ({ options })))("refuses $options in one line", async ({ options }) => {
    const error = await thrownBy(() => create(options));
    expect(error).toBeInstanceOf(UsageError);
    const [name] = Object.keys(options);
    expect((error as UsageError).message).toMatch(new RegExp(`^${String(name)} .*$`));
  });

  it("refuses limits of a run likewise, and works on", async () => {
    const made = await create({});
    for (const options of [{ fuel: NaN }, { fuel: -1 }, { timeoutMs: NaN }, { timeoutMs: -1 }]) {
      expect(await thrownBy(() => made.run("1", options))).toBeInstanceOf(UsageError);
    }
    expect((await made.run("1 + 1")).value).toBe(2);
    await made.close();
  });

  it("refuses source that is too long, and takes the longest", async () => {
    const made = await create({ maxSourceBytes: 100 });
    expect((await made.run(`1#${"x".repeat(98)}`)).value).toBe(1);
    // Bytes count, not characters: 34 euro signs are 102 bytes.
    for (const source of [`1#${"x".repeat(99)}`, `#${"\u20AC".repeat(34)}`, new Uint8Array(101).fill(35)]) {
      const error = await thrownBy(() => made.run(source));
      expect(error).toBeInstanceOf(UsageError);
      expect((error as UsageError).message).toMatch(/^.*\b100\b.*$/);
    }
    await made.close();
  });

  it("refuses source that is no text", async () => {
    const made = await create({});
    const invalid = [new Uint8Array([0x70, 0xff, 0xfe]), new Uint8Array([0xc3]), new Uint8Array([0xed, 0xa0, 0x80])];
    for (const source of [...invalid, 42, null, undefined, {}, ["print(1)"]]) {
      const error = await thrownBy(() => made.run(source as string));
      expect(error, String(source)).toBeInstanceOf(UsageError);
      expect((error as UsageError).message).not.toContain("\n");
    }
    expect((await made.run(new TextEncoder().encode("'caf\u00E9'"))).value).toBe("caf\u00E9");
    await made.close();
  });

  it("refuses NUL bytes in source with a typed error, never with half of the program run", async () => {
    const made = await create({});
    for (const source of ["\0", "print(1)\0print(2)", "print('a')\0", "x = '\0'"]) {
      const error = await thrownBy(() => made.run(source));
      expect(SandboxError.is(error), JSON.stringify(source)).toBe(true);
      expect((error as SandboxError).result?.stdout ?? "").toBe("");
    }
    await made.close();
  });

  it("is told by typed errors what is wrong with a program", async () => {
    const made = await create({});
    const wrong = {
      SyntaxError: "x = = 1",
      IndentationError: "x = 1\n  y = 2",
      NameError: "nope",
      ModuleNotFoundError: "import js",
    };
    for (const [pythonType, source] of Object.entries(wrong)) {
      const error = await thrownBy(() => made.run(source));
      expect(error).toBeInstanceOf(PythonError);
      expect((error as PythonError).pythonType).toBe(pythonType);
    }
    await made.close();
  });

  it("refuses to run once closed", async () => {
    const made = await create({});
    await made.close();
    await made.close();
    expect(await thrownBy(() => made.run("1"))).toMatchObject({ code: "SESSION_CLOSED" });
  });
});

describe("a listener that calls back", () => {
  it("cannot run the interpreter that is running, which keeps its state", async () => {
    const interpreter: Interpreter = await Interpreter.create({
      rollback: true,
      onStdout: () => void interpreter.run("state = 'from the listener'"),
    });
    interpreter.run("state = 'before'");
    await expect(thrownBy(() => interpreter.run("print(1)"))).resolves.toBeInstanceOf(UsageError);
    expect(interpreter.run("state").value).toBe("before");
    interpreter.close();
  });

  it("and throws ends the run with what it threw", async () => {
    const thrown = new TypeError("the host's own");
    const interpreter = await Interpreter.create({
      onStdout: () => {
        throw thrown;
      },
    });
    expect(await thrownBy(() => interpreter.run("try:\n  print(1)\nexcept BaseException:\n  pass"))).toBe(thrown);
    expect(interpreter.run("1 + 1").value).toBe(2);
    interpreter.close();
  });
});
