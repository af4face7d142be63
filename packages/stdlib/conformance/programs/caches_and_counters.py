from collections import OrderedDict, deque, defaultdict, Counter, namedtuple
from functools import lru_cache, wraps, reduce, partial
import time

class LRUCache:

    def __init__(self, capacity: int):
        self.capacity = capacity
        self.cache = OrderedDict()

    def get(self, key):
        if key not in self.cache:
            return -1
        self.cache.move_to_end(key)
        return self.cache[key]

    def put(self, key, value):
        if key in self.cache:
            self.cache.move_to_end(key)
        self.cache[key] = value
        if len(self.cache) > self.capacity:
            k, v = self.cache.popitem(last=False)
            print('evicted', k, v)

    def __repr__(self):
        return f'{self.__class__.__name__}({dict(self.cache)!r})'
c = LRUCache(2)
c.put(1, 'a')
c.put(2, 'b')
print(c.get(1))
c.put(3, 'c')
print(c.get(2), c)
print(c.cache)

@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())

def timed(label=None):

    def deco(f):

        @wraps(f)
        def wrapper(*args, **kwargs):
            res = f(*args, **kwargs)
            print(f'[{label or f.__name__}] args={args} kwargs={kwargs} -> {res!r}')
            return res
        return wrapper
    return deco

@timed('adder')
def add(a, b=2, *rest, scale=1, **kw):
    """Adds things."""
    return (a + b + sum(rest)) * scale
add(1)
add(1, 3, 4, scale=2)
add(1, b=5, zeta=3)
print(add.__name__, add.__doc__, add.__wrapped__) if False else print(add.__name__)
Point = namedtuple('Point', 'x y z', defaults=[0])
p = Point(1, 2)
print(p, p._asdict(), p._replace(x=9), Point._fields, p[1:], *p)
x, y, z = p
print(x, y, z, p == (1, 2, 0), hash(p) == hash((1, 2, 0)))
cnt = Counter('mississippi')
print(cnt.most_common(2), cnt['z'], sum(cnt.values()), cnt)
cnt.update('miss')
cnt.subtract({'i': 10})
print(cnt, +cnt, list(cnt.elements())[:3])
dd = defaultdict(list)
for w in 'the quick brown fox jumps over the lazy dog'.split():
    dd[len(w)].append(w)
print(dict(dd))
print(dd)
print(sorted(dd.items()))
dq = deque(range(5), maxlen=3)
dq.append(9)
dq.appendleft(7)
dq.rotate(1)
print(dq, dq[0], len(dq))
print(reduce(lambda a, b: a * b, range(1, 11)), partial(int, base=2)('1011'))
print(partial(add, 1, scale=3)) if False else None
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print(nested['a']['b'], {k: dict(v) for k, v in nested.items()})
