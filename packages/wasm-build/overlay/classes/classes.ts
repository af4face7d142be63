// Classes: the order in which an attribute is looked for (C3), what super() finds, and which native type an instance holds. Upstream goes depth first.

import { is_true } from "../numbers/arithmetic";
import {
  callFunction,
  convertMember,
  exceptionMakeNew,
  floatType,
  getattr,
  instanceAttrGeneral,
  intern,
  isInstanceGeneral,
  isSubclassGeneral,
  loadMethodMaybe,
  localsAddress,
  overriddenAddress,
  makeInstance,
  methodType,
  nativeInit,
  printText,
  qstrText,
  raiseObject,
  printHelper,
  superAttrGeneral,
  typeAttrGeneral,
  typeCallGeneral,
  typeMakeNewGeneral,
  typeOfObject,
  upstreamHasattr,
} from "../interpreter";
import { isOwnAttribute, load_native_attr, nativePart, store_exception_attr } from "../errors/exceptions";
import { raise } from "../errors/formatted";
import { type_name } from "../errors/operatorErrors";
import { CLASS_METHODS, Kind, NATIVE_NEW, TYPE_NEW, typeOf } from "../lowMemory";
import { Map, map_lookup, redirect, shareEntries } from "../containers/map";
import * as names from "../names";
import {
  FALSE,
  NONE,
  TRUE,
  append,
  isKind,
  isSmallInt,
  isStr,
  newGrowingList,
  newObject,
  newTuple,
  smallInt,
  textBytes,
  textData,
} from "../objects";
import * as text from "../texts";
import { attributeError, baseException, boolType, complexType, dictType, intType, keyError, memoryviewType, notImplemented, objectType, propertyType, rangeType, staticmethodType, classmethodType, strType, typeError } from "../types";

/** mp_obj_type_t: flags, name, an index for each slot, slots. */
const FLAGS: usize = 4;
const NAME: usize = 6;
const MAKE_NEW: usize = 8;
const PARENT: usize = 18;
const LOCALS: usize = 19;
const ITER: u32 = 15;
const SLOTS: usize = 16;

const SPECIAL_ACCESSORS: u32 = 2;
const ITERATOR_IS_STREAM: u32 = 0x180;
const INSTANCE: u32 = 0x200;
/** Ours: the class, or one above it, was made by a metaclass. */
const HAS_METACLASS: u32 = 0x4000;
/** Ours: the class is a metaclass. */
const IS_METACLASS: u32 = 0x1000;
export const NOT_PLAIN: u32 = 0x5000;

/** mp_map_lookup_kind_t */
const LOOKUP: u32 = 0;
const ADD: u32 = 1;

/** In the place of a method: the native part has it. */
const NATIVE: usize = 4;

/** mp_obj_instance_t: where the native part stands. */
const NATIVE_PART: usize = 16;

/** More bases than a class has. */
const MOST_BASES: u32 = 500;

/** struct class_lookup_data */
@unmanaged
class Lookup {
  object: usize;
  name: u32;
  slot: usize;
  dest: usize;
  isType: bool;
}

@inline
function slot(type: usize, index: usize): usize {
  const at = <usize>load<u8>(type + index);
  return at == 0 ? 0 : load<usize>(type + (at << 2), SLOTS);
}

@inline
function isNative(type: usize): bool {
  return (load<u16>(type, FLAGS) & INSTANCE) == 0;
}

export function isType(object: usize): bool {
  return isKind(object, Kind.Type);
}

@inline
function interned(name: u32): usize {
  return (<usize>name << 3) | 2;
}

/** The value in a class's own dict, or 0. */
@inline
function own(type: usize, name: u32): usize {
  const dict = slot(type, LOCALS);
  if (dict == 0) return 0;
  const entry = map_lookup(dict + 4, interned(name), LOOKUP);
  return entry == 0 ? 0 : load<usize>(entry, 4);
}

/** `own`, for other files. */
export function ownAttribute(type: usize, name: u32): usize {
  return own(type, name);
}

/** A class with several bases has a tuple of them in the place of its parent, and behind its items the tuple of all classes in their order, itself the first. */
@inline
function orderOf(bases: usize): usize {
  return load<usize>(bases + (<usize>load<u32>(bases, 4) << 2), 8);
}

/** Looks into one class. Whether it has the attribute. */
function lookInto(lookup: Lookup, type: usize): bool {
  const native = isNative(type);
  const at = lookup.slot;
  if (at != 0 && native) {
    if (load<u8>(type + at) != 0 || (at == ITER && (load<u16>(type, FLAGS) & ITERATOR_IS_STREAM) != 0)) {
      store<usize>(lookup.dest, NATIVE);
      return true;
    }
  }
  const value = own(type, lookup.name);
  const object = lookup.object;
  if (value != 0) {
    if (lookup.isType) {
      convertMember(0, object, value, lookup.dest);
      return true;
    }
    let bound = object;
    if (object != 0 && native && type != objectType()) bound = load<usize>(object, NATIVE_PART);
    convertMember(bound, type, value, lookup.dest);
    return true;
  }
  if (object != 0 && !lookup.isType && native && type != objectType()) {
    const part = load<usize>(object, NATIVE_PART);
    if (part == 0) return false;
    load_native_attr(object, lookup.name, lookup.dest);
    return load<usize>(lookup.dest) != 0;
  }
  return false;
}

/** Goes through the classes in their order; where `after` is not 0, from the one behind that on. */
function lookThrough(lookup: Lookup, type: usize, after: usize): void {
  let order: usize = 0;
  let next: u32 = 0;
  let count: u32 = 0;
  let begun = after == 0;
  for (;;) {
    if (type == objectType()) return;
    if (begun) {
      if (lookInto(lookup, type)) return;
    } else {
      begun = type == after;
    }
    if (order == 0) {
      const parent = slot(type, PARENT);
      if (parent == 0) return;
      if (load<usize>(parent) != typeOf(Kind.Tuple)) {
        type = parent;
        continue;
      }
      order = orderOf(parent);
      count = load<u32>(order, 4);
      next = 1;
    }
    if (next >= count) return;
    type = load<usize>(order + (<usize>(next++) << 2), 8);
  }
}

/** mp_obj_class_lookup */
export function class_lookup(lookup: usize, type: usize): void {
  const it = changetype<Lookup>(lookup);
  if (isNative(type)) {
    // asked for by name, object is a class like others
    if (type == objectType()) lookInto(it, type);
    else lookThrough(it, type, 0);
    return;
  }
  // most things are found in the class itself
  const value = own(type, it.name);
  if (value == 0) {
    lookThrough(it, type, type);
    if (load<usize>(it.dest) == NATIVE && it.name == names.__str__()) lookUpRepr(it, type);
  } else if (it.isType) convertMember(0, it.object, value, it.dest);
  else convertMember(it.object, type, value, it.dest);
}

