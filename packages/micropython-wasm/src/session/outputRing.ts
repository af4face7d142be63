import type { OutputPiece, OutputWriter, Stream } from "./output.js";

/**
 * Output on its way from the worker to the main thread: a ring of bytes in shared memory, both streams in one order.
 *
 * Why no messages: a port's queue has no bound, and a guest that prints in a loop would fill the host's memory. Here the
 * worker waits while the ring is full, and a message is only sent to wake a reader who has seen everything before.
 *
 * Layout: three 32-bit words (bytes ever written, bytes ever read, both modulo 2**32; whether the reader has been woken),
 * then the data: records of a stream number (1 byte), a length (4 bytes, little-endian) and that many bytes of UTF-8.
 */
const capacity = 64 * 1024;
const headerBytes = 12;
const recordHeaderBytes = 5;
const written = 0;
const read = 1;
const woken = 2;

const streams: readonly Stream[] = ["stdout", "stderr"];

export function createRing(): SharedArrayBuffer {
  return new SharedArrayBuffer(headerBytes + capacity);
}

/** The worker's end. What finds no room before the run's deadline is dropped. */
export class RingWriter implements OutputWriter {
  readonly #words: Int32Array;
  readonly #data: Uint8Array;
  readonly #wake: () => void;
  readonly #encoder = new TextEncoder();
  #deadlineMs = 0;

  /** `wake` is called when the reader may be asleep: it makes `RingReader.read` be called soon. */
  constructor(ring: SharedArrayBuffer, wake: () => void) {
    this.#words = new Int32Array(ring, 0, headerBytes / 4);
    this.#data = new Uint8Array(ring, headerBytes);
    this.#wake = wake;
  }

  begin(deadlineMs: number): void {
    this.#deadlineMs = deadlineMs;
  }

  write(stream: Stream, text: string): void {
    const bytes = this.#encoder.encode(text);
    for (let start = 0; start < bytes.length;) {
      const room = this.#waitForRoom();
      if (room === 0) return;
      const part = bytes.subarray(start, start + room);
      const header = new Uint8Array(recordHeaderBytes);
      header[0] = streams.indexOf(stream);
      new DataView(header.buffer).setUint32(1, part.length, true);
      const at = Atomics.load(this.#words, written);
      this.#put(at, header);
      this.#put(at + recordHeaderBytes, part);
      Atomics.store(this.#words, written, at + recordHeaderBytes + part.length);
      if (Atomics.exchange(this.#words, woken, 1) === 0) this.#wake();
      start += part.length;
    }
  }

  end(): void {}

  /** Bytes of text that fit in one record now; 0 when the deadline passed first. */
  #waitForRoom(): number {
    for (;;) {
      const seen = Atomics.load(this.#words, read);
      const used = (Atomics.load(this.#words, written) - seen) >>> 0;
      const room = capacity - used - recordHeaderBytes;
      if (room > 0) return room;
      const waitMs = this.#deadlineMs - performance.now();
      if (waitMs <= 0) return 0;
      Atomics.wait(this.#words, read, seen, waitMs);
    }
  }

  #put(position: number, bytes: Uint8Array): void {
    const at = (position >>> 0) % capacity;
    const first = Math.min(bytes.length, capacity - at);
    this.#data.set(bytes.subarray(0, first), at);
    this.#data.set(bytes.subarray(first), 0);
  }
}

const decoders = (): Record<Stream, TextDecoder> => ({
  stdout: new TextDecoder("utf-8", { ignoreBOM: true }),
  stderr: new TextDecoder("utf-8", { ignoreBOM: true }),
});

/** The main thread's end. */
export class RingReader {
  readonly #words: Int32Array;
  readonly #data: Uint8Array;
  #decoders = decoders();

  constructor(ring: SharedArrayBuffer) {
    this.#words = new Int32Array(ring, 0, headerBytes / 4);
    this.#data = new Uint8Array(ring, headerBytes);
  }

  /**
   * What has been written up to now, never with half a character. What arrives meanwhile is left to the next wake-up, so
   * that a guest that prints without end cannot keep the caller's thread here.
   */
  *read(): Generator<OutputPiece, void> {
    Atomics.store(this.#words, woken, 0);
    const end = Atomics.load(this.#words, written);
    for (let at = Atomics.load(this.#words, read); at !== end;) {
      const header = this.#take(at, recordHeaderBytes);
      const length = new DataView(header.buffer).getUint32(1, true);
      const bytes = this.#take(at + recordHeaderBytes, length);
      at = (at + recordHeaderBytes + length) | 0;
      Atomics.store(this.#words, read, at);
      Atomics.notify(this.#words, read);
      const stream = streams[header[0]!]!;
      const text = this.#decoders[stream].decode(bytes, { stream: true });
      if (text !== "") yield { stream, text };
    }
  }

  /** Forgets half a character that a stopped run left behind. */
  reset(): void {
    this.#decoders = decoders();
  }

  #take(position: number, length: number): Uint8Array {
    const at = (position >>> 0) % capacity;
    const bytes = new Uint8Array(length);
    const first = Math.min(length, capacity - at);
    bytes.set(this.#data.subarray(at, at + first));
    bytes.set(this.#data.subarray(0, length - first), first);
    return bytes;
  }
}
