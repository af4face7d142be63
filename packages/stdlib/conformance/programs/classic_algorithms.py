import heapq, bisect, copy, time, itertools, math, random, collections, contextlib, functools, operator, string, textwrap

class Trie:

    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for ch in word:
            node = node.setdefault(ch, {})
        node['$'] = True

    def starts(self, prefix):
        node = self.root
        for ch in prefix:
            if ch not in node:
                return []
            node = node[ch]
        out = []

        def walk(n, path):
            for k in sorted(n):
                if k == '$':
                    out.append(prefix + path)
                else:
                    walk(n[k], path + k)
        walk(node, '')
        return out
t = Trie()
[t.insert(w) for w in ['car', 'card', 'care', 'cat', 'dog']]
print(t.starts('car'), t.starts('z'), t.starts(''))

class MinHeap:

    def __init__(self, items=()):
        self.h = []
        [self.push(i) for i in items]

    def push(self, x):
        self.h.append(x)
        i = len(self.h) - 1
        while i and self.h[(p := ((i - 1) // 2))] > self.h[i]:
            self.h[p], self.h[i] = (self.h[i], self.h[p])
            i = p

    def pop(self):
        self.h[0], self.h[-1] = (self.h[-1], self.h[0])
        top = self.h.pop()
        i = 0
        while (l := (2 * i + 1)) < len(self.h):
            m = l + 1 if l + 1 < len(self.h) and self.h[l + 1] < self.h[l] else l
            if self.h[i] <= self.h[m]:
                break
            self.h[i], self.h[m] = (self.h[m], self.h[i])
            i = m
        return top

    def __len__(self):
        return len(self.h)
h = MinHeap([5, 3, 8, 1, 9, 2])
print([h.pop() for _ in range(len(h))])

def merge(iv):
    out = []
    for s, e in sorted(iv):
        if out and s <= out[-1][1]:
            out[-1][1] = max(out[-1][1], e)
        else:
            out.append([s, e])
    return out
print(merge([[1, 3], [2, 6], [8, 10], [15, 18], [17, 20]]))

def lis(a):
    tails = []
    for x in a:
        i = bisect.bisect_left(tails, x)
        tails[i:i + 1] = [x]
    return len(tails)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]))

@functools.cache
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    return edit(a[1:], b[1:]) if a[0] == b[0] else 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))
print(edit('intention', 'execution'), edit.cache_info().misses > 10)

def minpath(g):
    dp = copy.deepcopy(g)
    for r, c in itertools.product(range(len(g)), range(len(g[0]))):
        if r or c:
            dp[r][c] += min([dp[r - 1][c]] * (r > 0) + [dp[r][c - 1]] * (c > 0))
    return dp[-1][-1]
print(minpath([[1, 3, 1], [1, 5, 1], [4, 2, 1]]))

def subsets(s):
    return [[x for i, x in enumerate(s) if m >> i & 1] for m in range(1 << len(s))]
print(subsets('abc'), [list(c) for r in range(3) for c in itertools.combinations([1, 2], r)])

def nqueens(n):
    sols = []

    def place(row, cols, d1, d2, acc):
        if row == n:
            sols.append(acc)
            return
        for c in set(range(n)) - cols:
            if row + c not in d1 and row - c not in d2:
                place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}, acc + [c])
    place(0, frozenset(), frozenset(), frozenset(), [])
    return sorted(sols)
for row in nqueens(4)[0]:
    print('.' * row + 'Q' + '.' * (3 - row))

