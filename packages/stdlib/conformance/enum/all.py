from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1

    def shout(self):
        return self.name + "!"

    @classmethod
    def favourite(cls):
        return cls.GREEN

    @property
    def pretty(self):
        return self.name.lower()

    @staticmethod
    def what():
        return "colors"


print("member", Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, type(Color.RED).__name__)
print("call", Color(2), Color(Color.RED), Color(3) is Color.BLUE)
attempt("call invalid", lambda: Color(9))
attempt("call invalid str", lambda: Color("x"))
print("loop", [c.name for c in Color], list(Color), sorted(Color, key=lambda c: -c.value))
print("alias", Color.CRIMSON is Color.RED, Color.CRIMSON, Color.CRIMSON.name)
print("equal", Color.RED == Color.RED, Color.RED == Color.GREEN, Color.RED == 1, Color.RED != 1, Color.RED is Color.RED)
print("hash", {Color.RED: "r"}[Color(1)], len({Color.RED, Color.CRIMSON, Color.GREEN}))
print("isinstance", isinstance(Color.RED, Color), isinstance(Color.RED, Enum), isinstance(1, Color))
print("methods", Color.RED.shout(), Color.favourite(), Color.BLUE.pretty, Color.what())
print("members", list(Color.__members__), list(Color.__members__.values())[0], "RED" in Color.__members__)
print("format", f"{Color.RED}", "%s" % Color.RED, "{}".format(Color.GREEN), f"{Color.RED!r}", [Color.RED])
print("in", Color.RED in Color, Color.RED in [Color.RED], Color.RED in (Color.GREEN,))
attempt("compare", lambda: Color.RED < Color.GREEN)
print("getattr", getattr(Color, "RED"), hasattr(Color, "PINK"))


class Number(IntEnum):
    ONE = 1
    TWO = 2
    THREE = 3


print("int", Number.ONE, repr(Number.ONE), Number.ONE + 1, 1 + Number.TWO, Number.ONE < Number.TWO, Number.ONE == 1)
print("int more", sorted([Number.TWO, Number.ONE]), Number(2), [10, 20, 30][Number.ONE], f"{Number.ONE}", "%d" % Number.TWO)
print("int use", int(Number.TWO), max(Number), Number.TWO * 2, 3 - Number.ONE, list(range(Number.THREE)), Number.ONE in [1])
print("int keys", {1: "a"}[Number.ONE], {Number.ONE: "b"}[1], isinstance(Number.ONE, int), sum(Number))


class Suit(str, Enum):
    HEARTS = "h"
    SPADES = "s"


print("str", Suit.HEARTS, repr(Suit.HEARTS), Suit.HEARTS == "h", Suit.HEARTS.value, Suit("s"), Suit.SPADES.upper(), len(Suit.SPADES))
print("str keys", {"h": 1}[Suit.HEARTS], "h" == Suit.HEARTS, isinstance(Suit.HEARTS, str))


class Mode(StrEnum):
    READ = auto()
    WRITE = "w"


print("strenum", Mode.READ, repr(Mode.READ), Mode.READ + "!", Mode("w"), f"{Mode.WRITE}", Mode.READ == "read", list(Mode))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print("flag", Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.R in Perm.RW, Perm.RW & Perm.W, ~Perm.R, bool(Perm.R & Perm.W))
print("flag more", Perm(3), Perm(0), list(Perm.RW), Perm.RW.value, list(Perm), Perm.R ^ Perm.RW, Perm.R | Perm.R is Perm.R)


class Bits(IntFlag):
    A = 1
    B = 2


print("intflag", Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits(3), Bits.A & 1, Bits.A == 1, (Bits.A | Bits.B) & ~Bits.A)


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (6.4, 3.3)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 3)


print("init", Planet.EARTH.mass, Planet.MARS.ratio, Planet.EARTH.value, Planet((6.4, 3.3)))
Animal = Enum("Animal", "ANT BEE CAT")
print("functional", list(Animal), Animal.BEE.value, Animal(3), Enum("P", {"X": 10, "Y": 20})(20), Enum("Q", ["a", "b"]).b)


class Level(Enum):
    LOW = 1
    HIGH = 10

    @classmethod
    def _missing_(cls, value):
        return cls.HIGH if isinstance(value, int) and value > 5 else None

    def __str__(self):
        return "level " + self.name.lower()

    def __lt__(self, other):
        return self.value < other.value


print("missing", Level(7), str(Level.LOW), repr(Level.LOW), Level.LOW < Level.HIGH, min(Level))
attempt("missing none", lambda: Level(2))


def duplicate():
    @unique
    class D(Enum):
        A = 1
        B = 1


attempt("unique", duplicate)


def extend():
    class More(Color):
        PINK = 5


attempt("extend", extend)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    FIRST = auto()
    SECOND = auto()


print("generate", Auto.FIRST.value, Auto.SECOND.value, Auto("second1"))


class Mixed(Enum):
    LIST = [1, 2]
    TEXT = "t"
    NONE = None


print("values", Mixed([1, 2]), Mixed("t"), Mixed(None), Mixed.LIST.value)
