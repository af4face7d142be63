// What a process that runs queries and its watchdog share.

/** Places in the shared array. */
export const RUNNING = 0;
export const TIME_LIMIT_MS = 1;
export const MEMORY_MIB = 2;
