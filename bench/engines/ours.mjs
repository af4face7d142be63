import { readFile } from "node:fs/promises";

const packages = new URL("../../packages/", import.meta.url);
/** Where the public package is built to. */
export const library = new URL("micropython-wasm/dist/", packages);

/** Both builds of the artifact: the one that ships, and the same passes without the metering one. */
const builds = {
  metered: { wasm: new URL("micropython.wasm", library), image: new URL("boot.image", library) },
  unmetered: {
    wasm: new URL("wasm-build/out/micropython.unmetered.wasm", packages),
    image: new URL("wasm-build/out/boot.unmetered.image", packages),
  },
};

/** The options of every measured interpreter: room enough that no limit is what is measured. */
export const options = { memoryBytes: 64 * 1024 * 1024, fuel: 1e12, timeoutMs: 120_000 };

/** @param {keyof typeof builds} build */
export async function loadArtifact(build) {
  const { Artifact } = await import(new URL("interpreter/artifact.js", library).href);
  const [wasm, image] = await Promise.all([readFile(builds[build].wasm), readFile(builds[build].image)]);
  return Artifact.load(wasm, image);
}

/** @param {keyof typeof builds} build */
export async function open(build) {
  const { Interpreter } = await import(new URL("interpreter/interpreter.js", library).href);
  const artifact = await loadArtifact(build);
  const { version } = JSON.parse(await readFile(new URL("../package.json", library), "utf8"));
  return {
    version,
    async prepare() {
      const interpreter = new Interpreter(artifact, options);
      let result;
      return {
        run: (source) => void (result = interpreter.run(source)),
        output: () => result.stdout,
        fuel: () => (build === "metered" ? result.fuelUsed : undefined),
        close: () => interpreter.close(),
      };
    },
  };
}
