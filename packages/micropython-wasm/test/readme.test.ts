// What the READMEs and the pages of docs/ show is run here as a user would: in a project of its own, with the package installed.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../src/limits.js";
import { bin, cli } from "./support/cli.js";
import { readRows } from "./support/markdown.js";
import { markdownFiles, ReadmeProject, repository } from "./support/readmeProject.js";

const packageReadme = fileURLToPath(new URL("../README.md", import.meta.url));
const pages = [join(repository, "README.md"), packageReadme, ...markdownFiles(join(repository, "docs"))];
const shown = new ReadmeProject({
  pages,
  packages: { "micropython-wasm": fileURLToPath(new URL("..", import.meta.url)) },
  // what the pages use beside the package
  borrowed: ["@types", "zod"],
  command: { name: "micropython-wasm", file: bin },
});
const project = shown.folder;

describe("TypeScript", () => {
  const programs = shown.ofLanguage("ts");

  beforeAll(() => shown.compile());

  it.each(programs.map(([where, block], i) => [where, i, block] as const))("%s", (_where, i, { output }) => {
    const stdout = execFileSync(process.execPath, [`out/program${i}.js`], { cwd: project, encoding: "utf8" });
    expect(output).toBeDefined();
    expect(stdout).toBe(output);
  });
});

describe("Python", () => {
  it.each(shown.ofLanguage("python"))("%s", async (_where, { text, output }) => {
    expect(output).toBeDefined();
    expect(await cli(["-"], text)).toEqual({ exitCode: 0, stdout: output, stderr: "" });
  });
});

describe("shell", () => {
  it.each(shown.ofLanguage("console"))("%s", (_where, { text }) => {
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
    const lines = shown.ofLanguage("sh").flatMap(([, { text }]) => text.trimEnd().split("\n"));
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
    const told = readRows(packageReadme).filter(([what]) => measured.has(what!));
    expect(told.length).toBeGreaterThanOrEqual(8);
    expect(told).toEqual(told.map(([what]) => [what, measured.get(what!)]));
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
