import { createOpenAI } from "@ai-sdk/openai";
import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { McpServer } from "@modelcontextprotocol/server";
import { tool as openAiTool } from "@openai/agents";
import { generateText, jsonSchema, stepCountIs, tool } from "ai";
import { describe as stubsOf } from "micropython-wasm";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { executeMicropython } from "../../src/ai-sdk/index.js";
import { codeMode } from "../../src/code-mode/index.js";
import type { CodeModeOptions } from "../../src/code-mode/index.js";
import { PythonTool } from "../../src/index.js";
import type { PythonToolOptions } from "../../src/index.js";
import { modelServer } from "../support/modelServer.js";

async function pythonWith(options: CodeModeOptions, more: PythonToolOptions = {}) {
  const python = new PythonTool({ ...more, hostFunctions: await codeMode(options) });
  onTestFinished(() => python.close());
  return {
    python,
    stubs: stubsOf((await codeMode(options))({ id: "", actor: undefined })),
    run: async (source: string, actor?: unknown) => {
      const { stdout, error } = await python.execute({ python: source }, { conversation: "a", actor });
      return error === undefined ? stdout : `${stdout}${error.type}: ${error.message}`;
    },
  };
}

const attempt = (expression: string) =>
  `try:\n    print(${expression})\nexcept Exception as error:\n    print(type(error).__name__, error)`;

describe("tools of the AI SDK", () => {
  const tools = {
    getWeather: tool({
      description: "The weather of a city.",
      inputSchema: z.object({ city: z.string().min(2).describe("its name"), days: z.int().max(9).default(1) }),
      outputSchema: z.object({ city: z.string(), celsius: z.array(z.number()) }),
      execute: ({ city, days }) => ({ city, celsius: Array.from({ length: days }, (_, i) => i + 0.5) }),
    }),
    later: tool({
      description: "",
      inputSchema: jsonSchema<{ n: number }>({
        type: "object",
        properties: { n: { type: "number" } },
        required: ["n"],
      }),
      execute: async function* ({ n }) {
        yield "working";
        await new Promise((resolve) => setTimeout(resolve, 5));
        yield n * 2;
      },
    }),
  };

  it("have typed stubs, and are called with positional and keyword arguments", async () => {
    const { run, stubs } = await pythonWith({ tools });
    expect(stubs).toBe(`def getWeather(city: str, days: int = 1) -> dict:
    """The weather of a city.

    Args:
        city: its name

    Returns:
        {"city": str, "celsius": list[float]}
    """

def later(n: float): ...
`);
    expect(
      await run("print(getWeather('Oslo')['celsius'], getWeather(days=3, city='Rome')['celsius'], later(21))"),
    ).toBe("[0.5] [0.5, 1.5, 2.5] 42\n");
  });

  it("refuse wrong arguments before they are called", async () => {
    const { run } = await pythonWith({ tools });
    for (const [expression, message] of [
      ["getWeather(3)", "TypeError getWeather() argument 'city': Invalid input: expected string, received number\n"],
      [
        "getWeather('O')",
        "ValueError getWeather() argument 'city': Too small: expected string to have >=2 characters\n",
      ],
      ["getWeather()", "TypeError getWeather() missing 1 required positional argument: 'city'\n"],
      ["getWeather('Oslo', unit='K')", "TypeError getWeather() got an unexpected keyword argument 'unit'\n"],
      ["later('x')", "TypeError later() argument 'n': Invalid input: expected number, received string\n"],
    ] as const)
      expect(await run(attempt(expression))).toBe(message);
  });

  it("a model writes one program instead of ten calls", async () => {
    const server = await modelServer([
      [
        {
          name: "execute_micropython",
          args: {
            python:
              "cities = ['Oslo', 'Rome', 'Lima']\nprint(max(cities, key=lambda c: sum(getWeather(c, len(c))['celsius'])))",
          },
        },
      ],
      "Oslo it is.",
    ]);
    const { python } = await pythonWith({ tools });
    const { text } = await generateText({
      model: createOpenAI({ baseURL: server.url, apiKey: "none" }).chat("scripted"),
      tools: { execute_micropython: executeMicropython(python, { conversation: "a" }) },
      prompt: "Where is it warmest?",
      stopWhen: stepCountIs(3),
    });
    expect(text).toBe("Oslo it is.");
    expect(JSON.stringify(server.requests[0])).toContain("def getWeather(city: str, days: int = 1)");
    expect(JSON.stringify(server.requests[1])).toContain("Oslo\\\\n");
  });

  it("get the actor as their context, or what the host makes of the conversation", async () => {
    const who = {
      execute: (_: unknown, options: { experimental_context: unknown; context: unknown }) => [
        options.experimental_context,
        options.context,
      ],
    };
    expect(await (await pythonWith({ tools: { who } })).run("print(who())", "ada")).toBe("['ada', 'ada']\n");
    const context = ({ id, actor }: { id: string; actor: unknown }) => `${id}/${String(actor)}`;
    expect(await (await pythonWith({ tools: { who }, context })).run("print(who())", "ada")).toBe(
      "['a/ada', 'a/ada']\n",
    );
  });

  it("one that cannot be called here is refused by name", async () => {
    await expect(codeMode({ tools: { ask: tool({ inputSchema: z.object({}) }) } })).rejects.toThrow(
      "codeMode: the tool ask has no execute function",
    );
  });
});

