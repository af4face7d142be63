def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


g = count(3)
print(next(g), next(g), next(g), next(g, "done"))
try:
    next(g)
except StopIteration:
    print("StopIteration")
print(list(count(5)), sum(count(10)), [x for x in count(4)], tuple(count(2)), dict(zip(count(2), "ab")) == {0: "a", 1: "b"})


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, iterable):
    for i, x in enumerate(iterable):
        if i == n:
            return
        yield x


print(list(take(15, fibonacci())))
squares = (x * x for x in range(6))
print(next(squares), list(squares), list(squares))


def chain(*parts):
    for part in parts:
        yield from part


print(list(chain([1, 2], "ab", count(2), ())))


def pairs(items):
    items = list(items)
    for i in range(len(items)):
        for j in range(i + 1, len(items)):
            yield items[i], items[j]


print(list(pairs("abcd")), max(pairs([1, 2, 3])))
