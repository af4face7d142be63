// Sets. Their tables are laid out and searched as CPython does it, so that sets of ints come out in the same order. Upstream's code goes over tables from the front.

import { binary_op, is_true } from "../numbers/arithmetic";
import { newBuilder } from "../text/builder";
import { allocate, getIterator, next, setBinaryOpGeneral, viewType } from "../interpreter";
import { ADD_IF_NOT_FOUND, Answer, compare, EQUAL, FREE, hashOf, Map, REMOVE_IF_FOUND, REMOVED } from "./map";
import { isSmallInt, newObject, NONE } from "../objects";
import { raise, raiseBuilt } from "../errors/raise";
import { hasType, plain } from "../text/str";
import { dictType, frozensetType, keyError, setType, typeError } from "../types";

/** How many places behind the first one are looked at before the search goes elsewhere. */
const NEIGHBOURS: u32 = 9;

const FEWEST: u32 = 8;

/** mp_set_t. Behind the table stands how many of its places are no longer free, removed ones included. */
@unmanaged
class Table {
  places: u32;
  used: u32;
  keys: usize;

  @inline
  get fill(): u32 {
    return this.places == 0 ? 0 : max(this.used, load<u32>(this.keys + (<usize>this.places << 2)));
  }

  set fill(value: u32) {
    store<u32>(this.keys + (<usize>this.places << 2), value);
  }
}

@inline
function tableOf(set: usize): Table {
  return changetype<Table>(set + 4);
}

export function isSet(object: usize): bool {
  return hasType(object, setType()) || hasType(object, frozensetType());
}

@inline
function spread(hash: u32): i64 {
  return hash == 0xffffffff ? -2 : <i64>(<i32>hash);
}

function newKeys(places: u32): usize {
  const bytes = (places << 2) + 4;
  const keys = allocate(places < 0x10000000 ? bytes : 0x7fffffff);
  memory.fill(keys, 0, bytes);
  return keys;
}

/** Puts a key where there is none like it. */
function place(keys: usize, places: u32, key: usize, hash: i64): void {
  const mask = places - 1;
  let perturbed = <u64>hash;
  let at = <u32>hash & mask;
  while (true) {
    const last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
    for (let i = at; i <= last; i++) {
      const slot = keys + (<usize>i << 2);
      if (load<usize>(slot) == FREE) {
        store<usize>(slot, key);
        return;
      }
    }
    perturbed >>= 5;
    at = <u32>(<u64>at * 5 + 1 + perturbed) & mask;
  }
}

/** A table with more places than `least`. */
function resize(table: Table, least: u32): void {
  let places = FEWEST;
  while (places <= least && places < 0x10000000) places <<= 1;
  const keys = newKeys(places);
  let count: u32 = 0;
  for (let i: u32 = 0; i < table.places; i++) {
    const key = load<usize>(table.keys + (<usize>i << 2));
    if (key == FREE || key == REMOVED) continue;
    place(keys, places, key, spread(hashOf(key)));
    count++;
  }
  table.places = places;
  table.keys = keys;
  table.used = count;
  table.fill = count;
}

/** No slot: a comparison has changed the table. */
const CHANGED: usize = 1;

/** The slot of a key, or the free one where the search ended. */
function search(table: Table, key: usize, hash: i64): usize {
  const mask = table.places - 1;
  const keys = table.keys;
  let perturbed = <u64>hash;
  let at = <u32>hash & mask;
  while (true) {
    const last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
    for (let i = at; i <= last; i++) {
      const slot = keys + (<usize>i << 2);
      const other = load<usize>(slot);
      if (other == FREE || other == key) return slot;
      if (other == REMOVED) continue;
      let answer = <u32>compare(other, key);
      if (answer == Answer.Ask) {
        const used = table.used;
        answer = <u32>is_true(binary_op(EQUAL, other, key));
        if (table.keys != keys || table.used != used || load<usize>(slot) != other) return CHANGED;
      }
      if (answer == Answer.Yes) return slot;
    }
    perturbed >>= 5;
    at = <u32>(<u64>at * 5 + 1 + perturbed) & mask;
  }
}

