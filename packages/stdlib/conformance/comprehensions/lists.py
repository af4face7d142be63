print([x * x for x in range(10)], [x for x in range(20) if x % 3 == 0 if x % 2 == 0])
print([(x, y) for x in range(3) for y in range(x, 3)], [[y for y in range(x)] for x in range(4)])
print([c.upper() for c in "hello" if c not in "aeiou"], [len(w) for w in "a bb ccc".split()])
print({x: x**2 for x in range(5)} == {0: 0, 1: 1, 2: 4, 3: 9, 4: 16}, sorted({k.upper(): v for k, v in [("a", 1), ("b", 2)]}.items()))
print(sorted({x % 3 for x in range(10)}), sum(x for x in range(100)), max(len(w) for w in ["a", "bbb"]))
print([x if x % 2 else -x for x in range(6)], [[i, j][i < j] for i in range(3) for j in range(3)])
x = "outer"
print([x for x in range(3)], x)
fs = [lambda n=n: n * 10 for n in range(4)]
print([f() for f in fs], [f(7) for f in fs])
matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([[row[i] for row in matrix] for i in range(3)], [sum(row) for row in matrix], [max(col) for col in zip(*matrix)])
print([a + b for a, b in zip("abc", "xyz")], [i for i, c in enumerate("banana") if c == "a"])
print(any(x > 5 for x in range(7)), all(x < 5 for x in range(7)), any([]), all([]))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), list(filter(None, [0, 1, "", "a", None, []])), list(map(str, range(3))))
