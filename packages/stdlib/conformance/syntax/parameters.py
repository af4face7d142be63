# Positional-only and keyword-only parameters, defaults, lambdas.
def f(a, b=2, /, c=3, *args, d=4, **kwargs):
    return a, b, c, args, d, sorted(kwargs.items())


print(f(1), f(1, 5, 6, 7, 8), f(1, c=9, d=0, e=1))


def g(a, /):
    return a


def h(a, /, *, b):
    return a, b


def k(
    a,  # first
    /,
    b,
):
    return a, b


print(g(1), h(1, b=2), k(1, 2), k(1, b=3))
p = lambda a, /, b=1: (a, b)
q = lambda *args, k=1, **kw: (args, k, sorted(kw.items()))
print(p(1), p(1, b=2), q(1, 2, k=3, z=4), (lambda: 5)(), (lambda x, /: x)(6))


class Circle:
    def __init__(self, radius, /):
        self.radius = radius

    def scaled(self, by, /, *, unit="m"):
        return f"{self.radius * by}{unit}"

    @classmethod
    def unit(cls, /):
        return cls(1)

    @staticmethod
    def add(a, b, /):
        return a + b


print(Circle(2).scaled(3), Circle(2).scaled(3, unit="cm"), Circle.unit().radius, Circle.add(1, 2))


def annotated(a: int, /, b: "str" = "x", *args: float, c: list = None, **kw: dict) -> tuple[int, ...]:
    return a, b, args, c, kw


print(annotated(1), annotated(1, "y", 2.0, c=[1], d={}))
for call in ("f()", "h(1)", "h(1, 2)", "g(1, 2)"):
    try:
        eval(call)
    except TypeError as error:
        print(call, type(error).__name__)
