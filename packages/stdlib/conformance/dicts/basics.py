d = {"a": 1, "b": 2}
d["c"] = 3
print(len(d), d["a"], d.get("b"), d.get("z"), d.get("z", 0), "a" in d, "z" not in d)
print(sorted(d), sorted(d.keys()), sorted(d.values()), sorted(d.items()))
d["a"] = 100
del d["b"]
print(sorted(d.items()), d.pop("c"), d.pop("nope", "default"), d)
d.update({"x": 1, "y": 2})
d.update(z=3)
d.update([("w", 4)])
print(sorted(d.items()))
print(d.setdefault("x", 50), d.setdefault("new", 50), sorted(d.items()))
copy = d.copy()
copy.clear()
print(len(d), len(copy), copy == {}, d == dict(d), {1: 2} != {1: 3})
print(sorted(dict(a=1, b=2).items()), dict([(1, 2)]), dict.fromkeys([1], 0), dict())
for bad in (lambda: d["missing"], lambda: d.pop("missing"), lambda: {}.popitem()):
    try:
        print(bad())
    except KeyError:
        print("KeyError")
try:
    d[[1]] = 1
except TypeError:
    print("TypeError")
print({1: "int", 1.0: "float", True: "bool"}, {0: "a"}[False])
item = {"only": 1}.popitem()
print(item, bool({}), bool(d), len({}))
