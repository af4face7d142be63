# An enumeration as a container of its members, and other bases.
from enum import Enum, EnumMeta, EnumType, Flag, IntEnum, StrEnum, auto, unique


def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1


attempt("by name", lambda: Color["GREEN"])
attempt("alias by name", lambda: Color["CRIMSON"])
attempt("no such name", lambda: Color["BLUE"])
attempt("by value", lambda: Color(2))
attempt("no such value", lambda: Color(7))
attempt("len", lambda: len(Color))
attempt("list", lambda: list(Color))
attempt("reversed", lambda: list(reversed(Color)))
attempt("in", lambda: Color.RED in Color)
attempt("bool", lambda: bool(Color))
attempt("type", lambda: (type(Color), type(Color) is EnumMeta, EnumMeta is EnumType))
attempt("isinstance", lambda: (isinstance(Color, EnumType), isinstance(Color.RED, Color), isinstance(int, EnumType)))
attempt("issubclass", lambda: (issubclass(Color, Enum), issubclass(IntEnum, int)))
attempt("members", lambda: list(Color.__members__))
attempt("comprehension", lambda: {color.name: color.value for color in Color})
attempt("sorted", lambda: sorted(Color, key=lambda color: -color.value))
attempt("max", lambda: max(Color, key=lambda color: color.value))
attempt("enumerate", lambda: [(i, color.name) for i, color in enumerate(Color)])
attempt("functional", lambda: list(Enum("Animal", "CAT DOG")))
attempt("functional, start", lambda: list(Enum("Animal", ["CAT", "DOG"], start=5)))
attempt("functional, pairs", lambda: Enum("Animal", {"CAT": "c"}).CAT)
attempt("functional IntEnum", lambda: IntEnum("Size", "S M").M + 1)


class Mood(StrEnum):
    GLAD = auto()
    SAD = "down"


attempt("a str", lambda: (Mood.GLAD, Mood.GLAD[0], Mood.SAD.upper(), len(Mood.SAD), len(Mood), Mood("down")))


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 3)


attempt("init", lambda: [planet.ratio for planet in Planet])
attempt("tuple value", lambda: Planet((0.64, 3.39)))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made

    PX = (0, "x")
    PY = (1, "y")


attempt("new", lambda: (Coord(1).name, Coord.PY.label, Coord.PX == b"\0"))


class Permission(Flag):
    R = 4
    W = 2
    X = 1
    ALL = 7


attempt("flag", lambda: (len(Permission), list(Permission), Permission["ALL"], list(Permission.R | Permission.X)))


def extend():
    class More(Color):
        BLUE = 3


attempt("extend", extend)


@unique
class Weekday(IntEnum):
    MONDAY = auto()
    SUNDAY = auto()

    @classmethod
    def last(cls):
        return list(cls)[-1]


attempt("classmethod", lambda: (Weekday.last(), Weekday["MONDAY"] < Weekday.SUNDAY, range(3)[Weekday.MONDAY]))


class Described(Enum):
    def describe(self):
        return "%s of %s" % (self.name, type(self).__name__)


class Fruit(Described):
    APPLE = "a"


attempt("base with a method", lambda: (Fruit.APPLE.describe(), Fruit["APPLE"], len(Described)))
