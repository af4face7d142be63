// Where the characters of a str lie: texts are UTF-8, so a character's index is not its place. How many characters a long text has, and where the one lies that
// was asked for last, is kept until the next collection: a loop over the indices takes time in proportion to the text, not to its square.

import { intern, newStr, strUnaryOpGeneral } from "../interpreter";
import { NEXT_PLACE, PLACE_BYTES, PLACE_COUNT, PLACES } from "../lowMemory";
import { smallInt, textBytes, textData } from "../objects";
import { find_interned } from "../containers/qstr";
import { characterCount, widthOf } from "./str";

/** Nothing is kept of shorter texts. */
const SHORT: u32 = 64;

/** Where no character is. */
export const NOWHERE: u32 = 0xffffffff;

/** What is known of a text: how many characters it has, and of one of them its index and its offset in bytes. */
@unmanaged
class Place {
  data: usize;
  bytes: u32;
  count: u32;
  index: u32;
  offset: u32;
}

function placeOf(data: usize, bytes: u32): Place {
  let place = changetype<Place>(PLACES);
  for (let at = PLACES; at < PLACES + PLACE_COUNT * PLACE_BYTES; at += PLACE_BYTES) {
    place = changetype<Place>(at);
    if (place.data != data || place.bytes > bytes) continue;
    if (place.bytes != bytes) {
      // a text that begins with one that is known
      place.count += characterCount(data + place.bytes, bytes - place.bytes);
      place.bytes = bytes;
    }
    return place;
  }
  const next = load<u32>(NEXT_PLACE) % PLACE_COUNT;
  store<u32>(NEXT_PLACE, next + 1);
  place = changetype<Place>(PLACES + <usize>next * PLACE_BYTES);
  place.data = data;
  place.bytes = bytes;
  place.count = characterCount(data, bytes);
  place.index = 0;
  place.offset = 0;
  return place;
}

/** How many characters a str has. */
export function charactersIn(data: usize, bytes: u32): u32 {
  return bytes < SHORT ? characterCount(data, bytes) : placeOf(data, bytes).count;
}

/** The offset of the character that stands `count` behind the one at `offset`; the end of the text where there are not as many. */
function forward(data: usize, bytes: u32, offset: u32, count: u32): u32 {
  for (; count > 0 && offset < bytes; count--) offset += widthOf(load<u8>(data + offset));
  return min(offset, bytes);
}

function backward(data: usize, offset: u32, count: u32): u32 {
  for (; count > 0 && offset > 0; count--) do offset--; while (offset > 0 && (load<u8>(data + offset) & 0xc0) == 0x80);
  return offset;
}

/** The offset of a character that the str has, or of its end. */
export function offsetOf(data: usize, bytes: u32, index: u32): u32 {
  if (bytes < SHORT) return characterCount(data, bytes) == bytes ? index : forward(data, bytes, 0, index);
  const place = placeOf(data, bytes);
  if (place.count == bytes) return min(index, bytes);
  let offset: u32;
  if (index >= place.index) {
    offset =
      place.count - index < index - place.index
        ? backward(data, bytes, place.count - index)
        : forward(data, bytes, place.offset, index - place.index);
  } else {
    offset =
      index < place.index - index
        ? forward(data, bytes, 0, index)
        : backward(data, place.offset, place.index - index);
  }
  place.index = index;
  place.offset = offset;
  return offset;
}

/** The index of the character at an offset. */
export function indexAt(data: usize, bytes: u32, offset: u32): u32 {
  if (bytes < SHORT) return characterCount(data, offset);
  const place = placeOf(data, bytes);
  if (place.count == bytes) return offset;
  const index =
    offset >= place.offset
      ? place.index + characterCount(data + place.offset, offset - place.offset)
      : characterCount(data, offset);
  place.index = index;
  place.offset = offset;
  return index;
}

/** The offset of the character that `text[index]` means, or NOWHERE. */
export function itemOffset(data: usize, bytes: u32, index: i32): u32 {
  // the last ones of a text that grows
  if (index < 0 && index > -<i32>SHORT && bytes >= SHORT * 4) return backward(data, bytes, <u32>-index);
  const count = charactersIn(data, bytes);
  const at = index < 0 ? index + <i32>count : index;
  return <u32>at < count ? offsetOf(data, bytes, <u32>at) : NOWHERE;
}

/** A str of one character, which is interned. */
export function characterObject(at: usize): usize {
  const width = widthOf(load<u8>(at));
  const number = find_interned(at, width);
  return ((number == 0 ? intern(newStr(at, width)) : number) << 3) | 2;
}

const LENGTH: u32 = 5; // mp_unary_op_t

/** The length of a str; nothing else is another than upstream's. */
export function str_unary_op(op: u32, text: usize): usize {
  if (op != LENGTH) return strUnaryOpGeneral(op, text);
  return smallInt(<i32>charactersIn(textData(text), textBytes(text)));
}
