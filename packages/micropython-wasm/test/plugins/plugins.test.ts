import {
  memory,
  type Permission,
  Plugin,
  PluginError,
  PluginManager,
  type PluginOptions,
  type SandboxError,
  reviewPlugin,
  UsageError,
} from "micropython-wasm";
import { describe, expect, it, onTestFinished } from "vitest";

const GREETER = "def greet(name): return 'hello ' + name\n";
const manifest = { name: "greeter", hooks: ["greet"] };

async function load(source: string, options: Partial<PluginOptions> = {}): Promise<Plugin> {
  const plugin = await Plugin.load(source, { manifest, hooks: ["greet", "leave"], ...options });
  onTestFinished(() => plugin.close());
  return plugin;
}

const offer = {
  hooks: ["greet"],
  hostFunctions: { log: () => 1, db: { query: () => 2, drop: () => 3 } },
  files: { "/data": memory({ files: { a: "content" } }), "/secret": memory() },
};
const asks = {
  name: "curious",
  hooks: ["greet", "shout"],
  hostFunctions: ["db.query", "db", "toString", "nope"],
  files: ["/data", "/etc", "/data/a"],
  network: ["https://example.com"],
};
const REFUSED = [
  "hook shout",
  "hostFunction db",
  "hostFunction toString",
  "hostFunction nope",
  "file /etc",
  "file /data/a",
  "network https://example.com",
];
const show = ({ kind, name }: Permission): string => `${kind} ${name}`;

describe("permissions", () => {
  it("what is asked for and offered is granted, what is not is refused", async () => {
    const { granted, refused } = await reviewPlugin(asks, offer);
    expect(granted.map(show)).toEqual(["hook greet", "hostFunction db.query", "file /data"]);
    expect(refused.map(show)).toEqual(REFUSED);
  });

  it("one that is refused something is not loaded, and none of its code has run", async () => {
    const said: string[] = [];
    const loading = load("print('I run')", { ...offer, manifest: asks, onStdout: (text) => said.push(text) });
    await expect(loading).rejects.toBeInstanceOf(PluginError);
    const error = (await loading.catch((caught: unknown) => caught)) as PluginError;
    expect(error).toMatchObject({ code: "PLUGIN", plugin: "curious" });
    expect(error.message).toContain('it asks for what it may not have: hook "shout", hostFunction "db"');
    expect(error.permissions!.refused.map(show)).toEqual(REFUSED);
    expect(said).toEqual([]);
  });

  it("or goes without: it finds what was granted, and nothing else that is offered", async () => {
    const source = `
def found(what):
    try: return eval(what)
    except Exception as error: return type(error).__name__
def greet(name):
    return [found(what) for what in ("db.query()", "db.drop()", "log()", "open('/data/a').read()", "open('/secret/x', 'w')")]
`;
    const plugin = await load(source, { ...offer, manifest: asks, onRefused: "continue" });
    expect(plugin.hooks).toEqual(["greet"]);
    expect((await plugin.call("greet", ["jo"])).value).toEqual([
      2,
      "AttributeError",
      "NameError",
      "content",
      "FileNotFoundError",
    ]);
  });

  it("the host may decide about each", async () => {
    const asked: string[] = [];
    const report = await reviewPlugin(asks, {
      ...offer,
      grant: async (permission, plugin) => {
        asked.push(`${plugin}: ${show(permission)}`);
        return permission.kind !== "file";
      },
    });
    // it is not asked about what it does not offer
    expect(asked).toEqual(["curious: hook greet", "curious: hostFunction db.query", "curious: file /data"]);
    expect(report.granted.map(show)).toEqual(["hook greet", "hostFunction db.query"]);
  });

  it("of the network it gets the entries that it asks for, as the host wrote them", async () => {
    const seen: string[] = [];
    const network = {
      allow: ["https://one.example", { origin: "https://two.example", allowPrivate: true }],
      fetch: async (url: string) => {
        seen.push(url);
        return new Response("ok");
      },
    };
    const source = `
import requests
def greet(host):
    try: return requests.get("https://" + host).text
    except requests.exceptions.RequestException: return "refused"
`;
    const asking = { ...manifest, network: ["https://two.example"] };
    const plugin = await load(source, { manifest: asking, network });
    expect((await plugin.call("greet", ["two.example"])).value).toBe("ok");
    expect((await plugin.call("greet", ["one.example"])).value).toBe("refused");
    expect(seen).toEqual(["https://two.example/"]);
    const without = await load(source, { network });
    expect((await without.call("greet", ["two.example"])).value).toBe("refused");
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "its manifest is no object"],
    ["no name", { hooks: [] }, "its manifest needs a name"],
    ["a name with markup", { name: "<b>", hooks: [] }, "its manifest needs a name"],
    ["a long name", { name: "x".repeat(101), hooks: [] }, "its manifest needs a name"],
    ["no hooks", { name: "x" }, "in its manifest hooks must be a list"],
    ["a hook that is an expression", { name: "x", hooks: ["a or b"] }, "must be a Python name"],
    ["hooks that are no texts", { name: "x", hooks: [1] }, "hooks must be a list"],
    ["files that are no list", { name: "x", hooks: [], files: "/etc" }, "files must be a list"],
    ["very many wishes", { name: "x", hooks: [], files: Array.from({ length: 101 }, String) }, "at most 100"],
    ["wishes that are not known", { name: "x", hooks: [], subprocess: true }, 'asks for "subprocess"'],
  ])("a manifest with %s is refused", async (_, wrong, message) => {
    await expect(reviewPlugin(wrong, offer)).rejects.toBeInstanceOf(PluginError);
    await expect(load(GREETER, { manifest: wrong })).rejects.toThrow(message);
  });
});

