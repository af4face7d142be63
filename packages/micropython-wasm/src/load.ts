import { Artifact } from "./interpreter/artifact.js";
import { ArtifactError } from "./errors.js";

let loaded: Promise<Artifact> | undefined;

/**
 * The artifact that this package ships, read beside this file and compiled once per thread.
 *
 * @throws {ArtifactError} where a file is missing or damaged.
 */
export function loadArtifact(): Promise<Artifact> {
  loaded ??= Promise.all([read("micropython.wasm"), read("boot.image")]).then(([wasm, image]) =>
    Artifact.load(wasm, image),
  );
  return loaded;
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(file, import.meta.url);
  try {
    if (url.protocol === "file:") {
      const { readFile } = await import("node:fs/promises");
      return new Uint8Array(await readFile(url));
    }
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new ArtifactError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}; build or install the package again`,
    );
  }
}
