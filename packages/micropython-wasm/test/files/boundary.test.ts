import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { directory, file, Interpreter, memory, overlay, UsageError } from "micropython-wasm";
import type { Files } from "micropython-wasm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

let outside: string;
let inside: string;
let interpreter: Interpreter | undefined;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), "outside-"));
  inside = join(outside, "inside");
  mkdirSync(join(inside, "sub"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(inside, "plain.txt"), "plain");
  writeFileSync(join(inside, "sub", "module.py"), "answer = 42\n");
});
afterAll(() => rmSync(outside, { recursive: true }));
afterEach(() => {
  interpreter?.close();
});

/** What an expression gives, or the error that it raises, as Python prints them. */
async function attempt(files: Files, expression: string, setup = ""): Promise<string> {
  interpreter = await Interpreter.create({ files });
  const source = `import os, sys\n${setup}\ntry: print((${expression}))\nexcept Exception as e: print("%s: %s" % (type(e).__name__, e))`;
  return interpreter.run(source).stdout.trimEnd();
}

const missing = (path: string): string => `FileNotFoundError: [Errno 2] No such file or directory: '${path}'`;
const denied = (path: string): string => `PermissionError: [Errno 13] Permission denied: '${path}'`;

describe("paths", () => {
  it.each([
    "/etc/passwd",
    "../secret.txt",
    "/in/../secret.txt",
    "/in/../../../../../etc/passwd",
    "/in/sub/../../secret.txt",
    "/IN/plain.txt",
    "/in/PLAIN.TXT",
    "/in/plain.txt ",
    "/in/pl\u0430in.txt",
    "/in/plain.txt/../../secret.txt",
    "\\\\in\\\\plain.txt",
    "C:/in/plain.txt",
    "file:///etc/passwd",
    "~/.bashrc",
  ])("%s names nothing", async (path) => {
    expect(await attempt({ "/in": directory(inside) }, `open("${path}").read()`)).toBe(missing(path));
  });

  it.each([
    ['open("/in/plain\\0.txt")', "ValueError: embedded null byte"],
    ['open("/in/" + "x" * 256)', "[Errno 36] File name too long"],
    ['open("/in/" + "x/" * 2100)', "[Errno 36] File name too long"],
    ['open("/in/plain.txt/")', "NotADirectoryError: [Errno 20] Not a directory: '/in/plain.txt/'"],
    ['open("/in/plain.txt/x")', "NotADirectoryError: [Errno 20] Not a directory: '/in/plain.txt/x'"],
    ['open("/in/sub")', "IsADirectoryError: [Errno 21] Is a directory: '/in/sub'"],
    ['open("/in")', "IsADirectoryError: [Errno 21] Is a directory: '/in'"],
    ['open("/")', "IsADirectoryError: [Errno 21] Is a directory: '/'"],
    ['open("")', missing("")],
  ])("%s: %s", async (expression, answer) => {
    expect(await attempt({ "/in": directory(inside) }, expression)).toContain(answer);
  });

  it.each([
    ["/in/plain.txt", "plain"],
    ["//in///plain.txt", "plain"],
    ["/in/./sub/../plain.txt", "plain"],
    ["/../in/plain.txt", "plain"],
    ["in/plain.txt", "plain"],
  ])("%s is inside", async (path, content) => {
    expect(await attempt({ "/in": directory(inside) }, `open("${path}").read()`)).toBe(content);
  });

  it("names are exact: case, Unicode forms and JavaScript's own properties are different files", async () => {
    const names = ["a", "A", "\\u00e9", "e\\u0301", "__proto__", "constructor", "toString", "hasOwnProperty", " ", "-"];
    const program = `
for name in NAMES:
    with open("/m/" + name, "w") as f: f.write(name)
ok = all(open("/m/" + name).read() == name for name in NAMES)`;
    const setup = `NAMES = [${names.map((name) => `"${name}"`).join(",")}]${program}`;
    expect(await attempt({ "/m": memory() }, "ok, len(os.listdir('/m'))", setup)).toBe(`(True, ${names.length})`);
    expect(Object.hasOwn(Object.prototype, "a")).toBe(false);
  });

  it("names on the disk that are no UTF-8 are not listed", async () => {
    const folder = mkdtempSync(join(outside, "names-"));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xff])]), "");
    writeFileSync(join(folder, "good"), "");
    expect(await attempt({ "/d": directory(folder) }, "os.listdir('/d')")).toBe("['good']");
  });
});

