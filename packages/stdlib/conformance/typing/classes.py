# Classes made with typing: named tuples, typed dicts, generics, protocols.
from abc import ABC, abstractmethod
from typing import Dict, Generic, List, NamedTuple, Optional, Protocol, TypedDict, TypeVar, get_type_hints, runtime_checkable


def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


class Point(NamedTuple):
    """Where it is."""

    x: int
    y: int = 0

    def norm(self) -> int:
        return self.x * self.x + self.y * self.y

    @property
    def swapped(self) -> "Point":
        return Point(self.y, self.x)


attempt("named tuple", lambda: (Point(1), Point(1, 2), Point(x=3), Point(1, 2) == (1, 2)))
attempt("fields", lambda: (Point._fields, Point._field_defaults, Point.__annotations__))
attempt("method", lambda: (Point(3, 4).norm(), Point(3, 4).swapped, Point(1)._replace(y=5), Point(1)._asdict()))
attempt("missing", lambda: Point())
attempt("doc", lambda: Point.__doc__)
attempt("isinstance", lambda: isinstance(Point(1), tuple))
attempt("functional", lambda: NamedTuple("Pair", [("a", int), ("b", str)])(1, "2"))


def wrong_order():
    class Wrong(NamedTuple):
        a: int = 1
        b: int


attempt("default first", wrong_order)


class Movie(TypedDict):
    title: str
    year: int


class Rated(Movie, total=False):
    stars: int


attempt("typed dict", lambda: (Movie(title="M", year=1931), type(Movie(title="M"))))
attempt("keys", lambda: (sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__, Movie.__total__))
attempt("annotations", lambda: Rated.__annotations__)
attempt("functional dict", lambda: TypedDict("T", {"a": int})(a=1))
attempt("isinstance dict", lambda: isinstance({}, Movie))

T = TypeVar("T")
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self, items: Optional[List[T]] = None) -> None:
        self.items: List[T] = items or []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Pair(Generic[K, T]):
    pass


class Numbers(Stack[int]):
    pass


attempt("generic", lambda: (Stack[int]().push(1).items, Stack([2]).items, Numbers([3]).push(4).items))
attempt("repr", lambda: (Stack[int], Pair[str, int], Pair[str, List[int]], Generic[T]))
attempt("parameters", lambda: (Stack.__parameters__, Pair.__parameters__, Stack[int].__args__, Pair[K, int].__parameters__))
attempt("substitute", lambda: Pair[K, int][str])
attempt("mro", lambda: [kind.__name__ for kind in Numbers.__mro__])
attempt("orig bases", lambda: (Stack.__orig_bases__, Numbers.__orig_bases__))
attempt("too many", lambda: Stack[int, str])
attempt("isinstance generic", lambda: (isinstance(Numbers(), Stack), issubclass(Numbers, Stack)))
attempt("isinstance subscripted", lambda: isinstance(Numbers(), Stack[int]))
attempt("equal", lambda: (Stack[int] == Stack[int], Stack[int] == Stack[str]))


class Repository(ABC, Generic[T]):
    @abstractmethod
    def get(self, key: str) -> T: ...


class Memory(Repository[int]):
    def __init__(self) -> None:
        self.rows: Dict[str, int] = {"a": 1}

    def get(self, key: str) -> int:
        return self.rows[key]


attempt("abstract generic", lambda: Repository())
attempt("concrete", lambda: Memory().get("a"))
attempt("hints", lambda: get_type_hints(Point))


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Plain(Protocol):
    name: str


class File:
    name = "f"

    def close(self) -> None:
        pass


class Own(Closable):
    pass


attempt("protocol", lambda: (isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable)))
attempt("not runtime", lambda: isinstance(File(), Plain))
attempt("instantiate", lambda: Closable())
attempt("explicit", lambda: isinstance(Own(), Closable))
