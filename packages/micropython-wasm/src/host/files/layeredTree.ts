import { FileError } from "./errno.js";
import { checkLength, isWithin } from "./path.js";
import type { FileEntry, Layer } from "./state.js";
import type { FileStat, OpenFile, OpenMode, Path, Tree } from "./tree.js";

export interface LayerQuota {
  maxBytes: number;
  maxFiles: number;
}

class FileNode {
  readonly kind = "file";
  /** With room to grow; what lies behind `size` is zero. */
  buffer: Uint8Array;
  size: number;
  modifiedMs: number;
  /** What was given out for this content; its bytes may not be written any more. */
  entry: FileEntry | undefined;
  linked = true;
  opened = 0;

  constructor(bytes: Uint8Array, modifiedMs: number) {
    this.buffer = bytes;
    this.size = bytes.length;
    this.modifiedMs = modifiedMs;
  }
}

class DirectoryNode {
  readonly kind = "directory";
  readonly entries = new Map<string, Node>();
  opaque: boolean;
  modifiedMs: number;

  constructor(opaque: boolean, modifiedMs: number) {
    this.opaque = opaque;
    this.modifiedMs = modifiedMs;
  }
}

const deleted = { kind: "deleted" } as const;

type Node = FileNode | DirectoryNode | typeof deleted;

/** A node of this layer; or, where there is none, whether the tree below shows through. */
interface Found {
  node: FileNode | DirectoryNode | undefined;
  below: boolean;
}

/** Files in memory, alone or over another tree, of which only reading is asked. */
export class LayeredTree implements Tree {
  readonly #lower: Tree | undefined;
  readonly #quota: LayerQuota;
  readonly #now: () => number;
  #root = new DirectoryNode(false, 0);
  #bytes = 0;
  #files = 0;
  #layer: Layer | undefined = new Map();

  constructor(quota: LayerQuota, now: () => number, lower?: Tree) {
    this.#quota = quota;
    this.#now = now;
    this.#lower = lower;
  }

