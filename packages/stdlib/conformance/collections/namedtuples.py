from collections import namedtuple


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


Point = namedtuple("Point", ["x", "y"])
p = Point(11, y=22)
print("new", p, str(p), repr([p]))
print("index", p[0] + p[1], p[-1], p[0:1], len(p), list(p), tuple(p))
print("fields", p.x, p.y, Point._fields, p._fields)
x, y = p
print("unpack", x, y)
print("equal", p == (11, 22), p == Point(11, 22), p != Point(1, 2), hash(p) == hash((11, 22)))
print("order", sorted([Point(2, 1), Point(1, 9), Point(1, 2)]), max(Point(1, 2), Point(3, 0)))
print("keys", {Point(1, 2): "a"}[Point(1, 2)], len({Point(1, 1), Point(1, 1)}))
print("kind", isinstance(p, tuple), isinstance(p, Point), type(p).__name__, Point.__name__)
print("make", Point._make([1, 2]))
print("asdict", p._asdict())
print("replace", p._replace(x=33), p)
print("add", p + (1,), p * 2)
print("in", 11 in p, p.index(22), p.count(11))
print("format", "%s %s" % tuple(p), "{0.x} {0.y}".format(p), f"{p}")
attempt("make short", lambda: Point._make([1]))
attempt("replace unknown", lambda: p._replace(q=1))


def store():
    p.x = 1


attempt("store", store)
attempt("no attribute", lambda: p.z)
print("string", namedtuple("A", "a b c")(1, 2, 3), namedtuple("B", "a, b")(1, 2))
print("empty", namedtuple("E", [])())
Account = namedtuple("Account", ["type", "balance"], defaults=[0])
print("defaults", Account("premium"), Account._field_defaults, Account("a", 5))
print("all defaults", namedtuple("D", "a b", defaults=(1, 2))())
print("rename", namedtuple("R", ["abc", "def", "ghi", "abc", "_x"], rename=True)._fields)
attempt("keyword", lambda: namedtuple("K", ["class"]))
attempt("underscore", lambda: namedtuple("K", ["_a"]))
attempt("duplicate", lambda: namedtuple("K", ["a", "a"]))
attempt("identifier", lambda: namedtuple("K", ["1a"]))
attempt("defaults too many", lambda: namedtuple("K", "a", defaults=(1, 2)))


class Vector(namedtuple("Vector", "x y")):
    __slots__ = ()

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __str__(self):
        return "<%s, %s>" % (self.x, self.y)


v = Vector(3, 4)
print("subclass", v.length, v + Vector(1, 1), repr(v), str(v), v._replace(x=0))
print("subclass parts", v[0], v == (3, 4), isinstance(v, tuple), Vector._make([5, 6]).y)
print("getattr", getattr(p, "x"), [getattr(p, name) for name in Point._fields])
print("from dict", Point(**{"x": 11, "y": 22}), Point(*[1, 2]))
