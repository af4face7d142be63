// Exceptions as CPython words them. Nothing here runs unless something is raised.

import { new_exception } from "./exceptions";
import { allocate, newStrCopy, qstrText, raiseFormatted, raiseObject, strType } from "../interpreter";

/** The words behind a format: C's variable arguments. */
function words(a: usize, b: usize, c: usize, d: usize, e: usize): usize {
  const at = allocate(20);
  store<usize>(at, a);
  store<usize>(at, b, 4);
  store<usize>(at, c, 8);
  store<usize>(at, d, 12);
  store<usize>(at, e, 16);
  return at;
}

/** Raises an exception of the type with a formatted message: %s is a C text, %q an interned string, %d a number. */
export function raise(
  type: usize,
  format: usize,
  a: usize = 0,
  b: usize = 0,
  c: usize = 0,
  d: usize = 0,
  e: usize = 0,
): void {
  raiseFormatted(type, format, words(a, b, c, d, e));
}

/** The text `_only___`, which positional-only parameters begin with (packages/micropython-wasm/src/frontend/lower.ts), as a number. */
const ONLY: u64 = 0x5f5f5f796c6e6f5f;

export function isPositionalOnly(name: u32): bool {
  return load<u64>(qstrText(name)) == ONLY;
}

/** The text of a name as the program wrote it. */
export function plainName(name: u32): usize {
  return qstrText(name) + (isPositionalOnly(name) ? 8 : 0);
}

/** A message that is put together piece by piece. What does not fit is left out. */
export class Message {
  static readonly BYTES: u32 = 500;

  static begin(): usize {
    const at = allocate(Message.BYTES + 4);
    store<u32>(at, 0);
    return at;
  }

  static add(message: usize, text: usize): void {
    let length = load<u32>(message);
    for (let byte = load<u8>(text); byte != 0 && length < Message.BYTES; byte = load<u8>(++text))
      store<u8>(message + length++, byte, 4);
    store<u32>(message, length);
  }

  static addBytes(message: usize, text: usize, bytes: u32): void {
    const length = load<u32>(message);
    const count = min(bytes, Message.BYTES - length);
    memory.copy(message + 4 + length, text, count);
    store<u32>(message, length + count);
  }

  static addName(message: usize, name: u32): void {
    Message.add(message, plainName(name));
  }

  static addNumber(message: usize, value: u32): void {
    if (value >= 10) Message.addNumber(message, value / 10);
    const length = load<u32>(message);
    if (length < Message.BYTES) {
      store<u8>(message + length, 48 + (value % 10), 4);
      store<u32>(message, length + 1);
    }
  }

  static raise(message: usize, type: usize): void {
    const cell = allocate(4);
    store<usize>(cell, newStrCopy(strType(), message + 4, load<u32>(message)));
    raiseObject(new_exception(type, 1, 0, cell));
  }
}
