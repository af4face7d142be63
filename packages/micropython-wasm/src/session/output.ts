export type Stream = "stdout" | "stderr";

export interface OutputPiece {
  stream: Stream;
  text: string;
}

/** The worker's end of what a run prints, on its way to the main thread. */
export interface OutputWriter {
  /** Before a run: until when output may wait for room (on `performance.now()`'s clock), and how much a result keeps of each stream. */
  begin(deadlineMs: number, maxOutputBytes: number): void;
  write(stream: Stream, text: string): void;
  /** After a run. */
  end(): void;
}
