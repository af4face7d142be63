import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const { packages } = JSON.parse(read("../../../package-lock.json")) as {
  packages: Record<string, { hasInstallScript?: boolean }>;
};

describe("the package", () => {
  it("brings the license", () => {
    expect(read("../LICENSE")).toBe(read("../../../LICENSE"));
  });

  it("depends on nothing that runs a script when it is installed", () => {
    expect(Object.keys(packages).filter((path) => packages[path]!.hasInstallScript)).toEqual([]);
  });
});
