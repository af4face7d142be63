import { AbortedError, hostFunction, MemorySnapshotStore, SessionClosedError, UsageError } from "micropython-wasm";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { forModel, PythonTool } from "../../src/index.js";
import type { PythonToolCall, PythonToolInput } from "../../src/index.js";

const tool = new PythonTool();
afterAll(() => tool.close());

let conversations = 0;
/** A conversation that nobody else has. */
function conversation(
  of = tool,
): (input: string | PythonToolInput, call?: Partial<PythonToolCall>) => ReturnType<PythonTool["execute"]> {
  const name = `conversation ${conversations++}`;
  return (input, call) =>
    of.execute(typeof input === "string" ? { python: input } : input, { conversation: name, ...call });
}

describe("a call", () => {
  it("gives what was printed, and no more than is needed", async () => {
    expect(await conversation()("print(sum(range(10)))")).toEqual({ stdout: "45\n", state: "kept" });
  });

  it("gives stderr and the last expression's value", async () => {
    expect(await conversation()("import sys\nprint('oops', file=sys.stderr)\n[1, 'a']")).toEqual({
      stdout: "",
      stderr: "oops\n",
      value: "[1, 'a']",
      state: "kept",
    });
  });

  it("finds the functions of an earlier one", async () => {
    const execute = conversation();
    const definition = "def fib(n):\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a";
    expect(await execute(definition)).toEqual({ stdout: "", state: "kept" });
    expect((await execute("print([fib(n) for n in range(10)])")).stdout).toBe("[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]\n");
  });

  it("gives an exception with type, message and traceback, and keeps the variables", async () => {
    const execute = conversation();
    const { error, state, note } = await execute("x = 1\nint('abc')");
    expect(error).toMatchObject({ type: "ValueError", message: expect.stringContaining("invalid") });
    expect(error!.traceback).toMatch(/^Traceback \(most recent call last\):\n[^]*line 2[^]*ValueError: /);
    expect([state, note]).toEqual(["kept", undefined]);
    expect((await execute("x")).value).toBe("1");
  });

  it("that recurses without end has a short traceback", async () => {
    const { error } = await conversation()("def f(n):\n    return f(n + 1)\nf(0)");
    expect(error?.type).toMatch(/Recursion|Runtime/);
    expect(error!.traceback).toMatch(/(?:.*in f\n){3} {2}\[Previous line repeated \d+ more times\]\n/);
    expect(error!.traceback!.length).toBeLessThan(500);
  });

  it("with a syntax error says where", async () => {
    expect((await conversation()("x = (1\n")).error).toMatchObject({ type: "SyntaxError" });
  });

  it.each([
    ["fuel", { fuel: 100_000 }, "while True: pass", "FuelExhaustedError", "stopped after 100000 units of work"],
    [
      "time",
      { wallClockTimeoutSeconds: 0.1 },
      "import time\ntime.sleep(9)",
      "TimeoutError",
      "stopped after 0.1 seconds",
    ],
    ["memory", { fuel: 1e9 }, "s = 'a' * 1000\nwhile True: s += s", "MemoryLimitError", "stopped at 16777216 bytes"],
  ])("that takes too much %s is undone", async (_what, options, python, type, message) => {
    await using own = new PythonTool(options);
    const execute = conversation(own);
    await execute("x = 'kept'");
    const result = await execute(`x = 'changed'\nprint('begun')\n${python}`);
    expect(result).toEqual({
      stdout: "begun\n",
      state: "restored",
      error: { type, message: expect.stringContaining(message) },
      note: "The variables are as they were before this call.",
    });
    expect((await execute("x")).value).toBe("'kept'");
  });

  it("with discardOnTrap that takes too much leaves a fresh interpreter", async () => {
    await using own = new PythonTool({ fuel: 100_000, discardOnTrap: true, hibernate: false });
    const execute = conversation(own);
    await execute("x = 1");
    const { state, note } = await execute("while True: pass");
    expect([state, note]).toEqual(["fresh", "The interpreter was discarded: the next call starts without variables."]);
    const next = await execute("x");
    expect([next.error?.type, next.note]).toEqual(["NameError", undefined]);
  });

  it("with discardOnTrap that is aborted is not said to have made room", async () => {
    await using own = new PythonTool({ discardOnTrap: true, hibernate: false });
    const execute = conversation(own);
    const controller = new AbortController();
    const call = { signal: controller.signal, onOutput: () => controller.abort() };
    await expect(execute("print('go')\nimport time\ntime.sleep(60)", call)).rejects.toThrow(AbortedError);
    expect((await execute("1")).note).toBeUndefined();
  });

  it("with reset_context finds no variables", async () => {
    const execute = conversation();
    await execute("x = 1");
    expect((await execute({ python: "x", reset_context: true })).error?.type).toBe("NameError");
    await execute("x = 2");
    const [, cleared, after] = await Promise.all([
      execute("x = 3"),
      execute({ python: "'x' in globals()", reset_context: true }),
      execute("'x' in globals()"),
    ]);
    expect([cleared.value, after.value]).toEqual(["False", "False"]);
  });

  it("loses the middle of a long output, in all its texts together", async () => {
    const result = await conversation()(
      "import sys\nfor i in range(100000): print(i)\nprint('e' * 20000, file=sys.stderr)\nraise ValueError('m' * 30000)",
    );
    expect(result.stdout).toMatch(/^0\n1\n2\n[^]*\n\[… \d+ characters cut …\]\n[^]*99998\n99999\n$/);
    expect(result).toMatchObject({ stdout_truncated: true, stderr_truncated: true, error: { truncated: true } });
    const { stdout, stderr = "", error } = result;
    const sum = stdout.length + stderr.length + error!.message.length + error!.traceback!.length;
    expect(sum).toBeLessThanOrEqual(10_000);
    expect(sum).toBeGreaterThan(9_000);
  });

  it("is not flooded by the names that code chooses", async () => {
    const { error } = await conversation()("E = type('E' * 100000, (Exception,), {})\nraise E()");
    expect(JSON.stringify(error).length).toBeLessThan(12_000);
  });

  it("tells the listener what is printed, while it is", async () => {
    const heard: string[] = [];
    await conversation()("import sys, time\nprint('a')\ntime.sleep(0.05)\nprint('b', file=sys.stderr)", {
      onOutput: (stream, text) => heard.push(`${stream} ${text}`),
    });
    expect(heard).toEqual(["stdout a\n", "stderr b\n"]);
  });

  it("stops where its signal fires, and is undone", async () => {
    const execute = conversation();
    await execute("x = 'kept'");
    const controller = new AbortController();
    const endless = execute("x = 'changed'\nprint('go')\nimport time\ntime.sleep(60)", {
      signal: controller.signal,
      onOutput: () => controller.abort("enough"),
    });
    await expect(endless).rejects.toThrow(AbortedError);
    expect((await execute("x")).value).toBe("'kept'");
  });

  it.each([
    ["without code", {}, "python must be a string"],
    ["with a number for code", { python: 1 }, "python must be a string"],
    ["that are null", null, "the arguments must be an object"],
    ["with a word for reset_context", { python: "1", reset_context: "yes" }, "reset_context must be true or false"],
    ["with a number for show_result", { python: "1", show_result: 1 }, "show_result must be true or false"],
    ["with endless code", { python: "#".repeat(200_001) }, "python must have at most 200000 characters; got 200001"],
    ["with half a surrogate pair", { python: "print('\uD800')" }, "the source holds half a surrogate pair at offset 7"],
  ])("with arguments %s is refused", async (_what, input, message) => {
    const refused = await tool
      .execute(input as PythonToolInput, { conversation: "c" })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).message).toContain(message);
  });
});

