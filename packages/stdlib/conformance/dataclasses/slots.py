import dataclasses
from dataclasses import dataclass, field


@dataclass(slots=True)
class Point:
    x: int
    y: int = 5
    tags: list = field(default_factory=list)

    def total(self):
        return self.x + self.y


p = Point(1)
print(p, p.total(), Point.__slots__, hasattr(p, "__dict__"), Point(1) == Point(1))
try:
    p.z = 1
except AttributeError as error:
    print(error)
p.x = 3
print(p, dataclasses.asdict(p), dataclasses.replace(p, y=0))


@dataclass(slots=True)
class Named(Point):
    name: str = "n"


print(Named(1), Named.__slots__, Named(1).total())


@dataclass(frozen=True, slots=True)
class Fixed:
    a: int = 1


try:
    Fixed().a = 2
except dataclasses.FrozenInstanceError as error:
    print(error)
print({Fixed(): 1}[Fixed()], Fixed.__qualname__)
try:

    @dataclass(slots=True)
    class Twice:
        __slots__ = ("a",)
        a: int

except TypeError as error:
    print(error)
