import type { OutputListener } from "./options.js";

/** How many bytes wait for a listener at most. */
const FLUSH_BYTES = 8192;

/** One of the guest's two output streams: keeps the first bytes of a run, and tells a listener everything. */
export class Output {
  readonly #maxBytes: number;
  #kept = new Uint8Array(256);
  #keptLength = 0;
  #waiting: Uint8Array[] = [];
  #waitingLength = 0;
  #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #listener: OutputListener | undefined;
  truncated = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  begin(listener: OutputListener | undefined): void {
    this.#keptLength = 0;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    this.#listener = listener;
    this.truncated = false;
  }

  /** Copies `bytes`: they are the guest's memory. */
  write(bytes: Uint8Array): void {
    this.#keep(bytes);
    if (this.#listener === undefined) return;
    this.#waiting.push(bytes.slice());
    this.#waitingLength += bytes.length;
    if (this.#waitingLength >= FLUSH_BYTES || bytes.includes(10)) this.flush();
  }

  /** Gives the listener what waits, but for a character whose bytes have not all arrived. */
  flush(last = false): void {
    if (this.#listener === undefined || (this.#waiting.length === 0 && !last)) return;
    let text = "";
    for (const piece of this.#waiting) text += this.#decoder.decode(piece, { stream: true });
    if (last) text += this.#decoder.decode();
    this.#waiting = [];
    this.#waitingLength = 0;
    if (text !== "") this.#listener(text);
  }

  /** What was kept, without the pieces of a character that the limit cut. */
  get text(): string {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const text = decoder.decode(this.#kept.subarray(0, this.#keptLength), { stream: true });
    return this.truncated ? text : text + decoder.decode();
  }

  #keep(bytes: Uint8Array): void {
    const room = this.#maxBytes - this.#keptLength;
    if (bytes.length > room) this.truncated = true;
    const piece = bytes.length > room ? bytes.subarray(0, room) : bytes;
    const needed = this.#keptLength + piece.length;
    if (needed > this.#kept.length) {
      const larger = new Uint8Array(Math.min(this.#maxBytes, Math.max(needed, 2 * this.#kept.length)));
      larger.set(this.#kept.subarray(0, this.#keptLength));
      this.#kept = larger;
    }
    this.#kept.set(piece, this.#keptLength);
    this.#keptLength = needed;
  }
}
