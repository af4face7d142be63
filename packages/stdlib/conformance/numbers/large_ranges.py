big = 2**40
print(range(big), range(1, big, 3), range(big, 0, -(2**38)), range(2**30, 2**30 + 3), list(range(2**31 - 2, 2**31 - 1)))
print(len(range(10**12)), range(big)[5], range(big)[-1], big - 1 in range(big), big in range(big), -1 in range(big))
print(list(range(big, big + 3)), list(range(big, 0, -(2**38))), [x for x in range(10**12, 10**12 + 20, 7)], list(reversed(range(2**33, 2**33 + 2))))
print(sum(range(10**10, 10**10 + 3)), list(range(-(10**10), -(10**10) + 2)), list(range(big, 5)), bool(range(big)), bool(range(big, 0)))
print(list(zip(range(10**12), "ab")), next(iter(range(10**20))), range(10**20).stop, range(10**20).start, range(10**20).step)
print(range(big)[2:5], list(range(big)[big - 2 :]), range(big)[::-1], list(range(big)[10:0:-4]), range(big).index(7), range(big).count(-1))
print(range(big) == range(0, big), range(big) == range(big + 1), hash(range(big)) == hash(range(0, big)))
for bad in (lambda: range(0, big, 0), lambda: range(big, 1.5), lambda: range(big)[big], lambda: range(big)["a"], lambda: range(big).index(-1)):
    try:
        print(bad())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
for i in range(2**35, 2**36):
    if i > 2**35 + 2:
        break
    print(i)
pairs = [(2**30 + i, 2**30 + i + 2) for i in range(50)]
print(sum([sum(range(*pair)) for pair in pairs]), [list(r) for r in map(range, [2**30], [2**30 + 2])])


class Plain:
    def __init__(self, value):
        for i in range(12):
            setattr(self, "attribute%d" % i, [value, i])


print([sum([x[1] for x in Plain(i).__dict__.values()]) for i in range(3)])
