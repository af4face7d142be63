// Exception objects: what upstream's have, and cause, context, notes and attributes of their own.

import {
  allocateMaybe,
  callFunction,
  exceptionMakeNew,
  exceptionState,
  loadMethodMaybe,
  makeRaised,
  newExceptionGeneral,
} from "../interpreter";
import { isSubclass } from "../classes/classes";
import { CAUGHT, EXCEPTION_METHODS, Kind, typeOf } from "../lowMemory";
import { map_lookup } from "../containers/map";
import * as names from "../names";
import { FALSE, NONE, TRUE, isSmallInt, newTuple } from "../objects";
import * as types from "../types";

/** mp_obj_exception_t: type, room and length of the traceback, the traceback, args. Behind them, in objects of the heap, stands what upstream does not have. */
const TRACEBACK_LENGTH: usize = 6;
const TRACEBACK: usize = 8;
const ARGS: usize = 12;
const CAUSE: usize = 16;
const CONTEXT: usize = 20;
const ATTRIBUTES: usize = 24;
const SUPPRESS: usize = 28;
const BYTES: u32 = 32;

/** mp_obj_type_t, and mp_obj_instance_t: where the object of the native base stands. */
const SLOTS: usize = 16;
const FLAGS: usize = 4;
const INSTANCE: u32 = 0x200;
const MAKE_NEW: usize = 8;
const PARENT: usize = 18;
const NATIVE_PART: usize = 16;

/** mp_map_lookup_kind_t */
const LOOKUP: u32 = 0;
const ADD: u32 = 1;
const REMOVE: u32 = 2;

/** The longest chain of contexts that is searched for a circle. */
const LONGEST_CHAIN = 1000;

@inline
function isNativeType(type: usize): bool {
  const slot = <usize>load<u8>(type, MAKE_NEW);
  return slot != 0 && load<usize>(type + (slot << 2), SLOTS) == exceptionMakeNew();
}

/** The exception's own object: of an instance of a class, that of its native base. 0 where there is none. */
export function nativePart(object: usize): usize {
  if (object == 0 || (object & 3) != 0) return 0;
  const type = load<usize>(object);
  if (isNativeType(type)) return object;
  // others than instances of exceptions have no room there
  if ((load<u16>(type, FLAGS) & INSTANCE) == 0 || !isSubclass(type, types.baseException())) return 0;
  const part = load<usize>(object, NATIVE_PART);
  return part != 0 && (part & 3) == 0 && isNativeType(load<usize>(part)) ? part : 0;
}

/** Whether there is room for what upstream does not have: not in the static objects. */
@inline
function isLarge(exception: usize): bool {
  return exception > exceptionState() + 65536;
}

/** The object that is filled next; upstream's own one where memory is full. */
export function exception_room(): usize {
  const object = allocateMaybe(BYTES);
  if (object == 0) return exceptionState();
  store<u64>(object, 0, CAUSE);
  store<u64>(object, 0, ATTRIBUTES);
  return object;
}

export function isKindOf(type: usize, kind: usize): bool {
  for (let n = 0; n < 20; n++) {
    if (type == kind) return true;
    const slot = <usize>load<u8>(type, PARENT);
    if (slot == 0) return false;
    type = load<usize>(type + (slot << 2), SLOTS);
    if (load<usize>(type) != typeOf(Kind.Type)) return false;
  }
  return false;
}

/** OSError(number, text) is one of the kinds that have a name. */
function osErrorKind(type: usize, number: u32): usize {
  switch (number) {
    case 1:
    case 13:
      return types.PermissionError();
    case 2:
      return types.FileNotFoundError();
    case 3:
      return types.ProcessLookupError();
    case 4:
      return types.InterruptedError();
    case 10:
      return types.ChildProcessError();
    case 11:
    case 114:
    case 115:
      return types.BlockingIOError();
    case 17:
      return types.FileExistsError();
    case 20:
      return types.NotADirectoryError();
    case 21:
      return types.IsADirectoryError();
    case 32:
      return types.BrokenPipeError();
    case 103:
      return types.ConnectionAbortedError();
    case 104:
      return types.ConnectionResetError();
    case 110:
      return types.TimeoutError();
    case 111:
      return types.ConnectionRefusedError();
  }
  return type;
}

/** mp_obj_exception_make_new. Keywords become attributes, as ImportError's name is one. */
export function new_exception(type: usize, count: u32, keywords: u32, args: usize): usize {
  let kept = count;
  const isOsError = count >= 2 && isKindOf(type, types.osError());
  if (isOsError) {
    if (type == types.osError() && isSmallInt(load<usize>(args))) type = osErrorKind(type, load<u32>(args) >>> 1);
    kept = 2;
  }
  const exception = newExceptionGeneral(type, kept, 0, args);
  if (!isLarge(exception)) return exception;
  if (isOsError) {
    if (count > 2) setAttribute(exception, names.filename(), load<usize>(args, 8));
    if (count > 4) setAttribute(exception, names.filename2(), load<usize>(args, 16));
  }
  for (let i: u32 = 0; i < keywords; i++) {
    const pair = args + (<usize>(count + 2 * i) << 2);
    const name = load<usize>(pair);
    if ((name & 7) == 2) setAttribute(exception, <u32>name >>> 3, load<usize>(pair, 4));
  }
  return exception;
}

