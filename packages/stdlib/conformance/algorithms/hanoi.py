moves = []


def hanoi(n, source, target, spare):
    if n == 0:
        return 0
    before = hanoi(n - 1, source, spare, target)
    moves.append((n, source, target))
    return before + 1 + hanoi(n - 1, spare, target, source)


for n in range(1, 8):
    moves.clear()
    print(n, hanoi(n, "A", "C", "B"), moves[:5])
pegs = {"A": list(range(7, 0, -1)), "B": [], "C": []}
for n, source, target in moves:
    disc = pegs[source].pop()
    assert disc == n and (not pegs[target] or pegs[target][-1] > disc)
    pegs[target].append(disc)
print(pegs["A"], pegs["B"], pegs["C"])


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print([ackermann(1, n) for n in range(5)], [ackermann(2, n) for n in range(4)])


def collatz(n):
    steps = []
    while n != 1:
        steps.append(n)
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    return steps


for n in (6, 7, 9, 27):
    path = collatz(n)
    print(n, len(path), max(path), path[:6])
