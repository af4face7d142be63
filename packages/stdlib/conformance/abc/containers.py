# collections.abc: what is an instance of what, and what a class gets from them.
import abc
import collections.abc
from collections import ChainMap, Counter, OrderedDict, deque


def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


class Plain:
    pass


class Iterates:
    def __iter__(self):
        return iter([1])


class NoHash:
    def __eq__(self, other):
        return True


class Calls:
    def __call__(self):
        pass


values = [[], (), {}, set(), frozenset(), "", b"", bytearray(), 1, None, len, Plain, Plain(), Iterates(), NoHash(), Calls()]
values += [iter([]), range(3), (x for x in []), {}.keys(), {}.items(), zip(), Counter(), OrderedDict(), deque()]
for name in (
    "Hashable Iterable Iterator Reversible Generator Sized Container Collection Callable Sequence MutableSequence ByteString Set MutableSet "
    "Mapping MutableMapping AsyncIterable"
).split():
    kind = getattr(collections.abc, name)
    print(name, "".join(["1" if isinstance(value, kind) else "0" for value in values]))

attempt("issubclass", lambda: (issubclass(list, collections.abc.Sequence), issubclass(dict, collections.abc.Mapping), issubclass(int, collections.abc.Sized)))
attempt("chainmap", lambda: isinstance(ChainMap(), collections.abc.Iterable))


class Squares(collections.abc.Sequence):
    def __init__(self, count):
        self.count_ = count

    def __len__(self):
        return self.count_

    def __getitem__(self, index):
        if index >= self.count_:
            raise IndexError(index)
        return index * index


attempt("sequence", lambda: (list(Squares(4)), 9 in Squares(4), Squares(4).index(4), list(reversed(Squares(4))), Squares(3).count(1)))
attempt("isinstance", lambda: [isinstance(Squares(1), getattr(collections.abc, name)) for name in ("Sequence", "Iterable", "Sized", "Mapping")])


class Lower(collections.abc.MutableMapping):
    def __init__(self, **kwargs):
        self.data = {}
        self.update(kwargs)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


attempt("mapping", lambda: (dict(Lower(A=1).items()), "a" in Lower(A=1), Lower(A=1).get("A"), Lower(A=1).pop("A"), Lower(b=2) == {"b": 2}))
attempt("views", lambda: (list(Lower(A=1).keys()), list(Lower(A=1).items()), list(Lower(A=1).values())))


class Half(collections.abc.Sequence):
    def __len__(self):
        return 0


attempt("abstract", lambda: Half())
attempt("abstract too", lambda: collections.abc.MutableMapping())


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @classmethod
    @abc.abstractmethod
    def make(cls): ...

    @abc.abstractmethod
    def name(self):
        return "shape"


class Square(Shape):
    area = property(lambda self: 4)

    @classmethod
    def make(cls):
        return cls()

    def name(self):
        return "square, a " + super().name()


attempt("abstract property", lambda: Shape())
attempt("names", lambda: (sorted(Shape.__abstractmethods__), sorted(Square.__abstractmethods__)))
attempt("concrete", lambda: (Square().area, Square.make().name(), type(Shape).__name__))
collections.abc.Sequence.register(Plain)
attempt("register", lambda: (isinstance(Plain(), collections.abc.Sequence), issubclass(Plain, collections.abc.Collection), isinstance(Plain(), Shape)))
