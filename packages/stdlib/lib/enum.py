# Members are objects of their class, made when the class is. What makes a class of them is EnumMeta.


class auto:
    def __init__(self, value=None):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class property(property):
    pass


_FUNCTION = type(lambda: None)
_METHODS = (_FUNCTION, classmethod, staticmethod, type(property(None)), type(len))


def _is_member(name, value, ignored):
    if name in ignored or (name[:2] == "__" and name[-2:] == "__") or (name[0] == "_" and name[-1] == "_"):
        return False
    if isinstance(value, nonmember) or name.startswith("__"):
        return False
    if isinstance(value, member) or isinstance(value, auto):
        return True
    return not isinstance(value, _METHODS) and not hasattr(type(value), "__get__")


def _data_type(bases):
    for base in bases:
        kind = getattr(base, "_member_type_", None)
        if kind is not None and kind is not object:
            return kind
        if not isinstance(base, EnumMeta):
            for kind in (int, str, float, bytes, tuple):
                if issubclass(base, kind):
                    return base
    return object


class EnumMeta(type):
    def __new__(metaclass, name, bases, namespace, boundary=None, **kwargs):
        ignored = namespace.pop("_ignore_", ())
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        members = []
        attributes = {}
        for key, value in namespace.items():
            if key in ignored:
                continue
            if _is_member(key, value, ignored):
                members.append((key, value.value if isinstance(value, member) else value))
            else:
                attributes[key] = value.value if isinstance(value, nonmember) else value
        for base in bases:
            if isinstance(base, EnumMeta) and base.__dict__.get("_member_names_"):
                raise TypeError("<enum %r> cannot extend <enum %r>" % (name, base.__name__))
        cls = type.__new__(metaclass, name, bases, attributes)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._unhashable_ = []
        cls._member_type_ = _data_type(bases)
        cls._flag_mask_ = 0
        last = []
        for key, value in members:
            metaclass._add(cls, key, value, last)
        return cls

    def __init__(cls, *args, **kwargs):
        pass

    def _add(cls, key, value, last):
        if isinstance(value, auto):
            value = value.value if value.value is not None else cls._generate_next_value_(key, 1, len(last), list(last))
        elif isinstance(value, tuple) and any([isinstance(item, auto) for item in value]):
            value = tuple(
                [cls._generate_next_value_(key, 1, len(last), list(last)) if isinstance(item, auto) else item for item in value]
            )
        kind = cls._member_type_
        new = cls.__dict__.get("__new__") or getattr(cls, "_new_member_", None)
        args = value if isinstance(value, tuple) and kind is not tuple else (value,)
        if new is not None:
            item = getattr(new, "__func__", new)(cls, *args)
            if not hasattr(item, "_value_"):
                item._value_ = value
        elif kind is object:
            item = object.__new__(cls)
            item._value_ = value
        else:
            item = kind.__new__(cls, *args)
            item._value_ = value if not isinstance(value, tuple) or kind is tuple else kind(*args)
        value = item._value_
        known = cls._find(value)
        last.append(value)
        if known is not None:
            cls._member_map_[key] = known
            setattr(cls, key, known)
            return
        item._name_ = key
        item._sort_order_ = len(cls._member_names_)
        initialise = getattr(cls, "_init_member_", None) or cls.__dict__.get("__init__")
        if initialise is not None:
            item.__init__(*args)
        cls._member_names_.append(key)
        cls._member_map_[key] = item
        try:
            cls._value2member_map_[value] = item
        except TypeError:
            cls._unhashable_.append(item)
        setattr(cls, key, item)

    def _find(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for item in cls._unhashable_:
                if item._value_ == value:
                    return item
        return None

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            if values:
                value = (value,) + values
            found = value if isinstance(value, cls) else cls._find(value)
            if found is None:
                found = cls._missing_(value)
            if found is None:
                raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            return found
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, dict):
            names = list(names.items())
        namespace = {}
        for i, item in enumerate(names):
            if isinstance(item, str):
                namespace[item] = cls._generate_next_value_(item, start, i, list(namespace.values()))
            else:
                namespace[item[0]] = item[1]
        bases = (cls,) if type is None else (type, cls)
        return EnumMeta.__new__(EnumMeta, value, bases, namespace)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return value._name_ in cls._member_map_
        if not isinstance(value, Enum):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, type(cls).__qualname__)
            )
        return False

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        return "<%s %r>" % ("flag" if issubclass(cls, Flag) else "enum", cls.__name__)


EnumType = EnumMeta


class Enum(metaclass=EnumMeta):
    @classmethod
    def _missing_(cls, value):
        return None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for value in reversed(last_values):
            if isinstance(value, int):
                return max([item for item in last_values if isinstance(item, int)]) + 1
        return start

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

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

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)


class IntEnum(int, Enum):
    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, Enum) else other)


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, Enum) else other)


class ReprEnum(Enum):
    pass


STRICT, CONFORM, EJECT, KEEP = "STRICT", "CONFORM", "EJECT", "KEEP"


def _bits(value):
    bit = 1
    while bit <= value:
        if value & bit:
            yield bit
        bit <<= 1


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
            found = cls._find(value)
            if found is not None:
                return found
        if value & ~known:
            if not issubclass(cls, int):
                width = len(bin(max(value, known))) - 2
                raise ValueError(
                    "%r invalid value %d\n    given %s\n  allowed %s"
                    % (cls, value, _binary(value, width), _binary(known, width))
                )
        item = cls._make(value)
        cls._value2member_map_[value] = item
        return item

    @classmethod
    def _make(cls, value):
        kind = cls._member_type_
        item = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        item._value_ = value
        names = [name for name in cls._member_names_ if _single(cls._member_map_[name]._value_) and cls._member_map_[name]._value_ & value]
        item._name_ = "|".join(names) if names else None
        return item

    def _combine(self, value):
        return type(self)(value)

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
        members = type(self)._value2member_map_
        return iter([members[bit] for bit in _bits(self._value_) if bit in members])

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
    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, Enum) else other)

    def __hash__(self):
        return hash(self._value_)


def unique(enumeration):
    duplicates = [(name, item.name) for name, item in enumeration.__members__.items() if name != item.name]
    if duplicates:
        raise ValueError(
            "duplicate values found in %r: %s"
            % (enumeration, ", ".join(["%s -> %s" % (alias, name) for alias, name in duplicates]))
        )
    return enumeration


CONTINUOUS, NAMED_FLAGS, UNIQUE = "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"


def verify(*checks):
    def check(enumeration):
        return unique(enumeration) if UNIQUE in checks else enumeration

    return check


def global_enum(cls):
    return cls
