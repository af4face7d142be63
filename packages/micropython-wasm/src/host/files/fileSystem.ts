import { openHostTree } from "#hostTree";
import { SnapshotError } from "../../errors.js";
import { FileError } from "./errno.js";
import { LayeredTree } from "./layeredTree.js";
import { COUNTERS, type Mount, type MountedAt } from "./mounts.js";
import { absolute, type GuestPath, isWithin } from "./path.js";
import { type FilesState, type Layer, noFiles } from "./state.js";
import type { FileStat, OpenFile, OpenMode, Path, Tree } from "./tree.js";

interface Mounted {
  names: Path;
  tree: Tree;
}

type Handle =
  | { kind: "file"; file: OpenFile; mode: OpenMode; append: boolean; position: number }
  | { kind: "directory"; names: string[]; path: GuestPath; position: number };

export interface FileSystemOptions {
  mounts: readonly MountedAt[];
  /** Milliseconds since 1970. */
  now: () => number;
  /** What it starts with. Default: what the mounts hold at the start. */
  state: FilesState | undefined;
  /** Counts what is added to the host's directories, `COUNTERS` for each mount. */
  written: Float64Array | undefined;
}

/** All files of one guest: its mounts, its current directory, what it has open. Everything throws FileError. */
export class FileSystem {
  /** Most files and directories that may be open at a time. */
  maxOpenFiles = 64;
  readonly #mounts: Mounted[];
  readonly #layers = new Map<string, LayeredTree>();
  /** What the mounts hold at the start. */
  readonly #initial: FilesState;
  #start: FilesState;
  readonly #handles = new Map<number, Handle>();
  #cwd: Path = [];
  #nextDescriptor = noFiles.nextDescriptor;
  #saved: FilesState;