describe("what leads out of a directory", () => {
  it.each([
    ["an absolute link", () => symlinkSync(join(outside, "secret.txt"), join(inside, "l1")), "/in/l1", denied],
    ["a relative link", () => symlinkSync("../secret.txt", join(inside, "l2")), "/in/l2", denied],
    ["a link to a directory", () => symlinkSync(outside, join(inside, "l3")), "/in/l3/secret.txt", denied],
    ["a link to a link", () => symlinkSync("l1", join(inside, "l4")), "/in/l4", denied],
    ["a hard link", () => linkSync(join(outside, "secret.txt"), join(inside, "l5")), "/in/l5", denied],
    ["a link to /proc/self/environ", () => symlinkSync("/proc/self/environ", join(inside, "l6")), "/in/l6", denied],
    [
      "a loop of links",
      () => symlinkSync("l7", join(inside, "l7")),
      "/in/l7",
      () => "OSError: [Errno 40] Too many levels of symbolic links: '/in/l7'",
    ],
    ["a link to nothing", () => symlinkSync("nothing", join(inside, "l8")), "/in/l8", missing],
    ["a fifo", () => execFileSync("mkfifo", [join(inside, "fifo")]), "/in/fifo", denied],
  ])("%s", async (_what, make, path, answer) => {
    make();
    const files = { "/in": directory(inside, { access: "write" }) };
    expect(await attempt(files, `open("${path}").read()`)).toBe(answer(path));
    if (!path.endsWith("l8")) expect(await attempt(files, `open("${path}", "w")`)).toBe(answer(path));
    expect(await attempt({ "/in": overlay(inside) }, `open("${path}").read()`)).toBe(answer(path));
    expect(readFileSync(join(outside, "secret.txt"), "utf8")).toBe("secret");
  });

  it("a socket", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(inside, "socket"), resolve));
    expect(await attempt({ "/in": directory(inside) }, 'open("/in/socket")')).toBe(denied("/in/socket"));
    server.close();
  });

  it("links that stay inside are followed, from the root of the mount too", async () => {
    symlinkSync("../plain.txt", join(inside, "sub", "up"));
    symlinkSync(join(inside, "sub"), join(inside, "absolute"));
    const files = { "/in": directory(inside) };
    expect(await attempt(files, 'open("/in/sub/up").read() + open("/in/absolute/up").read()')).toBe("plainplain");
  });

  it("a link is removed, not what it leads to", async () => {
    symlinkSync(join(outside, "secret.txt"), join(inside, "gone"));
    await attempt({ "/in": directory(inside, { access: "write" }) }, 'os.remove("/in/gone")');
    expect(readFileSync(join(outside, "secret.txt"), "utf8")).toBe("secret");
  });

  it("a file and a directory that another process keeps swapping for links", async () => {
    const folder = mkdtempSync(join(outside, "swap-"));
    mkdirSync(join(folder, "d"));
    writeFileSync(join(folder, "d", "secret.txt"), "public");
    const swapper = spawn(process.execPath, [
      "-e",
      `const fs = require("node:fs"); process.chdir(${JSON.stringify(folder)});
       for (;;) {
         fs.renameSync("d", "real"); fs.symlinkSync(${JSON.stringify(outside)}, "d"); fs.unlinkSync("d"); fs.renameSync("real", "d");
         fs.renameSync("d/secret.txt", "d/x"); fs.symlinkSync(${JSON.stringify(join(outside, "secret.txt"))}, "d/secret.txt"); fs.unlinkSync("d/secret.txt"); fs.renameSync("d/x", "d/secret.txt");
       }`,
    ]);
    try {
      interpreter = await Interpreter.create({
        timeoutMs: Infinity,
        files: { "/s": directory(folder, { access: "write" }) },
      });
      const { value } = interpreter.run(`
seen = {}
import os
def note(what):
    seen[what] = seen.get(what, 0) + 1
for i in range(3000):
    try: note(open("/s/d/secret.txt").read())
    except OSError as e: note(type(e).__name__)
    try:
        with open("/s/d/new.txt", "w") as f: f.write("mine")
    except OSError as e: note(type(e).__name__)
sorted(seen)`);
      expect(value).toContain("public");
      expect(value).not.toContain("secret");
    } finally {
      swapper.kill("SIGKILL");
      await once(swapper, "close");
    }
    expect(readFileSync(join(outside, "secret.txt"), "utf8")).toBe("secret");
    expect(() => readFileSync(join(outside, "new.txt"))).toThrow("ENOENT");
  });
});

describe("what may not be changed", () => {
  it.each([
    'open("/in/plain.txt", "w")',
    'open("/in/plain.txt", "a")',
    'open("/in/plain.txt", "r+")',
    'open("/in/new.txt", "x")',
    'os.remove("/in/plain.txt")',
    'os.mkdir("/in/new")',
    'os.rmdir("/in/sub")',
    'os.rename("/in/plain.txt", "/in/other.txt")',
    'open("/new.txt", "w")',
    'os.mkdir("/new")',
  ])("%s", async (expression) => {
    expect(await attempt({ "/in": directory(inside) }, expression)).toContain(
      "PermissionError: [Errno 13] Permission denied",
    );
    expect(readFileSync(join(inside, "plain.txt"), "utf8")).toBe("plain");
  });

  it.each([
    'os.rmdir("/m")',
    'os.rename("/m", "/x")',
    'os.rename("/m", "/m/x")',
    'os.rmdir("/a")',
    'os.remove("/a/f")',
  ])("a mount point: %s", async (expression) => {
    const files = { "/m": memory(), "/a/f": file(join(inside, "plain.txt"), { access: "write" }) };
    expect(await attempt(files, expression)).toContain("OSError: [Errno 16] Device or resource busy");
  });

  it("a file mount is that file only", async () => {
    const files = { "/out/report.csv": file(join(outside, "report.csv"), { access: "write" }) };
    expect(await attempt(files, 'open("/out/report.csv", "w").write("a,b"), os.listdir("/out")')).toBe(
      "(3, ['report.csv'])",
    );
    expect(readFileSync(join(outside, "report.csv"), "utf8")).toBe("a,b");
    expect(await attempt(files, 'open("/out/secret.txt")')).toBe(missing("/out/secret.txt"));
    expect(await attempt(files, 'open("/out/new.txt", "w")')).toBe(denied("/out/new.txt"));
  });
});

