import { platform } from "#platform";
import { setBackgroundTimer } from "../backgroundTimer.js";
import type { WorkerPort } from "../platform/platform.js";
import type { Artifact } from "../interpreter/artifact.js";
import type { LoadRequest, WorkerMessage } from "./protocol.js";

/** Workers without a session that are kept for the next one: starting a worker takes 25 ms, starting a session on one that runs takes one. */
const maxSpares = 4;

/** How long one is kept, in milliseconds. */
const spareMs = 10_000;

/** Who hears what a worker says: the session that has it. */
export interface Employer {
  onMessage(message: WorkerMessage): void;
  onEnd(why: string): void;
}

const spares: HiredWorker[] = [];

/** A worker that serves one session after another. Between them nothing of the earlier one is left: its interpreter and its shared memory are its own. */
export class HiredWorker {
  readonly #port: WorkerPort = platform.spawnWorker();
  #employer: Employer;
  #loaded = false;
  #ended = false;
  #keepFromRetiring = (): void => {};

  /** A spare worker, or a new one. */
  static hire(employer: Employer): HiredWorker {
    const spare = spares.pop();
    if (spare === undefined) return new HiredWorker(employer);
    spare.#keepFromRetiring();
    spare.#employer = employer;
    return spare;
  }

  private constructor(employer: Employer) {
    this.#employer = employer;
    this.#port.listen((message) => this.#employer.onMessage(message as WorkerMessage));
    this.#port.onEnd((why) => {
      this.#ended = true;
      this.#employer.onEnd(why);
    });
  }

  /** Gives the artifact to a worker that has none yet: to copy the image for each session took as long as all the rest of its start. */
  load(artifact: Artifact): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.post({ type: "load", artifact: artifact.shared } satisfies LoadRequest);
  }

  post(message: unknown): void {
    this.#port.post(message);
  }

  keepAlive(yes: boolean): void {
    this.#port.keepAlive(yes);
  }

  /** Ends the worker, whatever it does. */
  async terminate(): Promise<void> {
    this.#ended = true;
    await this.#port.terminate();
  }

  /** Takes back a worker that answers: it forgets its session, and waits for the next one or for its end. */
  release(): Promise<void> {
    return new Promise((resolve) => {
      this.#employer = {
        onMessage: (message) => {
          if (message.type === "free") resolve(this.#keep());
        },
        onEnd: () => resolve(),
      };
      if (this.#ended) return resolve();
      this.#port.keepAlive(true);
      this.#port.post({ type: "leave" });
    });
  }

  async #keep(): Promise<void> {
    if (spares.length >= maxSpares) return this.terminate();
    this.#port.keepAlive(false);
    const forget = (): void => {
      const index = spares.indexOf(this);
      if (index >= 0) spares.splice(index, 1);
    };
    this.#employer = { onMessage: () => undefined, onEnd: forget };
    this.#keepFromRetiring = setBackgroundTimer(() => {
      forget();
      void this.terminate();
    }, spareMs);
    spares.push(this);
  }
}
