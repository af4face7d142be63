"""Calls whose arguments fill a small frame and those that do not, objects made with few and many arguments, and what an exception leaves behind."""

class C:
    def __init__(self, *args):
        self.n = len(args)
        if args and args[0] == "raise":
            raise ValueError(args[-1])

    def __repr__(self):
        return "C(%d)" % self.n


class N:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.args = args
        if kwargs.get("bad"):
            raise KeyError("bad")
        return self

    def __init__(self, *args, **kwargs):
        self.kwargs = sorted(kwargs)


caught = 0
for i in range(30000):
    try:
        C("raise", i)
    except ValueError as error:
        caught += error.args[0] == i
for i in range(30000):
    try:
        N(i, bad=True)
    except KeyError:
        caught += 1
print(caught)
for n in (0, 1, 28, 29, 30, 31, 32, 33, 60, 400):
    print(C(*range(n)), len(N(*range(n), a=1, b=2).args))


class Deep:
    def __init__(self, depth):
        self.child = Deep(depth - 1) if depth else None
        self.total = depth + (self.child.total if depth else 0)


print(Deep(200).total)


class Collects:
    def __init__(self, first, second):
        import gc

        gc.collect()
        junk = [str(i) * 3 for i in range(100)]
        gc.collect()
        self.both = first + second


print(Collects("a" * 40, "b" * 40).both)


def three(a, b, c):
    d = a + b
    return d, c


def seventeen(a):
    b = c = d = e = f = g = h = i = j = k = l = m = n = o = p = a
    return (b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, [a, [b, [c, [d, (e, f, g)]]]])


def cells(a, b):
    def inner():
        nonlocal b
        b += a
        return b

    return inner


print(three(1, 2, 3), seventeen(1)[-1], cells(1, 2)(), three(c=1, b=2, a=3), three(*(1, 2), c=4))
for bad in (lambda: three(1, 2), lambda: three(1, 2, 3, 4), lambda: three()):
    try:
        bad()
    except TypeError as error:
        print(error)


def unset(a):
    if a:
        late = 1
    return late


try:
    unset(0)
except UnboundLocalError as error:
    print(error)


def generator(a, b):
    yield a
    yield from [b] * 2


print(list(generator(1, 2)), sum(generator(3, 4)))
