# The methods of a class are made from source, as a person would write them: __init__ costs what one by hand does.



class FrozenInstanceError(AttributeError):
    pass


class _Marker:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


MISSING = _Marker("<dataclasses._MISSING_TYPE object>")
KW_ONLY = _Marker("<dataclasses._KW_ONLY_TYPE object>")
_INIT_VAR = _Marker("_FIELD_INITVAR")
_CLASS_VAR = _Marker("_FIELD_CLASSVAR")
_FIELD = _Marker("_FIELD")

_FIELDS = "__dataclass_fields__"


class InitVar:
    def __init__(self, type):
        self.type = type

    @classmethod
    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        return "dataclasses.InitVar[%s]" % getattr(self.type, "__name__", repr(self.type))


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return "Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,kw_only=%r,_field_type=%r)" % (
            self.name,
            self.type,
            self.default,
            self.default_factory,
            self.init,
            self.repr,
            self.hash,
            self.compare,
            self.metadata,
            self.kw_only,
            self._field_type,
        )


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# What an annotation makes of a field: also as text, where annotations are not evaluated.
def _kind_of(annotation):
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip().split(".")[-1]
        return {"ClassVar": _CLASS_VAR, "InitVar": _INIT_VAR, "KW_ONLY": KW_ONLY}.get(head, _FIELD)
    if annotation is KW_ONLY:
        return KW_ONLY
    if annotation is InitVar or isinstance(annotation, InitVar):
        return _INIT_VAR
    origin = getattr(annotation, "__origin__", annotation)
    return _CLASS_VAR if getattr(origin, "_name", None) == "ClassVar" else _FIELD


def _lineage(cls):
    order = getattr(cls, "__mro__", None)
    if order is not None:
        return order
    found = [cls]
    for base in cls.__bases__:
        found += [kind for kind in _lineage(base) if kind not in found]
    return found


def _make_field(cls, name, annotation, kw_only):
    default = cls.__dict__.get(name, MISSING)
    made = default if isinstance(default, Field) else field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind_of(annotation)
    if made._field_type in (_CLASS_VAR, _INIT_VAR) and made.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % name)
    if made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and isinstance(made.default, (list, dict, set)):
        raise ValueError("mutable default %r for field %s is not allowed: use default_factory" % (type(made.default), name))
    return made


def _collect(cls, kw_only):
    fields = {}
    for base in reversed(_lineage(cls)[1:]):
        fields.update(base.__dict__.get(_FIELDS, {}) if base is not object else {})
    annotations = cls.__dict__.get("__annotations__", {})
    for name, annotation in annotations.items():
        if _kind_of(annotation) is KW_ONLY:
            kw_only = True
            continue
        made = _make_field(cls, name, annotation, kw_only)
        fields[name] = made
        if isinstance(cls.__dict__.get(name), Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % name)
    return fields


def _compile(name, parameters, body, names):
    namespace = dict(names)
    lines = ["def %s(%s):" % (name, ", ".join(parameters))] + [" " + line for line in body or ["pass"]]
    exec("\n".join(lines), namespace)
    return namespace[name]


def _init(cls, fields, frozen):
    names = {"_missing": MISSING, "_set": object.__setattr__}
    parameters = ["self"]
    keywords = []
    body = []
    seen_default = False
    for f in fields:
        name = f.name
        has_default = f.default is not MISSING or f.default_factory is not MISSING
        value = name
        if f.init:
            if f.default is not MISSING:
                names["_default_" + name] = f.default
                parameter = "%s=_default_%s" % (name, name)
            elif f.default_factory is not MISSING:
                names["_factory_" + name] = f.default_factory
                parameter = name + "=_missing"
                value = "_factory_%s() if %s is _missing else %s" % (name, name, name)
            else:
                parameter = name
            if f.kw_only:
                keywords.append(parameter)
            else:
                if seen_default and not has_default:
                    raise TypeError("non-default argument %r follows default argument" % name)
                seen_default = seen_default or has_default
                parameters.append(parameter)
        elif f.default_factory is not MISSING:
            names["_factory_" + name] = f.default_factory
            value = "_factory_%s()" % name
        else:
            continue
        if f._field_type is _INIT_VAR:
            continue
        body.append("_set(self, %r, %s)" % (name, value) if frozen else "self.%s = %s" % (name, value))
    if keywords:
        parameters += ["*"] + keywords
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__(%s)" % ", ".join([f.name for f in fields if f._field_type is _INIT_VAR]))
    return _compile("__init__", parameters, body, names)


