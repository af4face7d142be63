// Makes a few files each of the library, the command and the worker, from what tsc has put into dist/. Loading a module costs about a
// millisecond, starting Node's ESM loader five: as CommonJS in one file the command starts 25 ms earlier, a session 15.
// For browsers it makes one module each of the library and its worker: pages can load those without a bundler.
import { defineConfig } from "rolldown";

const bundle = {
  cwd: import.meta.dirname,
  platform: "node",
} as const;
const output = { dir: "dist", format: "cjs", entryFileNames: "[name].cjs" } as const;
const browser = {
  cwd: import.meta.dirname,
  platform: "browser",
  output: { dir: "dist/browser", format: "es", codeSplitting: false, minify: true },
} as const;

const insideWorker = { alias: { "#platform": `${import.meta.dirname}/dist/platform/insideWorker.js` } };

export default defineConfig([
  {
    ...bundle,
    resolve: insideWorker,
    input: { worker: "dist/platform/nodeWorker.js" },
    output: { ...output, codeSplitting: false },
  },
  // The library for Node: two entries that share their classes.
  {
    ...bundle,
    input: { index: "dist/index.js", node: "dist/node.js" },
    output: { dir: "dist", format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
  },
  { ...browser, input: { index: "dist/index.js" } },
  { ...browser, resolve: insideWorker, input: { worker: "dist/platform/browserWorker.js" } },
  // What a run does not need (help, REPL) stays in files of its own.
  { ...bundle, input: { cli: "dist/cli/main.js" }, output: { ...output, chunkFileNames: "cli-[name].cjs" } },
]);
