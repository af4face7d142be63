import collections.abc as abc
from collections.abc import Callable, Iterable, Mapping, Sequence

Handler = Callable[[str, int], bool]
print(Handler, Handler.__args__, Callable[..., int], Callable[[], None], Callable[[int], str] | None)
print(Iterable[int], Mapping[str, int], Sequence[str], abc.Generator[int, None, str], abc.Iterator[int], abc.MutableMapping[str, list[int]])
print(tuple[()], tuple[int, ...], list[int] == list[int], Mapping[str, int].__origin__)
try:
    Callable[int]
except TypeError as error:
    print(error)


class Table(Mapping[str, int]):
    def __init__(self, **rows):
        self.rows = rows

    def __getitem__(self, key):
        return self.rows[key]

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


print(dict(Table(a=1, b=2)), Table(a=1).get("z", 0), "a" in Table(a=1))
