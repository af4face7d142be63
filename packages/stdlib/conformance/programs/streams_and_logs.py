import io, json, os, sys, csv, string
lines = ['2024-01-01 ERROR db: connection lost', '2024-01-01 INFO web: started', '2024-01-02 ERROR web: timeout after 30s', 'bad line', '2024-01-03 WARN db: slow query (1.5s)']
from collections import Counter, defaultdict
import re
pat = re.compile('^(?P<date>\\S+) (?P<level>[A-Z]+) (?P<src>\\w+): (?P<msg>.*)$')
stats = Counter()
by_src = defaultdict(list)
for n, line in enumerate(lines, start=1):
    if not (m := pat.match(line)):
        print(f'line {n}: cannot parse {line!r}')
        continue
    stats[m['level']] += 1
    by_src[m.group('src')].append(m.group('msg'))
for lvl, c in stats.most_common():
    print(f'{lvl:<6}{c}')
for src in sorted(by_src):
    print(src, '->', '; '.join(by_src[src]))
f = io.StringIO('a,b\n1,2\n3,4\n')
rows = list(csv.reader(f))
print(rows, [dict(zip(rows[0], r)) for r in rows[1:]])
f = io.StringIO()
print('x', 'y', sep='\t', file=f)
f.write('z\n')
f.seek(0)
print(f.readlines(), f.tell(), repr(f.getvalue()))
with io.StringIO('l1\nl2\n\nl4') as f:
    for i, l in enumerate(f):
        print(i, repr(l))
b = io.BytesIO(b'\x00\x01\x02abc')
print(b.read(2), b.read(), b.getvalue()[:1], b.seek(0), b.read(1))
buf = io.StringIO()
json.dump({'k': [1, {'n': None}], 'a': 1.5}, buf, indent=1)
print(buf.getvalue())
data = json.loads('[{"id": 1, "tags": ["a", "b"], "m": {"x": 1e3, "y": -0.5, "z": true}}, {"id": 2}]')
print([d.get('tags', []) for d in data], data[0]['m'], type(data[0]['m']['x']).__name__, json.dumps(data, sort_keys=True) == json.dumps(json.loads(json.dumps(data)), sort_keys=True))

def flatten(d, prefix=''):
    out = {}
    for k, v in d.items():
        key = f'{prefix}.{k}' if prefix else k
        if isinstance(v, dict):
            out |= flatten(v, key)
        elif isinstance(v, list):
            for i, x in enumerate(v):
                out.update(flatten(x, f'{key}[{i}]') if isinstance(x, dict) else {f'{key}[{i}]': x})
        else:
            out[key] = v
    return out
print(flatten({'a': {'b': 1, 'c': {'d': [1, {'e': 2}]}}, 'f': None}))

class Config:

    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __repr__(self):
        return f"Config({', '.join((f'{k}={v!r}' for k, v in sorted(vars(self).items())))})"
c = Config(debug=True, name='x')
c.port = 80
print(c, c.debug, vars(c), hasattr(c, 'zz'), getattr(c, 'zz', 1))
del c.port
print(c)
old = sys.stdout
sys.stdout = io.StringIO()
print('captured', 1)
cap = sys.stdout.getvalue()
sys.stdout = old
print('got', repr(cap))

class Upper(io.StringIO):

    def write(self, s):
        return super().write(s.upper())
u = Upper()
print('hello', file=u, end='?')
print(u.getvalue())

class Tee:

    def __init__(self, *t):
        self.t = t

    def write(self, s):
        for t in self.t:
            t.write(s)

    def flush(self):
        pass
log = io.StringIO()
print('both', 2, file=Tee(sys.stdout, log), sep='~')
print(repr(log.getvalue()))
for enc, txt in [('ascii', 'héllo'), ('latin-1', '€5'), ('ascii', 'ééé')]:
    try:
        txt.encode(enc)
    except UnicodeEncodeError as e:
        print(e, '|', e.reason, e.start, e.end, e.encoding)
for raw in [b'\xff\xfe', b'abc\xe9', b'\xe2\x82']:
    try:
        raw.decode('utf-8')
    except UnicodeDecodeError as e:
        print(e, '|', e.reason, e.start, e.end, repr(e))
try:
    open('/no/such/file.txt')
except FileNotFoundError as e:
    print(e, e.errno, e.filename, type(e).__mro__[1].__name__)
try:
    print('x', sepp=1)
except TypeError as e:
    print(e)
try:
    print('x', sep=1)
except TypeError as e:
    print(e)
print('a', 'b', sep=None, end=None, file=None, flush=True)
l = [1]
l.append(l)
d = {1: l}
d['me'] = d
print(l, d, [l, l], str(l), f'{d}')

class Rec:

    def __init__(self):
        self.items = [self]

    def __repr__(self):
        return f'Rec({self.items.__len__()})'
print(Rec().items, [[], [[]], {}], [[1] * 2] * 2)
