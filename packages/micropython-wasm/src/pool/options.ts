import { UsageError } from "../errors.js";
import type { RequestOptions, SessionOptions } from "../session/options.js";
import { checkRequest, resolveSessionOptions } from "../session/options.js";
import { checkSnapshotKey } from "../snapshot.js";
import { MemorySnapshotStore } from "./store.js";
import type { SnapshotStore } from "./store.js";

/** What a session of a pool is made with: the same for all, or by its key. */
export type PooledSessionOptions = SessionOptions | ((key: string) => SessionOptions | Promise<SessionOptions>);

export interface SessionPoolOptions {
  /** What each session is made with, and woken with. Default: a session's defaults. */
  session?: PooledSessionOptions;
  /** Most sessions that are on a worker at once; the others hibernate. Each takes a few MB, up to its `memoryBytes` and a copy. Default 16; 1 to 1,000. */
  maxLive?: number;
  /** A session that nobody has used for so long hibernates, in milliseconds. Default Infinity: only where another one needs its place. */
  idleTimeoutMs?: number;
  /** Where hibernated sessions are kept. Default: a MemorySnapshotStore of the pool's own. */
  store?: SnapshotStore;
  /** Signs the snapshots, each for its session: HMAC-SHA-256 with these bytes, at least 16. For a store that others can write to. */
  snapshotKey?: Uint8Array;
  /** False: a session whose place is needed, or whose idle time is over, is closed, and its state is lost. Default true. */
  hibernate?: boolean;
}

export interface ResolvedPoolOptions extends Pick<SessionPoolOptions, "snapshotKey"> {
  sessionOptions(key: string): SessionOptions | Promise<SessionOptions>;
  maxLive: number;
  idleTimeoutMs: number;
  /** Undefined where sessions do not hibernate. */
  store: SnapshotStore | undefined;
  /** Whether what the store holds is of use when the pool is closed. */
  storeOutlivesPool: boolean;
}

const maxLiveRange = { min: 1, max: 1_000 };
/** The longest that a timer can wait. */
const maxIdleTimeoutMs = 2 ** 31 - 1;

/** @throws {UsageError} naming the option. */
export function resolvePoolOptions(options: SessionPoolOptions): ResolvedPoolOptions {
  if (typeof options !== "object" || options === null) throw new UsageError("the options must be an object");
  const { session = {}, maxLive = 16, idleTimeoutMs = Infinity, store, snapshotKey, hibernate = true } = options;
  const { min, max } = maxLiveRange;
  if (!(Number.isInteger(maxLive) && maxLive >= min && maxLive <= max))
    throw new UsageError(`maxLive must be a whole number from ${min} to ${max}; got ${String(maxLive)}`);
  if (idleTimeoutMs !== Infinity && !(idleTimeoutMs >= 1 && idleTimeoutMs <= maxIdleTimeoutMs))
    throw new UsageError(
      `idleTimeoutMs must be from 1 to ${maxIdleTimeoutMs}, or Infinity; got ${String(idleTimeoutMs)}`,
    );
  if (typeof hibernate !== "boolean") throw new UsageError("hibernate must be true or false");
  if (!hibernate && (store !== undefined || snapshotKey !== undefined))
    throw new UsageError("store and snapshotKey have no meaning with hibernate: false");
  if (store !== undefined) checkStore(store);
  checkSnapshotKey("snapshotKey", snapshotKey);
  if (typeof session !== "function") resolveSessionOptions(session);
  return {
    sessionOptions: typeof session === "function" ? session : () => session,
    maxLive,
    idleTimeoutMs,
    store: hibernate ? (store ?? new MemorySnapshotStore()) : undefined,
    storeOutlivesPool: store !== undefined,
    snapshotKey,
  };
}

/** @throws {UsageError} naming the argument. */
export function checkCall(key: unknown, options: RequestOptions): void {
  if (typeof key !== "string") throw new UsageError(`the key of a session must be a string; got ${typeof key}`);
  checkRequest(options);
}

function checkStore(store: Partial<SnapshotStore> | null): void {
  const isStore =
    typeof store === "object" &&
    store !== null &&
    (["get", "set", "delete"] as const).every((name) => typeof store[name] === "function");
  if (!isStore) throw new UsageError("store must have the methods get, set and delete");
}
