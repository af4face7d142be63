from abc import ABC, abstractmethod
from functools import total_ordering, cached_property, singledispatch
import math, copy, json

class Shape(ABC):
    registry = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[cls.__name__.lower()] = cls

    @abstractmethod
    def area(self) -> float:
        ...

    @property
    @abstractmethod
    def name(self):
        ...

    def __str__(self):
        return f'{self.name} with area {self.area():.2f}'

    def __lt__(self, o):
        return self.area() < o.area()

class Circle(Shape):

    def __init__(self, r):
        self.r = r

    def area(self):
        return math.pi * self.r ** 2
    name = 'circle'

class Rect(Shape):

    def __init__(self, w, h):
        self._w, self._h = (w, h)

    def area(self):
        return self._w * self._h

    @property
    def name(self):
        return 'rect'

    @property
    def w(self):
        return self._w

    @w.setter
    def w(self, v):
        if v <= 0:
            raise ValueError('width must be > 0')
        self._w = v

    @w.deleter
    def w(self):
        print('deleting')
        self._w = 1

class Square(Rect):

    def __init__(self, s):
        super().__init__(s, s)

    @staticmethod
    def unit():
        return Square(1)

    @classmethod
    def of_area(cls, a):
        return cls(math.sqrt(a))

    def __repr__(self):
        return f'Square({self._w})'
try:
    Shape()
except TypeError as e:
    print(e)
try:

    class Half(Shape):

        def area(self):
            return 0
    Half()
except TypeError as e:
    print(e)
for s in sorted([Circle(1), Rect(2, 3), Square(1.5)]):
    print(s)
print(sorted(Shape.registry), Square.unit(), Square.of_area(9), isinstance(Square(1), Shape), issubclass(Circle, Rect), [c.__name__ for c in Square.__mro__])
r = Rect(1, 2)
r.w = 5
print(r.w, vars(r))
try:
    r.w = -1
except ValueError as e:
    print(e)
del r.w
print(r.w)
try:
    Circle(2).name = 'x'
except AttributeError as e:
    print(e)
try:
    r.name = 'x'
except AttributeError as e:
    print(e)
try:
    r.missing
except AttributeError as e:
    print(e)
try:
    Rect(1)
except TypeError as e:
    print(e)
try:
    Rect(1, 2, 3)
except TypeError as e:
    print(e)
try:
    Circle(q=1)
except TypeError as e:
    print(e)

@total_ordering
class Version:

    def __init__(self, s):
        self.parts = tuple(map(int, s.split('.')))

    def __eq__(self, o):
        return self.parts == o.parts if isinstance(o, Version) else NotImplemented

    def __lt__(self, o):
        return self.parts < o.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return 'Version(%r)' % '.'.join(map(str, self.parts))
v = [Version('1.10'), Version('1.9.1'), Version('0.1')]
print(sorted(v), max(v), Version('1.0') >= Version('0.9'), Version('1') == '1', Version('1') != Version('2'), len({Version('1'), Version('1')}))

class Temp:

    def __init__(self, c):
        self.c = c

    @cached_property
    def f(self):
        print('computing')
        return self.c * 9 / 5 + 32
t = Temp(100)
print(t.f, t.f)

class Vec:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = (x, y)

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __iter__(self):
        return iter((self.x, self.y))

    def __repr__(self):
        return f'Vec({self.x}, {self.y})'

    def __eq__(self, o):
        return tuple(self) == tuple(o)

    def __format__(self, spec):
        return f'({self.x:{spec}}, {self.y:{spec}})' if spec else repr(self)

    def __getattr__(self, n):
        raise AttributeError(f'no {n} here')

    def __call__(self, *a):
        return a

    def __contains__(self, k):
        return k in (self.x, self.y)

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __iadd__(self, o):
        self.x += o.x
        return self

    def __floordiv__(self, k):
        return Vec(self.x // k, self.y // k)

    def __bool__(self):
        return bool(self.x or self.y)

    def __invert__(self):
        return Vec(self.y, self.x)

    def __index__(self):
        return int(self.x)

    def __int__(self):
        return 7

    def __float__(self):
        return 1.5

    def __round__(self, n=0):
        return Vec(round(self.x, n), round(self.y, n))

    def __divmod__(self, k):
        return divmod(self.x, k)

    def __pow__(self, k, m=None):
        return ('pow', k, m)

    def __reversed__(self):
        return iter([self.y, self.x])

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __lshift__(self, o):
        return ('<<', o)
a = Vec(3, 4)
print(a + Vec(1, 1), sum([a, a]), 2 * a, -a, abs(a), f'{a:.1f} {a}', a == Vec(3, 4), a(1, 2), 3 in a, len(a), a[0], a // 2, bool(Vec(0, 0)), ~a, int(a), float(a), round(Vec(1.234, 5.678), 1), divmod(a, 2), a ** 2, list(reversed(a)), a @ a, a << 1, hex(a))
a += Vec(1, 0)
print(a)
try:
    a.z
except AttributeError as e:
    print(e)
try:
    a + 1
except TypeError as e:
    print(e)
try:
    'x' + a
except TypeError as e:
    print(e)
try:
    a - a
except TypeError as e:
    print(e)
try:
    a < a
except TypeError as e:
    print(e)

@singledispatch
def show(x):
    return f'obj {x}'

@show.register
def _(x: int):
    return f'int {x}'

@show.register(list)
def _(x):
    return f'list of {len(x)}'
print(show(1), show([1]), show('a'), show(True))

class Meta(type):

    def __new__(m, n, b, d):
        d['tag'] = n.upper()
        return super().__new__(m, n, b, d)

    def __call__(cls, *a):
        inst = super().__call__(*a)
        inst.made = True
        return inst

class WithMeta(metaclass=Meta):
    pass
print(WithMeta.tag, WithMeta().made, type(WithMeta), type(WithMeta).__name__)

class Singleton:
    _i = None

    def __new__(cls, *a):
        cls._i = cls._i or super().__new__(cls)
        return cls._i
print(Singleton() is Singleton())

class Node:

    def __init__(self, v, nxt=None):
        self.v, self.next = (v, nxt)

class LinkedList:

    def __init__(self, it=()):
        self.head = None
        self._n = 0
        for x in it:
            self.push(x)

    def push(self, v):
        self.head = Node(v, self.head)
        self._n += 1

    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.next

    def reverse(self):
        p, c = (None, self.head)
        while c:
            c.next, p, c = (p, c, c.next)
        self.head = p

    def __len__(self):
        return self._n

    def __repr__(self):
        return ' -> '.join(map(repr, self)) or 'empty'
ll = LinkedList('abc')
ll.reverse()
print(ll, len(ll), LinkedList(), list(ll), 'b' in ll)
d1 = {'a': [1, {'b': 2}]}
d2 = copy.deepcopy(d1)
d2['a'][1]['b'] = 9
d3 = copy.copy(d1)
print(d1, d2, d3['a'] is d1['a'])

class Desc:

    def __set_name__(self, o, n):
        self.n = '_' + n

    def __get__(self, i, o):
        return self if i is None else getattr(i, self.n, 'unset')

    def __set__(self, i, v):
        setattr(i, self.n, v * 2)

class UseDesc:
    x = Desc()
u = UseDesc()
print(u.x)
u.x = 4
print(u.x, u.__dict__, type(UseDesc.x).__name__)
print(hasattr(u, 'x'), getattr(u, 'nope', 5), isinstance(3, (str, int)), type('Dyn', (object,), {'f': lambda s: 42})().f(), callable(u), repr(Circle))
