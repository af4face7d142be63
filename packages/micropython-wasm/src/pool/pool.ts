/// <reference lib="esnext.disposable" preserve="true" />
// For users whose own `lib` is older: Symbol.asyncDispose stands in this file's declarations.
import { SessionClosedError, SnapshotStoreError, UsageError } from "../errors.js";
import type { RunResult } from "../result.js";
import type { RequestOptions, RunOutcome, SessionRunOptions } from "../session/options.js";
import { toOutcome } from "../session/outcome.js";
import { abortedBefore } from "../session/runQueue.js";
import { refuseReentry } from "../session/hostDispatch.js";
import { Session, untilIdle } from "../session/session.js";
import { Hibernation } from "./hibernation.js";
import { IdleSessions } from "./idleSessions.js";
import type { KeyedSession } from "./idleSessions.js";
import type { SessionPoolCounters, SessionPoolMetrics } from "./metrics.js";
import { checkCall, resolvePoolOptions } from "./options.js";
import type { ResolvedPoolOptions, SessionPoolOptions } from "./options.js";
import { Turns } from "./turns.js";

/** What a caller gets whose turn it is: the key's live session, or the right to start one, in a free place or in that of an idle session. */
type Place = { session: Session } | { session: undefined; replaces: KeyedSession | undefined };

/**
 * Sessions by key: as many as you like, of which `maxLive` are on a worker at once. Where another needs a place, the one that was not used for the longest time hibernates:
 * its snapshot goes to the store, and its next use wakes it. Keys are any strings.
 *
 * Calls for one key run one after the other, in the order of the calls; calls for different keys side by side, as far as there are places, and otherwise first come, first
 * served. A session that was closed, by its user or by `onTrap: "close"`, is forgotten: its next use finds a fresh one.
 *
 * Close every pool: by `close()` or `await using`. An idle one never keeps the process alive.
 */
