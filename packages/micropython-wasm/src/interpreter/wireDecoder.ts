import type { Value } from "../result.js";
import { fromDigits, NotPlainDataError, toDict, toSet } from "./plainData.js";
import { decodeUtf8 } from "./utf8.js";
import { Op } from "./wireFormat.js";

/**
 * The value that the bytes describe.
 *
 * @throws {NotPlainDataError} where they are damaged.
 */
export function decodeValue(bytes: Uint8Array): Value {
  try {
    return new Decoder(bytes).decode();
  } catch (error) {
    if (error instanceof NotPlainDataError) throw error;
    throw new NotPlainDataError([], "arrived damaged", { cause: error });
  }
}

class Decoder {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #stack: Value[] = [];
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  decode(): Value {
    this.#number();
    while (this.#at < this.#bytes.length) this.#stack.push(this.#step());
    return this.#pop(1)[0]!;
  }

  #step(): Value {
    const op = this.#view.getUint8(this.#at++);
    switch (op) {
      case Op.none:
        return null;
      case Op.false:
        return false;
      case Op.true:
        return true;
      case Op.float:
        this.#at += 8;
        return this.#view.getFloat64(this.#at - 8, true);
    }
    const count = this.#number();
    switch (op) {
      case Op.smallInt:
        return (count >>> 1) ^ -(count & 1);
      case Op.bigInt:
        return fromDigits((count & 1) === 1, this.#take(count & ~1));
      case Op.str:
        return this.#text(count);
      case Op.bytes:
        return this.#take(count).slice();
      case Op.list:
        return this.#pop(count);
      case Op.tuple:
        return Object.freeze(this.#pop(count)) as Value[];
      case Op.dict:
        return this.#dict(count);
      case Op.set:
        return toSet(this.#pop(count), []);
      case Op.frozenSet:
        return Object.freeze(toSet(this.#pop(count), []));
      case Op.copy:
        if (count < this.#stack.length) return this.#stack[count]!;
    }
    throw new RangeError(`no instruction ${op}`);
  }

  #dict(count: number): Value {
    const flat = this.#pop(2 * count);
    const entries = Array.from({ length: count }, (_, i): [Value, Value] => [flat[2 * i]!, flat[2 * i + 1]!]);
    return toDict(entries, []);
  }

  #pop(count: number): Value[] {
    if (count > this.#stack.length) throw new RangeError(`${count} values are not on the stack`);
    return this.#stack.splice(this.#stack.length - count, count);
  }

  #text(length: number): string {
    const start = this.#skip(length);
    const text = decodeUtf8(this.#bytes, start, this.#at);
    if (text === undefined) throw new RangeError("no UTF-8");
    return text;
  }

  #take(length: number): Uint8Array {
    return this.#bytes.subarray(this.#skip(length), this.#at);
  }

  /** Goes on behind so many bytes; gives where they begin. */
  #skip(length: number): number {
    if (length > this.#bytes.length - this.#at) throw new RangeError(`${length} bytes are not there`);
    this.#at += length;
    return this.#at - length;
  }

  #number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#view.getUint8(this.#at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw new RangeError("a number of more than 32 bits");
  }
}
