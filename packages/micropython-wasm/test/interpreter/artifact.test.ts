import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { Artifact, ArtifactError, Interpreter } from "micropython-wasm";

const shipped = (file: string): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(new URL(`../../dist/${file}`, import.meta.url)).then((bytes) => new Uint8Array(bytes));

let wasm: Uint8Array<ArrayBuffer>;
let image: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  [wasm, image] = await Promise.all([shipped("micropython.wasm"), shipped("boot.image")]);
});

function flipped(bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

describe("Artifact.load", () => {
  it("takes what belongs together", async () => {
    const interpreter = new Interpreter(await Artifact.load(wasm, image));
    expect(interpreter.run("6 * 7").value).toBe(42);
    interpreter.close();
  });

  it("refuses an image with one flipped bit, wherever it is", async () => {
    const bits = image.length * 8;
    for (let i = 0; i < 200; i++) {
      // a bit of each part: the magic, both hashes, the facts, and all over the memory
      const bit = i < 100 ? i * 23 : Math.floor((bits * i) / 200);
      await expect(Artifact.load(wasm, flipped(image, bit)), `bit ${bit}`).rejects.toThrow(ArtifactError);
    }
  });

  it("refuses the image of another build, and says so", async () => {
    await expect(Artifact.load(flipped(wasm, 8_000), image)).rejects.toThrow(/made for another build/);
  });

  it.each([0, 7, 71, 72, 1_000])("refuses an image cut to %i bytes", async (length) => {
    await expect(Artifact.load(wasm, image.slice(0, length))).rejects.toThrow(ArtifactError);
  });
});
