import sys
from typing import Optional, Union, Any, Callable, TypeVar, Generic
T = TypeVar('T')

class Stack(Generic[T]):
    """A simple stack."""

    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> 'Stack[T]':
        self._items.append(item)
        return self

    def pop(self) -> T:
        if not self._items:
            raise IndexError('pop from empty stack')
        return self._items.pop()

    def peek(self) -> Optional[T]:
        return self._items[-1] if self._items else None

    def __len__(self) -> int:
        return len(self._items)

    def __bool__(self) -> bool:
        return bool(self._items)

    def __iter__(self):
        return reversed(self._items)

    def __str__(self):
        return f"Stack({', '.join(map(str, self))})"
s = Stack[int]()
s.push(1).push(2).push(3)
print(s, s.pop(), s.peek(), len(s), bool(Stack()), Stack.__doc__)
try:
    Stack().pop()
except IndexError as e:
    print('IndexError:', e)

class BST:

    class _Node:
        __slots__ = ('key', 'left', 'right')

        def __init__(self, key):
            self.key, self.left, self.right = (key, None, None)

    def __init__(self, items=()):
        self.root = None
        self.size = 0
        for i in items:
            self.insert(i)

    def insert(self, key):
        if self.root is None:
            self.root = BST._Node(key)
            self.size += 1
            return True
        n = self.root
        while True:
            if key == n.key:
                return False
            side = 'left' if key < n.key else 'right'
            nxt = getattr(n, side)
            if nxt is None:
                setattr(n, side, BST._Node(key))
                self.size += 1
                return True
            n = nxt

    def __contains__(self, key):
        n = self.root
        while n and n.key != key:
            n = n.left if key < n.key else n.right
        return n is not None

    def __iter__(self):

        def walk(n):
            if n:
                yield from walk(n.left)
                yield n.key
                yield from walk(n.right)
        return walk(self.root)

    def height(self):

        def h(n):
            return 0 if n is None else 1 + max(h(n.left), h(n.right))
        return h(self.root)
t = BST([5, 2, 8, 1, 9, 3])
print(list(t), 3 in t, 7 in t, t.height(), t.size, t.insert(5))

class Matrix2D(dict):

    def __missing__(self, key):
        return 0
m = Matrix2D()
m[1, 2] = 5
print(m[1, 2], m[0, 0], len(m), m)

class Observable:

    def __init__(self):
        self._subs: dict[str, list[Callable]] = {}

    def on(self, ev, fn=None):
        if fn is None:
            return lambda f: self.on(ev, f) or f
        self._subs.setdefault(ev, []).append(fn)

    def emit(self, ev, *a, **k):
        return [f(*a, **k) for f in self._subs.get(ev, ())]
o = Observable()

@o.on('x')
def handler(a, b=1):
    return a + b
o.on('x', lambda a, **k: a * 10)
print(o.emit('x', 5), o.emit('none'), handler(1))

class StateMachine:
    transitions = {('idle', 'start'): 'running', ('running', 'pause'): 'paused', ('paused', 'resume'): 'running', ('running', 'stop'): 'idle'}

    def __init__(self):
        self.state = 'idle'
        self.log = []

    def fire(self, ev):
        try:
            new = self.transitions[self.state, ev]
        except KeyError:
            raise ValueError(f'invalid transition {ev!r} from {self.state!r}') from None
        self.log.append((self.state, new))
        self.state = new
sm = StateMachine()
for ev in ['start', 'pause', 'resume', 'bogus']:
    try:
        sm.fire(ev)
        print(f'{ev} -> {sm.state}')
    except ValueError as e:
        print('Error:', e, e.__cause__, e.__suppress_context__)

def retry(times, exceptions=(Exception,)):

    def deco(fn):

        def wrap(*a, **k):
            for attempt in range(1, times + 1):
                try:
                    return fn(*a, **k)
                except exceptions as e:
                    print(f'attempt {attempt} failed: {e}')
                    last = e
            raise last
        return wrap
    return deco
calls = 0

@retry(3, (ValueError,))
def flaky():
    global calls
    calls += 1
    if calls < 3:
        raise ValueError(f'flaky {calls}')
    return 'ok'
print(flaky())

class Money:

    def __init__(self, amt, cur='USD'):
        self.amt, self.cur = (round(amt, 2), cur)

    def __eq__(self, o):
        return (self.amt, self.cur) == (o.amt, o.cur) if isinstance(o, Money) else NotImplemented

    def __hash__(self):
        return hash((self.amt, self.cur))

    def __add__(self, o):
        if self.cur != o.cur:
            raise TypeError(f'cannot add {self.cur} and {o.cur}')
        return Money(self.amt + o.amt, self.cur)

    def __radd__(self, o):
        return self if o == 0 else self.__add__(o)

    def __lt__(self, o):
        return self.amt < o.amt

    def __repr__(self):
        return f'Money({self.amt:.2f}, {self.cur!r})'

    def __str__(self):
        return f'${self.amt:,.2f}'
print(sum([Money(1.1), Money(2.2)]), sorted([Money(3), Money(1)]), Money(1) == 1, max(Money(5), Money(7)), {Money(1): 'a'}[Money(1)], f'{Money(1234.5)!s:>12}|{Money(1)!r}')
try:
    Money(1) + Money(1, 'EUR')
except TypeError as e:
    print(e)

def process(data: dict[str, Any], *, strict: bool=False) -> list[str]:
    errors = []
    for key, (typ, required) in {'name': (str, True), 'age': (int, True), 'email': (str, False)}.items():
        if key not in data:
            if required:
                errors.append(f'missing {key}')
        elif not isinstance(data[key], typ):
            errors.append(f'{key}: expected {typ.__name__}, got {type(data[key]).__name__}')
    if strict and (extra := (set(data) - {'name', 'age', 'email'})):
        errors.append(f"unexpected: {', '.join(sorted(extra))}")
    return errors
print(process({'name': 'x', 'age': '3', 'z': 1}, strict=True), process({'name': 'a', 'age': 1}))

def compose(*fs):
    return lambda x: __import__('functools').reduce(lambda acc, f: f(acc), fs, x)
print(compose(str.strip, str.title, lambda s: s + '!')('  hello world '))
print(list(map(lambda p: p[0] * p[1], zip(range(5), range(5, 10)))), [i for i, c in enumerate('abcabc') if c == 'b'], {c: 'abcabc'.count(c) for c in sorted(set('abcabc'))})
a = [3, 1, 2]
b = a
b.sort()
print(a is b, a, a[::-1], sorted(a, key=lambda x: -x), a.index(2), a + [4], a * 2, a[-1:], a[:1] + a[2:])
x, *y, z = range(6)
print(x, y, z)
(p, q), r = ([1, 2], 3)
print(p, q, r)
a[0], a[1] = (a[1], a[0])
print(a)
print(f"{'Name':<10}{'Qty':>5}{'Price':>10}")
[print(f'{n:<10}{qv:>5}{pv:>10.2f}') for n, qv, pv in [('Pen', 3, 1.5), ('Book', 12, 12.25)]]
print('%s %s' % ('a', [1]), '%5.2f%%' % 12.345, '{:>{w}}'.format('r', w=6), '{!r:^10}'.format('c'), '{0[0]} {1.real} {k[x]}'.format([1], 2, k={'x': 3}))
print(10 // 3, -10 // 3, 10 % 3, -10 % 3, 2 ** 10, 7 / 2, 1000.0, 0.1 + 0.2, round(2.567, 1), 5 == 5.0, 1 < 2 < 3, not [], None or 'd', 0 and 1, [] or {}, bin(5), 31, 3, 1000)