_printing = set()


def _repr(fields):
    shown = [f.name for f in fields if f.repr]

    def __repr__(self):
        me = id(self)
        if me in _printing:
            return "..."
        _printing.add(me)
        try:
            parts = [name + "=" + repr(getattr(self, name)) for name in shown]
            return "%s(%s)" % (getattr(type(self), "__qualname__", type(self).__name__), ", ".join(parts))
        finally:
            _printing.discard(me)

    return __repr__


def _tuple_of(owner, fields):
    return "(%s)" % "".join(["%s.%s, " % (owner, f.name) for f in fields])


def _comparison(name, operator, fields):
    body = [
        "if other.__class__ is self.__class__:",
        " return %s %s %s" % (_tuple_of("self", fields), operator, _tuple_of("other", fields)),
        "return NotImplemented",
    ]
    return _compile(name, ["self", "other"], body, {})


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field %r" % name)
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field %r" % name)
        super(cls, self).__delattr__(name)

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    own = cls.__dict__
    fields = _collect(cls, kw_only)
    setattr(cls, _FIELDS, fields)
    for base in _lineage(cls)[1:]:
        parameters = base.__dict__.get("__dataclass_params__") if base is not object else None
        if parameters is not None and parameters["frozen"] != frozen:
            if frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    cls.__dataclass_params__ = {
        "init": init,
        "repr": repr,
        "eq": eq,
        "order": order,
        "unsafe_hash": unsafe_hash,
        "frozen": frozen,
    }
    real = [f for f in fields.values() if f._field_type is _FIELD]
    if init:
        cls.__init__ = _init(cls, [f for f in fields.values() if f._field_type is not _CLASS_VAR], frozen)
    if repr and "__repr__" not in own:
        cls.__repr__ = _repr(real)
    compared = [f for f in real if f.compare]
    if eq and "__eq__" not in own:
        cls.__eq__ = _comparison("__eq__", "==", compared)
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in own:
                raise TypeError(
                    "Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering" % (name, cls.__name__)
                )
            setattr(cls, name, _comparison(name, operator, compared))
    has_hash = own.get("__hash__") is not None and "__hash__" in own
    if unsafe_hash or (eq and frozen and not has_hash):
        if unsafe_hash and has_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
        hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _compile("__hash__", ["self"], ["return hash(%s)" % _tuple_of("self", hashed)], {})
    elif eq and not has_hash:
        cls.__hash__ = None
    if frozen:
        _freeze(cls, [f.name for f in real])
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([f.name for f in real if f.init and not f.kw_only])
    return _slotted(cls, real) if slots else cls


# A class with slots is another class: they are made when a class is.
def _slotted(cls, real):
    names = dict(cls.__dict__)
    if "__slots__" in names:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    inherited = []
    for base in cls.__mro__[1:-1]:
        inherited += base.__dict__.get("__slots__", ())
    for f in real:
        names.pop(f.name, None)
    names.pop("__dict__", None)
    names["__slots__"] = tuple([f.name for f in real if f.name not in inherited])
    made = type(cls)(cls.__name__, cls.__bases__, names)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(
    cls=None,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False
):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj, _FIELDS)


def _is_instance(obj):
    return not isinstance(obj, type) and hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda obj, inner: dict_factory([(f.name, inner(getattr(obj, f.name))) for f in fields(obj)]))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda obj, inner: tuple_factory([inner(getattr(obj, f.name)) for f in fields(obj)]))


def _convert(obj, make):
    def inner(value):
        kind = type(value)
        if kind in (int, str, float, bool) or value is None:
            return value
        if _is_instance(value):
            return make(value, inner)
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return kind(*[inner(item) for item in value])
        if isinstance(value, (list, tuple)):
            return kind([inner(item) for item in value])
        if isinstance(value, dict):
            if hasattr(value, "default_factory"):
                new = kind(value.default_factory)
                for key, item in value.items():
                    new[inner(key)] = inner(item)
                return new
            return kind([(inner(key), inner(item)) for key, item in value.items()])
        from copy import deepcopy

        return deepcopy(value)

    return inner(obj)


def replace(obj, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _CLASS_VAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
            continue
        if f.name not in changes:
            if f._field_type is _INIT_VAR and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations = {}
    attributes = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, attributes[item[0]] = item
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name:
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % name)
        annotations[name] = kind
    attributes["__annotations__"] = annotations
    return dataclass(type(cls_name, tuple(bases) or (object,), attributes), **options)
