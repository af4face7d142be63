// The C library's system calls. Those of files go to the host, which knows paths and descriptors; the three standard streams are answered here. Error numbers are
// Python's errno values, negative where the C library wants them so.

import { clockMs, file, randomU32, sleepMs, write } from "./host";

const EBADF: i32 = 9;
const ENOSYS: i32 = 38;

/** Operations of `file`. */
const OPEN: i32 = 0;
const CLOSE: i32 = 1;
const READ: i32 = 2;
const WRITE: i32 = 3;
const SEEK: i32 = 4;
const STAT: i32 = 5;
const FILE_STAT: i32 = 6;
const LIST: i32 = 7;
const MAKE_DIRECTORY: i32 = 8;
const REMOVE_DIRECTORY: i32 = 9;
const REMOVE: i32 = 10;
const RENAME: i32 = 11;
const CHANGE_DIRECTORY: i32 = 12;
const CURRENT_DIRECTORY: i32 = 13;

/** Flags of unlinkat and newfstatat. */
const AT_REMOVEDIR: i32 = 0x200;
const AT_EMPTY_PATH: i32 = 0x1000;

/** Writes each (pointer, length) pair, to standard output or error or to a file. */
export function fd_write(fd: i32, vectors: usize, count: i32, written: usize): i32 {
  if (fd == 0) return EBADF;
  let total: u32 = 0;
  for (let i = 0; i < count; i++) {
    const pointer = load<usize>(vectors + (<usize>i << 3));
    const bytes = load<u32>(vectors + (<usize>i << 3), 4);
    if (bytes == 0) continue;
    if (fd == 1 || fd == 2) write(fd, pointer, bytes);
    else {
      const result = file(WRITE, fd, pointer, bytes);
      if (result < 0) return -result;
    }
    total += bytes;
  }
  store<u32>(written, total);
  return 0;
}

/** Fills each (pointer, length) pair in turn. Standard input is empty. */
export function fd_read(fd: i32, vectors: usize, count: i32, read: usize): i32 {
  let total: u32 = 0;
  for (let i = 0; i < count && fd != 0; i++) {
    const pointer = load<usize>(vectors + (<usize>i << 3));
    const bytes = load<u32>(vectors + (<usize>i << 3), 4);
    const result = file(READ, fd, pointer, bytes);
    if (result < 0) return -result;
    total += result;
    if (<u32>result < bytes) break;
  }
  store<u32>(read, total);
  return 0;
}

export function fd_close(fd: i32): i32 {
  return fd >= 0 && fd <= 2 ? 0 : -file(CLOSE, fd, 0, 0);
}

/** Nothing is held back. */
export function fd_sync(fd: i32): i32 {
  return 0;
}

export function fd_seek(fd: i32, offset: i64, whence: i32, result: usize): i32 {
  if (fd >= 0 && fd <= 2) return EBADF;
  store<i64>(result, offset);
  return -file(SEEK, fd, whence, result);
}

export function getcwd(buffer: usize, bytes: u32): i32 {
  return file(CURRENT_DIRECTORY, buffer, bytes, 0);
}

export function chdir(path: usize): i32 {
  return file(CHANGE_DIRECTORY, path, 0, 0);
}

export function openat(directory: i32, path: usize, flags: i32, mode: usize): i32 {
  return file(OPEN, path, flags, 0);
}

export function mkdirat(directory: i32, path: usize, mode: i32): i32 {
  return file(MAKE_DIRECTORY, path, 0, 0);
}

export function getdents64(fd: i32, buffer: usize, bytes: u32): i32 {
  return file(LIST, fd, buffer, bytes);
}

export function renameat(fromDirectory: i32, from: usize, toDirectory: i32, to: usize): i32 {
  return file(RENAME, from, to, 0);
}

export function rmdir(path: usize): i32 {
  return file(REMOVE_DIRECTORY, path, 0, 0);
}

export function unlinkat(directory: i32, path: usize, flags: i32): i32 {
  return file(flags & AT_REMOVEDIR ? REMOVE_DIRECTORY : REMOVE, path, 0, 0);
}

export function fstat64(fd: i32, stat: usize): i32 {
  return file(FILE_STAT, fd, stat, 0);
}

/** Also lstat: no link is ever seen. */
export function stat64(path: usize, stat: usize): i32 {
  return file(STAT, path, stat, 0);
}

export function newfstatat(directory: i32, path: usize, stat: usize, flags: i32): i32 {
  return flags & AT_EMPTY_PATH ? file(FILE_STAT, directory, stat, 0) : file(STAT, path, stat, 0);
}

export function not_implemented3(a: i32, b: i32, c: i32): i32 {
  return -ENOSYS;
}

export function time_ms(): f64 {
  return clockMs();
}

/** A 32-bit millisecond counter that wraps, as MicroPython's ticks do. */
export function ticks_ms(): i32 {
  return <i32>(<i64>clockMs());
}

/** mp_hal_delay_ms: upstream spins on the clock, which would make fuel depend on time. */
export function delay_ms(duration: u32): void {
  sleepMs(<f64>duration);
}

export function delay_us(duration: u32): void {
  sleepMs(<f64>duration / 1000.0);
}

export function random_u32(): u32 {
  return randomU32();
}