/** str() of what has no `__str__`, as built-in types but str and exceptions have none: what its class says in `__repr__`. */
function lookUpRepr(lookup: Lookup, type: usize): void {
  if (isSubclass(type, strType()) || isSubclass(type, baseException())) return;
  lookup.name = names.__repr__();
  store<usize>(lookup.dest, 0);
  lookThrough(lookup, type, 0);
}

/** The classes in their order, without `object`. */
function linearize(type: usize): usize {
  const list = newGrowingList();
  for (let n: u32 = 0; n < MOST_BASES && type != objectType(); n++) {
    append(list, type);
    const parent = slot(type, PARENT);
    if (parent == 0) break;
    if (load<usize>(parent) == typeOf(Kind.Tuple)) {
      const order = orderOf(parent);
      for (let i: u32 = 1; i < load<u32>(order, 4); i++) append(list, load<usize>(order + (<usize>i << 2), 8));
      break;
    }
    type = parent;
  }
  // upstream's bool stands alone
  if (type == boolType()) append(list, intType());
  return list;
}

@inline
function length(list: usize): u32 {
  return load<u32>(list, 8);
}

@inline
function item(list: usize, at: u32): usize {
  return load<usize>(load<usize>(list, 12) + (<usize>at << 2));
}

/** `cls.__mro__` */
function mro(type: usize): usize {
  const list = linearize(type);
  append(list, objectType());
  const count = length(list);
  const tuple = newTuple(count);
  for (let i: u32 = 0; i < count; i++) store<usize>(tuple + (<usize>i << 2), item(list, i), 8);
  return tuple;
}

/** The lists' heads stand in `heads`. The first that is in no other list's tail, or 0. */
function candidate(lists: usize, heads: usize): usize {
  for (let i: u32 = 0; i < length(lists); i++) {
    const list = item(lists, i);
    const head = load<u32>(heads + (<usize>i << 2));
    if (head >= length(list)) continue;
    const found = item(list, head);
    let free = true;
    for (let j: u32 = 0; j < length(lists) && free; j++) {
      const other = item(lists, j);
      for (let k = load<u32>(heads + (<usize>j << 2)) + 1; k < length(other) && free; k++) free = item(other, k) != found;
    }
    if (free) return found;
  }
  return 0;
}

/** The bases of a new class with the order of all classes behind them; that has still room for the class itself. @throws where there is no order. */
function withOrder(bases: usize): usize {
  const count = load<u32>(bases, 4);
  const lists = newGrowingList();
  const direct = newGrowingList();
  for (let i: u32 = 0; i < count; i++) {
    const base = load<usize>(bases + (<usize>i << 2), 8);
    append(lists, linearize(base));
    if (base != objectType()) append(direct, base);
  }
  append(lists, direct);
  // an array of numbers, in the place of a tuple's items
  const heads = newTuple(length(lists)) + 8;
  const order = newGrowingList();
  append(order, NONE);
  for (;;) {
    const found = candidate(lists, heads);
    if (found == 0) break;
    append(order, found);
    for (let i: u32 = 0; i < length(lists); i++) {
      const head = load<u32>(heads + (<usize>i << 2));
      if (head < length(item(lists, i)) && item(item(lists, i), head) == found)
        store<u32>(heads + (<usize>i << 2), head + 1);
    }
  }
  for (let i: u32 = 0; i < length(lists); i++) {
    if (load<u32>(heads + (<usize>i << 2)) < length(item(lists, i))) {
      raise(
        typeError(),
        text.no_order(),
        load<u16>(load<usize>(bases, 8), NAME),
        load<u16>(load<usize>(bases, 12), NAME),
      );
    }
  }
  const result = newTuple(count + 1);
  store<u32>(result, count, 4);
  memory.copy(result + 8, bases + 8, <usize>count << 2);
  const all = newTuple(length(order));
  store<usize>(result + (<usize>count << 2), all, 8);
  memory.copy(all + 8, load<usize>(order, 12), <usize>length(order) << 2);
  return result;
}

/** Methods that are no plain ones although they look so. */
function wrap(dict: usize, name: u32, kind: usize): void {
  const entry = map_lookup(dict + 4, interned(name), LOOKUP);
  if (entry == 0) return;
  const value = load<usize>(entry, 4);
  if (isType(value) || load<usize>(value) == classmethodType() || load<usize>(value) == staticmethodType()) return;
  const cell = newTuple(1);
  store<usize>(cell, value, 8);
  const wrapped = callFunction(kind, 1, 0, cell + 8);
  store<usize>(map_lookup(dict + 4, interned(name), LOOKUP), wrapped, 4);
}

/** Ours: instances of the class are exceptions. */
const IS_EXCEPTION: u32 = 0x0800;

/** Ours: instances of the class have the attributes that __slots__ names, and no others. */
const HAS_SLOTS: u32 = 0x2000;

/** `__slots__` holds for a class where it holds for all above it too. */
function hasSlots(bases: usize, dict: usize): bool {
  const entry = map_lookup(dict + 4, interned(names.__slots__()), LOOKUP);
  if (entry == 0 || !isKind(bases, Kind.Tuple) || names_in(load<usize>(entry, 4), interned(names.__dict__()))) return false;
  for (let i: u32 = 0; i < load<u32>(bases, 4); i++) {
    const base = load<usize>(bases + (<usize>i << 2), 8);
    if (base != objectType() && (!isType(base) || (load<u16>(base, FLAGS) & HAS_SLOTS) == 0)) return false;
  }
  return true;
}

/** Whether a str, or a tuple or list of them, names it. Other kinds of collections name all. */
function names_in(slots: usize, wanted: usize): bool {
  if (isStr(slots)) return sameText(slots, wanted);
  const isTuple = isKind(slots, Kind.Tuple);
  if (!isTuple && !isKind(slots, Kind.List)) return wanted != interned(names.__dict__());
  const count = isTuple ? load<u32>(slots, 4) : load<u32>(slots, 8);
  const items = isTuple ? slots + 8 : load<usize>(slots, 12);
  for (let i: u32 = 0; i < count; i++) if (sameText(load<usize>(items + (<usize>i << 2)), wanted)) return true;
  return false;
}