describe("tools of OpenAI Agents", () => {
  it("are called with the run's context", async () => {
    const add = openAiTool({
      name: "add-numbers",
      description: "Adds.",
      parameters: z.object({ a: z.number(), b: z.number() }),
      execute: ({ a, b }, context) => ({ sum: a + b, user: (context as { context: { user: string } }).context.user }),
    });
    const { run, stubs } = await pythonWith({ tools: [add], context: ({ actor }) => ({ user: actor }) });
    expect(stubs).toContain("def add_numbers(a: float, b: float):");
    expect(await run("r = add_numbers(1, b=2)\nprint(r['sum'], r['user'])", "ada")).toBe("3 ada\n");
  });

  it("with guardrails are refused", async () => {
    const guarded = openAiTool({ name: "x", description: "", parameters: z.object({}), execute: () => 1 });
    const inputGuardrails = [{ type: "tool_input", name: "g", run: () => ({ behavior: { type: "allow" } }) }];
    await expect(codeMode({ tools: [{ ...guarded, inputGuardrails }] })).rejects.toThrow("the tool x has guardrails");
  });
});

describe("tools of an MCP server", () => {
  it("are listed and called through the client", async () => {
    const server = new McpServer({ name: "test", version: "1.0.0" });
    server.registerTool(
      "find-users",
      {
        description: "Finds users.",
        inputSchema: z.object({ "name-part": z.string(), from: z.int().default(0) }),
        outputSchema: z.object({ users: z.array(z.string()) }),
      },
      (args) => {
        const structuredContent = { users: [`${args["name-part"]} ${args.from}`] };
        return { structuredContent, content: [{ type: "text", text: JSON.stringify(structuredContent) }] };
      },
    );
    server.registerTool("say", { inputSchema: z.object({ text: z.string() }) }, ({ text }) =>
      text === ""
        ? { isError: true, content: [{ type: "text", text: "nothing to say" }] }
        : { content: [{ type: "text", text }] },
    );
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await server.connect(theirs);
    const client = new Client({ name: "test", version: "1.0.0" });
    await client.connect(ours);
    onTestFinished(() => client.close());

    const { run, stubs } = await pythonWith({ tools: client });
    expect(stubs).toContain("def find_users(name_part: str, from_: int = 0) -> dict:");
    expect(await run("print(find_users('ad', from_=2)['users'], say('hello'))")).toBe("['ad 2'] hello\n");
    expect(await run(attempt("say('')"))).toBe("HostError nothing to say\n");
    expect(await run(attempt("find_users(7)"))).toBe(
      "TypeError find_users() argument 'name_part': Invalid input: expected string, received number\n",
    );
  });
});

