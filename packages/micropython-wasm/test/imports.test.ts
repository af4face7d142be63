import { readFile } from "node:fs/promises";
import { defaultLimits, Interpreter, loadArtifact, memory as memoryMount, PythonError } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { Ambient } from "../src/host/ambient.js";
import { FileSystem } from "../src/host/files/fileSystem.js";
import { resolveFiles } from "../src/host/files/mounts.js";
import { Budget } from "../src/interpreter/budget.js";
import { HostCalls } from "../src/interpreter/hostCalls.js";
import { makeImports } from "../src/interpreter/imports.js";
import { Output } from "../src/interpreter/output.js";
import { Stop } from "../src/interpreter/stop.js";
import { random } from "./attacks/random.js";

const { image } = await loadArtifact();

describe("what the artifact imports", () => {
  it("is this, and every addition is a decision", async () => {
    const bytes = await readFile(new URL("../dist/micropython.wasm", import.meta.url));
    const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
    expect(imports.map(({ module, name, kind }) => `${module}.${name} ${kind}`).toSorted()).toEqual([
      "host.call function",
      "host.clock_ms function",
      "host.file function",
      "host.memory memory",
      "host.random_u32 function",
      "host.sleep_ms function",
      "host.stop function",
      "host.take function",
      "host.write function",
    ]);
  });

  it("are just what the host supplies", () => {
    const { imports } = host();
    expect(Object.keys(imports).toSorted()).toEqual([
      "call",
      "clock_ms",
      "file",
      "random_u32",
      "sleep_ms",
      "stop",
      "take",
      "write",
    ]);
  });

  it.each([
    [
      "import numpy as np",
      "No module named 'numpy'; it is not available in this sandbox: use lists, array, math and statistics",
    ],
    ["import nosuch", "No module named 'nosuch'"],
    ["import os\nos.fork()", "module 'os' has no attribute 'fork' (not available in this sandbox)"],
    ["from os import fork", "cannot import name 'fork' from 'os' (not available in this sandbox)"],
    ["import math\nmath.nosuch", "module 'math' has no attribute 'nosuch'"],
  ])("says what is not there: %s", async (source, message) => {
    const interpreter = await Interpreter.create();
    expect(() => interpreter.run(source)).toThrow(message);
  });

  it.each(["js", "jsffi", "uctypes", "machine", "ffi"])("gives the guest no module %s", async (module) => {
    const interpreter = await Interpreter.create();
    for (const source of [`import ${module}`, `__import__("${module}")`, `from ${module} import *`]) {
      expect(() => interpreter.run(source)).toThrow(
        expect.objectContaining({ constructor: PythonError, pythonType: "ModuleNotFoundError" }),
      );
    }
    interpreter.close();
  });
});

const edges = [
  0,
  1,
  -1,
  2,
  7,
  255,
  65_535,
  65_536,
  131_071,
  131_072,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
];
const odd = [NaN, Infinity, -Infinity, 0.5, -0.5, 1e300, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];

function host() {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 2 });
  const budget = new Budget({}, undefined, () => undefined);
  // Every sleep must end with this deadline.
  budget.begin(1_000, performance.now() + 2);
  const limit = { maxOutputBytes: 10_000, onOutputLimit: "truncate" } as const;
  const stdout = new Output();
  stdout.begin(() => undefined, limit);
  const stderr = new Output();
  stderr.begin(undefined, limit);
  const ambient = new Ambient({});
  const hostCalls = new HostCalls(image.facts, {
    call: () => ({ bytes: new Uint8Array(40), fuel: 0 }),
    refuse: () => undefined,
  });
  hostCalls.begin(defaultLimits, new Uint8Array(40));
  const mounts = resolveFiles({ "/": memoryMount({ files: { a: "content" }, maxBytes: 100_000, maxFiles: 100 }) });
  const files = new FileSystem({ mounts, now: () => 0, state: undefined, written: undefined });
  const library = new Map([["a.mpy", new Uint8Array(100)]]);
  const imports = makeImports(memory, () => budget, { ambient, files, library, stdout, stderr, hostCalls });
  return { imports, stdout, stderr, memory };
}

describe("imports that are called with hostile arguments", () => {
  it.each(Object.keys(host().imports))("%s neither crashes nor leaks", (name) => {
    const below = random(42);
    const value = () => {
      const kind = below(4);
      if (kind === 0) return edges[below(edges.length)];
      if (kind === 1) return odd[below(odd.length)];
      // Near the end of memory, where sums wrap.
      if (kind === 2) return 131_072 - 8 + below(16);
      return below(2 ** 32) - 2 ** 31;
    };
    for (let round = 0; round < 300; round++) {
      const { imports, stdout, stderr } = host();
      try {
        const answer: unknown = imports[name]?.(value(), value(), value());
        // Only numbers cross into wasm.
        expect(["number", "undefined"]).toContain(typeof answer);
      } catch (error) {
        expect(error).toBeInstanceOf(Stop);
      }
      expect(stdout.kept.text.length + stderr.kept.text.length).toBeLessThanOrEqual(20_000);
    }
  });

  it("write copies what is inside memory, and nothing that is partly outside", () => {
    for (const [pointer, length, written] of [
      [0, 5, 5],
      [131_072 - 4, 4, 4],
      [131_072 - 4, 5, 0],
      [131_072, 0, 0],
      [131_072, 1, 0],
      [-1, 2, 0],
      [-4, 4, 0],
      [2 ** 32 - 1, 2, 0],
      [4, 2 ** 32 - 1, 0],
      [4, -1, 0],
    ] as const) {
      const { imports, stdout } = host();
      imports["write"]?.(1, pointer, length);
      expect(stdout.kept.text.length, `${pointer}, ${length}`).toBe(written);
    }
  });
});
