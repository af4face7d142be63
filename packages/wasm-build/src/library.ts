// The import `file` while the image is made: packages/stdlib/lib to read, so that its modules can be imported. Operations and layouts: see overlay/syscalls.ts.

import { readFileSync, statSync } from "node:fs";

/** Where the library is imported from; tracebacks leave files out whose names begin so. */
export const LIBRARY = "<sandbox>";

const folder = new URL("../../stdlib/lib/", import.meta.url);

const Operation = { open: 0, close: 1, read: 2, stat: 5 } as const;

const ENOENT = 2;
const STAT_BYTES = 96;
const MODE_AT = 4;

export function serveLibrary(
  memory: WebAssembly.Memory,
): (operation: number, a: number, b: number, c: number) => number {
  const open = new Map<number, Uint8Array>();
  let next = 3;
  const find = (pointer: number): URL | undefined => {
    const bytes = new Uint8Array(memory.buffer, pointer);
    const path = new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
    const inside = path.startsWith(`${LIBRARY}/`) ? new URL(path.slice(LIBRARY.length + 1), folder) : undefined;
    return inside !== undefined && statSync(inside, { throwIfNoEntry: false }) !== undefined ? inside : undefined;
  };
  return (operation, a, b, c) => {
    switch (operation) {
      case Operation.open: {
        const url = find(a);
        if (url === undefined) return -ENOENT;
        open.set(next, readFileSync(url));
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
        const url = find(a);
        if (url === undefined) return -ENOENT;
        new Uint8Array(memory.buffer, b, STAT_BYTES).fill(0);
        new DataView(memory.buffer).setUint32(b + MODE_AT, statSync(url).isDirectory() ? 0o040555 : 0o100444, true);
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
