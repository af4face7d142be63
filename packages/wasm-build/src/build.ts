// npm run build: upstream's wasm from npm in, the sandbox artifact and its boot image out. With --unmetered also the same without fuel, for the bench.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { type Artifact, makeArtifact } from "./artifact.js";
import { boot } from "./boot.js";
import { writeImage } from "./image.js";
import { compileLibrary } from "./library.js";
import { compileOverlay } from "./overlay.js";
import { readUpstream, UPSTREAM } from "./upstream.js";

const root = new URL("../", import.meta.url);
const release = new URL("../micropython-wasm/dist/", root);
const out = new URL("out/", root);

/** The files that make the image and the library of an artifact, but not the artifact itself. */
const AFTERWARDS = /^(boot|bytecode|guest|image|library|modules|build)\.js$/;

async function hashOf(folders: readonly string[], wanted = (_file: string): boolean => true): Promise<string> {
  const hash = createHash("sha256").update(UPSTREAM.sha256);
  for (const folder of folders) {
    const url = new URL(folder, root);
    const names = folder.endsWith("/") ? await readdir(url, { recursive: true }) : [""];
    const files = names.filter((file) => !file.endsWith(".d.ts") && /(^|\.(js|ts|py|json))$/.test(file)).toSorted();
    for (const file of files.filter(wanted))
      hash.update(file).update(await readFile(file === "" ? url : new URL(file, url)));
  }
  return hash.digest("hex");
}

/** Does the work unless it was done for the same inputs, whose hash is then in a file beside the products. */
async function once(name: string, inputs: string, products: readonly URL[], work: () => Promise<void>): Promise<void> {
  const stamp = new URL(`${name}.stamp`, out);
  const made = [...products, stamp].every((file) => existsSync(file));
  if (made && (await readFile(stamp, "utf8")) === inputs) return;
  await work();
  await writeFile(stamp, inputs);
}

interface Variant {
  metered: boolean;
  folder: URL;
  suffix: string;
}

/** With fuel, what ships; and where the bench asks for it, without: what fuel is measured against. */
const variants: Variant[] = [{ metered: true, folder: release, suffix: "" }];
if (process.argv.includes("--unmetered")) variants.push({ metered: false, folder: out, suffix: ".unmetered" });

const wasmOf = ({ folder, suffix }: Variant): URL => new URL(`micropython${suffix}.wasm`, folder);
const imageOf = ({ folder, suffix }: Variant): URL => new URL(`boot${suffix}.image`, folder);
/** An artifact with its data, and what was found out about it: what its image is made from. */
const dataOf = ({ suffix }: Variant): URL => new URL(`with-data${suffix}.wasm`, out);
const partsOf = ({ suffix }: Variant): URL => new URL(`parts${suffix}.json`, out);

/** Takes half a minute. */
async function makeWasm(variant: Variant): Promise<void> {
  const { withData, wasm, parts } = makeArtifact(await readUpstream(), await compileOverlay(), variant);
  await writeFile(wasmOf(variant), wasm);
  await writeFile(dataOf(variant), withData);
  await writeFile(partsOf(variant), JSON.stringify(parts));
}

/** Takes a second. */
async function makeImage(variant: Variant): Promise<void> {
  const wasm = new Uint8Array(await readFile(dataOf(variant)));
  const parts = JSON.parse(await readFile(partsOf(variant), "utf8")) as Artifact["parts"];
  const library = compileLibrary(wasm, parts);
  await writeFile(imageOf(variant), writeImage(boot(wasm, parts, library), library, await readFile(wasmOf(variant))));
}

await mkdir(release, { recursive: true });
await mkdir(out, { recursive: true });
const artifactInputs = await hashOf(["dist/", "overlay/", "../../package-lock.json"], (file) => !AFTERWARDS.test(file));
const imageInputs = await hashOf(["dist/", "boot/", "../stdlib/lib/", "../stdlib/builtins/"]);
for (const variant of variants) {
  const { suffix } = variant;
  const products = [wasmOf(variant), dataOf(variant), partsOf(variant)];
  await once(`artifact${suffix}`, artifactInputs, products, () => makeWasm(variant));
  await once(`image${suffix}`, artifactInputs + imageInputs, [imageOf(variant)], () => makeImage(variant));
}
