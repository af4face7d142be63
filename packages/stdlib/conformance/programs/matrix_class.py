from __future__ import annotations
from fractions import Fraction
import math, random

class Matrix:

    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return (len(self.rows), len(self.rows[0]))

    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError(f'shape mismatch: {self.shape} @ {o.shape}')
        return Matrix([[sum((a * b for a, b in zip(r, c))) for c in zip(*o.rows)] for r in self.rows])

    def __add__(self, o):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__

    def __neg__(self):
        return -1 * self

    def __sub__(self, o):
        return self + -o

    def __eq__(self, o):
        return isinstance(o, Matrix) and self.rows == o.rows

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v

    def __pow__(self, n):
        r = Matrix.identity(len(self.rows))
        b = self
        while n:
            if n & 1:
                r = r @ b
            b = b @ b
            n >>= 1
        return r

    def T(self):
        return Matrix(zip(*self.rows))

    def det(self):
        m = [[Fraction(x) for x in r] for r in self.rows]
        n = len(m)
        d = Fraction(1)
        for i in range(n):
            p = next((r for r in range(i, n) if m[r][i]), None)
            if p is None:
                return Fraction(0)
            if p != i:
                m[i], m[p] = (m[p], m[i])
                d = -d
            d *= m[i][i]
            for r in range(i + 1, n):
                f = m[r][i] / m[i][i]
                m[r] = [x - f * y for x, y in zip(m[r], m[i])]
        return d

    def __str__(self):
        w = max((len(str(x)) for r in self.rows for x in r))
        return '\n'.join(('[' + ' '.join((f'{x:>{w}}' for x in r)) + ']' for r in self.rows))

    def __repr__(self):
        return f'Matrix({self.rows!r})'

    def __iter__(self):
        yield from (x for r in self.rows for x in r)

    def __bool__(self):
        return any(self)

    def __hash__(self):
        return hash(tuple(map(tuple, self.rows)))
a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a @ b)
print(a + b, 2 * a, a - b, sep='\n')
print(repr(a ** 10), a.T(), a.det(), a[1, 0])
a[0, 0] = 100
print(a, list(a), bool(a), bool(Matrix([[0]])), a == a.T().T(), a != b, len({a, a, b}))
try:
    a @ Matrix([[1, 2, 3]])
except ValueError as e:
    print(e)
try:
    a @ 3
except AttributeError as e:
    print(e)
try:
    a + 3
except Exception as e:
    print(type(e).__name__, e)
try:
    a / 2
except TypeError as e:
    print(e)
fibm = Matrix([[1, 1], [1, 0]]) ** 100
print(fibm[0, 1])
print(Fraction(3, 4) + Fraction(1, 6), Fraction('0.125'), float(Fraction(1, 3)), Fraction(1.5), repr(Fraction(2, 4)), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
random.seed(42)
print([random.randint(1, 6) for _ in range(10)], round(random.random(), 6), random.choice('abc'), random.sample(range(100), 3))
l = list(range(8))
random.shuffle(l)
print(l, random.gauss(0, 1), random.uniform(1, 2))
