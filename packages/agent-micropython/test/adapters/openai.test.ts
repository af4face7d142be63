import { Agent, OpenAIProvider, Runner } from "@openai/agents";
import { describe, expect, it, onTestFinished } from "vitest";
import { PythonTool } from "../../src/index.js";
import type { PythonToolOptions, PythonToolResult } from "../../src/index.js";
import { executeMicropython } from "../../src/openai/index.js";
import { modelServer } from "../support/modelServer.js";
import type { ModelServer } from "../support/modelServer.js";
import { openData } from "../support/sqlite.js";

const call = (args: object) => [{ name: "execute_micropython", args }];

function pythonTool(options: PythonToolOptions = {}): PythonTool {
  const python = new PythonTool(options);
  onTestFinished(() => python.close());
  return python;
}

function runner(server: ModelServer, useResponses: boolean): Runner {
  const modelProvider = new OpenAIProvider({ apiKey: "none", baseURL: server.url, useResponses });
  return new Runner({ modelProvider, tracingDisabled: true, model: "scripted" });
}

interface Context {
  chat: string;
  user: string;
}

describe.each([
  ["Responses", true],
  ["Chat Completions", false],
])("%s", (_, useResponses) => {
  const turns = [
    call({ python: "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)" }),
    call({ python: "print([fib(i) for i in range(10)])" }),
    "Ten of them.",
  ];

  it.each([true, false])("a loop of two calls that share their state (stream: %s)", async (stream) => {
    const server = await modelServer(turns);
    const tools = [executeMicropython(pythonTool(), { conversation: "a" })];
    const agent = new Agent({ name: "Tester", instructions: "Use Python.", tools });
    const run = runner(server, useResponses);
    let output: unknown;
    if (stream) {
      const result = await run.run(agent, "fib?", { stream: true });
      let text = "";
      for await (const part of result.toTextStream()) text += part;
      await result.completed;
      expect(text).toBe("Ten of them.");
      output = result.finalOutput;
    } else output = (await run.run(agent, "fib?")).finalOutput;
    expect(output).toBe("Ten of them.");
    expect(server.requests).toHaveLength(3);
    expect(server.requests[0]).toMatchObject({ stream, tools: [expect.anything()] });
    expect(JSON.stringify(server.requests[2])).toContain("[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]");
  });

  it("conversation and actor are those of the run's context; the model sees no HTML", async () => {
    const databases = openData("CREATE TABLE t (a); INSERT INTO t VALUES (41);", {
      permissions: (actor) => actor === "ada",
    });
    const python = pythonTool({ hostFunctions: (conversation) => databases.hostFunctions(conversation) });
    const results: PythonToolResult[] = [];
    const tools = [
      executeMicropython<Context>(python, ({ chat, user }) => ({
        conversation: chat,
        actor: user,
        onResult: (result) => results.push(result),
      })),
    ];
    const agent = new Agent<Context>({ name: "Tester", instructions: "Use Python.", tools });
    for (const [user, told] of [
      ["ada", "[[42]]"],
      ["eve", "there is no database"],
    ] as const) {
      const server = await modelServer([
        call({ python: 'print(read_only_sql_query("data", "select a + 1 from t"))', show_result: true }),
        "Done.",
      ]);
      await runner(server, useResponses).run(agent, "?", { context: { chat: user, user } });
      const last = JSON.stringify(server.requests[1]);
      expect(last).toContain(told);
      expect(last).not.toContain("_html");
      expect(results.at(-1)?._html).toContain("read_only_sql_query");
    }
  });

  it("what goes wrong is told to the model: exceptions, limits, arguments that do not fit", async () => {
    const server = await modelServer([
      call({ python: "1 / 0" }),
      call({ python: "while True: pass" }),
      call({ code: "print(1)" }),
      call({ python: "print('still here')" }),
      "Done.",
    ]);
    const tools = [executeMicropython(pythonTool({ fuel: 100_000 }), { conversation: "a" })];
    const agent = new Agent({ name: "Tester", instructions: "Use Python.", tools });
    const { finalOutput } = await runner(server, useResponses).run(agent, "go");
    expect(finalOutput).toBe("Done.");
    const last = JSON.stringify(server.requests[4]);
    for (const part of ["ZeroDivisionError", "100000 units of work", "python must be a string", "still here"])
      expect(last).toContain(part);
  });

  it("aborting the run ends the Python code", async () => {
    const python = pythonTool({ wallClockTimeoutSeconds: 600, fuel: Number.MAX_SAFE_INTEGER });
    const server = await modelServer([call({ python: "print('on')\nwhile True: pass" }), "never"]);
    const controller = new AbortController();
    const tools = [executeMicropython(python, { conversation: "a", onOutput: () => controller.abort() })];
    const agent = new Agent({ name: "Tester", instructions: "Use Python.", tools });
    await runner(server, useResponses)
      .run(agent, "?", { signal: controller.signal })
      .catch(() => {});
    expect((await python.execute({ python: "print('free')" }, { conversation: "a" })).stdout).toBe("free\n");
    expect(server.requests).toHaveLength(1);
  });
});
