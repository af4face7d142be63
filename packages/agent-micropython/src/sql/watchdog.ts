// What a process that runs queries and its watchdog share.

/** Places in the shared array. */
export const RUNNING = 0;
export const TIME_LIMIT_MS = 1;
export const MEMORY_MIB = 2;

/** How the process ends itself: the host, which may have been too busy to end it, is to know why. SIGKILL is also the system's own where memory is short. */
export const TOO_LATE = "SIGTERM";
export const TOO_MUCH_MEMORY = "SIGKILL";
