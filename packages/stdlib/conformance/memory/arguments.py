# Many arguments, each freshly made, through every kind of call.
def make(n):
    return ["v", str(n), (n, str(n) * 2)]


def wide(a, b, c, d, e, f, g, h, *args, i, j, k, **kwargs):
    junk = [str(x) * 3 for x in range(20)]
    return a, b, c, d, e, f, g, h, args, i, j, k, sorted(kwargs.items()), len(junk)


for n in range(8):
    print(wide(make(n), make(1), make(2), make(3), make(4), make(5), make(6), make(7), make(8), make(9), i=make(10), j=make(11), k=make(12), x=make(13), y=make(14)))
    print(wide(*[make(i) for i in range(10)], **{name: make(n) for name in ("i", "j", "k", "extra")}))


def nest(n, *parts):
    if n == 0:
        return "|".join(str(p) for p in parts)
    return nest(n - 1, str(n) + "a", *parts, [str(n)] * 2)


print(nest(8))


class Callable:
    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs

    def __call__(self, *args):
        return Callable(*(self.args + args), **self.kwargs)

    def method(self, a, b=None, *rest):
        return [self.args, a, b, rest]


c = Callable(make(1), k=make(2))
for i in range(5):
    c = c(make(i), str(i) + "z")
print(c.args, c.kwargs, c.method(make(6), make(7), make(8), *[make(9)]))
print(list(map(lambda a, b, c: [a, b, c, make(3)], [make(1)] * 2, [str(i) for i in range(2)], (make(2), make(4)))))
print(max([make(i) for i in range(6)], key=lambda m: m[1] + str(m[2])), sorted([make(i) for i in (3, 1, 2)], key=lambda m: [m[1], str(m)]))
