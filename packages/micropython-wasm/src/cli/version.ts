import { readFileSync } from "node:fs";

/** The package's version. */
export function versionText(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  return `micropython-wasm ${version}`;
}
