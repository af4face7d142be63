// Attributes of functions. Upstream's objects have no room for them: those that a program sets stand in a dict of dicts, by function.

import { callFunction, closureAttrGeneral, functionAttrGeneral } from "./interpreter";
import { decode, Signature } from "./callErrors";
import { FUNCTION_ATTRS, Kind, typeOf } from "./lowMemory";
import { map_lookup } from "./map";
import * as names from "./names";
import { NONE, newTuple } from "./objects";

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
  const signature = changetype<Signature>(newTuple(4) + 8);
  decode(fun, signature);
  const count = signature.defaults;
  if (count == 0) return NONE;
  const tuple = newTuple(count);
  memory.copy(tuple + 8, fun + DEFAULTS, <usize>count << 2);
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
  const dict = attributes(self, name == names.__dict__() || name == names.__annotations__());
  if (dict == 0) return false;
  if (name == names.__dict__()) {
    store<usize>(dest, dict);
    return true;
  }
  let found = value(dict, interned(name));
  if (found == 0 && name == names.__annotations__()) {
    found = callFunction(typeOf(Kind.Dict), 0, 0, 0);
    store<usize>(map_lookup(dict + 4, interned(name), ADD), found, 4);
  }
  if (found != 0) store<usize>(dest, found);
  return found != 0;
}

/** What every function has. */
function common(fun: usize, name: u32, dest: usize): void {
  if (load<usize>(dest) != 0) return;
  if (name == names.__qualname__()) functionAttrGeneral(fun, names.__name__(), dest);
  else if (name == names.__doc__() || name == names.__kwdefaults__() || name == names.__closure__()) store<usize>(dest, NONE);
  else if (name == names.__defaults__()) store<usize>(dest, defaults(fun));
  else if (name == names.__module__()) {
    functionAttrGeneral(fun, names.__globals__(), dest);
    const globals = load<usize>(dest);
    const module = globals == 0 ? 0 : value(globals, interned(names.__name__()));
    store<usize>(dest, module == 0 ? NONE : module);
  }
}

/** The attr slot of functions and generator functions. */
export function function_attr(self: usize, name: u32, dest: usize): void {
  if (own(self, name, dest)) return;
  functionAttrGeneral(self, name, dest);
  common(self, name, dest);
}

/** The attr slot of closures. */
export function closure_attr(self: usize, name: u32, dest: usize): void {
  if (own(self, name, dest)) return;
  closureAttrGeneral(self, name, dest);
}
