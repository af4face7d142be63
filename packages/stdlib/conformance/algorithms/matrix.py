def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def power(m, n):
    size = len(m)
    result = [[int(i == j) for j in range(size)] for i in range(size)]
    while n:
        if n & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    total = 0
    for c in range(len(m)):
        minor = [row[:c] + row[c + 1 :] for row in m[1:]]
        total += (-1) ** c * m[0][c] * determinant(minor)
    return total


a = [[1, 2], [3, 4]]
print(multiply(a, a), power(a, 5), determinant(a))
print(power([[1, 1], [1, 0]], 90)[0][1], power([[1, 1], [1, 0]], 200)[0][1])
m = [[2, 0, 1, 3], [1, 5, 2, 0], [0, 1, 4, 2], [3, 2, 0, 1]]
print(determinant(m), determinant([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))


def life(cells, size):
    counts = {}
    for r, c in cells:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    key = ((r + dr) % size, (c + dc) % size)
                    counts[key] = counts.get(key, 0) + 1
    return {k for k, n in counts.items() if n == 3 or (n == 2 and k in cells)}


cells = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
for generation in range(5):
    print(generation, sorted(cells))
    cells = life(cells, 6)
