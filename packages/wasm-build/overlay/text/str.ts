// str, bytes and bytearray objects as addresses and lengths, and characters in UTF-8.

import { Builder, newBuilder } from "./builder";
import { allocate, callSlot, getattr, typeOfObject } from "../interpreter";
import { isStr, NONE, textBytes, textData } from "../objects";
import { type_name } from "../errors/operatorErrors";
import { raiseBuilt, raiseType } from "../errors/raise";
import { bytearrayType, bytesType, objectType, tupleType, typeError } from "../types";

const INSTANCE_TYPE: u32 = 0x200;

/** Most base classes that are looked at for the built-in type behind an object. */
const MOST_BASES: i32 = 64;

/** A slot of a type: which byte of its header says where it is. */
const PARENT: usize = 10;
const SUBSCR: usize = 6;

/** MP_OBJ_SENTINEL: a look-up, neither a store nor a removal. */
const LOOK_UP: usize = 4;

function slot(type: usize, which: usize): usize {
  const at = <usize>load<u8>(type + 8 + which);
  return at == 0 ? 0 : load<usize>(type + 16 + (at << 2));
}

@inline
function isInstanceType(type: usize): bool {
  return (load<u16>(type, 4) & INSTANCE_TYPE) != 0;
}

/** The built-in type that a class inherits from, or 0. */
function builtinBase(type: usize): usize {
  for (let i = 0; i < MOST_BASES && type != 0 && isInstanceType(type); i++) {
    let parent = slot(type, PARENT);
    if (parent != 0 && load<usize>(parent) == tupleType()) {
      const count = load<u32>(parent, 4);
      let found: usize = 0;
      for (let k: u32 = 0; k < count && found == 0; k++) {
        const base = load<usize>(parent + (<usize>k << 2), 8);
        if (!isInstanceType(base)) {
          if (base != objectType()) found = base;
        } else if (slot(base, PARENT) != 0 && load<usize>(slot(base, PARENT)) != tupleType()) {
          found = singleBase(base);
        }
      }
      return found;
    }
    type = parent;
  }
  return type == objectType() || (type != 0 && isInstanceType(type)) ? 0 : type;
}

function singleBase(type: usize): usize {
  for (let i = 0; i < MOST_BASES && type != 0 && isInstanceType(type); i++) {
    type = slot(type, PARENT);
    if (type != 0 && load<usize>(type) == tupleType()) return 0;
  }
  return type == objectType() || (type != 0 && isInstanceType(type)) ? 0 : type;
}

/** The object itself, or the built-in object behind an instance of a class that inherits from a built-in type. */
export function plain(object: usize): usize {
  if ((object & 3) != 0) return object;
  const type = load<usize>(object);
  if (!isInstanceType(type) || builtinBase(type) == 0) return object;
  const inner = load<usize>(object, 16);
  return inner == 0 ? object : inner;
}

/** `self` of a method of str, bytes and bytearray. */
export function selfText(object: usize): usize {
  const text = plain(object);
  if (!isStr(text) && !isBytesLike(text)) raiseType("descriptor requires a 'str' or 'bytes' object");
  return text;
}

@inline
export function hasType(object: usize, type: usize): bool {
  return (object & 3) == 0 && load<usize>(object) == type;
}

export function isBytesLike(object: usize): bool {
  return hasType(object, bytesType()) || hasType(object, bytearrayType());
}

/** How many bytes the character has that begins with this byte. */
@inline
export function widthOf(first: u32): u32 {
  return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The character at an address. Reads no further than `end`. */
export function characterAt(at: usize, end: usize): u32 {
  const first = <u32>load<u8>(at);
  if (first < 0xc0) return first;
  const width = widthOf(first);
  if (at + width > end) return 0xfffd;
  let code = first & (0x7f >>> width);
  for (let i: u32 = 1; i < width; i++) code = (code << 6) | (load<u8>(at + i) & 63);
  return code > 0x10ffff ? 0xfffd : code;
}

export function isAscii(data: usize, length: u32): bool {
  const end = data + length;
  for (; data + 8 <= end; data += 8) if ((load<u64>(data) & 0x8080808080808080) != 0) return false;
  for (; data < end; data++) if (load<u8>(data) >= 0x80) return false;
  return true;
}

/** How many characters a text has: bytes that begin none are not counted. */
export function characterCount(data: usize, length: u32): u32 {
  if (isAscii(data, length)) return length;
  let count = length;
  const end = data + length;
  // bytes that begin no character have the highest bit and not the next
  for (; data + 8 <= end; data += 8) {
    const word = load<u64>(data);
    count -= <u32>popcnt<u64>((word >>> 7) & ((~word) >>> 6) & 0x0101010101010101);
  }
  for (; data < end; data++) count -= <u32>((load<u8>(data) & 0xc0) == 0x80);
  return count;
}

/** How many characters a text has: of str characters, of bytes bytes. */
export function lengthOf(text: usize): u32 {
  return isStr(text) ? characterCount(textData(text), textBytes(text)) : textBytes(text);
}

/** The name of an object's type. */
export function appendTypeName(builder: Builder, object: usize): void {
  builder.text(type_name(object));
}

/** Whether an object is of a class written in Python. */
export function isInstance(object: usize): bool {
  return (object & 3) == 0 && isInstanceType(load<usize>(object));
}

/** An attribute of an object, or 0 where there is none. */
export function attributeOf(object: usize, name: string): usize {
  const builder = newBuilder(15);
  builder.literal(name);
  const args = allocate(12);
  store<usize>(args, object);
  store<usize>(args, builder.toStr(), 4);
  store<usize>(args, NONE, 8);
  const found = getattr(3, args);
  return found == NONE ? 0 : found;
}

export function isSubscriptable(object: usize): bool {
  return slot(typeOfObject(object), SUBSCR) != 0;
}

/** object[index] */
export function subscript(object: usize, index: usize): usize {
  const func = slot(typeOfObject(object), SUBSCR);
  const found = func == 0 ? 0 : callSlot(func, object, index, LOOK_UP);
  if (found != 0) return found;
  const message = newBuilder(63);
  message.byte(39);
  appendTypeName(message, object);
  message.literal("' object is not subscriptable");
  raiseBuilt(typeError(), message);
  return 0;
}