  /** What the layer holds. The same object again where nothing has changed since. */
  get layer(): Layer {
    if (this.#layer !== undefined) return this.#layer;
    const layer = new Map<string, FileEntry>();
    const walk = (directory: DirectoryNode, prefix: string): void => {
      for (const [name, node] of directory.entries) {
        const path = prefix + name;
        if (node.kind === "file") layer.set(path, entryOf(node));
        else if (node.kind === "deleted") layer.set(path, deleted);
        else {
          layer.set(path, { kind: "directory", opaque: node.opaque, modifiedMs: node.modifiedMs });
          walk(node, `${path}/`);
        }
      }
    };
    walk(this.#root, "");
    this.#layer = layer;
    return layer;
  }

  /** Holds exactly this from now on; files that are open are not part of it any more. @throws {FileError} where it makes no tree, or is over the quota. */
  set layer(layer: Layer) {
    this.#root = new DirectoryNode(false, 0);
    this.#bytes = 0;
    this.#files = 0;
    for (const [path, entry] of layer) {
      const names = path.split("/");
      const name = names.pop()!;
      let directory: Node | undefined = this.#root;
      for (const part of names) directory = directory?.kind === "directory" ? directory.entries.get(part) : undefined;
      if (directory?.kind !== "directory") throw new FileError("ENOTDIR");
      directory.entries.set(name, this.#nodeOf(entry));
    }
    this.#layer = layer;
  }

  stat(path: Path): FileStat {
    const { node, below } = this.#find(path);
    if (node !== undefined) return statOf(node);
    if (!below) throw new FileError("ENOENT");
    return { ...this.#lower!.stat(path), writable: true };
  }

  list(path: Path): string[] {
    const { node, below } = this.#find(path);
    if (node?.kind === "file") throw new FileError("ENOTDIR");
    if (node === undefined && !below) throw new FileError("ENOENT");
    const names = new Set(below ? this.#lower!.list(path) : []);
    for (const [name, child] of node?.entries ?? []) {
      if (child.kind === "deleted") names.delete(name);
      else names.add(name);
    }
    return [...names];
  }

  open(path: Path, mode: OpenMode): OpenFile {
    const exists = this.#exists(path);
    if (exists && mode.create && mode.exclusive) throw new FileError("EEXIST");
    if (!exists && !mode.create) throw new FileError("ENOENT");
    if (exists && this.stat(path).kind === "directory") throw new FileError("EISDIR");
    if (exists && !mode.write) {
      const { node } = this.#find(path);
      return node === undefined ? this.#lower!.open(path, mode) : this.#openNode(node as FileNode);
    }
    const node = exists ? this.#copyUp(path, !mode.truncate) : this.#create(path, new FileNode(new Uint8Array(0), 0));
    if (mode.truncate) this.#resize(node, 0);
    return this.#openNode(node);
  }

  makeDirectory(path: Path): void {
    if (this.#exists(path)) throw new FileError("EEXIST");
    this.#create(path, new DirectoryNode(true, 0));
  }

  removeFile(path: Path): void {
    if (this.stat(path).kind === "directory") throw new FileError("EISDIR");
    this.#remove(path);
  }

  removeDirectory(path: Path): void {
    if (this.stat(path).kind === "file") throw new FileError("ENOTDIR");
    if (this.list(path).length > 0) throw new FileError("ENOTEMPTY");
    this.#remove(path);
  }

  rename(from: Path, to: Path): void {
    const { kind } = this.stat(from);
    if (from.length === to.length && from.every((name, i) => name === to[i])) return;
    if (this.stat(to.slice(0, -1)).kind === "file") throw new FileError("ENOTDIR");
    if (isWithin(to, from)) throw new FileError("EINVAL");
    if (isWithin(from, to)) throw new FileError("ENOTEMPTY");
    // as Linux's overlays do: what lies below cannot be moved as a whole
    if (kind === "directory" && this.#find(from).below) throw new FileError("EXDEV");
    this.#parent(to);
    if (this.#exists(to)) {
      const target = this.stat(to).kind;
      if (target === "directory" && kind === "file") throw new FileError("EISDIR");
      if (target === "file" && kind === "directory") throw new FileError("ENOTDIR");
      if (target === "directory" && this.list(to).length > 0) throw new FileError("ENOTEMPTY");
    }
    const node = kind === "file" ? this.#copyUp(from, true) : (this.#find(from).node as DirectoryNode);
    if (node.kind === "directory") checkDepth(node, to);
    // room for what hides the old name, before anything is moved
    const hides = this.#lowerHas(from);
    if (hides) this.#takeFile();
    if (this.#find(to).node !== undefined) this.#remove(to);
    const source = this.#parent(from);
    const target = this.#parent(to);
    const old = target.entries.get(to.at(-1)!);
    if (old?.kind === "deleted") this.#files--;
    if (hides) source.entries.set(from.at(-1)!, deleted);
    else source.entries.delete(from.at(-1)!);
    target.entries.set(to.at(-1)!, node);
    this.#touch(source);
    this.#touch(target);
  }

  #openNode(node: FileNode): OpenFile {
    node.opened++;
    return {
      stat: () => statOf(node),
      read: (at, into) => {
        const part = node.buffer.subarray(Math.min(at, node.size), Math.min(at + into.length, node.size));
        into.set(part);
        return part.length;
      },
      write: (at, bytes) => {
        this.#resize(node, Math.max(node.size, at + bytes.length));
        node.buffer.set(bytes, at);
      },
      resize: (bytes) => this.#resize(node, bytes),
      close: () => {
        node.opened--;
        if (!node.linked) this.#release(node);
      },
    };
  }

  /** Makes the file `size` bytes long, in a buffer that nobody else has. @throws {FileError} ENOSPC over the quota. */
  #resize(node: FileNode, size: number): void {
    const room = this.#quota.maxBytes - this.#bytes;
    if (size - node.size > room) throw new FileError("ENOSPC");
    if (size > node.buffer.length || node.entry !== undefined) {
      const ahead = size > node.size && node.size > 0 ? Math.min(size, room) : 0;
      const buffer = new Uint8Array(size + ahead);
      buffer.set(node.buffer.subarray(0, Math.min(node.size, size)));
      node.buffer = buffer;
    } else if (size < node.size) {
      node.buffer.fill(0, size, node.size);
    }
    this.#bytes += size - node.size;
    node.size = size;
    node.entry = undefined;
    node.modifiedMs = this.#now();
    this.#layer = undefined;
  }

  /** The file in this layer, taken over from below if need be. */
  #copyUp(path: Path, content: boolean): FileNode {
    const { node } = this.#find(path);
    if (node !== undefined) return node as FileNode;
    const size = content ? this.#lower!.stat(path).bytes : 0;
    if (size > this.#quota.maxBytes - this.#bytes) throw new FileError("ENOSPC");
    const bytes = new Uint8Array(size);
    if (content) {
      const file = this.#lower!.open(path, readOnly);
      try {
        for (let at = 0; at < size;) {
          const read = file.read(at, bytes.subarray(at));
          if (read === 0) throw new FileError("EIO");
          at += read;
        }
      } finally {
        file.close();
      }
    }
    return this.#create(path, new FileNode(bytes, 0));
  }

  #create<N extends FileNode | DirectoryNode>(path: Path, node: N): N {
    const parent = this.#parent(path);
    const hidden = parent.entries.get(path.at(-1)!) === deleted;
    if (!hidden) this.#takeFile();
    if (node.kind === "file") this.#bytes += node.size;
    node.modifiedMs = this.#now();
    parent.entries.set(path.at(-1)!, node);
    this.#touch(parent);
    return node;
  }

  #remove(path: Path): void {
    if (path.length === 0) throw new FileError("EBUSY");
    const parent = this.#parent(path);
    const name = path.at(-1)!;
    const node = parent.entries.get(name);
    const hides = this.#lowerHas(path);
    if (node === undefined) this.#takeFile();
    if (hides) parent.entries.set(name, deleted);
    else {
      parent.entries.delete(name);
      this.#files--;
    }
    // an empty directory holds nothing, but for what hides names below it
    if (node?.kind === "directory") this.#files -= node.entries.size;
    if (node?.kind === "file") {
      node.linked = false;
      this.#release(node);
    }
    this.#touch(parent);
  }

  /** A file without a name counts as long as it is open. */
  #release(node: FileNode): void {
    if (node.opened === 0) this.#bytes -= node.size;
  }

  /** The directory that `path` is in, in this layer. @throws {FileError} ENOENT or ENOTDIR where there is none. */
  #parent(path: Path): DirectoryNode {
    let node = this.#root;
    for (let depth = 1; depth < path.length; depth++) {
      const above = path.slice(0, depth);
      if (this.stat(above).kind === "file") throw new FileError("ENOTDIR");
      let child = node.entries.get(path[depth - 1]!);
      if (child === undefined) {
        this.#takeFile();
        child = new DirectoryNode(false, this.#now());
        node.entries.set(path[depth - 1]!, child);
        this.#layer = undefined;
      }
      node = child as DirectoryNode;
    }
    return node;
  }

  #find(path: Path): Found {
    let node: FileNode | DirectoryNode | undefined = this.#root;
    let below = this.#lower !== undefined;
    for (const name of path) {
      if (node?.kind === "file") throw new FileError("ENOTDIR");
      const child: Node | undefined = node?.entries.get(name);
      if (child?.kind === "deleted" || (child === undefined && !below)) return { node: undefined, below: false };
      node = child;
      if (child?.kind === "file" || child?.opaque === true) below = false;
    }
    return { node, below };
  }

  #exists(path: Path): boolean {
    try {
      this.stat(path);
      return true;
    } catch (error) {
      if (error instanceof FileError && error.message === "ENOENT") return false;
      throw error;
    }
  }

  /** Whether the tree below has something there that would show if this layer had nothing. */
  #lowerHas(path: Path): boolean {
    if (!this.#find(path.slice(0, -1)).below) return false;
    try {
      this.#lower!.stat(path);
      return true;
    } catch {
      return false;
    }
  }

  #takeFile(): void {
    if (this.#files >= this.#quota.maxFiles) throw new FileError("ENOSPC");
    this.#files++;
  }

  #touch(directory: DirectoryNode): void {
    directory.modifiedMs = this.#now();
    this.#layer = undefined;
  }

