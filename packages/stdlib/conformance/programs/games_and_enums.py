import random, re, json, math, itertools, functools, collections, string, sys, os, enum, abc, typing
from dataclasses import dataclass, field
from typing import *

@dataclass
class Item:
    name: str
    weight: float = 1.0
    tags: List[str] = field(default_factory=list)

    def __str__(self):
        return f'{self.name} ({self.weight:g}kg)'

@dataclass
class Room:
    name: str
    exits: Dict[str, 'Room'] = field(default_factory=dict, repr=False)
    items: List[Item] = field(default_factory=list)

class Game:
    commands: ClassVar[dict] = {}

    def __init__(self):
        hall, attic = (Room('Hall'), Room('Attic', items=[Item('lamp', 0.5), Item('rope', 2, ['long'])]))
        hall.exits['up'] = attic
        attic.exits['down'] = hall
        self.room, self.inv, self.over = (hall, [], False)

    def command(name):

        def deco(f):
            Game_commands[name] = f
            return f
        return deco
    Game_commands = commands

    def go(self, where='nowhere'):
        if where in self.room.exits:
            self.room = self.room.exits[where]
            return f'You are in the {self.room.name}.'
        return f"You can't go {where}. Exits: {', '.join(self.room.exits) or 'none'}"

    def take(self, *names):
        if not names:
            return 'Take what?'
        out = []
        for n in names:
            item = next((i for i in self.room.items if i.name == n), None)
            if item is None:
                out.append(f'no {n} here')
            else:
                self.room.items.remove(item)
                self.inv.append(item)
                out.append(f'took {item}')
        return '; '.join(out)

    def inventory(self):
        return '\n'.join((f'- {i}' for i in sorted(self.inv, key=lambda i: i.name))) or 'empty'

    def run(self, line):
        verb, *args = line.lower().split()
        method = getattr(self, {'n': 'go', 'i': 'inventory', 'get': 'take'}.get(verb, verb), None)
        if method is None or verb.startswith('_'):
            return f"I don't understand {line!r}"
        try:
            return method(*args)
        except TypeError as e:
            return f'bad usage: {e}'
g = Game()
for cmd in ['go up', 'take lamp sword rope', 'i', 'go sideways', 'dance', 'take', 'inventory now', 'go down']:
    print('>', cmd)
    print(g.run(cmd))
from decimal import Decimal, ROUND_HALF_UP
prices = {'cola': Decimal('1.25'), 'chips': Decimal('0.99')}
paid = Decimal('5')
change = paid - sum(prices.values())
print(change, (change * Decimal('0.0825')).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP))
for coin in map(Decimal, ('1', '0.25', '0.10', '0.05', '0.01')):
    n, change = divmod(change, coin)
    if n:
        print(f'{int(n)} x {coin}', end=' ')
print()
print(f"{'C':>6}{'F':>8}")
[print(f'{c:6.1f}{c * 9 / 5 + 32:8.1f}') for c in range(-10, 31, 20)]
poem = 'Two roads diverged in a yellow wood,\nAnd sorry I could not travel both\nAnd be one traveler, long I stood'
lines = poem.splitlines()
words = [w.strip(string.punctuation).lower() for w in poem.split()]
print(len(lines), len(words), len(set(words)), max(words, key=len), sum(map(len, words)) / len(words), collections.Counter(words).most_common(3))
print({k: [w for w in sorted(set(words)) if len(w) == k] for k in range(1, 4)}, ' '.join((w[::-1] for w in words[:4])), ''.join((w[0] for w in words)).upper())
for i, l in enumerate(lines, 1):
    print(f'{i:02d}: {l:<40}|{len(l):>3}')
print(re.sub('\\b(\\w)(\\w*)\\b', lambda m: m.group(1).upper() + m.group(2), 'hello big world'), re.findall('(\\w+) (\\w+)', 'one two three four'), [m.start() for m in re.finditer('o', 'foo boo')], re.match('(\\d+)-(?:x|y)(?P<rest>.*)', '12-xyz').groups(), re.split('(-)', 'a-b-c'))

