import statistics as st
from datetime import date, timedelta, datetime
from collections import defaultdict
from operator import itemgetter, attrgetter
import textwrap, string, math
records = [('Widget A', 1234.5, 10, '2024-01-03'), ('Gadget', 99.99, 3, '2024-02-14'), ('Doohickey with a long name', 5, 1000, '2024-02-29'), ('Thing', 0.333333, 7, '2023-12-31')]
hdr = f"{'Product':<20} {'Price':>10} {'Qty':>6} {'Total':>14} {'Date':^12}"
print(hdr)
print('-' * len(hdr))
total = 0
for name, price, qty, d in sorted(records, key=itemgetter(3), reverse=True):
    sub = price * qty
    total += sub
    dt = datetime.strptime(d, '%Y-%m-%d')
    print(f'{name[:20]:<20} {price:>10,.2f} {qty:>6d} {sub:>14,.2f} {dt:%d %b %Y}')
print('=' * len(hdr))
print(f"{'TOTAL':<38}{total:>14,.2f}")
print('{0:>8}|{1:<8}|{2:^8}|{0!r}'.format('ab', 'cd', 'ef'), '{:08.3f} {:+d} {:x} {:#o} {:b} {:e} {:%}'.format(3.14159, 5, 255, 8, 5, 12345.678, 0.256))
print('%-10s|%5.1f|%03d|%s|%r|%%|%x' % ('left', 3.14159, 7, [1, 2], 'q', 255))
print('%(name)s is %(age)d years' % {'name': 'Bob', 'age': 42}, '{name} {age:>4}'.format(**{'name': 'Al', 'age': 3}))
data = [2.5, 3.5, 1, 9, 4, 4]
print(st.mean(data), st.median(data), st.mode(data), round(st.stdev(data), 4), st.pvariance([1, 2, 3, 4]))
print(textwrap.fill('The quick brown fox jumped over the lazy dog and then went home to sleep for a very long time.', width=30))
print(textwrap.dedent('\n    hello\n      world\n    ').strip(), textwrap.shorten('Hello  world, how are you today', width=20), textwrap.indent('a\nb', '> '))
print(string.Template('$who likes ${what}').substitute(who='tim', what='kung pao'), string.ascii_lowercase[:5], string.punctuation)
start = date(2024, 2, 27)
for i in range(4):
    print((start + timedelta(days=i)).strftime('%a %Y-%m-%d %j'), end='; ')
print()
print((date(2024, 12, 25) - date(2024, 7, 4)).days, date(2024, 1, 31).isoformat(), date.fromisoformat('2024-05-06').weekday(), timedelta(hours=25, minutes=3), datetime(2024, 1, 2, 3, 4, 5))
by_month = defaultdict(float)
for n, p, q, d in records:
    by_month[d[:7]] += p * q
for m, v in sorted(by_month.items()):
    print(f"{m}: {v:10.2f} {'#' * int(math.log10(v) * 5)}")
print(f"{10000000000.0} {1e+16} {1e-05} {0.1 + 0.2} {1 / 3:.4} {100.0:.3} {1234567.0:g} {float('inf')} {-0.0} {2 ** 70} {1e+100}")
print(f"{True} {None} {[1, 'a', None]} {{'a': 1}} {(1,)} { {1, 2}} {('x' if total > 5 else 'y')}")
w, pr = (12, 3)
print(f"{math.pi:{w}.{pr}f}|{'mid':*^{w}}|total={total:.1f}|len(records)={len(records)!r}")
print(f"{12345678:,} {1234.5678:,.2f} {255:#x} {255:08b} {-7:+} {7: } {42:<5}| {'é':>3} {3 + 4j}")
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('tab\tnl\n\\ \x00 é \u200b'), ascii('é'))