  #nodeOf(entry: FileEntry): Node {
    this.#takeFile();
    if (entry.kind === "deleted") return deleted;
    if (entry.kind === "directory") return new DirectoryNode(entry.opaque, entry.modifiedMs);
    if (entry.bytes.length > this.#quota.maxBytes - this.#bytes) throw new FileError("ENOSPC");
    this.#bytes += entry.bytes.length;
    const node = new FileNode(entry.bytes, entry.modifiedMs);
    node.entry = entry;
    return node;
  }
}

/** @throws {FileError} where what is in the directory would get too long a path. */
function checkDepth(directory: DirectoryNode, path: Path): void {
  for (const [name, node] of directory.entries) {
    checkLength([...path, name]);
    if (node.kind === "directory") checkDepth(node, [...path, name]);
  }
}

const readOnly: OpenMode = { read: true, write: false, create: false, exclusive: false, truncate: false };

function statOf(node: FileNode | DirectoryNode): FileStat {
  const { kind, modifiedMs } = node;
  return { kind, bytes: node.kind === "file" ? node.size : 0, modifiedMs, writable: true };
}

function entryOf(node: FileNode): FileEntry {
  if (node.entry === undefined) {
    // without the room to grow: who is sent a part of a buffer is sent all of it
    if (node.buffer.length > node.size) node.buffer = node.buffer.slice(0, node.size);
    node.entry = { kind: "file", bytes: node.buffer, modifiedMs: node.modifiedMs };
  }
  return node.entry;
}
