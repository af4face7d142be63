from functools import partial, reduce


def f(a, b, c=3, **kw):
    return [a, b, c, sorted(kw.items())]


g = partial(f, "p" + str(1), c=[str(2)])
print(g("q"), g("q", x="y" * 2), partial(g, "r")())
print(reduce(lambda a, b: a + str(b), range(8), "s"), reduce(lambda a, b: [a, b], ["x" + str(i) for i in range(5)]))
print(list(map(partial(pow, 2), range(6))))
