import random, math, sys, os
from dataclasses import dataclass, field, asdict, replace, astuple, fields
from typing import ClassVar
from enum import Enum, IntEnum, Flag
import heapq, bisect, time, json

class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10

class Perm(Flag):
    R = 4
    W = 2
    X = 1
print(Level.MID > Level.LOW, Level(10), Level.HIGH + 1, f'{Level.LOW}', repr(Level.LOW), Perm.R | Perm.W, Perm.R in Perm.R | Perm.X, sorted(Level, reverse=True), [p.name for p in Perm])

@dataclass(order=True)
class Event:
    time: float
    name: str = field(compare=False)
    data: dict = field(default_factory=dict, compare=False, repr=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        Event.count += 1

@dataclass(frozen=True)
class P:
    x: int
    y: int = 0

    def dist(self, o):
        return math.dist((self.x, self.y), (o.x, o.y))
q = []
for t, n in [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'z')]:
    heapq.heappush(q, Event(t, n))
while q:
    print(heapq.heappop(q), end=' ')
print(Event.count)
p = P(3, 4)
print(p, p.dist(P(0)), asdict(p), astuple(p), replace(p, y=9), hash(p) == hash(P(3, 4)), [f.name for f in fields(p)], {p: 1}[P(3, 4)])
try:
    p.x = 5
except Exception as e:
    print(type(e).__name__, e)
try:
    P()
except TypeError as e:
    print(e)
try:
    Event(1, 'a') < 5
except TypeError as e:
    print(e)

def life(cells):
    from collections import Counter
    n = Counter(((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy))
    return {c for c, k in n.items() if k == 3 or (k == 2 and c in cells)}
g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    g = life(g)
for y in range(5):
    print(''.join(('#' if (x, y) in g else '.' for x in range(5))))

def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knap([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15))

def queens(n, cols=()):
    if len(cols) == n:
        yield cols
        return
    r = len(cols)
    for c in range(n):
        if all((c != cc and abs(c - cc) != r - rr for rr, cc in enumerate(cols))):
            yield from queens(n, cols + (c,))
print(len(list(queens(6))), next(queens(8)))

def hanoi(n, a='A', b='B', c='C'):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(8))
print(bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3))
a = [1, 5]
bisect.insort(a, 3)
print(a)

def perms(s):
    if len(s) <= 1:
        return [s]
    return [c + r for i, c in enumerate(s) for r in perms(s[:i] + s[i + 1:])]
print(perms('abc'))
memo = {}

def change(amt, coins):
    if amt == 0:
        return 1
    if amt < 0 or not coins:
        return 0
    if (k := (amt, len(coins))) not in memo:
        memo[k] = change(amt - coins[0], coins) + change(amt, coins[1:])
    return memo[k]
print(change(100, (50, 25, 10, 5, 1)))

def quicksort(a):
    return a if len(a) < 2 else quicksort([x for x in a[1:] if x < a[0]]) + [a[0]] + quicksort([x for x in a[1:] if x >= a[0]])

def merge_sort(a):
    if len(a) <= 1:
        return a
    m = len(a) // 2
    l, r = (merge_sort(a[:m]), merge_sort(a[m:]))
    out = []
    while l and r:
        out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
random.seed(1)
data = [random.randrange(100) for _ in range(12)]
print(quicksort(data) == merge_sort(data) == sorted(data), data)

def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)
print(gcd(48, 18), math.gcd(48, 18), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(99), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.sqrt(2), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(1), math.sin(math.pi / 6), math.degrees(math.pi), math.isclose(0.1 + 0.2, 0.3), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.copysign(1, -0.0), math.modf(3.25), math.frexp(8), math.tau, math.e)
for i in range(1, 16):
    print('Fizz' * (i % 3 == 0) + 'Buzz' * (i % 5 == 0) or i, end=' ')
print()
pascal = [[1]]
for _ in range(5):
    pascal.append([1] + [a + b for a, b in zip(pascal[-1], pascal[-1][1:])] + [1])
for row in pascal:
    print(' '.join(map(str, row)).center(20).rstrip())

def to_base(n, b):
    return '0' if n == 0 else to_base(n // b, b).lstrip('0') + '0123456789abcdef'[n % b]
print(to_base(255, 2), to_base(255, 16), int('ff', 16), bin(10)[2:].zfill(8), f'{10:08b}')
sieve = [True] * 50
sieve[:2] = [False] * 2
for i in range(2, 8):
    if sieve[i]:
        sieve[i * i::i] = [False] * len(sieve[i * i::i])
print([i for i, f in enumerate(sieve) if f])
inv = {'apple': {'qty': 5, 'price': 1.2}, 'pear': {'qty': 0, 'price': 2.0}}
inv['apple']['qty'] -= 2
inv.setdefault('fig', {'qty': 1, 'price': 3})
print(json.dumps(inv, sort_keys=True), {k: v for k, v in inv.items() if v['qty']}, sum((v['qty'] * v['price'] for v in inv.values())), max(inv, key=lambda k: inv[k]['price']))
print(json.dumps({'a': [1, 2.5, None, True, 'é\n'], 't': (1,)}), json.dumps('é', ensure_ascii=False), json.loads('{"x": [1, 2.0, "\\u00e9", null]}'), json.dumps([1, 2], separators=(',', ':')), json.dumps({1: 2, None: 3}))
try:
    json.loads('{bad}')
except json.JSONDecodeError as e:
    print(e, e.lineno, e.colno)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
s = 0
for i in range(10):
    if i == 3:
        continue
    if i == 7:
        break
    s += i
else:
    print('no')
print(s, [*range(3)], sys.version_info[0], os.path.join('a', 'b.txt'), os.path.splitext('x.tar.gz'), os.path.basename('/a/b'))
x = 5

def outer():
    x = 1

    def inner():
        nonlocal x
        x += 1
        return x
    inner()
    return inner()

def gl():
    global x
    x += 10
gl()
print(outer(), x)

def defaults(a, b=[], *args, c, d=4, **kw):
    b.append(a)
    return (a, b, args, c, d, kw)
print(defaults(1, c=3), defaults(2, c=3, e=5), defaults(1, [0], 9, c=1))
try:
    defaults(1)
except TypeError as e:
    print(e)
try:
    defaults()
except TypeError as e:
    print(e)
match {'cmd': 'go', 'args': [1, 2]}:
    case {'cmd': 'stop'}:
        print('stop')
    case {'cmd': str(c), 'args': [first, *rest]} if first > 0:
        print(c, first, rest)
match P(1, 2):
    case P(x=0):
        print('zero')
    case P(x, y):
        print('pos', x, y)
for v in [0, 'a', [1, 2], (1,), {'k': 1}, None, 3.5, True]:
    match v:
        case 0 | 1:
            print('small')
        case str() as s:
            print('str', s)
        case [a, b]:
            print('pair', a, b)
        case [a]:
            print('one', a)
        case {'k': n}:
            print('map', n)
        case None:
            print('none')
        case float():
            print('float')
        case _:
            print('other')
