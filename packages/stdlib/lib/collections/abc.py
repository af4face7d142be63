# Abstract classes of containers. Those with one method know a class by its methods; all give what follows from the abstract ones.


from abc import ABCMeta, abstractmethod
from ucollections import deque as _Ring


def _later():
    yield


async def _awaited():
    pass


_generator = type(_later())
_coroutine = type(_awaited())
_keys, _values, _items = type({}.keys()), type({}.values()), type({}.items())
_unhashable = (list, dict, set, bytearray, _keys, _items, _Ring)
_iterators = (_generator, zip, map, filter, enumerate, type(reversed([]))) + tuple(
    [type(iter(sample)) for sample in ([], (), {}, set(), "", b"", bytearray(), range(0), {}.keys())]
)
_sequences = (list, tuple, str, bytes, bytearray, range, memoryview, _Ring)
_sets = (set, frozenset, _keys, _items)
_collections = _sequences + _sets + (dict, _values)


# Knows a class by its methods, and the native ones by `_native`: those do not show their methods.
class _ByMethods(metaclass=ABCMeta):
    _methods = _native = ()

    @classmethod
    def __subclasshook__(cls, kind):
        for native in cls.__dict__.get("_native", ()):
            if issubclass(kind, native):
                return True
        names = cls.__dict__.get("_methods")
        if not names:
            return NotImplemented
        for name in names:
            for base in kind.__mro__:
                if base is not object and name in base.__dict__:
                    if base.__dict__[name] is None:
                        return False
                    break
            else:
                return NotImplemented
        return True


class Hashable(_ByMethods):
    @classmethod
    def __subclasshook__(cls, kind):
        if cls is not Hashable:
            return NotImplemented
        for base in kind.__mro__:
            if base in _unhashable:
                return False
            if base is not object:
                if "__hash__" in base.__dict__:
                    return base.__dict__["__hash__"] is not None
                if "__eq__" in base.__dict__ and base.__module__ != "builtins":
                    return False
        return True

    @abstractmethod
    def __hash__(self):
        return 0


class Iterable(_ByMethods):
    _methods = ("__iter__",)
    _native = _collections + _iterators

    @abstractmethod
    def __iter__(self):
        raise NotImplementedError


class Iterator(Iterable):
    _methods = ("__iter__", "__next__")
    _native = _iterators

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    _methods = ("__reversed__", "__iter__")
    _native = _sequences + (dict, _keys, _values, _items)

    @abstractmethod
    def __reversed__(self):
        raise NotImplementedError


class Generator(Iterator):
    _methods = ("__iter__", "__next__", "send", "throw", "close")
    _native = (_generator,)

    def __next__(self):
        return self.send(None)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class Sized(_ByMethods):
    _methods = ("__len__",)
    _native = _collections

    @abstractmethod
    def __len__(self):
        raise NotImplementedError


class Container(_ByMethods):
    _methods = ("__contains__",)
    _native = _collections

    @abstractmethod
    def __contains__(self, x):
        raise NotImplementedError


class Collection(Sized, Iterable, Container):
    _methods = ("__len__", "__iter__", "__contains__")
    _native = _collections


class Callable(_ByMethods):
    _methods = ("__call__",)
    _native = (type, type(_later), type(len), type(print), type(setattr), type(isinstance), type(globals), type([].append))

    @abstractmethod
    def __call__(self, *args, **kwargs):
        raise NotImplementedError


class Awaitable(_ByMethods):
    _methods = ("__await__",)
    _native = (_coroutine,)

    @abstractmethod
    def __await__(self):
        raise NotImplementedError


class Coroutine(Awaitable):
    _methods = ("__await__", "send", "throw", "close")
    _native = (_coroutine,)


class AsyncIterable(_ByMethods):
    _methods = ("__aiter__",)

    @abstractmethod
    def __aiter__(self):
        raise NotImplementedError


class AsyncIterator(AsyncIterable):
    _methods = ("__aiter__", "__anext__")

    @abstractmethod
    def __anext__(self):
        raise NotImplementedError

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _methods = ("__aiter__", "__anext__", "asend", "athrow", "aclose")


class Sequence(Reversible, Collection):
    _native = _sequences

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError(key)

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        length = len(self)
        if start < 0:
            start = max(length + start, 0)
        if stop is None:
            stop = length
        elif stop < 0:
            stop += length
        for i in range(start, min(stop, length)):
            item = self[i]
            if item is value or item == value:
                return i
        raise ValueError

    def count(self, value):
        count = 0
        for item in self:
            if item is value or item == value:
                count += 1
        return count


class MutableSequence(Sequence):
    _native = (list, bytearray, _Ring)

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError(key)

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError(key)

    @abstractmethod
    def insert(self, index, value):
        raise NotImplementedError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        length = len(self)
        for i in range(length // 2):
            self[i], self[length - i - 1] = self[length - i - 1], self[i]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class ByteString(Sequence):
    _native = (bytes, bytearray)


class Set(Collection):
    _native = _sets

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        return len(self) <= len(other) and all([item in other for item in self])

    def __lt__(self, other):
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        return len(self) >= len(other) and all([item in self for item in other])

    def __gt__(self, other):
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        return len(self) == len(other) and self <= other

    def __ne__(self, other):
        return not self == other

    def __and__(self, other):
        return self._from_iterable([item for item in other if item in self])

    def __or__(self, other):
        return self._from_iterable(list(self) + [item for item in other if item not in self])

    def __sub__(self, other):
        return self._from_iterable([item for item in self if item not in other])

    def __rsub__(self, other):
        return self._from_iterable([item for item in other if item not in self])

    def __xor__(self, other):
        return (self - other) | (other - self)

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__

    def isdisjoint(self, other):
        return not any([item in self for item in other])

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    _native = (set,)

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        for value in list(self):
            self.discard(value)

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other):
        for value in list(self):
            if value not in other:
                self.discard(value)
        return self

    def __isub__(self, other):
        if other is self:
            self.clear()
        else:
            for value in other:
                self.discard(value)
        return self

    def __ixor__(self, other):
        for value in list(other):
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self


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
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
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


class Buffer:
    pass
