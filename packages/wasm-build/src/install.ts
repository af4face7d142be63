// Puts the functions of methods.ts into the types and the builtins while the image is made. Their objects and tables lie outside the heap, so no collection marks them.

import type { Guest } from "./guest.js";
import type { Method } from "./methods.js";
import type { Statics } from "./statics.js";

/** What a function object consists of. */
export interface MethodObject {
  name: string;
  /** The address of the mp_map_t that it belongs into. */
  map: number;
  /** Builtins with functions of the same type. */
  like: number;
  /** What follows the type. */
  words: number[];
}

/** Builtins whose function objects are of the types that take so many arguments. */
const OF_COUNT = ["globals", "len", "hasattr", "setattr"];
const OF_ANY_COUNT = "print";

/** mp_map_t: all keys are interned, the table is constant and ordered. */
const CONSTANT = 7;

export function methodObject(method: Method, statics: Statics, index: number): MethodObject {
  const { type, name, least, most, keywords } = method;
  const fixed = least === most && most < OF_COUNT.length && !keywords;
  return {
    name,
    map: type === undefined ? statics.builtins : statics.localsOf(statics.builtin(type)),
    like: statics.builtin(fixed ? OF_COUNT[most]! : OF_ANY_COUNT),
    words: fixed ? [index] : [(least << 17) | (most << 1) | Number(keywords), index],
  };
}

export function installMethods(guest: Guest, methods: readonly MethodObject[]): void {
  const added = new Map<number, Map<number, number>>();
  for (const { name, map, like, words } of methods) {
    const object = guest.exports.malloc(4 + 4 * words.length);
    write(guest.view, object, [guest.view.getUint32(like, true), ...words]);
    if (!added.has(map)) added.set(map, new Map());
    added.get(map)!.set(guest.intern(name), object);
  }
  for (const [map, entries] of added) extend(guest, map, entries);
}

function write(view: DataView, address: number, words: readonly number[]): void {
  for (const [i, word] of words.entries()) view.setUint32(address + 4 * i, word, true);
}

/** Replaces entries of a constant map, and adds those that it does not have to a larger table. */
function extend({ view, exports }: Guest, map: number, entries: Map<number, number>): void {
  const old = view.getUint32(map + 8, true);
  const count = view.getUint32(map + 4, true);
  const all = new Map<number, number>();
  for (let at = old; at < old + 8 * count; at += 8) all.set(view.getUint32(at, true), view.getUint32(at + 4, true));
  for (const [key, value] of entries) all.set(key, value);
  const table = exports.malloc(8 * all.size);
  write(view, map, [(all.size << 3) | CONSTANT, all.size, table]);
  write(view, table, [...all].flat());
}
