// Gives types room for slots that upstream left out. A type is as long as its slots are many, so one that gets a further slot moves to a place of its own, and all that points to it
// with it.

import type { Module } from "../module.js";
import { RELOCATED_BASE, RELOCATED_BYTES } from "../overlay.js";
import { type List, all, is, walk } from "../sexpr.js";
import { dataOf, escaped, Slot, Statics } from "../statics.js";

const HEADER_BYTES = 20;
const SLOTS = 12;
const TYPE_BYTES = HEADER_BYTES + 4 * SLOTS;
/** The type and an mp_obj_dict_t. */
const ROOM = TYPE_BYTES + 16;

/** mp_map_t: all keys are interned, the table is constant and ordered; it is empty. */
const CONSTANT = 7;

/** Moves the types. @returns what upstream's data is now. @throws where code points into the middle of one. */
export function relocateTypes(module: Module): Statics {
  const statics = new Statics(module);
  const memory = dataOf(module);
  const added = new DataView(new ArrayBuffer(RELOCATED_BYTES));
  const moved = new Map<number, number>();
  const move = (name: string, slots: (room: number) => [slot: number, value: number][]): void => {
    const from = statics.builtin(name);
    const at = moved.size * ROOM;
    let count = Math.max(...Array.from({ length: SLOTS }, (_, i) => memory.getUint8(from + 8 + i)));
    const bytes = HEADER_BYTES + 4 * count;
    checkUses(module, name, from, bytes);
    for (let i = 0; i < bytes; i++) added.setUint8(at + i, memory.getUint8(from + i));
    for (const [slot, value] of slots(at)) {
      added.setUint32(at + HEADER_BYTES + 4 * count, value, true);
      added.setUint8(at + 8 + slot, ++count);
    }
    moved.set(from, RELOCATED_BASE + at);
  };
  move("float", (at) => {
    [statics.builtin("dict"), CONSTANT].forEach((word, i) => added.setUint32(at + TYPE_BYTES + 4 * i, word, true));
    return [[Slot.localsDict, RELOCATED_BASE + at + TYPE_BYTES]];
  });
  const int = statics.builtin("int");
  move("bool", () => [
    [Slot.parent, int],
    [Slot.localsDict, statics.localsOf(int) - 4],
  ]);
  // the overlay's functions, whose numbers src/guest.ts writes
  move("type", () => [
    [Slot.unaryOp, 0],
    [Slot.binaryOp, 0],
    [Slot.subscr, 0],
  ]);
  const kind = statics.builtin("type");
  for (let at = 0; at < added.byteLength; at += 4)
    if (added.getUint32(at, true) === kind) added.setUint32(at, moved.get(kind)!, true);
  for (const constant of all(module.form, "i32.const")) {
    const to = moved.get(Number(constant[1]));
    if (to !== undefined) constant[1] = String(to);
  }
  moveInData(module, moved);
  module.form.push(["data", "$types", ["i32.const", String(RELOCATED_BASE)], escaped(new Uint8Array(added.buffer))]);
  return new Statics(module);
}

function checkUses(module: Module, name: string, from: number, bytes: number): void {
  const inside = (address: number): boolean => address > from && address < from + bytes;
  walk(module.form, (list) => {
    for (const word of list) {
      if (typeof word !== "string") continue;
      const address = is(list, "i32.const") ? Number(word) : word.startsWith("offset=") ? Number(word.slice(7)) : 0;
      if (inside(address)) throw new Error(`relocate: code points into the type ${name}`);
    }
  });
}

/** Words of constant data that are addresses of the types. */
function moveInData(module: Module, moved: ReadonlyMap<number, number>): void {
  const memory = dataOf(module);
  for (const item of module.items("data")) {
    const start = Number((item.find((part) => is(part, "i32.const")) as List)[1]);
    const bytes = new Uint8Array(memory.buffer, start, byteLength(item));
    const view = new DataView(memory.buffer);
    for (let at = (start + 3) & ~3; at + 4 <= start + bytes.length; at += 4) {
      const to = moved.get(view.getUint32(at, true));
      if (to !== undefined) view.setUint32(at, to, true);
    }
    item[item.length - 1] = escaped(bytes);
  }
}

function byteLength(segment: List): number {
  return String(segment.at(-1)).replaceAll(/\\([0-9a-fA-F]{2}|.)/g, "x").length - 2;
}
