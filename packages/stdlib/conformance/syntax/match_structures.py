# Sequences, mappings, classes.
def sequence(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [0, y]:
            return f"zero and {y}"
        case [x, [y, z]]:
            return f"nested {x} {y} {z}"
        case (x, y):
            return f"two {x} {y}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [1, 2, *rest]:
            return f"one two {rest}"
        case [*start, "end"]:
            return f"to the end {start}"
        case [_, *middle, _]:
            return f"middle {middle}"
        case _:
            return "no sequence"


samples = [[], [1], [0, 5], [1, [2, 3]], (4, 5), [7, 8, 7], [1, 2, 3, 4], ["a", "b", "end"], [3, 4, 5, 6]]
for value in samples + ["ab", b"ab", {1, 2}, {"a": 1}, 5, None, range(2), bytearray(b"ab"), iter([1, 2])]:
    shown = "iterator" if hasattr(value, "__next__") else repr(sorted(value)) if isinstance(value, set) else repr(value)
    print("sequence", shown, sequence(value))


def mapping(value):
    match value:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "rect", "size": {"w": w, "h": h}}:
            return f"rect {w} {h}"
        case {"type": str(kind), **rest} if rest:
            return f"{kind} {sorted(rest.items())}"
        case {1: one, None: nothing}:
            return f"{one} {nothing}"
        case {"items": [first, *others]}:
            return f"items {first} {others}"
        case {}:
            return "a mapping"
        case _:
            return "no mapping"


print("mapping", mapping({"type": "circle", "r": 2, "more": 1}))
print("mapping", mapping({"type": "rect", "size": {"w": 1, "h": 2}}))
print("mapping", mapping({"type": "line", "a": 1, "b": 2}))
print("mapping", mapping({"type": "line"}))
print("mapping", mapping({1: "x", None: "y"}), mapping({"items": [1, 2, 3]}), mapping({"items": []}))
print("mapping", mapping({}), mapping([]), mapping("type"))


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z


def place(p):
    match p:
        case Point3(0, 0, z):
            return f"on the axis {z}"
        case Point3():
            return "in space"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"y axis {y}"
        case Point(x, y=0):
            return f"x axis {x}"
        case Point(x=Point(x=inner), y=_):
            return f"inner {inner}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case [Point(x=a), Point(x=b)]:
            return f"two points {a} {b}"
        case int(n) | float(n):
            return f"number {n}"
        case str(s):
            return f"text {s}"
        case list(l) | tuple(l) | dict(l):
            return f"container {l}"
        case bool():
            return "bool"
        case _:
            return "nothing"


for p in (Point3(0, 0, 5), Point3(1, 0, 5), Point(0, 0), Point(0, 3), Point(4, 0), Point(Point(7, 8), 1)):
    print("class", place(p))
for p in (Point(2, 2), Point(1, 2), [Point(1, 1), Point(2, 2)], 5, 1.5, "s", [1], (2,), {3: 4}, True, None):
    print("class", place(p))

for pattern in ("Point(1, 2, 3)", "int(1, 2)", "missing()", "five()"):
    five = 5
    try:
        exec(f"match Point(1, 2):\n    case {pattern}:\n        print('matched')\nmatch 1:\n    case {pattern}:\n        print('matched')")
    except (TypeError, NameError) as error:
        print("error", pattern, type(error).__name__, error if isinstance(error, TypeError) else "")


def multi_line(command):
    match command:
        case (
            "go"
            | "walk",
            # the direction
            direction,
        ):
            return direction
        case {
            "a": 1,
            "b": [x, *_],
        } if (
            x > 1
        ):
            return x
    return None


print("lines", multi_line(("walk", "north")), multi_line({"a": 1, "b": [2, 3]}), multi_line({"a": 1, "b": [0]}))


class Parser:
    __secret = "key"

    def parse(self, text):
        match text.split():
            case [self.__secret, *__rest]:
                return __rest
            case ["load", name] | ["open", name]:
                self.name = name
                return name
            case [("a" | "b") as which, ("x" | "y") as other]:
                return which + other
            case _:
                return None


parser = Parser()
print("methods", parser.parse("key 1 2"), parser.parse("open f"), parser.parse("b x"), parser.parse("c"), parser.name)