/** mp_set_lookup: the key that is in the set, or was added or removed, or 0. */
export function set_lookup(set: usize, key: usize, kind: u32): usize {
  const table = changetype<Table>(set);
  const hash = spread(hashOf(key));
  if (table.places == 0) {
    if ((kind & ADD_IF_NOT_FOUND) == 0) return 0;
    resize(table, 0);
  }
  let slot: usize;
  do {
    slot = search(table, key, hash);
  } while (slot == CHANGED);
  const found = load<usize>(slot);
  if (found != FREE) {
    if ((kind & REMOVE_IF_FOUND) != 0) {
      table.used--;
      store<usize>(slot, REMOVED);
    }
    return found;
  }
  if ((kind & ADD_IF_NOT_FOUND) == 0) return 0;
  const fill = table.fill + 1;
  store<usize>(slot, key);
  table.used++;
  table.fill = fill;
  if (fill * 5 >= (table.places - 1) * 3) resize(table, table.used > 50000 ? table.used << 1 : table.used << 2);
  return key;
}

/** mp_set_init: upstream asks for room for the keys to come, or for as many places as another set has. */
export function set_init(set: usize, places: u32): void {
  const table = changetype<Table>(set);
  table.places = 0;
  table.used = 0;
  table.keys = 0;
  if (places != 0) resize(table, places - 1);
}

/** set.pop */
export function set_pop(set: usize): usize {
  const table = tableOf(plain(set));
  for (let i: u32 = 0; i < table.places; i++) {
    const slot = table.keys + (<usize>i << 2);
    const key = load<usize>(slot);
    if (key == FREE || key == REMOVED) continue;
    table.used--;
    store<usize>(slot, REMOVED);
    return key;
  }
  raise(keyError(), "pop from an empty set");
  return NONE;
}

function emptySet(type: usize): usize {
  const set = newObject(16, type);
  store<u32>(set, 0, 4);
  store<u64>(set, 0, 8);
  return set;
}

@inline
function add(set: usize, key: usize): void {
  set_lookup(set + 4, key, ADD_IF_NOT_FOUND);
}

/** Makes room for so many keys more. */
function reserve(table: Table, more: u32): void {
  const mask = table.places == 0 ? FEWEST - 1 : table.places - 1;
  if ((table.fill + more) * 5 >= mask * 3) resize(table, (table.used + more) << 1);
}

/** Adds the keys of another set. */
function merge(set: usize, other: usize): void {
  const from = tableOf(other);
  const table = tableOf(set);
  if (from.used == 0 || set == other) return;
  reserve(table, from.used);
  if (table.places == 0) resize(table, 0);
  if (table.fill == 0 && table.places == from.places && from.fill == from.used) {
    memory.copy(table.keys, from.keys, <usize>from.places << 2);
    table.used = from.used;
    table.fill = from.used;
    return;
  }
  for (let i: u32 = 0; i < from.places; i++) {
    const key = load<usize>(from.keys + (<usize>i << 2));
    if (key != FREE && key != REMOVED) add(set, key);
  }
}

function addAll(set: usize, iterable: usize): void {
  const other = plain(iterable);
  if (isSet(other)) return merge(set, other);
  if (hasType(iterable, dictType())) reserve(tableOf(set), changetype<Map>(iterable + 4).used);
  const iterator = getIterator(iterable, 0);
  for (let item = next(iterator); item != 0; item = next(iterator)) add(set, item);
}

/** The object itself where it is a set, else a set of its items. */
function asSet(object: usize): usize {
  const other = plain(object);
  if (isSet(other)) return other;
  const set = emptySet(setType());
  addAll(set, object);
  return set;
}

/** set.copy */
export function set_copy(set: usize): usize {
  const self = plain(set);
  const copy = emptySet(load<usize>(self));
  merge(copy, self);
  return copy;
}

