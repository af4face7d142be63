t = (1, "two", 3.0, None)
print(t, len(t), t[1], t[-1], t[1:3], t + (5,), t * 2, "two" in t, t.index(3.0), t.count(1))
print((), (1,), ((),), tuple("abc"), tuple([1, 2]), tuple(range(3)))
a, b, c, d = t
print(a, b, c, d)
(a, b), [c, d] = (1, 2), [3, 4]
print(a, b, c, d)
a, b = b, a
print(a, b)
first, *rest = range(5)
*init, last = "hello"
head, *middle, tail = [1, 2, 3, 4, 5]
print(first, rest, init, last, head, middle, tail)
x, *y = (1,)
print(x, y)
for bad in ((1,), (1, 2, 3)):
    try:
        p, q = bad
        print(p, q)
    except ValueError:
        print("ValueError", bad)
try:
    t[0] = 5
except TypeError:
    print("TypeError")
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1, 2), hash((1, 2)) == hash((1, 2)), () < (0,))
for i, (k, v) in enumerate([("a", 1), ("b", 2)]):
    print(i, k, v)
d = {(1, 2): "pair", (): "empty", (1, (2, 3)): "nested"}
print(d[(1, 2)], d[()], d[1, (2, 3)], sorted(len(k) for k in d))