def sudoku_solve(b):
    for r in range(4):
        for c in range(4):
            if b[r][c] == 0:
                for v in range(1, 5):
                    if v not in b[r] and all((b[k][c] != v for k in range(4))) and all((b[r // 2 * 2 + i][c // 2 * 2 + j] != v for i in range(2) for j in range(2))):
                        b[r][c] = v
                        if sudoku_solve(b):
                            return True
                        b[r][c] = 0
                return False
    return True
b = [[1, 0, 0, 4], [0, 0, 1, 0], [0, 1, 0, 0], [4, 0, 0, 1]]
print(sudoku_solve(b), *b, sep='\n')
random.seed(10)
q = collections.deque()
served = []
clock = 0
nxt = 0
while len(served) < 5:
    clock += 1
    if clock >= nxt:
        q.append((clock, f'c{len(served) + len(q)}'))
        nxt = clock + random.randint(1, 3)
    if q and random.random() < 0.6:
        arr, who = q.popleft()
        served.append((who, clock - arr))
print(served, clock, sum((w for _, w in served)) / len(served))

def mandel(w=24, hgt=8):
    for y in range(hgt):
        row = ''
        for x in range(w):
            z = c = complex(-2 + 3 * x / w, -1 + 2 * y / hgt)
            n = 0
            while abs(z) <= 2 and n < 20:
                z = z * z + c
                n += 1
            row += ' .:-=+*#%@'[min(n // 2, 9)]
        print(row.rstrip())
mandel()
print([n for n in range(2, 500) if sum((d for d in range(1, n) if n % d == 0)) == n], [n for n in range(100, 1000) if sum((int(d) ** 3 for d in str(n))) == n])

def fibs():
    a, b = (0, 1)
    while True:
        yield a
        a, b = (b, a + b)
print(list(itertools.takewhile(lambda x: x < 100, fibs())), next((f for f in fibs() if len(str(f)) == 20)))

def bubble(a):
    a = a[:]
    for i in range(len(a)):
        swapped = False
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = (a[j + 1], a[j])
                swapped = True
        if not swapped:
            break
    return a

def insertion(a):
    for i in range(1, len(a)):
        k = a[i]
        j = i - 1
        while j >= 0 and a[j] > k:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = k
    return a

def bsearch(a, x, lo=0, hi=None):
    hi = len(a) if hi is None else hi
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo if lo < len(a) and a[lo] == x else -1
d = random.Random(3).sample(range(50), 10)
print(d, bubble(d) == insertion(d[:]) == sorted(d), bsearch(sorted(d), d[0]), bsearch(sorted(d), 99))

class Poly:

    def __init__(self, *c):
        self.c = list(c)

    def __call__(self, x):
        return functools.reduce(lambda acc, k: acc * x + k, reversed(self.c), 0)

    def __add__(self, o):
        return Poly(*[a + b for a, b in itertools.zip_longest(self.c, o.c, fillvalue=0)])

    def __mul__(self, o):
        r = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                r[i + j] += a * b
        return Poly(*r)

    def __str__(self):
        t = [f"{('-' if k < 0 else '+')} {(abs(k) if abs(k) != 1 or not i else '')}{('x' if i else '')}{(f'^{i}' if i > 1 else '')}" for i, k in reversed(list(enumerate(self.c))) if k]
        return ' '.join(t).removeprefix('+ ') or '0'

    def deriv(self):
        return Poly(*[i * k for i, k in enumerate(self.c)][1:])
p = Poly(1, -3, 0, 2)
print(p, '|', p(2), '|', p.deriv(), '|', p * Poly(-1, 1), '|', p + Poly(0, 3), '|', Poly())

class Event:

    def __init__(self):
        self._h = []

    def __iadd__(self, f):
        self._h.append(f)
        return self

    def __isub__(self, f):
        self._h.remove(f)
        return self

    def __call__(self, *a):
        return [f(*a) for f in self._h]
e = Event()
e += len
e += str.upper
print(e('abc'))
e -= len
print(e('abc'))

@contextlib.contextmanager
def timer(label):
    print('start', label)
    yield (lambda: 'elapsed')
    print('stop', label)
with timer('x') as tm:
    print(tm())
with contextlib.nullcontext(5) as v:
    print(v)

class Temp:

    def __init__(self, c=0):
        self.celsius = c

    @property
    def celsius(self):
        return self._c

    @celsius.setter
    def celsius(self, v):
        if v < -273.15:
            raise ValueError(f'{v} is below absolute zero')
        self._c = v
    fahrenheit = property(lambda s: s.celsius * 9 / 5 + 32, lambda s, f: setattr(s, 'celsius', (f - 32) * 5 / 9))
tt = Temp(25)
tt.fahrenheit = 212
print(tt.celsius, tt.fahrenheit)
try:
    tt.celsius = -300
except ValueError as ex:
    print(ex)
try:
    del tt.celsius
except AttributeError as ex:
    print(ex)
print(*(f'{n:>3}' for n in range(1, 6)), sep='|')
print(*[['x', 'o'][(r + c) % 2] for r in range(2) for c in range(4)], sep='', end='.\n')
s = 'The rain in Spain'
print(s.lower().count('a'), s.split()[::-1], s.replace('ain', 'AIN', 1), s.find('ain'), s.rfind('ain'), s.index('in'), s[4:8], s[-5:], s[::-1], s.swapcase(), s.center(21, '*'), s.partition(' in '), 'rain' in s, s.startswith('The'), s.endswith(('x', 'Spain')), s.isalpha(), s.title(), len(s), sorted(set(s.lower()) - {' '}), s.encode()[:3], '-'.join(s), s.ljust(20, '.') + '|', s.translate(str.maketrans('aeiou', '12345')), '%s has %d chars' % (s, len(s)), s.casefold() == s.lower(), 'a,b;c'.replace(';', ',').split(','), '  x '.strip() + '|', 'x=1'.partition('='), 'tEST'.capitalize(), '1'.zfill(3), 'abc' < 'abd', 'a' * 3, max(s), min(s.replace(' ', '')), ascii('ñ'), 'tab\there'.expandtabs(8), 'line1\nline2'.splitlines(True))
