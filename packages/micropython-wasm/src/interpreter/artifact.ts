import { ArtifactError } from "../errors.js";
import { type Image, readImage } from "./image.js";

/** The compiled interpreter and the memory that it starts with: made once, shared by all interpreters of a thread. */
export class Artifact {
  readonly module: WebAssembly.Module;
  readonly image: Image;

  private constructor(module: WebAssembly.Module, image: Image) {
    this.module = module;
    this.image = image;
  }

  /**
   * Compiles micropython.wasm and checks its boot image.
   *
   * @throws {ArtifactError} where either is damaged, or where they do not belong together.
   */
  static async load(wasm: Uint8Array<ArrayBuffer>, image: Uint8Array<ArrayBuffer>): Promise<Artifact> {
    const checked = await readImage(image, wasm);
    try {
      return new Artifact(await WebAssembly.compile(wasm), checked);
    } catch (error) {
      throw new ArtifactError(
        `micropython.wasm cannot be compiled here: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
