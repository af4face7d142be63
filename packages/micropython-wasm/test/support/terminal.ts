import { spawn, spawnSync } from "node:child_process";
import { bin } from "./cli.js";

/** util-linux's `script` gives the program a pseudo-terminal without a native addon. */
export const hasPseudoTerminal = spawnSync("script", ["--version"]).status === 0;

/** How long to wait for the screen to show something, before the test fails and says what it showed instead. */
const patienceMs = 120_000;

/** The real program on a terminal of its own: what a person types goes in, what the screen is sent comes out. */
export class Terminal {
  readonly #child;
  /** Everything that the screen was sent and that no `shows` has gone past. */
  #screen = "";
  #check = (): void => {};
  readonly exitCode: Promise<number | null>;

  constructor(args: readonly string[], environment: Record<string, string>) {
    const command = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(" ");
    this.#child = spawn("script", ["--quiet", "--flush", "--return", "--command", command, "/dev/null"], {
      env: { ...process.env, TERM: "xterm", ...environment },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#child.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.#screen += text;
      this.#check();
    });
    this.exitCode = new Promise((resolve) => this.#child.once("close", (code) => resolve(code)));
  }

  type(keys: string): void {
    this.#child.stdin.write(keys);
  }

  /** Waits until the screen shows `text`; gives what it was sent up to there, and looks only further on from then. */
  shows(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        reject(new Error(`the screen never showed ${JSON.stringify(text)}, but ${JSON.stringify(this.#screen)}`));
      }, patienceMs);
      this.#check = () => {
        const at = this.#screen.indexOf(text);
        if (at < 0) return;
        clearTimeout(giveUp);
        this.#check = () => {};
        const end = at + text.length;
        const before = this.#screen.slice(0, end);
        this.#screen = this.#screen.slice(end);
        resolve(before);
      };
      this.#check();
    });
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }
}

export const keys = { ctrlC: "\x03", ctrlD: "\x04", up: "\x1b[A" };
