/** Texts up to this length are read in a loop, which is faster where they are ASCII. */
const SHORT_TEXT = 24;

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The guest's memory, read with every address checked: what the guest left there is not to be trusted. */
export class GuestMemory {
  readonly #memory: WebAssembly.Memory;
  #view: DataView;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#view = new DataView(memory.buffer);
  }

  /** @throws {RangeError} where the address lies outside. */
  u32(address: number): number {
    return this.#current().getUint32(address, true);
  }

  u16(address: number): number {
    return this.#current().getUint16(address, true);
  }

  u8(address: number): number {
    return this.#current().getUint8(address);
  }

  f64(address: number): number {
    return this.#current().getFloat64(address, true);
  }

  setU32(address: number, value: number): void {
    this.#current().setUint32(address, value, true);
  }

  /** A copy. @throws {RangeError} where the range lies outside. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return this.#view8(address, length).slice();
  }

  /** Text, or undefined where it is no UTF-8. @throws {RangeError} where the range lies outside. */
  utf8(address: number, length: number): string | undefined {
    const bytes = this.#view8(address, length);
    if (length <= SHORT_TEXT) {
      let text = "";
      for (let i = 0; i < length; i++) {
        const byte = bytes[i]!;
        if (byte > 127) break;
        text += ASCII[byte]!;
      }
      if (text.length === length) return text;
    }
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  }

  /** Text; what is no UTF-8 becomes U+FFFD. */
  text(address: number, length: number): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.bytes(address, length));
  }

  #view8(address: number, length: number): Uint8Array<ArrayBuffer> {
    const view = this.#current();
    if (address < 0 || length < 0 || address + length > view.byteLength)
      throw new RangeError(`${length} bytes at ${address} are outside the guest's memory`);
    return new Uint8Array(view.buffer as ArrayBuffer, address, length);
  }

  /** A view of the buffer as it is now: growth replaces it. */
  #current(): DataView {
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new DataView(this.#memory.buffer);
    return this.#view;
  }
}
