// The tarball as npm publishes it, unpacked beside its dependencies in an otherwise empty project.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, execute } from "./support/mcp.js";
import { sqliteFile } from "./support/sqlite.js";

const packageRoot = fileURLToPath(new URL("..", import.meta.url));
const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));
const maxUnpackedBytes = 500_000;

interface Packed {
  filename: string;
  unpackedSize: number;
  files: { path: string }[];
}

const project = mkdtempSync(join(tmpdir(), "agent-micropython-pack-"));
afterAll(() => rmSync(project, { recursive: true }));
const installed = join(project, "node_modules/agent-micropython");

const exported = ["", "/mcp", "/ai-sdk", "/openai", "/code-mode", "/sql"].map((path) => `agent-micropython${path}`);

describe("the published package", () => {
  let packed: Packed;

  beforeAll(() => {
    const args = ["pack", "--json", "--pack-destination", project];
    const report = execFileSync("npm", args, { cwd: packageRoot, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    [packed] = JSON.parse(report) as [Packed];
    mkdirSync(installed, { recursive: true });
    execFileSync("tar", ["-xzf", join(project, packed.filename), "--strip-components=1", "-C", installed]);
    for (const name of [
      "micropython-wasm",
      "zod",
      "ai",
      "@openai/agents",
      "@modelcontextprotocol/server",
      "@photostructure/sqlite",
    ]) {
      const link = join(project, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(modules, name), link, "junction");
    }
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  });

  it("holds what it needs, nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    const expected =
      /^(?:package\.json|README\.md|LICENSE|NOTICE|bin\/agent-micropython\.js|dist\/(?:[\w-]+\/)*[\w-]+\.(?:d\.ts|js))$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    expect(packed.unpackedSize).toBeLessThan(maxUnpackedBytes);
  });

  it("each export can be imported, with its types", () => {
    const program = exported
      .map((path, i) => `import * as m${i} from "${path}";\nconsole.log(Object.keys(m${i}).length > 0);`)
      .join("\n");
    writeFileSync(join(project, "main.ts"), program);
    const compilerOptions = {
      strict: true,
      target: "ES2022",
      lib: ["ES2023", "ESNext.Disposable", "DOM"],
      module: "NodeNext",
      types: [],
      skipLibCheck: true,
    };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
    execFileSync(process.execPath, [join(modules, "typescript/bin/tsc"), "-p", "."], { cwd: project });
    const stdout = execFileSync(process.execPath, ["main.js"], { cwd: project, encoding: "utf8" });
    expect(stdout).toBe("true\n".repeat(exported.length));
  });

  it("its command serves MCP and reads a database", async () => {
    const file = sqliteFile("CREATE TABLE items (name)", join(project, "data.db"));
    const args = [join(installed, "bin/agent-micropython.js"), "mcp", "--db", file];
    const client = await connect(new StdioClientTransport({ command: process.execPath, args, stderr: "pipe" }));
    const python = "read_only_sql_query('data', 'select count(*) from items')['rows']";
    expect((await execute(client, python)).structuredContent.value).toBe("[[0]]");
    await client.close();
  });
});
