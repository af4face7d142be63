from itertools import islice, chain, count, cycle, takewhile, dropwhile, groupby, product, permutations, combinations, accumulate, zip_longest, starmap, repeat, tee, compress, pairwise, combinations_with_replacement, filterfalse
import operator

def primes():
    sieve = {}
    q = 2
    while True:
        if q not in sieve:
            yield q
            sieve[q * q] = [q]
        else:
            for p in sieve.pop(q):
                sieve.setdefault(p + q, []).append(p)
        q += 1
print(list(islice(primes(), 15)), next((p for p in primes() if p > 100)))

def chunks(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]
print(list(chunks('abcdefgh', 3)), list(chunks([1, 2, 3], 2)))

def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        else:
            yield i
print(list(flatten([1, [2, (3, [4, []]), 5]])))

def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(*collatz(6), sep=' -> ')
print(max(range(1, 1000), key=lambda n: sum((1 for _ in collatz(n)))))
for k, grp in groupby(sorted(['apple', 'bob', 'cat', 'alice', 'bee']), key=lambda s: s[0]):
    print(k, list(grp))
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(zip_longest('ab', [1], fillvalue='-')), list(pairwise('abc')), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(product('ab', repeat=2)), len(list(permutations(range(4)))), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)))
print(list(takewhile(lambda x: x < 3, count())), list(dropwhile(str.isdigit, '12ab3')), list(compress('abcd', [1, 0, 1])), list(islice(cycle('ab'), 5)), list(repeat('x', 2)), list(filterfalse(lambda x: x % 2, range(5))))
a, b = tee(range(3))
print(list(a), list(b), list(chain([1], 'a')), list(chain.from_iterable([[1], [2]])))

class Countdown:

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), 2 in Countdown(3), sorted(Countdown(3)), [*Countdown(2)], dict(enumerate(Countdown(2))))

def averager():
    total = n = 0
    avg = None
    while True:
        x = (yield avg)
        if x is None:
            return total
        total += x
        n += 1
        avg = total / n
g = averager()
next(g)
print(g.send(10), g.send(20))
try:
    g.send(None)
except StopIteration as e:
    print('ret', e.value)

def h():
    try:
        yield 1
    except ValueError as e:
        yield f'caught {e}'
it = h()
next(it)
print(it.throw(ValueError('boom')))
try:
    it.throw(KeyError('k'))
except KeyError as e:
    print('KeyError', e)
gen = (x * x for x in range(5))
print(gen.__class__.__name__, next(gen), list(gen), list(gen))
print([[i * j for j in range(1, 4)] for i in range(1, 4)], [x for row in [[1, 2], [3]] for x in row], {k: v for k, v in zip('ab', [1, 2])}, (lambda *a, **k: (a, k))(1, b=2))
it = iter([1, 2])
print(next(it), next(it), next(it, 'done'))
print(list(iter(lambda c=iter([1, 2, 0, 3]): next(c), 0)))

def bad():
    yield 1
    raise RuntimeError('in gen')
try:
    for v in bad():
        print(v)
except RuntimeError as e:
    print(e)

def stop():
    raise StopIteration
    yield
try:
    list(stop())
except RuntimeError as e:
    print(type(e).__name__, e)
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), list(map(list, zip(*matrix))), list(map(sum, matrix)), [*map(lambda a, b: a + b, [1, 2], [3, 4])])
total = 0
for i, (a, b) in enumerate(zip('abc', range(3)), 1):
    if b == 1:
        continue
    total += i
else:
    print('loop done', total)
while True:
    total -= 1
    if total < 0:
        break
print(total)
