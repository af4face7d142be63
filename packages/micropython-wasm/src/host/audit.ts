/**
 * How a call of a host function ended: it answered; it, or its answer, became an exception; it was refused before the function saw it; or its answer came
 * when the run was over (a timeout, an abort), so nobody got it, but what it did is done.
 */
export type HostCallOutcome = "ok" | "error" | "refused" | "dropped";

/** What `onHostCall` hears of a call, when it has ended. */
export interface HostCallEvent {
  /** With dots for grouped functions: "db.query". */
  name: string;
  /** The session's `id`; undefined where it has none. */
  session: string | undefined;
  /** Size of the name and the arguments, as they stood in the guest's memory. */
  requestBytes: number;
  /** Size of the answer as it was, or would have been, sent. */
  resultBytes: number;
  durationMs: number;
  outcome: HostCallOutcome;
  /** What the function threw, as it was, or why it was refused. An answer that is not what `returns` declares: its `cause` has the details. */
  error?: unknown;
}

/** What it throws, or rejects with, is ignored. */
export type HostCallListener = (event: HostCallEvent) => unknown;

export function report(listener: HostCallListener, event: HostCallEvent): void {
  try {
    const heard = listener(event);
    if (heard instanceof Promise) heard.catch(() => undefined);
  } catch {
    // the run is not to suffer from its audit
  }
}