class Movie(TypedDict, total=False):
    title: str
    year: int
m: Movie = {'title': 'Alien', 'year': 1979}
print(m, m['year'] + 1)

class Greeter(Protocol):

    def greet(self) -> str:
        ...

class En:

    def greet(self):
        return 'hello'

def use(g: Greeter, times: int=1, *, sep: str=' ') -> str:
    return sep.join([g.greet()] * times)
print(use(En(), 3, sep='/'), Optional[int], Union[int, str], List[int], Dict[str, int], Callable[[int], str], Tuple[int, ...], cast(int, 'x'), Any)
Vector = List[float]

def scale(s: float, v: Vector) -> Vector:
    return [s * x for x in v]
print(scale(2, [1.5, 2]), NewType('Uid', int)(5), get_type_hints(scale) if False else '')

class Color(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

    @classmethod
    def parse(cls, s):
        return cls[s.upper()]

    @property
    def hex(self):
        return '#' + ''.join(('ff' if c is self else '00' for c in Color))

    def __str__(self):
        return self.name.title()
print(Color.parse('red'), Color.GREEN.hex, list(map(str, Color)), Color(3) is Color.BLUE, repr(Color.RED), Color.RED in Color, {Color.RED: 1}, [c.value for c in Color], len(Color), Color.RED == 1, isinstance(Color.RED, Color))
try:
    Color['PINK']
except KeyError as e:
    print('KeyError', e)

class Weekday(enum.IntEnum):
    MON = enum.auto()
    TUE = enum.auto()

    def is_weekend(self):
        return self > Weekday.TUE
print(Weekday.MON + 1, Weekday.TUE.is_weekend(), Weekday(1), max(Weekday), f'{Weekday.MON:>3}', '%d' % Weekday.TUE)

def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n
    inc.reset = lambda: None
    return inc
c = counter()
c()
c(5)
print(c(), counter()())

def curry(f, *a):
    return (lambda *b: curry(f, *a, *b)) if len(a) < 3 else f(*a)
print(curry(lambda a, b, c: a + b + c)(1)(2)(3), [f(3) for f in [lambda x, i=i: x * i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])

class CountCalls:

    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.n = (f, 0)

    def __call__(self, *a, **k):
        self.n += 1
        return self.f(*a, **k)

@CountCalls
def hi(name):
    """Say hi."""
    return f'hi {name}'
print(hi('a'), hi('b'), hi.n, hi.__name__, hi.__doc__)

@functools.lru_cache(maxsize=2)
def sq(x):
    print('compute', x)
    return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info())
print(list(functools.reduce(lambda acc, x: acc + [acc[-1] + x], range(1, 5), [0])), functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2), sorted('bca', key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))
it = iter(range(10))
print(list(itertools.islice(it, 3)), next(it), sum(it))
print(dict(zip('abc', itertools.count(10, 5))), list(itertools.chain('ab', [1])), [a + b for a, b in itertools.product('xy', '12')])
print(any((isinstance(x, str) for x in [1, 'a'])), [*map(str.upper, 'abc')], list(filter(str.isalpha, 'a1b2')), sorted({'b': 1, 'a': 2}), sorted({'b': 1, 'a': 2}, key={'b': 1, 'a': 2}.get), max('apple', 'fig', key=len), min([(2, 'b'), (1, 'z')]), sum((x > 1 for x in [1, 2, 3])), ''.join(sorted('hello', reverse=True)), list(enumerate('ab', 1)), [i for i in reversed(range(3))], abs(-5), pow(2, 5), round(3.14159, 3), divmod(17, 5), int(3.9), float('2.5'), str(12) + '3', bool(''), hex(255), bin(5), oct(8), chr(65), ord('A'), len({1, 2, 2}), list(range(0, 10, 3)), tuple([1, 2]), set([1]), type(3.0).__name__, id(None) == id(None), callable(print), isinstance([], (list, tuple)), issubclass(bool, int), hash('a') == hash('a'), all([]), any([]))
