import { readFileSync } from "node:fs";
import { distUrl } from "../files.js";

/** The package's version. */
export function versionText(): string {
  const manifest = readFileSync(new URL("../package.json", distUrl), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  return `micropython-wasm ${version}`;
}