describe("show_result", () => {
  it("gives HTML for the user, and tells the model so", async () => {
    const result = await conversation()({ python: "print('<b>&')\n1 < 2", show_result: true });
    expect(result._html).toBe(
      '<div class="execute-micropython"><pre class="code" dir="ltr">\nprint(&#39;&lt;b&gt;&amp;&#39;)\n1 &lt; 2</pre>' +
        '<pre class="stdout" dir="ltr">\n&lt;b&gt;&amp;\n</pre><pre class="value" dir="ltr">\nTrue</pre></div>',
    );
    expect(forModel(result)).toEqual({
      stdout: "<b>&\n",
      value: "True",
      state: "kept",
      note: "Code and output have been shown to the user: do not repeat them.",
    });
  });

  it("shows errors too", async () => {
    await using own = new PythonTool({ fuel: 1_000 });
    const python = "while True: pass";
    const { _html } = await own.execute({ python, show_result: true }, { conversation: "c" });
    expect(_html).toContain("FuelExhaustedError: stopped after 1000 units");
    const raised = await conversation()({ python: "1/0", show_result: true });
    expect(raised._html).toContain("Traceback (most recent call last)");
  });
});

describe("conversations", () => {
  it("of 50 calls keep their state", async () => {
    const execute = conversation();
    await execute("seen = []");
    for (let i = 0; i < 49; i++) await execute(`seen.append(${i})`);
    expect((await execute("print(len(seen), sum(seen))")).stdout).toBe("49 1176\n");
  });

  it("do not see each other", async () => {
    const [ada, alan] = [conversation(), conversation()];
    await ada("secret = 1");
    expect((await alan("secret")).error?.type).toBe("NameError");
  });

  it("the 17th hibernates the first, which wakes with its variables", async () => {
    await using own = new PythonTool();
    for (let i = 0; i < 17; i++) await own.execute({ python: `x = ${i}` }, { conversation: `${i}` });
    expect(own.metrics).toMatchObject({ live: 16, hibernations: 1, wakes: 0 });
    expect((await own.execute({ python: "x" }, { conversation: "0" })).value).toBe("0");
    expect(own.metrics).toMatchObject({ live: 16, wakes: 1 });
  });

  it("200 at once each have their own variables", { timeout: 240_000 }, async () => {
    await using own = new PythonTool();
    const names = Array.from({ length: 200 }, (_, i) => `${i}`);
    await Promise.all(names.map((name) => own.execute({ python: `x = ${name}` }, { conversation: name })));
    const results = await Promise.all(names.map((name) => own.execute({ python: "x" }, { conversation: name })));
    expect(results.map(({ value }) => value)).toEqual(names);
    expect(own.metrics.live).toBe(16);
  });

  it("with hibernate: false learn that their variables are gone", async () => {
    await using own = new PythonTool({ maxSessions: 1, hibernate: false });
    const [ada, alan] = [conversation(own), conversation(own)];
    await ada("x = 1");
    await alan("y = 2");
    const { error, note } = await ada("x");
    expect(error?.type).toBe("NameError");
    expect(note).toBe("The variables of earlier calls were gone: the interpreter had been closed to make room.");
    expect((await ada("1")).note).toBeUndefined();
  });

  it("that ended start afresh", async () => {
    await tool.execute({ python: "x = 1" }, { conversation: "ended" });
    await tool.end("ended");
    expect((await tool.execute({ python: "x" }, { conversation: "ended" })).error?.type).toBe("NameError");
  });

  it("whose snapshot is damaged are told to reset", async () => {
    const store = new MemorySnapshotStore();
    await using own = new PythonTool({ maxSessions: 1, store });
    const ada = conversation(own);
    await ada("x = 1");
    await conversation(own)("y = 2");
    const key = `conversation ${conversations - 2}`;
    await store.set(key, new Uint8Array(100));
    const result = await ada("x");
    expect(result).toMatchObject({
      state: "restored",
      error: { type: "SnapshotError", message: expect.stringContaining("reset_context") },
    });
    expect((await ada({ python: "2", reset_context: true })).value).toBe("2");
  });

  it("end with the tool", async () => {
    const own = new PythonTool();
    await own.close();
    await expect(own.execute({ python: "1" }, { conversation: "c" })).rejects.toThrow(SessionClosedError);
  });
});

