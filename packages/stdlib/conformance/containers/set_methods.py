# Methods and operators of set and frozenset.
def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


a = {1, 2, 3, 4}
b = {3, 4, 5}
print("print", a, b, set(), frozenset(), frozenset([3, 1, 2]), {10, 5, 7, 300}, set(range(12)))
print("operators", a | b, a & b, a - b, a ^ b)
print("union", a.union(b), a.union(b, [9], (10,)), a.union(), a.union("x") == {1, 2, 3, 4, "x"})
print("intersection", a.intersection(b), a.intersection(b, [4, 9]), a.intersection(), a.intersection(range(3)))
print("difference", a.difference(b), a.difference([1], [2]), a.difference())
print("symmetric", a.symmetric_difference(b), a.symmetric_difference([1, 1, 9]))
print("subset", {1, 2} <= a, {1, 2} < a, a <= a, a < a, a >= {1}, a > {1}, a > b)
print("issubset", {1}.issubset([1, 2]), a.issuperset([1]), a.issuperset("x"), set().issubset([]))
print("disjoint", a.isdisjoint({9}), a.isdisjoint([1]), a.isdisjoint([]))
print("equal", {1, 2} == {2, 1}, {1} == frozenset([1]), {1} != {2}, {1} == [1], set() == frozenset())
c = set(a)
c.update([5], {6}, (7,))
print("update", c, c.update())
c.intersection_update([1, 2, 3, 5, 7], {1, 2, 5})
print("intersection_update", c)
c.difference_update([1], [99])
print("difference_update", c)
c.symmetric_difference_update([2, 8])
print("symmetric_difference_update", c)
c |= {1}
c &= {1, 5, 8}
c -= {5}
c ^= {9}
print("in place", c)
print("add", c.add(1), c.add(20), c, c.discard(20), c.discard(77), c.remove(1), c)
print("pop", {7}.pop(), len(c), c.copy() == c, c.copy() is c, c.clear(), c)
attempt("remove", lambda: a.remove(99))
attempt("remove text", lambda: a.remove("x"))
attempt("pop empty", lambda: set().pop())
attempt("unhashable", lambda: {[]})
attempt("unhashable add", lambda: a.add({}))
attempt("operator list", lambda: a | [1])
attempt("operator less", lambda: a < [1])
attempt("not iterable", lambda: set(5))
attempt("frozen add", lambda: frozenset().add(1))
f = frozenset("abc")
print("frozen", f == set("abc"), len(f), "a" in f, hash(f) == hash(frozenset("cba")), {f: 1}[frozenset("cab")])
print("frozen type", type(f | {"d"}).__name__, type({"d"} | f).__name__, type(f.union("d")).__name__, type(f & f).__name__)
print("frozen in set", frozenset([1]) in {frozenset([1]), frozenset([2])})
print("numbers", {1, 1.0, True}, len({0, False, 0.0}), {1, "1"} == {"1", 1})
print("from", sorted(set("hello")), sorted({x % 3 for x in range(10)}), set([]) or "empty", sorted(set({"k": 1})))
print("negative", {-1, -2, 3}, {5, -5, 0}, {100, 1, 50}, {8, 16, 24, 0}, {33, 1, 65})
print("many", {i * i for i in range(20)}, set(range(100, 0, -7)))
grown = set()
for i in [50, 3, 99, 12, 7, 64, 33, 21, 8, 1000, 5]:
    grown.add(i)
print("grown", grown, {2, 4, 6} | {1, 3, 5}, {9, 8, 7, 6} - {8}, set([5, 1, 4, 2]) & {1, 2, 5, 7})
print("any", any({0, 1}), all({0, 1}), sum({1, 2}), max({3, 1}), sorted({3, 1}, reverse=True))
first, *rest = {1, 2, 3}
print("unpack", first, rest, [*{1}], {*[1, 2], *{2, 3}})