export class SessionPool {
  readonly #options: ResolvedPoolOptions;
  readonly #hibernation: Hibernation | undefined;
  readonly #turns = new Turns();
  readonly #idle: IdleSessions;
  readonly #counters: SessionPoolCounters = {
    hits: 0,
    wakes: 0,
    creates: 0,
    hibernations: 0,
    evictions: 0,
    expirations: 0,
    storeErrors: 0,
  };
  readonly #inUse = new Map<string, Session>();
  /** Live ones that nobody has used since they went into the store. */
  readonly #stored = new WeakSet<Session>();
  /** Places that are taken, by a session or by one that is on its way. */
  #live = 0;
  #closing: Promise<void> | undefined;

  /** Starts nothing yet. @throws {UsageError} for an option of the wrong type or out of range. */
  constructor(options: SessionPoolOptions = {}) {
    this.#options = resolvePoolOptions(options);
    const { store, snapshotKey, idleTimeoutMs } = this.#options;
    this.#hibernation = store && new Hibernation(store, snapshotKey);
    this.#idle = new IdleSessions(idleTimeoutMs, (key) => void this.#expire(key));
  }

  /**
   * Runs a program in the key's session. As `Session.run`; waiting for the session does not count for `timeoutMs`, but `signal` ends it.
   *
   * @throws {SandboxError} as `Session.run`, and as `use`.
   */
  run(key: string, source: string | Uint8Array, options?: SessionRunOptions & { reject?: true }): Promise<RunResult>;
  run(key: string, source: string | Uint8Array, options: SessionRunOptions): Promise<RunOutcome>;
  async run(key: string, source: string | Uint8Array, options: SessionRunOptions = {}): Promise<RunResult> {
    checkCall(key, options);
    const { reject = true, ...rest } = options;
    const run = this.use(key, (session) => session.run(source, rest), { signal: options.signal });
    return reject ? run : toOutcome(run);
  }

  /**
   * Gives `work` the key's session, which nobody else uses until the promise that `work` gives is settled and what it has asked of the session has ended. Await in there what you ask of the session, and do not keep
   * it: later it may be gone. A `use` of the same key inside waits for itself, for ever.
   *
   * @returns what `work` gives.
   * @throws {AbortedError} where the signal fires before `work` was called; from then on it is `work`'s own affair.
   * @throws {SnapshotStoreError} where the store fails: to give this session, or to take the one that should make room. Nothing is lost by it, and later calls may succeed.
   * @throws {SnapshotError} where this session's snapshot is damaged, another session's, or of another build. It stays in the store; `delete` gets rid of it.
   * @throws {SessionClosedError} when the pool is closed.
   */
  async use<T>(key: string, work: (session: Session) => T | PromiseLike<T>, options: RequestOptions = {}): Promise<T> {
    checkCall(key, options);
    if (typeof work !== "function") throw new UsageError("work must be a function that takes a session");
    const session = await this.#acquire(key, options.signal);
    this.#inUse.set(key, session);
    this.#stored.delete(session);
    try {
      return await work(session);
    } finally {
      await this.#release(key, session);
    }
  }

  /**
   * Puts the key's session into the store now, after what was asked for earlier. Without a live session it does nothing.
   *
   * @throws {SnapshotStoreError} where the store fails; the session stays live.
   * @throws {UsageError} where the pool was made with `hibernate: false`.
   */
  async hibernate(key: string, options: RequestOptions = {}): Promise<void> {
    checkCall(key, options);
    if (this.#hibernation === undefined) throw new UsageError("this pool was made with hibernate: false");
    await this.#alone(key, options, async () => {
      const session = this.#idle.take(key);
      if (session === undefined) return;
      await this.#putAway(key, session);
      this.#live--;
    });
  }

  /**
   * Puts the key's session into the store now, after what was asked for earlier, and leaves it live: as it is now, it survives the process. Without a live session it does nothing.
   *
   * @throws {SnapshotStoreError} where the store fails.
   * @throws {UsageError} where the pool was made with `hibernate: false`.
   */
  async save(key: string, options: RequestOptions = {}): Promise<void> {
    checkCall(key, options);
    const hibernation = this.#hibernation;
    if (hibernation === undefined) throw new UsageError("this pool was made with hibernate: false");
    await this.#alone(key, options, async () => {
      const session = this.#idle.take(key);
      if (session === undefined) return;
      try {
        if (!session.closed) await this.#store(hibernation, key, session);
      } finally {
        this.#idle.add(key, session);
      }
    });
  }

  /** Forgets the key's session, after what was asked for earlier: the next use finds a fresh one. @throws {SnapshotStoreError} where the store cannot delete its snapshot. */
  async delete(key: string, options: RequestOptions = {}): Promise<void> {
    checkCall(key, options);
    await this.#alone(key, options, async () => {
      const session = this.#idle.take(key);
      if (session !== undefined) await this.#discard(session);
      await this.#forget(key);
    });
  }

  /** How the pool does at this moment, and what it has done since it was made. */
  get metrics(): SessionPoolMetrics {
    return {
      live: this.#live,
      idle: this.#idle.size,
      waiting: this.#turns.waiting,
      ...this.#counters,
    };
  }

  /** True from the first call of close() on. */
  get closed(): boolean {
    return this.#closing !== undefined;
  }

  /**
   * Refuses new calls and those that wait, lets those under way end, and closes every session; where a `store` was given, into that. Safe to call more than once. Do
   * not await it inside of `use`.
   *
   * @throws {SnapshotStoreError} where the store did not take all of them: those are lost.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    this.#turns.refuse(poolClosed);
    await this.#turns.idle();
    const endings = await Promise.allSettled(this.#idle.takeAll().map((keyed) => this.#end(keyed)));
    const failed = endings.filter((ending) => ending.status === "rejected");
    if (failed.length > 0)
      throw new SnapshotStoreError(`${failed.length} of ${endings.length} sessions could not be put into the store`, {
        cause: failed[0]!.reason,
      });
  }

  async #end({ key, session }: KeyedSession): Promise<void> {
    try {
      if (this.#options.storeOutlivesPool && this.#hibernation !== undefined)
        await this.#store(this.#hibernation, key, session);
    } finally {
      await this.#discard(session);
    }
  }

  async #acquire(key: string, signal: AbortSignal | undefined): Promise<Session> {
    const place = await this.#enter(key, () => this.#findPlace(key), signal);
    try {
      const session = await this.#occupy(key, place);
      if (!signal?.aborted) return session;
      this.#idle.add(key, session);
      throw abortedBefore(signal);
    } catch (error) {
      this.#turns.leave(key);
      throw error;
    }
  }

  #findPlace(key: string): Place | undefined {
    const session = this.#idle.take(key);
    if (session !== undefined) return { session };
    if (this.#live < this.#options.maxLive) {
      this.#live++;
      return { session: undefined, replaces: undefined };
    }
    const replaces = this.#idle.takeOldest();
    if (replaces === undefined) return undefined;
    this.#turns.seize(replaces.key);
    return { session: undefined, replaces };
  }

  async #occupy(key: string, place: Place): Promise<Session> {
    if (place.session !== undefined) {
      this.#counters.hits++;
      return place.session;
    }
    if (place.replaces !== undefined) await this.#replace(place.replaces);
    try {
      return await this.#start(key);
    } catch (error) {
      this.#live--;
      throw error;
    }
  }

  /** Frees an idle session's place for another. */
  async #replace({ key, session }: KeyedSession): Promise<void> {
    try {
      await this.#putAway(key, session);
      this.#counters.evictions++;
    } finally {
      this.#turns.leave(key);
    }
  }

  async #start(key: string): Promise<Session> {
    const options = { id: key, ...(await this.#options.sessionOptions(key)) };
    const woken = await this.#hibernation?.wake(key, options).catch((error: unknown) => this.#count(error));
    const session = woken ?? (await Session.create(options));
    if (woken === undefined) this.#counters.creates++;
    else this.#counters.wakes++;
    return session;
  }

  async #release(key: string, session: Session): Promise<void> {
    try {
      // Promise.all rejects while others still run
      await untilIdle(session);
      this.#inUse.delete(key);
      if (session.closed) {
        await this.#discard(session);
        await this.#forget(key);
      } else {
        this.#idle.add(key, session);
      }
    } finally {
      this.#turns.leave(key);
    }
  }

  async #expire(key: string): Promise<void> {
    await this.#alone(key, {}, async () => {
      const session = this.#idle.take(key);
      if (session === undefined) return;
      await this.#putAway(key, session);
      this.#live--;
      this.#counters.expirations++;
    }).catch(() => {
      // it is live again, and its time starts anew
    });
  }

  /** Ends an idle session, whose place stays taken: into the store, or out of the world. Where the store fails it is idle again. */
  async #putAway(key: string, session: Session): Promise<void> {
    try {
      if (session.closed) await this.#forget(key);
      else if (this.#hibernation !== undefined) {
        await this.#store(this.#hibernation, key, session);
        this.#counters.hibernations++;
      }
    } catch (error) {
      this.#idle.add(key, session);
      throw error;
    }
    await session.close();
  }

  /** Unless it is there as it is now. */
  async #store(hibernation: Hibernation, key: string, session: Session): Promise<void> {
    if (this.#stored.has(session)) return;
    await hibernation.save(key, session).catch((error: unknown) => this.#count(error));
    this.#stored.add(session);
  }

  async #forget(key: string): Promise<void> {
    await this.#hibernation?.forget(key).catch((error: unknown) => this.#count(error));
  }

  /** Closes a session and frees its place. */
  async #discard(session: Session): Promise<void> {
    await session.close();
    this.#live--;
  }

  /** Does something with the key while nobody else does. */
  async #alone(key: string, { signal }: RequestOptions, work: () => Promise<void>): Promise<void> {
    await this.#enter(key, () => true, signal);
    try {
      await work();
    } finally {
      this.#turns.leave(key);
    }
  }

  /** @throws {UsageError} in a host function that the key's session has called. */
  #enter<T>(key: string, begin: () => T | undefined, signal: AbortSignal | undefined): Promise<T> {
    const inUse = this.#inUse.get(key);
    if (inUse !== undefined) refuseReentry(inUse);
    if (this.#closing !== undefined) return Promise.reject(poolClosed());
    return this.#turns.enter(key, begin, signal);
  }

  #count(error: unknown): never {
    if (error instanceof SnapshotStoreError) this.#counters.storeErrors++;
    throw error;
  }
}

function poolClosed(): SessionClosedError {
  return new SessionClosedError("the pool is closed; make another");
}
