import { decodeUtf8 } from "./utf8.js";

/** The guest's memory, read with every address checked: what the guest left there is not to be trusted. */
export class GuestMemory {
  readonly #memory: WebAssembly.Memory;
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
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
    this.#check(address, length);
    return this.#bytes.slice(address, address + length);
  }

  /** Text, or undefined where it is no UTF-8. @throws {RangeError} where the range lies outside. */
  utf8(address: number, length: number): string | undefined {
    this.#check(address, length);
    return decodeUtf8(this.#bytes, address, address + length);
  }

  /** Text; what is no UTF-8 becomes U+FFFD. */
  text(address: number, length: number): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.bytes(address, length));
  }

  #check(address: number, length: number): void {
    if (address < 0 || length < 0 || address + length > this.#current().byteLength)
      throw new RangeError(`${length} bytes at ${address} are outside the guest's memory`);
  }

  /** A view of the buffer as it is now. Growth replaces the buffer, and leaves views of the old one without length, which is faster to see than the new one. */
  #current(): DataView {
    if (this.#bytes.length === 0) {
      this.#bytes = new Uint8Array(this.#memory.buffer);
      this.#view = new DataView(this.#memory.buffer);
    }
    return this.#view;
  }
}
