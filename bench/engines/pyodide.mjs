import { loadPyodide, version } from "pyodide";

export async function open() {
  const pyodide = await loadPyodide();
  return {
    version,
    /** One runtime, because starting one takes seconds; fresh globals for every run. */
    async prepare() {
      let stdout = "";
      pyodide.setStdout({ batched: (line) => (stdout += `${line}\n`) });
      const globals = pyodide.toPy({ __name__: "__main__" });
      return {
        run: (source) => void pyodide.runPython(source, { globals }),
        output: () => stdout,
        close: () => globals.destroy(),
      };
    },
  };
}
