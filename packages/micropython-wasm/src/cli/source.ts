import { closeSync, openSync, readSync } from "node:fs";
import { UsageError } from "../errors.js";

const reasons: Record<string, string> = {
  ENOENT: "no such file",
  EISDIR: "it is a directory",
  EACCES: "permission denied",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
  ENOTDIR: "a part of the path is no directory",
};

/**
 * Reads a program's text.
 *
 * @param path a file, or 0 for stdin.
 * @throws {UsageError} where it cannot be read, is longer than `maxBytes`, or is not UTF-8 text without NUL.
 */
export function readSource(path: string | 0, maxBytes: number): string {
  const name = path === 0 ? "stdin" : JSON.stringify(path);
  const bytes = readBytes(path, name, maxBytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new UsageError(`${name} is no Python source: it has a NUL byte at offset ${nul}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is no Python source: it is not UTF-8`);
  }
}

/** Never holds more than one byte beyond the limit, however much there is to read. */
function readBytes(path: string | 0, name: string, maxBytes: number): Uint8Array {
  const buffer = new Uint8Array(maxBytes + 1);
  let length = 0;
  let fd: number = 0;
  try {
    if (path !== 0) fd = openSync(path, "r");
    while (length < buffer.length) {
      const count = readChunk(fd, buffer, length);
      if (count === 0) break;
      length += count;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`cannot read ${name}: ${reasons[code ?? ""] ?? code ?? String(error)}`);
  } finally {
    if (fd !== 0) closeSync(fd);
  }
  if (length > maxBytes)
    throw new UsageError(`${name} has more than ${maxBytes} bytes, the most that a source may have`);
  return buffer.subarray(0, length);
}

function readChunk(fd: number, buffer: Uint8Array, at: number): number {
  for (;;) {
    try {
      return readSync(fd, buffer, at, buffer.length - at, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      // Somebody left stdin non-blocking: wait a little, then ask again.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
