import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import type { History } from "./history.js";
import { maxHistoryLines } from "./history.js";
import { isIncomplete } from "./incomplete.js";

interface Terminal {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
}

/** The REPL's input side: prompts, line editing, entries of several lines, Ctrl-C and Ctrl-D at the prompt. */
export class EntryReader {
  readonly #terminal: Terminal;
  readonly #lines: Interface;
  readonly #history: History;
  /** Lines that arrived while nobody asked: a paste arrives at once. */
  readonly #waiting: string[] = [];
  /** The lines of an unfinished entry, each ended by a newline. */
  #entry = "";
  #resolve: ((entry: string | undefined) => void) | undefined;
  #ended = false;

  constructor(terminal: Terminal, history: History) {
    this.#terminal = terminal;
    this.#history = history;
    this.#lines = createInterface({
      ...terminal,
      terminal: terminal.output.isTTY,
      history: history.load().toReversed(),
      historySize: maxHistoryLines,
    });
    this.#lines.on("line", (line) => {
      this.#history.add(line);
      this.#waiting.push(line);
      this.#takeLines();
    });
    this.#lines.on("SIGINT", () => this.#cancel());
    this.#lines.on("close", () => {
      this.#ended = true;
      this.#answer(undefined);
    });
  }

  /** The next whole entry; undefined once the input has ended. Between calls the terminal belongs to the running program. */
  next(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      if (this.#ended) return this.#answer(undefined);
      // While the program ran, the terminal was in its ordinary mode, where Ctrl-C is a signal.
      this.#setRawMode(true);
      this.#takeLines();
    });
  }

  close(): void {
    this.#lines.close();
  }

  #takeLines(): void {
    while (this.#resolve !== undefined && this.#waiting.length > 0) {
      this.#entry += `${this.#waiting.shift()!}\n`;
      if (!isIncomplete(this.#entry)) this.#answer(this.#entry);
    }
    if (this.#resolve !== undefined) this.#prompt();
  }

  #answer(entry: string | undefined): void {
    const resolve = this.#resolve;
    this.#resolve = undefined;
    this.#entry = "";
    if (!this.#ended) {
      this.#lines.pause();
      this.#setRawMode(false);
    }
    resolve?.(entry);
  }

  /** Ctrl-C at the prompt: what has been typed is dropped. */
  #cancel(): void {
    this.#entry = "";
    this.#waiting.length = 0;
    this.#lines.write(null, { ctrl: true, name: "e" });
    this.#lines.write(null, { ctrl: true, name: "u" });
    this.#terminal.output.write("\nKeyboardInterrupt\n");
    this.#prompt();
  }

  #prompt(): void {
    this.#lines.setPrompt(this.#entry === "" ? ">>> " : "... ");
    this.#lines.prompt(true);
  }

  #setRawMode(raw: boolean): void {
    if (this.#terminal.output.isTTY) this.#terminal.input.setRawMode(raw);
  }
}
