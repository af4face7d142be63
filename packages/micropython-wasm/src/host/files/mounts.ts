import { UsageError } from "../../errors.js";
import { FileError } from "./errno.js";
import { absolute, normalise } from "./path.js";
import type { Path } from "./tree.js";

/** What the guest may do: read, or read and write. */
export type Access = "read" | "write";

export interface WriteQuota {
  /** Most bytes that the guest may add, or a memory mount may hold. Default 16 MiB; up to 1 GiB. */
  maxBytes?: number;
  /** Most files and directories that the guest may add, or a memory mount may hold. Default 1,000; up to 1,000,000. */
  maxFiles?: number;
}

interface HostMount extends Required<WriteQuota> {
  kind: "directory" | "file";
  path: string;
  access: Access;
}

interface OverlayMount extends Required<WriteQuota> {
  kind: "overlay";
  path: string;
}

interface MemoryMount extends Required<WriteQuota> {
  kind: "memory";
  /** What it holds at the start, by path inside the mount. */
  files: readonly (readonly [path: string, content: Uint8Array])[];
}

/** What is to be seen at one path of the guest's: made by `directory`, `file`, `memory` or `overlay`. Plain data. */
export type Mount = HostMount | OverlayMount | MemoryMount;

/** The guest's files: mounts by absolute path, such as "/input". Nothing else exists. */
export type Files = Readonly<Record<string, Mount>>;

/**
 * A directory of the host's, with all that is in it. Symbolic links are followed where they stay inside. Links out of it, hard links, and what is neither
 * file nor directory are refused with PermissionError. What is written stays, also where the run is stopped. Not in browsers.
 *
 * @param path relative to the process's directory.
 * @throws {UsageError} for an option of the wrong type or out of range.
 */
export function directory(path: string | URL, options: WriteQuota & { access?: Access } = {}): Mount {
  const { access = "read" } = options;
  return { kind: "directory", path: hostPath(path), access: checkAccess(access), ...resolveQuota(options) };
}

/** One file of the host's. It need not exist where it may be written, but its directory must. See `directory`. */
export function file(path: string | URL, options: WriteQuota & { access?: Access } = {}): Mount {
  const { access = "read" } = options;
  return { kind: "file", path: hostPath(path), access: checkAccess(access), ...resolveQuota(options) };
}

/** An empty directory that lives with the interpreter: part of its snapshots, and as before where a run is stopped. `files` are there at the start. */
export function memory(options: WriteQuota & { files?: Readonly<Record<string, string | Uint8Array>> } = {}): Mount {
  const files = Object.entries(options.files ?? {}).map(([path, content]): [string, Uint8Array] => {
    if (typeof content !== "string" && !(content instanceof Uint8Array))
      throw new UsageError(`files[${JSON.stringify(path)}] must be a string or a Uint8Array`);
    const names = parse(path, "a path in files");
    if (names.length === 0) throw new UsageError("a path in files must name a file");
    return [names.join("/"), new Uint8Array(typeof content === "string" ? new TextEncoder().encode(content) : content)];
  });
  return { kind: "memory", files, ...resolveQuota(options) };
}

/** A directory of the host's to read, where what the guest writes or deletes stays in memory, as in a `memory` mount. Not in browsers. */
export function overlay(path: string | URL, options: WriteQuota = {}): Mount {
  return { kind: "overlay", path: hostPath(path), ...resolveQuota(options) };
}

/** What `encodeFiles` writes for one file at most, besides its content: a path of 4,096 bytes, of which JSON makes up to six each. */
const MOST_ENTRY_BYTES = 32 * 1024;

/** No state of these mounts is larger once `encodeFiles` has written it. @throws {UsageError} as `resolveFiles`. */
export function mostFilesBytes(files: unknown): number {
  // the current directory, too
  let sum = MOST_ENTRY_BYTES;
  for (const { mount } of resolveFiles(files))
    if (mount.kind === "memory" || mount.kind === "overlay")
      sum += MOST_ENTRY_BYTES * (1 + mount.maxFiles) + mount.maxBytes;
  return sum;
}

/** How many numbers count what was added to a mount: bytes and files. */
export const COUNTERS = 2;

/** A mount and where it is. */
export interface MountedAt {
  names: Path;
  mount: Mount;
}

/** @throws {UsageError} naming the path. */
export function resolveFiles(files: unknown): MountedAt[] {
  if (files === undefined) return [];
  if (typeof files !== "object" || files === null || Array.isArray(files))
    throw new UsageError('files must be an object of mounts, such as { "/input": directory("./fixtures") }');
  return Object.entries(files as Record<string, unknown>).map(([path, mount]) => {
    const kind = typeof mount === "object" && mount !== null ? (mount as Partial<Mount>).kind : undefined;
    if (!["directory", "file", "memory", "overlay"].includes(kind!))
      throw new UsageError(`files[${JSON.stringify(path)}] must be made by directory(), file(), memory() or overlay()`);
    const names = parse(path, "a key of files");
    if (absolute(names) !== path)
      throw new UsageError(`a key of files must be an absolute path, such as "/input"; got ${JSON.stringify(path)}`);
    return { names, mount: mount as Mount };
  });
}

function parse(path: string, what: string): Path {
  try {
    if (path.includes("\0") || /\p{Surrogate}/u.test(path)) throw new FileError("EILSEQ");
    return normalise(path, []).names;
  } catch {
    throw new UsageError(`${what} cannot be ${JSON.stringify(path.slice(0, 100))}`);
  }
}

function hostPath(path: unknown): string {
  if (path instanceof URL && path.protocol === "file:") return path.href;
  if (typeof path === "string" && path !== "" && !path.includes("\0")) return path;
  throw new UsageError("the path of a mount must be a string, or a URL with file:");
}

function checkAccess(access: unknown): Access {
  if (access === "read" || access === "write") return access;
  throw new UsageError('access must be "read" or "write"');
}

function resolveQuota({ maxBytes = 16 * 1024 * 1024, maxFiles = 1_000 }: WriteQuota): Required<WriteQuota> {
  return {
    maxBytes: inRange("maxBytes", maxBytes, 1024 ** 3),
    maxFiles: inRange("maxFiles", maxFiles, 1_000_000),
  };
}

function inRange(name: string, value: unknown, max: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new UsageError(`${name} must be a whole number from 0 to ${max}; got ${String(value)}`);
}