/** set(iterable), frozenset(iterable) */
export function set_make_new(type: usize, count: u32, keywords: u32, args: usize): usize {
  if (count > 1 || keywords != 0) {
    const message = newBuilder(63);
    message.literal(type == frozensetType() ? "frozenset" : "set");
    message.literal(keywords != 0 ? "() takes no keyword arguments" : " expected at most 1 argument, got ");
    if (keywords == 0) message.decimal(count);
    raiseBuilt(typeError(), message);
  }
  const set = emptySet(type);
  if (count == 1) addAll(set, load<usize>(args));
  return set;
}

/** Adds the keys one by one, as their order is, to a new set. */
function rebuilt(set: usize): usize {
  const table = tableOf(set);
  const result = emptySet(load<usize>(set));
  for (let i: u32 = 0; i < table.places; i++) {
    const key = load<usize>(table.keys + (<usize>i << 2));
    if (key != FREE) add(result, key);
  }
  return result;
}

/**
 * mp_obj_new_set: a display. One of three keys and more is a constant in CPython, which its compiler builds three times, and of which the program gets a copy. That
 * shows only in the order of ints.
 */
export function new_set(count: u32, items: usize): usize {
  const set = emptySet(setType());
  let isPlain = count < 3;
  for (let i: u32 = 0; i < count; i++) {
    const key = load<usize>(items + (<usize>i << 2));
    add(set, key);
    if (!isSmallInt(key)) isPlain = true;
  }
  return isPlain ? set : set_copy(rebuilt(rebuilt(set)));
}

@inline
function argument(args: usize, at: u32): usize {
  return load<usize>(args + (<usize>at << 2));
}

/** set.union(*others) */
export function set_union(count: u32, args: usize): usize {
  const result = set_copy(argument(args, 0));
  for (let i: u32 = 1; i < count; i++) addAll(result, argument(args, i));
  return result;
}

/** set.update(*others) */
export function set_update(count: u32, args: usize): usize {
  const set = plain(argument(args, 0));
  for (let i: u32 = 1; i < count; i++) addAll(set, argument(args, i));
  return NONE;
}

function common(set: usize, other: usize): usize {
  const result = emptySet(load<usize>(set));
  let from = set;
  let to = plain(other);
  if (!isSet(to)) {
    const iterator = getIterator(other, 0);
    for (let item = next(iterator); item != 0; item = next(iterator)) if (set_lookup(set + 4, item, 0) != 0) add(result, item);
    return result;
  }
  if (tableOf(to).used <= tableOf(from).used) {
    from = to;
    to = set;
  }
  const table = tableOf(from);
  for (let i: u32 = 0; i < table.places; i++) {
    const key = load<usize>(table.keys + (<usize>i << 2));
    if (key != FREE && key != REMOVED && set_lookup(to + 4, key, 0) != 0) add(result, key);
  }
  return result;
}

/** set.intersection(*others) */
export function set_intersection(count: u32, args: usize): usize {
  let result = plain(argument(args, 0));
  if (count == 1) return set_copy(result);
  for (let i: u32 = 1; i < count; i++) result = common(result, argument(args, i));
  return result;
}

/** Gives a set the keys of another that nobody else has. */
function take(set: usize, from: usize): void {
  store<u32>(set, load<u32>(from, 4), 4);
  store<u64>(set, load<u64>(from, 8), 8);
}

/** set.intersection_update(*others) */
export function set_intersection_update(count: u32, args: usize): usize {
  take(plain(argument(args, 0)), set_intersection(count, args));
  return NONE;
}

function discardAll(set: usize, other: usize): void {
  const from = asSet(other);
  const table = tableOf(from == set ? set_copy(from) : from);
  for (let i: u32 = 0; i < table.places; i++) {
    const key = load<usize>(table.keys + (<usize>i << 2));
    if (key != FREE && key != REMOVED) set_lookup(set + 4, key, REMOVE_IF_FOUND);
  }
}

