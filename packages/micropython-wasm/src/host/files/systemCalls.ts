// The import `file`: what the guest's C library asks of the system, answered by the guest's FileSystem. Numbers and layouts are those of overlay/host/syscalls.ts and of
// emscripten's C library. Every argument may be anything.

import { Errno, FileError } from "./errno.js";
import type { FileSystem } from "./fileSystem.js";
import { absolute, readPath } from "./path.js";
import type { FileStat } from "./tree.js";

/** What a call costs: units for each that only knows a descriptor, for each that goes by a path, and the bytes that cost one more. */
const DESCRIPTOR_UNITS = 100;
const PATH_UNITS = 1_000;
const BYTES_PER_UNIT = 8;

/** What reading a module's syntax costs, a byte. */
const MODULE_UNITS = 25;

/** What a name costs when a directory is opened. */
const NAME_UNITS = 20;

const Flag = {
  write: 1,
  readWrite: 2,
  create: 0o100,
  exclusive: 0o200,
  truncate: 0o1000,
  append: 0o2000,
  directory: 0o200000,
};

/** `lseek` with this in place of whence makes the file as long as the offset says: the C library has no ftruncate. */
const SEEK_RESIZE = 16;

/** struct dirent: inode, offset, its own length at 16, type at 18, name at 19. */
const DIRENT_BYTES = 280;

const STAT_BYTES = 96;

/** Positions are 32-bit, with a sign, in MicroPython. */
const MAX_POSITION = 2 ** 31 - 1;

type Call = (a: number, b: number, c: number) => number;

/** Pays for a call before it is made. */
type Charge = (units: number) => void;