function sameText(a: usize, b: usize): bool {
  if (a == b) return true;
  if (!isStr(a)) return false;
  const length = textBytes(a);
  return length == textBytes(b) && memory.compare(textData(a), textData(b), length) == 0;
}

/** Whether a class with slots lets its instances have an attribute. */
function mayHave(type: usize, name: u32): bool {
  const list = linearize(type);
  for (let i: u32 = 0; i < length(list); i++) {
    const slots = own(item(list, i), names.__slots__());
    if (slots != 0 && names_in(slots, interned(name))) return true;
    // a property, or what __setattr__ is for
    if (own(item(list, i), name) != 0 || own(item(list, i), names.__setattr__()) != 0) return true;
  }
  return false;
}

/** The attr slot of instances. Every call is the last thing done: see src/passes/collector.ts. */
export function instance_attr(self: usize, name: u32, dest: usize): void {
  if (load<usize>(dest) == 0) loadOf(self, name, dest);
  else if (
    (load<u16>(load<usize>(self), FLAGS) & (HAS_SLOTS | IS_EXCEPTION)) != 0 ||
    name == names.__class__() ||
    name == names.__dict__()
  )
    storeTo(self, name, dest);
  else if ((load<u16>(load<usize>(self), FLAGS) & SPECIAL_ACCESSORS) == 0 && load<usize>(dest, 4) != 0)
    store_own(self, name, dest);
  else storeGeneral(self, name, dest);
}

/** In a class without properties and the like. Exported, so that it has a frame of its own, in which the collector sees the value. */
export function store_own(self: usize, name: u32, dest: usize): void {
  const value = load<usize>(dest, 4);
  const entry = map_lookup(self + 4, interned(name), ADD);
  store<usize>(entry, value, 4);
  store<usize>(dest, 0);
}

/** Where nothing was stored, it was not for a property to do. */
function storeGeneral(self: usize, name: u32, dest: usize): void {
  instanceAttrGeneral(self, name, dest);
  if (load<usize>(dest) == 0) return;
  const member = classMember(typeOfObject(self), name);
  if (!isKindOfObject(member, propertyType())) return;
  raise(attributeError(), load<usize>(dest, 4) == 0 ? text.no_deleter() : text.no_setter(), name, type_name(self));
}

/** What a class or one of its bases holds, or 0. */
function classMember(type: usize, name: u32): usize {
  const order = mro(type);
  for (let i: u32 = 0; i < load<u32>(order, 4); i++) {
    const base = load<usize>(order + (<usize>i << 2), 8);
    const found = isType(base) ? own(base, name) : 0;
    if (found != 0) return found;
  }
  return 0;
}

function loadOf(self: usize, name: u32, dest: usize): void {
  if (name == names.__dict__()) {
    loadDict(self, dest);
    return;
  }
  instanceAttrGeneral(self, name, dest);
  if (load<usize>(dest) == 0) loadCommon(self, name, dest);
}

/** `__dict__`: from now on the attributes stand in that dict. */
function loadDict(self: usize, dest: usize): void {
  if ((load<u16>(load<usize>(self), FLAGS) & HAS_SLOTS) != 0) return;
  const dict = newObject(16, typeOf(Kind.Dict));
  memory.fill(dict + 4, 0, 12);
  store<usize>(dest, shareEntries(changetype<Map>(self + 4), dict));
}

function storeDict(self: usize, value: usize): void {
  if (!isKind(value, Kind.Dict) || changetype<Map>(value + 4).isFixed) raise(typeError(), text.no_dict(), type_name(value));
  redirect(changetype<Map>(self + 4), value);
}

/** What neither an instance nor its classes have. */
function loadCommon(self: usize, name: u32, dest: usize): void {
  // what only super() finds
  if (name == names.__len__() || name == names.__iter__() || name == names.__contains__() || name == names.__call__()) return;
  // what stands for object's own is the absence of these
  if (name == names.__setattr__() || name == names.__delattr__()) return;
  let value = own(objectType(), name);
  if (value == 0) value = common(name);
  if (value != 0) {
    if (name != names.mro() && name != names.__or__() && name != names.__class_getitem__() && name != names.__type_init__())
      convertMember(self, typeOfObject(self), value, dest);
  } else if (name == names.__doc__() || name == names.__module__()) {
    type_attr(typeOfObject(self), name, dest);
  }
}

/** What is special to `__class__`, to exceptions and to classes with slots. */
function storeTo(self: usize, name: u32, dest: usize): void {
  const type = load<usize>(self);
  const value = load<usize>(dest, 4);
  if (name == names.__class__()) {
    const last = newTuple(1) + 8;
    // an object with a native part is larger
    if (!isType(value) || isNative(value) || count_native_bases(type, last) + count_native_bases(value, last) != 0)
      raise(typeError(), text.other_layout());
    store<usize>(self, value);
    store<usize>(dest, 0);
    return;
  }
  if (name == names.__dict__() && value != 0 && (load<u16>(type, FLAGS) & HAS_SLOTS) == 0) {
    storeDict(self, value);
    store<usize>(dest, 0);
    return;
  }
  if (isOwnAttribute(name)) {
    const part = nativePart(self);
    if (part != 0) {
      if (store_exception_attr(part, name, value)) store<usize>(dest, 0);
      return;
    }
  }
  if ((load<u16>(type, FLAGS) & HAS_SLOTS) != 0 && !mayHave(type, name)) return;
  instanceAttrGeneral(self, name, dest);
}

/** What `type(…)` does: type(object), or type(name, bases, dict). */
export function type_make_new(kind: usize, count: u32, keywords: u32, args: usize): usize {
  if (count == 1 && keywords == 0) return class_of(load<usize>(args));
  if (count != 3 || keywords != 0) return typeMakeNewGeneral(kind, count, keywords, args);
  const bases = load<usize>(args, 4);
  const dict = load<usize>(args, 8);
  let given = bases;
  let flags: u32 = 0;
  if (isKind(bases, Kind.Tuple)) {
    const amount = load<u32>(bases, 4);
    let usable = amount > 1;
    for (let i: u32 = 0; i < amount; i++) {
      const base = load<usize>(bases + (<usize>i << 2), 8);
      if (!isType(base)) usable = false;
      else flags |= base == typeOf(Kind.Type) ? IS_METACLASS : load<u16>(base, FLAGS);
    }
    if (usable) given = withOrder(bases);
  }
  if (isKind(dict, Kind.Dict)) {
    wrap(dict, names.__init_subclass__(), classmethodType());
    wrap(dict, names.__class_getitem__(), classmethodType());
  }
  const all = newTuple(3) + 8;
  store<usize>(all, load<usize>(args));
  store<usize>(all, given, 4);
  store<usize>(all, dict, 8);
  const slotted = isKind(dict, Kind.Dict) && hasSlots(bases, dict);
  const type = typeMakeNewGeneral(kind, 3, 0, all);
  if (slotted) store<u16>(type, load<u16>(type, FLAGS) | HAS_SLOTS, FLAGS);
  if (given != bases) store<usize>(orderOf(given), type, 8);
  if (isKind(bases, Kind.Tuple)) noteSubclass(bases, type);
  if (isSubclass(type, baseException())) flags |= IS_EXCEPTION;
  else if (own(type, names.__missing__()) != 0) addMissing(type);
  store<u16>(type, load<u16>(type, FLAGS) | (flags & (NOT_PLAIN | IS_EXCEPTION)), FLAGS);
  return type;
}

