def table(n):
    factor = n

    def row(k):
        return [factor * k * i for i in range(1, 6) if i != k]

    return {k: row(k) for k in range(3)}


for n in range(1, 4):
    t = table(n)
    print(n, [t[k] for k in sorted(t)])


class Grid:
    size = 3

    def __init__(self):
        self.cells = [[(r, c) for c in range(self.size)] for r in range(self.size)]

    def neighbours(self, r, c):
        return [
            self.cells[r + dr][c + dc]
            for dr in (-1, 0, 1)
            for dc in (-1, 0, 1)
            if (dr or dc) and 0 <= r + dr < self.size and 0 <= c + dc < self.size
        ]


g = Grid()
for r in range(3):
    for c in range(3):
        print(r, c, g.neighbours(r, c))
print(sum(len(g.neighbours(r, c)) for r in range(3) for c in range(3)))
