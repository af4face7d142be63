import type { Artifact } from "../interpreter/artifact.js";
import type { Limits } from "../limits.js";
import type { RunResult } from "../result.js";
import type { TransferredError } from "./errorTransfer.js";

/** Main thread to worker, first and once. */
export interface StartRequest {
  /** Compiled and checked in the main thread while the worker starts; all workers share one compilation. */
  artifact: Pick<Artifact, "module" | "image">;
  limits: Limits;
  argv: readonly string[] | undefined;
  /** One word: see `interpreter/interrupt.ts`. */
  interrupt: SharedArrayBuffer;
  /** See `outputRing.ts`. */
  output: SharedArrayBuffer;
}

/** Main thread to worker, from then on: one run. The next is sent only when this one has been answered. */
export interface RunRequest {
  source: string | Uint8Array;
  filename: string | undefined;
  fuel: number;
  timeoutMs: number;
  /** Which streams somebody listens to. */
  stream: { stdout: boolean; stderr: boolean };
}

/** Worker to main thread. */
export type WorkerMessage =
  | { type: "ready" }
  | { type: "output" }
  | { type: "result"; result: RunResult; closed: boolean }
  /** The run's error, or that of the start. `closed`: this worker can run nothing more. */
  | { type: "error"; error: TransferredError; closed: boolean };