describe("host functions", () => {
  it("know conversation and actor of the call under way", async () => {
    await using own = new PythonTool({
      hostFunctions: (conversation) => ({ whoami: () => `${String(conversation.actor)} in ${conversation.id}` }),
    });
    const ask = async (name: string, actor?: string): Promise<string | undefined> =>
      (await own.execute({ python: "whoami()" }, { conversation: name, actor })).value;
    expect(await Promise.all([ask("c1", "ada"), ask("c1", "alan"), ask("c2", "grace"), ask("c2")])).toEqual([
      "'ada in c1'",
      "'alan in c1'",
      "'grace in c2'",
      "'undefined in c2'",
    ]);
  });

  it("are those of the conversation after it woke, too", async () => {
    await using own = new PythonTool({ maxSessions: 1, hostFunctions: ({ id }) => ({ id: () => id }) });
    await own.execute({ python: "x = id()" }, { conversation: "a" });
    await own.execute({ python: "x = id()" }, { conversation: "b" });
    expect((await own.execute({ python: "x, id()" }, { conversation: "a" })).value).toBe("('a', 'a')");
  });

  it("that had answered are named where the call is undone", async () => {
    await using own = new PythonTool({ fuel: 1_000_000, hostFunctions: { send: () => null } });
    const { note } = await own.execute({ python: "send()\nsend()\nwhile True: pass" }, { conversation: "c" });
    expect(note).toBe(
      "The variables are as they were before this call. Calls that had completed are not undone: send.",
    );
  });

  it("stand in the description as stubs", async () => {
    const find = hostFunction({
      description: "Finds users.",
      parameters: z.object({ text: z.string() }),
      handler: () => [],
    });
    await using own = new PythonTool({ hostFunctions: { find } });
    expect(own.toolDefinition().description).toContain('def find(text: str):\n    """Finds users."""');
  });

  it("that make no sense are refused at once", () => {
    expect(() => new PythonTool({ hostFunctions: { "no name": () => 1 } })).toThrow(UsageError);
  });
});

describe("the definition", () => {
  it("says what a model needs to know", () => {
    expect(tool.toolDefinition()).toMatchObject({
      name: "execute_micropython",
      title: "Execute Python",
      inputSchema: { type: "object", required: ["python"], additionalProperties: false },
    });
    expect(Object.keys(tool.toolDefinition().inputSchema.properties)).toEqual([
      "python",
      "reset_context",
      "show_result",
    ]);
    const { description } = tool.toolDefinition();
    for (const said of [
      "print()",
      "persist in this conversation",
      "Not available: files, network",
      "show_result",
      "5 s and 16 MiB",
    ])
      expect(description).toContain(said);
    expect(description.length).toBeLessThan(1_000);
  });

  it("is a copy", () => {
    (tool.toolDefinition() as { name: string }).name = "other";
    expect(tool.toolDefinition().name).toBe("execute_micropython");
  });
});
