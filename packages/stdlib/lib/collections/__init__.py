# namedtuple, deque and the kinds of dict. dicts and deques are MicroPython's own with methods added.

from ucollections import deque as _Ring, namedtuple as _native_namedtuple
import _native

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_missing = object()


def __getattr__(name):
    if name in ("UserDict", "UserList", "UserString"):
        import _collections_user

        value = globals()[name] = getattr(_collections_user, name)
        return value
    if name == "abc":
        return __import__("collections.abc").abc
    raise AttributeError("module 'collections' has no attribute '%s'" % name)


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def __getitem__(self, key):
        value = self.get(key, _missing)
        if value is _missing:
            return self.__missing__(key)
        return value

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self.items())

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other.items())
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other.items())
        new.update(self.items())
        return new

    def __ior__(self, other):
        self.update(other.items() if isinstance(other, dict) else other)
        return self

    def __repr__(self):
        return "defaultdict(%r, %s)" % (self.default_factory, _plain(self))

    __str__ = __repr__


# The repr of the items, with `...` for the mapping itself.
def _plain(mapping):
    return "{%s}" % ", ".join(
        [repr(key) + ": " + ("defaultdict(...)" if value is mapping else repr(value)) for key, value in mapping.items()]
    )


class OrderedDict(dict):
    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        others = list(self.items())
        self.clear()
        self[key] = value
        self.update(others)

    def copy(self):
        return type(self)(self.items())

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __reversed__(self):
        return reversed(list(self.keys()))

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return len(self) == len(other) and list(self.items()) == list(other.items())
        return isinstance(other, dict) and len(self) == len(other) and dict(self.items()) == dict(other.items())

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other.items())
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other.items())
        new.update(self.items())
        return new

    def __ior__(self, other):
        self.update(other.items() if isinstance(other, dict) else other)
        return self

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + "()"
        return "%s(%r)" % (name, list(self.items()))

    __str__ = __repr__


def _count(counts, iterable):
    get = counts.get
    for item in iterable:
        counts[item] = get(item, 0) + 1


class Counter(dict):
    def __init__(self, iterable=None, **kwargs):
        super().__init__()
        self.update(iterable, **kwargs)

    def __getitem__(self, key):
        value = self.get(key, _missing)
        return self.__missing__(key) if value is _missing else value

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def update(self, iterable=None, **kwargs):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                if self:
                    get = self.get
                    for item, count in iterable.items():
                        self[item] = count + get(item, 0)
                else:
                    super().update(iterable.items())
            else:
                counts = dict(self.items())
                _count(counts, iterable)
                super().update(counts)
        if kwargs:
            self.update(kwargs)

    def subtract(self, iterable=None, **kwargs):
        if iterable is not None:
            get = self.get
            if hasattr(iterable, "items"):
                for item, count in iterable.items():
                    self[item] = get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwargs:
            self.subtract(kwargs)

    def most_common(self, n=None):
        items = sorted(self.items(), key=_second, reverse=True)
        if n is None:
            return items
        return items[:n] if n > 0 else []

    def elements(self):
        for item, count in self.items():
            for _ in range(count):
                yield item

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    # An empty counter of this kind; what follows fills it.
    def _new(self):
        return Counter()

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count += other[item]
            if count > 0:
                result[item] = count
        for item, count in other.items():
            if item not in self and count > 0:
                result[item] = count
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count -= other[item]
            if count > 0:
                result[item] = count
        for item, count in other.items():
            if item not in self and count < 0:
                result[item] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count = max(count, other[item])
            if count > 0:
                result[item] = count
        for item, count in other.items():
            if item not in self and count > 0:
                result[item] = count
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            count = min(count, other[item])
            if count > 0:
                result[item] = count
        return result

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep(self, result):
        self.clear()
        super().update(result.items())
        return self

    def __iadd__(self, other):
        return self._keep(self + other)

    def __isub__(self, other):
        return self._keep(self - other)

    def __ior__(self, other):
        return self._keep(self | other)

    def __iand__(self, other):
        return self._keep(self & other)

    def __eq__(self, other):
        if isinstance(other, Counter):
            return all([self[key] == other[key] for key in self]) and all([key in self or not other[key] for key in other])
        return isinstance(other, dict) and dict(self.items()) == other

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] <= other[key] for key in self]) and all([key in self or 0 <= other[key] for key in other])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other < self

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + "()"
        try:
            items = self.most_common()
        except TypeError:
            items = self.items()
        return "%s({%s})" % (name, ", ".join([repr(key) + ": " + repr(value) for key, value in items]))

    __str__ = __repr__


