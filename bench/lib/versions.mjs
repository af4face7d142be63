import { readFileSync } from "node:fs";

/** The peers' versions: exact in package.json, so what it says is what runs. */
export const versions = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).devDependencies;
