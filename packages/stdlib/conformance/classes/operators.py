class Vector:
    def __init__(self, *xs):
        self.xs = xs

    def __add__(self, o):
        return Vector(*[a + b for a, b in zip(self.xs, o.xs)])

    def __sub__(self, o):
        return self + -o

    def __neg__(self):
        return Vector(*[-a for a in self.xs])

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self.xs, k.xs))
        return Vector(*[a * k for a in self.xs])

    def __rmul__(self, k):
        return self * k

    def __eq__(self, o):
        return isinstance(o, Vector) and self.xs == o.xs

    def __lt__(self, o):
        return self * self < o * o

    def __getitem__(self, i):
        return self.xs[i]

    def __len__(self):
        return len(self.xs)

    def __contains__(self, x):
        return x in self.xs

    def __bool__(self):
        return any(self.xs)

    def __abs__(self):
        return (self * self) ** 0.5

    def __hash__(self):
        return hash(self.xs)

    def __call__(self, f):
        return Vector(*[f(x) for x in self.xs])

    def __repr__(self):
        return "<" + ", ".join(str(x) for x in self.xs) + ">"

    def __iadd__(self, o):
        self.xs = (self + o).xs
        return self


a, b = Vector(1, 2, 3), Vector(4, 5, 6)
print(a + b, a - b, -a, a * b, a * 2, 3 * a, a == b, a == Vector(1, 2, 3), a != b, a < b, a < a)
print(a[0], a[-1], len(a), 2 in a, 9 in a, bool(a), bool(Vector(0, 0)), abs(Vector(3, 4)), list(a))
print(a(lambda x: x * x), {a: 1}[Vector(1, 2, 3)], sorted([b, a, Vector(0, 1)]))
c = a
c += b
print(a, c is a)


class Matrix:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __delitem__(self, key):
        del self.cells[key]


m = Matrix()
m[1, 2] = 5
m[0, 0] += 3
print(m[1, 2], m[0, 0], m[9, 9])
del m[1, 2]
print(m[1, 2], sorted(m.cells.items()))


class Money:
    def __init__(self, n):
        self.n = n

    def __floordiv__(self, o):
        return Money(self.n // o)

    def __mod__(self, o):
        return Money(self.n % o)

    def __truediv__(self, o):
        return self.n / o

    def __pow__(self, o):
        return self.n**o

    def __lshift__(self, o):
        return self.n << o

    def __and__(self, o):
        return self.n & o

    def __le__(self, o):
        return self.n <= o.n

    def __ge__(self, o):
        return self.n >= o.n


x = Money(17)
print((x // 5).n, (x % 5).n, x / 2, x**2, x << 2, x & 3, x <= Money(17), x >= Money(18))
