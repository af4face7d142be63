def numbers(n):
    for i in range(n):
        yield i


def squared(source):
    for x in source:
        yield x * x


def odd(source):
    for x in source:
        if x % 2:
            yield x


def running(source):
    total = 0
    for x in source:
        total += x
        yield x, total


for item in running(odd(squared(numbers(20)))):
    print(item)


def tree(depth):
    if depth > 0:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(list(tree(4)), sum(tree(7)))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [items[i]] + rest


print(["".join(p) for p in permutations(list("abcd"))])


def windows(seq, n):
    buffer = []
    for x in seq:
        buffer.append(x)
        if len(buffer) == n:
            yield tuple(buffer)
            buffer.pop(0)


print(list(windows("abcdefg", 3)))
interleaved = [numbers(3), squared(numbers(5)), numbers(0), numbers(2)]
out = []
while interleaved:
    g = interleaved.pop(0)
    try:
        out.append(next(g))
        interleaved.append(g)
    except StopIteration:
        out.append("end")
print(out)
