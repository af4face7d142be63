// str + str. A long text that grows piece by piece gets room behind it, and what is added next is written there: two str objects then lie in one buffer, of which
// the shorter is the beginning of the longer. Only the longest of them is followed by a zero; nothing that reads a text up to its zero takes one of this length.

import { builtStr, textObject } from "./builder";
import { allocate, allocateMaybe, strType } from "../interpreter";
import { GROWING, GROWING_BYTES, GROWING_COUNT, NEXT_GROWING } from "../lowMemory";
import { textBytes, textData } from "../objects";

/** Shorter texts are copied. */
const LONG: u32 = 1024;

/** Most room that a text is given in advance. */
const MOST_AHEAD: u32 = 262144;

/** A buffer, how many bytes of it are text, and how many it has. */
@unmanaged
class Growing {
  data: usize;
  used: u32;
  room: u32;
}

function growing(data: usize, used: u32): Growing | null {
  for (let at = GROWING; at < GROWING + GROWING_COUNT * GROWING_BYTES; at += GROWING_BYTES) {
    const found = changetype<Growing>(at);
    if (found.data == data && found.used == used) return found;
  }
  return null;
}

/** A new buffer, with room for more where memory allows. */
function newGrowing(bytes: u32): usize {
  const room = bytes + min(bytes >>> 2, MOST_AHEAD) + 1;
  const data = allocateMaybe(room);
  if (data == 0) return allocate(bytes + 1);
  const next = load<u32>(NEXT_GROWING) % GROWING_COUNT;
  store<u32>(NEXT_GROWING, next + 1);
  const kept = changetype<Growing>(GROWING + <usize>next * GROWING_BYTES);
  kept.data = data;
  kept.used = bytes;
  kept.room = room;
  return data;
}

export function concatenated(left: usize, right: usize): usize {
  const before = textBytes(left);
  const added = textBytes(right);
  if (added == 0) return left;
  if (before == 0) return right;
  if (<u64>before + <u64>added >= 0x7fffff00) return allocate(0x7fffff00);
  const bytes = before + added;
  if (bytes < LONG) return joined(left, right, bytes);
  const object = textObject(strType(), 0, bytes);
  const start = textData(left);
  const room = growing(start, before);
  let data = start;
  if (room !== null && bytes < room.room) {
    room.used = bytes;
  } else {
    // what is added to is likely to be added to again, where it is much longer than the piece
    data = added <= before >>> 2 ? newGrowing(bytes) : allocate(bytes + 1);
    memory.copy(data, start, before);
  }
  memory.copy(data + before, textData(right), added);
  store<u8>(data + bytes, 0);
  store<usize>(object, data, 12);
  return object;
}

function joined(left: usize, right: usize, bytes: u32): usize {
  const before = textBytes(left);
  const data = allocate(bytes + 1);
  memory.copy(data, textData(left), before);
  memory.copy(data + before, textData(right), bytes - before);
  store<u8>(data + bytes, 0);
  return builtStr(data, bytes);
}