  /** @throws {UsageError} where something cannot be mounted. @throws {SnapshotError} where the state does not fit the mounts. */
  constructor({ mounts, now, state, written = new Float64Array(COUNTERS * mounts.length) }: FileSystemOptions) {
    this.#mounts = mounts.map(({ names, mount }, i) => {
      const counters = written.subarray(COUNTERS * i, COUNTERS * (i + 1));
      const tree = openTree(mount, now, counters);
      if (tree instanceof LayeredTree) this.#layers.set(absolute(names), tree);
      return { names, tree };
    });
    // the deepest mount on a path is the one that counts
    this.#mounts.sort((a, b) => b.names.length - a.names.length);
    for (const { names, mount } of mounts) if (mount.kind === "memory") this.#fill(names, mount.files);
    this.#initial = this.state;
    this.#start = state ?? this.#initial;
    this.#saved = this.#start;
    this.#goTo(this.#start);
  }

  /** What memory and overlay mounts hold, where the guest is. The same object again where nothing has changed since it was saved. */
  get state(): FilesState {
    const saved = this.#saved as FilesState | undefined;
    const layers = new Map<string, Layer>();
    for (const [mountPoint, tree] of this.#layers) layers.set(mountPoint, tree.layer);
    const state = { cwd: absolute(this.#cwd), nextDescriptor: this.#nextDescriptor, layers };
    if (saved === undefined || saved.cwd !== state.cwd || saved.nextDescriptor !== state.nextDescriptor) return state;
    return [...layers].every(([mountPoint, layer]) => saved.layers.get(mountPoint) === layer) ? saved : state;
  }

  /** Notes what `rollback` goes back to. */
  save(): void {
    this.#saved = this.state;
  }

  /** As it was when it was saved, or at the start. Every open file is closed, also on the guest's side. */
  rollback(to: "saved" | "start"): void {
    this.close();
    const { nextDescriptor } = this.state;
    this.#goTo(to === "saved" ? this.#saved : this.#start);
    this.#nextDescriptor = nextDescriptor;
    this.#saved = this.state;
  }

  /** As if it were new. */
  reset(): void {
    this.#start = this.#initial;
    this.rollback("start");
  }

  /** Closes what is open. */
  close(): void {
    for (const descriptor of this.#handles.keys()) this.closeFile(descriptor);
  }

  stat(path: GuestPath): FileStat {
    const mounted = this.#mountOf(path.names);
    if (mounted === undefined) {
      if (!this.#leadsToMount(path.names)) throw new FileError("ENOENT");
      return { kind: "directory", bytes: 0, modifiedMs: 0, writable: false };
    }
    const stat = mounted.tree.stat(mounted.path);
    if (path.directory && stat.kind === "file") throw new FileError("ENOTDIR");
    return stat;
  }

  /** Gives the descriptor. */
  open(path: GuestPath, mode: OpenMode & { append: boolean; directory: boolean }): number {
    if (this.#handles.size >= this.maxOpenFiles) throw new FileError("EMFILE");
    return this.#opened(mode.directory ? this.#openDirectory(path) : this.#openFile(path, mode));
  }

  /** Lets an open file be read as if it held what `change` makes of its content. */
  present(descriptor: number, change: (content: Uint8Array) => Uint8Array | undefined): void {
    const handle = this.#file(descriptor);
    const content = new Uint8Array(handle.file.stat().bytes);
    const changed = change(content.subarray(0, handle.file.read(0, content)));
    if (changed === undefined) return;
    const { file } = handle;
    handle.file = {
      stat: () => ({ ...file.stat(), bytes: changed.length }),
      read(at, into) {
        const part = changed.subarray(at, at + into.length);
        into.set(part);
        return part.length;
      },
      write: (at, bytes) => file.write(at, bytes),
      resize: (bytes) => file.resize(bytes),
      close: () => file.close(),
    };
  }

  read(descriptor: number, into: Uint8Array): number {
    const handle = this.#file(descriptor);
    if (!handle.mode.read) throw new FileError("EBADF");
    const count = handle.file.read(handle.position, into);
    handle.position += count;
    return count;
  }

  write(descriptor: number, bytes: Uint8Array): void {
    const handle = this.#file(descriptor);
    if (!handle.mode.write) throw new FileError("EBADF");
    if (bytes.length === 0) return;
    if (handle.append) handle.position = handle.file.stat().bytes;
    if (handle.position + bytes.length > Number.MAX_SAFE_INTEGER) throw new FileError("ENOSPC");
    handle.file.write(handle.position, bytes);
    handle.position += bytes.length;
  }

  /** Gives the new position. */
  seek(descriptor: number, offset: number, from: "start" | "current" | "end"): number {
    const handle = this.#handle(descriptor);
    const base = from === "start" ? 0 : from === "current" ? handle.position : this.#file(descriptor).file.stat().bytes;
    const position = base + offset;
    if (!Number.isSafeInteger(position) || position < 0) throw new FileError("EINVAL");
    handle.position = position;
    return position;
  }

  resize(descriptor: number, bytes: number): void {
    const { file, mode } = this.#file(descriptor);
    if (!mode.write || !Number.isSafeInteger(bytes) || bytes < 0) throw new FileError("EINVAL");
    file.resize(bytes);
  }

  fileStat(descriptor: number): FileStat {
    const handle = this.#handle(descriptor);
    return handle.kind === "file" ? handle.file.stat() : this.stat(handle.path);
  }

  /** All names of a directory that is open. */
  namesOf(descriptor: number): readonly string[] {
    return this.#directory(descriptor).names;
  }

  /** The next of them, at most `count`. */
  nextNames(descriptor: number, count: number): string[] {
    const handle = this.#directory(descriptor);
    const names = handle.names.slice(handle.position, handle.position + count);
    handle.position += names.length;
    return names;
  }

  closeFile(descriptor: number): void {
    const handle = this.#handle(descriptor);
    this.#handles.delete(descriptor);
    if (handle.kind === "file") handle.file.close();
  }

  makeDirectory(path: GuestPath): void {
    const { tree, path: inside } = this.#toChange(path.names, "EEXIST");
    tree.makeDirectory(inside);
  }

  removeFile(path: GuestPath): void {
    if (this.stat(path).kind === "directory") throw new FileError("EISDIR");
    const { tree, path: inside } = this.#toChange(path.names, "EBUSY");
    tree.removeFile(inside);
  }

  removeDirectory(path: GuestPath): void {
    if (this.stat(path).kind === "file") throw new FileError("ENOTDIR");
    const { tree, path: inside } = this.#toChange(path.names, "EBUSY");
    tree.removeDirectory(inside);
  }

  rename(from: GuestPath, to: GuestPath): void {
    const { kind } = this.stat(from);
    if (kind === "file" && to.directory) throw new FileError("ENOTDIR");
    const source = this.#toChange(from.names, "EBUSY");
    const target = this.#toChange(to.names, "EBUSY");
    if (source.tree !== target.tree) throw new FileError("EXDEV");
    source.tree.rename(source.path, target.path);
  }

  get cwd(): Path {
    return this.#cwd;
  }

  enter(path: GuestPath): void {
    if (this.stat(path).kind !== "directory") throw new FileError("ENOTDIR");
    this.#cwd = path.names;
  }

  #opened(handle: Handle): number {
    const descriptor = this.#nextDescriptor++;
    this.#handles.set(descriptor, handle);
    return descriptor;
  }

  #openDirectory(path: GuestPath): Handle {
    if (this.stat(path).kind !== "directory") throw new FileError("ENOTDIR");
    const mounted = this.#mountOf(path.names);
    const names = new Set(mounted?.tree.list(mounted.path));
    for (const mount of this.#mounts) {
      const below = mount.names.length > path.names.length && isWithin(mount.names, path.names);
      if (below) names.add(mount.names[path.names.length]!);
    }
    return { kind: "directory", names: [...names], path, position: 0 };
  }

  #openFile(path: GuestPath, mode: OpenMode & { append: boolean }): Handle {
    const mounted = this.#mountOf(path.names);
    if (mounted === undefined) {
      if (this.#leadsToMount(path.names)) throw new FileError("EISDIR");
      throw new FileError(mode.create ? this.#missing(path.names) : "ENOENT");
    }
    if (path.directory) throw new FileError(this.stat(path).kind === "directory" ? "EISDIR" : "ENOTDIR");
    const file = mounted.tree.open(mounted.path, mode);
    return { kind: "file", file, mode, append: mode.append, position: 0 };
  }

  #handle(descriptor: number): Handle {
    const handle = this.#handles.get(descriptor);
    if (handle === undefined) throw new FileError("EBADF");
    return handle;
  }

  #file(descriptor: number): Extract<Handle, { kind: "file" }> {
    const handle = this.#handle(descriptor);
    if (handle.kind !== "file") throw new FileError("EISDIR");
    return handle;
  }

  #directory(descriptor: number): Extract<Handle, { kind: "directory" }> {
    const handle = this.#handle(descriptor);
    if (handle.kind !== "directory") throw new FileError("ENOTDIR");
    return handle;
  }

  #mountOf(names: Path): { tree: Tree; path: Path } | undefined {
    const found = this.#mounts.find((mount) => isWithin(names, mount.names));
    return found && { tree: found.tree, path: names.slice(found.names.length) };
  }

  /** The root, and every directory that only exists because something is mounted below it. */
  #leadsToMount(names: Path): boolean {
    return names.length === 0 || this.#mounts.some((mount) => isWithin(mount.names, names));
  }

  /** Why nothing can be made there, outside all mounts. */
  #missing(names: Path): "EACCES" | "ENOENT" {
    return this.#leadsToMount(names.slice(0, -1)) ? "EACCES" : "ENOENT";
  }

  /** @throws {FileError} `fixed` for a mount point, and what leads to one. */
  #toChange(names: Path, fixed: "EBUSY" | "EEXIST"): { tree: Tree; path: Path } {
    if (this.#leadsToMount(names)) throw new FileError(fixed);
    const mounted = this.#mountOf(names);
    if (mounted === undefined) throw new FileError(this.#missing(names));
    return mounted;
  }

  #fill(mountPoint: Path, files: Extract<Mount, { kind: "memory" }>["files"]): void {
    const tree = this.#layers.get(absolute(mountPoint))!;
    for (const [path, content] of files) {
      const names = path.split("/");
      for (let depth = 1; depth < names.length; depth++) {
        try {
          tree.makeDirectory(names.slice(0, depth));
        } catch (error) {
          if (!(error instanceof FileError && error.message === "EEXIST")) throw error;
        }
      }
      const file = tree.open(names, { read: false, write: true, create: true, exclusive: true, truncate: false });
      file.write(0, content);
      file.close();
    }
  }

  #goTo({ cwd, nextDescriptor, layers }: FilesState): void {
    for (const [mountPoint, layer] of layers) {
      const tree = this.#layers.get(mountPoint);
      if (tree === undefined)
        throw new SnapshotError(`the snapshot has files of ${mountPoint}; give a memory() or overlay() there in files`);
      if (tree.layer === layer) continue;
      try {
        tree.layer = layer;
      } catch (error) {
        throw new SnapshotError(`the snapshot's files do not fit into the mount ${mountPoint}`, { cause: error });
      }
    }
    this.#cwd = cwd.split("/").filter((name) => name !== "");
    this.#nextDescriptor = nextDescriptor;
  }
}

function openTree(mount: Mount, now: () => number, used: Float64Array): Tree {
  switch (mount.kind) {
    case "memory":
      return new LayeredTree(mount, now);
    case "overlay":
      return new LayeredTree(mount, now, openHostTree({ ...mount, kind: "directory", access: "read" }, used));
    case "directory":
    case "file":
      return openHostTree(mount, used);
  }
}
