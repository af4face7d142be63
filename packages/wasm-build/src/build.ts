// npm run build: upstream's wasm from npm in, the sandbox artifact and its boot image out.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { makeArtifact } from "./artifact.js";
import { boot } from "./boot.js";
import { writeImage } from "./image.js";
import { compileOverlay } from "./overlay.js";
import { readUpstream, UPSTREAM } from "./upstream.js";

const root = new URL("../", import.meta.url);
const release = new URL("../micropython-wasm/dist/", root);
const out = new URL("out/", root);

/** A hash of everything that the products are made from, so that an unchanged tree is not built again. */
async function inputHash(): Promise<string> {
  const hash = createHash("sha256").update(UPSTREAM.sha256);
  for (const folder of ["dist/", "overlay/", "boot/", "../stdlib/lib/", "../../package-lock.json"]) {
    const url = new URL(folder, root);
    const names = folder.endsWith("/") ? await readdir(url, { recursive: true }) : [""];
    const files = names.filter((file) => !file.endsWith(".d.ts") && /(^|\.(js|ts|py|json))$/.test(file)).toSorted();
    for (const file of files) hash.update(file).update(await readFile(file === "" ? url : new URL(file, url)));
  }
  return hash.digest("hex");
}

async function build(): Promise<void> {
  const stamp = new URL("stamp", out);
  const inputs = await inputHash();
  const products = ["micropython.wasm", "boot.image"].map((file) => new URL(file, release));
  if (products.every((file) => existsSync(file)) && existsSync(stamp) && (await readFile(stamp, "utf8")) === inputs)
    return;
  await mkdir(release, { recursive: true });
  await mkdir(out, { recursive: true });

  const upstream = await readUpstream();
  const overlay = await compileOverlay();
  for (const metered of [true, false]) {
    const { withData, wasm, parts } = makeArtifact(upstream, overlay, { metered });
    const image = writeImage(boot(withData, parts), wasm);
    const folder = metered ? release : out;
    const suffix = metered ? "" : ".unmetered";
    await writeFile(new URL(`micropython${suffix}.wasm`, folder), wasm);
    await writeFile(new URL(`boot${suffix}.image`, folder), image);
  }
  await writeFile(stamp, inputs);
}

await build();
