import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";
import { TEXTS } from "./messages.js";
import { NAMES } from "./names.js";

/** The one name that AssemblyScript keeps to itself. */
const RESERVED = "function";

/** Files of the overlay that are made: the functions that give the addresses of texts, and the numbers of interned strings. */
const MADE: Record<string, () => string> = {
  "texts.ts": () =>
    Object.keys(TEXTS)
      .map((id) => `@external("text", "${id}") export declare function ${id}(): usize;`)
      .join("\n"),
  "names.ts": () =>
    `import { namesAddress } from "./interpreter";\n${NAMES.map(
      (id, at) =>
        `@inline export function ${id === RESERVED ? `${id}_` : id}(): u32 { return load<u16>(namesAddress(), ${2 * at}); }`,
    ).join("\n")}
@inline export function at(index: u32): u32 { return load<u16>(namesAddress() + (index << 1)); }`,
};

/** Where the overlay's constant data lies: the first piece of memory that src/boot.ts allocates. */
export const STATIC_BASE = 0x2da00;

/** First its texts, as AssemblyScript lays them out; then the tables of unicode.ts. */
export const TEXT_BYTES = 20 * 1024;

export const UNICODE_BASE = STATIC_BASE + TEXT_BYTES;
const UNICODE_BYTES = 40 * 1024;

/** Then what ownData.ts lays out. */
export const OWN_BASE = UNICODE_BASE + UNICODE_BYTES;
export const OWN_BYTES = 8 * 1024;

/** Then the types that relocate.ts moves. */
export const RELOCATED_BASE = OWN_BASE + OWN_BYTES;
export const RELOCATED_BYTES = 512;

export const STATIC_BYTES = TEXT_BYTES + UNICODE_BYTES + OWN_BYTES + RELOCATED_BYTES;

/** Compiles overlay/ to wasm text. @throws with the compiler's messages. */
export async function compileOverlay(): Promise<string> {
  const source = fileURLToPath(new URL("../overlay/index.ts", import.meta.url));
  let text: string | undefined;
  const writeFile = (file: string, contents: unknown): void => {
    if (file.endsWith(".wat")) text = String(contents);
  };
  const readFile = (file: string, inFolder: string): string | null => {
    const made = /(?:^|\/)overlay\/(\w+\.ts)$/.exec(file)?.[1];
    if (made !== undefined && made in MADE) return MADE[made]!();
    try {
      return readFileSync(join(file.startsWith("/") ? "" : inFolder, file), "utf8");
    } catch {
      return null;
    }
  };
  const { error, stderr } = await main(
    [
      source,
      "--textFile",
      "overlay.wat",
      "--importMemory",
      "--importTable",
      "--memoryBase",
      String(STATIC_BASE),
      "--runtime",
      "stub",
      "-O3",
      "--noAssert",
    ],
    { readFile, writeFile },
  );
  if (error !== null || text === undefined)
    throw new Error(`overlay: ${error?.message ?? "no output"}\n${(stderr as { toString(): string }).toString()}`);
  return text;
}
