// What the READMEs and the pages of docs/ show is run here as a user would: in a project of its own, with the package installed.
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../src/limits.js";
import { bin, cli } from "./support/cli.js";
import { readBlocks, readRows } from "./support/markdown.js";
import type { Block } from "./support/markdown.js";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const packageReadme = fileURLToPath(new URL("../README.md", import.meta.url));
const docs = join(repository, "docs");
const readmes = [join(repository, "README.md"), packageReadme];
const pages = [
  ...readmes,
  ...readdirSync(docs)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(docs, name)),
];
const blocks = pages.flatMap((file) => readBlocks(file).map((block) => ({ file, ...block })));
const project = mkdtempSync(join(tmpdir(), "micropython-wasm-readme-"));
afterAll(() => rmSync(project, { recursive: true }));

const ofLanguage = (language: string): [string, Block][] =>
  blocks
    .filter((block) => block.language === language)
    .map((block) => [`${block.file.slice(repository.length)}:${block.line}`, block]);

beforeAll(() => {
  const modules = join(project, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(fileURLToPath(new URL("..", import.meta.url)), join(modules, "micropython-wasm"), "junction");
  // what the pages use beside the package
  for (const name of ["@types", "zod"])
    symlinkSync(join(repository, "node_modules", name), join(modules, name), "junction");
  symlinkSync(bin, join(modules, ".bin/micropython-wasm"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
});

describe("TypeScript", () => {
  const programs = ofLanguage("ts");

  beforeAll(() => {
    for (const [i, [, { text }]] of programs.entries()) writeFileSync(join(project, `program${i}.ts`), text);
    const compilerOptions = { strict: true, target: "ES2022", module: "NodeNext", types: ["node"], outDir: "out" };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    const tsc = join(repository, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", "."], { cwd: project, encoding: "utf8" });
    if (status !== 0) throw new Error(stdout);
  });

  it.each(programs.map(([where, block], i) => [where, i, block] as const))("%s", (_where, i, { output }) => {
    const stdout = execFileSync(process.execPath, [`out/program${i}.js`], { cwd: project, encoding: "utf8" });
    expect(output).toBeDefined();
    expect(stdout).toBe(output);
  });
});

describe("Python", () => {
  it.each(ofLanguage("python"))("%s", async (_where, { text, output }) => {
    expect(output).toBeDefined();
    expect(await cli(["-"], text)).toEqual({ exitCode: 0, stdout: output, stderr: "" });
  });
});

describe("shell", () => {
  it.each(ofLanguage("console"))("%s", (_where, { text }) => {
    const commands = [...text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)];
    const mark = "-- end of the command --\n";
    // The exit code of a command must still stand in $? for the next.
    const script = commands.map(([, command]) => `${command}; code=$?; printf -- '${mark}'; (exit $code)`).join("\n");
    // npm's own warnings, about the settings of the machine, are none of the README's.
    const env = { ...process.env, npm_config_loglevel: "error" };
    const shell = spawnSync("sh", ["-c", `exec 2>&1\n${script}`], { cwd: project, encoding: "utf8", env });
    const outputs = shell.stdout.split(mark).slice(0, -1);
    expect(outputs).toHaveLength(commands.length);
    for (const [i, [, , expected]] of commands.entries()) expect(outputs[i]).toMatch(withGaps(expected!));
  });

  it("the commands to install and test are those that CI and the test of the package run", () => {
    const lines = ofLanguage("sh").flatMap(([, { text }]) => text.trimEnd().split("\n"));
    const commands = lines.map((line) => line.replace(/ +#.*/, ""));
    expect(commands).toEqual([
      `npm ci && npx micropython-wasm -c "print('Hello world')"`,
      "npm cit",
      "npm install micropython-wasm",
    ]);
    const ci = readFileSync(join(repository, ".ci/run"), "utf8").split("\n");
    expect(ci.filter((line) => /^step (?:npm ci|npm cit|hello)$/.test(line))).toEqual([
      "step npm ci",
      "step hello",
      "step npm cit",
    ]);
    expect(ci.join("\n")).toContain(`npx micropython-wasm -c "print('Hello world')"`);
  });
});

describe("facts", () => {
  it.each(pages)("%s: its links lead somewhere", (file) => {
    const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!);
    expect(links.filter((path) => !existsSync(join(dirname(file), path)))).toEqual([]);
  });

  it.each(Object.entries(defaultLimits))("the default of %s", (name, value) => {
    const row = readRows(packageReadme).find(([cell]) => cell === `\`${name}\``);
    expect(row?.[2]?.split(" ")[0]).toBe(value.toLocaleString("en"));
  });

  it("speed is as bench/ last measured it", () => {
    const { geomeans } = readJson("bench/results.json") as { geomeans: { rows: { label: string; common: number }[] } };
    const { rows } = readJson("bench/start-results.json") as { rows: { what: string; value: number; unit: string }[] };
    const measured = new Map([
      ...geomeans.rows.map(({ label, common }) => [label, common.toFixed(1)] as const),
      ...rows.map(({ what, value, unit }) => [what, `${Number(value.toPrecision(2))} ${unit}`] as const),
    ]);
    const shown = readRows(packageReadme).filter(([what]) => measured.has(what!));
    expect(shown.length).toBeGreaterThanOrEqual(8);
    expect(shown).toEqual(shown.map(([what]) => [what, measured.get(what!)]));
  });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(repository, path), "utf8"));
}

/** What varies from run to run is shown as an ellipsis. */
function withGaps(text: string): RegExp {
  const literal = text.split("…").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".+")}$`);
}