function setAttribute(exception: usize, name: u32, value: usize): void {
  let dict = load<usize>(exception, ATTRIBUTES);
  if (dict == 0) {
    dict = callFunction(typeOf(Kind.Dict), 0, 0, 0);
    store<usize>(exception, dict, ATTRIBUTES);
  }
  store<usize>(map_lookup(dict + 4, (<usize>name << 3) | 2, ADD), value, 4);
}

function getAttribute(exception: usize, name: u32): usize {
  const dict = isLarge(exception) ? load<usize>(exception, ATTRIBUTES) : 0;
  if (dict == 0) return 0;
  const entry = map_lookup(dict + 4, (<usize>name << 3) | 2, LOOKUP);
  return entry == 0 ? 0 : load<usize>(entry, 4);
}

export function cause(exception: usize): usize {
  return isLarge(exception) ? load<usize>(exception, CAUSE) : 0;
}

export function context(exception: usize): usize {
  return isLarge(exception) ? load<usize>(exception, CONTEXT) : 0;
}

export function suppressesContext(exception: usize): bool {
  return isLarge(exception) && load<usize>(exception, SUPPRESS) == TRUE;
}

@inline
function orNone(object: usize): usize {
  return object == 0 ? NONE : object;
}

/** args[at], or None. */
function argument(exception: usize, at: u32): usize {
  const args = load<usize>(exception, ARGS);
  return at < load<u32>(args, 4) ? load<usize>(args + (<usize>at << 2), 8) : NONE;
}

/** The value of an attribute that some kinds of exceptions have; 0 where this one has not. */
function ofKind(exception: usize, name: u32): usize {
  const type = load<usize>(exception);
  if (name == names.value()) return isKindOf(type, types.stopIteration()) ? argument(exception, 0) : 0;
  if (name == names.code()) return isKindOf(type, types.systemExit()) ? argument(exception, 0) : 0;
  if (name == names.errno() || name == names.strerror() || name == names.filename() || name == names.filename2()) {
    if (!isKindOf(type, types.osError())) return 0;
    // C raises OSError with nothing but the number
    const count = load<u32>(load<usize>(exception, ARGS), 4);
    if (name == names.errno()) return count > 1 || isSmallInt(argument(exception, 0)) ? argument(exception, 0) : NONE;
    return name == names.strerror() ? argument(exception, 1) : NONE;
  }
  if (name == names.name() || name == names.path() || name == names.obj()) {
    if (isKindOf(type, types.importError())) return name == names.obj() ? 0 : NONE;
    if (isKindOf(type, types.attributeError())) return name == names.path() ? 0 : NONE;
    return name == names.name() && isKindOf(type, types.nameError()) ? NONE : 0;
  }
  if (name == names.msg()) {
    return isKindOf(type, types.importError()) || isKindOf(type, types.syntaxError()) ? argument(exception, 0) : 0;
  }
  if (isKindOf(type, types.UnicodeDecodeError()) || isKindOf(type, types.UnicodeEncodeError())) {
    if (name == names.encoding()) return argument(exception, 0);
    if (name == names.object()) return argument(exception, 1);
    if (name == names.start()) return argument(exception, 2);
    if (name == names.end()) return argument(exception, 3);
    if (name == names.reason()) return argument(exception, 4);
  }
  return 0;
}

/** The frames that an exception has come through: file, line and function of each, the innermost first. */
export function exception_frames(object: usize): usize {
  const exception = nativePart(object);
  if (exception == 0) return newTuple(0);
  const data = load<usize>(exception, TRACEBACK);
  const count: u32 = data == 0 ? 0 : <u32>load<u16>(exception, TRACEBACK_LENGTH);
  const frames = newTuple(count);
  for (let i: u32 = 0; i < count; i++) {
    const word = load<usize>(load<usize>(exception, TRACEBACK) + (<usize>i << 2));
    store<usize>(frames + (<usize>i << 2), i % 3 == 1 ? (word << 1) | 1 : (word << 3) | 2, 8);
  }
  return frames;
}

/** What boot.py has of methods and of `__traceback__`. */
function method(name: u32): usize {
  const dict = load<usize>(EXCEPTION_METHODS);
  if (dict == 0) return 0;
  const entry = map_lookup(dict + 4, (<usize>name << 3) | 2, LOOKUP);
  return entry == 0 ? 0 : load<usize>(entry, 4);
}

