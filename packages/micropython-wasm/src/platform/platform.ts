import type { MakeTransport } from "../host/network/transport.js";

/** One end of a line of messages: structured clones, in order. */
export interface Port {
  /** What stands in `transfer` is moved, not copied. */
  post(message: unknown, transfer?: ArrayBuffer[]): void;
  /** Called once; messages that came before wait for it. */
  listen(onMessage: (message: unknown) => void): void;
}

/** The calling thread's end of a worker. */
export interface WorkerPort extends Port {
  /** Hears, perhaps more than once, that the worker failed or ended, and why. */
  onEnd(listener: (why: string) => void): void;
  /** Ends the worker, whatever it does. Resolves when it is gone. */
  terminate(): Promise<void>;
  /** Whether the worker keeps the process alive. Has no meaning in a browser. */
  keepAlive(yes: boolean): void;
}

/** A value that belongs to a call and to all that it starts, also what it awaits. */
export interface ContextVariable<T> {
  run<R>(value: T, action: () => R): R;
  get(): T | undefined;
}

/** What differs between Node and browsers: the import `#platform` is one of the two. */
export interface Platform {
  /** The default of `recursionLimit` for a session: what the native stack of its worker surely holds. */
  workerRecursionLimit: number;
  /** A worker that waits for its StartRequest. */
  spawnWorker(): WorkerPort;
  contextVariable<T>(): ContextVariable<T>;
  /** What makes the guest's requests, where the host has no `fetch` of its own for that. */
  loadTransport(): Promise<MakeTransport>;
  /** Raw deflate, and back. @throws where the bytes are damaged, or more than `maxBytes` would come out. */
  deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  inflate(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>>;
  /** A file of this package's dist/. @throws where it cannot be read. */
  readAsset(file: string): Promise<Uint8Array<ArrayBuffer>>;
}
