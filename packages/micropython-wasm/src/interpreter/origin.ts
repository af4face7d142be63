import type { AmbientState } from "../host/ambient.js";

/** What an instance can start from. */
export interface Origin {
  /** A whole number of pages. */
  readonly memoryBytes: number;
  /** Undefined: as the options say. */
  readonly ambient: AmbientState | undefined;
  /** Writes the memory, which is all zero and has `memoryBytes`. */
  copyTo(memory: Uint8Array): void;
}
