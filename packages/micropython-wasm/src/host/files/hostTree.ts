// Directories and files of the host's, by Node's fs. In browsers noHostTree.ts stands in its place.
//
// The guest cannot make links, but a host's directory may hold some, and another process of the host's may change it at any time. So a path is never given to
// the system as a whole. Each directory on the way is opened by itself, without following links, and held open while the next name is looked up in it.

import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  opendirSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import type { BigIntStats, Dirent } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../errors.js";
import { Errno, FileError } from "./errno.js";
import { decode } from "./path.js";
import type { FileStat, OpenFile, OpenMode, Path, Tree } from "./tree.js";
import type { Access, WriteQuota } from "./mounts.js";

export interface HostTreeOptions extends Required<WriteQuota> {
  kind: "directory" | "file";
  path: string;
  access: Access;
}

/** Most names of one directory that are read. */
const MAX_NAMES = 100_000;

/** Most links on one way, as on Linux. */
const MAX_LINKS = 40;

/** Where Linux shows open directories under their descriptors: a name that is looked up there is looked up in that very directory. */
const DESCRIPTORS = "/proc/self/fd";
const descriptorsShown = process.platform === "linux" && existsSync(DESCRIPTORS);

/** Not on Windows. */
const {
  O_NOFOLLOW = 0,
  O_DIRECTORY = 0,
  O_NONBLOCK = 0,
  O_RDONLY,
  O_RDWR,
  O_CREAT,
  O_EXCL,
} = constants as Partial<typeof constants> & typeof constants;

/** Opens what the mount names. `used` (bytes, files) counts what the guest has added. @throws {UsageError} where it cannot be mounted. */
export function openHostTree(options: HostTreeOptions, used: Float64Array): Tree {
  return new HostTree(options, used);
}

/** A directory that is held open; elsewhere than on Linux, one whose identity is checked again after its use. */
class Anchor {
  /** What a name is put behind. */
  readonly path: string;
  readonly #real: string;
  readonly #identity: string;
  readonly #descriptor: number | undefined;

  constructor(path: string, real: string) {
    this.#real = real;
    if (descriptorsShown) {
      this.#descriptor = openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      this.path = `${DESCRIPTORS}/${this.#descriptor}`;
      this.#identity = identity(fstatSync(this.#descriptor, { bigint: true }));
    } else {
      this.path = path;
      const stat = lstatSync(path, { bigint: true });
      if (!stat.isDirectory()) throw new FileError("ENOTDIR");
      this.#identity = identity(stat);
    }
  }