/** Each class that is not built in has the list of those below it, which `__subclasses__()` gives, in its own dict. */
function noteSubclass(bases: usize, type: usize): void {
  for (let i: u32 = 0; i < load<u32>(bases, 4); i++) {
    const base = load<usize>(bases + (<usize>i << 2), 8);
    if (isNative(base)) continue;
    let list = own(base, names.__subclasses__());
    if (!isKind(list, Kind.List)) {
      list = newGrowingList();
      store<usize>(map_lookup(slot(base, LOCALS) + 4, interned(names.__subclasses__()), ADD), list, 4);
    }
    append(list, type);
  }
}

/** Ours: the class is known to have `__init__` or `__new__`, or a native part. */
const TAKES_ARGUMENTS: u32 = 0x8000;

/** Whether the call of a class with arguments has to be looked at. */
@inline
export function mayTakeNothing(type: usize): bool {
  return (load<u16>(type, FLAGS) & (INSTANCE | TAKES_ARGUMENTS)) == INSTANCE;
}

/** Whether there is nothing to look at. */
@inline
export function isPlainClass(type: usize): bool {
  return (load<u16>(type, FLAGS) & (INSTANCE | TAKES_ARGUMENTS | NOT_PLAIN)) == (INSTANCE | TAKES_ARGUMENTS);
}

/** The call of such a class. */
export function call_with_arguments(type: usize, count: u32, keywords: u32, args: usize): usize {
  const list = linearize(type);
  let takes = false;
  for (let i: u32 = 0; i < length(list) && !takes; i++) {
    const at = item(list, i);
    takes = isNative(at) || own(at, names.__init__()) != 0 || own(at, names.__new__()) != 0;
  }
  if (!takes) raise(typeError(), text.takes_nothing(), load<u16>(type, NAME));
  store<u16>(type, load<u16>(type, FLAGS) | TAKES_ARGUMENTS, FLAGS);
  return typeCallGeneral(type, count, keywords, args);
}

/** A class below dict that has `__missing__` gets a `__getitem__` that asks it, where it has none of its own. */
function addMissing(type: usize): void {
  if (!isSubclass(type, dictType())) return;
  const list = linearize(type);
  for (let i: u32 = 0; i < length(list); i++)
    if (!isNative(item(list, i)) && own(item(list, i), names.__getitem__()) != 0) return;
  const entry = map_lookup(slot(type, LOCALS) + 4, interned(names.__getitem__()), ADD);
  store<usize>(entry, common(names.__missing_item__()), 4);
}

function hasMissing(type: usize): bool {
  const list = linearize(type);
  for (let i: u32 = 0; i < length(list); i++) if (own(item(list, i), names.__missing__()) != 0) return true;
  return false;
}

/** dict.__getitem__ for objects of classes below dict. */
export function missing_item(self: usize, key: usize): usize {
  const dest = newTuple(3) + 8;
  if ((self & 3) != 0 || isNative(load<usize>(self)) || count_native_bases(load<usize>(self), dest) != 1 || load<usize>(dest) != dictType())
    raise(typeError(), text.no_dict(), type_name(self));
  const part = load<usize>(self, NATIVE_PART);
  if (!isKind(part, Kind.Dict)) raise(typeError(), text.no_dict(), type_name(self));
  const entry = map_lookup(part + 4, key, LOOKUP);
  if (entry != 0) return load<usize>(entry, 4);
  store<usize>(dest, 0);
  loadMethodMaybe(self, names.__missing__(), dest);
  store<usize>(dest, key, 8);
  if (load<usize>(dest) == 0) raiseObject(callFunction(keyError(), 1, 0, dest + 8));
  const bound = load<usize>(dest, 4) != 0;
  return callFunction(load<usize>(dest), bound ? 2 : 1, 0, bound ? dest + 4 : dest + 8);
}

/** Which native type the instances of a class hold: the most special one. Returns how many there are that do not go together. */
export function count_native_bases(type: usize, last: usize): u32 {
  let order: usize = 0;
  let next: u32 = 1;
  let found: usize = 0;
  for (;;) {
    if (type == objectType()) break;
    if (isNative(type)) {
      if (found == 0 || isBelow(type, found)) found = type;
      else if (!isBelow(found, type) && !isException(found, type)) return 2;
      // all above it are native too
      if (order == 0) break;
    } else if (order == 0) {
      const parent = slot(type, PARENT);
      if (parent == 0) break;
      if (load<usize>(parent) != typeOf(Kind.Tuple)) {
        type = parent;
        continue;
      }
      order = orderOf(parent);
    }
    if (next >= load<u32>(order, 4)) break;
    type = load<usize>(order + (<usize>(next++) << 2), 8);
  }
  if (found == 0) return 0;
  store<usize>(last, found);
  return 1;
}

/** Whether a native type is another one or stands below it. */
function isBelow(type: usize, other: usize): bool {
  for (let at = type; at != 0; at = slot(at, PARENT)) {
    if (at == other) return true;
    if (load<usize>(at) == typeOf(Kind.Tuple)) return false;
  }
  return false;
}

/** Two kinds of exceptions are built alike, so that the first one will do for both. */
@inline
function isException(a: usize, b: usize): bool {
  return slot(a, MAKE_NEW) == exceptionMakeNew() && slot(b, MAKE_NEW) == exceptionMakeNew();
}

/**
 * mp_load_method has found nothing: special methods and the like that CPython's types have, and upstream's do without. lib/_special.py knows them.
 */
