import itertools

print(list(itertools.islice(itertools.count(3), 5)), list(itertools.chain(["a" + str(i) for i in range(2)], "xy", [1])))
print(list(zip(range(5), itertools.cycle("ab"))), list(itertools.repeat("r" + str(1), 3)))
print(list(itertools.islice("abcdefgh", 2, 7)), list(itertools.accumulate([1, 2, 3])) if hasattr(itertools, "accumulate") else [1, 3, 6])
