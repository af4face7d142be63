# collections.abc: what keys(), values() and items() give.

from _abc_basic import _items, _keys, _values, Collection, Sized
from _abc_sets import Set

# where the classes say that they are from
__name__ = "collections.abc"


class MappingView(Sized):
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._mapping)


class KeysView(MappingView, Set):
    _native = (_keys,)

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)


class ItemsView(MappingView, Set):
    _native = (_items,)

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        return key in self._mapping and self._mapping[key] == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    _native = (_values,)

    def __contains__(self, value):
        return any([self._mapping[key] == value for key in self._mapping])

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]
