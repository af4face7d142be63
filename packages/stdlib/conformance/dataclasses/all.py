from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar, List, Optional


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


@dataclass
class Point:
    x: int
    y: int = 0

    def norm(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5


p = Point(3, 4)
print("repr", p, Point(1), Point(x=5, y=6))
print("equal", p == Point(3, 4), p == Point(3, 5), p != Point(3, 4), p == (3, 4))
print("method", p.norm(), p.x, p.y)
p.x = 10
print("assign", p, Point.y)
print("fields", [f.name for f in fields(Point)], [f.default for f in fields(Point)][1], is_dataclass(Point), is_dataclass(p))
print("asdict", asdict(p), astuple(p))
print("replace", replace(p, y=9), p)
print("match", Point.__match_args__)


@dataclass
class Inventory:
    name: str
    tags: List[str] = field(default_factory=list)
    meta: dict = field(default_factory=dict, repr=False)
    count: int = field(default=1, compare=False)
    total: float = field(init=False)
    kind: ClassVar[str] = "thing"
    note: Optional[str] = None

    def __post_init__(self):
        self.total = self.count * 2.0


a, b = Inventory("a"), Inventory("a", count=5)
a.tags.append("t")
print("factory", a, b, a.tags is b.tags)
b.tags.append("t")
print("compare", a == b, Inventory("a", ["t"], note="n") == a, Inventory.kind, a.total, b.total)
print("nested", asdict(Inventory("n", tags=["x"], meta={"k": Point(1, 2)})))


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


print("order", Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 5), Version(1, 2)]), max(Version(1), Version(0, 9)))
attempt("order type", lambda: Version(1) < 5)


@dataclass(frozen=True)
class Frozen:
    a: int
    b: str = "b"


f = Frozen(1)


def assign():
    f.a = 2


def delete():
    del f.a


attempt("frozen assign", assign)
attempt("frozen delete", delete)
print("frozen hash", hash(f) == hash(Frozen(1)), {Frozen(1): "x"}[f], len({Frozen(1), Frozen(1), Frozen(2)}), replace(f, a=5))
print("frozen error", issubclass(FrozenInstanceError, AttributeError))


@dataclass
class Base:
    x: int = 1
    y: int = 2


@dataclass
class Derived(Base):
    z: int = 3
    x: int = 10


print("inherit", Derived(), Derived(1, 2, 3), [f.name for f in fields(Derived)])


@dataclass
class Child(Base):
    extra: str = "e"

    def __repr__(self):
        return "custom %s" % self.extra


print("own repr", Child(), Child() == Child())


@dataclass
class Init:
    size: int
    scale: InitVar[int] = 2
    area: int = field(init=False, default=0)

    def __post_init__(self, scale):
        self.area = self.size * scale


print("initvar", Init(3), Init(3, 5).area, hasattr(Init(3), "size"))


@dataclass(kw_only=True)
class Keyword:
    a: int
    b: int = 2


print("kw_only", Keyword(a=1), Keyword(b=1, a=3))
attempt("kw_only positional", lambda: Keyword(1) and None)


@dataclass(repr=False, eq=False)
class Bare:
    x: int


print("bare", Bare(1) == Bare(1), Bare(2).x)
Made = make_dataclass("Made", [("x", int), ("y", int, field(default=5)), "z"][:2], namespace={"double": lambda self: self.x * 2})
print("make", Made(1), Made(2).double(), Made(1) == Made(1, 5))


@dataclass
class Node:
    value: int
    next: Optional["Node"] = None


print("tree", Node(1, Node(2)), asdict(Node(1, Node(2))))
n = Node(1)
n.next = n
print("recursive", n)


def mutable():
    @dataclass
    class M:
        x: list = []


def misplaced():
    @dataclass
    class M:
        x: int = 1
        y: int


attempt("mutable default", mutable)
attempt("order of defaults", misplaced)
attempt("asdict type", lambda: asdict(5))
attempt("fields type", lambda: fields(5))
attempt("replace unknown", lambda: replace(Frozen(1), b="z"))
