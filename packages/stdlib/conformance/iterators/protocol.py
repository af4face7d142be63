class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Squares:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i

    def __len__(self):
        return self.n


print(list(Countdown(5)), [x for x in Countdown(3)], sum(Countdown(4)), max(Countdown(6)), 2 in Countdown(3))
s = Squares(6)
print(list(s), len(s), s[3], [x + 1 for x in s], tuple(s), sorted(s, reverse=True))
c = Countdown(3)
print(next(c), next(c), next(c), next(c, "end"))
a, b, *rest = Squares(5)
print(a, b, rest)
print(list(zip(Countdown(3), Squares(10), "abcdef")), list(enumerate(Countdown(2), 10)))
it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, None))
print(iter(it) is it, list(iter("ab")), list(iter({"k": 1})), list(reversed([1, 2, 3])), list(reversed(range(4))))
print(list(range(0, 10, 3)), list(range(10, 0, -3)), list(range(5, 5)), len(range(0, 100, 7)), range(10)[3])
print(list(map(lambda x: x * 2, Countdown(3))), list(filter(lambda x: x % 2, Squares(6))))
for bad in (5, None):
    try:
        iter(bad)
    except TypeError:
        print("TypeError")
