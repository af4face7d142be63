import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bin, cli, ended, start } from "../support/cli.js";

const directory = mkdtempSync(join(tmpdir(), "micropython-wasm-cli-"));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const showArguments = "import sys\nprint(sys.argv)";

describe("where the program comes from", () => {
  it("-c CODE, and the rest is sys.argv", async () => {
    expect(await cli(["-c", "print('Hello world')"])).toEqual({ exitCode: 0, stdout: "Hello world\n", stderr: "" });
    expect((await cli(["-c", showArguments, "a", "--fuel", "-c"])).stdout).toBe("['-c', 'a', '--fuel', '-c']\n");
  });

  it("a file, named in sys.argv and in tracebacks", async () => {
    const path = file("args.py", `\uFEFF${showArguments}\r\n1/0\r\n`);
    const { exitCode, stdout, stderr } = await cli([path, "x"]);
    expect(stdout).toBe(`['${path}', 'x']\n`);
    expect(stderr).toContain(`File "${path}", line 3`);
    expect(exitCode).toBe(1);
  });

  it("stdin, for - and where there is no argument and no terminal", async () => {
    expect((await cli(["-", "x"], showArguments)).stdout).toBe("['-', 'x']\n");
    expect((await cli([], showArguments)).stdout).toBe("['']\n");
  });

  it("a file whose name looks like an option, after --", async () => {
    expect((await cli(["--", "-x.py"])).stderr).toContain('cannot read "-x.py"');
  });
});

describe("output", () => {
  it("appears while the program runs", async () => {
    const child = start(["--timeout", "none", "--fuel", "none", "-c", "print('ready')\nwhile True: pass"]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
  });

  it("is not lost at the end where stdout is a pipe", async () => {
    const { stdout } = await cli(["-c", "for i in range(50000): print('line', i)"]);
    expect(stdout.length).toBe(Array.from({ length: 50_000 }, (_, i) => `line ${i}\n`).join("").length);
    expect(stdout.endsWith("line 49999\n")).toBe(true);
  });

  it("goes to stdout and stderr apart", async () => {
    const { stdout, stderr } = await cli(["-c", "import sys\nprint('out')\nsys.stderr.write('err\\n')"]);
    expect({ stdout, stderr }).toEqual({ stdout: "out\n", stderr: "err\n" });
  });

  it("is left as it is where it goes to no terminal", async () => {
    expect((await cli(["-c", "print('\\x1b[31mred\\x07')"])).stdout).toBe("\x1b[31mred\x07\n");
  });

  it("that nobody reads any more ends the program quietly", async () => {
    const child = start(["--timeout", "none", "--fuel", "none", "-c", "while True: print('y')"]);
    child.stdout.once("data", () => child.stdout.destroy());
    const stderr: string[] = [];
    child.stderr.on("data", (data) => stderr.push(String(data)));
    const exitCode = await new Promise((resolve) => child.once("close", resolve));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: [] });
  });
});

describe.skipIf(!existsSync("/dev/full"))("output that cannot be written", () => {
  it("ends the program with one line and exit code 2", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [bin, "-c", "while True: print('x' * 1000)"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect(stderr).toMatch(/^micropython-wasm: cannot write the output: [^\n]*ENOSPC[^\n]*\n$/);
    expect(status).toBe(2);
  });
});

