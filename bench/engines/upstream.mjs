import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";
import { versions } from "../lib/versions.mjs";

/**
 * Upstream collects garbage only when the outermost call returns, so what one program drops must all fit. A heap that
 * is too small makes it spin for ever; 256 MiB holds every program here.
 */
const heapBytes = 256 * 1024 * 1024;

export async function open() {
  return {
    version: versions["@micropython/micropython-webassembly-pyscript"],
    /** Fresh state for every run, as for this library; making it is not timed. */
    async prepare() {
      let stdout = "";
      const micropython = await loadMicroPython({ heapsize: heapBytes, stdout: (line) => (stdout += `${line}\n`) });
      return {
        run: (source) => void micropython.runPython(source),
        output: () => stdout,
      };
    },
  };
}