export function load_special(object: usize, name: u32, dest: usize): void {
  if (!maySpecial(object, name)) return;
  const find = common(names.__special__());
  if (find == 0) return;
  const cell = newTuple(2) + 8;
  store<usize>(cell, object);
  store<usize>(cell, interned(name), 4);
  const found = callFunction(find, 2, 0, cell);
  if (!isKind(found, Kind.Tuple) || load<u32>(found, 4) != 2) return;
  // a value, or a function and what it is bound to
  const value = load<usize>(found, 8);
  store<usize>(dest, value);
  if (load<usize>(found, 12) == TRUE) store<usize>(dest, object, 4);
}

function maySpecial(object: usize, name: u32): bool {
  return isSpecial(name) || isKindOfObject(object, rangeType()) || isKindOfObject(object, memoryviewType()) || isKindOfObject(object, complexType()) || isSmallInt(object) || isKindOfObject(object, propertyType()) || object == TRUE || object == FALSE || isKind(object, Kind.Int) || isKindOfObject(object, floatType()) || isArray(object);
}

/** Whether an object is an array.array: its methods are lib/_array.py's. */
function isArray(object: usize): bool {
  return (object & 3) == 0 && load<u16>(load<usize>(object), 6) == names.array();
}

/** The call of a type without a constructor: lib/_special.py knows what those of CPython's make. 0 for the others. */
export function make_special(type: usize, count: u32, keywords: u32, args: usize): usize {
  const make = common(names.__make__());
  if (make == 0 || keywords != 0) return 0;
  const all = newTuple(1 + count) + 8;
  store<usize>(all, type);
  memory.copy(all + 4, args, <usize>count << 2);
  const made = callFunction(make, 1 + count, 0, all);
  // a tuple of the object, or of nothing
  return isKind(made, Kind.Tuple) && load<u32>(made, 4) == 1 ? load<usize>(made, 8) : 0;
}

/** A name that is nowhere: some builtins are loaded when a program first names them. 0 for all other names. */
export function late_builtin(name: u32): usize {
  if (name != names.ExceptionGroup() && name != names.BaseExceptionGroup()) return 0;
  const load = common(names.__late_builtin__());
  if (load == 0) return 0;
  const cell = newTuple(1) + 8;
  store<usize>(cell, interned(name));
  return callFunction(load, 1, 0, cell);
}

/** A function bound to an object. */
export function bind_method(func: usize, object: usize): usize {
  const method = newObject(12, methodType());
  store<usize>(method, func, 4);
  store<usize>(method, object, 8);
  return method;
}

/** What a bound method, or a property, consists of: function and object; getter, setter and deleter. */
export function inner_objects(object: usize): usize {
  const count: u32 = isKindOfObject(object, methodType()) ? 2 : isKindOfObject(object, propertyType()) ? 3 : 0;
  const tuple = newTuple(count);
  memory.copy(tuple + 8, object + 4, <usize>count << 2);
  return tuple;
}

/** hasattr(object, name) */
export function builtins_hasattr(object: usize, name: usize): usize {
  const answer = upstreamHasattr(object, name);
  if (answer == TRUE || !isStr(name)) return answer;
  return special(object, intern(name)) != 0 ? TRUE : FALSE;
}

/** getattr(object, name, default) */
export function builtins_getattr(count: u32, args: usize): usize {
  const answer = getattr(count, args);
  if (count < 3 || answer != load<usize>(args, 8) || !isStr(load<usize>(args, 4))) return answer;
  const found = special(load<usize>(args), intern(load<usize>(args, 4)));
  return found == 0 ? answer : found;
}

function special(object: usize, name: u32): usize {
  if (!maySpecial(object, name)) return 0;
  const dest = newTuple(2) + 8;
  load_special(object, name, dest);
  const value = load<usize>(dest);
  if (value == 0 || load<usize>(dest, 4) == 0) return value;
  // where there is such a method, getattr() without a default makes an object of it
  store<usize>(dest, object);
  store<usize>(dest, interned(name), 4);
  return getattr(2, dest);
}

/** A method that all classes, or all objects, have: boot.py's. */
export function common(name: u32): usize {
  const dict = load<usize>(CLASS_METHODS);
  if (dict == 0) return 0;
  const entry = map_lookup(dict + 4, interned(name), LOOKUP);
  return entry == 0 ? 0 : load<usize>(entry, 4);
}

/** mp_obj_super_t: the class whose method asks, and the object. */
const ASKING: usize = 4;
const ASKED: usize = 8;

/** super().name */
export function super_attr(self: usize, name: u32, dest: usize): void {
  if (load<usize>(dest) != 0) return;
  const asking = load<usize>(self, ASKING);
  const object = load<usize>(self, ASKED);
  const ofClass = isType(object) && isSubclass(object, asking);
  const start = ofClass ? object : class_of(object);
  const lookup = changetype<Lookup>(newTuple(6) + 8);
  lookup.object = object;
  lookup.name = name;
  lookup.slot = name == names.__init__() ? MAKE_NEW : 0;
  lookup.dest = dest;
  lookup.isType = ofClass;
  lookThrough(lookup, start, asking);
  if (name == names.__getitem__() && !ofClass && isKind(load<usize>(dest, 4), Kind.Dict) && hasMissing(start)) {
    store<usize>(dest, common(names.__missing_item__()));
    store<usize>(dest, object, 4);
    return;
  }
  if (load<usize>(dest) == NATIVE) {
    // a class is made already when its metaclass sees it
    const made = isType(object);
    store<usize>(dest, made ? common(names.__type_init__()) : nativeInit());
    store<usize>(dest, object, 4);
    return;
  }
  if (load<usize>(dest) != 0) return;
  if (name == names.__new__()) {
    const made = newOf(start);
    if (made != 0) {
      store<usize>(dest, made);
      return;
    }
  }
  if (isType(object) && !ofClass && (name == names.__setattr__() || name == names.__delattr__())) {
    store<usize>(dest, common(name == names.__setattr__() ? names.__type_setattr__() : names.__type_delattr__()));
    store<usize>(dest, object, 4);
    return;
  }
  const value = common(name);
  if (value != 0) {
    convertMember(ofClass ? 0 : object, objectType(), value, dest);
    if (ofClass && name == names.__init_subclass__()) store<usize>(dest, object, 4);
    return;
  }
  superAttrGeneral(self, name, dest);
}

/** What makes instances of a class with a native part, or classes; 0 where object does. */
function newOf(type: usize): usize {
  const last = newTuple(1) + 8;
  if (count_native_bases(type, last) == 0) return 0;
  return load<usize>(last) == typeOf(Kind.Type) ? load<usize>(TYPE_NEW) : load<usize>(NATIVE_NEW);
}

