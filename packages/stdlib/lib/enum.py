# Members are objects of their class, made when the class is: EnumMeta does it.


# What a class body makes of values that are not known yet.
class _Later:
    def __or__(self, other):
        return _Operation(lambda a, b: a | b, self, other)

    def __and__(self, other):
        return _Operation(lambda a, b: a & b, self, other)

    def __xor__(self, other):
        return _Operation(lambda a, b: a ^ b, self, other)

    def __ror__(self, other):
        return _Operation(lambda a, b: a | b, other, self)

    def __invert__(self):
        return _Operation(lambda a, b: ~a, self, 0)


class auto(_Later):
    def __init__(self, value=None):
        self.value = value


class _Operation(_Later):
    def __init__(self, function, a, b):
        self._parts = function, a, b

    @property
    def value(self):
        function, a, b = self._parts
        return function(*[part.value if isinstance(part, _Later) else part for part in (a, b)])


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


property = property


_FUNCTION = type(lambda: None)
_METHODS = (_FUNCTION, classmethod, staticmethod, type(property(None)), type(len))


def _is_member(name, value, ignored):
    if name in ignored or (name[:2] == "__" and name[-2:] == "__") or (name[0] == "_" and name[-1] == "_"):
        return False
    if isinstance(value, nonmember) or name.startswith("__"):
        return False
    if isinstance(value, (member, _Later)):
        return True
    return not isinstance(value, _METHODS) and not hasattr(type(value), "__get__")


class EnumType(type):
    def __new__(meta, name, bases, namespace, boundary=None, **kwargs):
        for base in bases:
            if getattr(base, "_member_names_", None):
                raise TypeError("<enum %r> cannot extend <enum %r>" % (name, base.__name__))
        cls = super().__new__(meta, name, bases, namespace, **kwargs)
        if bases:
            _build(cls, boundary)
        return cls

    def __init__(cls, *args, **kwargs):
        pass

    # Color(1), and Color = Enum("Color", "RED GREEN")
    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is not None and not cls._member_map_:
            return _functional(cls, value, names, type, start, module)
        if names is not None:
            value = (value, names) + values
        found = value if isinstance(value, cls) else _find(cls, value)
        if found is None:
            found = cls._missing_(value)
        if found is None:
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        return found

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()) and name in cls.__dict__:
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()) and name in cls.__dict__:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        super().__delattr__(name)

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __contains__(cls, member):
        return isinstance(member, cls)

    def __repr__(cls):
        return "<enum %r>" % cls.__name__


EnumMeta = EnumType

# The class that inherits from the builtin, and the builtin: what makes a member out of its value.
def _native(cls):
    for kind in _natives:
        if issubclass(cls, kind):
            owner = cls
            while kind not in owner.__bases__:
                owner = [base for base in owner.__bases__ if issubclass(base, kind)][0]
            return owner, kind
    return None, object


_natives = (int, str, float, bytes, tuple)


def _build(cls, boundary):
    namespace = cls.__dict__
    ignored = namespace.get("_ignore_", ())
    if isinstance(ignored, str):
        ignored = ignored.replace(",", " ").split()
    if boundary is not None:
        cls._boundary_ = boundary
    cls._member_names_ = []
    cls._member_map_ = {}
    cls._value2member_map_ = {}
    cls._unhashable_ = []
    cls.__members__ = cls._member_map_
    # they make members, once
    for name, kept in (("__new__", "_new_member_"), ("__init__", "_init_member_")):
        if name in namespace:
            setattr(cls, kept, namespace[name])
            delattr(cls, name)
    if _native(cls)[0] is not None:
        for name in ("__str__", "__repr__", "__format__"):
            if name not in namespace:
                setattr(cls, name, _inherited(cls, name))
    for name, value in namespace.items():
        if isinstance(value, nonmember):
            setattr(cls, name, value.value)
        elif _is_member(name, value, ignored):
            _add(cls, name, value.value if isinstance(value, member) else value)


# The method of the first base that is an Enum: those of str and int do not know of members.
def _inherited(cls, name):
    for base in cls.__bases__:
        if base is Enum or (name in base.__dict__ and base not in _natives):
            return base.__dict__[name]
        if issubclass(base, Enum):
            return _inherited(base, name)
    return Enum.__dict__[name]


def _next_value(cls, name):
    values = [item._value_ for item in cls._member_map_.values()]
    return cls._generate_next_value_(name, 1, len(values), values)


def _add(cls, name, value):
    if isinstance(value, _Later):
        if value.value is None:
            value.value = _next_value(cls, name)
        value = value.value
    elif isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
        value = tuple([_next_value(cls, name) if isinstance(part, auto) else part for part in value])
    owner, kind = _native(cls)
    args = value if isinstance(value, tuple) and kind is not tuple else (value,)
    make = getattr(cls, "_new_member_", None)
    if make is not None:
        item = make(cls, *args)
        if not hasattr(item, "_value_"):
            item._value_ = value
    else:
        item = object.__new__(cls)
        item._value_ = value
        if owner is not None:
            super(owner, item).__init__(*args)
            if isinstance(value, tuple) and kind is not tuple:
                item._value_ = kind(*args)
    known = _find(cls, item._value_)
    if known is not None:
        setattr(cls, name, known)
        cls._member_map_[name] = known
        return
    _register(cls, item, name)
    if hasattr(cls, "_init_member_"):
        item._init_member_(*args)
    # a loop over a Flag sees single bits only
    if not issubclass(cls, Flag) or _single(item._value_):
        cls._member_names_.append(name)
    setattr(cls, name, item)
    cls._member_map_[name] = item


