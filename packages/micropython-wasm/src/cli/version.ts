import { readFileSync } from "node:fs";
import { manifestUrl } from "../files.js";

/** The package's version. */
export function versionText(): string {
  const manifest = readFileSync(manifestUrl, "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  return `micropython-wasm ${version}`;
}