/** Gives what answers `file(operation, a, b, c)`: a count, a descriptor or 0; below zero an error number. */
export function makeSystemCalls(
  files: FileSystem,
  memory: WebAssembly.Memory,
  charge: Charge,
  lowerModule: (content: Uint8Array) => Uint8Array | undefined,
): (operation: number, a: number, b: number, c: number) => number {
  const bytesAt = (pointer: number, length: number): Uint8Array => {
    if (pointer + length > memory.buffer.byteLength) throw new FileError("EFAULT");
    return new Uint8Array(memory.buffer, pointer, length);
  };
  const viewAt = (pointer: number, length: number): DataView => {
    const { buffer, byteOffset } = bytesAt(pointer, length);
    return new DataView(buffer, byteOffset, length);
  };
  const pathAt = (pointer: number): ReturnType<typeof readPath> => {
    charge(PATH_UNITS);
    return readPath(new Uint8Array(memory.buffer), pointer, files.cwd);
  };
  const descriptor = (number: number): number => {
    charge(DESCRIPTOR_UNITS);
    return number;
  };
  const transfer = (pointer: number, length: number): Uint8Array => {
    charge(Math.floor(length / BYTES_PER_UNIT));
    return bytesAt(pointer, length);
  };
  const done = (_nothing: void): number => 0;
  // An import looks whether there is a file, and opens it next. lib/io.py asks for something else in between.
  let lookedFor: string | undefined;
  let looksFor: string | undefined;

  // in the order of overlay/host/syscalls.ts
  const calls: Call[] = [
    function open(path, flags) {
      const access = flags & 3;
      const directory = (flags & Flag.directory) !== 0;
      const place = pathAt(path);
      const opened = files.open(place, {
        read: access !== Flag.write,
        write: access === Flag.write || access === Flag.readWrite,
        create: (flags & Flag.create) !== 0,
        exclusive: (flags & Flag.exclusive) !== 0,
        truncate: (flags & Flag.truncate) !== 0 && access !== 0,
        append: (flags & Flag.append) !== 0,
        directory,
      });
      if (directory) charge(NAME_UNITS * files.namesOf(opened).length);
      else if (access === 0 && absolute(place.names) === lookedFor && lookedFor.endsWith(".py")) {
        charge(MODULE_UNITS * files.fileStat(opened).bytes);
        files.present(opened, lowerModule);
      }
      return opened;
    },
    (number) => done(files.closeFile(descriptor(number))),
    (number, pointer, length) => files.read(descriptor(number), transfer(pointer, length)),
    function write(number, pointer, length) {
      files.write(descriptor(number), transfer(pointer, length));
      return length;
    },
    function seek(number, whence, pointer) {
      const view = viewAt(pointer, 8);
      const offset = Number(view.getBigInt64(0, true));
      if (whence === SEEK_RESIZE) return done(files.resize(descriptor(number), offset));
      const from = (["start", "current", "end"] as const)[whence];
      if (from === undefined) throw new FileError("EINVAL");
      const position = files.seek(descriptor(number), offset, from);
      if (position > MAX_POSITION) throw new FileError("EOVERFLOW");
      view.setBigInt64(0, BigInt(position), true);
      return 0;
    },
    function stat(path, pointer) {
      const place = pathAt(path);
      looksFor = absolute(place.names);
      return writeStat(viewAt(pointer, STAT_BYTES), files.stat(place));
    },
    (number, pointer) => writeStat(viewAt(pointer, STAT_BYTES), files.fileStat(descriptor(number))),
    function list(number, pointer, length) {
      const room = Math.min(Math.floor(length / DIRENT_BYTES), 100);
      const entries = bytesAt(pointer, room * DIRENT_BYTES);
      const names = files.nextNames(descriptor(number), room);
      names.forEach((name, i) => writeEntry(entries.subarray(i * DIRENT_BYTES, (i + 1) * DIRENT_BYTES), name));
      return names.length * DIRENT_BYTES;
    },
    (path) => done(files.makeDirectory(pathAt(path))),
    (path) => done(files.removeDirectory(pathAt(path))),
    (path) => done(files.removeFile(pathAt(path))),
    (from, to) => done(files.rename(pathAt(from), pathAt(to))),
    (path) => done(files.enter(pathAt(path))),
    function getCwd(pointer, length) {
      const path = new TextEncoder().encode(`${absolute(files.cwd)}\0`);
      if (path.length > length) throw new FileError("ENAMETOOLONG");
      bytesAt(pointer, path.length).set(path);
      return path.length;
    },
  ];

  return (operation, a, b, c) => {
    const call = calls[operation >>> 0];
    if (call === undefined) return -Errno.ENOSYS;
    [lookedFor, looksFor] = [looksFor, undefined];
    try {
      return call(a >>> 0, b >>> 0, c >>> 0);
    } catch (error) {
      if (error instanceof FileError) return -error.errno;
      throw error;
    }
  };
}

function writeStat(view: DataView, { kind, bytes, modifiedMs, writable }: FileStat): number {
  for (let at = 0; at < STAT_BYTES; at += 4) view.setUint32(at, 0, true);
  const mode = (kind === "directory" ? 0o040555 : 0o100444) | (writable ? 0o200 : 0);
  view.setUint32(4, mode, true);
  view.setUint32(8, 1, true);
  view.setBigInt64(24, BigInt(bytes), true);
  view.setUint32(32, 4096, true);
  view.setUint32(36, Math.min(Math.ceil(bytes / 512), MAX_POSITION), true);
  const seconds = BigInt(Number.isFinite(modifiedMs) ? Math.floor(modifiedMs / 1000) : 0);
  for (const at of [40, 56, 72]) view.setBigInt64(at, seconds, true);
  return 0;
}

function writeEntry(entry: Uint8Array, name: string): void {
  entry.fill(0);
  const view = new DataView(entry.buffer, entry.byteOffset, DIRENT_BYTES);
  view.setBigUint64(0, 1n, true);
  view.setUint16(16, DIRENT_BYTES, true);
  new TextEncoder().encodeInto(name, entry.subarray(19, DIRENT_BYTES - 1));
}
