def counter(start=0):
    n = start

    def increment(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return increment, get


inc, get = counter(10)
other, _ = counter()
print(inc(), inc(), inc(5), get(), other(), get())


def adders(n):
    return [lambda x, i=i: x + i for i in range(n)]


def late(n):
    return [lambda x: x + i for i in range(n)]


print([f(10) for f in adders(4)], [f(10) for f in late(4)])


def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return composed


print(compose(lambda x: x + 1, lambda x: x * 2, abs)(-5), compose()(7))


def memoise(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    wrapper.cache = None if False else None if True else cache
    return wrapper


def make():
    def fib(n):
        return n if n < 2 else quick(n - 1) + quick(n - 2)

    quick = memoise(fib)
    return quick


print(make()(30), [make()(i) for i in range(10)])


def three():
    a = 1

    def two():
        b = 2

        def one():
            nonlocal a, b
            a += 1
            b += a
            return a, b

        return one, lambda: (a, b)

    return two()


one, see = three()
print(one(), one(), see(), one())
