import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

/** Compiles overlay/ to wasm text. @throws with the compiler's messages. */
export async function compileOverlay(): Promise<string> {
  const source = fileURLToPath(new URL("../overlay/index.ts", import.meta.url));
  let text: string | undefined;
  const writeFile = (file: string, contents: unknown): void => {
    if (file.endsWith(".wat")) text = String(contents);
  };
  const { error, stderr } = await main(
    [source, "--textFile", "overlay.wat", "--importMemory", "--runtime", "stub", "-O3", "--noAssert"],
    { writeFile },
  );
  if (error !== null || text === undefined)
    throw new Error(`overlay: ${error?.message ?? "no output"}\n${(stderr as { toString(): string }).toString()}`);
  return text;
}
