import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMount, parseVariable } from "../../src/cli/grants.js";
import { echo, serve } from "../network/servers.js";
import { cli } from "../support/cli.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "grants-"));
  mkdirSync(join(folder, "d"));
  writeFileSync(join(folder, "d", "a.txt"), "content");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("--allow-read and --allow-write", () => {
  it.each([
    ["data", "/data"],
    ["./data/x", "/data/x"],
    ["data/", "/data"],
    [".", "/"],
    ["/etc", "/etc"],
    ["data:/in", "/in"],
    ["../up:/in", "/in"],
    ["C:/x:/in", "/in"],
  ])("%s is seen at %s", (text, at) => {
    expect(parseMount("--allow-read", text).at).toBe(at);
  });

  it("let the program read, or write", async () => {
    const read = ["--allow-read", `${folder}/d:/in`];
    expect((await cli([...read, "-c", "print(open('/in/a.txt').read())"])).stdout).toBe("content\n");
    expect((await cli([...read, "-c", "open('/in/a.txt', 'w')"])).stderr).toContain("PermissionError: [Errno 13]");
    const write = [`--allow-write=${folder}/d/out.txt:/out.txt`];
    expect((await cli([...write, "-c", "with open('/out.txt', 'w') as f: f.write('out')"])).exitCode).toBe(0);
    expect(readFileSync(join(folder, "d", "out.txt"), "utf8")).toBe("out");
  });

  it.each([
    ["a path above the working directory", ["--allow-read", "../x"], "say where the program sees it"],
    ["a file that is not there", ["--allow-read", "/nope"], "cannot be mounted"],
    ["two at one place", ["--allow-read", "/etc:/x", "--allow-write", "/tmp:/x"], "already something"],
    [
      "an origin without a scheme",
      ["--allow-net", "example.com"],
      '--allow-net: "example.com" must begin with "https://"',
    ],
    ["an origin with a wildcard", ["--allow-net=https://*.example.com"], "has a wildcard"],
    ["a variable without a value", ["--env", "X"], "NAME=VALUE"],
    ["a seed that is no number", ["--seed", "z"], "whole number"],
  ])("refuse %s", async (_what, args, message) => {
    const { exitCode, stderr } = await cli([...args, "-c", "1"]);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

it("--allow-net lets requests through to the origins that it names, by any method", async () => {
  const [first, second] = [await serve(echo), await serve(echo)];
  const source = `import requests
for port in (${first}, ${second}):
    print(requests.post("http://127.0.0.1:%d/" % port, data="x").json()["body"])
try:
    requests.get("http://localhost:${first}/")
except requests.exceptions.RequestException as error:
    print(error)`;
  const allow = ["--allow-net", `http://127.0.0.1:${first}`, `--allow-net=http://127.0.0.1:${second}/`];
  const { stdout, stderr } = await cli([...allow, "-c", source]);
  expect(stderr).toBe("");
  expect(stdout).toBe(`x\nx\nthe host does not allow requests to http://localhost:${first}/ (network.allow)\n`);
});

it("--env gives os.environ, and nothing else is in it", async () => {
  expect(parseVariable("A=B=C")).toEqual(["A", "B=C"]);
  const { stdout } = await cli(["--env", "A=1", "--env", "B=", "-c", "import os\nprint(sorted(os.environ.items()))"]);
  expect(stdout).toBe("[('A', '1'), ('B', '')]\n");
});

it("--seed makes random numbers the same", async () => {
  const draw = async (): Promise<string> =>
    (await cli(["--seed", "7", "-c", "import random\nprint(random.random())"])).stdout;
  expect(await draw()).toBe(await draw());
});
