import { allocate } from "../interpreter";
import { find_interned } from "../containers/qstr";
import { bytearrayType, strType } from "../types";

/** Longest text that is looked for among the interned strings. */
const MOST_INTERNED: u32 = 32;

/** A text that grows, in the heap. */
@unmanaged
export class Builder {
  data: usize;
  length: u32;
  room: u32;

  /** Where to write the next `bytes`; they count as written. */
  extend(bytes: u32): usize {
    const length = this.length;
    if (bytes >= this.room - length) this.grow(bytes);
    this.length = length + bytes;
    return this.data + length;
  }

  private grow(bytes: u32): void {
    const needed = <u64>this.length + <u64>bytes + 1;
    const room = <u32>min(max(needed, min(<u64>this.room * 2, needed + 262144)), <u64>0x7ffffff0);
    if (<u64>room < needed) unreachable();
    const data = allocate(room);
    memory.copy(data, this.data, this.length);
    this.data = data;
    this.room = room;
  }

  byte(value: u32): void {
    store<u8>(this.extend(1), value);
  }

  bytes(data: usize, length: u32): void {
    memory.copy(this.extend(length), data, length);
  }

  /** The same ASCII character several times. */
  fill(character: u32, count: u32): void {
    if (count == 0) return;
    memory.fill(this.extend(count), <u8>character, count);
  }

  /** A character, as UTF-8. */
  character(code: u32): void {
    if (code < 0x80) {
      this.byte(code);
    } else if (code < 0x800) {
      const at = this.extend(2);
      store<u8>(at, 0xc0 | (code >>> 6));
      store<u8>(at, 0x80 | (code & 63), 1);
    } else if (code < 0x10000) {
      const at = this.extend(3);
      store<u8>(at, 0xe0 | (code >>> 12));
      store<u8>(at, 0x80 | ((code >>> 6) & 63), 1);
      store<u8>(at, 0x80 | (code & 63), 2);
    } else {
      const at = this.extend(4);
      store<u8>(at, 0xf0 | (code >>> 18));
      store<u8>(at, 0x80 | ((code >>> 12) & 63), 1);
      store<u8>(at, 0x80 | ((code >>> 6) & 63), 2);
      store<u8>(at, 0x80 | (code & 63), 3);
    }
  }

  characters(code: u32, count: u32): void {
    if (code < 0x80) return this.fill(code, count);
    for (let i: u32 = 0; i < count; i++) this.character(code);
  }

  /** ASCII text of the overlay's own. */
  literal(text: string): void {
    const from = changetype<usize>(text);
    const length = load<u32>(from - 4) >>> 1;
    const to = this.extend(length);
    for (let i: u32 = 0; i < length; i++) store<u8>(to + i, load<u16>(from + (<usize>i << 1)));
  }

  /** A text of C's, which ends with a zero. */
  text(from: usize): void {
    for (let byte = load<u8>(from); byte != 0; byte = load<u8>(++from)) this.byte(byte);
  }

  decimal(value: u32): void {
    let digits: u32 = 1;
    for (let rest = value; rest >= 10; rest /= 10) digits++;
    for (let at = this.extend(digits) + digits - 1; digits > 0; digits--, at--, value /= 10) {
      store<u8>(at, 48 + (value % 10));
    }
  }

  /** The text with a zero behind it, which its length does not count. */
  ended(): usize {
    store<u8>(this.extend(1), 0);
    this.length--;
    return this.data;
  }

  /** The text as a str; the builder must not be used any more. */
  toStr(): usize {
    return this.toObject(strType());
  }

  /** The text as a str or bytes object; the builder must not be used any more. */
  toObject(type: usize): usize {
    const data = this.ended();
    if (type == strType()) return this.room > (this.length << 1) + 48 ? newStrOf(data, this.length) : builtStr(data, this.length);
    return textObject(type, data, this.length);
  }
}

/** The second word of a bytearray: its items are bytes, and there is no room for more. */
const BYTES: u32 = 1;

/** mp_obj_str_t: type, hash (0 where not computed), length, text, behind which a zero stands. mp_obj_array_t is laid out alike. */
export function textObject(type: usize, data: usize, length: u32): usize {
  const object = allocate(16);
  store<usize>(object, type);
  store<u32>(object, type == bytearrayType() ? BYTES : 0, 4);
  store<u32>(object, length, 8);
  store<usize>(object, data, 12);
  return object;
}

/** The interned string with this text, or 0. Long ones are not looked for. */
@inline
function internedStr(data: usize, bytes: u32): usize {
  const number = bytes > MOST_INTERNED ? 0 : find_interned(data, bytes);
  return number == 0 ? 0 : (<usize>number << 3) | 2;
}

/** A str whose text a buffer of its own holds, with a zero behind it. */
export function builtStr(data: usize, bytes: u32): usize {
  const interned = internedStr(data, bytes);
  return interned == 0 ? textObject(strType(), data, bytes) : interned;
}

/** A str with a copy of this text. */
export function newStrOf(data: usize, bytes: u32): usize {
  const interned = internedStr(data, bytes);
  return interned == 0 ? copiedText(strType(), data, bytes) : interned;
}

/** A str, bytes or bytearray with a copy of this text. */
export function copiedText(type: usize, data: usize, bytes: u32): usize {
  const copy = allocate(bytes + 1);
  memory.copy(copy, data, bytes);
  store<u8>(copy + bytes, 0);
  return textObject(type, copy, bytes);
}

export function newBuilder(room: u32): Builder {
  const builder = changetype<Builder>(allocate(offsetof<Builder>()));
  builder.data = 0;
  builder.length = 0;
  builder.room = 0;
  const first = max(room, 15) + 1;
  builder.data = allocate(first);
  builder.room = first;
  return builder;
}