describe("a plugin", () => {
  it("is called by its hooks", async () => {
    const plugin = await load(GREETER);
    expect((await plugin.call("greet", ["jo"])).value).toBe("hello jo");
    await expect(plugin.call("leave")).rejects.toThrow(UsageError);
    await expect(plugin.call("__host_input__")).rejects.toThrow('the plugin greeter has no hook "__host_input__"');
    await expect(plugin.call("greet", [new Date()])).rejects.toThrow(UsageError);
  });

  it.each<[string, string, string]>([
    ["does not compile", "def", "it does not start: SyntaxError"],
    ["raises", "raise ValueError('no')", "it does not start: ValueError: no"],
    ["never ends", "while True: pass", "it does not start: stopped after"],
    ["has no such function", "greet = 5", "it has no functions for its hooks greet"],
    ["hides that", "callable = lambda what: 5 / 0", "it does not start: ZeroDivisionError"],
    ["lies about that", "globals = callable = lambda *a: a", "it does not start: AttributeError"],
  ])("whose source %s is not loaded", async (_, source, message) => {
    await expect(load(source, { fuel: 1_000_000 })).rejects.toThrow(`the plugin greeter cannot be loaded: ${message}`);
  });

  it("that fails says why, and goes on", async () => {
    const plugin = await load(
      "seen = 0\ndef greet(how):\n    global seen\n    seen += 1\n    exec(how)\n    return seen\n",
      {
        fuel: 3_000_000,
      },
    );
    const codeOf = async (how: string): Promise<unknown> =>
      plugin.call("greet", [how]).then(
        ({ value }) => value,
        (error: SandboxError) => [error.code, error.state],
      );
    expect(await codeOf("pass")).toBe(1);
    expect(await codeOf("1 / 0")).toEqual(["PYTHON_ERROR", "kept"]);
    expect(await codeOf("while True: pass")).toEqual(["FUEL_EXHAUSTED", "restored"]);
    expect(await codeOf("def f(): f()\nf()")).toEqual(["PYTHON_ERROR", "kept"]);
    // what was stopped has not happened
    expect(await codeOf("pass")).toBe(4);
  });
});

describe("the manager", () => {
  const create = (options = {}): PluginManager => {
    const manager = new PluginManager({ hooks: ["greet", "leave"], fuel: 3_000_000, ...options });
    onTestFinished(() => manager.close());
    return manager;
  };

  it("calls all that have the hook, in order, and collects results and errors", async () => {
    const manager = create();
    await manager.load("def greet(name): return 1", { manifest: { name: "a", hooks: ["greet"] } });
    await manager.load("def greet(name):\n    print('hm')\n    raise KeyError(name)", {
      manifest: { name: "b", hooks: ["greet"] },
    });
    await manager.load("def leave(): return 3", { manifest: { name: "c", hooks: ["leave"] } });
    await manager.load("def greet(name):\n    while True: pass", { manifest: { name: "d", hooks: ["greet"] } });
    await manager.load("def greet(name): return 5", { manifest: { name: "e", hooks: ["greet"] } });
    const outcomes = await manager.call("greet", ["jo"]);
    expect(outcomes.map(({ plugin, result, error }) => [plugin, result?.value ?? error?.code])).toEqual([
      ["a", 1],
      ["b", "PYTHON_ERROR"],
      ["d", "FUEL_EXHAUSTED"],
      ["e", 5],
    ]);
    expect(outcomes[1]!.error!.result!.stdout).toBe("hm\n");
    expect((await manager.call("leave")).map(({ plugin }) => plugin)).toEqual(["c"]);
    expect(await manager.call("no_such_hook")).toEqual([]);
  });

  it("a plugin that was closed is reported, the others have their turn", async () => {
    const manager = create({ onTrap: "close" });
    await manager.load("def greet(name):\n    while True: pass", { manifest: { name: "a", hooks: ["greet"] } });
    await manager.load(GREETER, { manifest });
    const codes = async (): Promise<unknown[]> =>
      (await manager.call("greet", ["jo"])).map(({ result, error }) => result?.value ?? error?.code);
    expect(await codes()).toEqual(["FUEL_EXHAUSTED", "hello jo"]);
    expect(await codes()).toEqual(["SESSION_CLOSED", "hello jo"]);
    await manager.remove("a");
    expect(await codes()).toEqual(["hello jo"]);
  });

  it("each has functions, variables and files of its own", async () => {
    const calls: unknown[] = [];
    const manager = create({
      hostFunctions: { note: (what: unknown) => void calls.push(what) },
      files: { "/scratch": memory() },
    });
    const source =
      "import os\ndef greet(name):\n    found = os.listdir('/scratch')\n    open('/scratch/' + name, 'w').close()\n    return found";
    const wishes = { hooks: ["greet"], files: ["/scratch"] };
    await manager.load(source, { manifest: { name: "a", ...wishes } });
    await manager.load(source, { manifest: { name: "b", ...wishes } });
    await manager.call("greet", ["one"]);
    expect((await manager.call("greet", ["two"])).map(({ result }) => result!.value)).toEqual([["one"], ["one"]]);
    await expect(manager.load(source, { manifest: { name: "a", ...wishes } })).rejects.toThrow(
      "there is a plugin of this name already",
    );
    expect(manager.plugins.map(({ name }) => name)).toEqual(["a", "b"]);
  });
});
