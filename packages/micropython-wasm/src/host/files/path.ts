import { FileError } from "./errno.js";
import type { Path } from "./tree.js";

/** As on Linux. */
const MAX_PATH_BYTES = 4_096;
const MAX_NAME_BYTES = 255;
/** Names in a path, whatever directory it begins in. Each is a step, and each directory of the host's on the way is open for the moment. */
const MAX_DEPTH = 256;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface GuestPath {
  /** From the root on. */
  names: Path;
  /** It ends in a slash or a dot: what it names must be a directory. */
  directory: boolean;
}

/**
 * The path that NUL-ended bytes name, without `.`, `..` and doubled slashes. What climbs above the root stays there. Nothing is changed in a name: neither
 * its case nor its Unicode form.
 *
 * @throws {FileError} ENAMETOOLONG, EILSEQ where it is no UTF-8, ENOENT where it is empty.
 */
export function readPath(memory: Uint8Array, pointer: number, cwd: Path): GuestPath {
  const window = memory.subarray(pointer, pointer + MAX_PATH_BYTES);
  const length = window.indexOf(0);
  if (length < 0) throw new FileError(window.length < MAX_PATH_BYTES ? "EFAULT" : "ENAMETOOLONG");
  if (length === 0) throw new FileError("ENOENT");
  return normalise(decode(window.slice(0, length)), cwd);
}

export function normalise(text: string, cwd: Path): GuestPath {
  const names = text.startsWith("/") ? [] : [...cwd];
  const parts = text.split("/");
  for (const part of parts) {
    if (part === "..") names.pop();
    else if (part !== "" && part !== ".") {
      if (encoder.encode(part).length > MAX_NAME_BYTES) throw new FileError("ENAMETOOLONG");
      names.push(part);
    }
  }
  checkLength(names);
  return { names, directory: ["", ".", ".."].includes(parts.at(-1)!) };
}

/** @throws {FileError} ENAMETOOLONG: also for a path that was made longer step by step, by entering directories or by moving them. */
export function checkLength(names: Path): void {
  const bytes = names.reduce((sum, name) => sum + 1 + encoder.encode(name).length, 0);
  if (names.length > MAX_DEPTH || bytes >= MAX_PATH_BYTES) throw new FileError("ENAMETOOLONG");
}

/** The name that bytes spell. @throws {FileError} EILSEQ where they are no UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FileError("EILSEQ");
  }
}

export function absolute(names: Path): string {
  return `/${names.join("/")}`;
}

/** Whether `path` is `ancestor`, or below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return path.length >= ancestor.length && ancestor.every((name, i) => path[i] === name);
}
