import type { OutputPiece, OutputWriter, Stream } from "./output.js";

/** So many pieces of a run go at once; later ones are gathered, since a message takes far more memory than a short line. */
const piecesAtOnce = 1_000;

/** What gathered output comes to before it goes, in bytes. */
const gatheredBytes = 8_192;

/**
 * Output in messages, where no memory is shared: see `outputRing.ts` for where it is. A worker that runs a program hears nothing, so it cannot be told to
 * wait while the main thread is busy. What can pile up there is bounded instead: listeners hear `maxOutputBytes` of each stream, no more than a result keeps.
 */
export class MessageWriter implements OutputWriter {
  readonly #post: (pieces: OutputPiece[]) => void;
  readonly #encoder = new TextEncoder();
  #room: Record<Stream, number> = { stdout: 0, stderr: 0 };
  #gathered: Record<Stream, string> = { stdout: "", stderr: "" };
  #gatheredBytes = 0;
  #posted = 0;

  constructor(post: (pieces: OutputPiece[]) => void) {
    this.#post = post;
  }

  begin(_deadlineMs: number, maxOutputBytes: number): void {
    this.#room = { stdout: maxOutputBytes, stderr: maxOutputBytes };
    this.#posted = 0;
  }

  write(stream: Stream, text: string): void {
    const room = Math.min(this.#room[stream], 3 * text.length);
    const { read, written } = this.#encoder.encodeInto(text, new Uint8Array(room));
    // Nothing more once a piece was cut: what came after it would look as if it followed.
    this.#room[stream] = read < text.length ? 0 : this.#room[stream] - written;
    this.#gathered[stream] += text.slice(0, read);
    this.#gatheredBytes += written;
    if (this.#posted < piecesAtOnce || this.#gatheredBytes >= gatheredBytes) this.end();
  }

  end(): void {
    if (this.#gatheredBytes === 0) return;
    const { stdout, stderr } = this.#gathered;
    const pieces: OutputPiece[] = [
      { stream: "stdout", text: stdout },
      { stream: "stderr", text: stderr },
    ];
    this.#post(pieces.filter(({ text }) => text !== ""));
    this.#posted++;
    this.#gathered = { stdout: "", stderr: "" };
    this.#gatheredBytes = 0;
  }
}
