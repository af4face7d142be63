import itertools, operator, functools, collections, string, textwrap, random, time, datetime as dt
from datetime import datetime, timedelta, date

class Task:
    _ids = itertools.count(1)

    def __init__(self, title, priority=3, due=None, tags=()):
        self.id = next(Task._ids)
        self.title = title
        self.priority = priority
        self.due = due
        self.tags = set(tags)
        self.done = False

    def __repr__(self):
        return f"<Task #{self.id} {self.title!r} p{self.priority}{(' ✓' if self.done else '')}>"

class TodoList:

    def __init__(self):
        self.tasks = {}

    def add(self, *a, **k):
        t = Task(*a, **k)
        self.tasks[t.id] = t
        return t

    def complete(self, tid):
        try:
            self.tasks[tid].done = True
        except KeyError:
            print(f'No task with id {tid}')
            return False
        else:
            return True
        finally:
            print('checked', tid)

    def pending(self, *, tag=None, key=lambda t: (t.priority, t.id)):
        return sorted((t for t in self.tasks.values() if not t.done and (tag is None or tag in t.tags)), key=key)

    def __len__(self):
        return len(self.tasks)

    def stats(self):
        total = len(self)
        d = sum((t.done for t in self.tasks.values()))
        return f'{d}/{total} done ({d / total:.1%})' if total else 'empty'
tl = TodoList()
tl.add('write code', 1, tags=['work'])
tl.add('buy milk', tags={'home'})
tl.add('test', 2, date(2024, 3, 1), ('work', 'qa'))
print(tl.pending(), tl.complete(2), tl.complete(9), tl.pending(tag='work'), tl.stats(), TodoList().stats())
print(sorted(tl.tasks[3].tags), tl.tasks[3].due.strftime('%B %d, %Y'), f'{tl.tasks[3].due:%d/%m/%y}')
start = datetime(2024, 2, 28, 22, 30)
end = start + timedelta(days=1, hours=3, minutes=45)
print(end, end - start, (end - start).total_seconds(), end.isoformat(), end.weekday(), end.strftime('%A %I:%M %p'), start < end, max(start, end).date(), (end - start) / 2, divmod(end - start, timedelta(hours=5)))
print(datetime.strptime('03/15/2024 14:05', '%m/%d/%Y %H:%M'), date(2024, 2, 29).replace(year=2023, day=28), date.fromordinal(738000), date(2024, 12, 30).isocalendar()[1], timedelta(seconds=3661), str(timedelta(days=-1, hours=2)), repr(timedelta(minutes=90)), datetime(2024, 1, 31) + timedelta(weeks=1))
try:
    date(2023, 2, 29)
except ValueError as e:
    print(e)
try:
    datetime.strptime('nope', '%Y')
except ValueError as e:
    print(e)

def parse_kv(s):
    return dict((p.split('=', 1) for p in s.split('&') if '=' in p))
print(parse_kv('a=1&b=2=3&c'), {k: int(v) for k, v in parse_kv('x=1&y=2').items()}, dict(sorted({'b': 1, 'a': 2}.items())), max({'a': 3, 'b': 7}.items(), key=operator.itemgetter(1)))
inverted = collections.defaultdict(set)
docs = {1: 'the cat sat', 2: 'the dog sat down', 3: 'cat and dog'}
for did, txt in docs.items():
    for w in txt.split():
        inverted[w].add(did)
print({w: sorted(ids) for w, ids in sorted(inverted.items())}, sorted(inverted['cat'] & inverted['dog']), sorted(set.union(*map(inverted.get, ['sat', 'and']))))

def paginate(items, per):
    it = iter(items)
    while (page := list(itertools.islice(it, per))):
        yield page
print(list(paginate(range(7), 3)), list(zip(*[iter('abcdef')] * 2)), [list(g) for _, g in itertools.groupby([1, 1, 2, 3, 3])], functools.reduce(lambda a, b: {**a, **b}, [{'a': 1}, {'b': 2}, {'a': 3}]))
print(''.join(random.Random(7).choices('abc', k=5)), random.Random(1).randint(1, 100), round(random.Random(3).gauss(0, 1), 4), random.Random(5).sample(range(20), 4))
board = [[' '] * 3 for _ in range(3)]

def winner(b):
    lines = [*b, *zip(*b), [b[i][i] for i in range(3)], [b[i][2 - i] for i in range(3)]]
    for l in lines:
        if l[0] != ' ' and len(set(l)) == 1:
            return l[0]
    return 'draw' if all((c != ' ' for r in b for c in r)) else None
for i, (r, c) in enumerate([(0, 0), (1, 1), (0, 1), (2, 2), (0, 2)]):
    board[r][c] = 'XO'[i % 2]
    if (w := winner(board)):
        print('winner', w)
        break
print('\n-+-+-\n'.join(('|'.join(row) for row in board)))

def spiral(m):
    out = []
    while m:
        out += m[0]
        m = [list(r) for r in zip(*m[1:])][::-1]
    return out
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), [list(r) for r in zip(*[[1, 2], [3, 4]][::-1])], sum(([1], [2, 3]), []), any((x > 2 for x in (1, 2))), all([]))

def sudoku_ok(row):
    return sorted(row) == list(range(1, 10))
print(sudoku_ok([5, 3, 4, 6, 7, 8, 9, 1, 2]), bool(set('abc') <= set('abcd')), 'abc'.isalpha() and (not 'a1'.isalpha()), [*'hi'], {**{'a': 1}}, [1, 2][True], 'yes' if [] else 'no', (lambda: (yield))().__class__.__name__)
print(textwrap.wrap('aaa bbb ccc ddd', 7), 'x'.zfill(3), '%08.3f' % 3.14159, '{:,}'.format(1234567.891), f"{'abc':>{10}}|{3.14159:.{2}f}", '{:<5}|{:>5}|{:^5}|'.format(1, 2, 3), '{:*^20}'.format(' hi '), f"{0.001:.2e} {123:>+6d} {0.5:.0%} {255:x} {255:X} {8:o} {True:d} {'s'!r:>5}")
nums = [3, -1, 4, -1, 5, -9]
best = cur = nums[0]
for n in nums[1:]:
    cur = max(n, cur + n)
    best = max(best, cur)
print(best, list(itertools.accumulate(nums, max)), sorted(nums, key=abs), sorted(nums, reverse=True)[:2], [n for n in nums if n > 0], min(nums), sum(nums) / len(nums), nums.index(4), nums.count(-1), list(dict.fromkeys(nums)), sorted(set(nums)))

def two_sum(nums, t):
    seen = {}
    for i, n in enumerate(nums):
        if t - n in seen:
            return (seen[t - n], i)
        seen[n] = i
print(two_sum([2, 7, 11, 15], 9), two_sum([1], 5), collections.Counter('hello').most_common(1)[0], str(collections.Counter(a=1)), collections.Counter('ab') + collections.Counter('b'), collections.OrderedDict([('a', 1)]), collections.ChainMap({'a': 1}, {'b': 2})['b'])

def valid(s):
    st = []
    pairs = {')': '(', ']': '[', '}': '{'}
    for ch in s:
        if ch in pairs.values():
            st.append(ch)
        elif ch in pairs and (not st or st.pop() != pairs[ch]):
            return False
    return not st
print([valid(s) for s in ('()[]{}', '(]', '([{}])', '(')], [x ** 2 for x in range(5) if x % 2], [[j for j in range(i)] for i in range(3)], {(i, j): i * j for i in range(2) for j in range(2)})