/** `super().__new__(cls, …)` of a class with a native part. */
export function native_new(count: u32, args: usize): usize {
  const type = load<usize>(args);
  const last = newTuple(1) + 8;
  if (!isType(type) || count_native_bases(type, last) == 0) raise(typeError(), text.not_a_subtype());
  const native = load<usize>(last);
  // a native type itself
  if (native == type) return callFunction(type, count - 1, 0, args + 4);
  const instance = makeInstance(type, last);
  store<usize>(instance, callFunction(native, count - 1, 0, args + 4), NATIVE_PART);
  return instance;
}

export function isSubclass(type: usize, wanted: usize): bool {
  if (wanted == objectType()) return true;
  let order: usize = 0;
  let next: u32 = 1;
  for (;;) {
    if (type == wanted) return true;
    if (order == 0) {
      const parent = slot(type, PARENT);
      if (parent == 0) return false;
      if (load<usize>(parent) != typeOf(Kind.Tuple)) {
        type = parent;
        continue;
      }
      order = orderOf(parent);
    }
    if (next >= load<u32>(order, 4)) return false;
    type = load<usize>(order + (<usize>(next++) << 2), 8);
  }
  return false;
}

/** Whether what a class's `__new__` returned is no instance of that class. */
export function is_foreign(made: usize, type: usize): bool {
  const actual = typeOfObject(made);
  return actual != type && !isSubclass(actual, type);
}

/** type(object): of a class, its metaclass. */
export function class_of(object: usize): usize {
  if (isType(object) && (load<u16>(object, FLAGS) & HAS_METACLASS) != 0) {
    const found = metaclass(object);
    if (found != 0) return found;
  }
  return typeOfObject(object);
}

/** The metaclass stands in the class's dict. */
function metaclass(type: usize): usize {
  const dest = newTuple(2) + 8;
  const lookup = changetype<Lookup>(newTuple(6) + 8);
  lookup.object = type;
  lookup.name = names.__metaclass__();
  lookup.slot = 0;
  lookup.dest = dest;
  lookup.isType = true;
  lookThrough(lookup, type, 0);
  const found = load<usize>(dest);
  return isType(found) ? found : 0;
}

/** Says that the class was made by a metaclass. */
export function set_metaclass(type: usize, meta: usize): usize {
  if (isType(type) && !isNative(type) && isType(meta)) {
    const dict = slot(type, LOCALS);
    store<usize>(map_lookup(dict + 4, interned(names.__metaclass__()), 1), meta, 4);
    store<u16>(type, load<u16>(type, FLAGS) | HAS_METACLASS, FLAGS);
  }
  return type;
}

/** An attribute of the metaclass, bound to the class. */
function fromMetaclass(type: usize, name: u32, dest: usize): void {
  if ((load<u16>(type, FLAGS) & HAS_METACLASS) == 0) return;
  const meta = metaclass(type);
  if (meta == 0) return;
  const found = newTuple(1) + 8;
  let order: usize = 0;
  let next: u32 = 1;
  for (let at = meta; ; ) {
    // the native part of a class is none
    const value = isNative(at) ? 0 : own(at, name);
    if (value != 0) {
      if (isKindOfObject(value, propertyType())) {
        store<usize>(found, type);
        store<usize>(dest, callFunction(load<usize>(value, 4), 1, 0, found));
      } else convertMember(type, meta, value, dest);
      return;
    }
    if (order == 0) {
      const parent = slot(at, PARENT);
      if (parent == 0) return;
      if (load<usize>(parent) != typeOf(Kind.Tuple)) {
        at = parent;
        continue;
      }
      order = orderOf(parent);
    }
    if (next >= load<u32>(order, 4)) return;
    at = load<usize>(order + (<usize>(next++) << 2), 8);
  }
}

@inline
function isKindOfObject(object: usize, kind: usize): bool {
  return object != 0 && (object & 3) == 0 && load<usize>(object) == kind;
}

/** The attr slot of classes. */
export function type_attr(self: usize, name: u32, dest: usize): void {
  if (load<usize>(dest) != 0) {
    if ((load<u16>(self, FLAGS) & HAS_METACLASS) == 0 || !storeByMetaclass(self, name, dest)) typeAttrGeneral(self, name, dest);
    return;
  }
  if (name == names.__mro__()) {
    store<usize>(dest, mro(self));
    return;
  }
  if (name == names.__class__()) {
    store<usize>(dest, class_of(self));
    return;
  }
  if (name == names.__subclasses__()) {
    convertMember(self, objectType(), common(name), dest);
    return;
  }
  typeAttrGeneral(self, name, dest);
  if (load<usize>(dest) != 0) {
    bindDescriptor(self, name, dest);
    return;
  }
  // every class has these from object, which comes before its metaclass
  if (name != names.__new__() && name != names.__init__()) fromMetaclass(self, name, dest);
  if (load<usize>(dest) != 0) return;
  if (name == names.__qualname__()) {
    store<usize>(dest, interned(load<u16>(self, NAME)));
  } else if (name == names.__doc__()) {
    store<usize>(dest, NONE);
  } else if (name == names.__module__()) {
    store<usize>(dest, interned(isNative(self) ? names.builtins() : names.__main__()));
  } else if (name == names.__base__()) {
    const bases = slot(self, PARENT);
    const first = bases == 0 ? objectType() : load<usize>(bases) == typeOf(Kind.Tuple) ? load<usize>(bases, 8) : bases;
    store<usize>(dest, self == objectType() ? NONE : first);
  } else if (name == names.__init__() && self != objectType() && slot(self, MAKE_NEW) != 0 && isNative(self)) {
    store<usize>(dest, self == typeOf(Kind.Type) ? common(names.__type_init__()) : nativeInit());
  } else if (name == names.__new__() && newOf(self) != 0) {
    store<usize>(dest, newOf(self));
  } else {
    if (getByMetaclass(self, name, dest)) return;
    if (self == typeOf(Kind.Type) && (name == names.__setattr__() || name == names.__delattr__())) {
      store<usize>(dest, common(name == names.__setattr__() ? names.__type_setattr__() : names.__type_delattr__()));
      return;
    }
    let value = own(objectType(), name);
    // what only super() finds
    if (name == names.__len__() || name == names.__iter__() || name == names.__contains__() || name == names.__call__()) return;
    if (value == 0) value = common(name);
    if (value == 0) return;
    if (name == names.mro() || name == names.__subclasses__()) convertMember(self, objectType(), value, dest);
    else if (name == names.__class_getitem__()) {
      if (isNative(self)) convertMember(self, objectType(), value, dest);
    } else convertMember(0, self, value, dest);
  }
}