describe("quotas", () => {
  const full = "OSError: [Errno 28] No space left on device";

  it.each([
    ["memory", () => memory({ maxBytes: 10_000, maxFiles: 100 })],
    ["overlay", () => overlay(mkdtempSync(join(outside, "q-")), { maxBytes: 10_000, maxFiles: 100 })],
    [
      "directory",
      () => directory(mkdtempSync(join(outside, "q-")), { access: "write", maxBytes: 10_000, maxFiles: 100 }),
    ],
  ])("of a %s mount", async (_kind, mount) => {
    const files = { "/m": mount() };
    const write = (n: number): string => `open("/m/f", "wb").write(bytes(${n}))`;
    expect(await attempt(files, write(10_001))).toBe(full);
    expect(await attempt({ "/m": mount() }, `${write(10_000)}, ${write(10_000)}`)).toBe("(10000, 10000)");
    const seek = 'f = open("/m/f", "wb")\nf.seek(2**30)';
    expect(await attempt({ "/m": mount() }, 'f.write(b"x")', seek)).toBe(full);
    expect(await attempt({ "/m": mount() }, "f.truncate(2**30)", seek)).toBe(full);
    expect(await attempt({ "/m": mount() }, "f.seek(2**40)", seek)).toBe("OSError: [Errno 27] File too large");
    const many =
      'n = 0\ntry:\n    while True:\n        open("/m/%d" % n, "w").close()\n        n += 1\nexcept OSError as e: print(e)';
    expect(await attempt({ "/m": mount() }, "n", many)).toMatch(/No space left on device: '\/m\/100'\n100$/);
    // what has no name any more still counts while it is open
    const unlinked = `files = []
try:
    while True:
        f = open("/m/u", "wb"); files.append(f); f.write(bytes(3000)); os.remove("/m/u")
except OSError as e: print(e)`;
    expect(await attempt({ "/m": mount() }, "len(files) <= 5", unlinked)).toContain("True");
  });

  it("of open files: those that nobody can reach are closed first", async () => {
    const lost = "for i in range(1000): open('/m/f', 'w')";
    expect(await attempt({ "/m": memory() }, "1", lost)).toBe("1");
    const kept =
      "files = []\ntry:\n    for i in range(1000): files.append(open('/m/f', 'w'))\nexcept OSError as e: print(e)";
    const answer = await attempt({ "/m": memory() }, "len(files)", kept);
    expect(answer).toBe("[Errno 24] Too many open files: '/m/f'\n64");
  });

  it("a million empty files end with an error, or with the run's fuel", async () => {
    interpreter = await Interpreter.create({ files: { "/m": memory({ maxFiles: 1_000_000 }) } });
    expect(() => interpreter!.run("for i in range(10**6): open('/m/%d' % i, 'w').close()")).toThrow(/fuel|ms/);
  });
});

describe("mounts that cannot be", () => {
  it.each([
    ["a relative path", { in: memory() }],
    ["a path with ..", { "/a/../b": memory() }],
    ["a path with a slash at its end", { "/a/": memory() }],
    ["a path with a NUL", { "/a\0": memory() }],
    ["half a character", { "/\ud800": memory() }],
    ["a string", { "/a": "/tmp" }],
    ["no mounts", [memory()]],
    ["a directory that is not there", { "/a": directory("/nope/nope") }],
    ["a file as directory", { "/a": directory(new URL(import.meta.url)) }],
    ["a directory as file", { "/a": file("/") }],
  ])("%s", async (_what, files) => {
    await expect(Interpreter.create({ files: files as Files })).rejects.toThrow(UsageError);
  });

  it.each([
    () => memory({ maxBytes: -1 }),
    () => memory({ maxFiles: 1.5 }),
    () => directory("/", { access: "execute" as "read" }),
    () => directory(""),
    () => directory("a\0b"),
    () => overlay(new URL("https://example.com")),
    () => memory({ files: { a: 1 as unknown as string } }),
    () => memory({ files: { "": "" } }),
  ])("%s", (make) => {
    expect(make).toThrow(UsageError);
  });
});

it("modules are imported from mounts, as the program sets sys.path", async () => {
  const files = {
    "/lib": directory(join(inside, "sub")),
    "/m": memory({ files: { "pkg/__init__.py": "from .part import x", "pkg/part.py": "x = 7" } }),
  };
  expect(await attempt(files, "(module.answer, pkg.x)", "sys.path += ['/lib', '/m']\nimport module, pkg")).toBe(
    "(42, 7)",
  );
});
