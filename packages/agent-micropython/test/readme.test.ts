// What the package's README and the pages of docs/agent/ show is run here as a user would: in a project of its own, with the package installed.
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { DatabaseSync } from "@photostructure/sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { readRows } from "../../micropython-wasm/test/support/markdown.js";
import { markdownFiles, ReadmeProject, repository } from "../../micropython-wasm/test/support/readmeProject.js";
import { PythonTool } from "../src/index.js";
import { settingNames } from "../src/core/settings.js";
import { defaultSqlLimits } from "../src/sql/index.js";
import { bin } from "./support/cli.js";
import { connect, execute } from "./support/mcp.js";
import { modelServer } from "./support/modelServer.js";

const readme = fileURLToPath(new URL("../README.md", import.meta.url));
const docs = join(repository, "docs/agent");
const pages = [readme, ...markdownFiles(docs)];
const shown = new ReadmeProject({
  pages,
  packages: {
    "agent-micropython": fileURLToPath(new URL("..", import.meta.url)),
    "micropython-wasm": join(repository, "packages/micropython-wasm"),
  },
  // what the pages use beside the package
  borrowed: ["@types", "zod", "ai", "@ai-sdk", "@openai", "openai", "@modelcontextprotocol", "@photostructure"],
  command: { name: "agent-micropython", file: bin },
});
const project = shown.folder;

/** `npx agent-micropython …`, as it is run where the package is installed. */
const installed = (args: readonly string[]): StdioClientTransport =>
  new StdioClientTransport({ command: process.execPath, args: [bin, ...args], cwd: project, stderr: "pipe" });

beforeAll(() => {
  // the databases that the pages name
  for (const name of ["some.db", "data.db"]) {
    const database = new DatabaseSync(join(project, name));
    database.exec(
      "CREATE TABLE items (name TEXT, qty INT); INSERT INTO items VALUES ('apple', 1), ('pear', 3), ('plum', 12)",
    );
    database.close();
  }
});

describe("TypeScript", () => {
  const run = promisify(execFile);
  const fibonacci =
    "a, b = 0, 1\nnumbers = []\nfor _ in range(10):\n    numbers.append(a)\n    a, b = b, a + b\nprint(numbers)";
  const programs = shown.ofLanguage("ts");

  beforeAll(() => {
    // the frameworks' declarations are theirs
    shown.compile({ lib: ["ES2023", "ESNext.Disposable", "DOM"], skipLibCheck: true });
    for (const [i] of programs.entries()) mkdirSync(join(project, `cwd${i}`), { recursive: true });
  });

  it.each(programs.map(([where, block], i) => [where, i, block] as const))("%s", async (_where, i, { output }) => {
    // what the model of those pages answers that have one
    const { url } = await modelServer([
      [{ name: "execute_micropython", args: { python: fibonacci } }],
      "They are 0, 1, 1, 2, 3, 5, 8, 13, 21 and 34.",
    ]);
    const env = { ...process.env, OPENAI_BASE_URL: url, OPENAI_API_KEY: "none" };
    const { stdout } = await run(process.execPath, [`out/program${i}.js`], { cwd: project, env });
    expect(output).toBeDefined();
    expect(stdout).toBe(output);
  });
});

describe("commands", () => {
  it("the README opens with the one that serves MCP", async () => {
    const [first] = shown.ofLanguage("sh").filter(([where]) => where.includes("README"));
    expect(first![1].text).toBe("npx agent-micropython mcp --db some.db\n");
    const client = await connect(installed(["mcp", "--db", "some.db"]));
    const { structuredContent } = await execute(
      client,
      "read_only_sql_query('some', 'select count(*) from items')['rows']",
    );
    expect(structuredContent.value).toBe("[[3]]");
    await client.close();
  });

  it.each(shown.ofLanguage("console"))("%s", (_where, { text }) => {
    const [, command, expected] = /^\$ (.*)\n([^]*)$/.exec(text)!;
    const env = { ...process.env, npm_config_loglevel: "error" };
    const { stdout } = spawnSync("sh", ["-c", `exec 2>&1\n${command}`], { cwd: project, encoding: "utf8", env });
    expect(stdout).toBe(expected);
  });
});

interface ServerEntry {
  command?: string;
  args?: string[];
  url?: string;
}

describe("configuration files", () => {
  const files = shown
    .ofLanguage("json")
    .map(([where, { text }]) => [where, JSON.parse(text) as Record<string, unknown>] as const);
  const ofClients = files.filter(([, file]) => "mcpServers" in file || "servers" in file);

  it.each(ofClients)("%s: a client that reads it finds the tool", async (_where, file) => {
    const servers = (file["mcpServers"] ?? file["servers"]) as Record<string, ServerEntry>;
    for (const { command, args, url } of Object.values(servers)) {
      if (url !== undefined) {
        expect(new URL(url).pathname).toBe("/mcp");
        continue;
      }
      expect([command, args?.slice(0, 3)]).toEqual(["npx", ["-y", "agent-micropython", "mcp"]]);
      const paths = args!.slice(2).map((arg) => arg.replace(/^(?:\/path\/to|\$\{workspaceFolder\})\//, `${project}/`));
      const client = await connect(installed(paths));
      expect((await execute(client, "print(sum(range(10)))")).structuredContent.stdout).toBe("45\n");
      await client.close();
    }
  });

  it.each(files.filter((file) => !ofClients.includes(file)))("%s: the command takes it", async (_where, file) => {
    writeFileSync(join(project, "agent.json"), JSON.stringify(file));
    const client = await connect(installed(["mcp", "--config", "agent.json"]));
    expect((await execute(client, "1 + 1")).structuredContent.value).toBe("2");
    await client.close();
  });
});

describe("facts", () => {
  const rows = readRows(readme);
  const defaults = { ...new PythonTool().settings, ...defaultSqlLimits };

  it.each(pages)("%s: its links lead somewhere", (file) => {
    const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!);
    expect(links.filter((path) => !existsSync(join(dirname(file), path)))).toEqual([]);
  });

  it.each(Object.entries(defaultSqlLimits))("the default of %s", (camel, value) => {
    const row = readRows(join(docs, "sql.md")).find((cells) => cells[1] === `\`${camel}\``);
    expect(row?.[0]).toBe(`\`${camel.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}\``);
    expect(row?.[2]).toBe(value.toLocaleString("en"));
  });

  it.each([...settingNames])("the default of %s", (snake, camel) => {
    const row = rows.find(([cell]) => cell === `\`${snake}\``);
    expect(row?.[1]).toBe(`\`${camel}\``);
    expect(row?.[2]?.replaceAll(",", "")).toBe(String(defaults[camel as keyof typeof defaults]));
  });
});