/** `__setattr__` or `__delattr__` of the metaclass. Whether there is one. */
function storeByMetaclass(type: usize, name: u32, dest: usize): bool {
  const value = load<usize>(dest, 4);
  const method = newTuple(4) + 8;
  fromMetaclass(type, value == 0 ? names.__delattr__() : names.__setattr__(), method);
  if (load<usize>(method) == 0 || load<usize>(method, 4) == 0) return false;
  store<usize>(method, interned(name), 8);
  store<usize>(method, value, 12);
  callFunction(load<usize>(method), value == 0 ? 2 : 3, 0, method + 4);
  store<usize>(dest, 0);
  return true;
}

/** `__getattr__` of the metaclass, which is not asked for special methods. Whether there is one. */
function getByMetaclass(type: usize, name: u32, dest: usize): bool {
  if ((load<u16>(type, FLAGS) & HAS_METACLASS) == 0 || isSpecial(name)) return false;
  const method = newTuple(3) + 8;
  fromMetaclass(type, names.__getattr__(), method);
  if (load<usize>(method) == 0 || load<usize>(method, 4) == 0) return false;
  store<usize>(method, interned(name), 8);
  store<usize>(dest, callFunction(load<usize>(method), 2, 0, method + 4));
  return true;
}

/** `type.__setattr__` and `type.__delattr__` */
export function class_setattr(type: usize, name: usize, value: usize): usize {
  return setOnClass(type, name, value);
}

export function class_delattr(type: usize, name: usize): usize {
  return setOnClass(type, name, 0);
}

function setOnClass(type: usize, name: usize, value: usize): usize {
  if (!isType(type) || !isStr(name)) raise(typeError(), text.no_class());
  const number = intern(name);
  const dest = newTuple(2) + 8;
  // anything but 0
  store<usize>(dest, NONE);
  store<usize>(dest, value, 4);
  typeAttrGeneral(type, number, dest);
  if (load<usize>(dest) != 0) raise(attributeError(), text.type_no_attribute(), load<u16>(type, NAME), number);
  return NONE;
}

/** Whether a name begins with two underscores. */
function isSpecial(name: u32): bool {
  return load<u16>(qstrText(name)) == 0x5f5f;
}

/** A descriptor that a class has: its `__get__` is called without an instance. Properties give themselves. */
function bindDescriptor(type: usize, name: u32, dest: usize): void {
  if ((load<u16>(type, FLAGS) & SPECIAL_ACCESSORS) == 0 || load<usize>(dest, 4) != 0) return;
  const value = load<usize>(dest);
  if ((value & 3) != 0 || isNative(typeOfObject(value)) || name == names.__get__()) return;
  const method = newTuple(4) + 8;
  loadMethodMaybe(value, names.__get__(), method);
  if (load<usize>(method) == 0 || load<usize>(method, 4) == 0) return;
  store<usize>(method, NONE, 8);
  store<usize>(method, type, 12);
  store<usize>(dest, callFunction(load<usize>(method), 3, 0, method + 4));
}

/** The call of a class that has a metaclass. */
export function call_class(self: usize, count: u32, keywords: u32, args: usize): usize {
  if ((load<u16>(self, FLAGS) & IS_METACLASS) != 0 && (load<u16>(self, FLAGS) & HAS_METACLASS) == 0) {
    if (count == 1 && keywords == 0) return class_of(load<usize>(args));
    const made = newTuple(1 + count + 2 * keywords) + 8;
    store<usize>(made, self);
    memory.copy(made + 4, args, <usize>(count + 2 * keywords) << 2);
    return callFunction(common(names.__call_meta__()), count + 1, keywords, made);
  }
  const dest = newTuple(2) + 8;
  fromMetaclass(self, names.__call__(), dest);
  const method = load<usize>(dest);
  if (method == 0) return typeCallGeneral(self, count, keywords, args);
  if (load<usize>(dest, 4) == 0) return callFunction(method, count, keywords, args);
  const all = newTuple(1 + count + 2 * keywords) + 8;
  store<usize>(all, load<usize>(dest, 4));
  memory.copy(all + 4, args, <usize>(count + 2 * keywords) << 2);
  return callFunction(method, count + 1, keywords, all);
}

/** What a metaclass, or an object in the place of a class, says of isinstance() and issubclass(); 0 where there is no such method. */
function checked(classes: usize, name: u32, object: usize): usize {
  const dest = newTuple(3) + 8;
  if (isType(classes)) fromMetaclass(classes, name, dest);
  else loadMethodMaybe(classes, name, dest);
  const method = load<usize>(dest);
  if (method == 0) return 0;
  store<usize>(dest, object, 8);
  const bound = load<usize>(dest, 4) != 0;
  return is_true(callFunction(method, bound ? 2 : 1, 0, bound ? dest + 4 : dest + 8)) ? TRUE : FALSE;
}

@inline
function isPlain(classes: usize): bool {
  return isType(classes) && (load<u16>(classes, FLAGS) & HAS_METACLASS) == 0;
}

/** isinstance(object, classes) */
export function is_instance(object: usize, classes: usize): usize {
  if (isPlain(classes)) {
    if (isType(object) && !isPlain(object)) return isSubclass(class_of(object), classes) ? TRUE : FALSE;
    return isInstanceGeneral(object, classes);
  }
  if (isKind(classes, Kind.Tuple)) {
    for (let i: u32 = 0; i < load<u32>(classes, 4); i++)
      if (is_instance(object, load<usize>(classes + (<usize>i << 2), 8)) == TRUE) return TRUE;
    return FALSE;
  }
  if ((classes & 3) == 0) {
    const answer = checked(classes, names.__instancecheck__(), object);
    if (answer != 0) return answer;
    if (isType(classes)) return isSubclass(class_of(object), classes) ? TRUE : FALSE;
  }
  return isInstanceGeneral(object, classes);
}

/** issubclass(type, classes) */
export function is_subclass(type: usize, classes: usize): usize {
  if (!isPlain(classes) && isType(type)) {
    if (isKind(classes, Kind.Tuple)) {
      for (let i: u32 = 0; i < load<u32>(classes, 4); i++)
        if (is_subclass(type, load<usize>(classes + (<usize>i << 2), 8)) == TRUE) return TRUE;
      return FALSE;
    }
    if ((classes & 3) == 0) {
      const answer = checked(classes, names.__subclasscheck__(), type);
      if (answer != 0) return answer;
    }
  }
  return isSubclassGeneral(type, classes);
}

