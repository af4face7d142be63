# Values held in every frame of a deep call while the deepest frames allocate.
def down(n, trail):
    mine = "frame" + str(n)
    local = [mine, (n, mine * 2), {"k" + str(n): trail[-1:]}]
    below = down(n - 1, trail + [mine]) if n else [[str(i) * 4 for i in range(40)][-1]]
    return below + [local[0] + local[1][1] + str(local[2]["k" + str(n)])]


for depth in (1, 5, 12, 25):
    result = down(depth, [])
    print(depth, result[0], result[1], result[-1], len(result), sum(len(r) for r in result))


def mutual_a(n, *held):
    return mutual_b(n - 1, [str(n)], *held) if n else held


def mutual_b(n, *held):
    return mutual_a(n - 1, (str(n), "b"), *held) if n else held


print(mutual_a(14, "seed"), mutual_b(9, {"x": 1}))


class Walker:
    def __init__(self, n):
        self.n = n

    @property
    def value(self):
        return (Walker(self.n - 1).value if self.n else []) + ["p" + str(self.n)]

    def __add__(self, other):
        return Walker(self.n + other.n) if self.n > 3 else Walker(self.n + 1) + Walker(other.n - 1)

    def __eq__(self, other):
        return str(self.n) + "q" == str(other.n) + "q" and (self.n == 0 or Walker(self.n - 1) == Walker(other.n - 1))


print(Walker(10).value, (Walker(1) + Walker(9)).n, Walker(8) == Walker(8), Walker(3) == Walker(4))
print(eval("[" * 10 + "'x' + str(1)" + "]" * 10), eval("+".join("str(%d)" % i for i in range(30))))
