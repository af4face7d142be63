# collections.namedtuple.

from ucollections import namedtuple as _native_namedtuple

_keywords = frozenset(
    (
        "False None True and as assert async await break class continue def del elif else except finally for from global if import "
        "in is lambda nonlocal not or pass raise return try while with yield"
    ).split()
)


def _is_name(text):
    return text != "" and not text[0].isdigit() and all([c == "_" or c > "\x7f" or c.isalpha() or c.isdigit() for c in text])


def _field_names(names, rename):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    names = [str(name) for name in names]
    if rename:
        seen = set()
        for i, name in enumerate(names):
            if not _is_name(name) or name in _keywords or name.startswith("_") or name in seen:
                names[i] = "_%d" % i
            seen.add(name)
    return names


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if not _is_name(name):
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if name in _keywords:
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    typename = str(typename)
    names = _field_names(field_names, rename)
    _check_names(typename, names, rename)
    fields = tuple(names)
    count = len(fields)
    given = () if defaults is None else tuple(defaults)
    if len(given) > count:
        raise TypeError("Got more default values than field names")
    defaults = dict(zip(fields[count - len(given) :], given))
    native = _native_namedtuple(typename, fields)

    def complete(args, kwargs):
        if len(args) > count:
            raise TypeError(
                "%s.__new__() takes %s but %d were given"
                % (typename, _positional(count + 1, len(defaults)), len(args) + 1)
            )
        values = dict(defaults)
        values.update(zip(fields, args))
        for name in kwargs:
            if name not in fields:
                raise TypeError("%s.__new__() got an unexpected keyword argument '%s'" % (typename, name))
            if fields.index(name) < len(args):
                raise TypeError("%s.__new__() got multiple values for argument '%s'" % (typename, name))
        values.update(kwargs)
        missing = [repr(name) for name in fields if name not in values]
        if missing:
            raise TypeError(
                "%s.__new__() missing %d required positional argument%s: %s"
                % (typename, len(missing), "" if len(missing) == 1 else "s", _listed(missing))
            )
        return [values[name] for name in fields]

    def __init__(self, *args, **kwargs):
        if kwargs or len(args) != count:
            args = complete(args, kwargs)
        super(Named, self).__init__(*args)

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != count:
            raise TypeError("Expected %d arguments, got %d" % (count, len(values)))
        return cls(*values)

    def _replace(self, **kwargs):
        values = [kwargs.pop(name, value) for name, value in zip(fields, self)]
        if kwargs:
            raise ValueError("Got unexpected field names: %r" % list(kwargs))
        return type(self)(*values)

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        pairs = [name + "=" + repr(value) for name, value in zip(fields, self)]
        return "%s(%s)" % (type(self).__name__, ", ".join(pairs))

    def __setattr__(self, name, value):
        if name in fields or type(self) is Named:
            raise AttributeError(
                "can't set attribute" if name in fields else "'%s' object has no attribute '%s'" % (typename, name)
            )
        object.__setattr__(self, name, value)

    attributes = {"__init__": __init__} if defaults else {}
    attributes.update(
        {
            "_make": classmethod(_make),
            "_replace": _replace,
            "_asdict": _asdict,
            "__repr__": __repr__,
            "__str__": __repr__,
            "__setattr__": __setattr__,
            "__getnewargs__": lambda self: tuple(self),
            "_fields": fields,
            "__match_args__": fields,
            "_field_defaults": defaults,
            "__module__": "__main__" if module is None else module,
        }
    )
    Named = type(typename, (native,), attributes)
    return Named


def _positional(count, optional):
    if optional:
        return "from %d to %d positional arguments" % (count - optional, count)
    return "%d positional argument%s" % (count, "" if count == 1 else "s")


# 'a', 'b', and 'c'
def _listed(names):
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]
