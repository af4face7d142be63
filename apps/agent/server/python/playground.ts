import { describe, SandboxError, SessionPool } from "micropython-wasm";
import type { Session, SnapshotStore } from "micropython-wasm";
import type { SqlDatabases } from "agent-micropython/sql";
import type { PythonAvailable, PythonEvent, PythonRun, PythonState } from "../../shared/api.js";
import { HttpError } from "../errors.js";

const MEMORY_BYTES = 16 * 1024 * 1024;
/** Live sessions; the least recently used one hibernates for the next. */
const MOST_LIVE = 8;
const DEFAULT_LIMITS: Limits = { fuel: 100_000_000, timeoutMs: 5_000 };
const RANGES = { fuel: [1_000, 10_000_000_000], timeoutMs: [50, 60_000] } as const;

interface Limits {
  fuel: number;
  timeoutMs: number;
}

/** Characters that a run may print to the page; what comes after them is not told. */
const MOST_PRINTED = 1_000_000;

/** One persistent interpreter for each actor, apart from those of conversations. */
export class Playground {
  readonly #databases: SqlDatabases;
  readonly #store: SnapshotStore;
  readonly #pool: SessionPool;
  /** As each actor has chosen them last. */
  readonly #limits = new Map<string, Limits>();
  readonly #busy = new Map<string, AbortController>();

  constructor(databases: SqlDatabases, store: SnapshotStore, snapshotKey: Uint8Array) {
    this.#databases = databases;
    this.#store = store;
    this.#pool = new SessionPool({
      maxLive: MOST_LIVE,
      store,
      // Each snapshot is signed for its actor: nobody goes on from somebody else's.
      snapshotKey,
      session: (actor) => ({
        memoryBytes: MEMORY_BYTES,
        maxHostResultBytes: 4 * 1024 ** 2,
        hostFunctions: databases.hostFunctions({ actor }),
      }),
    });
  }

  /** Runs code and tells what it prints, and at last how it ended. @throws {HttpError} where the actor's interpreter is at work. */
  async run(
    actor: string,
    { code, fuel, timeoutMs }: PythonRun,
    tell: (event: PythonEvent) => void,
    gone: AbortSignal,
  ): Promise<void> {
    const limits = checkLimits({ fuel, timeoutMs });
    await this.#exclusively(actor, async (stop) => {
      this.#limits.set(actor, limits);
      let room = MOST_PRINTED;
      const print = (event: "stdout" | "stderr") => (text: string) => {
        if (room > 0) tell({ event, text: text.slice(0, room) });
        room -= text.length;
      };
      const options = { ...limits, signal: AbortSignal.any([stop, gone]), reject: false } as const;
      const result = await this.#use(actor, (session) =>
        session.run(code, { ...options, onStdout: print("stdout"), onStderr: print("stderr") }),
      );
      await this.#pool.save(actor);
      const { repr, error, fuelUsed, durationMs, memoryBytes, stdoutTruncated } = result;
      tell({
        event: "end",
        ...(repr !== undefined && { value: repr }),
        ...(error && { error: describeError(error) }),
        state: error?.state === "restored" ? "restored" : error?.state === "closed" ? "fresh" : "kept",
        fuelUsed,
        durationMs,
        memoryBytes,
        stdoutTruncated: stdoutTruncated || room < 0,
      });
    });
  }

  stop(actor: string): void {
    this.#busy.get(actor)?.abort();
  }

  reset(actor: string): Promise<void> {
    return this.#exclusively(actor, () => this.#pool.delete(actor));
  }

  state(actor: string): PythonState {
    return { limits: { ...(this.#limits.get(actor) ?? DEFAULT_LIMITS), memoryBytes: MEMORY_BYTES } };
  }

  snapshot(actor: string): Promise<Uint8Array> {
    return this.#exclusively(actor, async () => {
      await this.#use(actor, () => {});
      await this.#pool.save(actor);
      return (await this.#store.get(actor))!;
    });
  }

  /** Goes on from a snapshot that this application made for this actor. @throws {HttpError} for any other bytes. */
  async restore(actor: string, bytes: Uint8Array): Promise<void> {
    await this.#exclusively(actor, async () => {
      await this.#pool.hibernate(actor);
      const before = await this.#store.get(actor);
      await this.#store.set(actor, bytes);
      try {
        await this.#pool.use(actor, () => {});
      } catch (error) {
        await (before === undefined ? this.#store.delete(actor) : this.#store.set(actor, before));
        if (!SandboxError.is(error)) throw error;
        throw new HttpError(400, `This is no snapshot that you can use here: ${error.message}`);
      }
    });
  }

  async available(actor: string): Promise<PythonAvailable> {
    const functions = describe(this.#databases.hostFunctions({ actor }));
    return { functions, databases: await this.#databases.list(actor), modules };
  }

  /** Keeps every interpreter in the store. */
  async close(): Promise<void> {
    for (const stop of this.#busy.values()) stop.abort();
    await this.#pool.close();
  }

  async #exclusively<T>(actor: string, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#busy.has(actor)) throw new HttpError(409, "The interpreter is at work.", "Wait for it, or stop it.");
    const stop = new AbortController();
    this.#busy.set(actor, stop);
    try {
      return await work(stop.signal);
    } finally {
      this.#busy.delete(actor);
    }
  }

  /** The actor's interpreter; a new one, where another version of this program kept the last. */
  async #use<T>(actor: string, work: (session: Session) => T | PromiseLike<T>): Promise<T> {
    try {
      return await this.#pool.use(actor, work);
    } catch (error) {
      if (!(SandboxError.is(error) && error.code === "SNAPSHOT")) throw error;
      await this.#pool.delete(actor);
      return this.#pool.use(actor, work);
    }
  }
}

/** Modules that "explain what is available" names first. */
const modules = [
  "math",
  "random",
  "statistics",
  "decimal",
  "fractions",
  "datetime",
  "re",
  "json",
  "csv",
  "collections",
  "itertools",
  "functools",
  "dataclasses",
  "enum",
  "typing",
  "textwrap",
  "hashlib",
  "base64",
  "string",
  "heapq",
  "bisect",
];

function checkLimits({ fuel = DEFAULT_LIMITS.fuel, timeoutMs = DEFAULT_LIMITS.timeoutMs }: Partial<Limits>): Limits {
  const limits = { fuel, timeoutMs };
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = limits[name as keyof Limits];
    if (!(Number.isSafeInteger(value) && value >= least && value <= most))
      throw new HttpError(400, `${name} must be a whole number from ${least} to ${most}.`);
  }
  return limits;
}

function describeError(error: SandboxError): { type: string; message: string; traceback?: string } {
  const { pythonType, pythonMessage, traceback } = error as {
    pythonType?: string;
    pythonMessage?: string;
    traceback?: string;
  };
  return {
    type: pythonType ?? error.name,
    message: pythonMessage ?? error.message,
    ...(traceback !== undefined && { traceback }),
  };
}
