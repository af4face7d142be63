# collections.abc: mappings.

from abc import abstractmethod
from _abc_basic import Collection

# where the classes say that they are from
__name__ = "collections.abc"


class Mapping(Collection):
    _native = (dict,)

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        from _abc_views import KeysView

        return KeysView(self)

    def items(self):
        from _abc_views import ItemsView

        return ItemsView(self)

    def values(self):
        from _abc_views import ValuesView

        return ValuesView(self)

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict([(key, self[key]) for key in self]) == dict(other.items())

    def __ne__(self, other):
        return not self == other


_missing = object()


class MutableMapping(Mapping):
    _native = (dict,)

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError(key)

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError(key)

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), **kwargs):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default
