from collections import Counter, OrderedDict, defaultdict


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


c = Counter("gallahad")
print("new", c["a"], c["l"], c["z"], len(c), sorted(c.items()))
print("repr", Counter("aab"), Counter(), Counter({"x": 2, "y": 5}), Counter(cats=4, dogs=8))
print("most common", Counter("abracadabra").most_common(3), Counter("aab").most_common(), Counter("a").most_common(0))
print("elements", sorted(Counter(a=3, b=0, c=-1, d=2).elements()))
c = Counter(a=4, b=2, c=0, d=-2)
d = Counter(a=1, b=2, c=3, d=4)
c.subtract(d)
print("subtract", sorted(c.items()), c.total())
c.update("aab")
c.update({"z": 7})
c.update(q=1)
print("update", sorted(c.items()))
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print("add", a + b, a - b, a & b, a | b)
print("unary", +Counter(a=2, b=-4), -Counter(a=2, b=-4))
print("compare", Counter(a=1) <= Counter(a=2), Counter(a=1) == Counter(a=1, b=0), Counter(a=3) > Counter(a=2), a != b)
a += b
print("in place", a)
a -= Counter(b=9)
print("in place minus", a)
del a["nothing"]
print("del", a, "nothing" in a)
a["x"] += 1
print("missing", a["x"], a["never"], "never" in a)
attempt("fromkeys", lambda: Counter.fromkeys("ab"))
print("dict", dict(Counter("aab")), Counter("aab") == {"a": 2, "b": 1}, isinstance(c, dict), Counter("ab").copy())
print("words", Counter("the cat the dog the end".split()).most_common(1))
print("pairs", Counter([(1, 2), (1, 2), (3, 4)]), sum(Counter("hello").values()))
print("max", max(Counter("hello").items(), key=lambda item: item[1]), Counter([1, 1.0, True]))
attempt("unhashable", lambda: Counter([[1]]))

d = defaultdict(list)
for k, v in [("yellow", 1), ("blue", 2), ("yellow", 3)]:
    d[k].append(v)
print("list", sorted(d.items()), d, len(d))
n = defaultdict(int)
for k in "mississippi":
    n[k] += 1
print("int", sorted(n.items()), n["zz"], "zz" in n, n.get("qq"), "qq" in n)
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
nested["a"]["c"] += 2
print("nested", nested["a"]["b"], {k: dict(v) for k, v in nested.items()})
print("constant", defaultdict(lambda: "x")["y"], defaultdict(set, {"a": {1}}))
attempt("none", lambda: defaultdict()["missing"])
attempt("factory", lambda: defaultdict(5))
print("factory attribute", defaultdict(int).default_factory, defaultdict(int, a=1)["a"])
print("copy", d.copy() == d, type(d.copy()).__name__, isinstance(d, dict), defaultdict(int, a=1) == {"a": 1})
print("merge", defaultdict(int, a=1) | {"b": 2})

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o["d"] = 4
o["a"] = 9
print("ordered", o, list(o), list(o.items()), list(reversed(o)))
o.move_to_end("a")
print("to end", list(o))
o.move_to_end("c", last=False)
print("to front", list(o))
print("popitem", o.popitem(), o.popitem(last=False), o)
attempt("move missing", lambda: o.move_to_end("q"))
attempt("popitem empty", lambda: OrderedDict().popitem())
print("equal", OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict())
print("fromkeys", OrderedDict.fromkeys("abc"), OrderedDict.fromkeys([1], 0), o.copy() == o, isinstance(o, dict))
