import { toStandardJsonSchema } from "@valibot/to-json-schema";
import { describe as stubs, hostFunction, Interpreter, UsageError } from "micropython-wasm";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const handler = () => null as never;

const fetchUser = hostFunction({
  description: "Looks up a user.\nRaises KeyError where there is none.",
  parameters: z.object({
    id: z.int().describe("The user's number"),
    verbose: z.boolean().default(false),
    fields: z.array(z.string()).optional(),
  }),
  parameterNames: ["id", "*", "verbose", "fields"],
  returns: z.object({ id: z.int(), email: z.string().nullable(), notes: z.string().optional() }).describe("The user"),
  handler,
});

const FETCH_USER = `def fetch_user(id: int, *, verbose: bool = False, fields: list[str] | None = None) -> dict:
    """Looks up a user.
    Raises KeyError where there is none.

    Args:
        id: The user's number

    Returns:
        The user: {"id": int, "email": str | None, "notes": str (optional)}
    """
`;

describe("stubs for a prompt", () => {
  it("of a function", () => expect(stubs({ fetch_user: fetchUser })).toBe(FETCH_USER));

  it("of plain functions, groups and groups in groups", () => {
    const drop = hostFunction({ description: "Drops it.", handler });
    expect(stubs({ db: { admin: { drop }, query: () => [] }, add: (a: number) => a })).toBe(
      `def add(*args, **kwargs): ...

class db:
    @staticmethod
    def query(*args, **kwargs): ...

    class admin:
        @staticmethod
        def drop():
            """Drops it."""
`,
    );
  });

  it("of none", () => expect(stubs({})).toBe(""));

  const hints = z.object({
    integer: z.int(),
    number: z.number(),
    choice: z.enum(["a", "b"]),
    literal: z.literal(5),
    either: z.union([z.string(), z.array(z.int())]),
    nothing: z.null(),
    scores: z.record(z.string(), z.number()),
    nested: z.array(z.array(z.object({ x: z.int() }))),
    anything: z.any(),
    bytes: z.instanceof(Uint8Array),
    when: z.date().optional(),
    text: z.string().default('say "hi"\n'),
    list: z.array(z.int().nullable()).default([1, null]),
    options: z.object({ deep: z.boolean() }).default({ deep: true }),
  });

  it.each([
    ["integer", "integer: int"],
    ["number", "number: float"],
    ["choice", 'choice: Literal["a", "b"]'],
    ["literal", "literal: Literal[5]"],
    ["either", "either: str | list[int]"],
    ["nothing", "nothing: None"],
    ["scores", "scores: dict[str, float]"],
    ["nested", "nested: list[list[dict]]"],
    ["anything", "anything"],
    ["bytes", "bytes"],
    ["when", "when=..."],
    ["text", 'text: str = "say \\"hi\\"\\n"'],
    ["list", "list: list[int | None] = [1, None]"],
    ["options", 'options: dict = {"deep": True}'],
  ] as const)("the type of %s", (name, expected) => {
    const parameters = z.object({ [name]: hints.shape[name] });
    expect(stubs({ f: hostFunction({ parameters, handler }) }).split("\n")[0]).toMatch(`def f(${expected}):`);
  });

  it("with keys of dicts in the docstring", () => {
    const parameters = z.object({ rows: z.array(z.object({ name: z.string(), at: z.object({ x: z.int() }) })) });
    expect(stubs({ f: hostFunction({ parameters, handler }) })).toContain(
      'rows: [{"name": str, "at": {"x": int}}, ...]',
    );
  });

  it("of other libraries, and where only names are known", () => {
    const shape = v.object({ id: v.number(), name: v.optional(v.string(), "x") });
    const known = hostFunction({ parameters: toStandardJsonSchema(shape), handler });
    const names = hostFunction({ parameters: shape, parameterNames: ["id", "name"], handler });
    expect(stubs({ known, names })).toBe('def known(id: float, name: str = "x"): ...\n\ndef names(id, name): ...\n');
  });

  it("a description cannot end its docstring", () => {
    const description = 'a """ in it, a \\ too, and a quote at the end "';
    expect(stubs({ f: hostFunction({ description, handler }) })).toBe(
      'def f():\n    """a \\"\\"\\" in it, a \\\\ too, and a quote at the end "\n    """\n',
    );
  });

  it("of what no interpreter would take is a UsageError", () => {
    expect(() => stubs({ "a b": () => 1 })).toThrow(UsageError);
  });
});

describe("inside", () => {
  it("help() and __doc__ say the same", async () => {
    const interpreter = await Interpreter.create({
      hostFunctions: { fetch_user: fetchUser, db: { query: () => [], admin: { drop: () => null } } },
    });
    const [head, ...docstring] = FETCH_USER.replaceAll('"""', "").trimEnd().split("\n");
    const text = [head!.slice("def ".length, -1), ...docstring].join("\n");
    expect(interpreter.run("help(fetch_user)").stdout).toBe(`${text}\n`);
    expect(interpreter.run("fetch_user.__doc__").value).toBe(docstring.map((line) => line.slice(4)).join("\n"));
    expect(interpreter.run("db.query.__doc__").value).toBe(null);
    expect(interpreter.run("help(db)").stdout).toBe("db.query(*args, **kwargs)\n");
    expect(interpreter.run("help(db.admin.drop)").stdout).toBe("db.admin.drop(*args, **kwargs)\n");
    const all = interpreter.run("help()").stdout;
    for (const name of ["fetch_user(id", "db.query(", "db.admin.drop("]) expect(all).toContain(name);
    expect(interpreter.run("help(len)").stdout).toContain("function");
    interpreter.close();
  });
});
