import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** An engine's process: one request at a time, each answered by one line, none waited for longer than `timeoutMs`. */
export class Child {
  #process;
  #lines;

  /** @param {readonly string[]} command */
  constructor([file, ...args]) {
    this.#process = spawn(file, args, { stdio: ["pipe", "pipe", "ignore"] });
    // A missing program or a dead child ends the lines, which is how the caller learns of it.
    this.#process.on("error", () => undefined);
    this.#process.stdin.on("error", () => undefined);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** @param {number} timeoutMs @returns {Promise<any>} the next answer, or undefined where none came */
  async receive(timeoutMs) {
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, timeoutMs, { done: true })));
    const { value, done } = await Promise.race([this.#lines.next(), late]);
    clearTimeout(timer);
    return done ? undefined : JSON.parse(value);
  }

  /** @param {unknown} message @param {number} timeoutMs */
  async ask(message, timeoutMs) {
    this.#process.stdin.write(`${JSON.stringify(message)}\n`);
    return this.receive(timeoutMs);
  }

  close() {
    this.#process.kill("SIGKILL");
  }
}
