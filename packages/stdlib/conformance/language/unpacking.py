def swap(pair):
    (a, b), c = pair
    return c, (b, a)


print(swap(((1, 2), 3)))
for (a, b), [c, *d] in [((1, 2), [3]), ("xy", "pqr")]:
    print(a, b, c, d)
a, *b = "hello"
print(a, b)
*a, b = [1]
print(a, b)
a, (b, (c, d)), e = 1, (2, (3, 4)), 5
print(a, b, c, d, e)
i, x = 0, [10, 20, 30]
i, x[i] = 2, "set"
print(i, x)
x[0], x[1], x[2] = x[2], x[0], x[1]
print(x)


class Box:
    pass


box = Box()
box.a, box.b, *box.rest = range(5)
print(box.a, box.b, box.rest)
print(*[1, 2, 3], *"ab", sep="-")
first, second = {"k1": 1, "k2": 2}.items() if False else [("k1", 1), ("k2", 2)]
print(first, second)
for bad in ("a, b = [1]", "a, b, *c = [1]", "a, b = 5", "[a] = [1, 2]"):
    try:
        exec(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, bad)
