/**
 * Linux's error numbers, which Python's `errno` has too. The guest's C library has others, and takes 27 for "interrupted, try again": so there is no EFBIG here.
 */
export const Errno = {
  ENOENT: 2,
  EIO: 5,
  EBADF: 9,
  ENOMEM: 12,
  EACCES: 13,
  EFAULT: 14,
  EBUSY: 16,
  EEXIST: 17,
  EXDEV: 18,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  EMFILE: 24,
  ENOSPC: 28,
  ENAMETOOLONG: 36,
  ENOSYS: 38,
  ENOTEMPTY: 39,
  ELOOP: 40,
  EOVERFLOW: 75,
  EILSEQ: 84,
} as const;

/** Why a file call fails; the guest sees the number, as an OSError. */
export class FileError extends Error {
  readonly errno: number;

  constructor(name: keyof typeof Errno) {
    super(name);
    this.errno = Errno[name];
  }
}
