/** Where in a mount: names one below the other; none for its root. No name is empty, ".", "..", or holds a slash or NUL. */
export type Path = readonly string[];

export interface FileStat {
  kind: "file" | "directory";
  bytes: number;
  modifiedMs: number;
  writable: boolean;
}

export interface OpenMode {
  read: boolean;
  write: boolean;
  /** Make the file where there is none. */
  create: boolean;
  /** Fail where there is one. */
  exclusive: boolean;
  truncate: boolean;
}

/** A file that is open, whatever becomes of its name. */
export interface OpenFile {
  stat(): FileStat;
  /** Fills `into` from the byte `at` on, as far as the file goes; gives how many bytes that was. */
  read(at: number, into: Uint8Array): number;
  /** Writes all of the bytes, or fails; what lies between the old end and `at` becomes zeros. */
  write(at: number, bytes: Uint8Array): void;
  resize(bytes: number): void;
  close(): void;
}

/** What is mounted somewhere: the files behind one mount point. Everything throws FileError. */
export interface Tree {
  /** @throws {FileError} ENOENT where nothing is there. */
  stat(path: Path): FileStat;
  /** A directory's names, in no certain order. */
  list(path: Path): string[];
  /** @throws {FileError} EISDIR for a directory. */
  open(path: Path, mode: OpenMode): OpenFile;
  makeDirectory(path: Path): void;
  removeFile(path: Path): void;
  removeDirectory(path: Path): void;
  /** As rename(2): replaces a file, or an empty directory. */
  rename(from: Path, to: Path): void;
}
