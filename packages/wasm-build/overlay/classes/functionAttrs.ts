// Attributes of functions. Upstream's objects have no room for them: those that a program sets stand in a dict of dicts, by function.

import { callFunction, closureAttrGeneral, functionAttrGeneral, newStr } from "../interpreter";
import { decode, description, nameAt } from "../errors/callErrors";
import { common as shared } from "./classes";
import { isPositionalOnly, plainName } from "../errors/formatted";
import { FUNCTION_ATTRS, Kind, typeOf } from "../lowMemory";
import { map_lookup } from "../containers/map";
import * as names from "../names";
import { NONE, newTuple, smallInt } from "../objects";

const LOOKUP: u32 = 0;
const ADD: u32 = 1;
const REMOVE: u32 = 2;

/** mp_obj_fun_bc_t: defaults stand behind the bytecode, the dict of those of keywords last. */
const DEFAULTS: usize = 16;

@inline
function interned(name: u32): usize {
  return (<usize>name << 3) | 2;
}

function value(dict: usize, key: usize): usize {
  const entry = map_lookup(dict + 4, key, LOOKUP);
  return entry == 0 ? 0 : load<usize>(entry, 4);
}

/** The dict of a function's attributes; where it has none, 0 or a new one. */
function attributes(self: usize, make: bool): usize {
  const all = load<usize>(FUNCTION_ATTRS);
  if (all == 0) return 0;
  let dict = value(all, self);
  if (dict == 0 && make) {
    dict = callFunction(typeOf(Kind.Dict), 0, 0, 0);
    store<usize>(map_lookup(all + 4, self, ADD), dict, 4);
  }
  return dict;
}

/** The defaults of parameters by position, or None. */
function defaults(fun: usize): usize {
  const count = decode(fun).defaults;
  if (count == 0) return NONE;
  const tuple = newTuple(count);
  memory.copy(tuple + 8, fun + DEFAULTS, <usize>count << 2);
  return tuple;
}

/** MP_SCOPE_FLAG_DEFKWARGS */
const DEFAULTS_OF_KEYWORDS: u32 = 8;

/** The dict of defaults of parameters by keyword, or None. */
function keywordDefaults(fun: usize): usize {
  const signature = decode(fun);
  if ((signature.flags & DEFAULTS_OF_KEYWORDS) == 0) return NONE;
  return load<usize>(fun + DEFAULTS + (<usize>signature.defaults << 2));
}

/** A part of what the source tells of a function, or 0. */
function described(fun: usize, part: u32): usize {
  const tuple = description(fun, decode(fun));
  return tuple == 0 ? 0 : load<usize>(tuple + (<usize>part << 2), 8);
}

const QUALNAME: u32 = 1;
const DOC: u32 = 2;

/** mp_obj_type_t */
const FLAGS: usize = 4;
const NAME: usize = 6;
const CALL: usize = 10;
const ATTR: usize = 13;
const INSTANCE: u32 = 0x200;

/** The function itself of a function in Python, or of a closure: they have names and can be called. 0 for all else. */
function functionIn(object: usize): usize {
  if (object == 0 || (object & 3) != 0) return 0;
  const type = load<usize>(object);
  if ((load<u16>(type, FLAGS) & INSTANCE) != 0 || load<u8>(type, CALL) == 0 || load<u8>(type, ATTR) == 0) return 0;
  const name = load<u16>(type, NAME);
  if (name == names.closure()) return functionIn(load<usize>(object, 4));
  return name == names.function_() || name == names.generator() ? object : 0;
}

/** A parameter's name as the program wrote it. */
function plain(name: u32): usize {
  if (!isPositionalOnly(name)) return interned(name);
  const at = plainName(name);
  let end = at;
  while (load<u8>(end) != 0) end++;
  return newStr(at, <u32>(end - at));
}

