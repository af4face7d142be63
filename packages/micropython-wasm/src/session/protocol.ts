import type { SharedArtifact } from "../interpreter/artifact.js";
import type { OnOutputLimit, OnTrap } from "../interpreter/options.js";
import type { AmbientOptions } from "../host/ambient.js";
import type { Limits } from "../limits.js";
import type { RunResult } from "../result.js";
import type { TransferredError } from "./errorTransfer.js";

/** What an interpreter on a worker is made with: plain data. */
export interface WorkerOptions extends AmbientOptions {
  limits: Limits;
  argv: readonly string[] | undefined;
  onOutputLimit: OnOutputLimit;
  onTrap: OnTrap;
}

/** Memory that both threads see. Absent where the engine shares none: see `platform.ts`. */
interface SharedBuffers {
  /** One word: see `interpreter/interrupt.ts`. */
  interrupt: SharedArrayBuffer;
  /** See `outputRing.ts`. */
  output: SharedArrayBuffer;
  /** See `interpreter/checkpoint.ts`. It outlives the worker. */
  checkpoint: SharedArrayBuffer;
}

/** Main thread to worker, first. */
export interface StartRequest {
  type: "start";
  /** Compiled and checked in the main thread while the worker starts; all workers share one compilation. */
  artifact: SharedArtifact;
  options: WorkerOptions;
  /** What to start from: see `interpreter/state.ts`. Default: a saved checkpoint, else a fresh interpreter. */
  state: Uint8Array<ArrayBuffer> | undefined;
  shared: SharedBuffers;
}

/** One run. */
export interface RunRequest {
  type: "run";
  source: string | Uint8Array;
  filename: string | undefined;
  limits: Limits;
  onOutputLimit: OnOutputLimit;
  /** Which streams somebody listens to. */
  stream: { stdout: boolean; stderr: boolean };
}

/** Main thread to worker, from then on. The next is sent only when this one has been answered. */
export type WorkerRequest = RunRequest | { type: "state" } | { type: "reset" };

/** The session is over: the worker forgets it, says that it is free, and waits for the next StartRequest. */
export interface LeaveRequest {
  type: "leave";
}

/** Worker to main thread. */
export type WorkerMessage =
  | { type: "output" }
  | { type: "free" }
  | { type: "done"; closed: boolean }
  | { type: "result"; result: RunResult; closed: boolean }
  | { type: "state"; state: Uint8Array<ArrayBuffer>; closed: boolean }
  /** The run's error, or that of the start. `closed`: this worker can run nothing more. */
  | { type: "error"; error: TransferredError; closed: boolean };
