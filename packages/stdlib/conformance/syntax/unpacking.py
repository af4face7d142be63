# Stars in displays, calls, indices, return, yield, for.
a = [1, 2]
b = (3, 4)
d = {"x": 1}
e = {"y": 2}

print("list", [*a, *b], [*a, 0], [0, *a], [*a], [*[]], [1, *a, 2, 3, *b, 4])
print("tuple", (*a, *b), (*a,), (0, *a), (*a, 0, 0), (*"ab", *range(2)))
print("set", sorted({*a, *b, 9}), {*()} == set(), sorted({1, *a}))
print("dict", sorted({**d, **e}.items()), {**{}}, sorted({"z": 0, **d, "w": 3}.items()))
print("dict last wins", {**d, "x": 5}, {"x": 5, **d}, {**d, **{"x": 7}})
print("nested", [*[*a, *b], [*a]], [[*a], *[b]], (*(*a, 1), 2))
print("generator", [*(x * 2 for x in a), *map(str, b)])
print("strings", [*"abc"], {*"aa"}, (*"xy",))
print("keys", sorted([*d, *e]), sorted([*d.items(), *e.values()], key=str))


def f(*args, **kwargs):
    return args, sorted(kwargs.items())


print("call", f(*a, *b), f(0, *a, 5, *b), f(**d, **e), f(*a, k=1, **d))
print("call keyword first", f(k=1, *a), f(*a, k=[*b], **{**d, **e}))
print("call nested", f([*a, *b], (*a, 1), {**d}))


def returns():
    return *a, *b


def returns_one():
    return *a,


def yields():
    yield *a, 1
    got = yield 0, *b
    yield got


print("return", returns(), returns_one())
print("yield", list(yields()))

x = *a, *b
y = 0, *a
*z, last = *a, *b
print("assign", x, y, z, last)
for n in *a, *b:
    print("for", n)
for first, *rest in [(1, 2, 3), "ab", [9]]:
    print("for target", first, rest)


class Index:
    def __getitem__(self, index):
        return index


i = Index()
print("index", i[*a], i[0, *a], i[*a,])
print("comprehension", [[*p, 0] for p in [a, b]], {k: [*v] for k, v in {"q": a}.items()})
print("lambda", (lambda *s: [*s, *s])(1, 2))
print("ternary", [*(a if True else b)], [*(a or b)])
print("f-string", f"{[*a, *b]} {(*a,)}")
values = [
    *a,  # a comment
    0,
    *b,
]
print("lines", values)
merged = {
    **d,
    "n": 1,  # a comment
    # another
    **e,
}
print("lines", sorted(merged.items()))

for text in ("[*1]", "(*None,)", "{**1}", "{*1}", "f(*1)"):
    try:
        eval(text)
    except TypeError as error:
        print("error", text, type(error).__name__)

print("many", len([*range(1000), *range(1000)]), sum((*range(100), *range(100))))
print("big display", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, *a])
first, second, *others = [*a, *b]
print(first, second, others)
matrix = [[1, 2, 3], [4, 5, 6]]
print("transpose", [[*row] for row in zip(*matrix)], [*zip(*matrix)])
