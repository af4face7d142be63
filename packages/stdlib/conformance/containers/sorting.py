# Sorting: stable, the key called once for each item, safe against what keys and comparisons do.
def attempt(name, function):
    try:
        print(name, repr(function()))
    except Exception as error:
        print(name, type(error).__name__, error)


words = "the quick brown fox jumps over the lazy dog and runs far away from it all".split()
print("plain", sorted(words))
print("length", sorted(words, key=len))
print("length back", sorted(words, key=len, reverse=True))
print("reverse", sorted(words, reverse=True))
print("two keys", sorted(words, key=lambda w: (-len(w), w)))
print("last letter", sorted(words, key=lambda w: w[-1]))
pairs = [(i * 7 % 5, i) for i in range(40)]
print("stable", sorted(pairs, key=lambda p: p[0]))
print("stable back", sorted(pairs, key=lambda p: p[0], reverse=True))
calls = []


def key(value):
    calls.append(value)
    return -value


print("once", sorted(range(20), key=key), calls)
print("floats", sorted([2.5, -1.0, 3.25, 0.0, -7.5, 2.5]))
print("mixed", sorted([3, 2.5, True, -1, 10**20, 0, -(10**20)]))
print("big", sorted([10**20, 5, -(10**30), 7, 10**19]))
print("unicode", sorted(["é", "e", "z", "a", "ä", "€", "😀"]))
print("prefixes", sorted(["ab", "a", "abc", "", "b", "aa"]))
print("tuples", sorted([(2, "b"), (1, "z"), (2, "a"), (1, "a")]))
print("lists", sorted([[3], [1, 2], [1], []]))
print("sets", sorted({5, 3, 9, 1}), "dict", sorted({"b": 1, "a": 2}), "text", sorted("hello"))
print("generator", sorted(x * x % 7 for x in range(7)))
print("items", sorted({"x": 3, "y": 1, "z": 2}.items(), key=lambda kv: kv[1], reverse=True))
values = list(range(100))
for _ in range(3):
    values = [values[(i * 37 + 11) % 100] for i in range(100)]
print("hundred", sorted(values) == list(range(100)), sorted(values, reverse=True) == list(range(99, -1, -1)))
print("sorted already", sorted(range(1000)) == list(range(1000)), sorted(range(1000, 0, -1))[:3])
numbers = [3, 1, 2]
print("in place", numbers.sort(), numbers)
print("none key", sorted(numbers, key=None, reverse=False), sorted([], key=len), sorted([1], reverse=True))


class Version:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return "v%d" % self.n


print("objects", sorted([Version(3), Version(1), Version(2)]))
attempt("no order", lambda: sorted([1, "a"]))
attempt("no order none", lambda: sorted([None, 1, 2]))
attempt("no order dict", lambda: sorted([{}, {}]))
attempt("positional", lambda: sorted([1, 2], len))
attempt("keyword", lambda: [1].sort(foo=1))
attempt("not iterable", lambda: sorted(5))
attempt("key fails", lambda: sorted([1, 0, 2], key=lambda x: 1 // x))


class Fails:
    def __lt__(self, other):
        raise ValueError("no order")


data = [Fails(), Fails(), Fails()]
before = list(data)
attempt("comparison fails", data.sort)
print("still there", len(data), all(any(x is y for y in data) for x in before))
own = [3, 1, 2, 5, 4]
attempt("modified", lambda: own.sort(key=lambda x: own.append(x) or x))
import functools

print("cmp", sorted([5, 2, 8, 1], key=functools.cmp_to_key(lambda a, b: b - a)))
print("min max", min(words, key=len), max(words, key=len), min([3, 1, 2]), max("hello"))