  enter(name: string): Anchor {
    return new Anchor(join(this.path, name), join(this.#real, name));
  }

  is(known: string): boolean {
    return this.#identity === known;
  }

  /** @throws {FileError} where it is not the directory any more that it was. */
  verify(): void {
    if (descriptorsShown) return;
    const stat = lstatSync(this.#real, { bigint: true });
    if (!stat.isDirectory() || identity(stat) !== this.#identity) throw new FileError("EACCES");
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }
}

/** A name in a directory that is held open; no link, unless it was asked for. */
interface Place {
  path: string;
  /** Undefined where nothing has the name. */
  stat: BigIntStats | undefined;
  /** @throws {FileError} where the way here has changed meanwhile. */
  verify(): void;
}

class HostTree implements Tree {
  readonly #options: HostTreeOptions;
  readonly #used: Float64Array;
  readonly #root: string;
  readonly #rootIdentity: string;
  /** From the root to what is mounted: the file's name, where it is a file. */
  readonly #prefix: Path;
  /** Files that are open, and how often. */
  readonly #open = new Map<string, number>();

  constructor(options: HostTreeOptions, used: Float64Array) {
    this.#options = options;
    this.#used = used;
    const { kind, access } = options;
    const path = resolve(options.path.startsWith("file:") ? fileURLToPath(options.path) : options.path);
    try {
      const missing = kind === "file" && access === "write" && !existsSync(path);
      const real = missing ? join(realpathSync(dirname(path)), basename(path)) : realpathSync(path);
      const stat = lstatSync(real, { throwIfNoEntry: false });
      if (kind === "directory" ? !stat!.isDirectory() : stat !== undefined && !stat.isFile())
        throw new Error(`it is no ${kind}`);
      this.#root = kind === "file" ? dirname(real) : real;
      this.#prefix = kind === "file" ? [basename(real)] : [];
      this.#rootIdentity = identity(lstatSync(this.#root, { bigint: true }));
    } catch (error) {
      throw new UsageError(
        `the ${kind} ${JSON.stringify(options.path)} cannot be mounted: ${(error as Error).message}`,
      );
    }
  }

  stat(path: Path): FileStat {
    return this.#at(path, ({ stat }) => this.#describe(present(stat)));
  }

  list(path: Path): string[] {
    return this.#at(path, (place) => {
      if (!present(place.stat).isDirectory()) throw new FileError("ENOTDIR");
      const anchor = new Anchor(place.path, place.path);
      const directory = opendirSync(anchor.path, { encoding: "buffer" as BufferEncoding });
      try {
        const names: string[] = [];
        for (;;) {
          const entry = directory.readSync() as unknown as Dirent<Buffer> | null;
          if (entry === null) break;
          if (names.length === MAX_NAMES) throw new FileError("ENOMEM");
          const name = readable(entry.name);
          if (name !== undefined) names.push(name);
        }
        anchor.verify();
        place.verify();
        return names;
      } finally {
        directory.closeSync();
        anchor.close();
      }
    });
  }

  open(path: Path, mode: OpenMode): OpenFile {
    if (mode.write) this.#requireWrite();
    return this.#at(path, (place) => {
      const { stat } = place;
      if (stat !== undefined && mode.create && mode.exclusive) throw new FileError("EEXIST");
      if (stat === undefined && !mode.create) throw new FileError("ENOENT");
      if (stat?.isDirectory()) throw new FileError("EISDIR");
      if (stat !== undefined) this.#requirePlain(stat);
      else this.#addFile();
      const make = stat === undefined ? O_CREAT | O_EXCL : 0;
      const flags = (mode.write ? O_RDWR : O_RDONLY) | make | O_NOFOLLOW | O_NONBLOCK;
      const descriptor = openSync(place.path, flags, 0o644);
      try {
        const opened = fstatSync(descriptor, { bigint: true });
        if (stat !== undefined && identity(opened) !== identity(stat)) throw new FileError("EACCES");
        this.#requirePlain(opened);
        place.verify();
        const file = this.#openFile(descriptor, identity(opened));
        if (mode.truncate) file.resize(0);
        return file;
      } catch (error) {
        closeSync(descriptor);
        throw error;
      }
    });
  }

