// Memory and overlay mounts, beside the simplest file system that there is: a map from paths to contents.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { array, assert, constant, constantFrom, nat, oneof, property, record } from "fast-check";
import type { Arbitrary } from "fast-check";
import { directory, memory, overlay } from "micropython-wasm";
import { describe, expect, it } from "vitest";
import { FileError } from "../../dist/host/files/errno.js";
import { FileSystem } from "../../dist/host/files/fileSystem.js";
import { type Mount, resolveFiles } from "../../dist/host/files/mounts.js";
import { normalise } from "../../dist/host/files/path.js";
import { applyChange, decodeFiles, difference, encodeFiles, type FilesState } from "../../dist/host/files/state.js";

const names = ["a", "b", "__proto__"];
const paths = array(constantFrom(...names), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));

type Step =
  | { do: "write" | "append"; path: string; text: string }
  | { do: "mkdir" | "rmdir" | "remove"; path: string }
  | { do: "rename"; path: string; to: string };

const steps: Arbitrary<Step> = oneof(
  record({ do: constantFrom("write", "append"), path: paths, text: constantFrom("", "x", "longer") }),
  record({ do: constantFrom("mkdir", "rmdir", "remove"), path: paths }),
  record({ do: constant("rename"), path: paths, to: paths }),
);

/** A text is a file, null a directory. */
type Model = Map<string, string | null>;

const start: Model = new Map([
  ["a", null],
  ["a/a", "deep"],
  ["a/b", null],
  ["b", "file"],
]);

/** Gives the error's name, or undefined. */
function model(tree: Model, step: Step): string | undefined {
  const parent = (path: string): string | undefined => {
    const up = dirname(path);
    if (up === "." || tree.get(up) === null) return undefined;
    for (let above = up; above !== "."; above = dirname(above))
      if (typeof tree.get(above) === "string") return "ENOTDIR";
    return "ENOENT";
  };
  const { path } = step;
  const wrong = parent(path);
  if (wrong !== undefined) return wrong;
  const here = tree.get(path);
  const empty = (directory: string): boolean => ![...tree.keys()].some((key) => key.startsWith(`${directory}/`));
  switch (step.do) {
    case "write":
    case "append":
      if (here === null) return "EISDIR";
      tree.set(path, step.do === "write" ? step.text : (here ?? "") + step.text);
      return undefined;
    case "mkdir":
      if (tree.has(path)) return "EEXIST";
      tree.set(path, null);
      return undefined;
    case "rmdir":
      if (here === undefined) return "ENOENT";
      if (here !== null) return "ENOTDIR";
      if (!empty(path)) return "ENOTEMPTY";
      tree.delete(path);
      return undefined;
    case "remove":
      if (here === undefined) return "ENOENT";
      if (here === null) return "EISDIR";
      tree.delete(path);
      return undefined;
    case "rename": {
      const { to } = step;
      if (here === undefined) return "ENOENT";
      if (to === path) return undefined;
      const wrongThere = parent(to);
      if (wrongThere !== undefined) return wrongThere;
      if (to.startsWith(`${path}/`)) return "EINVAL";
      if (path.startsWith(`${to}/`)) return "ENOTEMPTY";
      const there = tree.get(to);
      if (there !== undefined) {
        if (there === null && here !== null) return "EISDIR";
        if (there !== null && here === null) return "ENOTDIR";
        if (there === null && !empty(to)) return "ENOTEMPTY";
      }
      for (const [key, value] of [...tree].filter(([key]) => key === path || key.startsWith(`${path}/`))) {
        tree.delete(key);
        tree.set(to + key.slice(path.length), value);
      }
      return undefined;
    }
  }
}

const guest = (path: string) => normalise(`/m/${path}`, []);

function real(system: FileSystem, step: Step): string | undefined {
  const path = guest(step.path);
  try {
    switch (step.do) {
      case "write":
      case "append": {
        const append = step.do === "append";
        const mode = { read: false, write: true, create: true, exclusive: false, truncate: !append, append };
        const descriptor = system.open(path, { ...mode, directory: false });
        system.write(descriptor, new TextEncoder().encode(step.text));
        system.closeFile(descriptor);
        break;
      }
      case "mkdir":
        system.makeDirectory(path);
        break;
      case "rmdir":
        system.removeDirectory(path);
        break;
      case "remove":
        system.removeFile(path);
        break;
      case "rename":
        system.rename(path, guest(step.to));
    }
    return undefined;
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
}

function sorted(entries: Iterable<[string, string | null]>): [string, string | null][] {
  return [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function contents(system: FileSystem): [string, string | null][] {
  const found: [string, string | null][] = [];
  const walk = (prefix: string): void => {
    const mode = { read: true, write: false, create: false, exclusive: false, truncate: false, append: false };
    const listed = system.open(guest(prefix), { ...mode, directory: true });
    for (const name of system.namesOf(listed)) {
      const path = prefix + name;
      if (system.stat(guest(path)).kind === "directory") {
        found.push([path, null]);
        walk(`${path}/`);
      } else {
        const descriptor = system.open(guest(path), { ...mode, directory: false });
        const bytes = new Uint8Array(100);
        found.push([path, new TextDecoder().decode(bytes.subarray(0, system.read(descriptor, bytes)))]);
        system.closeFile(descriptor);
      }
    }
    system.closeFile(listed);
  };
  walk("");
  return sorted(found);
}

function mount(kind: string): { mount: Mount; remove: () => void } {
  const files = Object.fromEntries([...start].filter(([, text]) => text !== null)) as Record<string, string>;
  if (kind === "memory") return { mount: memory({ files: { ...files, "a/b/x": "" } }), remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "model-"));
  for (const [path, text] of start) {
    if (text === null) mkdirSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  return {
    mount: kind === "overlay" ? overlay(folder) : directory(folder, { access: "write" }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

describe.each(["memory", "overlay", "directory"])("%s mounts", (kind) => {
  it("do what the model does, keep what they held, and give it back", () => {
    assert(
      property(array(steps, { maxLength: 30 }), nat(30), (program, saveAt) => {
        const { mount: mounted, remove } = mount(kind);
        const make = (state?: FilesState): FileSystem =>
          new FileSystem({ mounts: resolveFiles({ "/m": mounted }), now: () => 0, state, written: undefined });
        const system = make();
        if (kind === "memory") system.removeFile(guest("a/b/x"));
        const tree = new Map(start);
        let told = system.state;
        let saved: [string, string | null][] = contents(system);
        system.save();
        for (const [i, step] of program.entries()) {
          const outcome = real(system, step);
          // as on Linux, an overlay cannot rename a directory that is on the disk
          if (outcome === "EXDEV" && kind === "overlay") continue;
          expect(outcome).toBe(model(tree, step));
          if (i !== saveAt) continue;
          system.save();
          saved = contents(system);
          const change = difference(told, system.state);
          if (change !== undefined) told = applyChange(told, change);
        }
        const held = contents(system);
        expect(held).toEqual(sorted(tree));
        if (kind !== "directory") {
          const change = difference(told, system.state);
          if (change !== undefined) told = applyChange(told, change);
          expect(contents(make(told))).toEqual(held);
          expect(contents(make(decodeFiles(encodeFiles(system.state))))).toEqual(held);
          system.rollback("saved");
          expect(contents(system)).toEqual(saved);
        }
        remove();
      }),
      { numRuns: kind === "memory" ? 500 : 100 },
    );
  });
});
