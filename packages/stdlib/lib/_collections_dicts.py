# collections.defaultdict and OrderedDict: dicts with methods added.

# where the classes say that they are from
__name__ = "collections"

_missing = object()


class defaultdict(dict):
    __c_name__ = "collections.defaultdict"
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
    __c_name__ = "collections.OrderedDict"
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
