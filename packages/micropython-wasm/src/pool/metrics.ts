/** What a pool has done since it was made. */
export interface SessionPoolCounters {
  /** Calls that found their session live. */
  hits: number;
  /** Sessions that came out of the store. */
  wakes: number;
  /** Sessions that were made afresh. */
  creates: number;
  /** Sessions that went into the store. */
  hibernations: number;
  /** Sessions that had to make room for another: they hibernated, or with `hibernate: false` were lost. */
  evictions: number;
  /** Sessions that nobody used for `idleTimeoutMs`: likewise. */
  expirations: number;
  /** Failures of the store. */
  storeErrors: number;
}

/** Numbers of a pool: three of this moment, the others since it was made. */
export interface SessionPoolMetrics extends SessionPoolCounters {
  /** Places that are taken, of `maxLive`: sessions on a worker, and those on their way there or back. */
  live: number;
  /** Of these, sessions that nobody uses. */
  idle: number;
  /** Calls that wait for their key's turn, or for a place. */
  waiting: number;
}
