// Makes Python objects from the bytes that the host sends: what src/interpreter/wireEncoder.ts of the package micropython-wasm writes; wireFormat.ts there describes the format. It
// is a program for a stack of objects: each instruction pushes an object, made from the topmost ones where it is a container. So nothing recurses, and all
// that is under construction hangs on that stack, where the collector finds it.
//
// Only the host writes such bytes. Where they are damaged all the same, the module traps.

import { allocate, newFloat, newSet, newStr, newStrCopy } from "../interpreter";
import { Kind, typeOf } from "../lowMemory";
import { ADD_IF_NOT_FOUND, map_init, map_lookup } from "../containers/map";
import { FALSE, NONE, TRUE, newObject, newTuple } from "../objects";

/** As in wireFormat.ts. */
const enum Op {
  None = 0,
  False = 1,
  True = 2,
  SmallInt = 3,
  BigInt = 4,
  Float = 5,
  Str = 6,
  Bytes = 7,
  List = 8,
  Tuple = 9,
  Dict = 10,
  Set = 11,
  FrozenSet = 12,
  Module = 13,
  Copy = 14,
}

/** Lies in the heap itself, so that what it points to is found from it. */
@unmanaged
class Machine {
  bytes: usize;
  at: usize;
  end: usize;
  stack: usize;
  height: u32;
  slots: u32;

  /** The next `length` bytes. */
  take(length: u32): usize {
    const at = this.at;
    if (length > <u32>(this.end - at)) unreachable();
    this.at = at + length;
    return at;
  }

  /** LEB128, 32 bits. */
  number(): u32 {
    let value: u32 = 0;
    let byte: u32 = 128;
    for (let shift: u32 = 0; byte >= 128; shift += 7) {
      if (shift > 28) unreachable();
      byte = <u32>load<u8>(this.take(1));
      value |= (byte & 127) << shift;
    }
    return value;
  }

  push(object: usize): void {
    if (this.height >= this.slots) unreachable();
    store<usize>(this.stack + (<usize>this.height << 2), object);
    this.height++;
  }

  /** The topmost `count` objects, which stay until `replace` takes them away. */
  top(count: u32): usize {
    if (count > this.height) unreachable();
    return this.stack + (<usize>(this.height - count) << 2);
  }

  replace(count: u32, object: usize): void {
    this.height -= count;
    this.push(object);
  }
}

/** mp_obj_int_t: sign and room, length, digits of 16 bits, the lowest first. */
function newInt(digits: usize, count: u32, negative: u32): usize {
  while (count > 0 && load<u16>(digits + (<usize>(count - 1) << 1)) == 0) count--;
  const copy = allocate(max(count, 1) << 1);
  memory.copy(copy, digits, <usize>count << 1);
  const object = newObject(16, typeOf(Kind.Int));
  store<u32>(object, (max(count, 1) << 2) | (count > 0 ? negative : 0), 4);
  store<u32>(object, count, 8);
  store<usize>(object, copy, 12);
  return object;
}

/** mp_obj_list_t: room, length, items. */
export function newList(items: usize, count: u32): usize {
  const room = max(count, 4);
  const copy = allocate(room << 2);
  memory.copy(copy, items, <usize>count << 2);
  memory.fill(copy + (<usize>count << 2), 0, <usize>(room - count) << 2);
  const object = newObject(16, typeOf(Kind.List));
  store<u32>(object, room, 4);
  store<u32>(object, count, 8);
  store<usize>(object, copy, 12);
  return object;
}

function newFullTuple(items: usize, count: u32): usize {
  const object = newTuple(count);
  memory.copy(object + 8, items, <usize>count << 2);
  return object;
}

/** mp_obj_dict_t, whose second to fourth words are an mp_map_t. */
export function newDict(items: usize, count: u32): usize {
  const object = newObject(16, typeOf(Kind.Dict));
  memory.fill(object + 4, 0, 12);
  map_init(object + 4, count);
  for (const end = items + (<usize>count << 3); items < end; items += 8) {
    const slot = map_lookup(object + 4, load<usize>(items), ADD_IF_NOT_FOUND);
    store<usize>(slot, load<usize>(items, 4), 4);
  }
  return object;
}

function newFrozenSet(items: usize, count: u32): usize {
  const object = newSet(count, items);
  store<usize>(object, typeOf(Kind.FrozenSet));
  return object;
}

/** mp_obj_module_t: a dict of its names. */
function newModule(names: usize): usize {
  if ((names & 3) != 0 || load<usize>(names) != typeOf(Kind.Dict)) unreachable();
  const object = newObject(8, typeOf(Kind.Module));
  store<usize>(object, names, 4);
  return object;
}

function step(machine: Machine): void {
  const op = <i32>load<u8>(machine.take(1));
  switch (op) {
    case Op.None:
      return machine.push(NONE);
    case Op.False:
      return machine.push(FALSE);
    case Op.True:
      return machine.push(TRUE);
    case Op.Float:
      return machine.push(newFloat(load<f64>(machine.take(8))));
    case Op.Module:
      return machine.replace(1, newModule(load<usize>(machine.top(1))));
  }
  const count = machine.number();
  switch (op) {
    case Op.SmallInt:
      // zigzag: the sign is the lowest bit
      return machine.push(((((count >>> 1) ^ (0 - (count & 1))) << 1) | 1));
    case Op.BigInt:
      if (count >>> 1 > <u32>(machine.end - machine.at)) unreachable();
      return machine.push(newInt(machine.take(count & ~1), count >>> 1, count & 1));
    case Op.Str:
      return machine.push(newStr(machine.take(count), count));
    case Op.Bytes:
      return machine.push(newStrCopy(typeOf(Kind.Bytes), machine.take(count), count));
    case Op.List:
      return machine.replace(count, newList(machine.top(count), count));
    case Op.Tuple:
      return machine.replace(count, newFullTuple(machine.top(count), count));
    case Op.Dict:
      if (count > machine.height >>> 1) unreachable();
      return machine.replace(count << 1, newDict(machine.top(count << 1), count));
    case Op.Set:
      return machine.replace(count, newSet(count, machine.top(count)));
    case Op.FrozenSet:
      return machine.replace(count, newFrozenSet(machine.top(count), count));
    case Op.Copy:
      if (count >= machine.height) unreachable();
      return machine.push(load<usize>(machine.stack + (<usize>count << 2)));
  }
  unreachable();
}

/** The object that the bytes describe. `bytes` is the start of an object of the heap. */
export function decode(bytes: usize, length: u32): usize {
  const machine = changetype<Machine>(allocate(offsetof<Machine>()));
  machine.bytes = bytes;
  machine.at = bytes;
  machine.end = bytes + length;
  machine.stack = 0;
  machine.height = 0;
  const slots = machine.number();
  // each instruction pushes at most one object
  if (slots > length) unreachable();
  const stack = allocate(max(slots, 1) << 2);
  memory.fill(stack, 0, <usize>max(slots, 1) << 2);
  machine.slots = slots;
  machine.stack = stack;
  while (machine.at < machine.end) step(machine);
  return load<usize>(machine.top(1));
}