/** Reads an attribute of an exception's own object into `dest`, as mp_load_method does. `self` is what methods are bound to. */
export function load_exception_attr(self: usize, exception: usize, name: u32, dest: usize): void {
  let value: usize = 0;
  if (name == names.args()) value = load<usize>(exception, ARGS);
  else if (name == names.__cause__()) value = orNone(cause(exception));
  else if (name == names.__context__()) value = orNone(context(exception));
  else if (name == names.__suppress_context__()) value = suppressesContext(exception) ? TRUE : FALSE;
  else {
    value = getAttribute(exception, name);
    if (value == 0) value = ofKind(exception, name);
    if (value == 0) {
      value = method(name);
      if (value != 0) {
        if (name == names.__traceback__()) {
          store<usize>(dest, self);
          store<usize>(dest, callFunction(value, 1, 0, dest));
        } else {
          store<usize>(dest, value);
          // what a class defines in their place calls these two, and means the native ones
          store<usize>(dest, name == names.__str__() || name == names.__repr__() ? exception : self, 4);
        }
        return;
      }
    }
  }
  if (value != 0) store<usize>(dest, value);
}

/** Whether an attribute belongs to the exception's own object, whoever sets it. */
export function isOwnAttribute(name: u32): bool {
  return (
    name == names.args() ||
    name == names.__cause__() ||
    name == names.__context__() ||
    name == names.__suppress_context__() ||
    name == names.__traceback__()
  );
}

/** Sets or, where the value is 0, deletes. */
export function store_exception_attr(exception: usize, name: u32, value: usize): bool {
  if (name == names.__traceback__()) {
    if (value == NONE) store<u16>(exception, 0, TRACEBACK_LENGTH);
    return value != 0;
  }
  if (!isLarge(exception)) return false;
  if (isOwnAttribute(name)) {
    if (value == 0) return false;
    if (name == names.args()) {
      const cell = newTuple(1);
      store<usize>(cell, value, 8);
      store<usize>(exception, callFunction(typeOf(Kind.Tuple), 1, 0, cell + 8), ARGS);
    } else if (name == names.__suppress_context__()) {
      store<usize>(exception, value, SUPPRESS);
    } else if (value != NONE && nativePart(value) == 0) {
      return false;
    } else if (name == names.__context__()) {
      store<usize>(exception, value == NONE ? 0 : value, CONTEXT);
    } else {
      store<usize>(exception, value == NONE ? 0 : value, CAUSE);
      store<usize>(exception, TRUE, SUPPRESS);
    }
    return true;
  }
  if (value != 0) {
    setAttribute(exception, name, value);
    return true;
  }
  const dict = load<usize>(exception, ATTRIBUTES);
  return dict != 0 && map_lookup(dict + 4, (<usize>name << 3) | 2, REMOVE) != 0;
}

/** The attr slot of exceptions: mp_obj_exception_attr */
export function exception_attr(self: usize, name: u32, dest: usize): void {
  if (load<usize>(dest) == 0) load_exception_attr(self, self, name, dest);
  else if (store_exception_attr(self, name, load<usize>(dest, 4))) store<usize>(dest, 0);
}

/** `raise X from Y`: the two lie on the Python stack, Y at `top`. Makes them exceptions, and Y the cause of X. */
export function raise_from(top: usize, _a: usize, _b: usize): void {
  const raised = makeRaised(load<usize>(top - 4));
  store<usize>(top - 4, raised);
  let reason = load<usize>(top);
  if (reason != NONE) {
    reason = makeRaised(reason);
    store<usize>(top, reason);
  }
  const exception = nativePart(raised);
  if (exception != 0) store_exception_attr(exception, names.__cause__(), reason);
}

/** mp_exc_stack_t: 12 bytes, the last word is the exception that is being handled. */
const HANDLER_BYTES: usize = 12;
const HANDLED: usize = 8;

/** An exception comes out of a handler of another one: that is its context. `handler` is the innermost of the function's, they begin at `first`. */
export function chain(raised: usize, handler: usize, first: usize): void {
  for (; handler >= first; handler -= HANDLER_BYTES) {
    const handled = load<usize>(handler, HANDLED);
    if (handled == 0) continue;
    if (handled == raised) return;
    const exception = nativePart(raised);
    if (exception == 0 || !isLarge(exception) || load<usize>(exception, CONTEXT) != 0) return;
    // where the new one is a context of the old one already, the circle is cut
    let link = nativePart(handled);
    for (let n = 0; n < LONGEST_CHAIN && link != 0 && isLarge(link); n++) {
      const next = load<usize>(link, CONTEXT);
      if (next == raised) {
        store<usize>(link, 0, CONTEXT);
        break;
      }
      link = nativePart(next);
    }
    store<usize>(exception, handled, CONTEXT);
    return;
  }
}

/** What an instance's native part has, where its classes have no such attribute. */
export function load_native_attr(instance: usize, name: u32, dest: usize): void {
  const part = load<usize>(instance, NATIVE_PART);
  if (part != 0 && (part & 3) == 0 && isNativeType(load<usize>(part))) load_exception_attr(instance, part, name, dest);
  else loadMethodMaybe(part, name, dest);
}

/** A handler begins. */
export function note_caught(exception: usize): void {
  const list = load<usize>(CAUGHT);
  if (list != 0) store<usize>(load<usize>(list, 12), exception);
}
