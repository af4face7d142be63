import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const packageRoot = fileURLToPath(new URL("..", import.meta.url));
const repositoryRoot = fileURLToPath(new URL("../../..", import.meta.url));
const tsc = join(repositoryRoot, "node_modules/typescript/bin/tsc");
const maxUnpackedBytes = 3_000_000;

/** What a reader of the README writes first. */
const program = `
import { PythonError, run, Session } from "micropython-wasm";
import type { RunResult } from "micropython-wasm";

const { stdout }: RunResult = await run("print(1 + 1)");
console.log(stdout.trim());

await using session = await Session.create({ memoryBytes: 16 * 1024 * 1024, fuel: 20_000_000, timeoutMs: 5_000 });
await session.run("x = 10");
const result = await session.run("x += 5\\nx * 2", { onStdout: (text: string) => console.log(text) });
console.log(result.value);
const outcome = await session.run("1/0", { reject: false });
if (outcome.error instanceof PythonError) console.log(outcome.error.pythonType);
// @ts-expect-error -- a limit is a number
void Session.create({ fuel: "many" }).catch((error: unknown) => console.log((error as Error).name));
`;

interface Packed {
  filename: string;
  unpackedSize: number;
  files: { path: string; mode: number }[];
}

const project = mkdtempSync(join(tmpdir(), "micropython-wasm-pack-"));
afterAll(() => rmSync(project, { recursive: true }));

function npm(args: string[], cwd: string): string {
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
}

function node(args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
}

/** Compiles the program as the given kind of project; throws, with tsc's output, where a type does not resolve. */
function compile(options: Record<string, unknown>): void {
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    target: "ES2022",
    types: [],
    outDir: "out",
    rootDir: ".",
    ...options,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
  try {
    node([tsc, "-p", "."]);
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout, { cause: error });
  }
}

describe("the published package, in an empty TypeScript project", () => {
  let packed: Packed;

  beforeAll(() => {
    mkdirSync(join(project, "tarball"));
    const report = npm(["pack", "--json", "--pack-destination", join(project, "tarball")], packageRoot);
    packed = (JSON.parse(report) as Packed[])[0]!;
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
    writeFileSync(join(project, "main.ts"), program);
    npm(["install", "--offline", "--no-audit", "--no-fund", join(project, "tarball", packed.filename)], project);
  });

  it("holds what it needs, nothing else, in under 3 MB", () => {
    const paths = packed.files.map(({ path }) => path);
    const expected =
      /^(?:package\.json|README\.md|LICENSE|NOTICE|bin\/micropython-wasm\.cjs|dist\/(?:[\w-]+\/)*[\w-]+\.d\.ts|dist\/browser\/(?:index|worker)\.js|dist\/[\w-]+\.mjs|dist\/(?:worker|cli(?:-\w+)?)\.cjs|dist\/micropython\.wasm|dist\/boot\.image)$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        "README.md",
        "LICENSE",
        "NOTICE",
        "dist/index.d.ts",
        "dist/micropython.wasm",
        "dist/boot.image",
      ]),
    );
    expect(packed.unpackedSize).toBeLessThan(maxUnpackedBytes);
  });

  it("brings the repository's license and notice", () => {
    for (const file of ["LICENSE", "NOTICE"]) {
      expect(readFileSync(join(packageRoot, file), "utf8")).toBe(readFileSync(join(repositoryRoot, file), "utf8"));
    }
  });

  it("needs no other package and no install script", () => {
    const manifest = JSON.parse(
      readFileSync(join(project, "node_modules/micropython-wasm/package.json"), "utf8"),
    ) as Record<string, unknown>;
    for (const key of ["dependencies", "optionalDependencies", "peerDependencies", "scripts"])
      expect(manifest).not.toHaveProperty(key);
  });

  it("types resolve with a bundler", () => {
    compile({ module: "ESNext", moduleResolution: "bundler", noEmit: true });
  });

  it("types resolve in Node's way, and the program runs", () => {
    compile({ module: "NodeNext", moduleResolution: "NodeNext" });
    expect(node(["out/main.js"]).split("\n")).toEqual(["2", "30", "ZeroDivisionError", "UsageError", ""]);
  });

  it("npx finds the command", () => {
    expect(npm(["exec", "--offline", "micropython-wasm", "--", "-c", "print('Hello world')"], project)).toBe(
      "Hello world\n",
    );
  });
});