describe("exit codes", () => {
  it("1 for a Python exception, its traceback on stderr after what was printed", async () => {
    const { exitCode, stdout, stderr } = await cli(["-c", "print('so far')\nraise ValueError('bad')"]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("so far\n");
    expect(stderr).toMatch(/^Traceback \(most recent call last\):\n {2}File "<string>", line 2.*\nValueError: bad\n$/);
  });

  it.each([
    ["sys.exit()", 0, ""],
    ["sys.exit(0)", 0, ""],
    ["sys.exit(7)", 7, ""],
    ["sys.exit(256 + 3)", 3, ""],
    ["sys.exit(-1)", 255, ""],
    ["sys.exit('gone wrong')", 1, "gone wrong\n"],
    ["raise SystemExit(4)", 4, ""],
  ])("as in CPython for %s", async (code, exitCode, stderr) => {
    expect(await cli(["-c", `import sys\n${code}`])).toEqual({ exitCode, stdout: "", stderr });
  });

  it.each([
    ["--fuel", "5000", "while True: pass", "FuelExhaustedError: stopped after 5000 units"],
    ["--timeout", "0.2", "while True: pass", "TimeoutError: stopped after 200 ms"],
    ["--memory", "4MiB", "x = [0]\nwhile True: x += x", "MemoryLimitError: stopped at 4194304 bytes"],
  ])("3 for %s %s: one line says which, and the number", async (option, value, code, line) => {
    const { exitCode, stderr } = await cli([option, value, "-c", code]);
    expect(stderr).toContain(line);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(exitCode).toBe(3);
  });

  it("130 for Ctrl-C, with KeyboardInterrupt's traceback", async () => {
    const child = start(["--timeout", "none", "--fuel", "none", "-c", "print('ready')\nwhile True: pass"]);
    child.stdout.once("data", () => child.kill("SIGINT"));
    const { exitCode, stderr } = await ended(child);
    expect(stderr).toContain("KeyboardInterrupt");
    expect(exitCode).toBe(130);
  });

  it("130 for a second Ctrl-C, where the program catches the first", async () => {
    const code =
      "while True:\n    try:\n        print('ready')\n        while True: pass\n    except KeyboardInterrupt:\n        pass";
    const child = start(["--timeout", "none", "--fuel", "none", "-c", code]);
    child.stdout.on("data", () => child.kill("SIGINT"));
    expect((await ended(child)).exitCode).toBe(130);
  });
});

describe("wrong usage", () => {
  const notUtf8 = file("latin1.py", new Uint8Array([0x23, 0xe9, 0x0a]));
  const nul = file("nul.py", "a = 1\0\n");
  const long = file("long.py", "#".repeat(1_000_001));

  it.each([
    [["--nonsense"], "unknown option"],
    [["-x"], "unknown option"],
    [["--stats=yes", "-c", "1"], "--stats takes no value"],
    [["-c"], "-c needs"],
    [["--fuel"], "--fuel needs"],
    [["--fuel", "-5", "-c", "1"], "--fuel must be"],
    [["--fuel", "0", "-c", "1"], "--fuel"],
    [["--fuel", "1e400", "-c", "1"], "--fuel must be"],
    [["--timeout", "NaN", "-c", "1"], "--timeout must be"],
    [["--timeout=-1", "-c", "1"], "--timeout must be"],
    [["--timeout", "0", "-c", "1"], "--timeout"],
    [["--memory", "16MB", "-c", "1"], "--memory must be"],
    [["--memory", "1", "-c", "1"], "4194304"],
    [["--memory", "99999999999999999999", "-c", "1"], "--memory"],
    [[join(directory, "missing.py")], "no such file"],
    [[directory], "directory"],
    [[notUtf8], "not UTF-8"],
    [[nul], "NUL byte at offset 5"],
    [[long], "more than 1000000 bytes"],
  ] as const)("%j is refused in one line with exit code 2", async (args, named) => {
    const { exitCode, stdout, stderr } = await cli(args);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
    expect(stderr).toMatch(/^micropython-wasm: [^\n]+\n$/);
    expect(exitCode).toBe(2);
  });

  it.each([
    ["bytes that are not UTF-8", new Uint8Array([0xff]), "not UTF-8"],
    ["a NUL byte", "a\0", "NUL"],
    ["too much", "#".repeat(1_000_001), "more than 1000000 bytes"],
  ])("stdin with %s is refused likewise", async (_what, stdin, named) => {
    const { exitCode, stderr } = await cli(["-"], stdin);
    expect(stderr).toContain(named);
    expect(stderr).toMatch(/^micropython-wasm: [^\n]+\n$/);
    expect(exitCode).toBe(2);
  });
});

describe("--stats, --json, --help, --version", () => {
  it("--stats gives fuel, time and memory on stderr", async () => {
    const { stdout, stderr } = await cli(["--stats", "--fuel", "100000", "-c", "print(1)"]);
    expect(stdout).toBe("1\n");
    expect(stderr).toMatch(/^fuel \d+ of 100000, time \d+\.\d ms, memory \d+ bytes\n$/);
  });

  it("--json gives the whole result, and nothing else, on stdout", async () => {
    const { exitCode, stdout, stderr } = await cli(["--json", "-c", "print('hi')\n[1, 2.5, 'é', None]"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      stdout: "hi\n",
      stderr: "",
      value: [1, 2.5, "é", null],
      error: null,
    });
  });

  it("--json tells of an error too, with the same exit code", async () => {
    const { exitCode, stdout, stderr } = await cli(["--json", "-c", "print('hi')\n1/0"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    const error = { name: "PythonError", code: "PYTHON_ERROR", pythonType: "ZeroDivisionError", line: 2 };
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, stdout: "hi\n", value: null, error });
  });

  it("--help and --version answer on stdout", async () => {
    const help = await cli(["--help"]);
    expect(help.stdout).toMatch(/^Usage: micropython-wasm /);
    expect(help.exitCode).toBe(0);
    expect((await cli(["--version"])).stdout).toMatch(/^micropython-wasm \d+\.\d+\.\d+\n$/);
  });
});
