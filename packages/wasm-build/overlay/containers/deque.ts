// What packages/stdlib/lib/collections adds to MicroPython's deque, a ring of fixed size: it grows. The class there inherits from it; these are methods of that class.

import { allocate } from "../interpreter";
import { NONE, intValue } from "../objects";

/** In the flags of a deque without maxlen. */
const GROWS: u32 = 2;

/** mp_obj_deque_t. */
@unmanaged
class Ring {
  type: usize;
  room: u32;
  first: u32;
  end: u32;
  items: usize;
  flags: u32;
}

/** mp_obj_instance_t: type, attributes, then what it inherits from C. */
@inline
function ringOf(instance: usize): Ring {
  return changetype<Ring>(load<usize>(instance, 16));
}

/** Leaves room for so many more items. */
function reserve(ring: Ring, count: u32): void {
  const room = ring.room;
  const first = ring.first;
  const end = ring.end;
  const length = end >= first ? end - first : end + room - first;
  // one place always stays free
  if (length + count < room) return;
  const larger = max(room * 2, length + count + 1);
  const items = allocate(larger << 2);
  const head = min(length, room - first);
  memory.copy(items, ring.items + (<usize>first << 2), <usize>head << 2);
  memory.copy(items + (<usize>head << 2), ring.items, <usize>(length - head) << 2);
  memory.fill(items + (<usize>length << 2), 0, <usize>(larger - length) << 2);
  ring.items = items;
  ring.room = larger;
  ring.first = 0;
  ring.end = length;
}

export function deque_append(self: usize, item: usize): usize {
  const ring = ringOf(self);
  let end = ring.end + 1;
  if (end == ring.room) end = 0;
  if (end == ring.first) {
    if (ring.flags & GROWS) {
      reserve(ring, 1);
      end = ring.end + 1;
    } else {
      ring.first = ring.first + 1 == ring.room ? 0 : ring.first + 1;
    }
  }
  store<usize>(ring.items + (<usize>ring.end << 2), item);
  ring.end = end;
  return NONE;
}

export function deque_appendleft(self: usize, item: usize): usize {
  const ring = ringOf(self);
  if (ring.flags & GROWS) reserve(ring, 1);
  const first = (ring.first == 0 ? ring.room : ring.first) - 1;
  if (first == ring.end) ring.end = (ring.end == 0 ? ring.room : ring.end) - 1;
  ring.first = first;
  store<usize>(ring.items + (<usize>first << 2), item);
  return NONE;
}

/** Leaves room for so many more items in a deque without maxlen. */
export function deque_reserve(self: usize, count: usize): usize {
  const ring = ringOf(self);
  if (ring.flags & GROWS) reserve(ring, <u32>max(intValue(count), 0));
  return NONE;
}