  makeDirectory(path: Path): void {
    this.#requireWrite();
    this.#at(path, ({ path: place, stat }) => {
      if (stat !== undefined) throw new FileError("EEXIST");
      this.#addFile();
      mkdirSync(place, 0o755);
    });
  }

  removeFile(path: Path): void {
    this.#requireWrite();
    this.#atLink(path, ({ path: place, stat }) => {
      if (present(stat).isDirectory()) throw new FileError("EISDIR");
      unlinkSync(place);
      this.#removed(stat!);
    });
  }

  removeDirectory(path: Path): void {
    this.#requireWrite();
    this.#atLink(path, ({ path: place, stat }) => {
      if (!present(stat).isDirectory()) throw new FileError("ENOTDIR");
      rmdirSync(place);
      this.#removed(stat!);
    });
  }

  rename(from: Path, to: Path): void {
    this.#requireWrite();
    this.#atLink(from, (source) => {
      present(source.stat);
      this.#atLink(to, (target) => {
        renameSync(source.path, target.path);
        if (target.stat !== undefined && identity(target.stat) !== identity(source.stat!)) this.#removed(target.stat);
      });
    });
  }

  #openFile(descriptor: number, id: string): OpenFile {
    const count = (by: number): void => {
      const now = (this.#open.get(id) ?? 0) + by;
      if (now > 0) this.#open.set(id, now);
      else this.#open.delete(id);
    };
    count(1);
    const size = (): number => fstatSync(descriptor).size;
    /** Counts what the file becomes longer by. */
    const grow = (from: number, to: number): void => {
      if (to > from && this.#used[0]! + to - from > this.#options.maxBytes) throw new FileError("ENOSPC");
      this.#used[0]! += to - from;
    };
    return {
      stat: () => guarded(() => this.#describe(fstatSync(descriptor, { bigint: true }))),
      read: (at, into) => guarded(() => readSync(descriptor, into, 0, into.length, at)),
      write: (at, bytes) =>
        guarded(() => {
          const before = size();
          grow(before, Math.max(before, at + bytes.length));
          for (let done = 0; done < bytes.length;)
            done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
        }),
      resize: (bytes) =>
        guarded(() => {
          grow(size(), bytes);
          ftruncateSync(descriptor, bytes);
        }),
      close: () => {
        count(-1);
        closeSync(descriptor);
      },
    };
  }

  #describe(stat: BigIntStats): FileStat {
    if (!stat.isFile() && !stat.isDirectory()) throw new FileError("EACCES");
    return {
      kind: stat.isFile() ? "file" : "directory",
      bytes: stat.isFile() ? Number(stat.size) : 0,
      modifiedMs: Number(stat.mtimeMs),
      writable: this.#options.access === "write",
    };
  }

  #requireWrite(): void {
    if (this.#options.access !== "write") throw new FileError("EACCES");
  }

  /** A file that has no second name, which could be outside; the file that the host has named itself may have more. */
  #requirePlain(stat: BigIntStats): void {
    if (!stat.isFile() || (stat.nlink > 1n && this.#options.kind === "directory")) throw new FileError("EACCES");
  }

  #addFile(): void {
    if (this.#used[1]! >= this.#options.maxFiles) throw new FileError("ENOSPC");
    this.#used[1]!++;
  }

  /** Gives room back; not that of a file which is open, and so still there. */
  #removed(stat: BigIntStats): void {
    this.#used[1]!--;
    if (stat.isFile() && stat.nlink === 1n && !this.#open.has(identity(stat))) this.#used[0]! -= Number(stat.size);
  }

  #at<T>(path: Path, use: (place: Place) => T): T {
    return guarded(() => this.#resolve(path, true, use));
  }

  /** As `#at`, but a link at the end is not followed. */
  #atLink<T>(path: Path, use: (place: Place) => T): T {
    return guarded(() => this.#resolve(path, false, use));
  }

  /** Goes from directory to directory; follows links as long as they stay below the root. */
  #resolve<T>(path: Path, follow: boolean, use: (place: Place) => T): T {
    const pending = [...this.#prefix, ...path];
    const anchors = [new Anchor(this.#root, this.#root)];
    let links = 0;
    const leave = (keep: number): void => {
      while (anchors.length > keep) anchors.pop()!.close();
    };
    const verify = (): void => anchors.forEach((anchor) => anchor.verify());
    try {
      if (!anchors[0]!.is(this.#rootIdentity)) throw new FileError("EACCES");
      for (;;) {
        const anchor = anchors.at(-1)!;
        const name = pending.shift() ?? ".";
        if (name === "..") {
          if (anchors.length === 1) throw new FileError("EACCES");
          leave(anchors.length - 1);
          continue;
        }
        checkName(name);
        // not join(), which would drop the dot that stands for the directory itself
        const place = `${anchor.path}${sep}${name}`;
        const stat = lstatSync(place, { bigint: true, throwIfNoEntry: false });
        const last = pending.length === 0;
        if (stat?.isSymbolicLink() === true && (follow || !last)) {
          if (++links > MAX_LINKS) throw new FileError("ELOOP");
          const target = readlinkSync(place);
          if (isAbsolute(target)) leave(1);
          pending.unshift(...this.#inside(target));
        } else if (last) {
          verify();
          return use({ path: place, stat, verify });
        } else {
          if (!present(stat).isDirectory()) throw new FileError("ENOTDIR");
          anchors.push(anchor.enter(name));
        }
      }
    } finally {
      leave(0);
    }
  }

  /** The names that a link's target consists of; from the root on where it is absolute. @throws {FileError} EACCES where that leads out. */
  #inside(target: string): string[] {
    const path = isAbsolute(target) ? relative(this.#root, target) : target;
    if (isAbsolute(path)) throw new FileError("EACCES");
    return path.split(sep).filter((name) => name !== "" && name !== ".");
  }
}

function identity({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

function present(stat: BigIntStats | undefined): BigIntStats {
  if (stat === undefined) throw new FileError("ENOENT");
  return stat;
}

/** A name as text; undefined where it is no UTF-8. */
function readable(name: Uint8Array): string | undefined {
  try {
    return decode(name);
  } catch {
    return undefined;
  }
}

/** Windows gives meaning to more than the slash: streams, devices, dots and spaces at the end. */
function checkName(name: string): void {
  if (process.platform !== "win32" || name === ".") return;
  if (/[\\/:*?"<>|]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)) throw new FileError("ENOENT");
}

/** Turns the system's errors into the guest's. */
function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EPERM" || code === "EROFS") throw new FileError("EACCES");
    throw new FileError(code in Errno ? (code as keyof typeof Errno) : "EIO");
  }
}
