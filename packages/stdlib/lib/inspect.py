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


class _empty:
    pass


_KIND_NAMES = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
_KIND_DESCRIPTIONS = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")


class _Kind(int):
    @property
    def name(self):
        return _KIND_NAMES[int(self)]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        return _KIND_DESCRIPTIONS[int(self)]

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self))

    def __str__(self):
        return self.name


_KINDS = [_Kind(i) for i in range(5)]
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not name.isidentifier():
            raise ValueError("%r is not a valid parameter name" % (name,))
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("%s parameters cannot have default values" % _KINDS[kind].description)
        self.name = name
        self.kind = _KINDS[kind]
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        values = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation}
        values.update(changes)
        return Parameter(values.pop("name"), values.pop("kind"), **values)

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (
            other.name,
            other.kind,
            other.default,
            other.annotation,
        )

    def __hash__(self):
        return hash((self.name, int(self.kind)))


def formatannotation(annotation):
    if isinstance(annotation, type):
        module = annotation.__module__
        return annotation.__qualname__ if module in ("builtins", "__main__") else module + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= _KEYWORD_ONLY or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        by_name = False
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= _KEYWORD_ONLY or name not in self.arguments:
                by_name = True
            if not by_name or name not in self.arguments or parameter.kind == _VAR_POSITIONAL:
                continue
            if parameter.kind == _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        found = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                found[name] = self.arguments[name]
            elif parameter.default is not _empty:
                found[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                found[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                found[name] = {}
        self.arguments = found

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(["%s=%r" % item for item in self.arguments.items()])

    def __eq__(self, other):
        return isinstance(other, BoundArguments) and self.arguments == other.arguments


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(
            self.parameters.values() if parameters is None else parameters,
            return_annotation=self.return_annotation if return_annotation is None else return_annotation,
        )

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found = {}
        given = list(args)
        left = dict(kwargs)
        takes_keywords = None
        takes_more = False
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                takes_more = True
                if given:
                    found[name] = tuple(given)
                    given = []
            elif kind == _VAR_KEYWORD:
                takes_keywords = name
            elif given and kind != _KEYWORD_ONLY:
                if name in left and kind != _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument %r" % name)
                found[name] = given.pop(0)
            elif name in left and kind != _POSITIONAL_ONLY:
                found[name] = left.pop(name)
            elif parameter.default is _empty and not partial:
                kind_text = " keyword-only" if kind == _KEYWORD_ONLY else ""
                raise TypeError("missing a required%s argument: %r" % (kind_text, name))
        if given:
            raise TypeError("too many positional arguments")
        if left:
            if takes_keywords is None:
                raise TypeError("got an unexpected keyword argument %r" % next(iter(left)))
            found[takes_keywords] = left
        order = list(self.parameters)
        return BoundArguments(self, {name: found[name] for name in order if name in found})

    def __str__(self):
        parts = []
        starred = False
        only = False
        for parameter in self.parameters.values():
            if parameter.kind == 0:
                only = True
            elif only:
                parts.append("/")
                only = False
            if parameter.kind == 2:
                starred = True
            elif parameter.kind == 3 and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
        if only:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self

    def __eq__(self, other):
        return (
            isinstance(other, Signature)
            and list(self.parameters.items()) == list(other.parameters.items())
            and self.return_annotation == other.return_annotation
        )

    def __hash__(self):
        return hash(tuple(self.parameters))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda function: hasattr(function, "__signature__"))
        if ismethod(obj):
            return signature(obj)
    known = getattr(obj, "__signature__", None)
    if known is not None:
        return known
    found = _of_function(obj)
    if found is not None:
        return found
    if isinstance(obj, type):
        return _of_class(obj)
    from functools import partial

    if isinstance(obj, partial):
        return _of_partial(obj)
    call = getattr(type(obj), "__call__", None)
    if call is not None and _of_function(call) is not None:
        return _without_first(signature(call))
    raise ValueError("no signature found for builtin %r" % (obj,))


def _of_function(function):
    from _functions import parameters

    found = parameters(function)
    if found is None:
        return None
    annotations = function.__annotations__
    return Signature(
        [
            Parameter(name, kind, default=default if has else _empty, annotation=annotations.get(name, _empty))
            for name, kind, has, default in found
        ],
        return_annotation=annotations.get("return", _empty),
    )


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind < _VAR_POSITIONAL:
        del parameters[0]
    return Signature(parameters, return_annotation=found.return_annotation)


def _of_class(cls):
    call = getattr(type(cls), "__call__", None) if type(cls) is not type else None
    for found in (call, _defined(cls, "__new__"), _defined(cls, "__init__")):
        if found is not None and _of_function(found) is not None:
            result = _without_first(signature(found))
            return result if result.return_annotation is None or found is call else result.replace(return_annotation=_empty)
    if cls.__module__ == "builtins" and cls is not object:
        raise ValueError("no signature found for builtin type %r" % (cls,))
    return Signature()


def _defined(cls, name):
    for base in cls.__mro__:
        if base is not object and base.__module__ != "builtins" and name in base.__dict__:
            found = base.__dict__[name]
            return getattr(found, "__func__", getattr(base, name)) if name == "__new__" else found
    return None


def _of_partial(obj):
    found = signature(obj.func)
    bound = found.bind_partial(*obj.args, **obj.keywords).arguments
    parameters = []
    by_keyword = False
    for name, parameter in found.parameters.items():
        if name in obj.keywords and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameters.append(parameter.replace(kind=_KEYWORD_ONLY, default=obj.keywords[name]))
            by_keyword = True
        elif name in obj.keywords:
            parameters.append(parameter.replace(default=obj.keywords[name]))
        elif name not in bound or parameter.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            if parameter.kind == _POSITIONAL_OR_KEYWORD and by_keyword:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
            if not (parameter.kind == _VAR_POSITIONAL and by_keyword):
                parameters.append(parameter)
    return Signature(parameters, return_annotation=found.return_annotation)


class FullArgSpec:
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __init__(self, *values):
        self._values = values
        for name, value in zip(self._fields, values):
            setattr(self, name, value)

    def __iter__(self):
        return iter(self._values)

    def __getitem__(self, index):
        return self._values[index]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return "FullArgSpec(%s)" % ", ".join(["%s=%r" % item for item in zip(self._fields, self._values)])


def getfullargspec(func):
    found = _of_function(func.__func__ if ismethod(func) else func) or signature(func)
    args, names, varargs, varkw, defaults, keyword_defaults = [], [], None, None, [], {}
    for parameter in found.parameters.values():
        if parameter.kind == _VAR_POSITIONAL:
            varargs = parameter.name
        elif parameter.kind == _VAR_KEYWORD:
            varkw = parameter.name
        elif parameter.kind == _KEYWORD_ONLY:
            names.append(parameter.name)
            if parameter.default is not _empty:
                keyword_defaults[parameter.name] = parameter.default
        else:
            args.append(parameter.name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
    annotations = {} if found.return_annotation is _empty else {"return": found.return_annotation}
    for name, parameter in found.parameters.items():
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, names, keyword_defaults or None, annotations)
