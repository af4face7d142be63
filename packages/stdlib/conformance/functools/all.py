import functools
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch
from functools import singledispatchmethod, total_ordering, wraps


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


calls = []


@lru_cache(maxsize=2)
def double(x):
    calls.append(x)
    return x * 2


print("lru", double(1), double(1), double(2), double(1), double(3), double(2), calls)
print("lru info", double.cache_info(), double.cache_info().hits, double.cache_parameters())
double.cache_clear()
print("lru clear", double.cache_info(), double(1), double.__wrapped__(21))


@lru_cache
def bare(a, b=1, *, c=2):
    calls.append((a, b, c))
    return a + b + c


print("bare", bare(1), bare(1, 1), bare(a=1), bare(1, c=2), bare.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print("cache", fib(80), fib.cache_info())


@lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print("typed", typed(3), typed(3.0), typed.cache_info().misses)
attempt("unhashable", lambda: fib([]))


@lru_cache(maxsize=0)
def never(x):
    calls.append("never")
    return x


print("maxsize 0", never(1), never(1), calls.count("never"), never.cache_info())


class Data:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=None)
    def times(self, k):
        calls.append("times")
        return self.n * k

    @cached_property
    def expensive(self):
        calls.append("expensive")
        return self.n + 1

    def show(self, a, b):
        return (self.n, a, b)

    show_one = partialmethod(show, 1)

    @singledispatchmethod
    def kind(self, arg):
        return "other"

    @kind.register(int)
    def _(self, arg):
        return "int %d" % (arg + self.n)


d, e = Data(2), Data(3)
print("method", d.times(5), d.times(5), e.times(5), calls.count("times"))
print("cached_property", d.expensive, d.expensive, e.expensive, calls.count("expensive"))
print("partialmethod", d.show_one(2), d.kind(1), d.kind("x"))

print("reduce", reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5), reduce(max, [3, 9, 2]))
attempt("reduce empty", lambda: reduce(max, []))
add = partial(lambda a, b, c=0: (a, b, c), 1)
print("partial", add(2), add(2, c=3), partial(add, 5, c=9)(), partial(add, 5).args, partial(add, c=1).keywords)
print("partial map", list(map(partial(pow, 2), [1, 2, 3])), partial(sorted, reverse=True)([1, 3, 2]))
attempt("partial type", lambda: partial(5))
print("cmp_to_key", sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max("abc", key=cmp_to_key(lambda a, b: (a > b) - (a < b))))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


v, w = Version(1), Version(2)
print("total_ordering", v < w, v <= w, v > w, v >= w, v <= Version(1), v >= Version(1), sorted([w, v])[0].n)


class Plain:
    pass


attempt("total_ordering none", lambda: total_ordering(Plain))


@singledispatch
def describe(value):
    return "object"


@describe.register(int)
def _(value):
    return "int"


@describe.register(list)
def describe_list(value):
    return "list of %d" % len(value)


class Base:
    pass


class Derived(Base):
    pass


describe.register(Base, lambda value: "base")
print("singledispatch", describe(1), describe([1, 2]), describe("x"), describe(True), describe(Derived()), describe(None))
print("dispatch", describe.dispatch(bool)(1), describe_list([]), Base in describe.registry)


def decorate(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return [function(*args, **kwargs)]

    return wrapper


@decorate
def greet(name="you"):
    return "hello " + name


print("wraps", greet(), greet("me"))
