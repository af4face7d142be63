import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { convertToModelMessages, generateText, readUIMessageStream, stepCountIs, streamText } from "ai";
import type { LanguageModel, UIMessage } from "ai";
import { describe, expect, it, onTestFinished } from "vitest";
import { executeMicropython } from "../../src/ai-sdk/index.js";
import { PythonTool } from "../../src/index.js";
import type { PythonToolOptions, PythonToolResult } from "../../src/index.js";
import { modelServer } from "../support/modelServer.js";
import type { ModelServer } from "../support/modelServer.js";
import { openData } from "../support/sqlite.js";

// that a scripted model is unknown
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

const call = (args: object) => [{ name: "execute_micropython", args }];

const providers: [string, (server: ModelServer) => LanguageModel][] = [
  ["OpenAI Chat Completions", ({ url }) => createOpenAI({ baseURL: url, apiKey: "none" }).chat("scripted")],
  ["OpenAI Responses", ({ url }) => createOpenAI({ baseURL: url, apiKey: "none" }).responses("scripted")],
  ["Anthropic Messages", ({ url }) => createAnthropic({ baseURL: url, apiKey: "none" })("scripted")],
];

function pythonTool(options: PythonToolOptions = {}): PythonTool {
  const python = new PythonTool(options);
  onTestFinished(() => python.close());
  return python;
}

describe.each(providers)("%s", (_, model) => {
  const turns = [
    call({ python: "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)" }),
    call({ python: "print([fib(i) for i in range(10)])" }),
    "Ten of them.",
  ];

  it("streamText: a loop of two calls that share their state, and text", async () => {
    const server = await modelServer(turns);
    const tools = { execute_micropython: executeMicropython(pythonTool(), { conversation: "a" }) };
    const result = streamText({ model: model(server), tools, prompt: "fib?", stopWhen: stepCountIs(5) });
    let text = "";
    for await (const part of result.textStream) text += part;
    expect(text).toBe("Ten of them.");
    const steps = await result.steps;
    expect(steps.flatMap(({ toolResults }) => toolResults.map(({ output }) => output))).toEqual([
      { stdout: "", state: "kept" },
      { stdout: "[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]\n", state: "kept" },
    ]);
    expect(server.requests).toHaveLength(3);
    // what the model was told: the tool, and what its call printed
    expect(JSON.stringify(server.requests[0])).toContain("execute_micropython");
    expect(JSON.stringify(server.requests[2])).toContain("[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]");
  });

  it("generateText, without streaming", async () => {
    const server = await modelServer(turns);
    const tools = { execute_micropython: executeMicropython(pythonTool(), () => ({ conversation: "a" })) };
    const { text, steps } = await generateText({
      model: model(server),
      tools,
      prompt: "fib?",
      stopWhen: stepCountIs(5),
    });
    expect([text, steps.length]).toEqual(["Ten of them.", 3]);
  });

  it("the model sees no HTML, the application does", async () => {
    const server = await modelServer([call({ python: "print('<shown>')", show_result: true }), "Shown."]);
    const tools = { execute_micropython: executeMicropython(pythonTool(), { conversation: "a" }) };
    const { steps } = await generateText({ model: model(server), tools, prompt: "show", stopWhen: stepCountIs(5) });
    const output = steps[0]!.toolResults[0]!.output as PythonToolResult;
    expect(output._html).toContain("&lt;shown&gt;");
    const told = JSON.stringify(server.requests[1]);
    expect(told).toContain("do not repeat");
    expect(told).not.toMatch(/_html|&lt;/);
  });

  it("what goes wrong is told to the model: exceptions, limits, arguments that do not fit", async () => {
    const server = await modelServer([
      call({ python: "1 / 0" }),
      call({ python: "while True: pass" }),
      call({ code: "print(1)" }),
      call({ python: "print('still here')" }),
      "Done.",
    ]);
    const tools = { execute_micropython: executeMicropython(pythonTool({ fuel: 100_000 }), { conversation: "a" }) };
    const { text } = await generateText({ model: model(server), tools, prompt: "go", stopWhen: stepCountIs(9) });
    expect(text).toBe("Done.");
    const last = JSON.stringify(server.requests[4]);
    for (const part of ["ZeroDivisionError", "100000 units of work", "python must be a string", "still here"])
      expect(last).toContain(part);
  });
});

describe("the rest", () => {
  const [, model] = providers[0]!;

  it("host functions act as the actor of the call", async () => {
    const databases = openData("CREATE TABLE t (a); INSERT INTO t VALUES (41);", {
      permissions: (actor) => actor === "ada",
    });
    const python = pythonTool({ hostFunctions: (conversation) => databases.hostFunctions(conversation) });
    const query = call({ python: 'print(read_only_sql_query("data", "select a + 1 from t"))' });
    for (const [actor, told] of [
      ["ada", "[[42]]"],
      ["eve", "there is no database"],
    ] as const) {
      const server = await modelServer([query, "Done."]);
      const tools = { execute_micropython: executeMicropython(python, { conversation: actor, actor }) };
      await generateText({ model: model(server), tools, prompt: "?", stopWhen: stepCountIs(5) });
      expect(JSON.stringify(server.requests[1])).toContain(told);
      expect(JSON.stringify(server.requests[0])).toContain("def read_only_sql_query(");
    }
  });

  it("aborting ends the Python code", async () => {
    const python = pythonTool({ wallClockTimeoutSeconds: 600, fuel: Number.MAX_SAFE_INTEGER });
    const server = await modelServer([call({ python: "print('on')\nwhile True: pass" }), "never"]);
    const controller = new AbortController();
    const tools = {
      execute_micropython: executeMicropython(python, { conversation: "a", onOutput: () => controller.abort() }),
    };
    const result = streamText({
      model: model(server),
      tools,
      prompt: "?",
      stopWhen: stepCountIs(5),
      abortSignal: controller.signal,
      onError() {},
    });
    const seen: string[] = [];
    for await (const part of result.fullStream) seen.push(part.type);
    expect(seen).toContain("abort");
    expect((await python.execute({ python: "print('free')" }, { conversation: "a" })).stdout).toBe("free\n");
    expect(server.requests).toHaveLength(1);
  });

  it("a chat's messages go to the model without the HTML, where the tools are given", async () => {
    const server = await modelServer([call({ python: "print('<shown>')", show_result: true }), "Shown.", "Again."]);
    const tools = { execute_micropython: executeMicropython(pythonTool(), { conversation: "a" }) };
    const ask = (messages: UIMessage[]) =>
      convertToModelMessages(messages, { tools }).then((messages) =>
        streamText({ model: model(server), tools, messages, stopWhen: stepCountIs(5) }),
      );
    const user = (text: string): UIMessage => ({ id: text, role: "user", parts: [{ type: "text", text }] });
    let answer: UIMessage | undefined;
    for await (const message of readUIMessageStream({ stream: (await ask([user("show")])).toUIMessageStream() }))
      answer = message;
    expect(JSON.stringify(answer)).toContain("_html");
    await (await ask([user("show"), answer!, user("again")])).consumeStream();
    expect(server.requests).toHaveLength(3);
    expect(JSON.stringify(server.requests[2])).not.toContain("_html");
  });
});
