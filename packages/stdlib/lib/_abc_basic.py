# collections.abc: classes of one method, and what follows from two or three of them.

from abc import ABCMeta, abstractmethod
from ucollections import deque as _Ring

# where the classes say that they are from
__name__ = "collections.abc"


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

    # Iterable[int]
    @classmethod
    def __class_getitem__(cls, item):
        from _generic import GenericAlias

        return GenericAlias(cls, item)

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

    @classmethod
    def __class_getitem__(cls, item):
        from _generic import CallableAlias

        return CallableAlias(cls, item)

    @abstractmethod
    def __call__(self, *args, **kwargs):
        raise NotImplementedError


class Buffer:
    pass
