// What memory and overlay mounts hold, as plain data: what a stopped run goes back to, what a worker tells the main thread, what a snapshot carries.

import { SnapshotError } from "../../errors.js";

/** One thing that a mount holds in memory. Never changed: another content is another entry. */
export type FileEntry =
  | { kind: "file"; bytes: Uint8Array; modifiedMs: number }
  /** `opaque`: nothing of the directory below shows through. */
  | { kind: "directory"; opaque: boolean; modifiedMs: number }
  /** Of an overlay: what lies below is hidden. */
  | { kind: "deleted" };

/** A mount's entries by path, such as "a/b.txt"; each directory before what is in it. */
export type Layer = ReadonlyMap<string, FileEntry>;

export interface FilesState {
  /** The guest's current directory. */
  cwd: string;
  /** The number of the next file that is opened: none is used twice, so that an old file object never means another file. */
  nextDescriptor: number;
  /** By mount point. */
  layers: ReadonlyMap<string, Layer>;
}

export const noFiles: FilesState = { cwd: "/", nextDescriptor: 3, layers: new Map() };

/** What became different; undefined in place of an entry: it is gone. */
export interface FilesChange {
  cwd: string;
  nextDescriptor: number;
  layers: [mountPoint: string, entries: [path: string, entry: FileEntry | undefined][]][];
}

/** Undefined where nothing is different. Entries are compared by identity. */
export function difference(before: FilesState, after: FilesState): FilesChange | undefined {
  if (before === after) return undefined;
  const layers: FilesChange["layers"] = [];
  for (const [mountPoint, layer] of after.layers) {
    const old = before.layers.get(mountPoint);
    if (old === layer) continue;
    const entries: [string, FileEntry | undefined][] = [];
    for (const path of old?.keys() ?? []) if (!layer.has(path)) entries.push([path, undefined]);
    for (const [path, entry] of layer) if (old?.get(path) !== entry) entries.push([path, entry]);
    layers.push([mountPoint, entries]);
  }
  const { cwd, nextDescriptor } = after;
  if (layers.length === 0 && before.cwd === cwd && before.nextDescriptor === nextDescriptor) return undefined;
  return { cwd, nextDescriptor, layers };
}

export function applyChange(before: FilesState, { cwd, nextDescriptor, layers }: FilesChange): FilesState {
  const after = new Map(before.layers);
  for (const [mountPoint, entries] of layers) {
    const layer = new Map(after.get(mountPoint));
    for (const [path, entry] of entries) {
      if (entry === undefined) layer.delete(path);
      else layer.set(path, entry);
    }
    after.set(mountPoint, layer);
  }
  return { cwd, nextDescriptor, layers: after };
}

interface Header {
  cwd: string;
  nextDescriptor: number;
  layers: [mountPoint: string, entries: [path: string, entry: HeaderEntry][]][];
}

/** A file's bytes stand behind the header. */
type HeaderEntry = Exclude<FileEntry, { kind: "file" }> | { kind: "file"; length: number; modifiedMs: number };

/** The length of a JSON text (32-bit, little-endian), that text, and the files' bytes one after the other. */
export function encodeFiles({ cwd, nextDescriptor, layers }: FilesState): Uint8Array {
  const contents: Uint8Array[] = [];
  const header: Header = { cwd, nextDescriptor, layers: [] };
  for (const [mountPoint, layer] of layers) {
    const entries: [string, HeaderEntry][] = [];
    for (const [path, entry] of layer) {
      if (entry.kind === "file") {
        contents.push(entry.bytes);
        entries.push([path, { kind: "file", length: entry.bytes.length, modifiedMs: entry.modifiedMs }]);
      } else entries.push([path, entry]);
    }
    header.layers.push([mountPoint, entries]);
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(contents.reduce((sum, content) => sum + content.length, 4 + text.length));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const content of contents) {
    bytes.set(content, at);
    at += content.length;
  }
  return bytes;
}

/** Whoever makes up a snapshot may write anything there; what these files do not fit is found where they are used. @throws {SnapshotError} where it is no such text. */
export function decodeFiles(bytes: Uint8Array): FilesState {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 4 + view.getUint32(0, true);
    const header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(4, at))) as Header;
    if (typeof header.cwd !== "string") throw new TypeError("no text");
    const layers = new Map<string, Layer>();
    for (const [mountPoint, entries] of header.layers) {
      const layer = new Map<string, FileEntry>();
      for (const [path, entry] of entries) {
        if (entry.kind === "file") {
          const { length, modifiedMs } = entry;
          layer.set(path, { kind: "file", bytes: bytes.slice(at, at + check(length)), modifiedMs });
          at += length;
        } else layer.set(path, entry);
      }
      layers.set(mountPoint, layer);
    }
    return { cwd: header.cwd, nextDescriptor: check(header.nextDescriptor), layers };
  } catch (error) {
    throw new SnapshotError("the snapshot's files are damaged", { cause: error });
  }
}

function check(count: number): number {
  if (Number.isInteger(count) && count >= 0 && count < 2 ** 30) return count;
  throw new RangeError("no count");
}
