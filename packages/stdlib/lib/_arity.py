# What a function or type in C says of a wrong number of arguments. Imported where that happens.

import builtins
import sys

_TYPES = (str, bytes, bytearray, int, float, complex, list, tuple, dict, set, frozenset)

# Those of which CPython says something else: with too few arguments, and with too many.
_FEW = {
    "sum": "sum() takes at least 1 positional argument (0 given)",
    "round": "round() missing required argument 'number' (pos 1)",
    "pow": "pow() missing required argument '%s' (pos %d)",
    "enumerate": "enumerate() missing required argument 'iterable' (pos 1)",
    "map": "map() must have at least two arguments.",
    "type": "type() takes 1 or 3 arguments",
}
_KEYWORDS = ("sum", "round", "pow", "int", "str", "bytes", "bytearray", "complex", "enumerate", "sorted", "property", "split", "rsplit", "splitlines", "expandtabs", "encode", "decode", "hex")
_AT_LEAST = ("find", "rfind", "index", "rindex", "count", "startswith", "endswith")


# The name of a function, and whose it is.
def _name(callee):
    if isinstance(callee, type):
        return callee.__name__, None
    for name, value in builtins.__dict__.items():
        if value is callee:
            return name, ""
    for kind in _TYPES:
        for name, value in kind.__dict__.items():
            if value is callee:
                return name, kind.__name__
    for module in list(sys.modules.values()):
        for name, value in getattr(module, "__dict__", {}).items():
            if value is callee:
                owner = module.__name__
                return name, owner[1:] if owner[0] == "u" else owner
    return "function", ""


def refuse(callee, given, least, most, keywords):
    name, owner = _name(callee)
    raise TypeError(_message(name, owner, given, least, most, keywords))


def _message(name, owner, given, least, most, keywords):
    whole = owner + "." + name if owner else name
    if owner in [kind.__name__ for kind in _TYPES]:
        # the object itself
        given, least, most = given - 1, max(least - 1, 0), most - 1
    if keywords:
        return whole + "() takes no keyword arguments"
    few = given < least
    if few and name in _FEW and not owner:
        if name == "pow":
            return _FEW[name] % (("exp", 2) if given else ("base", 1))
        return _FEW[name]
    if name == "type" or name == "object" and owner is None:
        return _FEW["type"] if name == "type" else "object() takes no arguments"
    if few and name in _AT_LEAST and owner in ("str", "bytes", "bytearray"):
        return "%s() takes at least 1 argument (0 given)" % name
    if not few and name in _KEYWORDS:
        return "%s() takes at most %d argument%s (%d given)" % (name, most, "" if most == 1 else "s", given)
    if least == most and owner is not None:
        if most == 0:
            return "%s() takes no arguments (%d given)" % (whole, given)
        if most == 1:
            return "%s() takes exactly one argument (%d given)" % (whole, given)
    bound = least if few else most
    which = "" if least == most else "at least " if few else "at most "
    return "%s expected %s%d argument%s, got %d" % (name, which, bound, "" if bound == 1 else "s", given)
