// Methods of str, bytes and bytearray that upstream lacks or has for ASCII only.

import { newBuilder } from "./builder";
import { getInt, typeOfObject } from "./interpreter";
import { isStr, textBytes, textData } from "./objects";
import { raiseType } from "./raise";
import { characterCount, isBytesLike, plain } from "./str";

/** `self` of a method of all three types. */
export function self_(object: usize): usize {
  const text = plain(object);
  if (!isStr(text) && !isBytesLike(text)) raiseType("descriptor requires a 'str' or 'bytes' object");
  return text;
}

/** How many characters a text has: of str characters, of bytes bytes. */
export function lengthOf(text: usize): u32 {
  return isStr(text) ? characterCount(textData(text), textBytes(text)) : textBytes(text);
}

export function str_zfill(object: usize, width: usize): usize {
  const text = self_(object);
  const wanted = getInt(width);
  const length = lengthOf(text);
  if (wanted <= <i32>length) return text;
  const data = textData(text);
  const bytes = textBytes(text);
  const builder = newBuilder(<u32>wanted - length + bytes);
  const first = bytes == 0 ? 0 : <u32>load<u8>(data);
  const signed = first == 43 || first == 45 ? 1 : 0;
  builder.bytes(data, signed);
  builder.fill(48, <u32>wanted - length);
  builder.bytes(data + signed, bytes - signed);
  return builder.toObject(typeOfObject(text));
}
