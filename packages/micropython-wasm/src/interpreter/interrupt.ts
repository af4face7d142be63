/** Values of the shared interrupt word. The interpreter sets it back to `none` when it acts on it. */
export const Interrupt = {
  none: 0,
  /** Raise KeyboardInterrupt inside the guest, which may catch it: Ctrl-C. */
  keyboard: 1,
  /** Unwind the guest with AbortedError; it cannot catch that. */
  abort: 2,
} as const;
