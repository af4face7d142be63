import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { Answer, Message, Request } from "./protocol.js";
import { TOO_LATE, TOO_MUCH_MEMORY } from "./watchdog.js";

const script = createRequire(import.meta.url).resolve("#queryProcess");

/** What a process needs of the host's environment; the rest, and the secrets in it, are none of its business. */
const inherited = ["ELECTRON_RUN_AS_NODE", "LD_LIBRARY_PATH", "PATH", "SystemRoot"];

/** A process that nobody needed for so long ends. */
const IDLE_MS = 30_000;

const STOPPED: Answer = { error: "the query was stopped" };

/** Runs queries in processes, since nothing but the end of its process stops SQLite for sure: at most `size` at once, the others wait for their turn. */
export class ProcessPool {
  readonly #size: number;
  readonly #idle: QueryProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #busy = new Set<QueryProcess>();
  #running = 0;
  #closed = false;

  constructor(size: number) {
    this.#size = size;
  }

  /** The answer; an error where it takes longer than `sqlTimeLimitMs`, the process dies, or `signal` fires. */
  async run(request: Request, signal: AbortSignal | undefined): Promise<Answer> {
    await this.#turn(signal);
    try {
      if (this.#closed || signal?.aborted) return STOPPED;
      return await this.#runNow(request, signal);
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all processes, and with them what runs. */
  close(): void {
    this.#closed = true;
    for (const process of [...this.#busy, ...this.#idle]) process.kill();
    this.#idle.length = 0;
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#running >= this.#size && !signal?.aborted)
      await new Promise<void>((resolve) => {
        const leave = (): void => {
          signal?.removeEventListener("abort", leave);
          const place = this.#waiting.indexOf(leave);
          if (place >= 0) this.#waiting.splice(place, 1);
          resolve();
        };
        signal?.addEventListener("abort", leave);
        this.#waiting.push(leave);
      });
    this.#running++;
  }

  async #runNow(request: Request, signal: AbortSignal | undefined): Promise<Answer> {
    const process = this.#take();
    this.#busy.add(process);
    try {
      return await process.ask(request, signal);
    } finally {
      this.#busy.delete(process);
      if (process.alive && !this.#closed) this.#rest(process);
      else process.kill();
    }
  }

  #take(): QueryProcess {
    for (;;) {
      const process = this.#idle.pop();
      if (process === undefined) return new QueryProcess();
      if (process.alive) return process;
    }
  }

  #rest(process: QueryProcess): void {
    this.#idle.push(process);
    process.rest(IDLE_MS);
  }
}

class QueryProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor() {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => inherited.includes(name)));
    // Without the host's execArgv: no inspector, no loaders.
    this.#child = fork(script, {
      env,
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    // its end tells
    this.#child.on("error", () => {});
    this.#ready = this.#next();
  }

  get alive(): boolean {
    const { connected, killed, exitCode, signalCode } = this.#child;
    return connected && !killed && exitCode === null && signalCode === null;
  }

  async ask(request: Request, signal: AbortSignal | undefined): Promise<Answer> {
    clearTimeout(this.#idleTimer);
    this.#child.ref();
    this.#child.channel?.ref();
    let stopped: Answer | undefined;
    const stop = (why: Answer): void => {
      stopped ??= why;
      this.kill();
    };
    const abort = (): void => stop(STOPPED);
    signal?.addEventListener("abort", abort);
    let timer: NodeJS.Timeout | undefined;
    try {
      const first = await this.#ready;
      if (stopped !== undefined) return stopped;
      if (this.#child.killed) return STOPPED;
      if (first === undefined) return { error: "SQLite cannot be started here: is @photostructure/sqlite installed?" };
      const { sqlTimeLimitMs, sqlMemoryBytes } = request.limits;
      const late = `the query was stopped after ${sqlTimeLimitMs} ms (sql_time_limit_ms)`;
      timer = setTimeout(() => stop({ error: late }), sqlTimeLimitMs);
      const answer = this.#next();
      // what cannot be sent because the process has just died, its end tells
      this.#child.send(request, () => {});
      const message = await answer;
      if (message !== undefined && message !== "ready") return message;
      if (stopped !== undefined) return stopped;
      if (this.#child.killed) return STOPPED;
      if (this.#child.signalCode === TOO_LATE) return { error: late };
      return this.#child.signalCode === TOO_MUCH_MEMORY
        ? { error: `the query was stopped: it needs more memory than ${sqlMemoryBytes} bytes (sql_memory_bytes)` }
        : { error: "SQLite crashed: the database's file may be damaged" };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }

  rest(ms: number): void {
    this.#idleTimer = setTimeout(() => this.kill(), ms).unref();
  }

  kill(): void {
    clearTimeout(this.#idleTimer);
    this.#child.kill("SIGKILL");
  }

  /** The next message; undefined where the process ends without one. */
  async #next(): Promise<Message | undefined> {
    const over = new AbortController();
    const { signal } = over;
    try {
      return await Promise.race([
        once(this.#child, "message", { signal }).then(([message]) => message as Message),
        // "exit" may come before the last message, "close" not
        once(this.#child, "close", { signal }).then(() => undefined),
      ]);
    } catch {
      return undefined;
    } finally {
      over.abort();
    }
  }
}
