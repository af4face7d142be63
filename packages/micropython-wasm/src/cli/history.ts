import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Lines kept between sessions; the file may hold twice as many before it is cut. */
export const maxHistoryLines = 1_000;

/** The file to use, or undefined for none: `MICROPYTHON_WASM_HISTORY`, where that is set, decides. */
export function historyPath(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment["MICROPYTHON_WASM_HISTORY"];
  if (named !== undefined) return named === "" ? undefined : named;
  return join(homedir(), ".micropython_wasm_history");
}

/** The REPL's lines of earlier sessions. Sessions that run side by side append to one file. A file that cannot be used is no reason not to start. */
export class History {
  readonly #path: string | undefined;

  constructor(path: string | undefined) {
    this.#path = path;
  }

  /** Oldest first. */
  load(): string[] {
    if (this.#path === undefined) return [];
    try {
      const lines = readFileSync(this.#path, "utf8")
        .split("\n")
        .filter((line) => line !== "");
      const kept = lines.slice(-maxHistoryLines);
      if (lines.length > 2 * maxHistoryLines) writeFileSync(this.#path, `${kept.join("\n")}\n`, { mode: 0o600 });
      return kept;
    } catch {
      return [];
    }
  }

  /** Remembers one line at once, so that a killed terminal loses none. Others may not read it: it may hold secrets. */
  add(line: string): void {
    if (this.#path === undefined || line.trim() === "") return;
    try {
      appendFileSync(this.#path, `${line}\n`, { mode: 0o600 });
    } catch {
      // A read-only home directory: the line is in this session's memory, and that must do.
    }
  }
}
