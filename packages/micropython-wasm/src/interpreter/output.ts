import type { OutputListener, OutputOptions } from "./options.js";
import { Stop } from "./stop.js";

/** How many bytes wait for a listener at most. */
const FLUSH_BYTES = 8192;

/** One of the guest's two output streams: keeps the first bytes of a run, and tells a listener everything. */
export class Output {
  #maxBytes = 0;
  #stopAtLimit = false;
  #kept = new Uint8Array(256);
  #keptLength = 0;
  #waiting: Uint8Array[] = [];
  #waitingLength = 0;
  #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #listener: OutputListener | undefined;
  /** Everything that the guest wrote, kept or not. */
  bytes = 0;

  begin(listener: OutputListener | undefined, { maxOutputBytes, onOutputLimit }: OutputOptions): void {
    this.#maxBytes = maxOutputBytes;
    this.#stopAtLimit = onOutputLimit === "stop";
    this.bytes = 0;
    this.#keptLength = 0;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    this.#listener = listener;
  }

  get #passed(): boolean {
    return this.bytes > this.#maxBytes;
  }

  /** Copies `written`, which is the guest's memory. @throws {Stop} beyond the limit, where the run is to stop there. */
  write(written: Uint8Array): void {
    this.bytes += written.length;
    this.#keep(written);
    if (this.#listener !== undefined) {
      this.#waiting.push(written.slice());
      this.#waitingLength += written.length;
      if (this.#waitingLength >= FLUSH_BYTES || written.includes(10)) this.flush();
    }
    if (this.#passed && this.#stopAtLimit) throw new Stop("output");
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

  /** What was kept, without the pieces of a character that the limit cut, and whether there was more. The text keeps the limit, too, where a byte has become U+FFFD, which has three. */
  get kept(): { text: string; truncated: boolean } {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    let text = decoder.decode(this.#kept.subarray(0, this.#keptLength), { stream: true });
    if (!this.#passed) text += decoder.decode();
    if (!text.includes("\uFFFD")) return { text, truncated: this.#passed };
    const room = new Uint8Array(Math.min(this.#maxBytes, 3 * text.length));
    const { read } = new TextEncoder().encodeInto(text, room);
    return { text: text.slice(0, read), truncated: this.#passed || read < text.length };
  }

  #keep(bytes: Uint8Array): void {
    const room = this.#maxBytes - this.#keptLength;
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
