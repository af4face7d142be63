import { MAX_FAILURE_BYTES } from "../interpreter/answers.js";
import type { HostAnswer } from "../interpreter/hostCalls.js";

/**
 * Answers of host functions on their way to a worker that waits for them, in shared memory: a waiting worker hears no messages.
 *
 * Layout: two 32-bit words (the number of the call that was answered, the answer's length), a double (the fuel that the function charged), then the answer. Calls have numbers, so that the answer to a
 * call that was given up is not taken for that of the next.
 */
const headerBytes = 16;
const answered = 0;
const length = 1;
const fuelAt = 8;

/** A channel for answers of up to `maxBytes`, and for exceptions; what is not used of it is only reserved. */
export function createChannel(maxBytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(headerBytes, { maxByteLength: headerBytes + Math.max(maxBytes, MAX_FAILURE_BYTES) });
}

/** Main thread: answers the call of this number. The bytes are at most as many as the channel was made for, or an exception. */
export function putAnswer(channel: SharedArrayBuffer, call: number, { bytes, fuel }: HostAnswer): void {
  if (channel.byteLength < headerBytes + bytes.length) channel.grow(headerBytes + bytes.length);
  new Uint8Array(channel, headerBytes).set(bytes);
  new Float64Array(channel, fuelAt, 1)[0] = fuel;
  const words = new Int32Array(channel, 0, 2);
  Atomics.store(words, length, bytes.length);
  Atomics.store(words, answered, call);
  Atomics.notify(words, answered);
}

/** Main thread: lets a worker that waits look at its interrupt word. */
export function wakeWorker(channel: SharedArrayBuffer): void {
  Atomics.notify(new Int32Array(channel, 0, 2), answered);
}

/** Worker: a copy of the answer to the call of this number. `checkTime` is called now and then, and may throw. */
export function waitForAnswer(channel: SharedArrayBuffer, call: number, checkTime: () => number): HostAnswer {
  const words = new Int32Array(channel, 0, 2);
  for (;;) {
    const seen = Atomics.load(words, answered);
    if (seen === call) {
      const bytes = new Uint8Array(channel, headerBytes, Atomics.load(words, length)).slice();
      return { bytes, fuel: new Float64Array(channel, fuelAt, 1)[0]! };
    }
    Atomics.wait(words, answered, seen, checkTime());
  }
}
