import { setBackgroundTimer } from "../backgroundTimer.js";
import type { Session } from "../session/session.js";

export interface KeyedSession {
  key: string;
  session: Session;
}

interface Idle {
  session: Session;
  cancel: () => void;
}

/** Live sessions that nobody uses, in the order in which they were last used. */
export class IdleSessions {
  readonly #sessions = new Map<string, Idle>();
  readonly #timeoutMs: number;
  readonly #onTimeout: (key: string) => void;

  constructor(timeoutMs: number, onTimeout: (key: string) => void) {
    this.#timeoutMs = timeoutMs;
    this.#onTimeout = onTimeout;
  }

  get size(): number {
    return this.#sessions.size;
  }

  add(key: string, session: Session): void {
    const cancel =
      this.#timeoutMs === Infinity ? () => {} : setBackgroundTimer(() => this.#onTimeout(key), this.#timeoutMs);
    this.#sessions.set(key, { session, cancel });
  }

  take(key: string): Session | undefined {
    const idle = this.#sessions.get(key);
    this.#sessions.delete(key);
    idle?.cancel();
    return idle?.session;
  }

  /** The one that was not used for the longest time. */
  takeOldest(): KeyedSession | undefined {
    const [key] = this.#sessions.keys();
    return key === undefined ? undefined : { key, session: this.take(key)! };
  }

  takeAll(): KeyedSession[] {
    return [...this.#sessions.keys()].map((key) => ({ key, session: this.take(key)! }));
  }
}
