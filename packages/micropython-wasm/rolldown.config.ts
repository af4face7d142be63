// Makes one file each of the command and the worker, from what tsc has put into dist/. Loading a module costs about a
// millisecond, and an ESM loader five to start; as CommonJS in one file the command starts 30 ms earlier, a session 10 ms.
import { defineConfig } from "rolldown";

const bundle = {
  cwd: import.meta.dirname,
  platform: "node",
} as const;
const output = { dir: "dist", format: "cjs", entryFileNames: "[name].cjs" } as const;

export default defineConfig([
  { ...bundle, input: { worker: "dist/session/worker.js" }, output: { ...output, codeSplitting: false } },
  // What a run does not need (help, REPL) stays in files of its own.
  { ...bundle, input: { cli: "dist/cli/main.js" }, output: { ...output, chunkFileNames: "cli-[name].cjs" } },
]);
