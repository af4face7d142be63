// Arguments of functions that take (count, arguments, keywords).

import { newBuilder } from "./text/builder";
import { textBytes, textData } from "./objects";
import { raiseBuilt } from "./errors/raise";
import { typeError } from "./types";

/** Whether a str is this ASCII text. */
export function isLiteral(str: usize, literal: string): bool {
  const from = changetype<usize>(literal);
  const length = load<u32>(from - 4) >>> 1;
  if (textBytes(str) != length) return false;
  const data = textData(str);
  for (let i: usize = 0; i < length; i++) if (load<u8>(data + i) != <u8>load<u16>(from + (i << 1))) return false;
  return true;
}

/** The value of a keyword argument in an mp_map_t, or 0. */
export function keyword(map: usize, name: string): usize {
  const count = load<u32>(map, 4);
  const table = load<usize>(map, 8);
  for (let i: u32 = 0; i < count; i++) {
    const entry = table + (<usize>i << 3);
    if (isLiteral(load<usize>(entry), name)) return load<usize>(entry, 4);
  }
  return 0;
}

/** The argument at this place, or with this name, or 0. */
export function argument(count: u32, args: usize, map: usize, at: u32, name: string): usize {
  return count > at ? load<usize>(args + (<usize>at << 2)) : keyword(map, name);
}

/** Raises TypeError where there are keyword arguments other than these two. */
export function onlyKeywords(map: usize, func: string, a: string, b: string): void {
  const count = load<u32>(map, 4);
  const table = load<usize>(map, 8);
  for (let i: u32 = 0; i < count; i++) {
    const key = load<usize>(table + (<usize>i << 3));
    if (isLiteral(key, a) || isLiteral(key, b)) continue;
    const message = newBuilder(63);
    message.byte(39);
    message.bytes(textData(key), textBytes(key));
    message.literal("' is an invalid keyword argument for ");
    message.literal(func);
    message.literal("()");
    raiseBuilt(typeError(), message);
  }
}
