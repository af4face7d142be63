import functools, inspect
from typing import get_type_hints, List, Optional
def deco(func):
    """The decorator."""
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        """wrapper doc"""
        return func(*args, **kwargs)
    return wrapper
@deco
def greet(name: str, greeting: "str" = "Hello") -> str:
    """Greet someone.

    Args:
        name: who
    """
    return f"{greeting}, {name}!"
print(greet.__name__, greet.__qualname__)
print(greet.__doc__)
print(deco.__doc__)
print(greet.__annotations__)
print(inspect.signature(greet))
print(inspect.getdoc(greet))
print(get_type_hints(greet))
print(greet.__wrapped__.__name__, greet("x"))
class A:
    """Class doc"""
    def m(self, x: int, *rest: float, flag: bool = False, **opts) -> "A":
        "method doc"
        return self
    @staticmethod
    def s(a, b=2, /, c=3, *, d):
        return a
    @classmethod
    def c(cls, q: List[int]) -> Optional[int]:
        for x in q:
            return x
    @property
    def p(self) -> int:
        """prop doc"""
        return 1
    def __call__(self, z): pass
    def __init__(self, a, b: int = 5): self.a = a
    def gen(self, n: int):
        "gen doc"
        yield n
    def tr(self, k: int) -> None:
        try:
            return k
        finally:
            pass
    def iff(self, k: int) -> None:
        if k:
            return k
print(A.__doc__, A.m.__doc__, A.m.__qualname__, A.p.__doc__, A.gen.__doc__, A.gen.__qualname__)
a = A(1)
for f in (A.m, a.m, A.s, A.c, A, a, a.gen, lambda x, y=1: x, A.tr, A.iff):
    print(inspect.signature(f))
print(A.tr.__annotations__, A.iff.__annotations__, a.iff(3), a.tr(2), A.c([7]), list(a.gen(4)))
for n, p in inspect.signature(A.m).parameters.items():
    print(n, p.kind, p.default is inspect.Parameter.empty, p.annotation)
b = inspect.signature(greet).bind("a", greeting="b")
print(b.arguments, b.args, b.kwargs)
b = inspect.signature(greet).bind("a"); b.apply_defaults(); print(b.arguments)
try: inspect.signature(greet).bind()
except TypeError as e: print(e)
print(greet.__code__.co_varnames[:2], A.m.__code__.co_argcount, A.m.__code__.co_varnames[:5], greet.__wrapped__.__defaults__, A.m.__kwdefaults__, A.s.__kwdefaults__)
print(inspect.getfullargspec(A.m))
def outer():
    def inner():
        "in"
        pass
    class L:
        def z(self):
            pass
    return inner, L
i, L = outer()
print(i.__qualname__, L.z.__qualname__, i.__doc__)
print(inspect.signature(functools.partial(greet, "x")), inspect.signature(functools.partial(greet, greeting="x")))
try: inspect.signature(5)
except TypeError as e: print(e)
def undoc(): pass
print(undoc.__doc__, undoc.__annotations__, inspect.getdoc(undoc))
@functools.singledispatch
def show(x):
    "show doc"
    return "obj"
@show.register
def _(x: int): return "int"
@show.register
def _(x: list): return "list"
print(show(1), show([]), show("a"), show.__doc__)
f = lambda x: x
f.__doc__ = "set"; print(f.__doc__, f.__name__, f.__qualname__)