def _second(pair):
    return pair[1]


_GROWS = 2


class deque(_Ring):
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is None:
            super().__init__((), 7, _GROWS)
        else:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
            super().__init__((), maxlen)
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    append = _native.deque_append
    appendleft = _native.deque_appendleft

    def extend(self, iterable):
        # a deque that extends itself must not chase its own end
        if not isinstance(iterable, (list, tuple, str, bytes, range)):
            iterable = list(iterable)
        _native.deque_reserve(self, len(iterable))
        super().extend(iterable)

    def extendleft(self, iterable):
        for item in list(iterable):
            self.appendleft(item)

    def __iadd__(self, iterable):
        self.extend(iterable)
        return self

    def pop(self):
        if not self:
            raise IndexError("pop from an empty deque")
        return super().pop()

    def popleft(self):
        if not self:
            raise IndexError("pop from an empty deque")
        return super().popleft()

    def clear(self):
        super().__init__((), 7 if self._maxlen is None else self._maxlen, _GROWS if self._maxlen is None else 0)

    def _fill(self, items):
        deque.clear(self)
        _native.deque_reserve(self, len(items))
        super().extend(items)

    def copy(self):
        new = type(self)(self, self._maxlen)
        return new

    __copy__ = copy

    def count(self, value):
        return list(self).count(value)

    def index(self, value, start=0, stop=None):
        items = list(self)
        try:
            return items.index(value, start, len(items) if stop is None else stop)
        except ValueError:
            raise ValueError("%r is not in deque" % (value,))

    def insert(self, index, value):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        items = list(self)
        items.insert(index, value)
        self._fill(items)

    def remove(self, value):
        items = list(self)
        try:
            items.remove(value)
        except ValueError:
            raise ValueError("%r is not in deque" % (value,))
        self._fill(items)

    def __delitem__(self, index):
        items = list(self)
        if not -len(items) <= index < len(items):
            raise IndexError("deque index out of range")
        del items[index]
        self._fill(items)

    def reverse(self):
        items = list(self)
        items.reverse()
        self._fill(items)

    def rotate(self, n=1):
        length = len(self)
        if length < 2:
            return
        n %= length
        if n * 2 <= length:
            for _ in range(n):
                self.appendleft(super().pop())
        else:
            for _ in range(length - n):
                self.append(super().popleft())

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        return reversed(list(self))

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque' % type(other).__name__)
        new = self.copy()
        new.extend(other)
        return new

    def __mul__(self, count):
        return type(self)(list(self) * count, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._fill(list(self) * count)
        return self

    def __eq__(self, other):
        return isinstance(other, deque) and list(self) == list(other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    def __repr__(self):
        items = "[%s]" % ", ".join(["[...]" if item is self else repr(item) for item in self])
        name = type(self).__name__
        if self._maxlen is None:
            return "%s(%s)" % (name, items)
        return "%s(%s, maxlen=%d)" % (name, items, self._maxlen)

    __str__ = __repr__


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


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(mapping.items())
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __bool__(self):
        return any([bool(mapping) for mapping in self.maps])

    def keys(self):
        return self._merged().keys()

    def values(self):
        return [self[key] for key in self._merged()]

    def items(self):
        return [(key, self[key]) for key in self._merged()]

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError("Key not found in the first mapping: %r" % (key,))

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def update(self, *args, **kwargs):
        self.maps[0].update(*args, **kwargs)

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError("Key not found in the first mapping: %r" % (key,))

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def clear(self):
        self.maps[0].clear()

    def __eq__(self, other):
        if isinstance(other, ChainMap):
            other = other._merged()
        return self._merged() == other

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        new = self.copy()
        new.maps[0].update(other)
        return new

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join([repr(mapping) for mapping in self.maps]))
