"""What functions say of themselves."""

import functools


def plain(a, b=2):
    return a + b


def documented(x: int, y: "float" = 1.5, *args: str, key: bool = True, **rest: dict) -> list:
    """One line."""
    return [x, y, args, key, rest]


def long():
    """First line.

    More lines,
        indented.
    """


def joined():
    "one " "two"
    return 1


def not_a_docstring():
    f"no {1}"
    return 2


def raw():
    r"raw \d"


print("module", __doc__)
for f in (plain, documented, long, joined, not_a_docstring, raw):
    print(f.__name__, f.__qualname__, repr(f.__doc__), f.__module__)
print("annotations", documented.__annotations__, plain.__annotations__)
print("same object", documented.__annotations__ is documented.__annotations__)
documented.__annotations__["extra"] = 1
print("changed", list(documented.__annotations__))
print("defaults", plain.__defaults__, documented.__defaults__, documented.__kwdefaults__, long.__defaults__)
print("works", documented(1, 2, "a", key=False, z=3))


class Shape:
    """A shape."""

    sides: int = 0

    def area(self) -> float:
        """The area."""
        if self.sides:
            return 1.0
        return 0.0

    def scaled(self, by: float) -> "Shape":
        for _ in range(2):
            pass
        return self

    @classmethod
    def make(cls, sides: int = 3) -> "Shape":
        """Makes one."""
        made = cls()
        made.sides = sides
        return made

    @staticmethod
    def helper(x: int):
        """Helps."""
        return x

    @property
    def name(self) -> str:
        """The name."""
        return "shape"

    class Inner:
        """Inside."""

        def method(self):
            """Inner method."""


s = Shape.make(4)
print("class", Shape.__doc__, s.__doc__, Shape.Inner.__doc__)
print("methods", Shape.area.__doc__, s.area.__doc__, Shape.make.__doc__, Shape.helper.__doc__, Shape.name.__doc__)
print("qualnames", Shape.area.__qualname__, s.area.__qualname__, Shape.make.__qualname__, Shape.Inner.method.__qualname__)
print("annotations", Shape.scaled.__annotations__, Shape.area.__annotations__, Shape.__annotations__)
print("calls", s.area(), s.scaled(2).sides, Shape.helper(5), s.name)


def outer(n: int):
    """Outer."""

    def inner(m: int) -> int:
        """Inner."""
        return m + n

    return inner


inner = outer(5)
print("closure", inner.__name__, inner.__qualname__, inner.__doc__, inner.__annotations__, inner(1))


def logged(func):
    """Logs calls."""

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        """The wrapper."""
        return func(*args, **kwargs)

    return wrapper


@logged
def wrapped(a: int) -> str:
    """Wrapped."""
    return str(a)


print("wraps", wrapped.__name__, wrapped.__doc__, wrapped.__annotations__, wrapped.__wrapped__.__name__, wrapped(3))


def unwrapped(func):
    def wrapper(*args):
        """Only the wrapper."""
        return func(*args)

    return wrapper


print("no wraps", unwrapped(plain).__name__, unwrapped(plain).__doc__, unwrapped(plain)(1))


def numbers(limit: int):
    """Yields numbers."""
    while limit:
        limit -= 1
        yield limit


async def waits() -> None:
    """Waits."""


print("generator", numbers.__doc__, list(numbers(3)), waits.__doc__, numbers.__annotations__)
f = lambda x, y=1: x
print("lambda", f.__name__, f.__doc__, f.__defaults__)
f.__doc__ = "Set."
f.custom = [1]
print("set", f.__doc__, f.custom, "custom" in f.__dict__)
plain.__doc__ = "Late."
print("late", plain.__doc__)
print("code", plain.__code__.co_argcount, plain.__code__.co_varnames, plain.__code__.co_name, inner.__code__.co_argcount)
print("flags", bool(numbers.__code__.co_flags & 0x20), bool(documented.__code__.co_flags & 4), documented.__code__.co_kwonlyargcount)
commands = {f.__name__: (f.__doc__ or "").strip() for f in (documented, joined, raw)}
print("table", commands)


def recursive(n: int) -> int:
    """Calls itself."""
    return 1 if n <= 1 else n * recursive(n - 1)


print("recursive", recursive(10), recursive.__doc__)
try:
    documented()
except TypeError as error:
    print("error", error)
try:
    inner()
except TypeError as error:
    print("error", error)