def _register(cls, item, name):
    item._name_ = item.name = name
    item.value = item._value_
    try:
        cls._value2member_map_[item._value_] = item
    except TypeError:
        cls._unhashable_.append(item)


def _find(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for item in cls._unhashable_:
            if item._value_ == value:
                return item
    return None


# Color = Enum("Color", "RED GREEN")
def _functional(cls, name, names, type_, start, module):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, dict):
        names = names.items()
    namespace = {}
    for i, item in enumerate(names):
        if isinstance(item, str):
            namespace[item] = cls._generate_next_value_(item, start, i, list(namespace.values()))
        else:
            namespace[item[0]] = item[1]
    if module is not None:
        namespace["__module__"] = module
    return EnumType(name, (cls,) if type_ is None else (type_, cls), namespace)


class Enum(metaclass=EnumType):
    _member_names_ = ()
    _member_map_ = __members__ = {}

    @classmethod
    def _missing_(cls, value):
        return None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    def __repr__(self):
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._name_)

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __ne__(self, other):
        return not self == other

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)


class ReprEnum(Enum):
    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, Enum) else other)


class IntEnum(int, ReprEnum):
    __str__ = ReprEnum.__str__
    __repr__ = Enum.__repr__
    __format__ = ReprEnum.__format__
    __hash__ = ReprEnum.__hash__
    __eq__ = ReprEnum.__eq__


# What a number's own operators do not see: a member on their right.
class _OnTheRight:
    def __radd__(self, other):
        return other + self._value_

    def __rsub__(self, other):
        return other - self._value_

    def __rmul__(self, other):
        return other * self._value_

    def __rtruediv__(self, other):
        return other / self._value_

    def __rfloordiv__(self, other):
        return other // self._value_

    def __rmod__(self, other):
        return other % self._value_

    def __rpow__(self, other):
        return other**self._value_

    def __rand__(self, other):
        return other & self._value_

    def __ror__(self, other):
        return other | self._value_

    def __rxor__(self, other):
        return other ^ self._value_

    def __rlshift__(self, other):
        return other << self._value_

    def __rrshift__(self, other):
        return other >> self._value_


for _name, _function in _OnTheRight.__dict__.items():
    if _name[:3] == "__r" and _name != "__repr__":
        setattr(IntEnum, _name, _function)


class StrEnum(str, ReprEnum):
    __str__ = ReprEnum.__str__
    __repr__ = Enum.__repr__
    __format__ = ReprEnum.__format__
    __hash__ = ReprEnum.__hash__
    __eq__ = ReprEnum.__eq__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


STRICT, CONFORM, EJECT, KEEP = "STRICT", "CONFORM", "EJECT", "KEEP"


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        highest = 0
        for value in last_values:
            highest = max(highest, value)
        return 1 if highest == 0 else 1 << (len(bin(highest)) - 2)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        known = 0
        for item in cls._member_map_.values():
            known |= item._value_
        if value < 0:
            value &= known
            found = _find(cls, value)
            if found is not None:
                return found
        if value & ~known:
            if not issubclass(cls, int):
                width = len(bin(max(value, known))) - 2
                raise ValueError(
                    "%r invalid value %d\n    given %s\n  allowed %s"
                    % (cls, value, _binary(value, width), _binary(known, width))
                )
        return cls._make(value)

    @classmethod
    def _make(cls, value):
        owner, kind = _native(cls)
        item = object.__new__(cls)
        item._value_ = value
        if owner is not None:
            super(owner, item).__init__(value)
        names = [name for name in cls._member_names_ if _single(cls._member_map_[name]._value_) and cls._member_map_[name]._value_ & value]
        _register(cls, item, "|".join(names) if names else None)
        return item

    def _value_of(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        known = 0
        for item in type(self)._member_map_.values():
            known |= item._value_
        return type(self)(known & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'" % (type(other).__qualname__, type(self).__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return self._value_ != 0

    def __iter__(self):
        return iter([item for item in type(self) if item._value_ & self._value_])

    def __len__(self):
        return bin(self._value_).count("1")

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        name = type(self).__name__
        if self._name_ is None:
            return "<%s: %r>" % (name, self._value_)
        return "<%s.%s: %r>" % (name, self._name_, self._value_)

    def __str__(self):
        name = type(self).__name__
        if self._name_ is None:
            return "%s(%r)" % (name, self._value_)
        return "%s.%s" % (name, self._name_)


def _single(value):
    return value != 0 and value & (value - 1) == 0


def _binary(value, width):
    digits = bin(value)[2:]
    return "0b0 " + "0" * (width - len(digits)) + digits


class IntFlag(int, Flag):
    __str__ = ReprEnum.__str__
    __repr__ = Flag.__repr__
    __format__ = ReprEnum.__format__
    __hash__ = ReprEnum.__hash__
    __eq__ = ReprEnum.__eq__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def unique(enumeration):
    duplicates = [(name, item.name) for name, item in enumeration.__members__.items() if name != item.name]
    if duplicates:
        raise ValueError(
            "duplicate values found in <enum %r>: %s"
            % (enumeration.__name__, ", ".join(["%s -> %s" % (alias, name) for alias, name in duplicates]))
        )
    return enumeration


CONTINUOUS, NAMED_FLAGS, UNIQUE = "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"


def verify(*checks):
    def check(enumeration):
        return unique(enumeration) if UNIQUE in checks else enumeration

    return check


def global_enum(cls):
    return cls
