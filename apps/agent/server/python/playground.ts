import { describe, SandboxError, Session } from "micropython-wasm";
import type { SessionOptions, SnapshotStore } from "micropython-wasm";
import type { SqlDatabases } from "agent-micropython/sql";
import type { PythonAvailable, PythonEvent, PythonRun, PythonState } from "../../shared/api.js";
import { HttpError } from "../errors.js";

const MEMORY_BYTES = 16 * 1024 * 1024;
const MOST_SNAPSHOT_BYTES = 32 * 1024 * 1024;
/** Live sessions; the least recently used one hibernates for the next. */
const MOST_LIVE = 8;
const DEFAULT_LIMITS: Limits = { fuel: 100_000_000, timeoutMs: 5_000 };
const RANGES = { fuel: [1_000, 10_000_000_000], timeoutMs: [50, 60_000] } as const;

interface Limits {
  fuel: number;
  timeoutMs: number;
}

interface Slot {
  session: Session;
  limits: Limits;
  used: boolean;
}

/** One persistent interpreter for each actor, apart from those of conversations. */
export class Playground {
  readonly #databases: SqlDatabases;
  readonly #store: SnapshotStore;
  readonly #key: Uint8Array;
  /** The least recently used first. */
  readonly #slots = new Map<string, Slot>();
  readonly #busy = new Map<string, AbortController>();

  constructor(databases: SqlDatabases, store: SnapshotStore, key: Uint8Array) {
    this.#databases = databases;
    this.#store = store;
    this.#key = key;
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
      const slot = await this.#slot(actor, limits);
      slot.used = true;
      const result = await slot.session.run(code, {
        reject: false,
        signal: AbortSignal.any([stop, gone]),
        onStdout: (text: string) => tell({ event: "stdout", text }),
        onStderr: (text: string) => tell({ event: "stderr", text }),
      });
      const { repr, error, fuelUsed, durationMs, memoryBytes, stdoutTruncated } = result;
      tell({
        event: "end",
        ...(repr !== undefined && { value: repr }),
        ...(error && { error: describeError(error) }),
        state: error?.state === "restored" ? "restored" : error?.state === "closed" ? "fresh" : "kept",
        fuelUsed,
        durationMs,
        memoryBytes,
        stdoutTruncated,
      });
    });
  }

  stop(actor: string): void {
    this.#busy.get(actor)?.abort();
  }

  async reset(actor: string): Promise<void> {
    await this.#exclusively(actor, async () => {
      await this.#drop(actor);
      await this.#store.delete(actor);
    });
  }

  state(actor: string): PythonState {
    const slot = this.#slots.get(actor);
    return { limits: { ...(slot?.limits ?? DEFAULT_LIMITS), memoryBytes: MEMORY_BYTES }, used: slot?.used ?? false };
  }

  snapshot(actor: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#exclusively(actor, async () =>
      (await this.#slot(actor, undefined)).session.snapshot({ key: this.#key }),
    );
  }

  /** Goes on from a snapshot that this application made. @throws {HttpError} for any other bytes. */
  async restore(actor: string, bytes: Uint8Array): Promise<void> {
    if (bytes.length > MOST_SNAPSHOT_BYTES)
      throw new HttpError(413, `The snapshot has ${bytes.length} bytes, more than ${MOST_SNAPSHOT_BYTES}.`);
    await this.#exclusively(actor, async () => {
      let session: Session;
      try {
        session = await Session.restore(bytes, { ...this.#options(actor, DEFAULT_LIMITS), key: this.#key });
      } catch (error) {
        if (SandboxError.is(error))
          throw new HttpError(400, `This is no snapshot that can be used here: ${error.message}`);
        throw error;
      }
      await this.#drop(actor);
      this.#slots.set(actor, { session, limits: DEFAULT_LIMITS, used: true });
    });
  }

  async available(actor: string): Promise<PythonAvailable> {
    const functions = describe(this.#databases.hostFunctions({ actor }));
    return { functions, databases: await this.#databases.list(actor), modules };
  }

  /** Keeps every interpreter in the store. */
  async close(): Promise<void> {
    for (const stop of this.#busy.values()) stop.abort();
    while (this.#busy.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const actor of [...this.#slots.keys()]) await this.#hibernate(actor);
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

  /** The actor's interpreter, with these limits. */
  async #slot(actor: string, limits: Limits | undefined): Promise<Slot> {
    let slot = this.#slots.get(actor) ?? (await this.#wake(actor));
    if (slot.session.closed) slot = { ...slot, session: await Session.create(this.#options(actor, slot.limits)) };
    if (limits !== undefined && (limits.fuel !== slot.limits.fuel || limits.timeoutMs !== slot.limits.timeoutMs)) {
      // A session's limits are fixed: another goes on from its state.
      const bytes = await slot.session.snapshot({ key: this.#key });
      const session = await Session.restore(bytes, { ...this.#options(actor, limits), key: this.#key });
      await slot.session.close();
      slot = { ...slot, session, limits };
    }
    this.#slots.delete(actor);
    this.#slots.set(actor, slot);
    for (const other of this.#slots.keys()) {
      if (this.#slots.size <= MOST_LIVE) break;
      if (other !== actor && !this.#busy.has(other)) await this.#hibernate(other);
    }
    return slot;
  }

  async #wake(actor: string): Promise<Slot> {
    const options = this.#options(actor, DEFAULT_LIMITS);
    const bytes = await this.#store.get(actor);
    if (bytes !== undefined) {
      try {
        return {
          session: await Session.restore(bytes, { ...options, key: this.#key }),
          limits: DEFAULT_LIMITS,
          used: true,
        };
      } catch (error) {
        // Another version of this program wrote it: the interpreter begins anew.
        if (!SandboxError.is(error)) throw error;
      }
    }
    return { session: await Session.create(options), limits: DEFAULT_LIMITS, used: false };
  }

  async #hibernate(actor: string): Promise<void> {
    const slot = this.#slots.get(actor);
    if (slot === undefined) return;
    if (!slot.session.closed && slot.used)
      await this.#store.set(actor, await slot.session.snapshot({ key: this.#key }));
    await this.#drop(actor);
  }

  async #drop(actor: string): Promise<void> {
    const slot = this.#slots.get(actor);
    this.#slots.delete(actor);
    await slot?.session.close();
  }

  #options(actor: string, limits: Limits): SessionOptions {
    return {
      ...limits,
      memoryBytes: MEMORY_BYTES,
      maxHostResultBytes: 4 * 1024 ** 2,
      hostFunctions: this.#databases.hostFunctions({ actor }),
    };
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
