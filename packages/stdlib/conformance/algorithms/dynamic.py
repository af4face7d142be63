def longest_common(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + a[i]
            else:
                up, left = table[i][j + 1], table[i + 1][j]
                table[i + 1][j + 1] = up if len(up) >= len(left) else left
    return table[-1][-1]


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        following = [i + 1]
        for j, y in enumerate(b):
            following.append(min(row[j] + (x != y), row[j + 1] + 1, following[j] + 1))
        row = following
    return row[-1]


def knapsack(items, capacity):
    best = [(0, ())] * (capacity + 1)
    for name, weight, value in items:
        for room in range(capacity, weight - 1, -1):
            candidate = (best[room - weight][0] + value, best[room - weight][1] + (name,))
            if candidate[0] > best[room][0]:
                best[room] = candidate
    return best[capacity]


def coins(amounts, total):
    ways = [1] + [0] * total
    for coin in amounts:
        for i in range(coin, total + 1):
            ways[i] += ways[i - coin]
    return ways[total]


for a, b in (("AGGTAB", "GXTXAYB"), ("kitten", "sitting"), ("abcdef", "fedcba"), ("", "abc"), ("same", "same")):
    print(repr(a), repr(b), repr(longest_common(a, b)), edit_distance(a, b))
items = [("map", 9, 150), ("water", 15, 200), ("tin", 7, 60), ("cheese", 4, 90), ("apple", 3, 80), ("book", 5, 30)]
for capacity in (0, 5, 12, 20, 40):
    print(capacity, knapsack(items, capacity))
for total in (1, 10, 50, 100):
    print(total, coins([1, 2, 5, 10, 20, 50], total))
