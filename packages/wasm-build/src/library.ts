// packages/stdlib/lib as the image holds it: every module compiled to bytecode, by the artifact itself. And the import `file` while the build runs.

import { readdirSync, readFileSync } from "node:fs";
import type { Artifact } from "./artifact.js";
import { encodeModule, type Layout } from "./bytecode.js";
import { type FileCall, Guest, LIBRARY } from "./guest.js";

/** Files by their paths below the library's folder: "json/__init__.mpy". */
export type Library = Map<string, Uint8Array>;

const folder = new URL("../../stdlib/lib/", import.meta.url);

/** 64 MiB: the largest module's syntax tree has room. */
const COMPILER_PAGES = 1024;

/** @throws where a module does not compile: the message is Python's. */
export function compileLibrary(wasm: Uint8Array<ArrayBuffer>, parts: Artifact["parts"]): Library {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".py"))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
  const library: Library = new Map();
  let layout: Layout | undefined;
  const guest: Guest = new Guest(wasm, parts, {
    maxPages: COMPILER_PAGES,
    serve: (memory) => serveFiles(memory, new Map(paths.map((path) => [path, readFileSync(new URL(path, folder))]))),
    // first the types, then the path of each module with the address of its code object, while that is alive
    onPrint(text) {
      const told: unknown = JSON.parse(text);
      if (!Array.isArray(told)) layout = { ...(told as Layout), ...parts };
      else library.set((told[0] as string).replace(/py$/, "mpy"), encodeModule(guest.view, layout!, told[1] as number));
    },
  });
  guest.run(Buffer.from(program(paths)), "compiling packages/stdlib/lib");
  return library;
}

const program = (paths: readonly string[]): string => `
import sys, ujson as json
from uio import open
print(json.dumps({kind.__name__: id(kind) for kind in (str, bytes, int, float, complex, tuple)}), end="")
for path in ${JSON.stringify(paths)}:
    with open(path) as file:
        code = compile(file.read(), "${LIBRARY}/" + path, "exec")
    print(json.dumps([path, id(code)]), end="")
`;

const Operation = { open: 0, close: 1, read: 2, stat: 5 } as const;

const ENOENT = 2;
const STAT_BYTES = 96;
const MODE_AT = 4;

/** Answers `file` with these files, to be read only. Operations and layouts: see overlay/host/syscalls.ts. */
export function serveFiles(memory: WebAssembly.Memory, files: ReadonlyMap<string, Uint8Array>): FileCall {
  const open = new Map<number, Uint8Array>();
  let next = 3;
  const pathAt = (pointer: number): string => {
    const bytes = new Uint8Array(memory.buffer, pointer);
    return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
  };
  return (operation, a, b, c) => {
    switch (operation) {
      case Operation.open: {
        const bytes = files.get(pathAt(a));
        if (bytes === undefined) return -ENOENT;
        open.set(next, bytes);
        return next++;
      }
      case Operation.read: {
        const rest = open.get(a)!;
        const part = rest.subarray(0, c);
        new Uint8Array(memory.buffer).set(part, b);
        open.set(a, rest.subarray(part.length));
        return part.length;
      }
      case Operation.stat: {
        const path = pathAt(a);
        const isFolder = [...files.keys()].some((file) => file.startsWith(`${path}/`));
        if (!isFolder && !files.has(path)) return -ENOENT;
        new Uint8Array(memory.buffer, b, STAT_BYTES).fill(0);
        new DataView(memory.buffer).setUint32(b + MODE_AT, isFolder ? 0o040555 : 0o100444, true);
        return 0;
      }
      case Operation.close:
        open.delete(a);
        return 0;
      default:
        return -ENOENT;
    }
  };
}
