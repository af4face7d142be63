# Methods, operators and views of dict.
def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


d = {"b": 1, "a": 2, "c": 3}
print("order", d, list(d), list(reversed(d)), list(reversed(d.items())), list(reversed(d.keys())), list(reversed(d.values())))
print("get", d.get("a"), d.get("x"), d.get("x", 0), d.pop("b"), d.pop("x", None), d)
print("setdefault", d.setdefault("a", 9), d.setdefault("z", []), d.setdefault("n"), d)
d.update({"a": 5}, q=6)
d.update([("r", 7), ["s", 8]])
d.update(zip("tu", (9, 10)))
d.update()
print("update", d)
print("popitem", d.popitem(), d.popitem(), len(d))
print("copy", d.copy() == d, d.copy() is d, dict(d) is d)
print("in", "a" in d, "b" in d, "b" not in d)
print("fromkeys", dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys(range(3), []))
print("make", dict(), dict(a=1, b=2), dict([("x", 1)], y=2), dict({"x": 1}, x=2), dict(zip("ab", "cd")))
print("equal", {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {} == [], {"a": 1} != {"a": 2})
print("merge", {"a": 1, "b": 2} | {"b": 3, "c": 4})
e = {"a": 1}
e |= {"b": 2}
e |= [("c", 3)]
print("merge in place", e)
print("clear", e.clear(), e)
print("views", d.keys(), d.values(), d.items())
print("view len", len(d.keys()), len(d.values()), len(d.items()))
print("view in", "a" in d.keys(), 5 in d.values(), ("a", 5) in d.items(), ("a", 6) in d.items(), "a" in d.items())
a = {"x": 1, "y": 2, "z": 3}
b = {"y": 2, "z": 4, "w": 5}
print("keys and", sorted(a.keys() & b.keys()), sorted(a.keys() & ["x"]), sorted(a.keys() & "xq"))
print("keys or", sorted(a.keys() | b.keys()))
print("keys minus", sorted(a.keys() - b.keys()), sorted(a.keys() - {"x"}))
print("keys xor", sorted(a.keys() ^ b.keys()))
print("items and", sorted(a.items() & b.items()), sorted(a.items() - b.items()), sorted(a.items() | b.items()))
view = a.keys()
a["new"] = 1
print("live", list(view), len(view))
for name, key in (("str", "q"), ("int", 5), ("tuple", (1, 2)), ("none", None)):
    attempt("missing " + name, lambda: a[key])
    attempt("pop " + name, lambda: a.pop(key))
attempt("popitem empty", lambda: {}.popitem())
attempt("unhashable", lambda: {[]: 1})
attempt("unhashable tuple", lambda: {(1, []): 2})
attempt("update int", lambda: {}.update(5))
attempt("order", lambda: {} < {})


def grow():
    t = {1: 1, 2: 2}
    for k in t:
        t[k + 10] = 0


def shrink():
    t = {1: 1, 2: 2, 3: 3}
    for k in t.items():
        t.clear()


attempt("grow", grow)
attempt("shrink", shrink)
t = {i: i for i in range(10)}
for k in list(t):
    if k % 2:
        del t[k]
print("filtered", t, {k: v for k, v in t.items() if v > 3})
for k in t:
    t[k] = "same size"
print("values replaced", t)
it = iter(t)
print("iterator", next(it), next(it), list(it), next(it, "end"))
print("sorted", sorted({"b": 1, "a": 2}.items()), max({"a": 1, "b": 5}, key={"a": 1, "b": 5}.get))
nested = {"a": {"b": {"c": 1}}}
nested["a"]["b"]["d"] = [1]
print("nested", nested, nested["a"]["b"].pop("c"), nested)
one, two = {"k": 1, "l": 2}
print("unpack", one, two, [*{"p": 1}], {**{"a": 1}, "b": 2, **{"a": 3}})
print("inverted", {v: k for k, v in {"a": 1, "b": 2}.items()}, bool({}), bool({0: 0}), str({1: "x"}))
print("keys equal", {1: "a", True: "b", 1.0: "c"}, {0: 1, False: 2}, {"1": 1, 1: 2})
nan = float("nan")
n = {nan: 1}
print("nan", n[nan], nan in n, float("nan") in n)
