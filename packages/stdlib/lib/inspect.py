import types


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return type(object) in (types.FunctionType, _closure, _generator_function)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    return type(object) in (type(len), type(globals), type(isinstance), type(setattr), type(print))


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isgeneratorfunction(object):
    return type(object) is _generator_function


iscoroutinefunction = isgeneratorfunction
iscoroutine = isgenerator


def isawaitable(object):
    return hasattr(object, "send") or hasattr(object, "__await__")


def isasyncgen(object):
    return hasattr(object, "__anext__")


def isasyncgenfunction(object):
    return False


def isabstract(object):
    if not isinstance(object, type):
        return False
    from abc import _abstract_names

    return bool(_abstract_names(object))


def isdatadescriptor(object):
    return hasattr(object, "__set__")


def ismethoddescriptor(object):
    return False


def _cell():
    x = 1
    return lambda: x


def _generating():
    yield


_closure = type(_cell())
_generator_function = type(_generating)


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda item: item[0])


def getmro(cls):
    order = getattr(cls, "__mro__", None)
    return order if order is not None else (cls,) + cls.__bases__


def getmodule(object):
    import sys

    return sys.modules.get(getattr(object, "__module__", None))


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            indent = len(line) - content
            margin = indent if margin is None else min(margin, indent)
    lines = [lines[0].lstrip()] + [line[margin or 0 :] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def getsource(object):
    raise OSError("could not get source code")


getsourcelines = getsource


def getfile(object):
    raise TypeError("%r is a built-in" % (object,))


getsourcefile = getfile


def currentframe():
    return None


def stack(context=1):
    return []


class _Empty:
    pass


class _Kind(int):
    def __repr__(self):
        return ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")[int(self)]

    __str__ = __repr__


class Parameter:
    empty = _Empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = [_Kind(i) for i in range(5)]

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _Empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _Empty:
            text += (" = " if self.annotation is not _Empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self


def formatannotation(annotation):
    if isinstance(annotation, type):
        return annotation.__name__
    return repr(annotation).replace("typing.", "")


class Signature:
    empty = _Empty

    def __init__(self, parameters=None, *, return_annotation=_Empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def __str__(self):
        parts = []
        starred = False
        for parameter in self.parameters.values():
            if parameter.kind == 2:
                starred = True
            elif parameter.kind == 3 and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
        text = "(%s)" % ", ".join(parts)
        if self.return_annotation is not _Empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


# MicroPython does not keep the names of parameters where a program could read them.
def signature(obj, **options):
    known = getattr(obj, "__signature__", None)
    if known is not None:
        return known
    raise ValueError("no signature found for %r: parameters' names are not available in this sandbox" % (obj,))