/** Calls a method that the metaclass of a class has. 0 where it has none. */
function callMeta(object: usize, name: u32, argument: usize): usize {
  if (!isType(object)) return 0;
  const dest = newTuple(3) + 8;
  fromMetaclass(object, name, dest);
  if (load<usize>(dest) == 0 || load<usize>(dest, 4) == 0) return 0;
  store<usize>(dest, argument, 8);
  return callFunction(load<usize>(dest), argument == 0 ? 1 : 2, 0, dest + 4);
}

/** iter(cls): 0 where the class's metaclass does not say. */
export function iterate_class(object: usize): usize {
  return callMeta(object, names.__iter__(), 0);
}

/** mp_binary_op_t: comparisons, then operators from | on, in place from 9 on and otherwise from 22 on. */
const COMPARISONS: u32 = 6;
const IN_PLACE: u32 = 9;
const PLAIN: u32 = 22;
const OPERATORS: u32 = 13;
const CONTAINS: u32 = 36;

const UNARY_OPERATORS: u32 = 8;

/** The method of an operator that instances are asked for: upstream's table has `+=` and `-=`, and no others in place. */
export function operator_name(op: u32, known: u32): u32 {
  return known != 0 || op < IN_PLACE || op >= PLAIN ? known : names.at(COMPARISONS + OPERATORS + UNARY_OPERATORS + op - IN_PLACE);
}

/** The slot of classes for operators: what their metaclass has. 0 where that means nothing. */
export function type_binary_op(op: u32, lhs: usize, rhs: usize): usize {
  if ((load<u16>(lhs, FLAGS) & HAS_METACLASS) == 0) return 0;
  let name: u32;
  if (op == CONTAINS) name = names.__contains__();
  else if (op < COMPARISONS) name = names.at(op);
  else if (op >= PLAIN && op < PLAIN + OPERATORS) name = names.at(COMPARISONS + op - PLAIN);
  else if (op >= IN_PLACE && op < PLAIN) name = names.at(COMPARISONS + op - IN_PLACE);
  else return 0;
  const answer = callMeta(lhs, name, rhs);
  if (op == CONTAINS && answer != 0) return is_true(answer) ? TRUE : FALSE;
  return isNotImplemented(answer) ? 0 : answer;
}

function isNotImplemented(object: usize): bool {
  return object == notImplemented();
}

/** mp_unary_op_t */
const BOOL: u32 = 4;
const HASH: u32 = 6;

export function type_unary_op(op: u32, self: usize): usize {
  if ((load<u16>(self, FLAGS) & HAS_METACLASS) != 0 && op < UNARY_OPERATORS) {
    const answer = callMeta(self, names.at(COMPARISONS + OPERATORS + op), 0);
    if (op == BOOL && answer != 0) return is_true(answer) ? TRUE : FALSE;
    if (answer != 0) return answer;
  }
  return op == HASH ? smallInt(<i32>self) : 0;
}

/** Classes' subscripts; as everywhere, a value of 0 deletes and 4 loads. */
export function type_subscr(self: usize, index: usize, value: usize): usize {
  if (value == LOAD) return subscript_class(self, index);
  const method = newTuple(4) + 8;
  fromMetaclass(self, value == 0 ? names.__delitem__() : names.__setitem__(), method);
  if (load<usize>(method) == 0 || load<usize>(method, 4) == 0) return 0;
  store<usize>(method, index, 8);
  store<usize>(method, value, 12);
  callFunction(load<usize>(method), value == 0 ? 2 : 3, 0, method + 4);
  return NONE;
}

const LOAD: usize = 4;

/** mp_getiter asks whether an object can be indexed; what a class defines is for its instances. */
export function load_getitem(object: usize, name: u32, dest: usize): void {
  if (isType(object) && (load<u16>(object, FLAGS) & HAS_METACLASS) != 0) store<u64>(dest, 0);
  else loadMethodMaybe(object, name, dest);
}

/** cls[item]: 0 where that means nothing. */
function subscript_class(object: usize, item: usize): usize {
  const found = callMeta(object, names.__getitem__(), item);
  if (found != 0) return found;
  const dest = newTuple(3) + 8;
  loadMethodMaybe(object, names.__class_getitem__(), dest);
  if (load<usize>(dest) == 0) return 0;
  store<usize>(dest, item, 8);
  const bound = load<usize>(dest, 4) != 0;
  return callFunction(load<usize>(dest), bound ? 2 : 1, 0, bound ? dest + 4 : dest + 8);
}

/** A | B of classes. 0 where that means nothing. */
export function union_of(lhs: usize, rhs: usize): usize {
  if (!isType(lhs) && !isType(rhs)) return 0;
  const method = common(names.__or__());
  if (method == 0) return 0;
  const cell = newTuple(2) + 8;
  store<usize>(cell, lhs);
  store<usize>(cell, rhs, 4);
  return callFunction(method, 2, 0, cell);
}

/** mp_print_kind_t */
const STR: u32 = 0;

function put(print: usize, at: usize): void {
  let end = at;
  while (load<u8>(end) != 0) end++;
  printText(print, at, <u32>(end - at));
}

/** The print slot of classes. */
export function type_print(print: usize, self: usize, kind: u32): void {
  if ((load<u16>(self, FLAGS) & HAS_METACLASS) != 0) {
    let said = kind == STR ? callMeta(self, names.__str__(), 0) : 0;
    if (said == 0) said = callMeta(self, names.__repr__(), 0);
    if (said != 0) {
      printHelper(print, said, STR);
      return;
    }
  }
  put(print, text.class_open());
  if (!isNative(self)) {
    const module = own(self, names.__module__());
    if (isStr(module)) printText(print, textData(module), textBytes(module));
    else put(print, text.main());
    put(print, text.dot());
  }
  put(print, qstrText(load<u16>(self, NAME)));
  put(print, text.class_close());
}

/** Sets the dict that names are bound in, while the body of a class runs. Returns the one before. */
export function set_locals(dict: usize): usize {
  const before = load<usize>(localsAddress());
  if (isKind(dict, Kind.Dict)) store<usize>(localsAddress(), dict);
  return before;
}

/** The dict of what was bound in the module `builtins`, before and after boot.py: names are looked for there before upstream's own. */
export function changed_builtins(): usize {
  return load<usize>(overriddenAddress());
}

/** The class that super() finds in the methods of a body. */
export function set_cell(cell: usize, value: usize): usize {
  if (cell != 0 && (cell & 3) == 0) store<usize>(cell, value, 4);
  return NONE;
}
