# What functions tell of themselves: annotations, `__code__`, and the parameters that inspect.signature is made of.

import builtins
from _native import function_info

_GENERATOR, _VAR_KEYWORDS, _VAR_ARGS = 1, 2, 4


def attribute(function, name):
    return annotations(function) if name == "__annotations__" else Code(function)


# The source gives texts (packages/micropython-wasm/src/frontend/describeFunction.ts): they are evaluated when somebody asks.
def annotations(function):
    told = function_info(function)[4]
    found = {}
    if told is not None and told[3] is not None:
        names = function.__globals__
        for i in range(0, len(told[3]), 2):
            found[told[3][i]] = _evaluate(told[3][i + 1], names)
    return found


_known = {"int": int, "str": str, "float": float, "bool": bool, "list": list, "dict": dict, "None": None}


def _evaluate(text, names):
    if text in names:
        return names[text]
    if text in _known:
        return _known[text]
    try:
        return builtins.eval(text, names)
    except (NameError, AttributeError, TypeError):
        return text


class Code:
    def __init__(self, function):
        names, positional, keyword_only, flags, told = function_info(function)
        self.co_name = function.__name__
        self.co_qualname = function.__qualname__
        self.co_argcount = positional
        self.co_kwonlyargcount = keyword_only
        self.co_posonlyargcount = 0 if told is None else told[6]
        self.co_varnames = names + tuple(_stars(flags, told))
        self.co_nlocals = len(self.co_varnames)
        self.co_flags = 3 | bool(flags & _VAR_ARGS) * 4 | bool(flags & _VAR_KEYWORDS) * 8 | bool(flags & _GENERATOR) * 32
        self.co_filename = "<string>"
        self.co_firstlineno = 1
        self.co_freevars = self.co_cellvars = self.co_consts = self.co_names = ()

    def __repr__(self):
        return '<code object %s, file "%s", line %d>' % (self.co_name, self.co_filename, self.co_firstlineno)


# The names of `*args` and `**kwargs`.
def _stars(flags, told):
    if flags & _VAR_ARGS:
        yield "args" if told is None else told[4]
    if flags & _VAR_KEYWORDS:
        yield "kwargs" if told is None else told[5]


# (name, kind, has a default, the default) of each parameter, by the numbers of inspect's kinds; None of what is no function in Python.
def parameters(function):
    info = function_info(function)
    if info is None:
        return None
    names, positional, keyword_only, flags, told = info
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    positional_only = 0 if told is None else told[6]
    stars = list(_stars(flags, told))
    found = []
    first = positional - len(defaults)
    for i in range(positional):
        has = i >= first
        found.append((names[i], 0 if i < positional_only else 1, has, defaults[i - first] if has else None))
    if flags & _VAR_ARGS:
        found.append((stars.pop(0), 2, False, None))
    for name in names[positional:]:
        found.append((name, 3, name in keyword_defaults, keyword_defaults.get(name)))
    if flags & _VAR_KEYWORDS:
        found.append((stars.pop(0), 4, False, None))
    return found


# help() of a function.
def describe(function):
    from inspect import getdoc, signature

    module = getattr(function, "__module__", None) or "builtins"
    lines = ["Help on function %s in module %s:" % (function.__name__, module), "", function.__name__ + str(signature(function))]
    doc = getdoc(function)
    if doc:
        lines += ["    " + line for line in doc.split("\n")]
    print("\n".join(lines) + "\n")