/** set.difference(*others) */
export function set_difference(count: u32, args: usize): usize {
  const self = plain(argument(args, 0));
  if (count == 1) return set_copy(self);
  const other = asSet(argument(args, 1));
  const result = emptySet(load<usize>(self));
  const table = tableOf(self);
  for (let i: u32 = 0; i < table.places; i++) {
    const key = load<usize>(table.keys + (<usize>i << 2));
    if (key != FREE && key != REMOVED && set_lookup(other + 4, key, 0) == 0) add(result, key);
  }
  for (let i: u32 = 2; i < count; i++) discardAll(result, argument(args, i));
  return result;
}

/** set.difference_update(*others) */
export function set_difference_update(count: u32, args: usize): usize {
  const set = plain(argument(args, 0));
  for (let i: u32 = 1; i < count; i++) discardAll(set, argument(args, i));
  return NONE;
}

function toggleAll(set: usize, from: usize): void {
  const table = tableOf(from == set ? set_copy(from) : from);
  for (let i: u32 = 0; i < table.places; i++) {
    const key = load<usize>(table.keys + (<usize>i << 2));
    if (key == FREE || key == REMOVED) continue;
    if (set_lookup(set + 4, key, REMOVE_IF_FOUND) == 0) add(set, key);
  }
}

/** set.symmetric_difference(other) */
export function set_symmetric_difference(set: usize, other: usize): usize {
  const self = plain(set);
  const result = emptySet(load<usize>(self));
  addAll(result, other);
  toggleAll(result, self);
  return result;
}

/** set.symmetric_difference_update(other) */
export function set_symmetric_difference_update(set: usize, other: usize): usize {
  toggleAll(plain(set), asSet(other));
  return NONE;
}

/** mp_binary_op_t: in place, and not */
const INPLACE: u32 = 9;
const PLAIN: u32 = 22;
const LAST: u32 = 34;
const OR: u32 = 0;
const XOR: u32 = 1;
const AND: u32 = 2;
const SUBTRACT: u32 = 6;

/** | ^ & - */
export function isArithmetic(op: u32): bool {
  if (op < INPLACE || op > LAST) return false;
  const plainOp = op < PLAIN ? op - INPLACE : op - PLAIN;
  return plainOp <= AND || plainOp == SUBTRACT;
}

/** < > <= >= */
export function isOrder(op: u32): bool {
  return op < 5 && op != EQUAL;
}

/** An operator of sets for a view of a dict and any iterable, which has to be a set or a view where they are compared. */
export function ofSets(op: u32, lhs: usize, rhs: usize): usize {
  if (isOrder(op) && !isSet(rhs) && !hasType(rhs, viewType())) return 0;
  return set_binary_op(op, asSet(lhs), asSet(rhs));
}

/** The operators of sets. */
export function set_binary_op(op: u32, lhs: usize, rhs: usize): usize {
  if (hasType(rhs, viewType()) && (isArithmetic(op) || isOrder(op))) rhs = asSet(rhs);
  if (op < INPLACE || op > LAST || !isSet(rhs)) return setBinaryOpGeneral(op, lhs, rhs);
  const args = allocate(8);
  store<usize>(args, lhs);
  store<usize>(args, rhs, 4);
  const inPlace = op < PLAIN && hasType(lhs, setType());
  switch (op < PLAIN ? op - INPLACE : op - PLAIN) {
    case OR:
      if (!inPlace) return set_union(2, args);
      merge(lhs, rhs);
      return lhs;
    case XOR:
      if (!inPlace) return set_symmetric_difference(lhs, rhs);
      toggleAll(lhs, rhs);
      return lhs;
    case AND:
      if (!inPlace) return set_intersection(2, args);
      take(lhs, set_intersection(2, args));
      return lhs;
    case SUBTRACT:
      if (!inPlace) return set_difference(2, args);
      discardAll(lhs, rhs);
      return lhs;
  }
  return setBinaryOpGeneral(op, lhs, rhs);
}
