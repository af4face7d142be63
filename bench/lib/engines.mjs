import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../engines/${name}`, import.meta.url));
const node = (...args) => [process.execPath, path("serve.mjs"), ...args];

/** What is compared, in the order of the table. Ratios are taken against `baseline`. */
export const engines = [
  { id: "upstream", label: "upstream as it is", command: node("upstream") },
  { id: "fuelOn", label: "micropython-wasm, fuel on", command: node("ours", "metered") },
  { id: "fuelOff", label: "micropython-wasm, no fuel", command: node("ours", "unmetered") },
  { id: "monty", label: "@pydantic/monty", command: node("monty") },
  { id: "pyodide", label: "Pyodide", command: node("pyodide") },
  { id: "cpython", label: "CPython, native", command: ["python3", path("serve.py")] },
];

export const baseline = "upstream";
