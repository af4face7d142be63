import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

/** Where the overlay's constant data lies: the first piece of memory that src/boot.ts allocates. */
export const STATIC_BASE = 0x2da00;

/** First its texts, as AssemblyScript lays them out; then the tables of unicode.ts. */
export const TEXT_BYTES = 16 * 1024;

export const UNICODE_BASE = STATIC_BASE + TEXT_BYTES;
const UNICODE_BYTES = 40 * 1024;

export const STATIC_BYTES = TEXT_BYTES + UNICODE_BYTES;

/** Compiles overlay/ to wasm text. @throws with the compiler's messages. */
export async function compileOverlay(): Promise<string> {
  const source = fileURLToPath(new URL("../overlay/index.ts", import.meta.url));
  let text: string | undefined;
  const writeFile = (file: string, contents: unknown): void => {
    if (file.endsWith(".wat")) text = String(contents);
  };
  const { error, stderr } = await main(
    [
      source,
      "--textFile",
      "overlay.wat",
      "--importMemory",
      "--memoryBase",
      String(STATIC_BASE),
      "--runtime",
      "stub",
      "-O3",
      "--noAssert",
    ],
    { writeFile },
  );
  if (error !== null || text === undefined)
    throw new Error(`overlay: ${error?.message ?? "no output"}\n${(stderr as { toString(): string }).toString()}`);
  return text;
}
