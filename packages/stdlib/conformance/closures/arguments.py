def f(a, b=2, *args, c=3, d, **kw):
    return a, b, args, c, d, sorted(kw.items())


print(f(1, d=4))
print(f(1, 20, 30, 40, d=50, e=60, z=70))
print(f(*[1, 2, 3], **{"d": 4, "q": 5}))
print(f(d=1, a=2, b=3))
for call in (lambda: f(), lambda: f(1), lambda: f(1, d=2, a=3), lambda: (lambda: 1)(2), lambda: (lambda a: a)(b=1)):
    try:
        print(call())
    except TypeError:
        print("TypeError")


def default(items=[]):
    items.append(len(items))
    return items


print(default(), default(), default([9]), default())


def keyword_only(*, key, other=None):
    return key, other


print(keyword_only(key=1), keyword_only(other=2, key=3))
try:
    keyword_only(1)
except TypeError:
    print("TypeError")


def many(a, b, c, d, e, f, g, h, i, j, k, l):
    return [l, k, j, i, h, g, f, e, d, c, b, a]


print(many(*range(12)), many(1, 2, 3, *"abc", g=7, h=8, **{"i": 9, "j": 10, "k": 11, "l": 12}))
print((lambda *a, **k: (a, sorted(k.items())))(1, *[2, 3], x=4, **{"y": 5}))


def annotated(x: int, y: "str" = "d") -> list:
    z: int = x
    return [z, y]


print(annotated(1), annotated(2, "e"))
print(max(3, 1, 2), max([1, 5, 2], key=lambda v: -v), min("b", "a"), max([], default="none"), sum([1, 2], 10))