describe("plain tools", () => {
  const echo = {
    inputSchema: { type: "object", properties: { x: {} }, required: ["x"] },
    execute: ({ x }: { x: unknown }) => x,
  };

  it("names become those of Python, each of its own", async () => {
    const names = [
      "get-user",
      "get_user",
      "get.user",
      "print",
      "class",
      "2fast",
      "__init__",
      "",
      "größe",
      "用户",
      "a b",
      "a".repeat(500),
    ];
    const tools = names.filter((name) => name !== "").map((name) => ({ name, execute: () => name.length }));
    const mode = await codeMode({ tools });
    expect(Object.keys(mode({ id: "", actor: undefined }))).toEqual([
      "get_user_2",
      "get_user",
      "get_user_3",
      "print_",
      "class_",
      "tool_2fast",
      "init__",
      "größe",
      "用户",
      "a_b",
      "a".repeat(100),
    ]);
    await expect(codeMode({ tools: [{ name: "", execute: () => 1 }] })).rejects.toThrow("a tool has no name");
  });

  it("parameters too", async () => {
    const properties = {
      from: { type: "string" },
      "from-": { type: "string" },
      "to.who": { type: "integer" },
      __proto__x: {},
    };
    const { run, stubs } = await pythonWith({
      tools: {
        send: {
          inputSchema: { type: "object", properties, required: ["from", "to.who"] },
          execute: (args: object) => Object.entries(args).flat(),
        },
      },
    });
    expect(stubs).toContain("def send(from_: str, from__2: str | None = None, *, to_who: int");
    expect(await run("print(send('a', to_who=1))")).toBe("['from', 'a', 'to.who', 1]\n");
    expect(await run(attempt("send('a', to_who='b')"))).toContain("argument 'to_who': Invalid input");
  });

  it("an input that is no object with keys is one parameter", async () => {
    const { run } = await pythonWith({
      tools: {
        sum: {
          inputSchema: { type: "array", items: { type: "number" } },
          execute: (numbers: number[]) => numbers.reduce((a, b) => a + b, 0),
        },
        size: {
          inputSchema: { type: "object", additionalProperties: { type: "number" } },
          execute: (dict: object) => Object.keys(dict).length,
        },
        now: { execute: () => 7 },
      },
    });
    expect(await run("print(sum_([1, 2, 3]), size({'a': 1, 'b': 2}), now())")).toBe("6 2 7\n");
    expect(await run(attempt("sum_(['x'])"))).toContain("argument 'input'");
  });

  it("answers become plain data", async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const answers: Record<string, unknown> = {
      date: new Date(0),
      url: new URL("http://x.y/"),
      instance: new (class Point {
        x = 1;
        hidden = undefined;
        run = () => 1;
      })(),
      none: undefined,
      function: () => 1,
      bytes: new Uint8Array([1]),
      big: 2n ** 70n,
      circle,
    };
    const { run } = await pythonWith({
      tools: {
        get: {
          inputSchema: { type: "object", properties: { key: { type: "string" } } },
          execute: ({ key }: { key: string }) => answers[key],
        },
      },
    });
    expect(
      await run("print(get('date'), get('url'), sorted(get('instance').items()), get('none'), get('function'))"),
    ).toBe("1970-01-01T00:00:00.000Z http://x.y/ [('run', None), ('x', 1)] None None\n");
    expect(await run("print(get('bytes'), get('big'))")).toBe(`b'\\x01' ${2n ** 70n}\n`);
    expect(await run(attempt("get('circle')"))).toBe(
      "HostError what the tool answered is nested too deeply, or refers to itself\n",
    );
  });

  it("errors are exceptions, without paths; Python goes on", async () => {
    const { run } = await pythonWith({
      tools: {
        fail: {
          execute: () => {
            throw Object.assign(new Error("no user 7, see /srv/users.db"), { name: "KeyError" });
          },
        },
        echo,
      },
    });
    expect(await run(attempt("fail()"))).toBe("KeyError 'no user 7, see <path>'\n");
    expect(await run("print(echo({'a': [1, 2.5, None, True]}))")).toBe("{'a': [1, 2.5, None, True]}\n");
  });

  it("a tool that needs approval is not called without", async () => {
    let deleted = 0;
    const tools = {
      remove: {
        inputSchema: { type: "object", properties: { id: { type: "integer" } }, required: ["id"] },
        execute: () => ++deleted,
        needsApproval: ({ id }: { id: number }) => id > 1,
      },
    };
    const strict = await pythonWith({ tools });
    expect(await strict.run(attempt("remove(2)"))).toBe(
      "HostError remove needs a person's approval, which a program cannot ask for\n",
    );
    expect(await strict.run(attempt("remove(1)"))).toBe("1\n");
    const asked: unknown[] = [];
    const asking = await pythonWith({ tools, approve: (name, args, { actor }) => asked.push([name, args, actor]) > 0 });
    expect(await asking.run("print(remove(2))", "ada")).toBe("2\n");
    expect(asked).toEqual([["remove", { id: 2 }, "ada"]]);
  });

  it("cancelling the run tells the tool, and a tool that never answers ends with the run", async () => {
    let aborted = false;
    let called = (): void => {};
    const { python } = await pythonWith(
      {
        tools: {
          wait: {
            execute: (_: unknown, { abortSignal }: { abortSignal: AbortSignal }) =>
              new Promise(() => {
                abortSignal.addEventListener("abort", () => (aborted = true));
                called();
              }),
          },
        },
      },
      { wallClockTimeoutSeconds: 2 },
    );
    const { error } = await python.execute({ python: "wait()" }, { conversation: "a" });
    expect([error?.type, aborted]).toEqual(["TimeoutError", true]);
    aborted = false;
    const controller = new AbortController();
    called = () => controller.abort();
    await expect(
      python.execute({ python: "wait()" }, { conversation: "a", signal: controller.signal }),
    ).rejects.toMatchObject({ code: "ABORTED" });
    expect(aborted).toBe(true);
  });

  it("a description cannot leave its docstring", async () => {
    const { stubs } = await pythonWith({ tools: { x: { description: '"""\nimport os\n"""', execute: () => 1 } } });
    expect(stubs.match(/"""/g)).toHaveLength(2);
  });
});
