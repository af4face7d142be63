// The C library's system calls, answered inside the sandbox. There are no files: a path names nothing, a descriptor but the three
// standard ones is bad. Numbers are Python's errno values, negative where the C library wants them so.

import { clockMs, randomU32, sleepMs, write } from "./host";

const ENOENT: i32 = 2;
const EBADF: i32 = 9;
const EROFS: i32 = 30;
const ENOSYS: i32 = 38;

/** Writes each (pointer, length) pair to standard output or error. */
export function fd_write(fd: i32, vectors: usize, count: i32, written: usize): i32 {
  if (fd != 1 && fd != 2) return EBADF;
  let total: u32 = 0;
  for (let i = 0; i < count; i++) {
    const pointer = load<usize>(vectors + (<usize>i << 3));
    const bytes = load<u32>(vectors + (<usize>i << 3), 4);
    if (bytes != 0) write(fd, pointer, bytes);
    total += bytes;
  }
  store<u32>(written, total);
  return 0;
}

/** Standard input is empty. */
export function fd_read(fd: i32, vectors: usize, count: i32, read: usize): i32 {
  if (fd != 0) return EBADF;
  store<u32>(read, 0);
  return 0;
}

export function fd_close(fd: i32): i32 {
  return fd >= 0 && fd <= 2 ? 0 : EBADF;
}

export function fd_sync(fd: i32): i32 {
  return fd_close(fd);
}

export function fd_seek(fd: i32, offset: i64, whence: i32, result: usize): i32 {
  return EBADF;
}

export function getcwd(buffer: usize, bytes: u32): i32 {
  if (bytes < 2) return -ENOSYS;
  store<u16>(buffer, 0x2f); // "/" and its NUL
  return 2;
}

export function no_entry1(a: i32): i32 {
  return -ENOENT;
}

export function no_entry2(a: i32, b: i32): i32 {
  return -ENOENT;
}

export function no_entry3(a: i32, b: i32, c: i32): i32 {
  return -ENOENT;
}

export function no_entry4(a: i32, b: i32, c: i32, d: i32): i32 {
  return -ENOENT;
}

export function read_only3(a: i32, b: i32, c: i32): i32 {
  return -EROFS;
}

export function not_implemented3(a: i32, b: i32, c: i32): i32 {
  return -ENOSYS;
}

export function bad_descriptor2(a: i32, b: i32): i32 {
  return -EBADF;
}

export function bad_descriptor3(a: i32, b: i32, c: i32): i32 {
  return -EBADF;
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
