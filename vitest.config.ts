import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,apps}/*/test/**/*.test.ts"],
    // vitest leaves one core free; of two that is half. A container may see many more cores than it is given, and tests start processes of their own.
    maxWorkers: Math.min(6, Math.max(2, availableParallelism() - 1)),
    // Generous: a test that hangs must fail, a machine that is slow, and busy with other things, must not.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // .ci/run reads the counts of passed and failed tests from this file.
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: ".cache/vitest.json" }]] : ["default"],
  },
});
