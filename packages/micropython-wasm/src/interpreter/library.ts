// The Python library's modules, which the guest imports from the folder "<sandbox>": files that lie in the host's memory, beside the boot image, and take no room in
// the guest's until they are imported. Everybody may read them, and nobody can write.

import { Errno } from "../host/files/errno.js";
import { OWN_SOURCE } from "./traceback.js";

/** Files by their paths below the library's folder, compiled: "json/__init__.mpy". */
export type Library = ReadonlyMap<string, Uint8Array>;

/** What `file` answers: a count, a descriptor or 0; below zero an error number. */
type FileCall = (operation: number, a: number, b: number, c: number) => number;

/** Operations of `file`: see overlay/host/syscalls.ts. */
const Operation = { open: 0, close: 1, read: 2, stat: 5 } as const;

const PREFIX = new TextEncoder().encode(`${OWN_SOURCE}/`);
const LONGEST_PATH = 256;

/** Descriptors from here on are the library's. */
const FIRST_DESCRIPTOR = 1 << 20;
const MAX_OPEN = 32;

const STAT_BYTES = 96;
const FOLDER_MODE = 0o040555;
const FILE_MODE = 0o100444;

/** What a call costs, and the bytes that cost one unit more. */
const CALL_UNITS = 10;
const BYTES_PER_UNIT = 8;

/** Answers what concerns the library, and leaves everything else to `next`. Arguments may be anything. */
export function serveLibrary(
  library: Library,
  memory: WebAssembly.Memory,
  charge: (units: number) => void,
  next: FileCall,
): FileCall {
  const folders = foldersOf(library);
  const open = new Map<number, Uint8Array>();
  let last = FIRST_DESCRIPTOR;
  return (operation, a, b, c) => {
    const [first, pointer, length] = [a >>> 0, b >>> 0, c >>> 0];
    switch (operation) {
      case Operation.open:
      case Operation.stat: {
        const path = pathAt(new Uint8Array(memory.buffer), first);
        if (path === undefined) break;
        charge(CALL_UNITS);
        const file = library.get(path);
        if (operation === Operation.open) {
          if (file === undefined) return -Errno.ENOENT;
          if (open.size >= MAX_OPEN) return -Errno.EMFILE;
          open.set(++last, file);
          return last;
        }
        if (file === undefined && !folders.has(path)) return -Errno.ENOENT;
        if (pointer + STAT_BYTES > memory.buffer.byteLength) return -Errno.EFAULT;
        const view = new DataView(memory.buffer, pointer, STAT_BYTES);
        for (let at = 0; at < STAT_BYTES; at += 4) view.setUint32(at, 0, true);
        view.setUint32(4, file === undefined ? FOLDER_MODE : FILE_MODE, true);
        view.setBigInt64(24, BigInt(file?.length ?? 0), true);
        return 0;
      }
      case Operation.read: {
        if (first < FIRST_DESCRIPTOR) break;
        const rest = open.get(first);
        if (rest === undefined) return -Errno.EBADF;
        if (pointer + length > memory.buffer.byteLength) return -Errno.EFAULT;
        const part = rest.subarray(0, length);
        charge(CALL_UNITS + Math.floor(part.length / BYTES_PER_UNIT));
        new Uint8Array(memory.buffer).set(part, pointer);
        open.set(first, rest.subarray(part.length));
        return part.length;
      }
      case Operation.close:
        if (first < FIRST_DESCRIPTOR) break;
        charge(CALL_UNITS);
        return open.delete(first) ? 0 : -Errno.EBADF;
    }
    return next(operation, a, b, c);
  };
}

/** The path below the library's folder; undefined where it is not there, or is none. */
function pathAt(bytes: Uint8Array, pointer: number): string | undefined {
  if (PREFIX.some((byte, i) => bytes[pointer + i] !== byte)) return undefined;
  const start = pointer + PREFIX.length;
  const end = bytes.subarray(start, start + LONGEST_PATH).indexOf(0);
  return end < 0 ? undefined : new TextDecoder().decode(bytes.slice(start, start + end));
}

const known = new WeakMap<Library, ReadonlySet<string>>();

function foldersOf(library: Library): ReadonlySet<string> {
  let folders = known.get(library);
  if (folders === undefined) {
    folders = new Set(
      [...library.keys()].flatMap((path) =>
        path
          .split("/")
          .slice(0, -1)
          .map((_, i, names) => names.slice(0, i + 1).join("/")),
      ),
    );
    known.set(library, folders);
  }
  return folders;
}
