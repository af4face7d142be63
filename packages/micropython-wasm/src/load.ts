import { platform } from "#platform";
import { Artifact } from "./interpreter/artifact.js";
import { ArtifactError, SandboxError } from "./errors.js";

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
  try {
    return await platform.readAsset(file);
  } catch (error) {
    if (SandboxError.is(error)) throw error;
    throw new ArtifactError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}; build or install the package again`,
    );
  }
}
