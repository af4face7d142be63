import type { SharedArtifact } from "../interpreter/artifact.js";
import type { AnswerLimits } from "../interpreter/hostCalls.js";
import type { OnOutputLimit, OnTrap } from "../interpreter/options.js";
import type { AmbientOptions } from "../host/ambient.js";
import type { FunctionText } from "../host/describe.js";
import type { Files } from "../host/files/mounts.js";
import type { FilesChange, FilesState } from "../host/files/state.js";
import type { Task } from "../interpreter/task.js";
import type { Limits } from "../limits.js";
import type { RunResult } from "../result.js";
import type { TransferredError } from "./errorTransfer.js";
import type { OutputPiece } from "./output.js";

/** What an interpreter on a worker is made with: plain data. */
export interface WorkerOptions extends AmbientOptions {
  limits: Limits;
  argv: readonly string[] | undefined;
  env: Readonly<Record<string, string>> | undefined;
  onOutputLimit: OnOutputLimit;
  onTrap: OnTrap;
  files: Files | undefined;
  /** What Python is told of the host functions. */
  hostFunctions: readonly FunctionText[];
  answerLimits: AnswerLimits;
}

/** Memory that both threads see. */
interface SharedBuffers {
  /** One word: see `interpreter/interrupt.ts`. */
  interrupt: SharedArrayBuffer;
  /** See `outputRing.ts`. */
  output: SharedArrayBuffer;
  /** See `hostChannel.ts`. */
  hostChannel: SharedArrayBuffer;
}

/** Main thread to a new worker, before all else: once, since the image is copied. */
export interface LoadRequest {
  type: "load";
  /** Compiled and checked in the main thread while the worker starts; all workers share one compilation. */
  artifact: SharedArtifact;
}

/** Main thread to worker, first of a session. */
export interface StartRequest {
  type: "start";
  options: WorkerOptions;
  /** What to start from: see `interpreter/state.ts`. Default: a saved checkpoint, else a fresh interpreter. */
  state: Uint8Array<ArrayBuffer> | undefined;
  /** Shared, and the worker's copy outlives it; or, where no memory is shared, what to start from only. See `interpreter/checkpoint.ts`. */
  checkpoint: ArrayBuffer | SharedArrayBuffer;
  /** What memory and overlay mounts hold. Default: as the state says, else as the options. */
  files: FilesState | undefined;
  /** Outlives the worker: see `FileSystemOptions.written`. Undefined where no memory is shared. */
  written: SharedArrayBuffer | undefined;
  /** Undefined where no memory is shared: see `sharedMemory.ts`. */
  shared: SharedBuffers | undefined;
}

/** What a run is to do: source of the caller's, or a task of our own. */
export type Work = { source: string | Uint8Array; filename: string | undefined } | { task: Task };

/** One run. */
export interface RunRequest {
  type: "run";
  work: Work;
  limits: Limits;
  onOutputLimit: OnOutputLimit;
  /** Which streams somebody listens to. */
  stream: { stdout: boolean; stderr: boolean };
}

/** Main thread to worker, from then on. The next is sent only when this one has been answered. */
export type WorkerRequest =
  | RunRequest
  | { type: "state" }
  | { type: "reset" }
  | { type: "define"; function: FunctionText };

/** With its number, from 1: see `interpreter/checkpoint.ts`. */
export type NumberedRequest = WorkerRequest & { number: number };

/** The session is over: the worker forgets it, says that it is free, and waits for the next StartRequest. */
export interface LeaveRequest {
  type: "leave";
}

/** Worker to main thread. */
export type WorkerMessage =
  /** There is output: these pieces, or what stands in the ring. */
  | { type: "output"; pieces?: OutputPiece[] }
  /** Where no memory is shared, before each answer: a copy of the checkpoint, for another worker to start from. */
  | { type: "checkpoint"; checkpoint: ArrayBuffer }
  /** Before an answer: what has changed in memory and overlay mounts. */
  | { type: "files"; change: FilesChange }
  | { type: "free" }
  | { type: "done"; closed: boolean }
  /** The value is encoded (see `interpreter/wireFormat.ts`): a structured clone would give it prototypes. */
  | { type: "result"; result: RunResult; value: Uint8Array | undefined; closed: boolean }
  /** The guest calls a host function and waits; the request is the encoded positional and keyword arguments. */
  | { type: "call"; call: number; name: string; request: Uint8Array; requestBytes: number; maxAnswerBytes: number }
  /** A call that the worker refused, for the audit. */
  | { type: "refused"; name: string; requestBytes: number; message: string }
  | { type: "state"; state: Uint8Array<ArrayBuffer>; closed: boolean }
  /** The run's error, or that of the start. `closed`: this worker can run nothing more. */
  | { type: "error"; error: TransferredError; closed: boolean };
