import { ArtifactError } from "../errors.js";
import { Image, type ImageContent, readImage } from "./image.js";

/** An artifact that was compiled and checked, on its way to another thread. */
export interface SharedArtifact {
  module: WebAssembly.Module;
  image: ImageContent;
}

/** The compiled interpreter and the memory that it starts with: made once, shared by all interpreters of a thread. */
export class Artifact {
  readonly module: WebAssembly.Module;
  readonly image: Image;

  private constructor(module: WebAssembly.Module, image: Image) {
    this.module = module;
    this.image = image;
  }

  /** As plain data, which another thread's `fromShared` makes an artifact again. */
  get shared(): SharedArtifact {
    return { module: this.module, image: this.image.content };
  }

  static fromShared({ module, image }: SharedArtifact): Artifact {
    return new Artifact(module, new Image(image));
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