/** For lib/_functions.py: names of parameters, how many of them are by position and by keyword only, flags, and what the source tells or None. */
export function function_info(object: usize): usize {
  const fun = functionIn(object);
  if (fun == 0) return NONE;
  const signature = decode(fun);
  // a closure passes what it closes over as the first arguments
  const closed = fun == object ? 0 : min(load<u32>(object, 8), signature.positional);
  const count = signature.positional + signature.keywordOnly - closed;
  const list = newTuple(count);
  for (let i: u32 = 0; i < count; i++)
    store<usize>(list + (<usize>i << 2), plain(nameAt(fun, signature.names, closed + i + 1)), 8);
  const told = description(fun, signature);
  const tuple = newTuple(5);
  store<usize>(tuple, list, 8);
  store<usize>(tuple, smallInt(<i32>(signature.positional - closed)), 12);
  store<usize>(tuple, smallInt(<i32>signature.keywordOnly), 16);
  store<usize>(tuple, smallInt(<i32>signature.flags), 20);
  store<usize>(tuple, told == 0 ? NONE : told, 24);
  return tuple;
}

/** Whether `dest` is done with. */
function own(self: usize, name: u32, dest: usize): bool {
  if (load<usize>(dest) != 0) {
    const given = load<usize>(dest, 4);
    const dict = attributes(self, given != 0);
    if (dict == 0) return true;
    if (given == 0) {
      if (map_lookup(dict + 4, interned(name), REMOVE) != 0) store<usize>(dest, 0);
    } else {
      store<usize>(map_lookup(dict + 4, interned(name), ADD), given, 4);
      store<usize>(dest, 0);
    }
    return true;
  }
  const dict = attributes(self, name == names.__dict__());
  if (dict == 0) return false;
  if (name == names.__dict__()) {
    store<usize>(dest, dict);
    return true;
  }
  const found = value(dict, interned(name));
  if (found != 0) store<usize>(dest, found);
  return found != 0;
}

/** What every function has. */
function common(fun: usize, name: u32, dest: usize): void {
  if (load<usize>(dest) != 0) return;
  if (name == names.__qualname__()) {
    const told = described(fun, QUALNAME);
    if (told == 0) functionAttrGeneral(fun, names.__name__(), dest);
    else store<usize>(dest, told);
  } else if (name == names.__doc__()) {
    const told = described(fun, DOC);
    store<usize>(dest, told == 0 ? NONE : told);
  } else if (name == names.__closure__()) store<usize>(dest, NONE);
  else if (name == names.__kwdefaults__()) store<usize>(dest, keywordDefaults(fun));
  else if (name == names.__defaults__()) store<usize>(dest, defaults(fun));
  else if (name == names.__annotations__()) {
    const found = described(fun, QUALNAME) == 0 ? callFunction(typeOf(Kind.Dict), 0, 0, 0) : ask(fun, name);
    store<usize>(map_lookup(attributes(fun, true) + 4, interned(name), ADD), found, 4);
    store<usize>(dest, found);
  } else if (name == names.__module__()) {
    functionAttrGeneral(fun, names.__globals__(), dest);
    const globals = load<usize>(dest);
    const module = globals == 0 ? 0 : value(globals, interned(names.__name__()));
    store<usize>(dest, module == 0 ? NONE : module);
  }
}

/** What lib/_functions.py knows. */
function ask(fun: usize, name: u32): usize {
  const cell = newTuple(2) + 8;
  store<usize>(cell, fun);
  store<usize>(cell, interned(name), 4);
  return callFunction(shared(names.__function__()), 2, 0, cell);
}

/** The attr slot of functions and generator functions. */
export function function_attr(self: usize, name: u32, dest: usize): void {
  if (own(self, name, dest)) return;
  if (name == names.__code__() && load<usize>(dest) == 0) {
    store<usize>(dest, ask(self, name));
    return;
  }
  functionAttrGeneral(self, name, dest);
  common(self, name, dest);
}

/** The attr slot of closures. */
export function closure_attr(self: usize, name: u32, dest: usize): void {
  if (own(self, name, dest)) return;
  if (name == names.__code__() && load<usize>(dest) == 0) {
    store<usize>(dest, ask(self, name));
    return;
  }
  closureAttrGeneral(self, name, dest);
}
