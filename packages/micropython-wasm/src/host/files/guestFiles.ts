import { UsageError } from "../../errors.js";
import { absolute, normalise } from "./path.js";
import { difference, type FilesState, type Layer } from "./state.js";

export interface FileChange {
  /** As the guest names it. */
  path: string;
  change: "added" | "changed" | "deleted";
}

/** What memory and overlay mounts hold, as it was after the last run. Host directories are not looked at: their files are on the disk. */
export class GuestFiles {
  readonly #state: () => FilesState;
  readonly #start: FilesState;

  /** `start`: what changes are counted from. */
  constructor(state: () => FilesState, start: FilesState) {
    this.#state = state;
    this.#start = start;
  }

  /** The files of memory mounts, and those that overlay mounts hold over their directory: absolute paths, sorted. */
  list(): string[] {
    const paths: string[] = [];
    for (const [mountPoint, layer] of this.#state().layers)
      for (const [path, { kind }] of layer) if (kind === "file") paths.push(join(mountPoint, path));
    return paths.toSorted();
  }

  /**
   * A copy of a file's content.
   *
   * @throws {UsageError} where `list` does not have it.
   */
  read(path: string): Uint8Array<ArrayBuffer> {
    const wanted = absolute(normalise(path, []).names);
    for (const [mountPoint, layer] of this.#state().layers) {
      const prefix = join(mountPoint, "");
      const entry = wanted.startsWith(prefix) ? layer.get(wanted.slice(prefix.length)) : undefined;
      if (entry?.kind === "file") return new Uint8Array(entry.bytes);
    }
    throw new UsageError(
      `no memory() or overlay() mount holds the file ${JSON.stringify(path)}; list() gives those that are there`,
    );
  }

  /** The same as text; what is no UTF-8 becomes U+FFFD. */
  readText(path: string): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.read(path));
  }

  /** Files that runs have added, changed or deleted since the interpreter was made or restored, sorted by path. */
  changes(): FileChange[] {
    const changes: FileChange[] = [];
    for (const [mountPoint, entries] of difference(this.#start, this.#state())?.layers ?? []) {
      const before: Layer | undefined = this.#start.layers.get(mountPoint);
      for (const [path, entry] of entries) {
        const was = before?.get(path)?.kind === "file";
        if (entry?.kind === "file") changes.push({ path: join(mountPoint, path), change: was ? "changed" : "added" });
        else if (was || entry?.kind === "deleted") changes.push({ path: join(mountPoint, path), change: "deleted" });
      }
    }
    return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }
}

function join(mountPoint: string, path: string): string {
  return `${mountPoint === "/" ? "" : mountPoint}/${path}`;
}
