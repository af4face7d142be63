a = {1, 2, 3, 4}
b = {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(b - a), sorted(a ^ b))
print(sorted(a.union(b)), sorted(a.intersection(b)), sorted(a.difference(b)), sorted(a.symmetric_difference(b)))
print({1, 2} <= a, a >= {1}, a < a, a <= a, a.issubset({1, 2, 3, 4, 5}), a.issuperset(b), a.isdisjoint({9}), a == {4, 3, 2, 1})
a.add(10)
a.add(10)
a.discard(1)
a.discard(99)
a.remove(2)
print(sorted(a), len(a), 3 in a, 1 in a)
try:
    a.remove(99)
except KeyError:
    print("KeyError")
a.update([7, 8], "x") if False else a.update([7, 8])
print(sorted(a))
c = a.copy()
c.clear()
print(len(a), len(c), c == set(), bool(c))
print(sorted(set("mississippi")), sorted(set([1, 1.0, True])), len(set()), sorted(frozenset("aab")))
print(sorted({x % 5 for x in range(20)}), {1}.pop(), sorted(set(range(5)) - {0}))
try:
    {[1]}
except TypeError:
    print("TypeError")
try:
    set().pop()
except KeyError:
    print("KeyError")
a &= {7, 8, 9}
print(sorted(a))
a |= {1}
a -= {8}
a ^= {1, 2}
print(sorted(a))
