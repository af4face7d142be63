import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
interface Locked {
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
}
const { packages } = JSON.parse(read("../../../package-lock.json")) as { packages: Record<string, Locked> };

/** The one exception: its script looks whether there is a build for the platform in the package, and there always is. */
const sqlite = "node_modules/@photostructure/sqlite";

describe("the package", () => {
  it("brings the license", () => {
    expect(read("../LICENSE")).toBe(read("../../../LICENSE"));
  });

  it("depends on nothing that runs a script when it is installed, but for SQLite's", () => {
    expect(Object.keys(packages).filter((path) => packages[path]!.hasInstallScript)).toEqual([sqlite]);
  });

  it("SQLite is compiled nowhere: it is optional, and has a build for each platform that it installs on", () => {
    const { os, cpu } = packages[sqlite]!;
    expect(JSON.parse(read("../package.json"))).toHaveProperty(["optionalDependencies", "@photostructure/sqlite"]);
    expect(JSON.parse(read(`../../../${sqlite}/package.json`))).toMatchObject({
      scripts: { install: "node-gyp-build" },
    });
    const builds = readdirSync(new URL(`../../../${sqlite}/prebuilds`, import.meta.url)).toSorted();
    expect(builds).toEqual(os!.flatMap((system) => cpu!.map((cpu) => `${system}-${cpu}`)).toSorted());
  });
});
